# Управление: статистика, состояние, копии, технические работы, содержание, очередь отправки.
administration =
    <b>Управление</b>
    { $place }
administration-failed =
    ⚠️ Не доставлено сообщений: { $failed }. Почему — в очереди отправки.
administration-statistics = Статистика
administration-health = Всё ли работает
administration-backups = Резервные копии
administration-pause = Технические работы
administration-content = Содержание
administration-outbox = Очередь отправки: { $waiting }
administration-schedule = Расписание
administration-audit = Журнал действий
to-administration = ‹ Управление
look-again = Обновить
looked-again = Так обстоят дела сейчас.

size-kb = { $value } КБ
size-mb = { $value } МБ
size-gb = { $value } ГБ
span-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
span-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}

statistics-people =
    <b>Статистика</b>

    Людей: <b>{ $people }</b>. Новых за 7 дней: { $week }, за 30 дней: { $month }.
    Школ: <b>{ $schools }</b>. Из них с людьми: { $with_people }, с координатором: { $with_coordinator }.
statistics-roles =
    <b>Роли</b>
    { $roles }
statistics-line = • { $title } — { $count }
statistics-events =
    <b>События</b>
    Впереди: { $coming }. Прошло за 30 дней: { $held }.
statistics-attendance =
    На прошедшие записались { $places }, пришли { $came }.
statistics-broadcasts =
    <b>Рассылки за 30 дней</b>
    Отправлено: { $broadcasts }, доставлено сообщений: { $delivered }.
statistics-monitoring =
    <b>Мониторинг</b>
    { $campaign }: ответили { $answered } из { $asked } школ, из них с опозданием — { $late }.
statistics-decisions = Решений исполняется: { $decisions }, просрочено: { $overdue }.
statistics-assessments =
    <b>Самооценки</b>
    Закончено: { $finished }. Начато и не закончено: { $open }.
statistics-deficits =
    <b>Где чаще выраженный дефицит</b>
    Последние результаты, человек: { $assessed }. Направления, где таких меньше { $fewest }, не показаны.
    { $deficits }
statistics-no-deficits =
    Последние результаты, человек: { $assessed }. Ни в одном направлении нет { $fewest } человек с выраженным дефицитом.
statistics-few =
    По направлениям пока не показываю: результатов меньше { $fewest }, и людей можно было бы узнать.

health-head =
    { $worries ->
        [0] <b>Всё работает</b>
       *[other] <b>Обратите внимание</b>
    }
health-lines = { $lines }
health-fine = ✓ { $text }
health-worry = ⚠️ { $text }
health-database = База отвечает за { $milliseconds } мс, занимает { $size }.
health-space = Свободно на диске: { $free }.
health-backup = Возраст последней копии: { $ago }.
health-backup-none = Резервных копий ещё нет.
health-backups-off = Резервные копии выключены: в настройках не задан их пароль.
health-no-maintenance = Технические работы не идут.
health-maintenance = Идут технические работы, начало: { $since }. Сохранено сообщений и нажатий: { $held }.
health-draining = Отвечаю на сохранённое за время работ: осталось { $held }.
health-not-paused = Расписание идёт.
health-paused = Расписание: на паузе { $jobs }. Снять паузу: /schedule
health-outbox = Ждут отправки: { $waiting }. Не доставлено: { $failed }.
health-jobs =
    <b>По расписанию</b>
    { $jobs }
health-job = • { $title }: { $moment }
health-program =
    Без перезапуска: { $uptime }. Память: { $memory }.
    Программа { $version }, база { $revision }. { $place }. { $questionnaire }, версия { $questionnaire_version }. Согласие { $consent }.

backups-on =
    <b>Резервные копии</b>
    Копия делается каждую ночь в 2:30. Срок хранения, дней: { $days }. Копии зашифрованы: без пароля из настроек их не открыть.
backups-off =
    <b>Резервные копии</b>
    ⚠️ Сейчас выключены. Чтобы включить, задайте в файле настроек пароль копий и перезапустите бота. Как это сделать, сказано в руководстве по установке.
backups-none =
    Копий пока нет. Первую можно сделать сейчас.
backups-list =
    Есть копий: { $count }
    { $lines }
backup-line = • { $moment } — { $size }
backup-make = Сделать копию сейчас
backup-coming = Делаю копию. Напишу, когда будет готова.
backup-done = Копия готова, её размер — { $size }. Все копии: /backup
refusal-backups-off = Резервные копии выключены: в настройках не задан пароль, которым они шифруются.
refusal-backup-running = Копия уже делается. Подождите минуту.
refusal-backup-failed = Копию сделать не получилось: { $problem ->
    [folder] в папку копий нельзя записать или кончилось место.
    [tool-missing] на сервере нет программы для копирования базы.
    [tool-old] программа для копирования базы старее самой базы.
    [database] база не читается.
   *[other] что-то пошло не так.
} Подробности в журнале.

maintenance-is-off =
    <b>Технические работы</b>
    Сейчас не идут: бот отвечает всем.

    Если их начать, бот будет работать только для администраторов. Остальным (всего в боте людей: { $people }) он ответит, что идут работы, а сообщения и нажатия сохранит. Когда закончите, ответит на всё по порядку.
maintenance-is-on =
    <b>Идут технические работы</b>
    Начало: { $since }. Сохранено сообщений и нажатий: { $held }.

    Администраторы работают как обычно, остальным бот отвечает, что идут работы.
maintenance-drains =
    <b>Отвечаю на сохранённое</b>
    Осталось: { $held }. Потом всё пойдёт как обычно.
maintenance-begin = Начать технические работы
maintenance-end = Закончить и ответить всем
maintenance-begun = Технические работы начаты. Что пришлют люди, сохранится.
maintenance-ended = Работы закончены. Отвечаю на то, что накопилось.
maintenance-kept = Идут технические работы. Ваше сообщение сохранено, отвечу, как только закончим.
maintenance-later = Идут технические работы. Напишите, пожалуйста, немного позже: /start

content-live =
    <b>Содержание</b>

    <b>Профиль.</b> { $place }
    <code>{ $profile }</code>, отпечаток <code>{ $profile_digest }</code>

    <b>Опросник.</b> { $questionnaire }
    <code>{ $key }</code>, версия { $version }, отпечаток <code>{ $digest }</code>
    Действует с: { $published }

    <b>Согласие.</b> Версия { $consent }
    <b>Тексты.</b> На каждом языке: { $texts }
content-check = Проверить и перечитать файлы
content-broken =
    <b>В файлах есть ошибки: { $count }</b>
    Пока они есть, действует прежнее содержание. Исправьте и проверьте ещё раз.
    { $problems }
content-same =
    <b>Файлы проверены</b>
    Ошибок нет, содержание то же, что уже действует.
content-version =
    <b>Опросник изменился</b>
    Версия в файле: { $version }. Новые самооценки пойдут по ней, начатые закончатся по прежней.
content-same-version =
    Номер версии прежний, а текст другой. Лучше поменять и номер, чтобы различать результаты.
content-sections =
    <b>Профиль изменился</b>
    Разделы: <code>{ $sections }</code>
content-measures =
    Изменилось то, о чём спрашивают школы, или как это считают. Новые кампании пойдут по-новому, открытые закончатся по-прежнему.
content-schools =
    Школ добавится: { $added }, изменится: { $changed }. Школы, которые правили в боте, останутся как есть.
content-restart =
    ⚠️ Изменился ключ профиля или часовой пояс. На ходу такое не перечитать: перезапустите бота.
content-later =
    Изменились также списки предметов и должностей или согласие. Они вступят в силу после перезапуска.
content-take = Ввести в действие
content-taken = Готово, новое содержание действует.
refusal-content-broken = В файлах есть ошибки ({ $count }), поэтому действует прежнее содержание. Исправьте их и проверьте ещё раз.
refusal-content-restart = Изменился ключ профиля или часовой пояс: нужен перезапуск бота. Пока действует прежнее содержание.
refusal-content-changed = Файлы изменились после проверки. Посмотрите ещё раз, что в них нового.

outbox-head =
    <b>Очередь отправки</b>
    Ждут отправки: { $waiting }, отправляются сейчас: { $sending }, ждут своего времени: { $ahead }.
    Отправлено сегодня: { $sent }.
outbox-since =
    Дольше всех ждёт сообщение, которое должно было уйти { $since }.
outbox-became =
    <b>Всего не отправлено</b>
    из-за ошибки: { $failed }
    человек остановил бота: { $unreachable }
    опоздали и были бы уже не нужны: { $missed }
    стали не нужны раньше срока: { $cancelled }

    Ответ Telegram потерялся, сообщение могло прийти дважды: { $unknown }
outbox-failed =
    <b>Почему не доставлено</b>
    { $reasons }
outbox-reason = • { $reason } — { $count }
outbox-late =
    <b>Что опоздало</b>
    Бот не работал или не мог отправить, пока это ещё было нужно.
    { $late }
outbox-late-row = • { $what } — { $count }, последнее на { $at }
outbox-late-event = о событии «{ $event }»
outbox-late-notice = уведомления
outbox-blocked = человек остановил бота
outbox-gone = такого аккаунта больше нет
outbox-unknown = причина неизвестна
