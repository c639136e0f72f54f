# Журнал действий.
audit-card-viewed = Открыта карточка
audit-results-viewed = Открыты результаты самооценки
audit-people-exported = Выгружен список людей
audit-attendance-noted = Отмечено: был на событии
audit-attendance-removed = Снята отметка о событии
audit-participants-exported = Выгружены участники события
audit-certificate-made = Выдана справка об участии
audit-audience-viewed = Открыты имена людей аудитории
audit-external-result-noted = Отмечена внешняя диагностика
audit-external-result-removed = Убрана внешняя диагностика
audit-transfer-confirmed = Подтверждён переход в школу
audit-transfer-declined = Отклонён переход в школу
audit-claim-confirmed = Подтверждена роль
audit-claim-declined = Не подтверждена роль
audit-role-granted = Дана роль
audit-role-ended = Снята роль
audit-invitation-created = Создано приглашение
audit-invitation-revoked = Отозвано приглашение
audit-invitation-accepted = Принято приглашение
audit-invitations-imported = Загружены приглашения
audit-school-changed = Изменена школа
audit-school-merged = Объединены школы
audit-school-closed = Закрыта школа
audit-school-reopened = Снова открыта школа
audit-schools-imported = Загружен список школ
audit-schools-exported = Выгружен список школ
audit-person-moved = Перевод в другую школу
audit-data-exported = Скачаны свои данные
audit-person-forgotten = Удалены свои данные
audit-audit-exported = Выгружен журнал
audit-backup-made = Сделана резервная копия
audit-maintenance-on = Начаты технические работы
audit-maintenance-off = Закончены технические работы
audit-content-reloaded = Перечитано содержание
audit-jobs-paused = Приостановлено расписание
audit-jobs-resumed = Расписание идёт дальше
audit-job-run = Запущено вручную
audit-indicators-exported = Выгружены результаты мониторинга
audit-data-reopened = Открыты принятые данные школы
audit-data-withdrawn = Школа убрана из кампании
audit-data-asked = Школа добавлена в кампанию
audit-campaign-changed = Изменена кампания
audit-campaign-opened = Открыта кампания
audit-campaign-skipped = Пропущена кампания
audit-campaign-resumed = Пропущенная кампания снова в плане
audit-campaign-discarded = Удалена запланированная кампания
audit-campaign-closed = Закрыта кампания
audit-event-published = Опубликовано событие
audit-event-moved = Перенесено событие
audit-event-cancelled = Отменено событие
audit-review-concluded = Записано заключение
audit-decision-sent = Отправлено решение
audit-decision-done = Исполнено решение
audit-decision-dropped = Снято решение

audit-deed = { $deed }: { $more }
audit-deadline = срок { $after } вместо { $before }
audit-program = Программа
audit-gone = Удалённый человек № { $number }
audit-nameless = Без имени, № { $number }

audit-head =
    <b>Журнал: { $total } { $total ->
        [one] запись
        [few] записи
       *[many] записей
    }</b>
    Кто, что и о ком; новые сверху. Изменить или стереть записи нельзя.
audit-chosen-kind = Вид: { $kind }
audit-chosen-person = Человек: { $person }
audit-empty = Таких записей нет.
audit-lines = { $lines }
audit-line =
    <b>{ $deed }</b>
    { $moment } · { $who }{ $update }
audit-about = { $actor } → { $subject }
audit-update = · обновление { $number }
audit-by-kind = Вид
audit-by-person = Человек
audit-all = Показать все записи
audit-export = Скачать таблицу
audit-coming = Готовлю таблицу…

audit-pick-kind = Какие записи показать? Рядом — сколько их.
audit-kind-count = { $kind }: { $count }
audit-any-kind = Все виды
audit-pick-person =
    <b>Чьи записи показать?</b>
    Напишите имя или его часть, например: Иванова. Можно написать номер человека из журнала, например: 17. Найдутся записи и о том, что делал этот человек, и о том, что делали другие с его данными.
audit-found = Кого вы имели в виду? Если здесь нет нужного человека, напишите имя иначе.
audit-not-found = Никого похожего не нашлось. Напишите имя иначе, например только фамилию.
audit-person = № { $number } · { $name }
audit-anybody = Все люди

audit-file = Журнал { $date }
audit-caption = Журнал: записей в таблице — { $count }.
audit-caption-cut = Журнал: записей в таблице — { $count } из { $total }, самые новые. Чтобы увидеть более старые, выберите вид или человека.
audit-sheet = Журнал
audit-column-moment = Когда
audit-column-actor = Кто
audit-column-actor-number = Кто, №
audit-column-kind = Что
audit-column-key = Код действия
audit-column-subject = О ком
audit-column-subject-number = О ком, №
audit-column-school = Школа
audit-column-facts = Подробности
audit-column-update = Обновление
