# Events: the calendar, cards, places, reminders.
events-head = <b>Events</b>
events-filters = Shown only: { $filters }
events-list = { $events }
events-nothing = Nothing is planned yet. As soon as there is a new event, it will be here.
events-none-suits =
    There are no events just for you yet: I pick them by your subjects, position, experience and the result of your self-assessment.
    Have a look at all of them — something may interest you.
events-none-fits = No event fits these filters. Drop some of them or look at all events.
events-all = Show all events
events-for-me = For me
events-for-me-on = ✓ For me
events-filter = Filters
events-filter-on = Filters: { $some }
events-mine = { $mine ->
    [0] My events
   *[other] My events: { $mine }
}
event-day = <b>{ $day }</b>
event-line = { $number }. { $time } · { $title }
event-line-about = <i>{ $about }</i>
event-mark-cancelled = cancelled
event-mark-attended = ✓ you were there
event-mark-here = ✓ you are checked in
event-mark-barred = for other participants
event-mark-registered = ✓ you are registered
event-mark-waiting = you are number { $number } on the waitlist
event-mark-on = under way
event-mark-closed = registration is closed
event-mark-open = seats for everybody
event-mark-full = no seats left, there is a waitlist
event-mark-free = { $free } of { $seats } seats free

events-mine-head = <b>My events</b>
events-past-head = <b>My past events</b>
events-mine-none = You have not registered for anything yet. Pick an event in the calendar: registering takes one tap.
events-past-none = There are no past events yet.
events-past = Past
events-coming = Coming
events-reminders = Reminders

events-filter-ask =
    <b>Filters</b>
    Choose what to look for. The lists hold only what is in the calendar now.
events-filter-nothing = There is nothing to filter by yet: the events have neither a form nor a topic.
event-filter-me = for you
event-filter-subject = Subject: { $value }
event-filter-form = Form: { $value }
event-filter-vector = Vector: { $value }
event-filter-level = Level: { $value }
event-filter-block = Topic: { $value }
event-filter-rubric = Rubric: { $value }
event-any = any
events-reset = Reset
events-show = Show: { $total }
events-choice-ask =
    <b>{ $what }</b>
    Beside each is how many events it will find.
event-filter-ask-subject = Which subject?
event-filter-ask-form = Which form?
event-filter-ask-vector = Which vector?
event-filter-ask-level = Which level?
event-filter-ask-block = Which topic of the self-assessment?
event-filter-ask-rubric = Which rubric?
event-any-button = Any

event-head =
    <b>{ $title }</b>
    { $kinds }
event-card = { $card }
event-mine = <b>{ $mine }</b>
event-of-no-form = Event
event-hours = { $hours } h
event-minutes = { $minutes } min
event-when = When: { $when }{ $length ->
    [none] {""}
   *[other] {" "}({ $length })
}
event-where = Where: { $place }
event-link = Link: { $link }
event-link-later = The link to the meeting appears here once you have registered.
event-by = Organised by: { $organiser }
event-cancelled = ⚠️ This event is cancelled.
event-cancelled-why = ⚠️ This event is cancelled. Reason: { $reason }
event-going-on = The event is under way, registration is over.
event-is-over = The event is over.
event-seats-any = There are seats for everybody. Registered: { $taken }
event-seats = Free seats: { $free } of { $seats }
event-seats-none = All seats are taken ({ $seats }), on the waitlist: { $waiting }
event-until = Register until: { $day }, { $time }
event-closed = Registration is closed.
event-topics = About: { $topics }
event-for = For whom — { $whom }
event-for-only = Only for these people — { $whom }
event-for-invited = those whom the organisers invited
event-description = { $text }
event-i-am-registered = ✓ You are registered.
event-i-was-registered = You were registered, but you are not marked. If you came, tell the organiser: once you are marked, the certificate is here.
event-i-wait = You are number { $number } on the waitlist. When a seat gets free, I will register you and tell you at once.
event-i-came = ✓ You were at this event.
event-i-am-here = ✓ You are checked in.
event-barred = You cannot register for this event: it is for other participants. If your profile is wrong, correct it: /profile.

event-register = Register
event-wait = Join the waitlist
event-withdraw = Give up my seat
event-leave-line = Leave the waitlist
event-check-in = Check in
event-rate = Rate the event
event-ics = To my calendar
event-route = How to get there
event-share = Share
event-share-words = { $title }, { $when }. Register in the bot:
event-picture = Picture
event-placed = You are registered, the seat is yours.
event-placed-waiting = There are no seats left. You are number { $number } on the waitlist: when a seat gets free, I will tell you.
event-withdrawn = Done, you are no longer on the list. If you change your mind, register again.
event-withdraw-ask =
    <b>Give up your seat?</b>
    { $title }
    { $when }
    { $waiting ->
        [0] Others can take the seat.
        [one] { $waiting } person waits for a seat and gets yours at once.
       *[other] { $waiting } people wait for a seat: the first of them gets yours at once.
    }
event-leave-ask =
    <b>Leave the waitlist?</b>
    { $title }
    { $when }
    You are number { $number } now. If you come back, you stand at the end.
event-withdraw-yes = Yes, give it up
event-leave-yes = Yes, leave
event-file = Event { $date }
event-file-caption = Open the file to put the event into the calendar of your phone. If the time changes, I will tell you: take the file once more then.
event-file-cancelled = The event is cancelled. Open the file, and the calendar of your phone removes it or marks it as cancelled.
event-file-coming = Preparing the calendar file…
event-file-failed = The calendar file could not be prepared. Try again from the card of the event: /events.
event-picture-coming = Sending the picture…
event-picture-of = { $title }
event-picture-gone = This picture cannot be opened any more. Everything else is on the card of the event: /events.

reminders-ask =
    <b>When should I remind you of events?</b>
    Mark whatever suits you: it goes for all events that you have registered for.
reminders-some = I will not disturb you at night: what falls into the quiet hours comes in the morning or, if that is too late, without a sound.
reminders-none = ⚠️ I will not remind you of anything now. If an event is moved or cancelled, I will tell you anyway.
reminder-week = A week before
reminder-day = A day before
reminder-hour = An hour before

event-link-offered = You are invited to an event: <b>{ $title }</b>, { $when }. First tell me a little about yourself, it takes a couple of minutes; then you can register.
event-registered-button = ✓ You are registered · more
event-waiting-button = Waitlist: { $number } · more

notice-event-reminder =
    A reminder of an event that you have registered for: <b>{ $event }</b>
    When: { $when }
    Where: { $place }
    If you cannot come, open the event and give up your seat.
notice-event-seat =
    A seat has become free, and now you are registered: <b>{ $event }</b>
    When: { $when }
    Where: { $place }
    If you can no longer come, give the seat up: the next one gets it.
notice-event-moved =
    An event that you { $seat ->
        [yes] registered for
       *[no] are on the waitlist of
    } has been moved: <b>{ $event }</b>
    Before: { $was }
    Now: { $span }
    Where: { $place }
    If the new time does not suit you, give up your seat on the card of the event.
notice-event-changed =
    The place or the link of an event that you { $seat ->
        [yes] registered for
       *[no] are on the waitlist of
    } has changed: <b>{ $event }</b>
    When: { $when }
    Where: { $place }
notice-event-cancelled =
    An event that you { $seat ->
        [yes] registered for
       *[no] were on the waitlist of
    } is cancelled: <b>{ $event }</b>, { $when }. { $why }
notice-cancelled-why = Reason: { $reason }
go-event = Open the event

refusal-event-gone = This event is no longer in the calendar. What there is now, see in “Events”: /events.
refusal-event-is-cancelled = This event is cancelled. Other events are in the calendar: /events.
refusal-event-begun = The event has begun, registration is over. Coming events are in the calendar: /events.
refusal-event-begun-withdraw = The event has begun, your seat cannot be given up. If you cannot come, tell the organiser.
refusal-event-deadline = Registration is over. Choose another event or ask the organiser, who is named on the card.
refusal-event-not-for-you = This event is for others: the card says for whom. If your profile is wrong, correct it: /profile.
