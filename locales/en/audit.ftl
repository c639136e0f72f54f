# The audit log.
audit-card-viewed = Card opened
audit-results-viewed = Self-assessment results opened
audit-people-exported = List of people exported
audit-attendance-noted = Marked as having come to an event
audit-attendance-removed = Mark of an event taken off
audit-participants-exported = Participants of an event exported
audit-certificate-made = Certificate of attendance made
audit-audience-viewed = Names of the people of an audience opened
audit-external-result-noted = Outside diagnosis noted
audit-external-result-removed = Outside diagnosis removed
audit-transfer-confirmed = Move to a school confirmed
audit-transfer-declined = Move to a school declined
audit-claim-confirmed = Role confirmed
audit-claim-declined = Role not confirmed
audit-role-granted = Role given
audit-role-ended = Role ended
audit-invitation-created = Invitation made
audit-invitation-revoked = Invitation revoked
audit-invitation-accepted = Invitation accepted
audit-invitations-imported = Invitations imported
audit-school-changed = School changed
audit-school-merged = Schools merged
audit-school-closed = School closed
audit-school-reopened = School opened again
audit-schools-imported = List of schools imported
audit-schools-exported = List of schools exported
audit-person-moved = Moved to another school
audit-data-exported = Own data downloaded
audit-person-forgotten = Own data erased
audit-audit-exported = Log exported
audit-backup-made = Backup made
audit-maintenance-on = Maintenance begun
audit-maintenance-off = Maintenance ended
audit-content-reloaded = Content read again
audit-jobs-paused = Schedule paused
audit-jobs-resumed = Schedule goes on
audit-job-run = Run by hand
audit-indicators-exported = Monitoring results exported
audit-data-reopened = Accepted data of a school opened
audit-data-withdrawn = School taken out of a campaign
audit-data-asked = School added to a campaign
audit-campaign-changed = Campaign changed
audit-campaign-opened = Campaign opened
audit-campaign-skipped = Campaign skipped
audit-campaign-resumed = Skipped campaign planned again
audit-campaign-discarded = Planned campaign deleted
audit-campaign-closed = Campaign closed
audit-event-published = Event published
audit-event-moved = Event moved
audit-event-cancelled = Event cancelled
audit-review-concluded = Conclusion written down
audit-decision-sent = Decision sent
audit-decision-done = Decision carried out
audit-decision-dropped = Decision withdrawn

audit-deed = { $deed }: { $more }
audit-deadline = due { $after } instead of { $before }
audit-program = The program
audit-gone = Erased person No. { $number }
audit-nameless = Nameless, No. { $number }

audit-head =
    <b>Log: { $total } { $total ->
        [one] entry
       *[other] entries
    }</b>
    Who, what and about whom; the newest first. Entries cannot be changed or erased.
audit-chosen-kind = Kind: { $kind }
audit-chosen-person = Person: { $person }
audit-empty = There are no such entries.
audit-lines = { $lines }
audit-line =
    <b>{ $deed }</b>
    { $moment } · { $who }{ $update }
audit-about = { $actor } → { $subject }
audit-update = · update { $number }
audit-by-kind = Kind
audit-by-person = Person
audit-all = Show all entries
audit-export = Download a table
audit-coming = Preparing the table…

audit-pick-kind = Which entries do you want to see? Their number stands beside.
audit-kind-count = { $kind }: { $count }
audit-any-kind = All kinds
audit-pick-person =
    <b>Whose entries do you want to see?</b>
    Type a name or a part of it, for example: Ivanova. The number of a person in the log will do too, for example: 17. You will find what the person did and what others did about them.
audit-found = Whom do you mean? If the right person is not here, type the name differently.
audit-not-found = Nobody like that was found. Type the name differently, for example the surname only.
audit-person = No. { $number } · { $name }
audit-anybody = All people

audit-file = Log { $date }
audit-caption = Log: { $count } entries in the table.
audit-caption-cut = Log: { $count } entries of { $total } in the table, the newest. To see older ones, choose a kind or a person.
audit-sheet = Log
audit-column-moment = When
audit-column-actor = Who
audit-column-actor-number = Who, No.
audit-column-kind = What
audit-column-key = Code of the action
audit-column-subject = About whom
audit-column-subject-number = About whom, No.
audit-column-school = School
audit-column-facts = Details
audit-column-update = Update
