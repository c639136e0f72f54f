# Recommendations to a school, and carrying them out.
recommendations-title = <b>Recommendations to your school</b>
recommendations-lines = { $lines }
recommendations-none = No recommendations yet. When the council recommends something to your school, the bot will send a message.
recommendations-to-list = ‹ To the list
recommendation-card =
    <b>Recommendation: { $school }</b>
    { $place } · { $campaign }
    { $sign } { $state } · { $due }

    { $text }
recommendation-responsible = <b>Responsible:</b> { $responsible }
recommendation-waits = reported as done, the methodist will confirm
recommendation-report = <b>What the school says:</b> { $report }
recommendation-sent-back = <b>Still to be done:</b> { $sent_back }
recommendation-done = It is done
recommendation-correct = Change the words
recommendation-ask-report =
    <b>What was done?</b>
    { $text }
    Write shortly, up to 1,000 characters. For example: Mentors are appointed by order, two meetings were held. The methodist will read it and confirm.
recommendation-is-reported = Thank you. The methodist will read and confirm it.

notice-recommended = { $again ->
    [yes] A recommendation to the school ({ $decided_for }) needs more work: { $why_again }
   *[no] Your school ({ $decided_for }) has got a recommendation after the monitoring.
}

    { $decision }

    By { $due }
    When it is done, please report it in a few words.
notice-recommendation-near =
    A recommendation to your school ({ $decided_for }) is due soon: { $due }

    { $decision }

    If it is done, please report it.
notice-recommendation-reported =
    A school says that a recommendation is carried out: <b>{ $decided_for }</b>.

    { $decision }

    <b>What was done:</b> { $said }

    Confirm it or send it back.
notice-recommendation-closed = { $outcome ->
    [dropped] A recommendation to your school ({ $decided_for }) was withdrawn and need not be carried out.
   *[done] It is confirmed that a recommendation to your school ({ $decided_for }) is carried out. Thank you.
}

    { $decision }
go-recommendation = Open the recommendation
go-recommendations = All recommendations
go-decision = Look and decide

refusal-recommendation-gone = This recommendation is no more: it was withdrawn.
