# The schedule: what will happen by itself, what was done, pausing, running now.
job-monitoring = Monitoring campaigns
job-tick = Closing events
job-backup = Backup
job-remind = Reminders of attestations
job-tidy = Tidying up old records
job-short-monitoring = Campaigns
job-short-tick = Events
job-short-backup = Backup
job-short-remind = Attestations
job-short-tidy = Tidying
job-does-monitoring = Plans campaigns by the calendar, opens them on time, asks schools and reminds those who have not answered.
job-does-tick = Closes events that have ended and asks those who came how it was.
job-does-backup = Makes a copy of the database every night.
job-does-remind = Reminds people of a near attestation in the morning.
job-does-tidy = Clears away what is no longer needed every night: old bookmarks, messages and records.

schedule-head =
    <b>Schedule</b>
    Local time: { $city }.
schedule-paused =
    ⏸ Paused: { $jobs }.
    This will not run by itself until you let it go on.
schedule-ahead =
    <b>Coming up</b>
    { $lines }
schedule-ahead-none = Nothing is coming up.
schedule-line = • { $moment } — { $what }
schedule-line-paused = ⏸ { $moment } — { $what }
schedule-now = now
schedule-step = “{ $title }”: { $step }
schedule-event = the event “{ $title }” ends
schedule-job = { $title }
schedule-runs = What was done
schedule-pause-all = Pause everything
schedule-resume-all = Let everything go on

schedule-card =
    <b>{ $title }</b>
    { $does }
schedule-card-paused = ⏸ Paused since { $since }.
schedule-card-next = Next run: { $next }, local time ({ $city }).
schedule-card-often = Looks several times a minute whether it is time.
schedule-card-last = Last time: { $moment } — { $came }.
schedule-run = Run now
schedule-pause = Pause
schedule-resume = Let it go on
schedule-ran = { $title }: { $what }.
schedule-runs-long = It is running. I will write when it is over.
schedule-ran-long = <b>{ $title }:</b> { $what }.

schedule-pause-ask =
    <b>Pause this: { $title }?</b>
    { $does }

    While it is paused it will not run by itself, but you can run it by hand. When you let it go on, what was missed is done once.
schedule-pause-all-ask =
    <b>Pause the whole schedule?</b>
    Campaigns will not open, schools will not be reminded, past events will not be closed, there will be no backups and no tidying at night.

    Messages that already wait will go out. When you let it go on, what was missed is done once.
schedule-pause-yes = Yes, pause
schedule-is-paused = It is paused.
schedule-resumed = It goes on. What was missed will be done within a minute.

schedule-done-by-all =
    <b>What was done</b>
    Runs that found something to do, and all by hand. Newest first, local time: { $city }.
schedule-done-by-one =
    <b>{ $title }: what was done</b>
    Runs that found something to do, and all by hand. Newest first, local time: { $city }.
schedule-done-lines = { $lines }
schedule-done-none = There are no records yet.
schedule-run-done = • { $moment } — { $title }{ $by }: { $what }
schedule-run-failed = ⚠️ { $moment } — { $title }{ $by }: { $what }
schedule-by-hand = , by hand
schedule-came-nothing = there was nothing new to do
schedule-came-tick = events closed — { $events }
schedule-came-backup = the copy is ready, its size is { $size } MB
schedule-came-remind = attestation is near, people — { $near }
schedule-came-tidy = cleared away: bookmarks — { $bookmarks }, messages — { $messages }, records — { $runs }
schedule-came-planned = campaigns planned — { $count }
schedule-came-step = { $step }{ $count ->
    [one] {""}
   *[other] , campaigns — { $count }
}
schedule-came-late = late reminders were left out
schedule-failed = it did not work, { $problem }{ $times ->
    [1] {""}
   *[other] ; times in a row — { $times }
}
schedule-failed-folder = the folder of backups cannot be written or the disk is full
schedule-failed-tool-missing = the server lacks the program that copies the database
schedule-failed-tool-old = the program that copies the database is older than the database
schedule-failed-database = the database cannot be read
schedule-failed-running = a backup was being made already
schedule-failed-crashed = something broke, the log of the program says more
refusal-job-running = It is running already. Please wait a minute.
