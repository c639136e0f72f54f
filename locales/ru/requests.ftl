# Запросы данных: список, карточка, ответы по одному, сводка, сдача.
requests-head = <b>Запросы данных</b>
requests-lines = { $lines }
requests-none =
    Сейчас вам ничего отвечать не нужно. Запросы приходят тем, кого назначили координатором школы, и тем, кому их передал коллега.
requests-own = Данные муниципалитета
requests-line =
    • <b>{ $title }</b>
    { $whose } · { $state }
requests-state-expected = ещё не начат, срок — { $deadline }
requests-state-in_work = заполнено { $given } из { $asked }, срок — { $deadline }
requests-state-returned = вернули на исправление
requests-state-submitted = сдан, ждёт проверки
requests-state-accepted = принят
requests-state-missed = сбор закончен, ответа нет
requests-label = { $sign ->
    [wait] ✎
    [missed] ○
   *[rest] ✓
} { $title }
requests-all = Все запросы

request-head =
    <b>{ $campaign }</b>
    { $whose }
    { $period }
request-wording = { $wording }
request-timely =
    Срок: { $deadline }. { $left ->
        [0] Это сегодня.
        [1] Остался 1 день.
        [one] Остался { $left } день.
        [few] Осталось { $left } дня.
       *[many] Осталось { $left } дней.
    }
request-moved = Срок перенесён: { $moved_from } — выходной.
request-overdue = Срок прошёл: { $deadline }. Ответ всё равно примут, просто отметят как поздний.
request-progress = Заполнено { $given } из { $asked } { $bar }
request-people =
    Кто заполнял:
    { $people }
request-filled-line = • { $name }: { $count }
request-nobody = кто-то из коллег
request-returned =
    <b>Методист просит исправить</b>
    { $returned_lines }
request-returned-line = { $sign ->
    [done] ✓
   *[open] •
} <b>{ $title }</b>{ $sign ->
    [done] {""}
   *[open] : { $reason }
}
request-submitted = Сдано { $at }, { $by }{ $late ->
    [yes] , после срока
   *[no] {""}
}. Ждёт проверки. Если заметили ошибку, попросите методиста вернуть ответ.
request-accepted = Принято{ $late ->
    [yes] , сдано после срока
   *[no] {""}
}. Спасибо, больше ничего делать не нужно.
request-closed = Сбор закончен, ответить уже нельзя. Если данные ещё нужны, методист откроет ответы.
request-begin = Заполнить
request-continue = Продолжить
request-correct = Исправить: { $left_to_correct }
request-finish = Проверить и сдать
request-resubmit = Проверить и сдать снова
request-answers = Ответы
request-history = История
request-sheet = Форма в Excel
request-later = Спросить позже
request-hand-over = Передать коллеге
request-results = Что получилось у школы

field-head =
    Вопрос { $number } из { $total } { $bar }

    <b>{ $title }</b>
field-hint = <i>{ $hint }</i>
field-part = Не больше, чем «{ $whole }».
field-returned = ↩ Методист просит исправить: { $returned }
field-now = Сейчас: <b>{ $now }</b> — { $by }
field-noted = Сейчас: <b>{ $now }</b> ({ $note }) — { $by }
field-last = В прошлый раз ({ $last_title }): { $last }
field-ask = { $input ->
    [yes_no] Ответьте кнопкой.
    [share] Напишите процент, например 12,5.
    [text] Напишите ответ в нескольких предложениях, до 1000 знаков.
   *[number] Напишите число, например 12.
}
field-read-only = Этот ответ сейчас не меняется.
answer-yes-button = Да
answer-no-button = Нет
field-known = По данным бота: { $count }
field-keep = Всё верно, оставить так
field-attach = Приложить файл
field-file = Файл приложен
field-no-data = Нет данных
field-skip = Пропустить ›
field-all = Все ответы

no-data-ask =
    <b>{ $title }</b>

    Почему нет данных? Выберите или напишите коротко.
no-data-because-uncollected = Данные ещё не собраны
no-data-because-unrecorded = Такой учёт не ведём
no-data-because-foreign = К нашей школе не относится

jump-ask =
    <b>{ $title }</b>

    В прошлый раз было { $last }, теперь { $mine }. Разница заметная. Всё верно?

    Можно сразу написать почему: методисту не придётся переспрашивать.
jump-yes = Да, всё верно
jump-no = Исправить
jump-confirmed = число проверено

conflict-ask =
    <b>{ $title }</b>

    Пока вы отвечали, здесь появился другой ответ.
    { $by }: <b>{ $theirs }</b>
    У вас: <b>{ $mine }</b>

    Что оставить?
conflict-keep = Оставить: { $value }
conflict-mine = Записать моё: { $value }

evidence-ask =
    <b>{ $title }</b>

    Пришлите подтверждение: фото или файл, например приказ или план. Если его нет под рукой, сдать ответы можно и без него.
evidence-has =
    <b>{ $title }</b>

    Приложен файл «{ $file }». Чтобы заменить его, пришлите другой.
evidence-show = Показать файл
evidence-remove = Убрать файл
evidence-without = Без файла ›
evidence-removed = Файл убран.
evidence-coming = Файл придёт следующим сообщением.
evidence-photo = Фото
evidence-document = Документ
evidence-gone = Файл к ответу «{ $title }» больше недоступен. Приложите его ещё раз.

answers-head =
    <b>{ $campaign }</b>
    { $whose }
answers-lines = { $lines }
answers-line = { $sign ->
    [missing] {"○ "}
   *[given] {""}
}{ $number }. { $title } — <b>{ $value }</b>{ $noted ->
    [yes] {" "}({ $note })
   *[no] {""}
}{ $file ->
    [yes] , есть файл
   *[no] {""}
}
answers-no-answer = нет ответа
answers-by-bot = { $count }, посчитает бот
answers-indicators =
    <b>Что получается</b>
    { $indicators }
answers-indicator = { $sign } { $title } — { $value }{ $limited ->
    [yes] , { $met }
   *[no] {""}
}{ $explained ->
    [yes] . { $reason }
   *[no] {""}
}
answers-low = Ниже порога без пояснения: { $unexplained }. Напишите коротко почему. Сдать можно и без этого.
answers-missing = Осталось { $returned ->
    [yes] исправить
   *[no] ответить
}: { $missing }. Если данных нет, так и отметьте.
answers-ready = { $returned ->
    [yes] Всё исправлено.
   *[no] Всё заполнено.
} Проверьте и нажмите «Сдать».
answers-tap = Чтобы изменить ответ, нажмите его номер.
answers-settled = Ответы сданы и сейчас не меняются.
answers-fill = { $returned ->
    [yes] Исправить: { $missing }
   *[no] Ответить: { $missing }
}
answers-explain = Пояснить: { $unexplained }
answers-reword = Изменить пояснения
answers-attach = Приложить файлы: { $lacking }
answers-submit = Сдать

low-ask =
    Показатель { $number } из { $total }

    <b>{ $title }</b>
    У вас { $value }, нужно { $threshold }.

    Напишите коротко, почему так вышло. Например: молодых педагогов приняли в августе.
low-known = Сейчас: { $reason }

submit-ask =
    <b>Сдать ответы?</b>
    { $campaign }
submit-first = Ответы получит { $service }. После этого их нельзя изменить, пока методист не вернёт.
submit-again = Методист увидит, что вы исправили. После этого ответы снова нельзя изменить, пока их не вернут.
submit-own = Данные муниципалитета принимаются сразу. Изменить их потом можно, если открыть заново.
submit-late = Срок прошёл: ответы примут и отметят, что они пришли после срока.
submit-unexplained = Без пояснения показателей ниже порога: { $unexplained }. Это не мешает.
submit-yes = Да, сдать

done-head =
    ✓ <b>Ответы сданы</b>
    { $campaign }
done-late = Они пришли после срока и так отмечены.
done-checked = Их проверит { $service }. Если что-то понадобится исправить, бот напишет и покажет, что именно.
done-own = Они приняты. Напоминаний больше не будет.
done-where = Посмотреть ответы можно здесь и в разделе «Запросы данных» — /requests.
done-card = К запросу

request-history-head = <b>История запроса</b>
request-history-lines = { $lines }
request-history-none = Пока ничего не происходило.
request-change = • { $when }, { $by }: { $what }
request-change-value = «{ $title }»: { $before } → { $after }
request-change-evidence = файл к «{ $title }»: { $before } → { $after }
request-change-low-reason = пояснение к показателю: { $after }
request-change-submitted = ответы сданы
request-change-returned = вернули «{ $title }»: { $reason }
request-change-accepted = ответы приняты
request-change-reopened = открыли заново «{ $title }»: { $reason }
request-change-handed-over = передали коллеге или вернули себе
request-change-withdrawn = школу больше не спрашивают
request-change-nudged = напомнили школе
request-change-asked-again = школу снова спросили

refusal-request-gone = Этого запроса больше нет. Посмотрите остальные: /requests.
refusal-data-accepted = Ответы уже приняты. Если нашли ошибку, попросите методиста открыть их заново.
refusal-data-submitted = Ответы уже сданы. Если нашли ошибку, попросите методиста вернуть их.
refusal-data-closed = Сбор закончен, ответить уже нельзя. Если данные ещё нужны, методист откроет ответы.
refusal-data-not-returned = Исправить можно только то, что вернул методист. Остальное менять нельзя.
refusal-data-number = Не получается прочитать «{ $text }» как число. Напишите его цифрами, например 12, а если таких нет — 0.
refusal-data-whole = «{ $text }» — не целое число. Здесь считают людей или предметы, напишите, например, 12.
refusal-data-negative = Число не может быть меньше нуля.
refusal-data-too-large = Слишком большое число. Проверьте: оно должно быть не больше { $limit }.
refusal-data-percent-not-asked = Здесь нужно число, а не процент: проценты бот посчитает сам.
refusal-data-share-range = Процент — это число от 0 до 100, например 12,5.
refusal-data-yes-no = Не получается понять «{ $text }». Ответьте «да» или «нет».
refusal-data-no-reason = Напишите, почему нет данных.
refusal-data-more-than-whole = { $given } больше, чем «{ $other }»: там { $value }. Проверьте оба числа.
refusal-data-less-than-part = { $given } меньше, чем «{ $other }»: там { $value }. Проверьте оба числа.
refusal-data-other-locked = { $given } не сходится с «{ $other }»: там { $value }, а это поле не возвращали. Попросите методиста вернуть и его.
refusal-data-known-changed = Пока вы смотрели, число изменилось. Проверьте его ещё раз.
refusal-data-incomplete = Без ответа осталось: { $count }. Если данных нет, так и отметьте.
refusal-data-not-corrected = Ещё не исправлено: { $count }. Если ответ верный, нажмите «Всё верно, оставить так».
refusal-data-file-first = Сначала дайте ответ, потом приложите файл.
refusal-data-file-later = Сначала ответьте на вопрос. Файл можно приложить к готовому ответу или в конце, перед сдачей.
refusal-evidence-kind = Пришлите фото или файл.
