# Roles.
role-teacher = Teacher
role-head = Head of a school
role-coordinator = School coordinator
role-consultant = Consultant
role-mentor = Mentor
role-expert = Expert
role-member = Member of the methodical active
role-council = Member of the methodical council
role-methodist = Methodist
role-admin = Administrator
role-with-scope = { $role } — { $scope }

# Short names for buttons.
role-short-head = Head
role-short-coordinator = Coordinator
role-short-consultant = Consultant
role-short-mentor = Mentor
role-short-expert = Expert
role-short-member = Active member
role-short-council = Council member
role-short-methodist = Methodist
role-short-admin = Administrator

# What a role opens; follows the words “What it opens”.
role-means-head = seeing the people of the school and its support status, answering requests and recommendations to the school.
role-means-coordinator = seeing the people of the school, deciding who joins it, answering requests and recommendations to the school.
role-means-consultant = a place in the list of this role; it opens no new sections yet.
role-means-mentor = a place in the list of this role; it opens no new sections yet.
role-means-expert = a place in the list of this role; it opens no new sections yet.
role-means-member = a place in the list of this role; it opens no new sections yet.
role-means-council = seeing the indicators of the municipality and its schools; school and position in the profile are optional.
role-means-methodist = seeing all people and their results, running monitoring, events and broadcasts, deciding what waits, keeping schools, giving roles and inviting.
role-means-admin = seeing all people, deciding what waits, keeping schools, giving any role and running the bot.

# Who holds which role.
holders-all =
    <b>Who holds a role</b>
    People with roles: { $total }. To give a role to somebody else, find that person.
holders-one =
    <b>{ $role }</b>
    People with this role: { $total }.
holders-lines = { $lines }
holder-line = <b>{ $name }</b>: { $roles }
holders-filter = Choose a role
holders-find = Find a person
holders-which =
    <b>Whom to show?</b>
    Choose a role. Only those that somebody holds are here.
holders-nobody =
    <b>Whom to show?</b>
    Nobody holds a role yet.
role-count = { $role }: { $count }
roles-every = All roles
nameless = No name yet

# Roles of one person.
roles-of =
    <b>{ $name }</b>
    { $place }
roles-of-nowhere =
    <b>{ $name }</b>
    No school given
roles-of-lines =
    Roles:
    { $lines }
roles-of-none =
    No roles yet.
role-since = { $role }, since { $date }
role-claimed = { $role } — waits for confirmation
role-by-settings = { $role } — set in the settings, cannot be ended here
role-end = End #{ $number }
role-decide = Decide #{ $number }
role-give = Give a role
role-card = Card
role-list = List of roles

# Giving a role.
give-which =
    <b>Which role to give?</b>
    To: { $name }
give-own-school =
    <b>{ $role }: at which school?</b>
    To: { $name }. Here is the school of the profile; for another one open the list or write a part of its name.
give-school =
    <b>{ $role }: at which school?</b>
    To: { $name }
give-other-school = Another school
give-direction =
    <b>{ $role }: in which direction?</b>
    To: { $name }. If there are several, give the role for each of them.
give-all-directions = All directions
give-confirm =
    <b>Give the role?</b>
    To: { $name }
    Role: { $role }
    Where: { $scope }
give-confirm-anywhere =
    <b>Give the role?</b>
    To: { $name }
    Role: { $role }
    Where: the whole municipality
give-means =
    What it opens: { $means }
give-held =
    This person holds the role already.
give-yes = Give the role
give-done = Done: the role is given, the person will be told.

# Ending a role.
end-ask =
    <b>End the role?</b>
    Whose: { $name }
    Role: { $role }
end-means =
    What the role gave will be closed: { $means }
end-own =
    It is your own role of administrator. Another administrator can give it back; whoever is set in the settings always stays one.
end-gone =
    This role has ended already.
end-yes = Yes, end it
end-done = The role has ended, the person will be told.
