# Аудитория: кому рассылка, для кого событие.
audience-of-broadcast =
    <b>Кому рассылка</b>
    { $lines }
audience-of-event =
    <b>Для кого событие</b>
    { $lines }
audience-reach-line = { $reach }
audience-reach = Получат: { $total } { $total ->
    [one] человек
    [few] человека
   *[many] человек
}.
audience-reach-event = Объявление получат: { $total } { $total ->
    [one] человек
    [few] человека
   *[many] человек
}.
audience-left-out = Не получат: { $why }.
audience-left-unreachable = { $count } — бот отключён
audience-left-unsubscribed = { $count } — нет подписки на эту тему
audience-fixed = Менять аудиторию уже поздно: всё началось или отменено.
audience-saved-as = ✓ Сохранено: «{ $name }».
audience-change = Выбрать, кому
audience-saved = Сохранённые и списки
audience-who = Кто получит
audience-who-not = Кто не получит
audience-save = Сохранить как…
audience-clear = Очистить
audience-done = ✓ Готово
audience-ready = Готово

# Критерии в словах.
audience-line-everybody = Все, кто зарегистрировался
audience-line-roles = Роли: { $values }
audience-line-positions = Должность: { $values }
audience-line-subjects = Предметы: { $values }
audience-line-schools = Школы: { $values }
audience-line-statuses = Статус школы: { $values }
audience-line-blocks = Дефицит: { $values }
audience-line-levels = Уровень: { $values }
audience-line-young = Молодые специалисты
audience-line-event = Событие: { $event } ({ $places })
audience-line-not-at = Кроме тех, кто уже записан: { $event }
audience-line-list = Список «{ $name }»
audience-gone = уже удалено
audience-untitled = без названия
audience-place-any = записаны, ждут места или пришли
audience-place-registered = записаны
audience-place-waiting = ждут места
audience-place-attended = пришли
audience-place-absent = не пришли

# Выбор критерия и его значений.
audience-criteria =
    <b>Кому</b>
    { $lines }

    { $reach }

    Что уточнить? Условия сужают выбор: человек должен подойти под каждое.
audience-by-roles = Роль
audience-by-positions = Должность
audience-by-subjects = Предмет
audience-by-schools = Школа
audience-by-statuses = Статус школы
audience-by-young = Молодые
audience-by-blocks = Дефицит
audience-by-levels = Уровень
audience-by-event = Событие
audience-by-list = Список людей
audience-choice = <b>{ $ask }</b>
audience-now =
    Сейчас выбрано:
    { $lines }
audience-drop = Сбросить
audience-ask-roles = С какими ролями? Достаточно одной из отмеченных.
audience-ask-positions = Кем работают?
audience-ask-subjects = Какие предметы ведут? Достаточно одного из отмеченных.
audience-ask-statuses = Из школ с каким статусом поддержки?
audience-ask-blocks = По каким блокам последняя самооценка показала дефицит? Достаточно одного.
audience-ask-levels = Какой уровень дефицита? Без отметок — любой дефицит.
audience-ask-places = Кто из участников события?
audience-schools = Выбраны: { $chosen }
audience-events =
    <b>Участники какого события?</b>
    Здесь будущие события и прошедшие за полгода.
audience-events-none = Опубликованных событий за последние полгода нет.

# Сохранённые аудитории.
audience-saved-list =
    <b>Сохранённые аудитории</b>
    Со знаком ☰ — загруженные списки людей.
audience-saved-none = Сохранённых аудиторий пока нет. Соберите аудиторию и сохраните её под именем или загрузите список людей.
audience-card =
    <b>{ $name }</b>
    { $lines }
audience-card-list =
    <b>{ $name }</b>
    Список людей: { $count }
audience-use = Выбрать
audience-used = Аудитория выбрана.
audience-forget = Удалить
audience-forget-ask =
    <b>Удалить «{ $name }»?</b>
    Люди останутся, исчезнет только сама аудитория.
audience-forget-yes = Да, удалить
audience-dropped = Аудитория удалена.
audience-save-ask =
    <b>Как назвать аудиторию?</b>
    { $lines }

    Напишите короткое имя, например «Молодые физики». Состав каждый раз собирается заново: новые люди попадут в неё сами.

# Загруженный список.
audience-upload = Загрузить список людей
audience-upload-ask =
    <b>Список людей</b>
    Напишите имена прямо здесь, каждое с новой строки, например: Иванова А. П.

    Или пришлите таблицу XLSX или CSV со столбцом «ФИО» и, если есть тёзки, «Школа». Сначала я покажу, кого узнал. Сам файл не сохраняется.
audience-typed-problems =
    ⚠️ Список не сохранён. Исправьте эти имена и пришлите его ещё раз:
    { $lines }
audience-list-now = Сейчас выбран список «{ $name }». Новый его заменит.
audience-list-drop = Не учитывать список
audience-template = Образец таблицы
audience-template-file = Образец — список людей
audience-template-caption = Заполните и пришлите сюда. На втором листе — что писать в каждом столбце.
audience-file-coming = Готовлю таблицу, пришлю отдельным сообщением.
audience-preview =
    <b>Кого я узнал</b>
    Найдены: { $found }
    Строк с вопросами: { $missing }
audience-preview-lines = { $lines }
audience-list-line = Строка { $row }: { $reason }
audience-preview-ask = Останутся только найденные. Можно исправить таблицу и прислать её ещё раз.
audience-preview-useless = Никого узнать не удалось. Исправьте таблицу и пришлите её ещё раз.
audience-keep-list = Взять найденных: { $found }
audience-list-kept = Список сохранён и выбран.
audience-list-changed = Пока вы смотрели, люди в боте изменились. Проверьте ещё раз.

# Имена.
audience-people =
    <b>{ $title }</b>
    { $words }
audience-people-reached = Получат: { $count }
audience-people-unreachable = Отключили бота: { $count }
audience-people-unsubscribed = Не подписаны на эту тему: { $count }
audience-people-lines = { $lines }
audience-people-none = Здесь никого нет.
audience-people-noted = Просмотр имён записан в журнал.
audience-person = • { $name }, { $school }
audience-show-reached = Кто получит: { $count }
audience-show-unreachable = Отключили бота: { $count }
audience-show-unsubscribed = Не подписаны: { $count }

refusal-audience-fixed = Менять аудиторию уже поздно: всё началось или отменено.
refusal-audience-everybody = Сохранять пока нечего: выбраны все. Сначала уточните, кому.
refusal-audience-name-taken = Такое имя уже занято. Напишите другое.
refusal-audience-too-many = Сохранённых аудиторий уже { $limit }. Удалите ненужные.
refusal-audience-gone = Этой аудитории уже нет: её удалили.
refusal-audience-in-use = Этот список сейчас нужен рассылке, событию или сохранённой аудитории. Сначала уберите его там.
refusal-list-name-short = «{ $text }» — этого мало. Нужны хотя бы фамилия и имя.
refusal-list-name-unknown = «{ $text }» среди зарегистрированных нет.
refusal-list-name-guess = «{ $text }» среди зарегистрированных нет. Может быть, { $word }?
refusal-list-name-ambiguous = «{ $text }» — таких людей { $count }. Укажите школу.
refusal-list-name-elsewhere = «{ $text }» работает в другой школе: { $school }.
