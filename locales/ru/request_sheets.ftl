# Ответы таблицей: форма запроса, её разбор, отчёт по строкам.
refusal-form-unmarked = В этой таблице нет меток формы, поэтому непонятно, чьи это ответы. Скачайте форму здесь и заполните её.
refusal-form-other-campaign = Это форма другого запроса. Откройте тот запрос и пришлите её там или скачайте форму здесь.
refusal-form-other-school = Это форма другой школы, её ответы сюда не подходят. Скачайте форму здесь.
refusal-form-other-version = Эта форма сделана по другому списку вопросов. Скачайте форму заново и перенесите в неё ответы.
refusal-form-row-unknown = В запросе нет такого вопроса.
refusal-form-row-twice = Этот вопрос в таблице уже есть, взята первая строка.
refusal-form-both = Есть и ответ, и причина, почему данных нет. Оставьте что-то одно.
refusal-form-text-long = Здесь знаков: { $length }, а помещается { $limit }. Сократите текст.
refusal-form-elsewhere = Если это заполненная форма, откройте свой запрос и пришлите её там: /requests.
refusal-form-changed = Пока вы смотрели, ответы в боте изменились. Пришлите форму ещё раз, и я сравню её заново.

form-head =
    <b>Форма в Excel</b>
    { $campaign } · { $whose }
form-steps =
    1. Скачайте форму: в ней вопросы, пояснения, прошлые ответы и то, что уже заполнено в боте.
    2. Заполните жёлтые ячейки. Можно не все: пустые ничего не меняют.
    3. Пришлите файл сюда. Сначала покажу, что получится.
form-returned-only = В форме только те вопросы, которые просят исправить.
form-closed = Менять ответы сейчас нельзя, поэтому и форма не нужна.
form-take = Скачать форму
form-coming = Готовлю форму
form-file = Ответы — { $school }
form-caption =
    { $campaign }
    Заполните жёлтые ячейки и пришлите файл сюда же, когда открыт этот запрос: /requests.

form-due = { $school }. Ответить до { $date }
form-how = Заполните жёлтые ячейки. Если данных нет, оставьте ответ пустым и напишите почему. Пустые строки ничего не меняют.
form-last = Прошлый период
form-known = По данным бота: { $count }
form-at-most = Не больше, чем «{ $whole }»
form-returned = Просят исправить: { $reason }
form-yes = да
form-no = нет
form-no-data = нет данных
form-type-number = Целое число от 0 до 1 000 000, например 12. Если данных нет, напишите причину в соседней ячейке.
form-type-share = Число от 0 до 100, например 12,5. Если данных нет, напишите причину в соседней ячейке.
form-type-yes-no = Выберите «да» или «нет». Если данных нет, напишите причину в соседней ячейке.
form-type-text = Текст до 1000 знаков. Если сказать нечего, напишите причину в соседней ячейке.

form-preview-head =
    <b>Что будет с ответами</b>
    Файл: { $file }

    { $lines }
form-count-take = Запишу ответов: { $count }
form-count-newer = В боте ответ новее: { $count }
form-count-refuse = <b>Непонятно: { $count }</b>
form-count-same = Без изменений: { $count }
form-count-empty = Не заполнено: { $count }
form-preview-refused =
    <b>Непонятно, останется как есть</b>
    { $refused }
form-preview-kept =
    <b>Уже ответил кто-то другой</b> — после того, как форму скачали. Эти ответы не трону:
    { $over }
form-preview-replacing =
    <b>Заменю и более новые ответы</b>
    { $over }
form-preview-jumps =
    <b>Сильно отличается от прошлого периода</b> — проверьте, нет ли опечатки:
    { $jumps }
form-preview-nothing = Нового в форме нет. Заполните её и пришлите ещё раз.
form-line-refused = • строка { $row }, { $title }: { $why }
form-line-newer = • { $title }: в боте { $before }{ $known ->
        [yes] {" "}({ $by })
       *[other] {""}
    }, в форме { $now }
form-line-jump = • { $title }: было { $before }, стало { $now }
form-apply = Записать ответы: { $count }
form-replace = Заменить и новые: { $newer }
form-keep = Новые не трогать
form-taken = { $count ->
    [0] Эти ответы уже записаны
   *[other] Записано ответов: { $count }
}
form-report = Отчёт по строкам
form-report-file = Отчёт по строкам
form-report-caption = Что будет с каждой строкой формы.
form-report-coming = Готовлю отчёт
form-becomes-take = запишется
form-becomes-newer = не изменится
form-becomes-refuse = непонятно
form-becomes-same = без изменений
form-becomes-empty = не заполнено
form-newer = В боте более новый ответ: { $before }.
form-jump = Сильно отличается от прошлого периода: было { $before }.
