# Sign-up and profile.
signup-progress =
    About you: step { $number } of { $steps }

signup-name =
    <b>What is your name?</b>
    Write your surname, first name and patronymic. For example: Ivanova Anna Petrovna.
signup-school =
    <b>Where do you work?</b>
    Choose your school or type a part of its name and I will find it. The list has { $total } { $total ->
        [one] organisation
       *[other] organisations
    }.
signup-school-empty =
    <b>Where do you work?</b>
    Write the short name of your school. For example: School No. 5.
signup-school-found =
    This is what I found for “{ $query }”. Choose your school, type its name differently, or suggest yours.
signup-school-not-found =
    There is no school like “{ $query }” in the list. Type the name differently, open the whole list, or send this name to the methodist to be checked.
signup-school-unclear =
    No school was found by “{ $query }”. Type part of its name, for example a word or the number, or open the whole list.
signup-school-propose = Not listed: “{ $query }”
signup-position =
    <b>What is your position?</b>
    It decides which questionnaire I offer.
signup-subjects =
    <b>What do you teach?</b>
    Mark one or several subjects.
signup-subjects-chosen =
    Chosen: { $chosen }
signup-subjects-done = Done ›
signup-subjects-none = I do not teach ›
signup-experience =
    <b>How many years have you worked in education?</b>
    Choose or type the number of full years.
signup-post =
    <b>How many years have you been in your present post?</b>
    Count all years in this post, even if you changed schools. Choose or type a number.
signup-category =
    <b>What is your qualification category?</b>

years-button = { $years ->
    [0] Under a year
    [one] { $years } year
   *[other] { $years } years
}
years-value = { $years ->
    [0] less than a year
    [one] { $years } year
   *[other] { $years } years
}

field-name = Name
field-school = School
field-position = Position
field-subjects = Subjects
field-experience = Experience
field-post = In the post
field-category = Category
not-given = not given
subjects-none = none
summary-line = <b>{ $label }:</b> { $value }
summary-check =
    <b>Is everything right?</b>
    If not, press its button below.

summary-profile =
    <b>Your profile</b>
    To correct a line, press its button.

summary-fields = { $fields }
summary-young =
    By the rules of your municipality you are an early-career specialist ({ $young }): special support is there for you.
summary-proposed =
    Your school is not in the list yet: the methodist will check its name. You can use the bot all the same.
summary-moving =
    Your move waits for confirmation: { $awaited }. The coordinator of that school or a methodist decides; until then you belong to your present school.
summary-stay = Stay at the present school
summary-stayed = All right, you stay at your school.
summary-roles =
    <b>Your roles</b>
    { $roles }
summary-claim = ⏳ { $role }: waits for a methodist’s confirmation
summary-claims = { $claims }
summary-optional =
    A name is enough. School, position and the rest can be given at any time; the self-assessment needs a position.
summary-career = Courses and more
summary-data = My data
summary-subscriptions = Broadcasts
summary-confirm = Everything is right
refusal-position-needed = The self-assessment depends on your position. Give it in your profile: /profile.
