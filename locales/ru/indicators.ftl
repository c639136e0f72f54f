# Показатели: что получилось по итогам кампании.
indicators-periods =
    <b>Показатели</b>
    Выберите, за какой период показать.
indicators-no-periods =
    <b>Показатели</b>
    Здесь пока пусто: показатели появятся, когда откроется первая кампания.
indicators-head =
    <b>{ $title }</b>
    { $period }
    { $coverage }
indicators-period = Данные с { $start } по { $end }
indicators-coverage = Ответили { $answered } из { $asked } { $asked ->
    [one] школы
   *[other] школ
}{ $late ->
    [0] {""}
   *[other] : вовремя { $on_time }, с опозданием { $late }
}. { $silent ->
    [0] Все ответы получены.
   *[other] Нет ответа: { $silent }.
}
indicators-few =
    Сводные показатели по школам появятся, когда { $minimum ->
        [one] ответит { $minimum } школа
        [few] ответят { $minimum } школы
       *[many] ответят { $minimum } школ
    }: не хватает { $lacking }. По нескольким школам о муниципалитете не судят, и каждую из них было бы легко узнать.
indicators-lines = { $lines }
indicators-line =
    { $number }. { $sign } <b>{ $title }</b>
    { $facts }
indicators-none = В этой кампании показателей нет.
indicators-compared = Изменение — к периоду «{ $earlier }».
indicators-no-data = нет данных
indicators-at-least = не меньше { $value }
indicators-at-most = не больше { $value }
indicators-met = порог { $value }{ $met ->
    [yes] {" "}выполнен
    [no] {" "}не выполнен
   *[other] {""}
}
indicators-unchanged = без изменений
indicators-points = { $value } п. п.
indicators-behind = { $answered } из { $asked } { $asked ->
    [one] школы
   *[other] школ
}
indicators-withheld = не показываем: данные от { $answered ->
    [one] { $answered } школы
   *[other] { $answered } школ
}, нужно от { $minimum }, не хватает { $lacking }
indicators-schools = По школам
indicators-words = Словами: { $qualitative }
indicators-files = Картинки, файлы
indicators-periods-button = Другой период
indicators-council = Обсуждение
indicators-campaign = К кампании
indicators-back = ‹ К показателям

# Один показатель.
indicators-card =
    <b>{ $title }</b>
    { $sign } <b>{ $value }</b>
indicators-card-hidden =
    <b>{ $title }</b>
    { $sign } { $withheld }
indicators-card-threshold = Порог: { $wanted }{ $met ->
    [yes] , выполнен
    [no] , не выполнен
   *[other] {""}
}.
indicators-card-no-threshold = Порог для этого показателя не задан.
indicators-card-parts =
    { $parts }
    { $how }
indicators-part = { $role }: { $title } — <b>{ $value }</b>
indicators-part-bare = { $role }: { $title }
indicators-numerator = Числитель
indicators-denominator = Знаменатель
indicators-counted = Считаем
indicators-dash = —
indicators-how-share = Суммы по школам, которые дали оба числа; первая делится на вторую и умножается на 100.
indicators-how-mixed = Сумма по школам и число службы; числитель делится на знаменатель и умножается на 100.
indicators-how-sum = Сумма по школам, которые дали число.
indicators-how-own = Число даёт методическая служба.
indicators-how-own-share = Оба числа даёт методическая служба; первое делится на второе и умножается на 100.
indicators-card-behind = За показателем стоят данные { $behind }.
indicators-card-change = В прошлый период, «{ $earlier }», было { $before }: { $change }
indicators-card-source = Основание: { $source }
indicators-ranking = По школам
indicators-dynamics = По периодам
indicators-dynamics-head =
    <b>{ $title }</b>
    По периодам, последний внизу.
indicators-dynamics-threshold = Порог: { $wanted }.
indicators-dynamics-alone = Это первый период. Сравнение появится после следующего.
indicators-point =
    { $sign } <b>{ $title }</b>
    { $bar } { $facts }
indicators-point-none =
    ○ <b>{ $title }</b>
    { $why }
indicators-point-other =
    ○ <b>{ $title }</b>
    не собирали или считали иначе

# Школы.
indicators-ranking-head =
    <b>{ $title }</b>
    По муниципалитету — { $value }. Первыми идут школы, у которых хуже.
indicators-ranking-gaps = { $no_data ->
    [0] {""}
   *[other] Без числа: { $no_data }.{" "}
}{ $silent ->
    [0] Ответили все.
   *[other] Не ответили: { $silent }.
}
indicators-no-schools = Школы здесь ни при чём: их об этом не спрашивают.
indicators-rank = { $number }. { $sign } { $school } — { $facts }
indicators-reason = <i>Причина: { $reason }</i>
indicators-silent = нет ответа
indicators-yes = да
indicators-no = нет
indicators-schools-head =
    <b>{ $title }</b>
    Школы: сначала те, у кого больше показателей ниже порога.
indicators-summed = { $low ->
    [0] { $met ->
        [0] сравнить с порогами нечего
       *[other] пороги выполнены
    }
   *[other] порог не выполнен: { $low }
}{ $no_data ->
    [0] {""}
   *[other] , нет данных: { $no_data }
}{ $late ->
    [yes] , с опозданием
   *[no] {""}
}
indicators-school-head =
    <b>{ $school }</b>
    { $title }. { $period }
indicators-school-silent = Ответа от школы нет.
indicators-school-late = Ответ пришёл с опозданием.
indicators-school-returned = Часть полей возвращена на исправление: пока их не исправят, они не считаются.
indicators-school-none = По данным одной школы здесь ничего не считается.
indicators-of-school =
    { $sign } <b>{ $title }</b>
    { $facts }
    По муниципалитету — { $whole }
indicators-of-school-alone =
    { $sign } <b>{ $title }</b>
    { $facts }
indicators-school-withheld = Показатели муниципалитета появятся, когда ответят { $minimum ->
    [one] хотя бы { $minimum } школа
    [few] хотя бы { $minimum } школы
   *[other] хотя бы { $minimum } школ
}.
indicators-answers = Ответы школы
indicators-own-head =
    <b>{ $school }: показатели</b>
    { $title }. { $period }
    { $coverage }
indicators-to-request = ‹ К запросу

# Качественные показатели.
indicators-words-head =
    <b>{ $title }: качественные показатели</b>
    Заполнено { $given } из { $total }.
indicators-word =
    { $number }. <b>{ $title }</b>
    { $text }
indicators-words-empty = пока не заполнено
indicators-words-note = нет данных: { $note }
indicators-words-none = Качественных показателей в этой кампании нет.

# Картинки и файлы.
indicators-files-head =
    <b>Картинки и файлы: { $title }</b>
    { $period }
    { $coverage }
indicators-file-progress = Картинка: кто и когда ответил
indicators-file-picture = Картинка: показатели и пороги
indicators-file-table = Таблица Excel
indicators-file-summary = Справка для совета, Word
indicators-file-coming = Готовлю, пришлю сюда через несколько секунд.
indicators-file-failed = Не получилось подготовить файл. Данные целы: попробуйте ещё раз из раздела «Показатели».
indicators-progress-caption = Кто и когда ответил: { $title }.
indicators-picture-caption = Показатели и пороги: { $title }.
indicators-table-caption = Показатели, ответы школ, причины и история: { $title }.
indicators-summary-caption = Справка для совета: { $title }. Место для выводов и решений оставлено.
indicators-table-file = Показатели { $title } { $date }
indicators-summary-file = Справка { $title } { $date }

# Что написано на картинках.
progress-title = Кто и когда ответил
progress-on-time = вовремя
progress-late = с опозданием
progress-silent = нет ответа
progress-deadline = срок { $day }
progress-by-weeks = Столбец — неделя
progress-by-days = Столбец — день
progress-schools = Школы по времени ответа
progress-more = … и ещё { $count }
progress-as-of = { $title } · на { $day }
progress-answered = Ответов: { $answered } из { $asked }
chart-results-title = Показатели и пороги
chart-results-met = порог выполнен
chart-results-not-met = порог не выполнен
chart-results-free = порога или данных нет
chart-results-before = было: { $title }
chart-results-threshold = порог
chart-results-counts = В числах
chart-results-was = было { $value }
chart-results-few = мало ответов: не хватает { $lacking }
chart-results-axis = Проценты

# Таблица.
results-sheet-indicators = Показатели
results-sheet-schools = Школы
results-sheet-reasons = Причины
results-sheet-history = История
results-sheet-words = Словами
results-column-number = №
results-column-title = Показатель
results-column-unit = Единица
results-column-numerator = Числитель: что
results-column-part = Числитель
results-column-denominator = Знаменатель: что
results-column-whole = Знаменатель
results-column-value = Значение
results-column-threshold = Порог
results-column-met = Порог выполнен
results-column-answered = Школ с данными
results-column-asked = Школ спрошено
results-column-before = Прошлый период
results-column-change = Изменение
results-column-remark = Примечание
results-column-source = Основание
results-column-school = Школа
results-column-state = Состояние
results-column-submitted = Ответ получен
results-column-in-time = Вовремя
results-column-what = Что
results-column-kind = Вид
results-column-reason = Причина
results-column-when = Когда
results-column-variable = Поле
results-column-deed = Что сделано
results-column-old = Было
results-column-new = Стало
results-column-by = Кем
results-column-text = Текст
results-unit-percent = %
results-unit-people = чел.
results-unit-items = ед.
results-yes = да
results-no = нет
results-late = с опозданием
results-no-threshold = порога нет
results-share = { $title }, %
results-own-part = Методическая служба
results-total = Всего
results-total-withheld = Всего (мало ответов)
results-returned = на исправлении
results-state-expected = ждём ответа
results-state-in_work = заполняет
results-state-submitted = ответ получен
results-state-accepted = принят
results-state-returned = на исправлении
results-kind-silent = не ответила
results-kind-late = опоздание
results-kind-no-data = нет данных
results-kind-low = ниже порога
results-kind-returned = на исправлении
results-deed-value = ответ
results-deed-evidence = подтверждение
results-deed-low-reason = причина низкого значения
results-deed-submitted = отправлено
results-deed-returned = возвращено
results-deed-accepted = принято
results-deed-reopened = открыто снова
results-deed-handed-over = передано коллеге
results-deed-withdrawn = снято
results-deed-nudged = напоминание
results-deed-asked-again = снова спрошено
results-by-school = школа
results-by-service = служба

# Справка.
results-paper-title = Итоги мониторинга
results-paper-campaign = Кампания
results-paper-period = Период данных
results-paper-opened = Сбор
results-paper-coverage = Охват
results-paper-made = Составлено
results-paper-indicators = Показатели
results-paper-few = Сводные показатели по школам не приводятся: для них нужно ответов не меньше { $minimum }, не хватает { $lacking }.
results-paper-met = Пороги: выполнено { $met } из { $wanted }.
results-paper-no-thresholds = Пороги в этой кампании не заданы.
results-paper-compared = Изменение дано к периоду «{ $earlier }».
results-paper-silent = Школы, которые не ответили
results-paper-all = Ответили все школы.
results-paper-late = Школы, которые ответили с опозданием
results-paper-words = Качественные показатели
results-paper-conclusions = Выводы
results-paper-decisions = Решения
results-paper-signature = Подпись, дата
results-paper-behind = { $answered } из { $asked }
results-paper-dates = { $start } — { $end }
results-paper-column-met = Выполнен
results-paper-column-behind = Школ
results-paper-column-decision = Решение
results-paper-column-responsible = Ответственный
results-paper-column-due = Срок

refusal-results-not-yet = Показатели появятся, когда кампания откроется и школы начнут отвечать.
