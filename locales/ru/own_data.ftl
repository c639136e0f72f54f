# Мои данные: что записано и кто смотрел.
own-data-head =
    <b>Что о вас записано</b>
own-data-section = { $section }
own-data-download = Скачать всё
own-data-lookers = Кто смотрел мои данные: { $looks }
own-data-correct = Исправить
own-data-forget = Удалить
own-data-coming = Готовлю файл…
own-data-file = Мои данные { $date }
own-data-caption = Всё, что о вас записано, в формате JSON: его прочитает любая программа, даже простой блокнот.
own-data-none = нет

own-data-profile =
    <b>Профиль</b>
own-data-attestation = Следующая аттестация
own-data-telegram = Номер в Telegram
own-data-language = Язык
own-data-since = Дата знакомства

own-data-roles =
    <b>Роли</b>
own-data-role = • { $role }: { $state ->
    [claimed] ждёт подтверждения с { $date }
    [active] с { $date }
    [declined] не подтверждена { $date }
   *[ended] снята { $date }
}
own-data-transfers =
    <b>Переходы в другую школу</b>
own-data-transfer = • { $school }: { $state ->
    [waiting] ждёт подтверждения с { $date }
    [confirmed] подтверждён { $date }
    [declined] не подтверждён { $date }
   *[withdrawn] отозван вами { $date }
}
own-data-invitations =
    <b>Приглашения, по которым вы пришли</b>
own-data-invitation = • { $role }: { $date }

own-data-courses =
    <b>Курсы</b>
own-data-course = • { $title }, { $hours } ч, { $date }
own-data-outside =
    <b>Внешние диагностики, которые отметил методист</b>
own-data-outside-result = • { $title }, { $year }: { $outcome }

own-data-assessments =
    <b>Самооценки</b>
own-data-pass = • { $date } · { $variant } · дефицит: { $overall }
own-data-attempt = • { $date } · { $variant } · не закончена
own-data-words =
    <b>Написано вашими словами</b>
own-data-word = • { $date }: «{ $words }»

own-data-events =
    <b>События</b>
own-data-place = • { $event }, { $date }: { $state ->
    [came] были{ $rating ->
        [0] {""}
       *[other] , ваша оценка — { $rating }
    }
    [registered] записаны
    [waiting] в очереди на место
   *[withdrawn] отказались от места
}
own-data-comment = «{ $words }»
own-data-reminders = <b>Напоминания о событиях:</b> { $when }
own-data-subscriptions =
    <b>Рассылки: ваш выбор</b>
own-data-subscription = • { $category }: { $wanted ->
    [yes] присылать
   *[no] не присылать
} (с { $date })
own-data-acknowledgements =
    <b>Отметки «ознакомлен»</b>
own-data-acknowledgement = • { $category }: { $date }
own-data-lists =
    <b>Списки для рассылок, в которых вы есть</b>

own-data-requests =
    <b>Мониторинг: запросы, на которые вы отвечали</b>
own-data-request = • { $campaign }{ $place ->
    [school] , { $school }
   *[municipality] , за муниципалитет
}: полей — { $count }{ $handed ->
    [yes] {""} · передал коллега
   *[no] {""}
}
own-data-decisions =
    <b>Решения, которые вы записали, и что вы сообщили об исполнении</b>

own-data-consents =
    <b>Согласия</b>
own-data-consent = • редакция { $version }, { $date }
own-data-notices =
    <b>Уведомления бота вам:</b> { $count }
own-data-log =
    <b>Записи журнала о том, что делали другие:</b> { $count }
own-data-rest = Ещё бот помнит, на каком экране вы остановились. В файле «Скачать всё» есть всё, до последнего ответа.

own-data-looks =
    <b>Кто смотрел ваши данные: { $total }</b>
    Просмотры, выгрузки и решения других людей о вас, новые сверху. В скобках — нынешняя роль человека.
own-data-lines = { $lines }
own-data-look =
    { $moment }
    <b>{ $who }</b>
    { $deed }
own-data-gone = Удалённый человек
own-data-nobody = Ваши данные пока никто не смотрел и не выгружал.
