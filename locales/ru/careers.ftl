# Курсы, аттестация, внешняя диагностика.
career-head = <b>Курсы и аттестация</b>
career-attestation = Следующая аттестация: { $attestation }
career-attestation-near = ⏰ Следующая аттестация: <b>{ $attestation }</b> — осталось меньше полугода, самое время собрать материалы.
career-attestation-past = ⏰ Дата аттестации — { $attestation } — уже прошла. Укажите следующую или уберите дату.
career-attestation-none = Дата следующей аттестации не указана.
career-courses =
    Курсы за последние три года: { $recent }{ $recent ->
        [0] {""}
       *[other] , { $hours } ч.
    }
    Нажмите на курс, чтобы посмотреть или удалить.
career-no-courses = Курсов пока нет. Добавьте те, что прошли: курсы последних трёх лет войдут в вашу карточку.
career-external =
    Внешняя диагностика:
    { $external }
external-line = • { $title }, { $year }: { $outcome }
career-course = { $year } · { $title }
career-add = Добавить курс
career-set = Дата аттестации

career-course-card =
    <b>{ $title }</b>
    { $hours } ч · закончен { $finished }
career-course-old = Прошло больше трёх лет, поэтому в карточке и в таблицах курса уже нет.
career-remove-ask = Удалить этот курс?
career-remove = Да, удалить
career-removed = Курс удалён.

career-ask-title =
    <b>Как называется курс?</b>
    Напишите название, как в удостоверении. Например: Функциональная грамотность на уроках математики.
career-draft-title = «{ $title }»
career-ask-hours =
    <b>Сколько в нём часов?</b>
    Выберите или напишите число.
hours-button = { $hours } ч
career-draft = «{ $title }», { $hours } ч
career-ask-finished =
    <b>Когда вы его закончили?</b>
    Напишите дату. Например: 1 мая 2025 или 01.05.2025.

attestation-ask =
    <b>Когда следующая аттестация?</b>
    Напишите дату. Например: 15 марта 2028 или 15.03.2028. За полгода я напомню.
attestation-known = Сейчас указано: { $date }
attestation-clear = Убрать дату

refusal-date-unclear = «{ $text }» не похоже на дату. Напишите, например: 1 мая 2025 или 01.05.2025.
refusal-date-none = Дня «{ $text }» в календаре нет. Проверьте число и месяц.
refusal-course-future = Этот день ещё не наступил. Напишите дату, когда курс закончен.
refusal-course-early = Слишком давно: напишите дату не раньше { $year } года.
refusal-course-gone = Этот курс уже удалён.
refusal-other-course = Это чужой курс, открыть его нельзя.
refusal-courses-limit = Курсов уже { $limit }, больше не поместится. Удалите старые.
refusal-title-too-short = Название слишком короткое. Напишите его словами, как в документе.
refusal-title-too-long = В названии { $length } знаков, помещается { $limit }. Напишите короче.
refusal-hours-number = «{ $text }» не похоже на число часов. Напишите цифрами, например: 72.
refusal-hours-range = { $hours } ч — так не бывает. Напишите число от 1 до { $limit }.
refusal-attestation-past = Этот день уже прошёл. Напишите дату следующей аттестации.
refusal-attestation-far = Слишком далеко: напишите дату не позже { $year } года.
refusal-external-form = Нужны название, год и итог через запятую. Например: ФИОКО, 2022, 64 балла.
refusal-external-year = Год — от { $first } до { $last }. Например: ФИОКО, 2022, 64 балла.
