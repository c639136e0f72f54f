# Invitations: links by which people get a role.
refusal-invitation-mistyped = The link of the invitation is incomplete or mistyped. Open it by a tap, or copy all of it.
refusal-invitation-unknown = There is no such invitation here: it is another bot’s or was erased. Ask whoever invited you for a new link.
refusal-invitation-expired = The invitation has expired. Ask whoever invited you for a new link.
refusal-invitation-used = Somebody else has already come by this invitation: it was for one person. Ask for a link of your own.
refusal-invitation-revoked = This invitation was revoked. Ask whoever invited you for a new link.
refusal-invitation-school-closed = The school of this invitation is no longer in the list. Ask whoever invited you for a new link.
refusal-invitation-own = This is your own invitation, and it is still unused. Pass it on to the person you are inviting.
refusal-invitation-gone = This invitation no longer exists.
refusal-invitation-used-up = Somebody has come by this link already. Make a new invitation.
refusal-invitation-once-only = A methodist or an admin can only be invited by a personal link, for one person.
refusal-invitation-label-long = The note has { $length } characters, { $limit } fit. Write a shorter one.
refusal-row-school-missing = The school is missing.
refusal-row-school-unknown = There is no school “{ $text }” in the list.
refusal-row-school-guess = There is no school “{ $text }” in the list. The nearest is “{ $word }”.
refusal-row-school-ambiguous = Several schools are called “{ $text }”. Write the full name.
refusal-row-name-missing = The name is missing.
refusal-row-role-unknown = The role “{ $text }” is not clear. Possible: school coordinator, head of school.
refusal-row-twice = The same as row { $row }.

invitation-words-coordinator = coordinator, school coordinator
invitation-words-head = head, headteacher, head of school, principal, director

invitation-offered =
    You are invited. The role: <b>{ $role }</b>.
    First comes the language, and a few words about your data.
invitation-accepted = The invitation is accepted. Your role: <b>{ $role }</b>.
invitation-accepted-school = The invitation is accepted. Your school: <b>{ $school }</b>.
invitation-accepted-elsewhere = The invitation is accepted. Your profile names another school, which stays. You can change it here: /profile.
invitation-again = You have already accepted this invitation, all is well.

invitation-state-open = open
invitation-state-used = used
invitation-state-expired = expired
invitation-state-revoked = revoked

invitations-open =
    <b>Invitations</b>
    Open: { $total }. Press an invitation to see who has come, or to revoke it.
invitations-all =
    <b>All invitations: { $total }</b>
    ● open · ✓ used
    ◷ expired · ✕ revoked
invitations-none-open =
    <b>Invitations</b>
    No invitation is open. By a link a person gets a role at once and need not look for the school.
invitations-none =
    <b>Invitations</b>
    There have been no invitations yet.
invitations-new = Invite
invitations-load = Load a list
invitations-show-all = Show all
invitations-show-open = Open ones
invitations-to-list = ‹ To invitations

invitation-role =
    <b>Whom do you want to invite?</b>
    The person gets the role at once, after opening the link and giving consent.
invitation-school =
    <b>{ $role }: which school?</b>
invitation-direction =
    <b>Methodist: which direction?</b>
invitation-all-directions = All directions
invitation-terms =
    <b>Invitation</b>
    { $role }

    For how many people is the link, and for how many days?
invitation-terms-once = Such a link is always personal: for one person.
invitation-terms-label = For: { $label }
invitation-terms-no-label = You can write whom the link is for. For example: Anna Petrova.
invitation-for-one = For one
invitation-for-many = For many
invitation-days = { $days } { $days ->
    [one] day
   *[other] days
}
invitation-chosen = This is already chosen.
invitation-drop-label = Remove the note
invitation-make = Make the link
invitation-made = The link is ready: it comes as a message of its own.

invitation-caption =
    <b>Invitation. { $role }</b>
    { $link }

    Pass this message on, or show the QR code. { $once ->
        [yes] The link is for one person and works up to and including { $date }.
       *[no] The link is for many and works up to and including { $date }.
    }

invitation-card =
    <b>{ $role }</b>
    { $state }
invitation-card-label = For: { $label }
invitation-card-once = A link for one person, up to and including { $date }.
invitation-card-many = A link for many, up to and including { $date }. Came: { $uses }.
invitation-card-guests =
    Who came:
    { $guests }
invitation-card-lost = The same link cannot be shown again: I do not keep it. If it got lost, make a new one.
invitation-guest = • { $name }, { $date }
invitation-guest-nameless = no name yet
invitation-renew = New link
invitation-renew-ask =
    <b>Make a new link?</b>
    { $role }

    The terms stay the same, and the old link stops working.
invitation-renew-yes = Yes, a new link
invitation-revoke = Revoke
invitation-revoke-ask =
    <b>Revoke the invitation?</b>
    { $role }

    Nobody else will come by this link. Those who came keep their role.
invitation-revoke-yes = Yes, revoke it
invitation-revoked = The invitation is revoked.

invitations-upload =
    <b>Personal links for a list</b>
    Send a spreadsheet, XLSX or CSV: school, name and, if needed, role. You get back a spreadsheet with a link for each person, good for { $days } { $days ->
        [one] day
       *[other] days
    }.

    First I show what it would do. Nothing is made until you confirm.
invitations-template = Template
invitations-template-file = Template of coordinators
invitations-template-caption = Fill it in and send it here. The second sheet says what to write in each column.
invitations-file-coming = I am preparing the spreadsheet; it comes as a message of its own.
invitations-preview =
    <b>What the spreadsheet would do</b>
    New links: { $new }
    In place of earlier ones: { $replaced }
    Rows with mistakes: { $refused }
invitations-preview-lines = { $lines }
invitations-line = Row { $row }: { $reason }
invitations-preview-fix = While there are mistakes, no links are made. Correct the spreadsheet and send it here again.
invitations-preview-replaces = These people already have personal links to the same role: the earlier ones will stop working.
invitations-preview-ask = Each link is for one person, for { $days } { $days ->
    [one] day
   *[other] days
}. Make them?
invitations-issue = Make the links: { $count }
invitations-report = Report by rows
invitations-report-file = Check of the spreadsheet
invitations-report-caption = What would become of each row.
invitations-plan-changed = While you were looking, the list of schools or invitations changed. Look again at what it would do.
invitations-made = The links are made: the spreadsheet comes as a message of its own.
invitations-row-new = new link
invitations-row-replaced = link in place of an earlier one
invitations-row-refused = mistake
invitations-sheet = Links
invitations-file = Personal links
invitations-caption = Personal links: { $count }. They work up to and including { $date }. Send each person their own: it cannot be shown a second time.
invitations-links-lost = The links are made, but the spreadsheet did not arrive. Send the same list again: new links will be made, and these stop working.
invitations-column-school = School
invitations-column-name = Name
invitations-column-role = Role
invitations-column-link = Personal link
invitations-column-until = Valid until
invitations-column-note = Note
