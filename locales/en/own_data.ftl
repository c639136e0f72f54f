# My data: what is stored and who looked.
own-data-head =
    <b>What is stored about you</b>
own-data-section = { $section }
own-data-download = Download everything
own-data-lookers = Who looked at my data: { $looks }
own-data-correct = Correct
own-data-forget = Erase
own-data-coming = Preparing the file…
own-data-file = My data { $date }
own-data-caption = Everything that is stored about you, in JSON: any program can read it, even a plain text editor.
own-data-none = none

own-data-profile =
    <b>Profile</b>
own-data-attestation = Next attestation
own-data-telegram = Telegram ID
own-data-language = Language
own-data-since = Signed up on

own-data-roles =
    <b>Roles</b>
own-data-role = • { $role }: { $state ->
    [claimed] waits for confirmation since { $date }
    [active] since { $date }
    [declined] not confirmed, { $date }
   *[ended] ended, { $date }
}
own-data-transfers =
    <b>Moves to another school</b>
own-data-transfer = • { $school }: { $state ->
    [waiting] waits for confirmation since { $date }
    [confirmed] confirmed, { $date }
    [declined] not confirmed, { $date }
   *[withdrawn] withdrawn by you, { $date }
}
own-data-invitations =
    <b>Invitations by which you came</b>
own-data-invitation = • { $role }: { $date }

own-data-courses =
    <b>Courses</b>
own-data-course = • { $title }, { $hours } h, { $date }
own-data-outside =
    <b>Outside diagnostics noted by a methodist</b>
own-data-outside-result = • { $title }, { $year }: { $outcome }

own-data-assessments =
    <b>Self-assessments</b>
own-data-pass = • { $date } · { $variant } · deficit: { $overall }
own-data-attempt = • { $date } · { $variant } · not finished
own-data-words =
    <b>Written in your own words</b>
own-data-word = • { $date }: “{ $words }”

own-data-events =
    <b>Events</b>
own-data-place = • { $event }, { $date }: { $state ->
    [came] you came{ $rating ->
        [0] {""}
       *[other] , your rating { $rating }
    }
    [registered] registered
    [waiting] on the waitlist
   *[withdrawn] you gave up the place
}
own-data-comment = “{ $words }”
own-data-reminders = <b>Reminders of events:</b> { $when }
own-data-subscriptions =
    <b>Broadcasts: your choice</b>
own-data-subscription = • { $category }: { $wanted ->
    [yes] wanted
   *[no] not wanted
} (since { $date })
own-data-acknowledgements =
    <b>Broadcasts you confirmed having read</b>
own-data-acknowledgement = • { $category }: { $date }
own-data-lists =
    <b>Lists for broadcasts that you are in</b>

own-data-requests =
    <b>Monitoring: requests that you answered</b>
own-data-request = • { $campaign }{ $place ->
    [school] , { $school }
   *[municipality] , for the municipality
}: fields — { $count }{ $handed ->
    [yes] {""} · handed over by a colleague
   *[no] {""}
}
own-data-decisions =
    <b>Decisions that you wrote down, and what you reported</b>

own-data-consents =
    <b>Consents</b>
own-data-consent = • edition { $version }, { $date }
own-data-notices =
    <b>Notices from the bot to you:</b> { $count }
own-data-log =
    <b>Entries of the log about what others did:</b> { $count }
own-data-rest = The bot also remembers the screen where you stopped. The file of “Download everything” holds it all, to the last answer.

own-data-looks =
    <b>Who looked at your data: { $total }</b>
    Looks, exports and decisions of others about you, the newest first. In brackets, the role that the person has now.
own-data-lines = { $lines }
own-data-look =
    { $moment }
    <b>{ $who }</b>
    { $deed }
own-data-gone = Somebody who was erased
own-data-nobody = Nobody has looked at your data or exported it so far.
