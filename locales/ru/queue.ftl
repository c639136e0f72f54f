# Заявки: что ждёт решения.
queue-list =
    <b>Заявки</b>
    Вот что ждёт вашего решения. Сначала самые давние.
queue-empty =
    <b>Заявки</b>
    Сейчас ничего не ждёт решения. Когда появится новое, я напишу.
queue-claims = Подтвердить роль: { $claims }
queue-transfers = Переход в школу: { $transfers }
queue-proposed = Предложенные школы: { $proposed }
queue-orphans = Некому ответить на запрос: { $orphans }
queue-checks = Проверить ответы школ: { $to_check }

claim-head =
    <b>Подтвердить роль?</b>
    { $name }{ $position }
    Роль: { $role }
    Ждёт с { $date }
claim-means =
    Что это даёт: { $means }
transfer-head =
    <b>Переход в другую школу</b>
    { $name }{ $position }
    Откуда: { $origin }
    Куда: { $school }
    Ждёт с { $date }
transfer-proposed =
    Этой школы ещё нет в списке: её предложил сам человек.
queue-position = , { $position }
queue-nowhere = школа не указана
queue-confirm = Подтвердить
queue-decline = Отклонить
queue-card = Карточка человека
queue-back = ‹ Все заявки
queue-decided =
    Эту заявку уже решили, или человек сам передумал.
queue-next = Следующая ›
queue-nothing =
    Здесь больше ничего не ждёт.
queue-confirmed = Подтверждено. Человек получит уведомление.
queue-declined = Отклонено. Человек получит уведомление.
queue-too-late = Эту заявку уже решили без вас: ничего не изменилось.
refusal-own-wish = Это ваша собственная заявка: её решит кто-то другой.
