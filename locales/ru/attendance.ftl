# На событии и после него: отметка, участники, отзывы, материалы, справка.
refusal-checkin-unknown = Эта ссылка не от нашего события: её набрали с ошибкой или событие удалено. Попросите у организатора код.
refusal-checkin-signup = Сначала закончите знакомство в сообщении ниже, а потом нажмите эту кнопку ещё раз.
refusal-checkin-nothing-on = Сейчас нет события, на которое вы записаны. Если вы на событии без записи, откройте ссылку или QR-код организатора.
refusal-checkin-tries = Код не подошёл несколько раз подряд, больше пробовать нельзя. Откройте QR-код или попросите организатора отметить вас в списке.
refusal-checkin-code-form = Код — это пять цифр, их показывает организатор. Например: 40718.
refusal-checkin-code-wrong = Код не подошёл. Посмотрите на него ещё раз и напишите пять цифр. Осталось попыток: { $left }.
refusal-event-not-attended = Это для тех, кто был на событии, а отметки о вас нет. Если вы были, скажите организатору: он отметит.
refusal-event-not-published = Событие ещё не опубликовано, участников у него нет.
refusal-attendance-cancelled = Событие отменено, отмечать некого.
refusal-attendance-early = Отмечать ещё рано: это можно за час до начала и позже.
refusal-attendance-locked = После события прошло больше двух недель, отметки закрыты.
refusal-rating-early = Событие ещё идёт. Оценить его можно, когда оно закончится.
refusal-certificate-early = Событие ещё идёт. Справка появится, когда оно закончится.
refusal-material-kind = Пришлите файл, фотографию или ссылку: другое сохранить не получится.
refusal-material-link = Здесь нужен файл, фотография или ссылка, можно с названием. Например: Запись семинара диск.рф/запись
refusal-material-link-long = В ссылке { $length } знаков, помещается { $limit }. Сократите её или пришлите файл.
refusal-material-gone = Этого материала уже нет.
refusal-materials-none = Материалов пока нет.
refusal-materials-many = Материалов уже { $limit }, больше не помещается. Удалите лишнее или соберите файлы в архив.
refusal-materials-not-for-you = Материалы — для тех, кто был на событии. Если вы были, скажите организатору: он отметит.

notice-event-rate =
    Как прошло «{ $event }»?
    Поставьте оценку от 1 до 5: хватит одного нажатия, и её можно изменить. Организатор увидит общую картину, без имён.
notice-event-materials =
    Организатор поделился материалами события «{ $event }».
    Они останутся и в карточке события: /events.
notice-event-over =
    Событие «{ $event }» закончилось.
    { $registered ->
        [0] На него никто не записывался.
       *[other] Пришли: { $came } из { $registered }. Если кого-то забыли отметить, это можно сделать ещё две недели.
    }
go-event-comment = Написать пару слов
go-attendance = Список участников

# Отметка.
checkin-open =
    Вы пришли на «{ $event }».
    Сначала познакомимся, это пара минут, и вы сразу будете отмечены. Если отвлечётесь, нажмите потом кнопку под этим сообщением.
checkin-here = Вы отмечены: «{ $event }».{ $walked ->
        [yes] {" "}Место за вами, хотя вы и не записывались.
       *[no] {""}
    } Хорошей работы.
checkin-again = Вы уже отмечены: «{ $event }». Всё в порядке.
checkin-early = «{ $event }» ещё впереди. Отметиться можно будет с { $opens }.
checkin-late = «{ $event }»: отметиться можно было до { $closes }. Если вы там были, скажите организатору.
checkin-cancelled = «{ $event }»: это событие отменили, отмечаться не нужно.
checkin-button = Я здесь
checkin-came = ✓ { $came }
checkin-code-ask =
    <b>Отметка на событии</b>
    { $events }
    Напишите код, который показывает организатор: пять цифр, например 40718.
checkin-code-nothing = Сейчас нет события, на котором вам нужно отметиться.
checkin-to-mine = Мои события

checkin-desk =
    <b>Отметка: { $event }</b>
    { $when }
checkin-desk-early = Отметка ещё закрыта. Она откроется на это время: { $span }.
checkin-desk-open = Отметились: <b>{ $came }</b> из { $registered }. Отметка открыта: { $span }.
checkin-desk-late = Отметка закрыта, она была открыта: { $span }. Пришли: <b>{ $came }</b> из { $registered }.
checkin-desk-ways =
    Код: <code>{ $code }</code>
    { $link }
    Покажите QR-код на экране или раздайте на листах: по нему отметятся и те, кто не записывался. Код — для тех, кто записан.
checkin-link = Ссылка для отметки
checkin-picture = Прислать QR-код
checkin-refresh = Обновить
checkin-refreshed = Обновлено.
checkin-picture-coming = QR-код сейчас придёт.
checkin-caption =
    <b>{ $event }</b>
    Отметка участников: наведите камеру на QR-код, откройте ссылку или назовите боту код.
    Код: <code>{ $code }</code>
    { $link }
    Действует: { $span }.

# Участники.
attendance-head =
    <b>{ $event }</b>
    { $when }
    Записаны: { $registered } · пришли: { $came }{ $walked_in ->
        [0] {""}
       *[other] , из них без записи: { $walked_in }
    }{ $waiting ->
        [0] {""}
       *[other] {" "}· ждут места: { $waiting }
    }
attendance-part = { $part ->
        [absent] Показаны те, кто пока не отмечен.
        [came] Показаны те, кто пришёл.
        [waiting] Показаны те, кто ждёт места, по очереди.
       *[all] Показаны все, у кого есть место.
    }
attendance-empty = Здесь пока никого.
attendance-found = По запросу «{ $query }»:
attendance-not-found = Среди записанных и ожидающих никого похожего. Если человек пришёл без записи, добавьте его: «Действия».
attendance-mark-hint = Нажмите на имя, чтобы отметить, что человек пришёл; ещё раз — чтобы снять отметку. Найти кого-то: напишите часть имени.
attendance-cards-hint = Нажмите на имя, чтобы открыть карточку участника. Найти кого-то: напишите часть имени.
attendance-early = Отмечать можно будет за час до начала: { $opens }.
attendance-locked = После события прошло больше двух недель, отметки закрыты.
attendance-cancelled = Событие отменено.
attendance-part-next = { $part ->
        [absent] Кто пришёл ›
        [came] Кто ждёт места ›
        [waiting] Показать всех ›
       *[all] Кто не отмечен ›
    }
attendance-mode = { $mode ->
        [cards] К отметкам
       *[marks] К карточкам
    }
attendance-whole-list = Весь список
attendance-actions = Действия
attendance-to-list = ‹ Список
attendance-to-event = Событие

attendance-actions-hint = Что сделать?
attendance-everybody = Пришли все, кто записан
attendance-guest = Добавить пришедшего без записи
attendance-table = Таблица участников
attendance-checkin = QR-код и код для отметки
attendance-feedback = Отзывы
attendance-materials = Материалы
attendance-table-coming = Таблица сейчас придёт.
attendance-everybody-ask =
    <b>Отметить всех, кто записан?</b>
    Ещё не отмечены: { $absent }. Все они будут считаться пришедшими. Лишние отметки снимаются в списке по одной.
attendance-everybody-yes = Да, пришли все
attendance-all-marked = Отмечено: { $count }.
attendance-guest-ask =
    <b>Кто пришёл без записи?</b>
    Напишите фамилию или имя, можно с ошибкой. Найду и тех, кто записан. Например: Иванова.
attendance-guest-found = По запросу «{ $query }». Нажмите на имя, и человек будет отмечен.
attendance-guest-none = По запросу «{ $query }» никого не нашлось. Если человека ещё нет в боте, пусть откроет QR-код.
attendance-guest-added = Отмечено: человек пришёл.

attendance-person = <b>{ $name }</b>
attendance-person-about = { $about }
attendance-person-place = { $state ->
        [waiting] Ждёт места с { $since }
        [withdrawn] Записи нет: место свободно с { $since }
        [walked-in] Без записи: место получено при отметке
       *[registered] Место есть с { $since }
    }
attendance-person-came = ✓ На месте с { $came_at }{ $how ->
        [link] {" "}— по ссылке или QR-коду
        [code] {" "}— по коду
       *[list] {" "}— по списку организатора
    }
attendance-mark = Отметить: на месте
attendance-unmark = Снять отметку

participants-file = Участники { $date } { $event }
participants-sheet = Участники
participants-caption = «{ $event }»: участники, { $count }. Таблица годится и как список делегации.
participants-column-name = ФИО
participants-column-school = Школа
participants-column-position = Должность
participants-column-subjects = Предметы
participants-column-state = Запись
participants-column-since = Когда записан(а)
participants-column-came = На месте с
participants-column-how = Как отмечен
participants-state-registered = записан(а)
participants-state-waiting = ждёт места
participants-state-withdrawn = нет записи
participants-state-walked-in = без записи
participants-how-link = по ссылке
participants-how-code = по коду
participants-how-list = по списку

# Отзывы.
rating-ask =
    <b>Как прошло «{ $event }»?</b>
    Поставьте оценку от 1 до 5. Организатор увидит общую картину, без имён.
rating-now = Ваша оценка сейчас: { $rating }. Её можно изменить.
rating-kept = Спасибо, ваша оценка: { $rating }.
rating-words = Добавить пару слов
rating-to-event = К событию
comment-ask =
    <b>{ $event }</b>
    Что было полезно, чего не хватило? Напишите пару слов или пропустите. Организатор увидит текст без вашего имени.
comment-said =
    <b>{ $event }</b>
    Спасибо за отзыв: «{ $comment }»
    Организатор увидит его без вашего имени. Чтобы заменить, напишите другой.
comment-skip = Пропустить ›
comment-done = Готово ›
comment-rating = Оценка
feedback-head =
    <b>Отзывы: { $event }</b>
    { $when }
    Оценили { $count } из { $came } пришедших.
feedback-none = Оценок пока нет. Бот спрашивает о впечатлениях каждого, кто пришёл, сразу после события.
feedback-ratings =
    Средняя оценка: <b>{ $average }</b>
    { $bars }
feedback-bar = { $rating } { $bar } { $count }
feedback-comments =
    Отзывы без имён, { $total }:
    { $comments }
feedback-comment = { $rating ->
        [0] • { $text }
       *[other] • { $rating } из 5: { $text }
    }

# Материалы.
materials-head =
    <b>Материалы: { $event }</b>
    { $when }
materials-empty = Материалов пока нет.
materials-list = { $whom ->
        [everybody] Их видят все, кто записан, и все, кто пришёл.
       *[came] Их видят те, кто пришёл.
    }{ $untold ->
        [0] {""}
       *[other] {" "}Ещё не знают о последнем: { $untold }.
    }
materials-add = Пришлите файл, фотографию или ссылку. Слова рядом со ссылкой станут её названием, например: Запись семинара диск.рф/запись. Всего можно добавить { $limit }.
materials-open = Показывать и тем, кто не пришёл
materials-hand-out = Сообщить о материалах: { $untold }
materials-hand-out-ask =
    <b>Сообщить о материалах?</b>
    Получат: { $untold }. Это { $whom ->
        [everybody] все, у кого есть место,
       *[came] все, кто пришёл,
    } кроме тех, кому о последнем материале уже сообщали. Файлы каждый получит по кнопке в сообщении.
materials-hand-out-yes = Да, сообщить
materials-handed-out = Сообщим: { $count }.
materials-take = Получить материалы
materials-coming = Материалы сейчас придут.
materials-message = <b>Материалы: { $event }</b>
materials-files-below = Файлов: { $files }, они ниже.
materials-again = Получить их ещё раз можно в карточке события: /events
materials-file-gone = Файл «{ $title }» больше не открывается. Скажите об этом организатору.
material-label = { $kind ->
        [link] 🔗
        [photo] 🖼
       *[document] 📄
    } { $title }
material-file = файл
material-photo = фотография
material-card =
    <b>{ $title }</b>
    { $kind ->
        [link] Ссылка: { $url }
        [photo] Фотография
       *[document] Файл
    }
material-remove-ask = Удалить этот материал? У тех, кто его уже получил, он останется.
material-remove = Да, удалить
material-removed = Материал удалён.
event-materials = Материалы: { $materials }
event-certificate = Справка

# Справка об участии.
certificate-take = Справка об участии
certificate-coming = Справка сейчас придёт.
certificate-file = справка-{ $number }
certificate-caption = Справка об участии: { $name }, «{ $event }». Её можно распечатать, подписать и заверить печатью.
certificate-title = СПРАВКА ОБ УЧАСТИИ
certificate-number = № { $number }
certificate-states = Настоящая справка подтверждает, что
certificate-took-part = принял(а) участие в событии
certificate-event = «{ $event }»
certificate-form = Форма
certificate-level = Уровень
certificate-when = Время проведения
certificate-hours = Продолжительность
certificate-place = Место
certificate-organiser = Организатор
certificate-duration = { $hours ->
        [0] {""}
       *[other] { $hours } ч{" "}
    }{ $minutes ->
        [0] {""}
       *[other] { $minutes } мин{" "}
    }({ $academic ->
        [one] { $academic } академический час
        [few] { $academic } академических часа
       *[many] { $academic } академических часов
    })
certificate-signature = Руководитель
certificate-seal = М. П.
certificate-issued = { $date }
