# Расписание: что произойдёт само, что сделано, пауза, запуск сейчас.
job-monitoring = Кампании мониторинга
job-tick = Закрытие событий
job-backup = Резервная копия
job-remind = Напоминания об аттестации
job-tidy = Уборка старых записей
job-short-monitoring = Кампании
job-short-tick = События
job-short-backup = Копия
job-short-remind = Аттестации
job-short-tidy = Уборка
job-does-monitoring = Планирует кампании по календарю, открывает их в срок, спрашивает школы и напоминает тем, кто не ответил.
job-does-tick = Закрывает события, которые закончились, и спрашивает пришедших, как всё прошло.
job-does-backup = Каждую ночь делает копию базы.
job-does-remind = По утрам напоминает о близкой аттестации.
job-does-tidy = Каждую ночь убирает то, что больше не нужно: старые закладки, сообщения и записи.

schedule-head =
    <b>Расписание</b>
    Время местное: { $city }.
schedule-paused =
    ⏸ На паузе: { $jobs }.
    Само это не запустится, пока вы не снимете паузу.
schedule-ahead =
    <b>Ближайшее</b>
    { $lines }
schedule-ahead-none = Ближайших дел нет.
schedule-line = • { $moment } — { $what }
schedule-line-paused = ⏸ { $moment } — { $what }
schedule-now = сейчас
schedule-step = «{ $title }»: { $step }
schedule-event = закончится событие «{ $title }»
schedule-job = { $title }
schedule-runs = Что сделано
schedule-pause-all = Пауза для всего
schedule-resume-all = Снять паузу со всего

schedule-card =
    <b>{ $title }</b>
    { $does }
schedule-card-paused = ⏸ На паузе с { $since }.
schedule-card-next = Следующий запуск: { $next }, время местное ({ $city }).
schedule-card-often = Проверяет, не пора ли, несколько раз в минуту.
schedule-card-last = Последний раз: { $moment } — { $came }.
schedule-run = Запустить сейчас
schedule-pause = Приостановить
schedule-resume = Снять паузу
schedule-ran = { $title }: { $what }.
schedule-runs-long = Запустил. Напишу, когда закончится.
schedule-ran-long = <b>{ $title }:</b> { $what }.

schedule-pause-ask =
    <b>Приостановить: { $title }?</b>
    { $does }

    Пока стоит пауза, само это не запустится, но запустить можно будет вручную. Когда снимете паузу, пропущенное выполнится один раз.
schedule-pause-all-ask =
    <b>Приостановить всё расписание?</b>
    Кампании не откроются, напоминания школам не уйдут, прошедшие события не закроются, копии и уборка по ночам встанут.

    Сообщения, которые уже ждут отправки, уйдут. Когда снимете паузу, пропущенное выполнится один раз.
schedule-pause-yes = Да, приостановить
schedule-is-paused = Пауза включена.
schedule-resumed = Пауза снята. Пропущенное выполнится в течение минуты.

schedule-done-by-all =
    <b>Что сделано</b>
    Здесь запуски, у которых нашлись дела, и все ручные. Новые сверху, время местное: { $city }.
schedule-done-by-one =
    <b>{ $title }: что сделано</b>
    Здесь запуски, у которых нашлись дела, и все ручные. Новые сверху, время местное: { $city }.
schedule-done-lines = { $lines }
schedule-done-none = Пока записей нет.
schedule-run-done = • { $moment } — { $title }{ $by }: { $what }
schedule-run-failed = ⚠️ { $moment } — { $title }{ $by }: { $what }
schedule-by-hand = , вручную
schedule-came-nothing = новых дел не нашлось
schedule-came-tick = закрыто событий — { $events }
schedule-came-backup = копия готова, её размер — { $size } МБ
schedule-came-remind = аттестация близко, человек — { $near }
schedule-came-tidy = убрано закладок — { $bookmarks }, сообщений — { $messages }, записей — { $runs }
schedule-came-planned = запланировано кампаний — { $count }
schedule-came-step = { $step }{ $count ->
    [one] {""}
   *[other] , кампаний — { $count }
}
schedule-came-late = опоздавшие напоминания пропущены
schedule-failed = не получилось, { $problem }{ $times ->
    [1] {""}
   *[other] ; раз подряд — { $times }
}
schedule-failed-folder = в папку копий нельзя записать или кончилось место
schedule-failed-tool-missing = на сервере нет программы для копирования базы
schedule-failed-tool-old = программа для копирования базы старее самой базы
schedule-failed-database = база не читается
schedule-failed-running = копия уже делалась
schedule-failed-crashed = что-то сломалось, подробности в журнале программы
refusal-job-running = Это уже выполняется. Подождите минуту.
