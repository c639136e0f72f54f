# People: search, card, table.
people-ask =
    <b>People</b>
    Write a surname or a first name, mistakes are fine, or choose from the list.
people-ask-own =
    <b>People of the school</b>
    Write a surname or a first name, mistakes are fine, or choose from the list.
people-filters = Shown only: { $filters }
people-listed = In all: { $count }
people-searched = Found by “{ $query }”: { $count }
people-nobody = Nobody was found by “{ $query }”. Write it differently or press “All”.
people-nobody-there = There is nobody here yet.
people-by-school = { $by_school ->
    [yes] ✓ School
   *[no] School
}
people-by-role = { $by_role ->
    [yes] ✓ Role
   *[no] Role
}
people-all = All
people-table = Table
people-any = Any
people-choose-own-school =
    Choose a school.
people-choose-role =
    <b>Whom to show?</b>
    Choose a role.

people-card = { $lines }
people-name = <b>{ $name }</b>
people-moving = Wants to move to another school: { $target }. It is not decided yet.
people-roles =
    Roles:
    { $roles }
people-role-claimed = { $role } (waits for confirmation)
people-attestation = Next attestation: { $attestation }
people-attestation-near = ⏰ Next attestation: <b>{ $attestation }</b>, less than half a year is left.
people-attestation-past = ⏰ The day of the attestation has passed: <b>{ $attestation }</b>
people-courses =
    Courses of three years: { $count }, { $hours } h
    { $courses }
people-course = { $title }, { $hours } h, { $finished }
people-no-courses = No courses in the last three years.
people-assessed = Last self-assessment: { $date }, overall deficit { $overall }.
people-attended = Events attended: { $attended }
people-results = Result of the self-assessment
people-external = External diagnosis
people-roles-of = Roles
people-school = School
people-back = ‹ To the list
people-back-queue = ‹ To the request
people-back-school = ‹ School
people-to-card = ‹ To the card

people-result-head =
    <b>{ $name }</b>
    { $title }
    { $date }
people-result-gaps =
    Answers “{ $gap }”: { $gaps }.
people-result-strengths =
    Strengths: { $strengths }.

people-external-ask =
    <b>External diagnosis</b>
    { $name }

    Write its name, year and outcome in one message. For example: FIOKO, 2022, 64 points. The teacher and methodists see it.
people-external-noted =
    Noted so far:
    { $external }
people-external-remove = ✕ { $title }, { $year }
people-external-remove-ask =
    <b>Remove this entry?</b>
    { $name }
    { $title }, { $year }: { $outcome }
people-external-remove-yes = Yes, remove it
people-external-removed = The entry is removed.

people-table-ask =
    <b>Table of people</b>
    The file will have { $count ->
        [one] { $count } person
       *[other] { $count } people
    }: school, position, experience, category, attestation, courses, roles.
people-table-noted = Taking people out is noted in the log: everyone can see who looked at their data.
people-table-download = Download the table
people-table-coming = Preparing the table…
people-table-caption = { $count ->
    [one] { $count } person
   *[other] { $count } people
} as of today. Attestations less than half a year away, and those that are overdue, are highlighted.
people-table-file = People { $date }
people-table-sheet = People
people-column-name = Full name
people-column-school = School
people-column-position = Position
people-column-subjects = Subjects
people-column-experience = Experience, years
people-column-post = In the post, years
people-column-category = Category
people-column-attestation = Next attestation
people-column-courses = Courses of three years
people-column-hours = Hours in three years
people-column-roles = Roles
people-column-assessed = Last self-assessment
people-column-registered = Signed up

refusal-person-unready = This person has not finished signing up: the card will appear once all questions are answered.
refusal-results-none = This person has no finished self-assessment yet.
