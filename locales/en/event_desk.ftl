# Events for those who make them.
event-desk-coming = <b>Coming events</b>
event-desk-drafts = <b>Drafts of events</b>
event-desk-past = <b>Past events</b>
event-desk-lines = { $lines }
event-desk-none = There is nothing here yet.
event-desk-new = New event
event-desk-part-coming = Coming: { $count }
event-desk-part-drafts = Drafts: { $count }
event-desk-part-past = Past: { $count }
event-desk-line =
    • <b>{ $title }</b>
    { $when } · { $places }
event-desk-line-draft =
    • <b>{ $title }</b>
    when: { $when }
event-desk-line-cancelled =
    • <b>{ $title }</b>
    { $when } · cancelled
event-desk-places = { $taken } of { $seats } seats taken{ $waiting ->
    [0] {""}
   *[other] , { $waiting } waiting
}
event-desk-places-open = registered: { $taken }
event-desk-places-past = { $came } came, { $absent } did not
event-desk-label = { $day } · { $title }
event-desk-to-list = ‹ To events

event-desk-fields-draft =
    <b>Draft of an event</b>
    Only methodists see it so far.
event-desk-fields =
    <b>What should change?</b>
    Everybody registered will be told of a new time, place or link.
event-desk-value = <b>{ $label }:</b> { $value }
event-desk-nothing = not yet
event-desk-no-limit = no limit
event-desk-has-picture = there is one
event-desk-missing = Still needed: date and time. The rest is up to you.
event-desk-complete = The main things are there, it can be published. The rest is up to you.
event-desk-others = More fields ›
event-desk-publish = Publish
event-desk-details = <b>More fields</b>
event-desk-whom = Who may register: { $whom }.
event-desk-open-everybody = everybody
event-desk-open-others = the chosen people first of all, but everybody may
event-desk-open-only = the chosen people only
event-desk-chosen-others = { $audience } (everybody may register)
event-desk-chosen-only = { $audience } (nobody else may register)
event-desk-switch-others = Register the chosen people only
event-desk-switch-only = Let everybody register
event-desk-discard = Delete the draft
event-desk-field-title = Title
event-desk-field-when = Date and time
event-desk-field-place = Place
event-desk-field-link = Link
event-desk-field-seats = Seats
event-desk-field-deadline = Registration
event-desk-field-form = Form
event-desk-field-topics = Topics
event-desk-field-audience = For whom
event-desk-field-description = Description
event-desk-field-level = Level
event-desk-field-vector = Vector
event-desk-field-direction = Direction
event-desk-field-organiser = Organiser
event-desk-field-picture = Picture

event-desk-question = { $question }
event-desk-known = Now: { $value }
event-desk-remove = Remove
event-desk-saved = Saved.
event-desk-ask-title =
    <b>What is the event called?</b>
    Write it as people will see it. For example: Master class “Formative assessment”.
event-desk-ask-description =
    <b>What is it about?</b>
    Write a few sentences, up to 2,000 characters: what will happen, who will gain, what to bring.
event-desk-ask-place =
    <b>Where do we meet?</b>
    Write the place so that people find it. For example: Aksyonovskaya school, room 12.
event-desk-ask-link =
    <b>By which link do people join?</b>
    Send the address of the page or the video meeting. Those who registered will see it.
event-desk-ask-organiser =
    <b>Who holds it?</b>
    Write an organisation or association. If you leave it out, it is our service.
event-desk-ask-form = <b>What form does the event take?</b>
event-desk-ask-level =
    <b>On which level is it?</b>
    Name partners and neighbours from other municipalities in the field “Organiser”.
event-desk-ask-vector =
    <b>Which vector of development does it belong to?</b>
    People find events in the calendar by vector.
event-desk-ask-direction = <b>Which direction of the service’s work does it belong to?</b>
event-desk-ask-seats =
    <b>How many seats are there?</b>
    Choose or write a number. When all are taken, people join the waiting list.
event-desk-seats-known = Now: { $seats }
event-desk-seats-open = There is no limit now.
event-desk-seats-taken = Registered already: { $taken }.
event-desk-seats-waiting = Waiting for a seat: { $waiting }. New seats go to them in turn, and the bot writes to each.
event-desk-seats-free = No limit
event-desk-ask-when =
    <b>When is the event?</b>
    { $title }

    Write the day, the beginning and the end. For example: { $example } 14:30–16:00, or tomorrow 15:00, 2 hours. The time is local.
event-desk-when-known = The event: { $when }
event-desk-ask-deadline =
    <b>Until when may people register?</b>
    Write a day, or a day and a time. For example: { $example } 18:00.
event-desk-deadline-known = Now: { $deadline }
event-desk-until-start = until the beginning
event-desk-closed = closed, the deadline has passed
event-desk-until-start-set = Until the beginning
event-desk-ask-topics =
    <b>What is it about?</b>
    { $what }
event-desk-topics-block = Blocks of the self-assessment: people with a deficit there are offered the event.
event-desk-topics-subject = Subjects: those who teach them see the event first.
event-desk-topics-rubric = Rubrics: what belongs to no block or subject.
event-desk-kind-block = Blocks: { $count }
event-desk-kind-subject = Subjects: { $count }
event-desk-kind-rubric = Rubrics: { $count }
event-desk-topics-done = Done ›
event-desk-ask-picture =
    <b>A picture for the card and the announcement</b>
    Send a photo or a poster as a picture, not as a file.
event-desk-picture-known = There is a picture already. A new one takes its place.

event-desk-change =
    <b>{ $title }</b>
    { $label }

    Before: { $before }
    After: { $after }

    Those who registered and those who wait get one message: { $count } { $count ->
        [one] person
       *[other] people
    }.
event-desk-change-moved = Reminders will go by the new time.
event-desk-change-yes = Change and tell: { $count }
event-desk-change-silent = Change without a message
event-desk-told = Saved. People who will be told: { $count }.

event-desk-published = ✓ The event is published: it is in the calendar and people can register. A good moment to send an announcement.
event-desk-card =
    <b>{ $title }</b>
    { $state }

    { $when }
    { $where }

    { $people }
event-desk-card-until = Registration: { $deadline }
event-desk-card-reason = Why it is cancelled: { $reason }
event-desk-nobody-needs = There is nobody to invite by deficit yet.
event-desk-card-reminders =
    Reminders:
    { $reminders }
event-desk-phase-draft = draft
event-desk-phase-coming = published
event-desk-phase-on = going on now
event-desk-phase-past = over
event-desk-phase-cancelled = cancelled
event-desk-no-place = The place will be told later
event-desk-taken = { $free ->
    [0] All seats taken: { $taken } of { $seats }
   *[other] { $taken } of { $seats } seats taken, { $free } free
}{ $waiting ->
    [0] {""}
   *[other] , { $waiting } waiting
}
event-desk-taken-open = Registered: { $taken }, no limit
event-desk-taken-off = Had registered: { $taken }
event-desk-turnout = Came: { $came }, did not come: { $absent }
event-desk-reminder = • { $kind }, { $when } — { $what }
event-desk-reminder-ahead = { $count } will get it
event-desk-reminder-sent = { $count } sent
event-desk-reminder-lost = { $count } too late or not delivered
event-desk-before-week = a week before
event-desk-before-day = a day before
event-desk-before-hour = an hour before
event-desk-announce-first = Send an announcement
event-desk-participants = Participants
event-desk-checkin = Check-in
event-desk-edit = Change
event-desk-announce = Announce
event-desk-open-draft = Fill in the draft
event-desk-invite = Invite with a deficit: { $needed }
event-desk-more = More ›
event-desk-materials = Materials
event-desk-feedback = Feedback
event-desk-repeat = Repeat
event-desk-share = Share
event-desk-cancel = Cancel the event
event-desk-copied = The draft is ready: all as it was, give a new time.

event-desk-publish-ask = <b>Publish it?</b> This is what people will see.
event-desk-preview =
    <b>{ $title }</b>
    { $kind }
    { $when }
    { $where }
    Seats: { $seats }
    Registration: { $deadline }
    May register: { $whom }
event-desk-preview-topics = Topics: { $topics }
event-desk-preview-text = { $text }
event-desk-placeless = Neither place nor link is given. When you add one later, everybody registered will be told.
event-desk-publish-yes = Yes, publish it
event-desk-is-published = The event is published.
event-desk-cancel-ask =
    <b>Cancel the event?</b>
    { $title }
    { $when }

    Reminders and announcements stop. { $count ->
        [0] Nobody has registered, so nobody is told.
        [one] { $count } person will be told.
       *[other] { $count } people will be told.
    }
event-desk-cancel-why = Write why; everybody registered will see it. For example: the speaker is ill, a new date will follow.
event-desk-cancel-reason =
    Reason: { $reason }
    To put it otherwise, write again.
event-desk-cancel-yes = Yes, cancel the event
event-desk-is-cancelled = The event is cancelled.
event-desk-discard-ask =
    <b>Delete the draft?</b>
    { $title }

    It cannot be brought back.
event-desk-discard-yes = Yes, delete it
event-desk-discarded = The draft is deleted.

refusal-only-photo = A picture is needed here: send it as a photo, not as a file.
refusal-when-unclear = “{ $text }”: I cannot tell when that is. Write, for example: 25.11 14:30, or tomorrow 15:00.
refusal-when-day = Write the day too. For example: 25.11 14:30.
refusal-when-time = Write the time too. For example: 25.11 14:30.
refusal-when-no-such-time = There is no time “{ $text }”. Write, for example, 14:30.
refusal-when-weekday = { $text } is another day of the week. Check the date.
refusal-when-gap = There is no { $text } on that day: the clocks change. Write another time.
refusal-event-title-short = The title is too short. Write it in words.
refusal-event-link = This does not look like the address of a page. Copy all of it from the browser or the invitation.
refusal-event-seats-number = “{ $text }” does not look like a number of seats. Write digits, for example: 15.
refusal-event-seats-range = Write a number of seats from 1 to { $limit }.
refusal-event-seats-taken = { $taken } have registered already: there cannot be fewer seats.
refusal-event-end-first = The end comes before the beginning. Check the time.
refusal-event-too-long = The event lasts more than { $days } days. Check the dates.
refusal-event-too-far = That is more than three years away. Check the date.
refusal-event-past = That time has passed. Write one to come.
refusal-event-on = The event is going on: its beginning cannot be moved. End, place and link can be changed.
refusal-event-over = The event is over and cannot be changed.
refusal-event-cancelled = The event is cancelled and cannot be changed. You can repeat it as a new one.
refusal-event-draft = The event is not published yet. The draft can simply be deleted.
refusal-event-published = The event is published already.
refusal-event-no-title = The event has no title. Write one, then it can be published.
refusal-event-no-time = It is not said when the event is. Write day and time, then it can be published.
refusal-event-deadline-past = That moment has passed. Write one to come.
refusal-event-deadline-passed = The deadline for registering has passed. Set a new one.
refusal-event-deadline-late = Registration cannot stay open beyond the beginning of the event.
refusal-event-for-everybody = First choose for whom the event is.
refusal-event-drafts-limit = There are { $limit } drafts of events already. Delete those you do not need.
