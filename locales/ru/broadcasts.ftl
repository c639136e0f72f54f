# Рассылки: черновик, отправка, итог, и то, что видит получатель.
broadcast-event-title = <b>{ $title }</b>
broadcast-event-when = 📅 { $when }
broadcast-event-place = 📍 { $place }
broadcast-event-online = 💻 Онлайн
broadcast-event-seats = Мест: { $seats }
broadcast-register = Записаться
broadcast-acknowledge = Ознакомлен(а)
broadcast-unsubscribe = Не присылать такое

broadcasts-head = <b>Рассылки · { $shelf }</b>
broadcasts-none-draft = Черновиков нет. Нажмите «Новая рассылка», чтобы написать людям.
broadcasts-none-going = Сейчас ничего не отправляется и не ждёт своего часа.
broadcasts-none-over = Завершённых рассылок пока нет.
broadcasts-shelf-draft = Черновики
broadcasts-shelf-going = В пути
broadcasts-shelf-over = Завершены
broadcasts-shelf-count = { $title }: { $count }
broadcasts-new = Новая рассылка
broadcasts-to-list = К рассылкам
broadcast-to-event = К событию
broadcast-untitled = Без текста
broadcast-photo = Фото
broadcast-document = Файл
broadcast-named-document = Файл «{ $name }»

broadcast-draft = <b>Черновик рассылки</b>
broadcast-draft-event = Событие: { $event }. Его название, время и место встанут над текстом сами, под текстом будет кнопка «Записаться».
broadcast-draft-event-off = ⚠️ Событие отменено или уже началось: звать на него поздно.
broadcast-draft-text = «{ $text }»
broadcast-draft-media = Вложение: { $media }
broadcast-draft-link = Кнопка «{ $label }»: { $url }
broadcast-draft-category = Тема: { $category }
broadcast-draft-ack = Получателей попросим отметить «Ознакомлен(а)».
broadcast-draft-audience =
    Кому: { $audience }
    { $reach }
broadcast-draft-when-now = Когда: сразу
broadcast-draft-when = Когда: { $moment }
broadcast-draft-needs-text = ⚠️ Ещё нет текста: пришлите его по кнопке «Текст и файл».
broadcast-draft-needs-category = ⚠️ Ещё не выбрана тема: от неё зависит, кто захочет это получать.
broadcast-draft-gone-out = Эта рассылка уже не черновик: её отправили.
broadcast-edit-text = Текст и файл
broadcast-edit-link = Кнопка-ссылка
broadcast-edit-category = Тема
broadcast-edit-audience = Кому
broadcast-edit-when = Когда
broadcast-ack-on = Нужна отметка
broadcast-ack-off = ✓ Нужна отметка
broadcast-preview = Посмотреть
broadcast-next = Отправить…
broadcast-open-progress = Как она идёт
broadcast-delete = Удалить
broadcast-delete-ask =
    <b>Удалить черновик?</b>
    Его ещё никто не получил. Вернуть черновик потом нельзя.
broadcast-delete-yes = Да, удалить
broadcast-deleted = Черновик удалён.

broadcast-preview-line = Выше — рассылка, какой её увидят получатели. Кнопки под ней настоящие.

broadcast-ask-text =
    <b>Что написать?</b>
    Пришлите сообщение так, как его должны увидеть: текст с оформлением, фото или файл с подписью. Новое сообщение заменит прежнее.
broadcast-ask-text-room = Помещается { $limit } знаков, с фото или файлом — { $caption }.
broadcast-text-now = Сейчас: «{ $text }»
broadcast-media-now = Вложение: { $media }
broadcast-remove-media = Убрать вложение
broadcast-media-removed = Вложение убрано.

broadcast-ask-link =
    <b>Какую ссылку поставить кнопкой?</b>
    Напишите подпись и адрес одним сообщением. Например: Программа семинара школа.рф/план.
broadcast-link-now = Сейчас: «{ $label }» — { $url }
broadcast-link-label = Подробнее
broadcast-remove-link = Убрать кнопку
broadcast-link-removed = Кнопка убрана.

broadcast-ask-category =
    <b>О чём рассылка?</b>
    Те, кто отписался от темы, её не получат. Служебные сообщения приходят всем: оставьте их для того, без чего нельзя работать.

broadcast-ask-when =
    <b>Когда отправить?</b>
    Напишите день и время. Например: завтра 9:00, 25.11 14:30 или через 2 часа.
broadcast-when-now = Сейчас выбрано: { $moment }
broadcast-when-at-once = Сразу
broadcast-when-tomorrow = Завтра в 9:00

broadcast-confirm =
    <b>Отправляем?</b>
    { $title }
    Кому: { $audience }

    { $reach }
    Это займёт { $span }.
broadcast-confirm-nobody =
    <b>Отправлять некому</b>
    { $reach }
    Измените, кому предназначена рассылка, или её тему.
broadcast-confirm-now = Первые получат её сразу.
broadcast-confirm-later = Начало: { $moment }.
broadcast-confirm-held = Сейчас тихие часы или выходной, людей лучше не беспокоить. Можно отправить позже: { $moment }.
broadcast-confirm-held-then = Выбранное время попадает на тихие часы или выходной, людей лучше не беспокоить. Можно отправить позже: { $moment }.
broadcast-send = Отправить
broadcast-send-then = Отправить { $later }
broadcast-send-anyway = Всё равно отправить сейчас
broadcast-send-anyway-then = Всё равно отправить { $asked }
broadcast-sent = Рассылка пошла.
broadcast-set = Рассылка ждёт своего времени.
broadcast-span-moment = меньше минуты
broadcast-span-minutes = около { $count } мин
broadcast-span-hours = около { $hours } ч { $minutes } мин

broadcast-progress-head =
    <b>{ $title }</b>
    { $state }
broadcast-state-scheduled = ⏰ Начало: { $moment }
broadcast-state-resting = ⏰ Тихие часы. Продолжит сама: { $moment }
broadcast-state-queueing = ▶️ Отправляется
broadcast-state-sending = ▶️ Отправляется
broadcast-state-paused = ⏸ Приостановлена
broadcast-state-done = ✅ Завершена: { $moment }
broadcast-state-cancelled = ⏹ Отменена
broadcast-state-draft = ✏️ Черновик
broadcast-progress-bar =
    { $bar } { $percent } %
    Разослано { $settled } из { $total }
broadcast-progress-left = Осталось { $span }{ $pace ->
    [0] {""}
   *[other] , скорость { $pace } в секунду
}
broadcast-progress-counts = Доставлено: { $delivered }{ $waiting ->
    [0] {""}
   *[other] {" "}· Ждут: { $waiting }
}
broadcast-progress-unreachable = Недоступны: { $unreachable } — заблокировали бота или удалили аккаунт
broadcast-progress-failed =
    Не ушло: { $failed }
    { $reasons }
broadcast-progress-dropped = Не получат из-за отмены: { $dropped }
broadcast-progress-twice = Возможно, пришло дважды: { $twice }. В эту минуту пропадала связь, и ответа Telegram мы не дождались.
broadcast-progress-unsubscribed = Не подписаны на тему: { $unsubscribed }
broadcast-progress-read = Ознакомились: { $read } из { $reached }
broadcast-reason = • { $reason }: { $count }
broadcast-refresh = Обновить
broadcast-pause = Приостановить
broadcast-go-on = Продолжить
broadcast-paused = Приостановлено: больше никому не уходит.
broadcast-goes-on = Продолжаем.
broadcast-cancel = Отменить…
broadcast-unschedule = Вернуть в черновики
broadcast-show-unreachable = Кто недоступен
broadcast-show-failed = Кому не ушло
broadcast-show-silent = Кто не отметил
broadcast-remind = Напомнить…
broadcast-table = Таблица
broadcast-copy = Повторить
broadcast-copied = Новый черновик с тем же содержанием.
broadcast-cancel-ask =
    <b>Отменить рассылку?</b>
    Её уже получили: { $delivered }. Не получат: { $waiting }. Отправленное вернуть нельзя, продолжить потом тоже.
broadcast-cancel-ask-early =
    <b>Отменить рассылку?</b>
    Её ещё никто не получил и не получит. Текст останется здесь, его можно будет повторить.
broadcast-cancel-yes = Да, отменить
broadcast-cancel-done = Рассылка отменена.
broadcast-remind-ask =
    <b>Напомнить?</b>
    Напоминание придёт тем, кто получил рассылку и не отметил, что ознакомился: { $silent_count }. Второе напоминание за день не уйдёт.
broadcast-remind-yes = Да, напомнить
broadcast-reminded = Напомним: { $count }
broadcast-reminded-before = Сегодня им уже напомнили.

broadcast-names-unreachable =
    <b>Недоступны: { $total }</b>
    Бот заблокирован или аккаунт удалён. Позвоните этим людям или передайте сообщение через школу.
broadcast-names-failed = <b>Не ушло: { $total }</b>
broadcast-names-silent = <b>Ещё не отметили «Ознакомлен(а)»: { $total }</b>
broadcast-names = { $lines }
broadcast-names-nobody = Таких людей нет.
broadcast-names-noted = Просмотр списка записан в журнал.
broadcast-name = • { $name }
broadcast-name-at = • { $name }, { $school }

broadcast-table-file = Рассылка { $number }
broadcast-table-caption = Кому и когда пришла рассылка. Выгрузка записана в журнал.
broadcast-table-coming = Готовлю таблицу.
broadcast-table-sheet = Получатели
broadcast-column-name = ФИО
broadcast-column-school = Школа
broadcast-column-state = Что с сообщением
broadcast-column-sent = Доставлено
broadcast-column-acknowledged = Ознакомлен(а)
broadcast-column-reason = Причина
copy-state-waiting = Ждёт
copy-state-sending = Отправляется
copy-state-sent = Доставлено
copy-state-unreachable = Недоступен
copy-state-failed = Не ушло
copy-state-cancelled = Отменено
copy-state-missed = Опоздало

notice-broadcast-done =
    { $off ->
        [cancelled] Рассылка «{ $broadcast }» остановлена: событие, о котором она рассказывает, отменено. Вы её запускали; кто успел получить, видно по кнопке.
        [begun] Рассылка «{ $broadcast }» остановлена: событие, о котором она рассказывает, уже началось. Вы её запускали; кто успел получить, видно по кнопке.
        [refused] Рассылка «{ $broadcast }» приостановлена: Telegram не принимает это сообщение ни для кого. Скорее всего, дело в файле или в ссылке. Скопируйте рассылку, поправьте и отправьте снова.
       *[other] Рассылка «{ $broadcast }» закончилась. Вы её запускали; кто получил, а кого не нашли, видно по кнопке.
    }
notice-ack-reminder =
    Вам приходила рассылка «{ $broadcast }», и мы ещё не видим вашей отметки. Прочитайте её, пожалуйста, и нажмите «Ознакомлен(а)».

    { $message }
go-broadcast = Итог рассылки

audit-broadcast-sent = Отправлена рассылка
audit-broadcast-cancelled = Отменена рассылка
audit-broadcast-names-viewed = Открыты имена получателей рассылки
audit-broadcast-exported = Выгружены получатели рассылки

refusal-broadcast-gone = Этой рассылки больше нет. Остальные — в списке рассылок.
refusal-broadcast-begun = Эту рассылку уже отправили, менять её поздно. Посмотрите в списке рассылок, как она идёт.
refusal-broadcast-not-running = Эта рассылка сейчас не отправляется. Обновите экран, чтобы увидеть, что с ней.
refusal-broadcast-drafts-limit = Черновиков уже { $limit }. Удалите ненужные, и новый поместится.
refusal-broadcast-needs-text = В рассылке ещё нет текста. Пришлите его по кнопке «Текст и файл».
refusal-broadcast-needs-category = Не выбрана тема рассылки. Выберите её кнопкой «Тема».
refusal-broadcast-event-off = Событие отменено, не опубликовано или уже началось: звать на него нельзя.
refusal-broadcast-event-before = К этому времени событие уже начнётся. Выберите время раньше.
refusal-broadcast-no-blocks = У события не указано, каким блокам самооценки оно поможет. Отметьте их в событии, и приглашение найдёт тех, кому оно нужно.
refusal-broadcast-text-long = В тексте { $length } знаков, помещается { $limit }. Сократите и пришлите ещё раз.
refusal-broadcast-caption-long = С фото или файлом помещается { $limit } знаков, а в тексте { $length }. Сократите его или уберите вложение.
refusal-broadcast-markup = Такое оформление Telegram не пропустит. Пришлите текст с обычным оформлением: жирный, курсив, ссылка, цитата.
refusal-broadcast-media = Это вложение не подойдёт. Пришлите фото или файл.
refusal-broadcast-kind = Такое сообщение разослать нельзя. Пришлите текст, фото или файл с подписью.
refusal-broadcast-album = Альбом разослать нельзя. Пришлите одно фото или один файл.
refusal-broadcast-no-ack = В этой рассылке отметку «Ознакомлен(а)» не просили.
refusal-broadcast-rejected = Telegram не принял это сообщение. Пришлите текст и вложение ещё раз.
refusal-link-unclear = «{ $text }» не похоже на адрес. Напишите, например: Программа семинара школа.рф/план.
refusal-label-long = В подписи кнопки { $length } знаков, помещается { $limit }. Напишите короче.
refusal-moment-past = Это время уже прошло. Напишите время позже, чем сейчас.
refusal-moment-far = Слишком далеко: напишите время в пределах года.
