# Requests for data: the list, the card, answers one by one, the summary, handing in.
requests-head = <b>Requests for data</b>
requests-lines = { $lines }
requests-none =
    There is nothing for you to answer now. Requests come to coordinators of schools, and to whom a colleague hands them over.
requests-own = Data of the municipality
requests-line =
    • <b>{ $title }</b>
    { $whose } · { $state }
requests-state-expected = not begun, due { $deadline }
requests-state-in_work = { $given } of { $asked } filled in, due { $deadline }
requests-state-returned = came back to be corrected
requests-state-submitted = handed in, waits to be checked
requests-state-accepted = accepted
requests-state-missed = the collection is over, no answer
requests-label = { $sign ->
    [wait] ✎
    [missed] ○
   *[rest] ✓
} { $title }
requests-all = All requests

request-head =
    <b>{ $campaign }</b>
    { $whose }
    { $period }
request-wording = { $wording }
request-timely =
    Due: { $deadline }. { $left ->
        [0] That is today.
        [one] { $left } day is left.
       *[other] { $left } days are left.
    }
request-moved = The deadline was moved: { $moved_from } is a day off.
request-overdue = The deadline is over: { $deadline }. Your answers will still be taken, only marked as late.
request-progress = { $given } of { $asked } filled in { $bar }
request-people =
    Filled in by:
    { $people }
request-filled-line = • { $name }: { $count }
request-nobody = one of your colleagues
request-returned =
    <b>The methodist asks you to correct</b>
    { $returned_lines }
request-returned-line = { $sign ->
    [done] ✓
   *[open] •
} <b>{ $title }</b>{ $sign ->
    [done] {""}
   *[open] : { $reason }
}
request-submitted = Handed in on { $at } by { $by }{ $late ->
    [yes] , after the deadline
   *[no] {""}
}. Waits to be checked. If you have found a mistake, ask the methodist to return the answer.
request-accepted = Accepted{ $late ->
    [yes] , handed in after the deadline
   *[no] {""}
}. Thank you, there is nothing else to do.
request-closed = The collection is over, nothing can be answered now. If your data are still needed, the methodist will open the answers.
request-begin = Fill in
request-continue = Go on
request-correct = Correct: { $left_to_correct }
request-finish = Look over and hand in
request-resubmit = Look over and hand in again
request-answers = Answers
request-history = History
request-sheet = Form in Excel
request-later = Ask me later
request-hand-over = Hand over to a colleague
request-results = What came out for our school

field-head =
    Question { $number } of { $total } { $bar }

    <b>{ $title }</b>
field-hint = <i>{ $hint }</i>
field-part = Not more than “{ $whole }”.
field-returned = ↩ The methodist asks you to correct: { $returned }
field-now = Now: <b>{ $now }</b> — { $by }
field-noted = Now: <b>{ $now }</b> ({ $note }) — { $by }
field-last = Last time ({ $last_title }): { $last }
field-ask = { $input ->
    [yes_no] Answer with a button.
    [share] Write the percentage, for example 12.5.
    [text] Write your answer in a few sentences, up to 1000 characters.
   *[number] Write a number, for example 12.
}
field-read-only = This answer cannot be changed now.
answer-yes-button = Yes
answer-no-button = No
field-known = The bot counts: { $count }
field-keep = It is right, leave it so
field-attach = Attach a file
field-file = A file is attached
field-no-data = No data
field-skip = Skip ›
field-all = All answers

no-data-ask =
    <b>{ $title }</b>

    Why are there no data? Choose, or write a few words.
no-data-because-uncollected = Not collected yet
no-data-because-unrecorded = We keep no such record
no-data-because-foreign = Does not concern our school

jump-ask =
    <b>{ $title }</b>

    Last time it was { $last }, now it is { $mine }. That differs a lot. Is it right?

    You may write why at once: then the methodist need not ask.
jump-yes = Yes, it is right
jump-no = Correct it
jump-confirmed = number checked

conflict-ask =
    <b>{ $title }</b>

    While you were answering, another answer appeared here.
    { $by }: <b>{ $theirs }</b>
    You: <b>{ $mine }</b>

    Which one stays?
conflict-keep = Keep: { $value }
conflict-mine = Write mine: { $value }

evidence-ask =
    <b>{ $title }</b>

    Send a photo or a file to confirm the answer, such as an order or a plan. If you have none at hand, you can hand in without it.
evidence-has =
    <b>{ $title }</b>

    The file “{ $file }” is attached. Send another one to replace it.
evidence-show = Show the file
evidence-remove = Remove the file
evidence-without = Without a file ›
evidence-removed = The file is removed.
evidence-coming = The file comes in the next message.
evidence-photo = Photo
evidence-document = Document
evidence-gone = The file for “{ $title }” is no longer there. Please attach it again.

answers-head =
    <b>{ $campaign }</b>
    { $whose }
answers-lines = { $lines }
answers-line = { $sign ->
    [missing] {"○ "}
   *[given] {""}
}{ $number }. { $title } — <b>{ $value }</b>{ $noted ->
    [yes] {" "}({ $note })
   *[no] {""}
}{ $file ->
    [yes] , with a file
   *[no] {""}
}
answers-no-answer = no answer
answers-by-bot = { $count }, counted by the bot
answers-indicators =
    <b>What comes out</b>
    { $indicators }
answers-indicator = { $sign } { $title } — { $value }{ $limited ->
    [yes] , { $met }
   *[no] {""}
}{ $explained ->
    [yes] . { $reason }
   *[no] {""}
}
answers-low = Below the threshold without a word on it: { $unexplained }. Write briefly why. You can hand in without it too.
answers-missing = Left to { $returned ->
    [yes] correct
   *[no] answer
}: { $missing }. If there are no data, say so there.
answers-ready = { $returned ->
    [yes] Everything is corrected.
   *[no] Everything is filled in.
} Check it and press “Hand in”.
answers-tap = To change an answer, press its number.
answers-settled = The answers are handed in and cannot be changed now.
answers-fill = { $returned ->
    [yes] Correct: { $missing }
   *[no] Answer: { $missing }
}
answers-explain = Explain: { $unexplained }
answers-reword = Change the explanations
answers-attach = Attach files: { $lacking }
answers-submit = Hand in

low-ask =
    Indicator { $number } of { $total }

    <b>{ $title }</b>
    You have { $value }, it should be { $threshold }.

    Write briefly why. For example: the young teachers came in August.
low-known = Now: { $reason }

submit-ask =
    <b>Hand in the answers?</b>
    { $campaign }
submit-first = They go to { $service }. After that they cannot be changed until the methodist returns them.
submit-again = The methodist will see what you have corrected. After that the answers cannot be changed again until they are returned.
submit-own = Data of the municipality are accepted at once. Later they can be changed when they are opened again.
submit-late = The deadline is over: the answers are taken and marked as late.
submit-unexplained = Indicators below the threshold without a word: { $unexplained }. That does not matter.
submit-yes = Yes, hand in

done-head =
    ✓ <b>The answers are handed in</b>
    { $campaign }
done-late = They came after the deadline and are marked so.
done-checked = { $service } will check them. If something has to be corrected, the bot will write and show you what.
done-own = They are accepted. No more reminders will come.
done-where = You can see the answers here, and under “Requests for data” — /requests.
done-card = To the request

request-history-head = <b>History of the request</b>
request-history-lines = { $lines }
request-history-none = Nothing has happened yet.
request-change = • { $when }, { $by }: { $what }
request-change-value = “{ $title }”: { $before } → { $after }
request-change-evidence = file for “{ $title }”: { $before } → { $after }
request-change-low-reason = word on an indicator: { $after }
request-change-submitted = the answers were handed in
request-change-returned = “{ $title }” came back: { $reason }
request-change-accepted = the answers were accepted
request-change-reopened = “{ $title }” was opened again: { $reason }
request-change-handed-over = handed over to a colleague, or taken back
request-change-withdrawn = the school is no longer asked
request-change-nudged = the school was reminded
request-change-asked-again = the school is asked again

refusal-request-gone = This request is no longer there. See the others: /requests.
refusal-data-accepted = The answers are accepted already. If you have found a mistake, ask the methodist to open them again.
refusal-data-submitted = The answers are handed in already. If you have found a mistake, ask the methodist to return them.
refusal-data-closed = The collection is over, nothing can be answered now. If your data are still needed, the methodist will open the answers.
refusal-data-not-returned = Only what the methodist returned can be corrected. The rest cannot be changed.
refusal-data-number = “{ $text }” does not read as a number. Write it in digits, for example 12, or 0 if there are none.
refusal-data-whole = “{ $text }” is not a whole number. People or things are counted here: write, for example, 12.
refusal-data-negative = The number cannot be below zero.
refusal-data-too-large = The number is too large. Check it: at most { $limit } is possible.
refusal-data-percent-not-asked = A number is needed here, not a percentage: the bot works percentages out itself.
refusal-data-share-range = A percentage is a number from 0 to 100, for example 12.5.
refusal-data-yes-no = “{ $text }” is not clear. Answer “yes” or “no”.
refusal-data-no-reason = Write why there are no data.
refusal-data-more-than-whole = { $given } is more than “{ $other }”: that is { $value }. Check both numbers.
refusal-data-less-than-part = { $given } is less than “{ $other }”: that is { $value }. Check both numbers.
refusal-data-other-locked = { $given } does not go with “{ $other }”: { $value } there, and that field was not returned. Ask the methodist to return it too.
refusal-data-known-changed = The number changed while you were looking. Check it again.
refusal-data-incomplete = Still without an answer: { $count }. If there are no data, say so there.
refusal-data-not-corrected = Still to be corrected: { $count }. If an answer is right, press “It is right, leave it so”.
refusal-data-file-first = Give the answer first, then attach the file.
refusal-data-file-later = Answer the question first. The file can be attached to the answer, or at the end before handing in.
refusal-evidence-kind = Send a photo or a file.
