# Discussing what monitoring brought: places, conclusions, decisions.
council-places =
    <b>Discussion of the results</b>
    { $campaign }
council-lines = { $lines }
council-place-line =
    • <b>{ $place }</b>
    { $when } · { $count ->
        [0] no decisions yet
        [one] { $count } decision
       *[other] { $count } decisions
    }{ $more }
council-held = discussed on { $date }
council-will-be = will be discussed on { $date }
council-not-held = no day set
council-of-reported = to confirm: { $count }
council-of-overdue = overdue: { $count }
council-of-drafts = drafts: { $count }
council-no-places = The profile of the municipality does not say where results are discussed. Ask the admin to add places of discussion.
council-all = All decisions
council-to-campaign = ‹ To the campaign
council-to-places = ‹ To all places
council-to-place = ‹ To the place
council-place =
    <b>{ $place }</b>
    { $campaign }
    { $when }
council-conclusion =
    <b>Conclusion.</b> { $conclusion }
council-decisions =
    <b>Decisions</b>
    { $lines }
council-no-decisions = No decisions yet.
council-all-decisions =
    <b>All decisions</b>
    { $campaign }
council-when = Day
council-conclude = Conclusion
council-new = New decision

council-ask-held =
    <b>{ $place }</b>
    When were the results discussed? Choose or write a day, for example 12.11.2026 or 12 November. If it is still to come, write a future day.
council-day = { $days ->
    [0] Today
    [one] { $days } day ago
   *[other] { $days } days ago
}
council-known = Now: { $value }
council-remove = Remove
council-saved = Saved.
council-ask-conclusion =
    <b>{ $place }</b>
    Write the conclusion, up to 2,000 characters: what you came to, what works, what does not. It goes into the summary for the council.
council-ask-text =
    <b>What was decided?</b>
    Write it in one message, up to 1,000 characters. For example: Appoint mentors for young teachers and hold two meetings in half a year.
    Then you may choose schools: each gets the decision as a recommendation and reports when it is done.
council-ask-responsible =
    <b>Who sees to it?</b>
    Write a name or a post, for example: methodist for primary schools.
council-ask-due =
    <b>By which day should it be done?</b>
    Choose or write a day, for example 15.12.2026 or 15 December.
council-told = The school knows of the recommendation already. Three days before the new day the bot will remind it again.
council-in-days = { $days ->
    [14] Two weeks
    [30] A month
    [90] Three months
    [one] { $days } day
   *[other] { $days } days
}
council-ask-schools =
    <b>Which schools is it recommended to?</b>
    Mark one or several. To find a school, write a part of its name.
council-schools-chosen = Chosen: { $count }. { $chosen }
council-schools-none = Nobody yet: the decision will stay with the service itself.
council-schools-done = Done
council-all-schools = All
council-no-school = Nobody

decision-line =
    { $sign } <b>{ $text }</b>
    { $about }
decision-until = by { $date }
decision-no-due = no day set
decision-state-draft = draft
decision-state-open = to be done
decision-state-overdue = overdue
decision-state-reported = the school says it is done
decision-state-done = done
decision-card =
    <b>{ $place }</b>
    { $sign } { $state }

    { $text }
decision-lines = { $lines }
decision-value = <b>{ $label }:</b> { $value }
decision-field-school = For
decision-field-responsible = Responsible
decision-field-due = Day
decision-no-school = the municipality, no schools
decision-no-responsible = nobody named
decision-schools = { $count ->
    [one] { $names }
   *[other] { $count } schools: { $names }
}
decision-report = <b>What the school says:</b> { $report }
decision-was-sent-back = Sent back to the school: { $sent_back }
decision-missing = Before it can be sent, please give: { $lacks }.
decision-lacks-due = the day
decision-lacks-responsible = who sees to it
decision-deaf = Nobody in the bot to tell: { $deaf_names }. Appoint a coordinator there, who will then see the recommendation.
decision-confirm = Confirm that it is done
decision-send-back = Send back to the school
decision-send = Send
decision-edit-text = Text
decision-edit-schools = Schools
decision-edit-responsible = Responsible
decision-edit-due = Day
decision-close = Done
decision-drop = Withdraw
decision-discard = Delete the draft

decision-send-ask =
    <b>Send the decision?</b>
    { $text }
    Day: { $due }
decision-send-schools = { $count ->
    [one] It goes to one school: { $schools }. Its coordinators and head get a message.
   *[other] It goes to { $count } schools, to each separately: { $schools }. Their coordinators and heads get a message.
}
decision-send-alone = It stays with the service, no school gets a message. Responsible: { $responsible }.
decision-send-yes = Yes, send it
decision-is-sent = { $count ->
    [one] Sent.
   *[other] Sent. There are { $count } decisions now.
}
decision-close-ask =
    <b>Is it done?</b>
    { $text }
decision-close-told = The school gets a message that it is confirmed.
decision-close-yes = Yes, it is done
decision-is-done = Noted: done.
decision-send-back-ask =
    <b>What is still to be done?</b>
    { $text }
    Write some words to the school, up to 400 characters. It will finish the work and report again.
decision-is-sent-back = Sent back to the school.
decision-discard-ask =
    <b>Delete the draft?</b>
    { $text }
decision-drop-ask =
    <b>Withdraw the decision?</b>
    { $text }
    It need not be carried out any more and leaves the lists.
decision-drop-told = The school gets a message about it.
decision-drop-yes = Yes
decision-is-dropped = Done.

refusal-review-too-early = Results are discussed once the campaign has opened, and this one has not.
refusal-review-day-range = The day of discussion cannot be before the campaign opened, nor more than a year ahead.
refusal-decision-due-range = The day can be today or later, up to three years ahead.
refusal-decision-sent = The decision is sent: text and schools cannot be changed. You may withdraw it and write a new one.
refusal-decision-not-sent = The decision is not sent yet.
refusal-decision-not-reported = The school has not reported yet, or that was dealt with already.
refusal-decision-reported = The school says that it is done. Confirm it or send it back, then the day can be changed.
refusal-decision-done = The decision is carried out already.
refusal-decision-needs-due = Please set the day first.
refusal-decision-needs-responsible = Please say first who sees to it, or choose schools.
refusal-decision-schools-gone = The chosen schools are no longer in the list. Please choose others.
