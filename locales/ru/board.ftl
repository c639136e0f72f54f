# Доска кампании: кто ответил, проверка ответов, напоминания.
board-head =
    <b>{ $title }</b>
    { $deadline }
    { $bar } ответили { $came } из { $asked }
board-due = Срок — { $date }{ $days ->
    [0] , сегодня последний день
    [one] , остался { $days } день
    [few] , осталось { $days } дня
   *[other] , осталось { $days } дней
}
board-over = Срок был { $date }, прошло { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
board-closed = Сбор закрыт, срок был { $date }
board-counts =
    Не начали { $expected } · заполняют { $in_work } · на проверке { $submitted } · возвращено { $returned } · принято { $accepted }
    В срок { $on_time } · с опозданием { $late }
board-overdue = Срок прошёл, а первого ответа ещё нет: { $overdue }
board-orphans = ⚠ Некому ответить: { $orphans }. В этих школах нет координатора.
board-narrowed = Фильтр — { $only }
board-lines = { $lines }
board-none = Таких школ сейчас нет.
board-find = Чтобы найти школу, напишите её название.
board-line = { $sign } { $school }: { $state }
board-line-expected = ещё не начали
board-line-in-work = заполняют, ответов: { $given }
board-line-submitted = прислали { $when }
board-line-returned = исправляют
board-line-accepted = принято
board-line-withdrawn = не спрашиваем
board-also-late = с опозданием
board-also-orphan = ответить некому
board-also-gone = школа закрыта
board-only-all = Все: { $count }
board-only-expected = Не начали: { $count }
board-only-in-work = Заполняют: { $count }
board-only-submitted = Проверить: { $count }
board-only-returned = Исправляют: { $count }
board-only-accepted = Приняты: { $count }
board-only-on-time = В срок: { $count }
board-only-late = Опоздали: { $count }
board-only-overdue = Молчат: { $count }
board-only-orphans = Некому: { $count }
board-only-withdrawn = Не просим: { $count }
board-filter-ask = Какие школы показать? «Молчат» — срок прошёл, а ответа не было. «Некому» — в школе нет координатора, ответить некому.
board-filter = Фильтр
board-whole = Все
board-more = Ещё
board-nudge = Напомнить: { $owing }
board-accept-all = Принять разом
board-open-own = Часть муниципалитета
board-open-orphans = Некому ответить: { $orphans }
board-add = Добавить школу
board-results = Показатели
board-campaign = К кампании
board-back = ‹ К школам

# Поиск школы в кампании.
board-found = Нашлось по запросу «{ $query }»:
board-not-found = По запросу «{ $query }» в этой кампании школы нет. Попробуйте написать иначе, например только номер или село.

# Школа, которую ещё не спрашивали.
board-add-ask =
    <b>Какую школу спросить тоже?</b>
    { $title }
board-add-list = Здесь школы, которых в кампании нет: { $total }. Можно написать название.
board-add-found = Нашлось по запросу «{ $query }»:
board-add-nothing = По запросу «{ $query }» таких школ нет. Возможно, эта школа уже в кампании.
board-add-everybody = Все школы из списка уже в кампании.
board-add-sure =
    <b>Спросить и эту школу?</b>
    { $school }
    { $title }
board-add-people = Запрос придёт её координаторам: { $people }.
board-add-nobody = Координатора в школе пока нет, поэтому запрос никому не придёт. Когда он появится, бот сразу его спросит.
board-add-yes = Спросить
board-added = Школа в кампании.

# Запрос одной школы.
board-own = Часть муниципалитета
board-request =
    <b>{ $school }</b>
    { $title }
    { $deadline }

    { $state }
board-is-expected = Ещё не начали: ответов нет.
board-is-in-work = Заполняют: { $given } из { $asked }.
board-is-submitted = Ждёт проверки. Прислано { $when }: { $name }.
board-is-returned = На исправлении. Вернули { $returned }: { $checker }.
board-is-accepted = Принято { $accepted }: { $checker }.
board-is-withdrawn = Школу больше не спрашиваем. Её ответы сохранены, но в подсчётах не участвуют.
board-request-late = Прислано с опозданием.
board-request-gone = ⚠ Школа закрыта. Если отвечать она не будет, уберите её из кампании.
board-request-orphan = ⚠ Ответить некому: в школе нет координатора. Пригласите его ссылкой или дайте роль кому-то из тех, кто уже в боте. Запрос придёт ему сразу.
board-request-people = Отвечают: { $people }
board-request-flags = Есть на что взглянуть, пометок: { $flagged }
board-request-indicators =
    <b>Показатели школы</b>
    { $indicators }
board-indicator = { $sign } { $title }: <b>{ $value }</b>{ $met }{ $reason }
board-low = («{ $reason }»)
board-values = Ответы школы
board-answer = Ответить
board-further = Следующая на проверку ›
board-invite = Пригласить
board-people = Люди школы
board-nudge-one = Напомнить школе
board-history = История
board-withdraw = Не спрашивать
board-ask-again = Спросить снова
board-asked-again = Школа снова в кампании.
board-asked-already = Эта школа уже в кампании.

# Ответы.
board-values-head =
    <b>{ $school }</b>
    { $state }
board-values-lines = { $lines }
board-field =
    { $number }. { $title }
    <b>{ $answer }</b>{ $last }{ $flags }
board-last = (было { $last })
board-flag = · { $text }
board-flag-jump = ⚠ заметно отличается от прошлого раза
board-flag-no-data = нет данных
board-flag-evidence = 📎 файл
board-flag-marked = ↩ вернуть
board-flag-returned = ↩ на исправлении
board-flag-corrected = ✎ исправили: { $was } → { $now }
board-flag-unchanged = ✎ прислали снова без изменений
board-noticed = Только с пометками: { $noticed }
board-all-values = Показать все ответы
board-accept = Принять
board-as-it-is = Принять так
board-return = Вернуть поля
board-return-marked = Вернуть: { $marked }
board-accepted = Принято. Школа узнает об этом.
board-accepted-already = Вы это уже приняли.

# Ответы словами.
answer-yes = да
answer-no = нет
answer-no-data = нет данных

# Один ответ.
board-value =
    <b>{ $field }</b>
    { $school }

    Ответ: <b>{ $answer }</b>{ $last }
board-value-by = Ответ дан { $when }: { $by }. { $origin }
board-origin-typed = Введён в чате.
board-origin-known = Взят подсчёт бота.
board-origin-sheet = Из присланной таблицы.
board-value-flags = { $flags }
board-value-hint = О чём вопрос: { $hint }
board-show-file = Показать файл
board-mark = Вернуть это поле
board-unmark = Не возвращать
board-unmarked = Это поле возвращать не будем.
board-field-history = История ответа

# Возврат отдельных полей.
board-fields =
    <b>Что вернуть?</b>
    { $school }
    Отметьте поля и назовите причину. Школа увидит только их, остальное останется как есть.
board-fields-marked = ↩ Причина уже названа: { $marked }
board-why = Назвать причину: { $chosen }
board-reason =
    <b>Почему возвращаем?</b>
    { $school }
    { $fields }
board-reason-ask = Выберите причину или напишите свою, например: «Укажите без совместителей».
board-quick-typo = Проверьте, нет ли опечатки
board-quick-jump = Сильно отличается от прошлого раза
board-quick-mismatch = Не сходится с другими ответами
board-quick-evidence = Приложите подтверждение
board-quick-period = Уточните, за какой период
board-marked = Причина записана. Школе пока ничего не отправлено.
board-return-ask =
    <b>Вернуть на исправление?</b>
    { $school }
    Полей: { $count }
board-return-lines = { $lines }
board-return-line =
    • { $field }: <b>{ $answer }</b>
    ↩ { $reason }
board-return-people = { $people ->
    [one] Об этом узнает { $people } человек из школы
    [few] Об этом узнают { $people } человека из школы
   *[many] Об этом узнают { $people } человек из школы
}, кнопка приведёт сразу к этим полям.
board-return-nobody = Сообщить пока некому: в школе нет никого, кто отвечает на запрос.
board-return-yes = Вернуть
board-return-more = Вернуть и другие поля
board-now-returned = Возвращено полей: { $count }. Школа узнает об этом.
board-reopen-ask =
    <b>Открыть принятое?</b>
    { $school }
    Данные уже приняты. Изменить можно будет только эти поля ({ $count }), запись об этом останется в журнале.
board-reopen-yes = Открыть эти поля
board-now-reopened = Открыто полей: { $count }. Школа узнает об этом.

# Принятие.
board-accept-ask =
    <b>Принять без исправлений?</b>
    { $school }
    Школа ещё не исправила то, что вы вернули. Если всё-таки верно, ответы останутся такими:
board-accept-unsent =
    <b>Принять, не дожидаясь?</b>
    { $school }
    Школа всё исправила, но ещё не сдала. Если исправления верны, их можно принять сейчас.
board-accept-yes = Принять как есть
board-accept-all-ask =
    <b>Принять все без замечаний?</b>
    { $title }
    Школ: { $count }. В их ответах нет скачков, «нет данных» и полей, отмеченных для возврата. Каждая школа получит уведомление.
board-accept-all-none = Принимать разом нечего: в каждом присланном ответе есть на что взглянуть.
board-accept-all-left = Останется посмотреть самим: { $left }
board-accept-all-yes = Принять
board-all-accepted = Принято школ: { $count }

# Школу больше не спрашиваем.
board-withdraw-ask =
    <b>Больше не спрашивать школу?</b>
    { $school }
    { $title }
    Напоминания прекратятся, в подсчёты школа не войдёт. Вернуть её в кампанию можно в любой момент, пока она открыта.
board-withdraw-given = Ответы школы сохранятся: { $given }.
board-withdraw-people = Об этом узнают те, кто отвечает: { $people }.
board-withdraw-yes = Не спрашивать
board-withdrawn = Школу больше не спрашиваем.
board-withdrawn-already = Эту школу уже убрали из кампании.

# История.
board-history-head =
    <b>История</b>
    { $school }
board-history-field = Только этот ответ: { $field }
board-history-lines = { $lines }
board-history-none = Пока ничего не происходило.

# Напоминание от методиста.
board-nudge-one-ask =
    <b>Напомнить школе?</b>
    { $named }
    Людей: { $people }
board-nudge-ask =
    <b>Напомнить всем, кто ещё не ответил?</b>
    { $title }
    Школ: { $schools }, людей: { $people }
    { $named }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
board-nudge-rested = Сегодня уже напоминали, их не тревожим: { $rested }
board-nudge-orphans = Напомнить некому, школ без координатора: { $orphans }
board-nudge-rests = Сегодня уже напоминали. Школе напоминаем не чаще раза в день.
board-nudge-nobody = Напоминать некому: в школе нет того, кто отвечает на запрос, или все уже ответили.
board-nudge-when = Ночью и в выходной бот подождёт до рабочего утра.
board-nudge-yes = Напомнить
board-nudged = Напоминание получат: школ { $schools }, людей { $people }
board-nudged-already = Сегодня уже напомнили: второй раз ничего не отправлено.

# Школы, в которых ответить некому.
board-orphans-head =
    <b>Некому ответить: { $count }</b>
    { $title }
    { $deadline }
    В этих школах нет координатора, поэтому запрос никто не получил. Откройте школу, чтобы пригласить человека или дать ему роль: бот спросит его сразу.
board-orphans-none =
    <b>Некому ответить</b>
    В каждой школе есть кому ответить.

# Уведомления о проверке.
notice-data-nudge = Методист напоминает: от вас ещё ждут данные. <b>{ $campaign }</b>, { $whose }. Срок — { $deadline }.
notice-data-returned =
    Методист просит исправить: <b>{ $campaign }</b>, { $whose }.
    { $to_correct }
    Кнопка ведёт прямо к этим полям, остальное заполнять заново не нужно.
notice-data-reopened =
    Принятые данные открыли снова: <b>{ $campaign }</b>, { $whose }. Исправьте, пожалуйста:
    { $to_correct }
    Кнопка ведёт прямо к этим полям.
notice-data-corrected = Школа исправила то, что вы вернули: <b>{ $whose }</b>, { $campaign }. Посмотрите, что было и что стало.
notice-data-accepted = Данные приняты: <b>{ $campaign }</b>, { $whose }. Больше ничего делать не нужно, спасибо.
notice-data-withdrawn = Отвечать больше не нужно: <b>{ $campaign }</b>, { $whose }. Методист убрал школу из этого сбора.
notice-answerer-found = В школе <b>{ $whose }</b> теперь есть кому ответить: { $person }. Запрос «{ $campaign }» уже отправлен.
notice-field = • { $field }: { $reason }
go-correct = Исправить
go-checking = Открыть школу
go-corrections = Посмотреть исправления

# Отказы.
refusal-campaign-is-closed = Кампания закрыта: состав школ в ней уже не меняется.
refusal-own-part-stays = Часть муниципалитета убрать из кампании нельзя.
refusal-field-is-returned = Это поле уже на исправлении.
refusal-nothing-marked = Возвращать нечего: ни одно поле не отмечено. Возможно, их уже вернул кто-то из коллег.
refusal-request-owes-nothing = От этой школы сейчас ничего не ждут.
refusal-request-is-expected = Школа ещё не прислала данные.
refusal-request-is-in-work = Школа ещё заполняет данные и пока их не прислала.
refusal-request-is-submitted = Данные ждут проверки: они не приняты и не возвращены.
refusal-request-is-returned = Данные уже вернули школе на исправление.
refusal-request-is-returned-by = Данные уже на исправлении. Кто вернул: { $name }.
refusal-request-is-accepted = Данные уже приняты.
refusal-request-is-accepted-by = Данные уже приняты. Кто принял: { $name }.
refusal-request-is-withdrawn = Эту школу в кампании больше не спрашивают.
