# Команды, справка, ответ на незнакомое.
help-title = <b>Что я умею</b>
help-roles = Ваши роли: { $roles }
help-text = { $sections }
help-about-own =
    <b>Для вас</b>
    Оцените свою работу по пунктам и увидите, где нужна поддержка, а где вы сильны. Прерваться можно на любом пункте: ответы сохраняются сразу. Личный результат видите вы и методист.
help-about-school =
    <b>Ваша школа</b>
    Люди и заявки, которые относятся к вашей школе.
help-about-work =
    <b>Методическая служба</b>
    Заявки, люди, школы и роли муниципалитета. О новых заявках пишу методистам, а если их нет — администраторам.
help-about-installation =
    <b>Управление ботом</b>
    Журнал действий, копии данных, состояние, перерывы и содержание.

command-menu = Что можно сделать сейчас
command-assessment = Пройти или продолжить самооценку
command-results = Мои результаты
command-profile = Мой профиль
command-mydata = Какие данные обо мне хранятся
command-language = Русский / English
command-help = Что умеет бот
command-forget = Удалить мои данные
command-queue = Что ждёт вашего решения
command-people = Найти человека
command-schools = Школы
command-roles = Роли и кому они даны
command-invite = Приглашения по ссылке
command-stats = Люди и самооценки в числах
command-audit = Журнал действий
command-backup = Копии данных
command-health = Всё ли работает
command-broadcast_status = Как уходят сообщения
command-maintenance = Технический перерыв
command-content = Опросник и профиль муниципалитета

command-not-known = Команды /{ $command } у меня нет. Все ваши команды — в справке: /help
command-not-known-like = Команды /{ $command } у меня нет. Возможно, вы имели в виду /{ $like }
not-understood-file = Файлы, фото, голосовые и наклейки я здесь не разбираю: понимаю кнопки и команды. Вот что можно сделать сейчас:
