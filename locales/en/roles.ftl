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
