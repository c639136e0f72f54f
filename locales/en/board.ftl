# The board of a campaign: who has answered, checking answers, reminders.
board-head =
    <b>{ $title }</b>
    { $deadline }
    { $bar } { $came } of { $asked } answered
board-due = Due { $date }{ $days ->
    [0] , today is the last day
    [one] , { $days } day left
   *[other] , { $days } days left
}
board-over = Was due { $date }, { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
board-closed = Collection is closed, it was due { $date }
board-counts =
    Not begun { $expected } · being filled { $in_work } · to check { $submitted } · returned { $returned } · accepted { $accepted }
    On time { $on_time } · late { $late }
board-overdue = The deadline is over and there is no first answer yet: { $overdue }
board-orphans = ⚠ Nobody to answer: { $orphans }. These schools have no coordinator.
board-narrowed = Filter: { $only }
board-lines = { $lines }
board-none = There are no such schools now.
board-find = To find a school, write its name.
board-line = { $sign } { $school }: { $state }
board-line-expected = not begun
board-line-in-work = being filled, answers: { $given }
board-line-submitted = sent { $when }
board-line-returned = being corrected
board-line-accepted = accepted
board-line-withdrawn = not asked
board-also-late = late
board-also-orphan = nobody to answer
board-also-gone = the school is closed
board-only-all = All: { $count }
board-only-expected = Not begun: { $count }
board-only-in-work = Filling: { $count }
board-only-submitted = To check: { $count }
board-only-returned = Returned: { $count }
board-only-accepted = Accepted: { $count }
board-only-on-time = On time: { $count }
board-only-late = Late: { $count }
board-only-overdue = Silent: { $count }
board-only-orphans = Nobody: { $count }
board-only-withdrawn = Not asked: { $count }
board-filter-ask = Which schools to show? “Silent” means that the deadline is over and no answer came. “Nobody” means that the school has no coordinator, so there is nobody to answer.
board-filter = Filter
board-whole = All
board-more = More
board-nudge = Remind: { $owing }
board-accept-all = Accept at once
board-open-own = The municipality’s part
board-open-orphans = Nobody to answer: { $orphans }
board-add = Add a school
board-results = Indicators
board-campaign = To the campaign
board-back = ‹ To the schools

# Finding a school of the campaign.
board-found = Found for “{ $query }”:
board-not-found = No school of this campaign resembles “{ $query }”. Try it another way, such as only the number or the village.

# A school that was not asked yet.
board-add-ask =
    <b>Which school to ask too?</b>
    { $title }
board-add-list = Schools that are not in the campaign: { $total }. You can write a name.
board-add-found = Found for “{ $query }”:
board-add-nothing = No such school resembles “{ $query }”. Perhaps it is in the campaign already.
board-add-everybody = All schools of the list are in the campaign already.
board-add-sure =
    <b>Ask this school too?</b>
    { $school }
    { $title }
board-add-people = Its coordinators will get the request: { $people }.
board-add-nobody = The school has no coordinator yet, so nobody will get the request. As soon as there is one, the bot will ask.
board-add-yes = Ask it
board-added = The school is in the campaign.

# The request of one school.
board-own = The municipality’s part
board-request =
    <b>{ $school }</b>
    { $title }
    { $deadline }

    { $state }
board-is-expected = Not begun: there are no answers.
board-is-in-work = Being filled: { $given } of { $asked }.
board-is-submitted = Waits to be checked. Sent { $when }: { $name }.
board-is-returned = Being corrected. Returned { $returned }: { $checker }.
board-is-accepted = Accepted { $accepted }: { $checker }.
board-is-withdrawn = The school is no longer asked. Its answers are kept and do not count.
board-request-late = It came late.
board-request-gone = ⚠ The school is closed. If it is not going to answer, take it out of the campaign.
board-request-orphan = ⚠ Nobody to answer: the school has no coordinator. Invite one by a link, or give the role to somebody who is in the bot already. They will be asked at once.
board-request-people = Who answers: { $people }
board-request-flags = Worth a look, answers with notes: { $flagged }
board-request-indicators =
    <b>Indicators of the school</b>
    { $indicators }
board-indicator = { $sign } { $title }: <b>{ $value }</b>{ $met }{ $reason }
board-low = (“{ $reason }”)
board-values = Answers of the school
board-answer = Answer
board-further = Next one to check ›
board-invite = Invite
board-people = School’s people
board-nudge-one = Remind the school
board-history = History
board-withdraw = Do not ask
board-ask-again = Ask again
board-asked-again = The school is in the campaign again.
board-asked-already = This school is in the campaign already.

# Answers.
board-values-head =
    <b>{ $school }</b>
    { $state }
board-values-lines = { $lines }
board-field =
    { $number }. { $title }
    <b>{ $answer }</b>{ $last }{ $flags }
board-last = (was { $last })
board-flag = · { $text }
board-flag-jump = ⚠ differs much from the last time
board-flag-no-data = no data
board-flag-evidence = 📎 file
board-flag-marked = ↩ to be returned
board-flag-returned = ↩ being corrected
board-flag-corrected = ✎ corrected: { $was } → { $now }
board-flag-unchanged = ✎ came back unchanged
board-noticed = Only those with notes: { $noticed }
board-all-values = Show all answers
board-accept = Accept
board-as-it-is = Accept as is
board-return = Return fields
board-return-marked = Return: { $marked }
board-accepted = Accepted. The school will be told.
board-accepted-already = You have accepted this already.

# Answers in words.
answer-yes = yes
answer-no = no
answer-no-data = no data

# One answer.
board-value =
    <b>{ $field }</b>
    { $school }

    Answer: <b>{ $answer }</b>{ $last }
board-value-by = Given { $when }: { $by }. { $origin }
board-origin-typed = Typed in the chat.
board-origin-known = The bot’s count was taken.
board-origin-sheet = From a spreadsheet.
board-value-flags = { $flags }
board-value-hint = What it asks: { $hint }
board-show-file = Show the file
board-mark = Return this field
board-unmark = Do not return it
board-unmarked = This field will not be returned.
board-field-history = History of the answer

# Returning single fields.
board-fields =
    <b>What to return?</b>
    { $school }
    Choose fields and say why. The school will see only these, the rest stays as it is.
board-fields-marked = ↩ With a reason already: { $marked }
board-why = Say why: { $chosen }
board-reason =
    <b>Why is it returned?</b>
    { $school }
    { $fields }
board-reason-ask = Choose a reason or write your own, such as “Please leave out part-timers”.
board-quick-typo = Please check for a misprint
board-quick-jump = It differs much from the last time
board-quick-mismatch = It does not fit the other answers
board-quick-evidence = Please attach evidence
board-quick-period = Please check which period it covers
board-marked = The reason is kept. Nothing has been sent to the school yet.
board-return-ask =
    <b>Return it to be corrected?</b>
    { $school }
    Fields: { $count }
board-return-lines = { $lines }
board-return-line =
    • { $field }: <b>{ $answer }</b>
    ↩ { $reason }
board-return-people = { $people ->
    [one] { $people } person of the school
   *[other] { $people } people of the school
} will be told, with a button straight to these fields.
board-return-nobody = There is nobody to tell yet: nobody of the school answers the request.
board-return-yes = Return
board-return-more = Return other fields too
board-now-returned = Fields returned: { $count }. The school will be told.
board-reopen-ask =
    <b>Open what was accepted?</b>
    { $school }
    The data are accepted already. Only these fields can be changed ({ $count }), and it is noted in the log.
board-reopen-yes = Open these fields
board-now-reopened = Fields opened: { $count }. The school will be told.

# Accepting.
board-accept-ask =
    <b>Accept without corrections?</b>
    { $school }
    The school has not corrected what you returned. If it is right after all, the answers will stay so:
board-accept-unsent =
    <b>Accept without waiting?</b>
    { $school }
    The school has corrected everything but not handed it in yet. If the corrections are right, you can accept them now.
board-accept-yes = Accept as it is
board-accept-all-ask =
    <b>Accept all that need no look?</b>
    { $title }
    Schools: { $count }. Their answers have no jumps, nothing without data and no fields chosen to be returned. Each school will be told.
board-accept-all-none = There is nothing to accept at once: each answer that came is worth a look.
board-accept-all-left = Left for you to look at: { $left }
board-accept-all-yes = Accept
board-all-accepted = Schools accepted: { $count }

# A school is no longer asked.
board-withdraw-ask =
    <b>Ask this school no longer?</b>
    { $school }
    { $title }
    Reminders will stop, and the school will not count. You can take it back at any time while the campaign is open.
board-withdraw-given = The answers of the school are kept: { $given }.
board-withdraw-people = People who answer and will be told: { $people }.
board-withdraw-yes = Do not ask
board-withdrawn = The school is no longer asked.
board-withdrawn-already = This school was taken out of the campaign already.

# History.
board-history-head =
    <b>History</b>
    { $school }
board-history-field = Only this answer: { $field }
board-history-lines = { $lines }
board-history-none = Nothing has happened yet.

# A reminder by a methodist.
board-nudge-one-ask =
    <b>Remind the school?</b>
    { $named }
    People: { $people }
board-nudge-ask =
    <b>Remind all who have not answered?</b>
    { $title }
    Schools: { $schools }, people: { $people }
    { $named }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
board-nudge-rested = Reminded today already, left in peace: { $rested }
board-nudge-orphans = Nobody to remind, schools without a coordinator: { $orphans }
board-nudge-rests = Reminded today already. A school is reminded at most once a day.
board-nudge-nobody = There is nobody to remind: nobody of the school answers the request, or everybody has answered.
board-nudge-when = At night and on a day off the bot will wait for the morning of a working day.
board-nudge-yes = Remind
board-nudged = The reminder goes to schools: { $schools }, people: { $people }
board-nudged-already = Reminded today already: nothing was sent twice.

# Schools with nobody to answer.
board-orphans-head =
    <b>Nobody to answer: { $count }</b>
    { $title }
    { $deadline }
    These schools have no coordinator, so nobody got the request. Open a school to invite somebody or to give them the role: the bot will ask them at once.
board-orphans-none =
    <b>Nobody to answer</b>
    Every school has somebody to answer.

# Notices about checking.
notice-data-nudge = The methodist reminds you that data are still awaited. <b>{ $campaign }</b>, { $whose }. Due { $deadline }.
notice-data-returned =
    The methodist asks you to correct: <b>{ $campaign }</b>, { $whose }.
    { $to_correct }
    The button leads straight to these fields, the rest need not be filled in again.
notice-data-reopened =
    Accepted data were opened again: <b>{ $campaign }</b>, { $whose }. Please correct:
    { $to_correct }
    The button leads straight to these fields.
notice-data-corrected = The school has corrected what you returned: <b>{ $whose }</b>, { $campaign }. See what it was and what it is now.
notice-data-accepted = The data are accepted: <b>{ $campaign }</b>, { $whose }. There is nothing more to do, thank you.
notice-data-withdrawn = You need not answer any more: <b>{ $campaign }</b>, { $whose }. The methodist took the school out of this collection.
notice-answerer-found = The school <b>{ $whose }</b> now has somebody to answer: { $person }. The request “{ $campaign }” has been sent.
notice-field = • { $field }: { $reason }
go-correct = Correct
go-checking = Open the school
go-corrections = See the corrections

# Refusals.
refusal-campaign-is-closed = The campaign is closed: its schools do not change any more.
refusal-own-part-stays = The municipality’s part cannot be taken out of the campaign.
refusal-field-is-returned = This field is being corrected already.
refusal-nothing-marked = There is nothing to return: no field is chosen. Perhaps a colleague has returned them already.
refusal-request-owes-nothing = Nothing is awaited from this school now.
refusal-request-is-expected = The school has not sent its data yet.
refusal-request-is-in-work = The school is still filling in its data and has not sent them.
refusal-request-is-submitted = The data wait to be checked: they are neither accepted nor returned.
refusal-request-is-returned = The data have been returned to the school already.
refusal-request-is-returned-by = The data are being corrected already. Returned by { $name }.
refusal-request-is-accepted = The data are accepted already.
refusal-request-is-accepted-by = The data are accepted already. Accepted by { $name }.
refusal-request-is-withdrawn = This school is no longer asked in the campaign.
