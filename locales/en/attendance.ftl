# At an event and after it: checking in, participants, feedback, materials, certificate.
refusal-checkin-unknown = This link is not from an event of ours: it was mistyped, or the event is gone. Ask the organiser for the code.
refusal-checkin-signup = First finish telling about yourself in the message below, then press this button once more.
refusal-checkin-nothing-on = No event where you have a place is on now. If you are at one without a place, open the organiser’s link or QR code.
refusal-checkin-tries = The code was wrong several times in a row, so it cannot be tried any more. Open the QR code, or ask the organiser to mark you in the list.
refusal-checkin-code-form = The code is five digits that the organiser shows. For example: 40718.
refusal-checkin-code-wrong = That code is wrong. Look at it once more and write the five digits. Tries left: { $left }.
refusal-event-not-attended = This is for those who came to the event, and you are not marked. If you were there, tell the organiser.
refusal-event-not-published = The event is not published yet, so nobody takes part.
refusal-attendance-cancelled = The event is cancelled: there is nobody to mark.
refusal-attendance-early = It is too early: people can be marked from an hour before the beginning.
refusal-attendance-locked = The event ended more than two weeks ago, marks cannot be changed any more.
refusal-rating-early = The event is still on. You can rate it when it is over.
refusal-certificate-early = The event is still on. The certificate will be here when it is over.
refusal-material-kind = Send a file, a photo or a link: nothing else can be kept.
refusal-material-link = A file, a photo or a link is needed here; a link may have a name. For example: Recording of the seminar example.org/video
refusal-material-link-long = The link has { $length } characters, { $limit } fit. Shorten it or send a file.
refusal-material-gone = This material is gone.
refusal-materials-none = There are no materials yet.
refusal-materials-many = There are { $limit } materials already, no more fit. Remove some, or put the files into an archive.
refusal-materials-not-for-you = The materials are for those who came to the event. If you were there, tell the organiser.

notice-event-rate =
    How was “{ $event }”?
    Rate it from 1 to 5: one tap is enough, and you can change it. The organiser sees the whole picture, without names.
notice-event-materials =
    The organiser shares the materials of the event “{ $event }”.
    They also stay on the card of the event: /events.
notice-event-over =
    The event “{ $event }” is over.
    { $registered ->
        [0] Nobody had registered for it.
       *[other] { $came } of { $registered } came. If you forgot to mark somebody, you can do so for two more weeks.
    }
go-event-comment = Write a few words
go-attendance = List of participants

# Checking in.
checkin-open =
    You have come to “{ $event }”.
    First tell a little about yourself, it takes two minutes, and you are checked in at once. If something comes between, press the button under this message later.
checkin-here = You are checked in: “{ $event }”.{ $walked ->
        [yes] {" "}You have a place now, though you had not registered.
       *[no] {""}
    } Have a good time.
checkin-again = You were checked in already: “{ $event }”. All is well.
checkin-early = “{ $event }” is still ahead. You can check in from { $opens }.
checkin-late = “{ $event }”: checking in was possible until { $closes }. If you were there, tell the organiser.
checkin-cancelled = “{ $event }”: this event was cancelled, there is no need to check in.
checkin-button = I am here
checkin-came = ✓ { $came }
checkin-code-ask =
    <b>Checking in</b>
    { $events }
    Write the code that the organiser shows: five digits, for example 40718.
checkin-code-nothing = There is no event now where you need to check in.
checkin-to-mine = My events

checkin-desk =
    <b>Check-in: { $event }</b>
    { $when }
checkin-desk-early = Check-in is closed so far. It will be open at this time: { $span }.
checkin-desk-open = Checked in: <b>{ $came }</b> of { $registered }. Check-in is open: { $span }.
checkin-desk-late = Check-in is over, it was open: { $span }. Came: <b>{ $came }</b> of { $registered }.
checkin-desk-ways =
    Code: <code>{ $code }</code>
    { $link }
    Show the QR code on a screen or hand it out on paper: it also works for those who had not registered. The code is for those who had.
checkin-link = Link for checking in
checkin-picture = Send the QR code
checkin-refresh = Refresh
checkin-refreshed = Refreshed.
checkin-picture-coming = The QR code is on its way.
checkin-caption =
    <b>{ $event }</b>
    Check-in: point the camera at the QR code, open the link, or tell the bot the code.
    Code: <code>{ $code }</code>
    { $link }
    Works: { $span }.

# Participants.
attendance-head =
    <b>{ $event }</b>
    { $when }
    Registered: { $registered } · came: { $came }{ $walked_in ->
        [0] {""}
       *[other] , of them without registering: { $walked_in }
    }{ $waiting ->
        [0] {""}
       *[other] {" "}· waiting: { $waiting }
    }
attendance-part = { $part ->
        [absent] These are not marked yet.
        [came] These came.
        [waiting] These wait for a seat, in the order of the line.
       *[all] These are all who have a place.
    }
attendance-empty = Nobody is here yet.
attendance-found = For “{ $query }”:
attendance-not-found = Nobody like that among those who registered or wait. If somebody came without registering, add them: “More”.
attendance-mark-hint = Press a name to say that the person came; once more to take that back. To find somebody, write a part of the name.
attendance-cards-hint = Press a name to open the card of the participant. To find somebody, write a part of the name.
attendance-early = People can be marked from an hour before the beginning: { $opens }.
attendance-locked = The event ended more than two weeks ago, marks cannot be changed any more.
attendance-cancelled = The event is cancelled.
attendance-part-next = { $part ->
        [absent] Who came ›
        [came] Who waits ›
        [waiting] Show all ›
       *[all] Not marked ›
    }
attendance-mode = { $mode ->
        [cards] To marking
       *[marks] To the cards
    }
attendance-whole-list = Whole list
attendance-actions = More
attendance-to-list = ‹ The list
attendance-to-event = The event

attendance-actions-hint = What would you like to do?
attendance-everybody = All who registered came
attendance-guest = Add somebody who just came
attendance-table = Table of participants
attendance-checkin = QR code and code for check-in
attendance-feedback = Feedback
attendance-materials = Materials
attendance-table-coming = The table is on its way.
attendance-everybody-ask =
    <b>Mark all who registered?</b>
    Not marked yet: { $absent }. All of them will count as having come. Single marks can be taken off in the list.
attendance-everybody-yes = Yes, all came
attendance-all-marked = Marked: { $count }.
attendance-guest-ask =
    <b>Who came without registering?</b>
    Write a surname or a first name, mistakes are fine. Those who registered are found too. For example: Ivanova.
attendance-guest-found = For “{ $query }”. Press the name, and the person is marked.
attendance-guest-none = Nobody was found for “{ $query }”. Who is new to the bot can open the QR code.
attendance-guest-added = Marked: the person came.

attendance-person = <b>{ $name }</b>
attendance-person-about = { $about }
attendance-person-place = { $state ->
        [waiting] Has waited for a seat since { $since }
        [withdrawn] Has no place: it was given up at { $since }
        [walked-in] Came without registering, and got a place then
       *[registered] Has had a place since { $since }
    }
attendance-person-came = ✓ There since { $came_at }{ $how ->
        [link] {" "}— by the link or QR code
        [code] {" "}— by the code
       *[list] {" "}— by the organiser’s list
    }
attendance-mark = Mark: is there
attendance-unmark = Take the mark off

participants-file = Participants { $date } { $event }
participants-sheet = Participants
participants-caption = “{ $event }”: participants, { $count }. The table also serves as the list of a delegation.
participants-column-name = Name
participants-column-school = School
participants-column-position = Position
participants-column-subjects = Subjects
participants-column-state = Place
participants-column-since = Registered at
participants-column-came = There since
participants-column-how = Marked
participants-state-registered = registered
participants-state-waiting = waits for a seat
participants-state-withdrawn = has no place
participants-state-walked-in = without registering
participants-how-link = by the link
participants-how-code = by the code
participants-how-list = by the list

# Feedback.
rating-ask =
    <b>How was “{ $event }”?</b>
    Rate it from 1 to 5. The organiser sees the whole picture, without names.
rating-now = Your rating is { $rating } now. You can change it.
rating-kept = Thank you, your rating: { $rating }.
rating-words = Add a few words
rating-to-event = To the event
comment-ask =
    <b>{ $event }</b>
    What was useful, what was missing? Write a few words, or skip this. The organiser sees the text without your name.
comment-said =
    <b>{ $event }</b>
    Thank you for your words: “{ $comment }”
    The organiser will see them without your name. To replace them, write others.
comment-skip = Skip ›
comment-done = Done ›
comment-rating = Rating
feedback-head =
    <b>Feedback: { $event }</b>
    { $when }
    { $count } of the { $came } who came rated it.
feedback-none = There are no ratings yet. The bot asks everybody who came, right after the event.
feedback-ratings =
    Average: <b>{ $average }</b>
    { $bars }
feedback-bar = { $rating } { $bar } { $count }
feedback-comments =
    Words without names, { $total }:
    { $comments }
feedback-comment = { $rating ->
        [0] • { $text }
       *[other] • { $rating } of 5: { $text }
    }

# Materials.
materials-head =
    <b>Materials: { $event }</b>
    { $when }
materials-empty = There are no materials yet.
materials-list = { $whom ->
        [everybody] Everybody who has a place sees them, and everybody who came.
       *[came] Those who came see them.
    }{ $untold ->
        [0] {""}
       *[other] {" "}Do not know of the newest one yet: { $untold }.
    }
materials-add = Send a file, a photo or a link. Words beside a link become its name, for example: Recording of the seminar example.org/video. There is room for { $limit }.
materials-open = Show them to the absent too
materials-hand-out = Tell people of them: { $untold }
materials-hand-out-ask =
    <b>Tell people of the materials?</b>
    People: { $untold }. That is { $whom ->
        [everybody] everybody who has a place,
       *[came] everybody who came,
    } but for those who were told of the newest one already. Each gets the files by a button of the message.
materials-hand-out-yes = Yes, tell them
materials-handed-out = People to be told: { $count }.
materials-take = Get the materials
materials-coming = The materials are on their way.
materials-message = <b>Materials: { $event }</b>
materials-files-below = Files: { $files }, they come below.
materials-again = You can get them again on the card of the event: /events
materials-file-gone = The file “{ $title }” does not open any more. Tell the organiser of it.
material-label = { $kind ->
        [link] 🔗
        [photo] 🖼
       *[document] 📄
    } { $title }
material-file = file
material-photo = photo
material-card =
    <b>{ $title }</b>
    { $kind ->
        [link] Link: { $url }
        [photo] Photo
       *[document] File
    }
material-remove-ask = Remove this material? Those who have got it keep it.
material-remove = Yes, remove
material-removed = The material is removed.
event-materials = Materials: { $materials }
event-certificate = Certificate

# Certificate of attendance.
certificate-take = Certificate of attendance
certificate-coming = The certificate is on its way.
certificate-file = certificate-{ $number }
certificate-caption = Certificate of attendance: { $name }, “{ $event }”. It can be printed, signed and stamped.
certificate-title = CERTIFICATE OF ATTENDANCE
certificate-number = No. { $number }
certificate-states = This is to certify that
certificate-took-part = took part in the event
certificate-event = “{ $event }”
certificate-form = Form
certificate-level = Level
certificate-when = Time
certificate-hours = Duration
certificate-place = Place
certificate-organiser = Organiser
certificate-duration = { $hours ->
        [0] {""}
       *[other] { $hours } h{" "}
    }{ $minutes ->
        [0] {""}
       *[other] { $minutes } min{" "}
    }({ $academic ->
        [one] { $academic } academic hour
       *[other] { $academic } academic hours
    })
certificate-signature = Director
certificate-seal = Seal
certificate-issued = { $date }
