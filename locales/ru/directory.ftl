# Люди: поиск, карточка, таблица.
people-ask =
    <b>Люди</b>
    Напишите фамилию или имя, можно с ошибкой, или выберите из списка.
people-ask-own =
    <b>Люди школы</b>
    Напишите фамилию или имя, можно с ошибкой, или выберите из списка.
people-filters = Показаны только: { $filters }
people-listed = Всего: { $count }
people-searched = По запросу «{ $query }» нашлось: { $count }
people-nobody = По запросу «{ $query }» никого не нашлось. Напишите иначе или нажмите «Все».
people-nobody-there = Здесь пока никого нет.
people-by-school = { $by_school ->
    [yes] ✓ Школа
   *[no] Школа
}
people-by-role = { $by_role ->
    [yes] ✓ Роль
   *[no] Роль
}
people-all = Все
people-table = Таблица
people-any = Любая
people-choose-own-school =
    Выберите школу.
people-choose-role =
    <b>Кого показать?</b>
    Выберите роль.

people-card = { $lines }
people-name = <b>{ $name }</b>
people-moving = Хочет перейти в другую школу: { $target }. Решение ещё не принято.
people-roles =
    Роли:
    { $roles }
people-role-claimed = { $role } (ждёт подтверждения)
people-attestation = Следующая аттестация: { $attestation }
people-attestation-near = ⏰ Следующая аттестация: <b>{ $attestation }</b>, осталось меньше полугода.
people-attestation-past = ⏰ Срок аттестации прошёл: <b>{ $attestation }</b>
people-courses =
    Курсы за три года: { $count }, { $hours } ч
    { $courses }
people-course = { $title }, { $hours } ч, { $finished }
people-no-courses = Курсов за последние три года нет.
people-assessed = Последняя самооценка: { $date }, общий дефицит { $overall }.
people-attended = Событий посещено: { $attended }
people-results = Результат самооценки
people-external = Внешняя диагностика
people-roles-of = Роли
people-school = Школа
people-back = ‹ К списку
people-back-queue = ‹ К заявке
people-back-school = ‹ К школе
people-to-card = ‹ К карточке

people-result-head =
    <b>{ $name }</b>
    { $title }
    { $date }
people-result-gaps =
    Ответов «{ $gap }»: { $gaps }.
people-result-strengths =
    Сильные стороны: { $strengths }.

people-external-ask =
    <b>Внешняя диагностика</b>
    { $name }

    Напишите в одном сообщении название, год и итог. Например: ФИОКО, 2022, 64 балла. Запись видят сам педагог и методисты.
people-external-noted =
    Уже отмечено:
    { $external }
people-external-remove = ✕ { $title }, { $year }
people-external-remove-ask =
    <b>Удалить эту запись?</b>
    { $name }
    { $title }, { $year }: { $outcome }
people-external-remove-yes = Да, удалить
people-external-removed = Запись удалена.

people-table-ask =
    <b>Таблица людей</b>
    В файле { $count ->
        [one] будет { $count } человек
        [few] будут { $count } человека
       *[many] будет { $count } человек
    }: школа, должность, стаж, категория, аттестация, курсы, роли.
people-table-noted = Выгрузка отмечается в журнале: каждый видит, кто смотрел его данные.
people-table-download = Скачать таблицу
people-table-coming = Готовлю таблицу…
people-table-caption = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
} на сегодня. Выделены аттестации, до которых меньше полугода, и просроченные.
people-table-file = Люди { $date }
people-table-sheet = Люди
people-column-name = Фамилия, имя, отчество
people-column-school = Школа
people-column-position = Должность
people-column-subjects = Предметы
people-column-experience = Стаж, лет
people-column-post = В должности, лет
people-column-category = Категория
people-column-attestation = Следующая аттестация
people-column-courses = Курсы за три года
people-column-hours = Часов за три года
people-column-roles = Роли
people-column-assessed = Последняя самооценка
people-column-registered = Дата знакомства

refusal-person-unready = Этот человек ещё не закончил знакомство с ботом: карточка появится, когда он ответит на все вопросы.
refusal-results-none = Законченных самооценок у этого человека пока нет.
