# Broadcasts: the draft, sending, the result, and what the recipient sees.
broadcast-event-title = <b>{ $title }</b>
broadcast-event-when = 📅 { $when }
broadcast-event-place = 📍 { $place }
broadcast-event-online = 💻 Online
broadcast-event-seats = Seats: { $seats }
broadcast-register = Register
broadcast-acknowledge = I have read it
broadcast-unsubscribe = No more of these

broadcasts-head = <b>Broadcasts · { $shelf }</b>
broadcasts-none-draft = There are no drafts. Press “New broadcast” to write to people.
broadcasts-none-going = Nothing is being sent or waits for its time.
broadcasts-none-over = No broadcast is over yet.
broadcasts-shelf-draft = Drafts
broadcasts-shelf-going = Going
broadcasts-shelf-over = Over
broadcasts-shelf-count = { $title }: { $count }
broadcasts-new = New broadcast
broadcasts-to-list = To broadcasts
broadcast-to-event = To the event
broadcast-untitled = No text
broadcast-photo = Photo
broadcast-document = File
broadcast-named-document = File “{ $name }”

broadcast-draft = <b>A draft of a broadcast</b>
broadcast-draft-event = Event: { $event }. Its title, time and place stand above the text by themselves, with a button “Register” below.
broadcast-draft-event-off = ⚠️ The event is cancelled or has begun: it is too late to invite people.
broadcast-draft-text = “{ $text }”
broadcast-draft-media = Attached: { $media }
broadcast-draft-link = Button “{ $label }”: { $url }
broadcast-draft-category = Topic: { $category }
broadcast-draft-ack = People will be asked to press “I have read it”.
broadcast-draft-audience =
    To: { $audience }
    { $reach }
broadcast-draft-when-now = When: at once
broadcast-draft-when = When: { $moment }
broadcast-draft-needs-text = ⚠️ There is no text yet: send it by the button “Text and file”.
broadcast-draft-needs-category = ⚠️ No topic is chosen yet: who wants to get this depends on it.
broadcast-draft-gone-out = This broadcast is no longer a draft: it was sent.
broadcast-edit-text = Text and file
broadcast-edit-link = Link button
broadcast-edit-category = Topic
broadcast-edit-audience = To whom
broadcast-edit-when = When
broadcast-ack-on = Ask to confirm
broadcast-ack-off = ✓ Ask to confirm
broadcast-preview = Preview
broadcast-next = Send…
broadcast-open-progress = How it goes
broadcast-delete = Delete
broadcast-delete-ask =
    <b>Delete the draft?</b>
    Nobody has got it yet. It cannot be brought back later.
broadcast-delete-yes = Yes, delete it
broadcast-deleted = The draft is deleted.

broadcast-preview-line = Above is the broadcast as people will see it. The buttons below it are real.

broadcast-ask-text =
    <b>What shall we write?</b>
    Send the message as people should see it: text with formatting, a photo or a file with a caption. A new message takes the place of the one before.
broadcast-ask-text-room = There is room for { $limit } characters, with a photo or a file for { $caption }.
broadcast-text-now = Now: “{ $text }”
broadcast-media-now = Attached: { $media }
broadcast-remove-media = Remove what is attached
broadcast-media-removed = Nothing is attached now.

broadcast-ask-link =
    <b>Which link shall be a button?</b>
    Write its label and the address in one message. For example: Seminar programme example.org/programme.
broadcast-link-now = Now: “{ $label }” — { $url }
broadcast-link-label = Read more
broadcast-remove-link = Remove the button
broadcast-link-removed = The button is removed.

broadcast-ask-category =
    <b>What is it about?</b>
    Those who unsubscribed from a topic will not get it. Messages of the service reach everybody: keep them for what nobody can work without.

broadcast-ask-when =
    <b>When shall it go?</b>
    Write the day and the time. For example: tomorrow 9:00, 25.11 14:30 or in 2 hours.
broadcast-when-now = Chosen now: { $moment }
broadcast-when-at-once = At once
broadcast-when-tomorrow = Tomorrow at 9:00

broadcast-confirm =
    <b>Shall we send it?</b>
    { $title }
    To: { $audience }

    { $reach }
    It will take { $span }.
broadcast-confirm-nobody =
    <b>There is nobody to send it to</b>
    { $reach }
    Change whom it is for, or its topic.
broadcast-confirm-now = The first will get it at once.
broadcast-confirm-later = Beginning: { $moment }.
broadcast-confirm-held = These are quiet hours or a day off, when people are better not disturbed. It can go later: { $moment }.
broadcast-confirm-held-then = The time you chose is in quiet hours or on a day off, when people are better not disturbed. It can go later: { $moment }.
broadcast-send = Send
broadcast-send-then = Send { $later }
broadcast-send-anyway = Send now all the same
broadcast-send-anyway-then = All the same, send { $asked }
broadcast-sent = The broadcast is on its way.
broadcast-set = The broadcast waits for its time.
broadcast-span-moment = less than a minute
broadcast-span-minutes = about { $count } min
broadcast-span-hours = about { $hours } h { $minutes } min

broadcast-progress-head =
    <b>{ $title }</b>
    { $state }
broadcast-state-scheduled = ⏰ Beginning: { $moment }
broadcast-state-resting = ⏰ Quiet hours. It will go on by itself: { $moment }
broadcast-state-queueing = ▶️ Being sent
broadcast-state-sending = ▶️ Being sent
broadcast-state-paused = ⏸ Paused
broadcast-state-done = ✅ Over: { $moment }
broadcast-state-cancelled = ⏹ Cancelled
broadcast-state-draft = ✏️ A draft
broadcast-progress-bar =
    { $bar } { $percent }%
    { $settled } of { $total } settled
broadcast-progress-left = { $span } left{ $pace ->
    [0] {""}
   *[other] , { $pace } a second
}
broadcast-progress-counts = Delivered: { $delivered }{ $waiting ->
    [0] {""}
   *[other] {" "}· Waiting: { $waiting }
}
broadcast-progress-unreachable = Unreachable: { $unreachable } — they blocked the bot or deleted their account
broadcast-progress-failed =
    Failed: { $failed }
    { $reasons }
broadcast-progress-dropped = Will not get it because it was cancelled: { $dropped }
broadcast-progress-twice = Came twice, perhaps: { $twice }. The connection was lost at that minute, and Telegram’s answer never reached us.
broadcast-progress-unsubscribed = Not subscribed to this topic: { $unsubscribed }
broadcast-progress-read = Have read it: { $read } of { $reached }
broadcast-reason = • { $reason }: { $count }
broadcast-refresh = Refresh
broadcast-pause = Pause
broadcast-go-on = Go on
broadcast-paused = Paused: nobody else gets it now.
broadcast-goes-on = It goes on.
broadcast-cancel = Cancel…
broadcast-unschedule = Make it a draft again
broadcast-show-unreachable = Unreachable
broadcast-show-failed = Failed
broadcast-show-silent = Not read yet
broadcast-remind = Remind…
broadcast-table = Table
broadcast-copy = Repeat
broadcast-copied = A new draft that says the same.
broadcast-cancel-ask =
    <b>Cancel the broadcast?</b>
    Have got it already: { $delivered }. Will not get it: { $waiting }. What was sent cannot be taken back, and it cannot go on later.
broadcast-cancel-ask-early =
    <b>Cancel the broadcast?</b>
    Nobody has got it, and nobody will. The text stays here, it can be repeated.
broadcast-cancel-yes = Yes, cancel it
broadcast-cancel-done = The broadcast is cancelled.
broadcast-remind-ask =
    <b>Remind them?</b>
    A reminder will go to those who got it and have not said that they read it: { $silent_count }. No second reminder goes on the same day.
broadcast-remind-yes = Yes, remind them
broadcast-reminded = Will be reminded: { $count }
broadcast-reminded-before = They were reminded today already.

broadcast-names-unreachable =
    <b>Unreachable: { $total }</b>
    The bot is blocked, or the account is deleted. Call these people, or pass the message on through the school.
broadcast-names-failed = <b>Failed: { $total }</b>
broadcast-names-silent = <b>Have not said yet that they read it: { $total }</b>
broadcast-names = { $lines }
broadcast-names-nobody = There is nobody here.
broadcast-names-noted = That you looked at the list is noted in the audit log.
broadcast-name = • { $name }
broadcast-name-at = • { $name }, { $school }

broadcast-table-file = Broadcast { $number }
broadcast-table-caption = To whom the broadcast came, and when. The export is noted in the audit log.
broadcast-table-coming = The table is being made.
broadcast-table-sheet = Recipients
broadcast-column-name = Name
broadcast-column-school = School
broadcast-column-state = What became of it
broadcast-column-sent = Delivered
broadcast-column-acknowledged = Has read it
broadcast-column-reason = Reason
copy-state-waiting = Waiting
copy-state-sending = Being sent
copy-state-sent = Delivered
copy-state-unreachable = Unreachable
copy-state-failed = Failed
copy-state-cancelled = Cancelled
copy-state-missed = Too late

notice-broadcast-done =
    { $off ->
        [cancelled] The broadcast “{ $broadcast }” has stopped: the event it tells of is cancelled. You had started it; the button shows who got it before that.
        [begun] The broadcast “{ $broadcast }” has stopped: the event it tells of has begun. You had started it; the button shows who got it before that.
        [refused] The broadcast “{ $broadcast }” is paused: Telegram does not take this message for anybody. Most likely the file or a link is to blame. Copy the broadcast, mend it and send it again.
       *[other] The broadcast “{ $broadcast }” is over. You started it; the button shows who got it and who was not found.
    }
notice-ack-reminder =
    A broadcast came to you, “{ $broadcast }”, and we do not see your word on it yet. Please read it and press “I have read it”.

    { $message }
go-broadcast = Result of the broadcast

audit-broadcast-sent = A broadcast sent
audit-broadcast-cancelled = A broadcast cancelled
audit-broadcast-names-viewed = Names of a broadcast’s recipients opened
audit-broadcast-exported = Recipients of a broadcast exported

refusal-broadcast-gone = This broadcast is no longer there. The others are in the list of broadcasts.
refusal-broadcast-begun = This broadcast was sent already, it is too late to change it. The list of broadcasts shows how it goes.
refusal-broadcast-not-running = This broadcast is not being sent now. Refresh the screen to see what is with it.
refusal-broadcast-drafts-limit = There are { $limit } drafts already. Delete those you do not need, and a new one will fit.
refusal-broadcast-needs-text = The broadcast has no text yet. Send it by the button “Text and file”.
refusal-broadcast-needs-category = No topic of the broadcast is chosen. Choose it by the button “Topic”.
refusal-broadcast-event-off = The event is cancelled, not published, or has begun: nobody can be invited to it.
refusal-broadcast-event-before = The event will have begun by then. Choose an earlier time.
refusal-broadcast-no-blocks = The event does not say which blocks of the self-assessment it helps with. Mark them in the event, and the invitation will find who needs it.
refusal-broadcast-text-long = The text has { $length } characters, there is room for { $limit }. Shorten it and send it again.
refusal-broadcast-caption-long = With a photo or file there is room for { $limit } characters, and the text has { $length }. Shorten it or remove what is attached.
refusal-broadcast-markup = Telegram does not take this formatting. Send the text with the usual one: bold, italic, a link, a quotation.
refusal-broadcast-media = This cannot be attached. Send a photo or a file.
refusal-broadcast-kind = Such a message cannot be broadcast. Send a text, a photo or a file with a caption.
refusal-broadcast-album = An album cannot be broadcast. Send one photo or one file.
refusal-broadcast-no-ack = In this broadcast nobody was asked to say that they read it.
refusal-broadcast-rejected = Telegram did not take this message. Send the text and what is attached again.
refusal-link-unclear = “{ $text }” does not look like an address. Write, for example: Seminar programme example.org/programme.
refusal-label-long = The label of the button has { $length } characters, there is room for { $limit }. Make it shorter.
refusal-moment-past = This time has passed. Write a time later than now.
refusal-moment-far = Too far ahead: write a time within a year.
