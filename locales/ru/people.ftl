# Знакомство и профиль.
signup-progress =
    Знакомство: шаг { $number } из { $steps }

signup-name =
    <b>Как вас зовут?</b>
    Напишите фамилию, имя и отчество. Например: Иванова Анна Петровна.
signup-school =
    <b>Где вы работаете?</b>
    Выберите школу или напишите часть названия — я найду. В списке { $total } { $total ->
        [one] организация
        [few] организации
       *[many] организаций
    }.
signup-school-empty =
    <b>Где вы работаете?</b>
    Напишите короткое название школы. Например: СОШ № 5.
signup-school-found =
    По запросу «{ $query }» нашлось вот что. Выберите школу, напишите название иначе или предложите свою.
signup-school-not-found =
    Школы, похожей на «{ $query }», в списке нет. Напишите название иначе, откройте весь список или отправьте это название методисту на проверку.
signup-school-propose = Моей школы нет: «{ $query }»
signup-school-list = Весь список
signup-position =
    <b>Кем вы работаете?</b>
    От должности зависит, какой опросник я предложу.
signup-subjects =
    <b>Что вы преподаёте?</b>
    Отметьте один или несколько предметов.
signup-subjects-chosen =
    Выбрано: { $chosen }
signup-subjects-done = Готово ›
signup-subjects-none = Не веду предметы ›
signup-experience =
    <b>Сколько лет вы работаете в образовании?</b>
    Выберите или напишите число полных лет.
signup-post =
    <b>Сколько лет вы в нынешней должности?</b>
    Считайте все годы в этой должности, даже если меняли школу. Выберите или напишите число.
signup-category =
    <b>Какая у вас квалификационная категория?</b>

years-button = { $years ->
    [0] Меньше года
    [one] { $years } год
    [few] { $years } года
   *[many] { $years } лет
}
years-value = { $years ->
    [0] меньше года
    [one] { $years } год
    [few] { $years } года
   *[many] { $years } лет
}

field-name = Имя
field-school = Школа
field-position = Должность
field-subjects = Предметы
field-experience = Стаж
field-post = В должности
field-category = Категория
not-given = не указано
subjects-none = не веду
summary-line = <b>{ $label }:</b> { $value }
summary-check =
    <b>Всё верно?</b>
    Если что-то не так, нажмите на название строки ниже.

summary-profile =
    <b>Ваш профиль</b>
    Чтобы исправить строку, нажмите на её название.

summary-fields = { $fields }
summary-young =
    По правилам вашего муниципалитета вы — молодой специалист ({ $young }): вам положена отдельная поддержка.
summary-proposed =
    Вашей школы ещё нет в списке: методист проверит её название. Пользоваться ботом это не мешает.
summary-confirm = Всё верно
