# Notices: why one came, and a button that does the thing.
notice-claim-waits = <b>{ $person }</b> claims a role: { $role }. It waits for your confirmation and opens nothing until then.
notice-claim-confirmed = Your role is confirmed: <b>{ $role }</b>. What it gives: { $means }
notice-claim-declined = The role “{ $role }” was not confirmed. If that is a mistake, write to the methodist. Everything else works as before.
notice-role-granted = You were given a role: <b>{ $role }</b>. What it gives: { $means }
notice-role-ended = Your role “{ $role }” has ended. Your assessments and results stay where they are.
notice-transfer-waits = <b>{ $person }</b> wants to move to another school: { $school }. Please confirm or decline the move.
notice-transfer-confirmed = The move is confirmed: your school is now <b>{ $school }</b>.
notice-transfer-declined = The move to “{ $school }” was not confirmed: your profile keeps the school you had. If that is a mistake, write to the methodist.
notice-school-proposed = At sign-up somebody named a school that is not in the list: <b>{ $school }</b>. Have a look: it may be a new school, or another name of one that is there.
notice-school-merged = Two entries of one school became one. Your school is now called <b>{ $school }</b>; the rest of your profile is as it was.
notice-school-closed = Your school was closed, and you are listed here now: <b>{ $school }</b>. If that is wrong, choose your school in the profile.
notice-attestation-near =
    Your attestation is coming: { $date }
    Check whether you have your courses of the last three years together.
notice-backup-failed = The nightly backup failed. The bot itself works. Have a look at what happened and make a backup once more.
notice-service-resumed = Maintenance is over and the bot works again. Your data is in place; you can go on.

go-claim = Look at the role
go-transfer = Look at the move
go-school = Open the school
go-menu = What you can do now
go-profile = My profile
go-career = Attestation and courses
go-backups = Backups
go-campaign = Open the campaign
go-board = Who has answered
go-orphans = Schools without a coordinator
go-answer = Answer
go-request = Open the request

# When and where the event is that a notice tells of.
notice-today = today at { $time }
notice-tomorrow = tomorrow, { $day }, at { $time }
notice-place-later = the place will be announced
notice-place-online = online, the link is shown to those who have a seat
