# What waits for a decision.
queue-list =
    <b>To decide</b>
    This waits for your decision, the oldest first.
queue-empty =
    <b>To decide</b>
    Nothing waits for a decision now. I will write when something does.
queue-claims = Confirm a role: { $claims }
queue-transfers = Change of school: { $transfers }
queue-proposed = Proposed schools: { $proposed }
queue-orphans = Nobody to answer: { $orphans }
queue-checks = School answers to check: { $to_check }

claim-head =
    <b>Confirm the role?</b>
    { $name }{ $position }
    Role: { $role }
    Waits since { $date }
claim-means =
    What it opens: { $means }
transfer-head =
    <b>Change of school</b>
    { $name }{ $position }
    From: { $origin }
    To: { $school }
    Waits since { $date }
transfer-proposed =
    This school is not in the list yet: the person suggested it.
queue-position = , { $position }
queue-nowhere = no school given
queue-confirm = Confirm
queue-decline = Decline
queue-card = Card of the person
queue-back = ‹ All that waits
queue-decided =
    This has been decided already, or the person has taken it back.
queue-next = Next ›
queue-nothing =
    Nothing more waits here.
queue-confirmed = Confirmed. The person will be told.
queue-declined = Declined. The person will be told.
queue-too-late = This was decided without you: nothing has changed.
refusal-own-wish = This is your own wish: somebody else will decide on it.
