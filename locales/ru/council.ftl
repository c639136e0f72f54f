# Обсуждение итогов мониторинга: площадки, заключения, решения.
council-places =
    <b>Обсуждение итогов</b>
    { $campaign }
council-lines = { $lines }
council-place-line =
    • <b>{ $place }</b>
    { $when } · { $count ->
        [0] решений пока нет
        [one] { $count } решение
        [few] { $count } решения
       *[many] { $count } решений
    }{ $more }
council-held = обсудили { $date }
council-will-be = обсудят { $date }
council-not-held = день не указан
council-of-reported = ждут подтверждения: { $count }
council-of-overdue = просрочено: { $count }
council-of-drafts = черновиков: { $count }
council-no-places = Где обсуждать итоги, в профиле муниципалитета не сказано. Попросите администратора добавить площадки обсуждения.
council-all = Все решения
council-to-campaign = ‹ К кампании
council-to-places = ‹ К площадкам
council-to-place = ‹ К площадке
council-place =
    <b>{ $place }</b>
    { $campaign }
    { $when }
council-conclusion =
    <b>Заключение.</b> { $conclusion }
council-decisions =
    <b>Решения</b>
    { $lines }
council-no-decisions = Решений пока нет.
council-all-decisions =
    <b>Все решения</b>
    { $campaign }
council-when = Когда обсудили
council-conclude = Заключение
council-new = Новое решение

council-ask-held =
    <b>{ $place }</b>
    Когда обсудили итоги? Выберите или напишите день, например: 12.11.2026 или 12 ноября. Если обсуждение впереди, напишите будущий день.
council-day = { $days ->
    [0] Сегодня
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
}
council-known = Сейчас: { $value }
council-remove = Убрать
council-saved = Сохранено.
council-ask-conclusion =
    <b>{ $place }</b>
    Напишите заключение, до 2000 знаков: к чему пришли, что получается, что нет. Оно попадёт в сводку для совета.
council-ask-text =
    <b>Что решили?</b>
    Напишите одним сообщением, до 1000 знаков. Например: Назначить наставников молодым учителям и провести две встречи за полугодие.
    Потом можно выбрать школы: каждая получит решение как рекомендацию и отметит исполнение.
council-ask-responsible =
    <b>Кто отвечает?</b>
    Напишите имя или должность, например: методист по начальной школе.
council-ask-due =
    <b>До какого дня исполнить?</b>
    Выберите или напишите день, например: 15.12.2026 или 15 декабря.
council-told = Школа уже знает о рекомендации. За три дня до нового срока бот напомнит о ней ещё раз.
council-in-days = { $days ->
    [14] Две недели
    [30] Месяц
    [90] Три месяца
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
council-ask-schools =
    <b>Каким школам рекомендовать?</b>
    Отметьте одну или несколько. Чтобы найти школу, напишите часть названия.
council-schools-chosen = Выбрано: { $count }. { $chosen }
council-schools-none = Пока никого: решение останется за самой службой.
council-schools-done = Готово
council-all-schools = Всем
council-no-school = Никому

decision-line =
    { $sign } <b>{ $text }</b>
    { $about }
decision-until = до { $date }
decision-no-due = срок не указан
decision-state-draft = черновик
decision-state-open = исполняется
decision-state-overdue = просрочено
decision-state-reported = школа отметила исполнение
decision-state-done = исполнено
decision-card =
    <b>{ $place }</b>
    { $sign } { $state }

    { $text }
decision-lines = { $lines }
decision-value = <b>{ $label }:</b> { $value }
decision-field-school = Кому
decision-field-responsible = Ответственный
decision-field-due = Срок
decision-no-school = муниципалитет, без школ
decision-no-responsible = не назван
decision-schools = { $count ->
    [one] { $names }
    [few] { $count } школы: { $names }
   *[many] { $count } школ: { $names }
}
decision-report = <b>Что сообщила школа:</b> { $report }
decision-was-sent-back = Вернули школе: { $sent_back }
decision-missing = Чтобы отправить, осталось указать: { $lacks }.
decision-lacks-due = срок
decision-lacks-responsible = ответственного
decision-deaf = Некому сообщить в боте: { $deaf_names }. Назначьте там координатора, и он увидит рекомендацию.
decision-confirm = Подтвердить исполнение
decision-send-back = Вернуть школе
decision-send = Отправить
decision-edit-text = Текст
decision-edit-schools = Школы
decision-edit-responsible = Ответственный
decision-edit-due = Срок
decision-close = Исполнено
decision-drop = Снять
decision-discard = Удалить черновик

decision-send-ask =
    <b>Отправить решение?</b>
    { $text }
    Срок: { $due }
decision-send-schools = { $count ->
    [one] Его получит школа: { $schools }. Координаторам и директору придёт сообщение.
    [few] Его получат { $count } школы, каждая отдельно: { $schools }. Координаторам и директорам придёт сообщение.
   *[many] Его получат { $count } школ, каждая отдельно: { $schools }. Координаторам и директорам придёт сообщение.
}
decision-send-alone = Решение останется за службой, школам ничего не придёт. Отвечает: { $responsible }.
decision-send-yes = Да, отправить
decision-is-sent = { $count ->
    [one] Отправлено.
   *[other] Отправлено. Решений стало: { $count }.
}
decision-close-ask =
    <b>Решение исполнено?</b>
    { $text }
decision-close-told = Школа получит сообщение, что исполнение подтверждено.
decision-close-yes = Да, исполнено
decision-is-done = Отмечено: исполнено.
decision-send-back-ask =
    <b>Что ещё нужно сделать?</b>
    { $text }
    Напишите школе несколько слов, до 400 знаков. Она доделает и отметит исполнение снова.
decision-is-sent-back = Вернули школе.
decision-discard-ask =
    <b>Удалить черновик?</b>
    { $text }
decision-drop-ask =
    <b>Снять решение?</b>
    { $text }
    Исполнять его больше не нужно, из списков оно исчезнет.
decision-drop-told = Школа получит об этом сообщение.
decision-drop-yes = Да
decision-is-dropped = Готово.

refusal-review-too-early = Итоги обсуждают после открытия кампании: эта ещё не открывалась.
refusal-review-day-range = День обсуждения — не раньше открытия кампании и не позже чем через год.
refusal-decision-due-range = Срок — от сегодняшнего дня и не дальше трёх лет.
refusal-decision-sent = Решение уже отправлено: текст и школы изменить нельзя. Можно снять его и записать новое.
refusal-decision-not-sent = Решение ещё не отправлено.
refusal-decision-not-reported = Школа ещё не отметила исполнение или это уже рассмотрели.
refusal-decision-reported = Школа отметила исполнение. Подтвердите его или верните, потом можно менять срок.
refusal-decision-done = Решение уже исполнено.
refusal-decision-needs-due = Сначала укажите срок.
refusal-decision-needs-responsible = Сначала укажите ответственного или выберите школы.
refusal-decision-schools-gone = Выбранных школ уже нет в списке. Выберите другие.
