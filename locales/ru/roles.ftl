# Роли.
role-teacher = Педагог
role-head = Руководитель школы
role-coordinator = Координатор школы
role-consultant = Консультант
role-mentor = Наставник
role-expert = Эксперт
role-member = Член методического актива
role-council = Член методического совета
role-methodist = Методист
role-admin = Администратор
role-with-scope = { $role } — { $scope }
