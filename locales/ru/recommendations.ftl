# Рекомендации школе и их исполнение.
recommendations-title = <b>Рекомендации вашей школе</b>
recommendations-lines = { $lines }
recommendations-none = Рекомендаций пока нет. Когда совет что-то порекомендует вашей школе, бот пришлёт сообщение.
recommendations-to-list = ‹ К списку
recommendation-card =
    <b>Рекомендация: { $school }</b>
    { $place } · { $campaign }
    { $sign } { $state } · { $due }

    { $text }
recommendation-responsible = <b>Ответственный:</b> { $responsible }
recommendation-waits = исполнение отмечено, методист подтвердит
recommendation-report = <b>Что сообщила школа:</b> { $report }
recommendation-sent-back = <b>Просят доделать:</b> { $sent_back }
recommendation-done = Исполнено
recommendation-correct = Исправить сообщение
recommendation-ask-report =
    <b>Что сделано?</b>
    { $text }
    Напишите коротко, до 1000 знаков. Например: Наставники назначены приказом, прошли две встречи. Методист прочитает и подтвердит исполнение.
recommendation-is-reported = Спасибо. Методист прочитает и подтвердит.

notice-recommended = { $again ->
    [yes] Рекомендацию школе ({ $decided_for }) просят доделать: { $why_again }
   *[no] Вашей школе ({ $decided_for }) дали рекомендацию по итогам мониторинга.
}

    { $decision }

    Срок: { $due }
    Когда исполните, отметьте это и напишите несколько слов.
notice-recommendation-near =
    Приближается срок рекомендации вашей школе ({ $decided_for }): { $due }

    { $decision }

    Если всё сделано, отметьте исполнение.
notice-recommendation-reported =
    Школа отметила исполнение рекомендации: <b>{ $decided_for }</b>.

    { $decision }

    <b>Что сделано:</b> { $said }

    Подтвердите исполнение или верните школе.
notice-recommendation-closed = { $outcome ->
    [dropped] Рекомендацию вашей школе ({ $decided_for }) сняли, исполнять её не нужно.
   *[done] Исполнение рекомендации вашей школе ({ $decided_for }) подтвердили. Спасибо.
}

    { $decision }
go-recommendation = Открыть рекомендацию
go-recommendations = Все рекомендации
go-decision = Посмотреть и решить

refusal-recommendation-gone = Этой рекомендации больше нет: её сняли.
