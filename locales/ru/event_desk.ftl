# События для тех, кто их готовит.
event-desk-coming = <b>Предстоящие события</b>
event-desk-drafts = <b>Черновики событий</b>
event-desk-past = <b>Прошедшие события</b>
event-desk-lines = { $lines }
event-desk-none = Здесь пока пусто.
event-desk-new = Новое событие
event-desk-part-coming = Ближайшие: { $count }
event-desk-part-drafts = Черновики: { $count }
event-desk-part-past = Прошедшие: { $count }
event-desk-line =
    • <b>{ $title }</b>
    { $when } · { $places }
event-desk-line-draft =
    • <b>{ $title }</b>
    когда: { $when }
event-desk-line-cancelled =
    • <b>{ $title }</b>
    { $when } · отменено
event-desk-places = занято { $taken } из { $seats }{ $waiting ->
    [0] {""}
   *[other] , ждут места: { $waiting }
}
event-desk-places-open = записались: { $taken }
event-desk-places-past = пришли: { $came }, не пришли: { $absent }
event-desk-label = { $day } · { $title }
event-desk-to-list = ‹ К событиям

event-desk-fields-draft =
    <b>Черновик события</b>
    Пока его видят только методисты.
event-desk-fields =
    <b>Что изменить?</b>
    О новом времени, месте и ссылке узнают все, кто записан.
event-desk-value = <b>{ $label }:</b> { $value }
event-desk-nothing = пока нет
event-desk-no-limit = без ограничения
event-desk-has-picture = есть
event-desk-missing = Осталось указать дату и время. Остальное — по желанию.
event-desk-complete = Главное есть, можно публиковать. Остальное — по желанию.
event-desk-others = Ещё поля ›
event-desk-publish = Опубликовать
event-desk-details = <b>Ещё поля</b>
event-desk-whom = Кто может записаться: { $whom }.
event-desk-open-everybody = все
event-desk-open-others = прежде всего выбранные, но можно всем
event-desk-open-only = только выбранные
event-desk-chosen-others = { $audience } (записаться могут все)
event-desk-chosen-only = { $audience } (остальные не запишутся)
event-desk-switch-others = Записывать только выбранных
event-desk-switch-only = Разрешить записываться всем
event-desk-discard = Удалить черновик
event-desk-field-title = Название
event-desk-field-when = Дата и время
event-desk-field-place = Место
event-desk-field-link = Ссылка
event-desk-field-seats = Число мест
event-desk-field-deadline = Срок записи
event-desk-field-form = Форма
event-desk-field-topics = Темы
event-desk-field-audience = Для кого
event-desk-field-description = Описание
event-desk-field-level = Уровень
event-desk-field-vector = Вектор
event-desk-field-direction = Направление
event-desk-field-organiser = Организатор
event-desk-field-picture = Картинка

event-desk-question = { $question }
event-desk-known = Сейчас: { $value }
event-desk-remove = Убрать
event-desk-saved = Сохранено.
event-desk-ask-title =
    <b>Как называется событие?</b>
    Напишите, как увидят люди. Например: Мастер-класс «Формирующее оценивание».
event-desk-ask-description =
    <b>О чём событие?</b>
    Напишите в нескольких предложениях, до 2000 знаков: что будет, кому полезно, что взять с собой.
event-desk-ask-place =
    <b>Где собираемся?</b>
    Напишите место так, чтобы его нашли. Например: Аксёновская школа, кабинет 12.
event-desk-ask-link =
    <b>По какой ссылке подключаться?</b>
    Пришлите адрес страницы или видеовстречи. Её увидят те, кто записался.
event-desk-ask-organiser =
    <b>Кто проводит?</b>
    Напишите организацию или объединение. Если не указать, организатором считается наша служба.
event-desk-ask-form = <b>В какой форме пройдёт событие?</b>
event-desk-ask-level =
    <b>Какого уровня событие?</b>
    Партнёров и соседей из других муниципалитетов назовите в поле «Организатор».
event-desk-ask-vector =
    <b>К какому вектору развития оно относится?</b>
    По вектору люди находят событие в календаре.
event-desk-ask-direction = <b>К какому направлению работы службы оно относится?</b>
event-desk-ask-seats =
    <b>Сколько мест?</b>
    Выберите или напишите число. Когда места кончатся, люди встанут в лист ожидания.
event-desk-seats-known = Сейчас: { $seats }
event-desk-seats-open = Сейчас места не ограничены.
event-desk-seats-taken = Уже записались: { $taken }.
event-desk-seats-waiting = Ждут места: { $waiting }. Новые места достанутся им по очереди, и бот каждому напишет.
event-desk-seats-free = Не ограничивать
event-desk-ask-when =
    <b>Когда событие?</b>
    { $title }

    Напишите день, начало и конец. Например: { $example } 14:30–16:00 или завтра в 15:00, 2 часа. Время местное.
event-desk-when-known = Событие: { $when }
event-desk-ask-deadline =
    <b>До какого момента открыта запись?</b>
    Напишите день или день и время. Например: { $example } 18:00.
event-desk-deadline-known = Сейчас: { $deadline }
event-desk-until-start = до начала события
event-desk-closed = закрыта, срок прошёл
event-desk-until-start-set = До начала события
event-desk-ask-topics =
    <b>О чём событие?</b>
    { $what }
event-desk-topics-block = Блоки самооценки: по ним событие предложат тем, у кого здесь дефицит.
event-desk-topics-subject = Предметы: событие увидят в первую очередь те, кто их ведёт.
event-desk-topics-rubric = Рубрики: то, что не связано с блоком или предметом.
event-desk-kind-block = Блоки: { $count }
event-desk-kind-subject = Предметы: { $count }
event-desk-kind-rubric = Рубрики: { $count }
event-desk-topics-done = Готово ›
event-desk-ask-picture =
    <b>Картинка для карточки и объявления</b>
    Пришлите фотографию или афишу как картинку, не файлом.
event-desk-picture-known = Картинка уже есть. Новая займёт её место.

event-desk-change =
    <b>{ $title }</b>
    { $label }

    Было: { $before }
    Станет: { $after }

    Записавшимся и тем, кто в листе ожидания, придёт одно сообщение: { $count } { $count ->
        [one] человек
        [few] человека
       *[many] человек
    }.
event-desk-change-moved = Напоминания пойдут по новому времени.
event-desk-change-yes = Изменить и сообщить: { $count }
event-desk-change-silent = Изменить без сообщения
event-desk-told = Сохранено. Сообщение получат: { $count }.

event-desk-published = ✓ Событие опубликовано: его видно в календаре, запись открыта. Самое время разослать объявление.
event-desk-card =
    <b>{ $title }</b>
    { $state }

    { $when }
    { $where }

    { $people }
event-desk-card-until = Запись: { $deadline }
event-desk-card-reason = Причина отмены: { $reason }
event-desk-nobody-needs = Приглашать по дефициту пока некого.
event-desk-card-reminders =
    Напоминания:
    { $reminders }
event-desk-phase-draft = черновик
event-desk-phase-coming = опубликовано
event-desk-phase-on = идёт сейчас
event-desk-phase-past = прошло
event-desk-phase-cancelled = отменено
event-desk-no-place = Место сообщим позже
event-desk-taken = { $free ->
    [0] Все места заняты: { $taken } из { $seats }
   *[other] Занято { $taken } из { $seats }, свободно { $free }
}{ $waiting ->
    [0] {""}
   *[other] , ждут места: { $waiting }
}
event-desk-taken-open = Записались: { $taken }, места не ограничены
event-desk-taken-off = Были записаны: { $taken }
event-desk-turnout = Пришли: { $came }, не пришли: { $absent }
event-desk-reminder = • { $kind }, { $when } — { $what }
event-desk-reminder-ahead = получат { $count }
event-desk-reminder-sent = отправлено { $count }
event-desk-reminder-lost = не дошло или опоздало { $count }
event-desk-before-week = за неделю
event-desk-before-day = за день
event-desk-before-hour = за час
event-desk-announce-first = Разослать объявление
event-desk-participants = Участники
event-desk-checkin = Отметка
event-desk-edit = Изменить
event-desk-announce = Объявить
event-desk-open-draft = Заполнить черновик
event-desk-invite = Пригласить с дефицитом: { $needed }
event-desk-more = Ещё ›
event-desk-materials = Материалы
event-desk-feedback = Отзывы
event-desk-repeat = Повторить
event-desk-share = Поделиться
event-desk-cancel = Отменить событие
event-desk-copied = Черновик готов: всё как было, укажите новое время.

event-desk-publish-ask = <b>Опубликовать?</b> Вот что увидят люди.
event-desk-preview =
    <b>{ $title }</b>
    { $kind }
    { $when }
    { $where }
    Мест: { $seats }
    Запись: { $deadline }
    Могут записаться: { $whom }
event-desk-preview-topics = Темы: { $topics }
event-desk-preview-text = { $text }
event-desk-placeless = Место и ссылка не указаны. Добавите позже — все, кто записан, об этом узнают.
event-desk-publish-yes = Да, опубликовать
event-desk-is-published = Событие опубликовано.
event-desk-cancel-ask =
    <b>Отменить событие?</b>
    { $title }
    { $when }

    Напоминания и объявления остановятся. { $count ->
        [0] Никто не записан, сообщать некому.
        [one] Об отмене узнает { $count } человек.
        [few] Об отмене узнают { $count } человека.
       *[many] Об отмене узнают { $count } человек.
    }
event-desk-cancel-why = Напишите причину, её увидят все, кто записан. Например: заболела ведущая, новую дату сообщим.
event-desk-cancel-reason =
    Причина: { $reason }
    Если нужно иначе, напишите ещё раз.
event-desk-cancel-yes = Да, отменить событие
event-desk-is-cancelled = Событие отменено.
event-desk-discard-ask =
    <b>Удалить черновик?</b>
    { $title }

    Вернуть его будет нельзя.
event-desk-discard-yes = Да, удалить
event-desk-discarded = Черновик удалён.

refusal-only-photo = Здесь нужна картинка: пришлите её как фото, не файлом.
refusal-when-unclear = «{ $text }» — не понимаю, когда это. Напишите, например: 25.11 14:30 или завтра в 15:00.
refusal-when-day = Напишите и день. Например: 25.11 14:30.
refusal-when-time = Напишите и время. Например: 25.11 14:30.
refusal-when-no-such-time = Времени «{ $text }» не бывает. Напишите, например, 14:30.
refusal-when-weekday = { $text } — другой день недели. Проверьте дату.
refusal-when-gap = Времени { $text } в этот день нет: переводят часы. Напишите другое.
refusal-event-title-short = Название слишком короткое. Напишите его словами.
refusal-event-link = Это не похоже на адрес страницы. Скопируйте его целиком из браузера или из приглашения.
refusal-event-seats-number = «{ $text }» не похоже на число мест. Напишите цифрами, например: 15.
refusal-event-seats-range = Напишите число мест от 1 до { $limit }.
refusal-event-seats-taken = Уже записались { $taken }: меньше мест сделать нельзя.
refusal-event-end-first = Конец раньше начала. Проверьте время.
refusal-event-too-long = Событие длится дольше { $days } дней. Проверьте даты.
refusal-event-too-far = Это больше чем через три года. Проверьте дату.
refusal-event-past = Это время уже прошло. Напишите будущее.
refusal-event-on = Событие уже идёт: начало не перенести. Можно изменить конец, место и ссылку.
refusal-event-over = Событие уже прошло, изменить его нельзя.
refusal-event-cancelled = Событие отменено, изменить его нельзя. Можно повторить его как новое.
refusal-event-draft = Событие ещё не опубликовано. Черновик можно просто удалить.
refusal-event-published = Событие уже опубликовано.
refusal-event-no-title = У события нет названия. Напишите его, и можно публиковать.
refusal-event-no-time = Не указано, когда событие. Напишите день и время, и можно публиковать.
refusal-event-deadline-past = Этот момент уже прошёл. Напишите будущий.
refusal-event-deadline-passed = Срок записи уже прошёл. Назначьте новый.
refusal-event-deadline-late = Запись не может быть открыта дольше, чем до начала события.
refusal-event-for-everybody = Сначала выберите, для кого событие.
refusal-event-drafts-limit = Черновиков событий уже { $limit }. Удалите ненужные.
