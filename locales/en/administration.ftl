# Administration: statistics, health, backups, maintenance, content, outbox.
administration =
    <b>Administration</b>
    { $place }
administration-failed =
    ⚠️ Messages not delivered: { $failed }. The outbox says why.
administration-statistics = Statistics
administration-health = Does everything work
administration-backups = Backups
administration-pause = Maintenance
administration-content = Content
administration-outbox = Outbox: { $waiting }
administration-schedule = Schedule
administration-audit = Audit log
to-administration = ‹ Administration
look-again = Look again
looked-again = This is how things stand now.

size-kb = { $value } KB
size-mb = { $value } MB
size-gb = { $value } GB
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

statistics-people =
    <b>Statistics</b>

    People: <b>{ $people }</b>. New in 7 days: { $week }, in 30 days: { $month }.
    Schools: <b>{ $schools }</b>. With people: { $with_people }, with a coordinator: { $with_coordinator }.
statistics-roles =
    <b>Roles</b>
    { $roles }
statistics-line = • { $title } — { $count }
statistics-events =
    <b>Events</b>
    Ahead: { $coming }. Held in 30 days: { $held }.
statistics-attendance =
    At those held, { $places } were registered and { $came } came.
statistics-broadcasts =
    <b>Broadcasts in 30 days</b>
    Sent: { $broadcasts }, messages delivered: { $delivered }.
statistics-monitoring =
    <b>Monitoring</b>
    { $campaign }: { $answered } of { $asked } schools have answered, { $late } of them late.
statistics-decisions = Decisions to be carried out: { $decisions }, overdue: { $overdue }.
statistics-assessments =
    <b>Self-assessments</b>
    Finished: { $finished }. Begun and not finished: { $open }.
statistics-deficits =
    <b>Where pronounced deficits are most frequent</b>
    Newest results, people: { $assessed }. Areas with fewer than { $fewest } such people are not shown.
    { $deficits }
statistics-no-deficits =
    Newest results, people: { $assessed }. In no area do { $fewest } people have a pronounced deficit.
statistics-few =
    Not broken down by area yet: there are fewer than { $fewest } results, and people could be recognised.

health-head =
    { $worries ->
        [0] <b>Everything works</b>
       *[other] <b>Please have a look</b>
    }
health-lines = { $lines }
health-fine = ✓ { $text }
health-worry = ⚠️ { $text }
health-database = The database answers in { $milliseconds } ms and takes { $size }.
health-space = Free on the disk: { $free }.
health-backup = Age of the newest backup: { $ago }.
health-backup-none = There are no backups yet.
health-backups-off = Backups are off: their passphrase is not set.
health-no-maintenance = No maintenance is going on.
health-maintenance = Maintenance is on, since { $since }. Messages and taps kept: { $held }.
health-draining = Answering what was kept during maintenance: { $held } left.
health-not-paused = The schedule goes on.
health-paused = Schedule: paused are { $jobs }. To let them go on: /schedule
health-outbox = Waiting to be sent: { $waiting }. Not delivered: { $failed }.
health-jobs =
    <b>Coming up</b>
    { $jobs }
health-job = • { $title }: { $moment }
health-program =
    Running for { $uptime }. Memory: { $memory }.
    Program { $version }, database { $revision }. { $place }. { $questionnaire }, version { $questionnaire_version }. Consent { $consent }.

backups-on =
    <b>Backups</b>
    One is made every night at 2:30. Days they are kept: { $days }. Backups are encrypted: without the passphrase of the settings they cannot be opened.
backups-off =
    <b>Backups</b>
    ⚠️ They are off. To turn them on, set a passphrase for backups in the settings file and restart the bot. The operator’s guide says how.
backups-none =
    There are none yet. You can make the first one now.
backups-list =
    Backups: { $count }
    { $lines }
backup-line = • { $moment } — { $size }
backup-make = Make a backup now
backup-coming = Making a backup. I will write when it is done.
backup-done = The backup is done, { $size }. All backups: /backup
refusal-backups-off = Backups are off: the passphrase that they are encrypted with is not set.
refusal-backup-running = A backup is being made already. Please wait a minute.
refusal-backup-failed = No backup was made: { $problem ->
    [folder] the folder of backups cannot be written, or the disk is full.
    [tool-missing] the server lacks the program that copies the database.
    [tool-old] the program that copies the database is older than the database.
    [database] the database cannot be read.
   *[other] something went wrong.
} The log says more.

maintenance-is-off =
    <b>Maintenance</b>
    It is off: the bot answers everybody.

    If you begin, the bot works for administrators only. Everybody else (people in the bot: { $people }) is told that maintenance is going on, and their messages and taps are kept. When you end it, the bot answers all of them in order.
maintenance-is-on =
    <b>Maintenance is going on</b>
    Since { $since }. Messages and taps kept: { $held }.

    Administrators work as ever, everybody else is asked to wait.
maintenance-drains =
    <b>Answering what was kept</b>
    Left: { $held }. Then everything goes on as ever.
maintenance-begin = Begin maintenance
maintenance-end = End it and answer everybody
maintenance-begun = Maintenance has begun. What people send is kept.
maintenance-ended = Maintenance is over. Answering what was kept.
maintenance-kept = We are doing some maintenance. Your message is kept; I will answer as soon as we are done.
maintenance-later = We are doing some maintenance. Please write a little later: /start

content-live =
    <b>Content</b>

    <b>Profile.</b> { $place }
    <code>{ $profile }</code>, digest <code>{ $profile_digest }</code>

    <b>Questionnaire.</b> { $questionnaire }
    <code>{ $key }</code>, version { $version }, digest <code>{ $digest }</code>
    In force since: { $published }

    <b>Consent.</b> Version { $consent }
    <b>Texts.</b> In each language: { $texts }
content-check = Check and read the files again
content-broken =
    <b>Problems in the files: { $count }</b>
    While there are any, the content of before stays in force. Mend them and check again.
    { $problems }
content-same =
    <b>The files are checked</b>
    No problems, and nothing differs from what is in force.
content-version =
    <b>The questionnaire has changed</b>
    Version in the file: { $version }. New self-assessments will take it, open ones finish on the old one.
content-same-version =
    The version number is the old one, the text is not. Better change the number too, to tell results apart.
content-sections =
    <b>The profile has changed</b>
    Sections: <code>{ $sections }</code>
content-measures =
    What schools are asked, or how it is reckoned, has changed. New campaigns follow it, open ones finish as they began.
content-schools =
    Schools to be added: { $added }, changed: { $changed }. Schools edited in the bot stay as they are.
content-restart =
    ⚠️ The key or the time zone of the profile has changed. That cannot be taken over on the go: restart the bot.
content-later =
    Lists of subjects and positions, or the consent, have changed too. They come into force after a restart.
content-take = Put it in force
content-taken = Done, the new content is in force.
refusal-content-broken = There are problems in the files ({ $count }), so the content of before stays in force. Mend them and check again.
refusal-content-restart = The key or the time zone of the profile has changed: restart the bot. The content of before stays in force.
refusal-content-changed = The files have changed since you looked. Please see again what is new in them.

outbox-head =
    <b>Outbox</b>
    Waiting: { $waiting }, being sent now: { $sending }, waiting for their time: { $ahead }.
    Sent today: { $sent }.
outbox-since =
    The message that waits longest should have gone out on { $since }.
outbox-became =
    <b>Not sent, in all</b>
    because of an error: { $failed }
    the person has stopped the bot: { $unreachable }
    too late to be of use: { $missed }
    no longer needed before their time: { $cancelled }

    Telegram’s answer was lost, the message may have come twice: { $unknown }
outbox-failed =
    <b>Why not delivered</b>
    { $reasons }
outbox-reason = • { $reason } — { $count }
outbox-late =
    <b>What came too late</b>
    The bot was not running, or could not send, while it was still needed.
    { $late }
outbox-late-row = • { $what } — { $count }, the last one for { $at }
outbox-late-event = about the event “{ $event }”
outbox-late-notice = notices
outbox-blocked = the person has stopped the bot
outbox-gone = the account no longer exists
outbox-unknown = the reason is not known
