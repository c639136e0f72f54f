# События: календарь, карточка, места, напоминания.
events-head = <b>События</b>
events-filters = Показаны только: { $filters }
events-list = { $events }
events-nothing = Пока ничего не запланировано. Как только появится новое событие, оно будет здесь.
events-none-suits =
    Именно для вас событий пока нет: я подбираю их по вашим предметам, должности, стажу и результату самооценки.
    Посмотрите все — вдруг что-то заинтересует.
events-none-fits = По этому отбору событий нет. Уберите часть условий или посмотрите все.
events-all = Показать все события
events-for-me = Для меня
events-for-me-on = ✓ Для меня
events-filter = Отбор
events-filter-on = Отбор: { $some }
events-mine = { $mine ->
    [0] Мои события
   *[other] Мои события: { $mine }
}
event-day = <b>{ $day }</b>
event-line = { $number }. { $time } · { $title }
event-line-about = <i>{ $about }</i>
event-mark-cancelled = отменено
event-mark-attended = ✓ вы были
event-mark-here = ✓ вы отмечены
event-mark-barred = для других участников
event-mark-registered = ✓ вы записаны
event-mark-waiting = вы в листе ожидания, номер { $number }
event-mark-on = уже идёт
event-mark-closed = запись закрыта
event-mark-open = мест хватит всем
event-mark-full = мест нет, есть лист ожидания
event-mark-free = свободно { $free } из { $seats }

events-mine-head = <b>Мои события</b>
events-past-head = <b>Мои прошедшие события</b>
events-mine-none = Вы пока никуда не записаны. Выберите событие в календаре: запись — одно нажатие.
events-past-none = Прошедших событий пока нет.
events-past = Прошедшие
events-coming = Предстоящие
events-reminders = Напоминания

events-filter-ask =
    <b>Отбор событий</b>
    Выберите, по чему искать. В списках — только то, что есть в календаре сейчас.
events-filter-nothing = Отбирать пока не по чему: у событий календаря нет ни формы, ни темы.
event-filter-me = для вас
event-filter-subject = Предмет: { $value }
event-filter-form = Форма: { $value }
event-filter-vector = Вектор: { $value }
event-filter-level = Уровень: { $value }
event-filter-block = Тема: { $value }
event-filter-rubric = Рубрика: { $value }
event-any = не важно
events-reset = Сбросить
events-show = Показать: { $total }
events-choice-ask =
    <b>{ $what }</b>
    Рядом — сколько событий найдётся.
event-filter-ask-subject = Какой предмет?
event-filter-ask-form = Какая форма?
event-filter-ask-vector = Какой вектор?
event-filter-ask-level = Какой уровень?
event-filter-ask-block = Какая тема самооценки?
event-filter-ask-rubric = Какая рубрика?
event-any-button = Не важно

event-head =
    <b>{ $title }</b>
    { $kinds }
event-card = { $card }
event-mine = <b>{ $mine }</b>
event-of-no-form = Событие
event-hours = { $hours } ч
event-minutes = { $minutes } мин
event-when = Когда: { $when }{ $length ->
    [none] {""}
   *[other] {" "}({ $length })
}
event-where = Где: { $place }
event-link = Ссылка: { $link }
event-link-later = Ссылка на встречу появится здесь, когда вы запишетесь.
event-by = Проводит: { $organiser }
event-cancelled = ⚠️ Событие отменено.
event-cancelled-why = ⚠️ Событие отменено. Причина: { $reason }
event-going-on = Событие уже идёт, записаться нельзя.
event-is-over = Событие прошло.
event-seats-any = Мест хватит всем. Записались: { $taken }
event-seats = Свободно мест: { $free } из { $seats }
event-seats-none = Все места заняты ({ $seats }), в листе ожидания: { $waiting }
event-until = Записаться можно до: { $day }, { $time }
event-closed = Запись закрыта.
event-topics = О чём: { $topics }
event-for = Для кого — { $whom }
event-for-only = Только для этих участников — { $whom }
event-for-invited = те, кого пригласили организаторы
event-description = { $text }
event-i-am-registered = ✓ Вы записаны.
event-i-was-registered = Вы были записаны, но отметки о вас нет. Если вы пришли, скажите организатору: он отметит, и здесь появится справка.
event-i-wait = Вы в листе ожидания, номер { $number }. Освободится место — запишу вас и сразу сообщу.
event-i-came = ✓ Вы были на этом событии.
event-i-am-here = ✓ Вы отмечены.
event-barred = Вам на это событие записаться нельзя: оно для других участников. Если в профиле ошибка, исправьте её: /profile.

event-register = Записаться
event-wait = Встать в лист ожидания
event-withdraw = Отказаться от места
event-leave-line = Выйти из листа ожидания
event-check-in = Отметиться на событии
event-rate = Оценить событие
event-ics = В мой календарь
event-route = Как добраться
event-share = Поделиться
event-share-words = { $title }, { $when }. Записаться можно в боте:
event-picture = Картинка
event-placed = Вы записаны, место за вами.
event-placed-waiting = Свободных мест уже нет. Вы в листе ожидания, номер { $number }: освободится место — сообщу.
event-withdrawn = Готово, вы больше не в списке. Передумаете — запишитесь снова.
event-withdraw-ask =
    <b>Отказаться от места?</b>
    { $title }
    { $when }
    { $waiting ->
        [0] Место освободится для других.
        [one] В листе ожидания { $waiting } человек: место сразу перейдёт следующему.
        [few] В листе ожидания { $waiting } человека: место сразу перейдёт следующему.
       *[many] В листе ожидания { $waiting } человек: место сразу перейдёт следующему.
    }
event-leave-ask =
    <b>Выйти из листа ожидания?</b>
    { $title }
    { $when }
    Сейчас ваш номер { $number }. Если вернётесь, встанете в конец.
event-withdraw-yes = Да, отказаться
event-leave-yes = Да, выйти
event-file = Событие { $date }
event-file-caption = Откройте файл, и событие попадёт в календарь телефона. Если время изменится, сообщу: тогда скачайте файл ещё раз.
event-file-cancelled = Событие отменено. Откройте файл, и календарь телефона уберёт его или отметит отменённым.
event-file-coming = Готовлю файл для календаря…
event-file-failed = Не получилось подготовить файл для календаря. Попробуйте ещё раз из карточки события: /events.
event-picture-coming = Отправляю картинку…
event-picture-of = { $title }
event-picture-gone = Эта картинка больше не открывается. Всё остальное — в карточке события: /events.

reminders-ask =
    <b>Когда напоминать о событиях?</b>
    Отметьте всё, что удобно: выбор действует для всех событий, на которые вы записаны.
reminders-some = Ночью не побеспокою: что приходится на тихие часы, пришлю утром или, если утром будет поздно, без звука.
reminders-none = ⚠️ Сейчас я не напомню ни о чём. О переносе и отмене сообщу в любом случае.
reminder-week = За неделю
reminder-day = За день
reminder-hour = За час

event-link-offered = Вас зовут на событие: <b>{ $title }</b>, { $when }. Сначала познакомимся, это пара минут, а потом вы сможете записаться.
event-registered-button = ✓ Вы записаны · подробнее
event-waiting-button = Лист ожидания: { $number } · подробнее

notice-event-reminder =
    Напоминаю о событии, на которое вы записаны: <b>{ $event }</b>
    Когда: { $when }
    Где: { $place }
    Если прийти не получится, откройте событие и откажитесь от места.
notice-event-seat =
    Освободилось место, и теперь вы записаны: <b>{ $event }</b>
    Когда: { $when }
    Где: { $place }
    Если прийти уже не получится, откажитесь от места: его займёт следующий.
notice-event-moved =
    Перенесли событие, { $seat ->
        [yes] на которое вы записались
       *[no] где вы ждёте места
    }: <b>{ $event }</b>
    Было: { $was }
    Теперь: { $span }
    Где: { $place }
    Если новое время не подходит, откажитесь от места в карточке события.
notice-event-changed =
    У события, { $seat ->
        [yes] на которое вы записались
       *[no] где вы ждёте места
    }, изменилось место или ссылка: <b>{ $event }</b>
    Когда: { $when }
    Где: { $place }
notice-event-cancelled =
    Отменили событие, { $seat ->
        [yes] на которое вы записались
       *[no] где вы ждали места
    }: <b>{ $event }</b>, { $when }. { $why }
notice-cancelled-why = Причина: { $reason }
go-event = Открыть событие

refusal-event-gone = Этого события в календаре больше нет. Что есть сейчас, смотрите в разделе «События»: /events.
refusal-event-is-cancelled = Это событие отменено. Другие события — в календаре: /events.
refusal-event-begun = Событие уже началось, записаться нельзя. Ближайшие события — в календаре: /events.
refusal-event-begun-withdraw = Событие уже началось, отказаться от места нельзя. Если вас не будет, предупредите организатора.
refusal-event-deadline = Срок записи прошёл. Выберите другое событие или спросите организатора: он указан в карточке.
refusal-event-not-for-you = Это событие для других участников: для кого, сказано в карточке. Если в профиле неверные сведения, исправьте их: /profile.
