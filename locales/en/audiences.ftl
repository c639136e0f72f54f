# An audience: whom a broadcast goes to, for whom an event is.
audience-of-broadcast =
    <b>Whom the broadcast goes to</b>
    { $lines }
audience-of-event =
    <b>For whom the event is</b>
    { $lines }
audience-reach-line = { $reach }
audience-reach = { $total } { $total ->
    [one] person
   *[other] people
} will get it.
audience-reach-event = { $total } { $total ->
    [one] person
   *[other] people
} will get the announcement.
audience-left-out = Left out: { $why }.
audience-left-unreachable = { $count } — the bot is switched off
audience-left-unsubscribed = { $count } — not subscribed to this topic
audience-fixed = It is too late to change the audience: everything has begun or is cancelled.
audience-saved-as = ✓ Saved as “{ $name }”.
audience-change = Choose whom
audience-saved = Saved ones and lists
audience-who = Who gets it
audience-who-not = Who does not
audience-save = Save as…
audience-clear = Clear
audience-done = ✓ Done
audience-ready = Done

# Criteria in words.
audience-line-everybody = Everybody who signed up
audience-line-roles = Roles: { $values }
audience-line-positions = Position: { $values }
audience-line-subjects = Subjects: { $values }
audience-line-schools = Schools: { $values }
audience-line-statuses = Status of the school: { $values }
audience-line-blocks = Deficit: { $values }
audience-line-levels = Level: { $values }
audience-line-young = Young specialists
audience-line-event = Event: { $event } ({ $places })
audience-line-not-at = Without those who have registered: { $event }
audience-line-list = List “{ $name }”
audience-gone = removed
audience-untitled = untitled
audience-place-any = registered, waiting or attended
audience-place-registered = registered
audience-place-waiting = waiting for a seat
audience-place-attended = attended
audience-place-absent = absent

# Choosing a criterion and its values.
audience-criteria =
    <b>Whom</b>
    { $lines }

    { $reach }

    What would you like to narrow? A person has to fit each condition.
audience-by-roles = Role
audience-by-positions = Position
audience-by-subjects = Subject
audience-by-schools = School
audience-by-statuses = Support status
audience-by-young = Young ones
audience-by-blocks = Deficit
audience-by-levels = Level
audience-by-event = Event
audience-by-list = List of people
audience-choice = <b>{ $ask }</b>
audience-now =
    Chosen now:
    { $lines }
audience-drop = Reset
audience-ask-roles = Holding which roles? Any of those marked will do.
audience-ask-positions = Working as what?
audience-ask-subjects = Teaching which subjects? Any of those marked will do.
audience-ask-statuses = From schools with which support status?
audience-ask-blocks = In which blocks did the latest self-assessment show a deficit? Any one will do.
audience-ask-levels = Which level of deficit? Without marks, any deficit.
audience-ask-places = Which people of the event?
audience-schools = Chosen: { $chosen }
audience-events =
    <b>People of which event?</b>
    These are coming events and those of the last half a year.
audience-events-none = There are no published events of the last half a year.

# Saved audiences.
audience-saved-list =
    <b>Saved audiences</b>
    Those with ☰ are uploaded lists of people.
audience-saved-none = There are no saved audiences yet. Choose an audience and save it under a name, or upload a list of people.
audience-card =
    <b>{ $name }</b>
    { $lines }
audience-card-list =
    <b>{ $name }</b>
    List of people: { $count }
audience-use = Use it
audience-used = The audience is chosen.
audience-forget = Delete
audience-forget-ask =
    <b>Delete “{ $name }”?</b>
    The people stay, only the audience itself goes.
audience-forget-yes = Yes, delete
audience-dropped = The audience is deleted.
audience-save-ask =
    <b>What shall the audience be called?</b>
    { $lines }

    Write a short name, such as “Young physicists”. It is put together anew each time: new people get into it by themselves.

# An uploaded list.
audience-upload = Upload a list of people
audience-upload-ask =
    <b>List of people</b>
    Write the names here, each in a line of its own, such as: Ivanova A. P.

    Or send an XLSX or CSV table with a column “Name” and, where two people have the same name, “School”. First I will show whom I know. The file itself is not kept.
audience-typed-problems =
    ⚠️ The list is not saved. Please correct these names and send it once more:
    { $lines }
audience-list-now = The list “{ $name }” is chosen now. A new one will replace it.
audience-list-drop = Do without the list
audience-template = Template
audience-template-file = Template — list of people
audience-template-caption = Fill it in and send it here. The second sheet says what goes into each column.
audience-file-coming = The table is being made and will come in a separate message.
audience-preview =
    <b>Whom I know</b>
    Found: { $found }
    Rows with questions: { $missing }
audience-preview-lines = { $lines }
audience-list-line = Row { $row }: { $reason }
audience-preview-ask = Only those found will be kept. You can correct the table and send it once more.
audience-preview-useless = I know nobody of these. Please correct the table and send it once more.
audience-keep-list = Take those found: { $found }
audience-list-kept = The list is saved and chosen.
audience-list-changed = The people in the bot have changed meanwhile. Please check once more.

# Names.
audience-people =
    <b>{ $title }</b>
    { $words }
audience-people-reached = Will get it: { $count }
audience-people-unreachable = Blocked the bot: { $count }
audience-people-unsubscribed = Not subscribed to this topic: { $count }
audience-people-lines = { $lines }
audience-people-none = There is nobody here.
audience-people-noted = That you looked at these names is noted in the log.
audience-person = • { $name }, { $school }
audience-show-reached = Who gets it: { $count }
audience-show-unreachable = Blocked the bot: { $count }
audience-show-unsubscribed = Not subscribed: { $count }

refusal-audience-fixed = It is too late to change the audience: everything has begun or is cancelled.
refusal-audience-everybody = There is nothing to save yet: everybody is chosen. First say whom you mean.
refusal-audience-name-taken = This name is taken. Please write another one.
refusal-audience-too-many = There are { $limit } saved audiences already. Please delete some.
refusal-audience-gone = This audience is no longer there: it was deleted.
refusal-audience-in-use = A broadcast, an event or a saved audience needs this list now. Please take it out there first.
refusal-list-name-short = “{ $text }” is too little. At least a first and a last name are needed.
refusal-list-name-unknown = “{ $text }” has not signed up.
refusal-list-name-guess = “{ $text }” has not signed up. Do you mean { $word }?
refusal-list-name-ambiguous = “{ $text }”: there are { $count } such people. Please add the school.
refusal-list-name-elsewhere = “{ $text }” works at another school: { $school }.
