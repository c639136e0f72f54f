# Кампании мониторинга для методиста: список, карточка, дни, школы, открытие и закрытие.
campaigns = <b>Кампании мониторинга</b>
campaigns-lines = { $lines }
campaigns-none =
    Кампаний пока нет. Те, что есть в календаре муниципалитета, появятся здесь за два месяца до открытия. Можно начать и свою.
campaigns-line =
    • <b>{ $title }</b>
    { $state }
campaigns-draft = готовится, откроете сами
campaigns-planned = откроется { $day }
campaigns-skipped = пропущена, должна была открыться { $day }
campaigns-answered = { $answered ->
    [one] ответила
   *[many] ответили
} { $answered } из { $asked }
campaigns-closed = закрыта, { $answered }
campaigns-open = открыта, { $answered }, { $days ->
    [0] срок сегодня
    [one] до срока { $days } день
    [few] до срока { $days } дня
   *[many] до срока { $days } дней
}
campaigns-overdue = открыта, { $answered }, срок прошёл { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} назад
campaigns-back = ‹ Кампании
campaign-new = Новая кампания
campaign-new-title = Сбор данных, { $day }
campaign-nameless = Без названия

campaign-card = <b>{ $title }</b>
campaign-card-draft = Готовится: откроется, когда вы её откроете.
campaign-card-waits = Откроется сама: { $opens }, 9:00.
campaign-card-progress =
    { $bar } { $answered ->
        [one] ответила
       *[many] ответили
    } { $answered } из { $asked }
campaign-card-open =
    Срок: { $deadline }
    { $left ->
        [0] Он сегодня.
        [one] Остался { $left } день.
        [few] Осталось { $left } дня.
       *[many] Осталось { $left } дней.
    }
campaign-card-overdue =
    Срок: { $deadline }
    Он прошёл, ответы ещё принимаются и отмечаются как поздние.
campaign-card-closed =
    Закрыта. Срок был: { $deadline }
campaign-card-skipped = В этот раз пропущена.
campaign-card-discarded = Удалена.
campaign-card-deadline = Срок: { $deadline }
campaign-card-period = Данные за период: { $period }
campaign-card-asks =
    Школ: { $schools }{ $everybody ->
        [1] , все
       *[other] , выбранные
    }. Вопросов школе: { $questions }, службе: { $own }.
campaign-card-orphans = ⚠️ Отвечать некому, школ: { $orphans }. Там нет координатора.
campaign-card-wording =
    Пояснение для школ:
    { $wording }
campaign-deadline-moved = { $day } (вместо выходного: { $wished })

campaign-board = Кто ответил: { $answered } из { $asked }
campaign-orphans = Школы, где некому: { $orphans }
campaign-results = Показатели
campaign-council = Решения
campaign-open = Открыть сейчас
campaign-change = Изменить
campaign-questions = Вопросы
campaign-steps = Что по плану
campaign-skip = Пропустить в этот раз
campaign-resume = Всё-таки провести
campaign-discard = Удалить
campaign-close = Закрыть кампанию

campaign-fields =
    <b>Что изменить?</b>
    { $lines }
campaign-value = <b>{ $label }:</b> { $value }
campaign-field-title = Название
campaign-field-opens = Открытие
campaign-field-deadline = Срок
campaign-field-period = Период
campaign-field-wording = Пояснение
campaign-field-schools = Школы
campaign-opens-by-hand = когда откроете сами
campaign-all-schools = все ({ $count })
campaign-chosen-schools = выбранные ({ $count })
campaign-question = { $question }
campaign-known = Сейчас: { $value }
campaign-remove = Убрать
campaign-saved = Сохранено.
campaign-ask-title =
    <b>Как называется кампания?</b>
    Напишите, как увидят школы. Например: Мониторинг за { $year } год.
campaign-ask-opens =
    <b>Когда открыть?</b>
    Выберите день или напишите, например: { $example }. Откроется в 9:00. Если это выходной, откроется в следующий рабочий день.
campaign-ask-deadline =
    <b>До какого дня школы отвечают?</b>
    Выберите день или напишите, например: { $example }. Этот день ещё считается вовремя. Выходной перенесу на следующий рабочий день.
campaign-ask-period =
    <b>За какое время нужны данные?</b>
    Выберите или напишите, например: 1.09.{ $year } – 31.12.{ $year } или просто { $year }.
campaign-year = { $year } год
campaign-school-year = Учебный год { $year }
campaign-ask-wording =
    <b>Что пояснить школам?</b>
    Напишите несколько слов, до 1000 знаков: школы увидят их вместе с запросом. Например: числа нужны к совету в июне.

campaign-move-ask =
    <b>Перенести срок?</b>
    { $title }

    Было: { $before }
    Станет: { $after }

    { $owing ->
        [0] Все уже ответили, сообщать некому.
        [one] Об этом узнают те, кто отвечает за { $owing } школу: она ещё не ответила.
        [few] Об этом узнают те, кто отвечает за { $owing } школы: они ещё не ответили.
       *[many] Об этом узнают те, кто отвечает за { $owing } школ: они ещё не ответили.
    } Напоминания пойдут по новому сроку.
campaign-move-off = Выбранный день, { $wished }, — выходной, поэтому срок сдвинется на рабочий.
campaign-move-yes = Да, перенести

campaign-schools-all =
    <b>Спрашиваем все школы: { $total }</b>
    { $title }

    Чтобы спросить только некоторые, нажмите на них. Можно написать часть названия.
campaign-schools-some =
    <b>Спрашиваем выбранные: { $count } из { $total }</b>
    { $title }

    Отметьте тех, кого спросить. Можно написать часть названия.
campaign-schools-everybody = Все школы
campaign-schools-each = Отметить все
campaign-schools-done = Готово ›

campaign-questions-head =
    <b>Что спрашиваем: { $total }</b>
    { $title }
campaign-questions-lines = { $lines }
campaign-questions-fixed = Вопросы этой кампании уже не меняются.
campaign-questions-change = Вопросы берутся из профиля муниципалитета и закрепятся в день открытия.
campaign-question-line = <b>{ $number }. { $title }</b> — { $input }{ $whom }
campaign-question-source = <i>Основание: { $source }</i>
campaign-text = { $text }
campaign-asks-own = , отвечает служба
campaign-input-number = число
campaign-input-share = процент
campaign-input-yes_no = да или нет
campaign-input-text = словами
source-default = решение службы

campaign-steps-head =
    <b>Что по плану</b>
    { $title }
campaign-steps-lines = { $lines }
campaign-steps-none = Пока ничего: кампания откроется, когда вы её откроете, и тогда появится план.
campaign-steps-waiting = • { $moment } — { $step }
campaign-steps-done = ✓ { $moment } — { $step }
campaign-steps-missed = – { $moment } — { $step }, опоздало и пропущено
campaign-step-ahead = предупредить методистов об открытии
campaign-step-open = открыть и спросить школы
campaign-step-moved = сообщить о новом сроке
campaign-step-before-7 = напомнить за 7 дней
campaign-step-before-3 = напомнить за 3 дня
campaign-step-before-1 = напомнить за день
campaign-step-overdue-1 = напомнить через день после срока
campaign-step-overdue-3 = напомнить через 3 дня после срока
campaign-step-overdue-7 = напомнить через 7 дней после срока
campaign-step-digest = сообщить методистам, кто не ответил

campaign-open-ask =
    <b>Открыть сейчас?</b>
    { $title }

    Срок: { $deadline }
    Данные за период: { $period }
campaign-open-reaches =
    Школ спросим: { $schools }, вопросов каждой: { $questions }. Запрос получат координаторы: { $people }.
    Вопросы закрепятся, школы и период уже не изменить.
campaign-open-yes = Да, открыть
campaign-is-opened = Кампания открыта. Школы получат запросы.
campaign-skip-ask =
    <b>Пропустить в этот раз?</b>
    { $title }

    Кампания не откроется, школам ничего не придёт. До дня открытия можно передумать. Следующая по календарю появится в своё время.
campaign-skip-yes = Да, пропустить
campaign-is-skipped = Кампания пропущена. Передумать можно до дня открытия.
campaign-is-resumed = Кампания снова в плане и откроется в свой день.
campaign-discard-ask =
    <b>Удалить кампанию?</b>
    { $title }

    Школы о ней ещё не знают. Вернуть её будет нельзя.
campaign-discard-yes = Да, удалить
campaign-is-discarded = Кампания удалена.
campaign-close-ask =
    <b>Закрыть кампанию?</b>
    { $title }

    { $owing ->
        [0] Все школы ответили.
        [one] Ещё должна ответить { $owing } школа.
        [few] Ещё должны ответить { $owing } школы.
       *[many] Ещё должны ответить { $owing } школ.
    } После закрытия сдать данные нельзя, напоминания прекратятся. То, что вы вернёте на исправление, школа исправить сможет.
campaign-close-unchecked = Сдано и ещё не проверено: { $submitted }. Проверить можно и после закрытия.
campaign-close-yes = Да, закрыть
campaign-is-closed = Кампания закрыта.

refusal-campaign-day-only = Здесь нужен только день, без времени. Например: 31.05.
refusal-campaign-period-unclear = «{ $text }» — не понимаю, какой это период. Напишите, например: 1.09.2025 – 31.05.2026.
