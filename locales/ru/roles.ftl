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

# Короткие названия для кнопок.
role-short-head = Руководитель
role-short-coordinator = Координатор
role-short-consultant = Консультант
role-short-mentor = Наставник
role-short-expert = Эксперт
role-short-member = Член актива
role-short-council = Член совета
role-short-methodist = Методист
role-short-admin = Администратор

# Что открывает роль; стоит после слов «Что это даёт».
role-means-head = видеть людей своей школы и статус её поддержки, отвечать на запросы и рекомендации школе.
role-means-coordinator = видеть людей своей школы, решать, кого в неё принять, отвечать на запросы и рекомендации школе.
role-means-consultant = место в списке этой роли; новых разделов она пока не открывает.
role-means-mentor = место в списке этой роли; новых разделов она пока не открывает.
role-means-expert = место в списке этой роли; новых разделов она пока не открывает.
role-means-member = место в списке этой роли; новых разделов она пока не открывает.
role-means-council = видеть показатели муниципалитета и школ; школа и должность в профиле не обязательны.
role-means-methodist = видеть всех людей и их результаты, вести мониторинг, события и рассылки, решать заявки, вести школы, давать роли и приглашать.
role-means-admin = видеть всех людей, решать заявки, вести школы, давать любые роли и управлять ботом.

# Кому даны роли.
holders-all =
    <b>Кому даны роли</b>
    Людей с ролями: { $total }. Чтобы дать роль ещё кому-то, найдите человека.
holders-one =
    <b>{ $role }</b>
    Людей с этой ролью: { $total }.
holders-lines = { $lines }
holder-line = <b>{ $name }</b>: { $roles }
holders-filter = Выбрать роль
holders-find = Найти человека
holders-which =
    <b>Кого показать?</b>
    Выберите роль. Здесь только те, что кому-то даны.
holders-nobody =
    <b>Кого показать?</b>
    Ролей пока ни у кого нет.
role-count = { $role }: { $count }
roles-every = Все роли
nameless = Без имени

# Роли одного человека.
roles-of =
    <b>{ $name }</b>
    { $place }
roles-of-nowhere =
    <b>{ $name }</b>
    Школа не указана
roles-of-lines =
    Роли:
    { $lines }
roles-of-none =
    Ролей пока нет.
role-since = { $role }, с { $date }
role-claimed = { $role } — ждёт подтверждения
role-by-settings = { $role } — задан в настройках, здесь его не снять
role-end = Снять № { $number }
role-decide = Решить № { $number }
role-give = Дать роль
role-card = Карточка
role-list = Список ролей

# Дать роль.
give-which =
    <b>Какую роль дать?</b>
    Кому: { $name }
give-own-school =
    <b>{ $role }: в какой школе?</b>
    Кому: { $name }. Предлагаю школу из профиля; если нужна другая, откройте список или напишите часть названия.
give-school =
    <b>{ $role }: в какой школе?</b>
    Кому: { $name }
give-other-school = Другая школа
give-direction =
    <b>{ $role }: по какому направлению?</b>
    Кому: { $name }. Если направлений несколько, дайте роль по каждому из них.
give-all-directions = Все направления
give-confirm =
    <b>Дать роль?</b>
    Кому: { $name }
    Роль: { $role }
    Где: { $scope }
give-confirm-anywhere =
    <b>Дать роль?</b>
    Кому: { $name }
    Роль: { $role }
    Где: весь муниципалитет
give-means =
    Что это даёт: { $means }
give-held =
    Эта роль у человека уже есть.
give-yes = Дать роль
give-done = Готово: роль дана, человек получит уведомление.

# Снять роль.
end-ask =
    <b>Снять роль?</b>
    У кого: { $name }
    Роль: { $role }
end-means =
    После этого закроется то, что роль давала: { $means }
end-own =
    Это ваша собственная роль администратора. Вернуть её сможет другой администратор; тот, кто задан в настройках, остаётся им всегда.
end-gone =
    Эта роль уже снята.
end-yes = Да, снять
end-done = Роль снята, человек получит уведомление.
