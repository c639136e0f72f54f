# Школы: список, карточка, объединение и закрытие, таблица.
refusal-school-name-taken = Школа с таким названием в списке уже есть. Дайте другое название или объедините эти школы.
refusal-school-has-people = В школе { $people ->
    [one] числится { $people } человек
    [few] числятся { $people } человека
   *[many] числится { $people } человек
}. Выберите, в какую школу их перевести.
refusal-import-refused = { $count ->
    [one] Одну строку записать нельзя
    [few] { $count } строки записать нельзя
   *[many] { $count } строк записать нельзя
}, поэтому не записано ничего. Исправьте таблицу и пришлите её ещё раз.
refusal-plan-changed = Пока вы смотрели, список школ изменился. Пришлите таблицу ещё раз, и я сравню её заново.
refusal-cell-empty = Столбец «{ $column }» не заполнен.
refusal-cell-long = В столбце «{ $column }» { $length } знаков, помещается { $limit }.
refusal-cell-short = В столбце «{ $column }» слишком короткое название.
refusal-row-code-long = Код длиннее { $limit } знаков.
refusal-row-code = У этой школы уже есть код «{ $code }», менять его нельзя. Впишите его или оставьте ячейку пустой.
refusal-row-school-twice = Та же школа или тот же код уже есть в строке { $row }.
refusal-row-name-taken = По коду это одна школа, а название — другой: «{ $school }».
refusal-row-school-closed = Школа «{ $school }» закрыта или объединена с другой. Откройте её снова в списке школ или уберите строку.
refusal-row-status = { $count ->
    [0] Статусов поддержки в вашем муниципалитете нет, а в таблице «{ $status }». Очистите ячейку.
   *[other] Нет статуса «{ $status }». Бывают: { $known }.
}

schools-head =
    <b>Школы</b>
    В списке { $active ->
        [one] { $active } школа
        [few] { $active } школы
       *[many] { $active } школ
    }. Напишите часть названия, и я найду нужную.
schools-head-empty =
    <b>Школы</b>
    Список пока пуст. Пришлите его таблицей: кнопка «Загрузить таблицу».
schools-head-proposed =
    <b>Предложенные школы</b>
    Эти названия люди написали сами. Откройте школу, чтобы принять её в список или объединить с той, которая уже есть.
schools-head-none-proposed =
    <b>Предложенные школы</b>
    Все предложенные названия уже рассмотрены.
schools-head-found =
    По запросу «{ $query }» нашлось вот что.
schools-head-not-found =
    По запросу «{ $query }» ничего не нашлось. Напишите название иначе.
schools-legend =
    ◆ есть статус поддержки · ＋ предложена · ✕ закрыта
schools-proposed = Предложенные: { $count }
schools-all = Все школы
schools-import = Загрузить таблицу
schools-export = Скачать таблицу
schools-export-coming = Готовлю таблицу
schools-export-file = Школы
schools-export-caption = Школы списка: { $count }. Исправьте таблицу и пришлите обратно, если нужно. На втором листе — сколько людей в каждой школе, а также предложенные и закрытые.
schools-counts = Сейчас в боте
schools-column-state = Состояние
schools-column-people = Людей
schools-column-coordinators = Координаторов

school-state-active = в списке
school-state-proposed = предложена, ждёт решения
school-state-closed = закрыта
school-state-merged = объединена с другой школой
school-line = <b>{ $label }:</b> { $value }
school-field-name = Полное название
school-field-short_name = Краткое название
school-field-english_name = На английском
school-field-support_status = Статус поддержки
school-field-key = Код
school-field-state = Состояние
school-field-people = Людей
school-field-coordinators = Координаторов
school-field-heads = Руководителей
school-nothing = нет

school-head =
    <b>{ $school }</b>
    { $lines }
school-proposed-hint =
    Это название кто-то написал сам. Примите школу в список или объедините её с той, которая уже есть.
school-closed-hint =
    Выбрать эту школу сейчас нельзя.
school-confirm = Принять в список
school-confirmed = Школа в списке
school-merge = Объединить с другой
school-close = Закрыть школу
school-reopen = Открыть снова
school-reopened = Школа снова в списке
school-mine = Карточка моей школы
school-people = Люди школы
schools-back = ‹ К списку
school-back = ‹ К школе

school-name-ask =
    <b>{ $school }</b>
    Полное название сейчас: { $value }
    Напишите новое. Например: МБОУ «Средняя общеобразовательная школа № 5».
school-short-name-ask =
    <b>{ $school }</b>
    Краткое название сейчас: { $value }
    Напишите новое. Например: СОШ № 5.
school-english-name-ask =
    <b>{ $school }</b>
    Название на английском сейчас: { $value }
    Напишите новое латинскими буквами.
school-english-clear = Убрать
school-renamed = Название сохранено
school-status-ask =
    <b>{ $school }</b>
    Какой у школы статус поддержки? Его видят методисты, администраторы и руководитель этой школы.
school-status-none = Без статуса
school-status-saved = Статус сохранён

school-merge-ask =
    <b>С какой школой объединить школу «{ $school }»?</b>
    Всё, что к ней относится, перейдёт в ту школу.
school-merge-confirm =
    <b>Объединить школу «{ $school }» со школой «{ $target }»?</b>
    «{ $school }» исчезнет из списка. В школу «{ $target }» перейдут:
school-ties = { $ties }
school-merge-do = Объединить
school-merged = Школы объединены
school-merged-already = Эта школа уже объединена
school-close-ask =
    <b>Куда перевести людей школы «{ $school }»?</b>
    { $people ->
        [one] Числится { $people } человек.
        [few] Числятся { $people } человека.
       *[many] Числится { $people } человек.
    }
school-close-confirm =
    <b>Закрыть школу «{ $school }»?</b>
    Выбрать её больше будет нельзя.
school-close-move =
    { $people ->
        [one] { $people } человек перейдёт
        [few] { $people } человека перейдут
       *[many] { $people } человек перейдут
    } в школу «{ $target }», и каждый узнает об этом.
school-close-ends =
    Прекратятся:
    { $ends }
school-close-do = Закрыть
school-closed = Школа закрыта
school-closed-already = Эта школа уже закрыта
school-tie-people = люди: { $count }
school-tie-holders = роли в школе: { $count }
school-tie-invitations = приглашения: { $count }
school-tie-wishes = заявки на переход сюда: { $count }
school-tie-nothing = ничего: к школе никто не относится

schools-file-ask =
    <b>Школы из таблицы</b>
    Сейчас в списке { $active ->
        [one] { $active } школа
        [few] { $active } школы
       *[many] { $active } школ
    }. Пришлите файл XLSX или CSV. Нужны столбцы «Полное название» и «Краткое название», остальные — по желанию. Я покажу, что изменится, и ничего не запишу без вашего согласия.
schools-template = Образец таблицы
schools-template-file = Образец — школы
schools-template-caption = Заполните первый лист и пришлите файл сюда. На втором листе сказано, что писать в каждом столбце.
schools-template-coming = Готовлю образец
schools-preview-head =
    <b>Таблица прочитана</b>
    { $file }
schools-preview-add = Новых школ: { $count }
schools-preview-change = Изменится: { $count }
schools-preview-accept = Предложенных станет настоящими: { $count }
schools-preview-same = Уже есть, без изменений: { $count }
schools-preview-refuse = <b>Записать нельзя: { $count }</b>
schools-preview-lines = { $lines }
schools-preview-problems = { $problems }
schools-preview-problem = Строка { $row }: { $reason }
schools-preview-ignored = Эти столбцы я не читаю: { $columns }
schools-preview-fix =
    Пока есть такие строки, не запишется ничего. Исправьте их и пришлите таблицу ещё раз. Все причины — в отчёте по строкам.
schools-preview-nothing =
    Менять нечего: все школы таблицы в списке уже есть.
schools-apply = Записать: { $parts }
schools-apply-add = добавить { $count }
schools-apply-change = изменить { $count }
schools-report = Отчёт по строкам
schools-report-file = Отчёт по строкам
schools-report-caption = Что будет с каждой строкой таблицы.
schools-report-coming = Готовлю отчёт
schools-imported = Записано. Добавлено: { $added }, изменено: { $changed }
school-plan-add = Добавится
school-plan-change = Изменится
school-plan-accept = Предложенная школа станет настоящей
school-plan-same = Без изменений
school-plan-refuse = Не запишется
school-change = { $field }: «{ $before }» → «{ $after }»
