# Monitoring campaigns for the methodist: list, card, days, schools, opening and closing.
campaigns = <b>Monitoring campaigns</b>
campaigns-lines = { $lines }
campaigns-none =
    There are no campaigns yet. Those in the municipality’s calendar appear here two months before they open. You can also begin one of your own.
campaigns-line =
    • <b>{ $title }</b>
    { $state }
campaigns-draft = being prepared, you open it yourself
campaigns-planned = opens on { $day }
campaigns-skipped = skipped, was to open on { $day }
campaigns-answered = { $answered ->
    [one] { $answered } of { $asked } has answered
   *[other] { $answered } of { $asked } have answered
}
campaigns-closed = closed, { $answered }
campaigns-open = open, { $answered }, { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
}
campaigns-overdue = open, { $answered }, the deadline passed { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago
campaigns-back = ‹ Campaigns
campaign-new = New campaign
campaign-new-title = Data collection, { $day }
campaign-nameless = Without a name

campaign-card = <b>{ $title }</b>
campaign-card-draft = Being prepared: it opens when you open it.
campaign-card-waits = Opens by itself: { $opens }, 9:00.
campaign-card-progress =
    { $bar } { $answered ->
        [one] { $answered } of { $asked } has answered
       *[other] { $answered } of { $asked } have answered
    }
campaign-card-open =
    Deadline: { $deadline }
    { $left ->
        [0] It is today.
        [one] { $left } day is left.
       *[other] { $left } days are left.
    }
campaign-card-overdue =
    Deadline: { $deadline }
    It has passed; answers are still taken and marked as late.
campaign-card-closed =
    Closed. The deadline was: { $deadline }
campaign-card-skipped = Skipped this time.
campaign-card-discarded = Deleted.
campaign-card-deadline = Deadline: { $deadline }
campaign-card-period = Data about: { $period }
campaign-card-asks =
    Schools: { $schools }{ $everybody ->
        [1] , all of them
       *[other] , chosen ones
    }. Questions for a school: { $questions }, for the service: { $own }.
campaign-card-orphans = ⚠️ Nobody can answer at so many schools: { $orphans }. They have no coordinator.
campaign-card-wording =
    What schools are told:
    { $wording }
campaign-deadline-moved = { $day } (instead of a day off: { $wished })

campaign-board = Who answered: { $answered } of { $asked }
campaign-orphans = Schools with nobody: { $orphans }
campaign-results = Indicators
campaign-council = Decisions
campaign-open = Open now
campaign-change = Change
campaign-questions = Questions
campaign-steps = What comes
campaign-skip = Skip this time
campaign-resume = Hold it after all
campaign-discard = Delete
campaign-close = Close the campaign

campaign-fields =
    <b>What would you like to change?</b>
    { $lines }
campaign-value = <b>{ $label }:</b> { $value }
campaign-field-title = Name
campaign-field-opens = Opening
campaign-field-deadline = Deadline
campaign-field-period = Period
campaign-field-wording = Explanation
campaign-field-schools = Schools
campaign-opens-by-hand = when you open it
campaign-all-schools = all ({ $count })
campaign-chosen-schools = chosen ones ({ $count })
campaign-question = { $question }
campaign-known = Now: { $value }
campaign-remove = Take away
campaign-saved = Saved.
campaign-ask-title =
    <b>What is the campaign called?</b>
    Write it as schools will see it. For example: Monitoring of { $year }.
campaign-ask-opens =
    <b>When is it to open?</b>
    Choose a day or write one, for example: { $example }. It opens at 9:00. If that is a day off, it opens on the next working day.
campaign-ask-deadline =
    <b>Until which day do schools answer?</b>
    Choose a day or write one, for example: { $example }. This day still counts as on time. A day off is moved to the next working day.
campaign-ask-period =
    <b>What time are the data about?</b>
    Choose it or write it, for example: 1.09.{ $year } – 31.12.{ $year } or just { $year }.
campaign-year = The year { $year }
campaign-school-year = School year { $year }
campaign-ask-wording =
    <b>What would you like to explain to schools?</b>
    Write a few words, up to 1000 characters: schools see them with the request. For example: the council needs the numbers in June.

campaign-move-ask =
    <b>Move the deadline?</b>
    { $title }

    Before: { $before }
    After: { $after }

    { $owing ->
        [0] All have answered, there is nobody to tell.
        [one] Those who answer for { $owing } school will be told: it has not answered yet.
       *[other] Those who answer for { $owing } schools will be told: they have not answered yet.
    } Reminders follow the new deadline.
campaign-move-off = The day you chose, { $wished }, is a day off, so the deadline moves to a working day.
campaign-move-yes = Yes, move it

campaign-schools-all =
    <b>All schools are asked: { $total }</b>
    { $title }

    To ask only some of them, press them. You can write a part of a name.
campaign-schools-some =
    <b>Chosen schools are asked: { $count } of { $total }</b>
    { $title }

    Mark those to be asked. You can write a part of a name.
campaign-schools-everybody = All schools
campaign-schools-each = Mark all
campaign-schools-done = Done ›

campaign-questions-head =
    <b>What is asked: { $total }</b>
    { $title }
campaign-questions-lines = { $lines }
campaign-questions-fixed = The questions of this campaign do not change any more.
campaign-questions-change = The questions come from the profile of the municipality and are fixed on the day it opens.
campaign-question-line = <b>{ $number }. { $title }</b> — { $input }{ $whom }
campaign-question-source = <i>Grounds: { $source }</i>
campaign-text = { $text }
campaign-asks-own = , answered by the service
campaign-input-number = number
campaign-input-share = percent
campaign-input-yes_no = yes or no
campaign-input-text = in words
source-default = decision of the service

campaign-steps-head =
    <b>What comes</b>
    { $title }
campaign-steps-lines = { $lines }
campaign-steps-none = Nothing yet: the campaign opens when you open it, and then there will be a plan.
campaign-steps-waiting = • { $moment } — { $step }
campaign-steps-done = ✓ { $moment } — { $step }
campaign-steps-missed = – { $moment } — { $step }, late and left out
campaign-step-ahead = tell methodists that it will open
campaign-step-open = open and ask schools
campaign-step-moved = tell of the new deadline
campaign-step-before-7 = remind 7 days before
campaign-step-before-3 = remind 3 days before
campaign-step-before-1 = remind a day before
campaign-step-overdue-1 = remind a day after the deadline
campaign-step-overdue-3 = remind 3 days after the deadline
campaign-step-overdue-7 = remind 7 days after the deadline
campaign-step-digest = tell methodists who has not answered

campaign-open-ask =
    <b>Open it now?</b>
    { $title }

    Deadline: { $deadline }
    Data about: { $period }
campaign-open-reaches =
    Schools asked: { $schools }, questions for each: { $questions }. Coordinators who get the request: { $people }.
    The questions are fixed then; schools and period cannot be changed any more.
campaign-open-yes = Yes, open it
campaign-is-opened = The campaign is open. Schools will get their requests.
campaign-skip-ask =
    <b>Skip it this time?</b>
    { $title }

    The campaign will not open, schools will hear nothing. You can change your mind until the day of its opening. The next one in the calendar comes in its time.
campaign-skip-yes = Yes, skip it
campaign-is-skipped = The campaign is skipped. You can change your mind until the day of its opening.
campaign-is-resumed = The campaign is planned again and opens on its day.
campaign-discard-ask =
    <b>Delete the campaign?</b>
    { $title }

    Schools do not know about it yet. It cannot be brought back.
campaign-discard-yes = Yes, delete it
campaign-is-discarded = The campaign is deleted.
campaign-close-ask =
    <b>Close the campaign?</b>
    { $title }

    { $owing ->
        [0] All schools have answered.
        [one] { $owing } school still owes an answer.
       *[other] { $owing } schools still owe an answer.
    } After that nothing can be handed in, and reminders stop. What you return to be corrected can still be corrected.
campaign-close-unchecked = Handed in and not checked yet: { $submitted }. You can check that after closing too.
campaign-close-yes = Yes, close it
campaign-is-closed = The campaign is closed.

refusal-campaign-day-only = Only the day is needed here, without a time. For example: 31.05.
refusal-campaign-period-unclear = “{ $text }” is no period I understand. Write, for example: 1.09.2025 – 31.05.2026.
