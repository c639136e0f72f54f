# Collecting data: what the bot says by itself when its time has come.
notice-campaign-ahead =
    By the calendar, a data collection opens soon: <b>{ $campaign }</b>.
    It opens on { $opens }, at { $opens_at }. Deadline: { $deadline }.{ $shifted }

    There is nothing you have to do: on that day the schools get their questions by themselves. If the time does not suit, move, change or skip it before it opens.
notice-campaign-opened =
    A data collection has opened: <b>{ $campaign }</b>. { $schools ->
        [one] { $schools } school is
       *[other] { $schools } schools are
    } being asked, the deadline is { $deadline }.{ $late ->
        [yes] { " " }The bot was not running when it should have opened, and the deadline has passed. You can move it.
       *[no] { "" }
    }

    { $orphans ->
        [0] Every school has somebody to answer. Reminders go out by themselves, there is nothing you have to do.
        [one] { $orphans } school has no coordinator: nobody will see its questions. Appoint or invite somebody.
       *[other] { $orphans } schools have no coordinator: nobody will see their questions. Appoint or invite coordinators.
    }
notice-campaign-digest =
    The reminders are over: <b>{ $campaign }</b>. The deadline was { $deadline }.
    { $owing_count ->
        [0] All schools have answered, it can be closed.
       *[other] { $answered } of { $asked } have handed in everything. Answers or corrections are still to come:
    }{ $owing }
notice-campaign-unattended =
    { $stage ->
        [planned] By the calendar a data collection opens soon: <b>{ $campaign }</b>. It will be { $opens }.
       *[open] A data collection is under way: <b>{ $campaign }</b>. Answers are due by { $deadline }.
    }

    There is no methodist in the bot: nobody can check what the schools answer, or answer for the service itself, so I am writing to you. Give somebody the role of methodist, and they will see this collection in their menu.
go-roles = Open roles
notice-campaign-digest-more = … and { $count } more

notice-data-asked =
    { $part ->
        [own] A data collection has opened: <b>{ $campaign }</b>. Some of the questions are for the methodical service itself; you and the other methodists answer them.
       *[school] The school “{ $school }” is asked some questions: <b>{ $campaign }</b>. You are its coordinator, so I am writing to you.
    }

    { $questions ->
        [one] There is { $questions } question
       *[other] There are { $questions } questions
    }, it takes about { $minutes } minutes. Every answer is saved at once: you can stop and go on later.
    Deadline: <b>{ $deadline }</b>, that day included. Later answers are accepted too, but marked as late.{ $more }
notice-data-reminder =
    { $left ->
        [corrections] <b>{ $campaign }</b>: still waiting for the corrections { $from }. The methodist returned some answers and wrote what is wrong with them. Correct only those, the rest is saved.
        [over] <b>{ $campaign }</b>: still waiting for the answer { $from }. The deadline has passed: { $deadline }. You can still answer, it will be marked as late.
        [today] <b>{ $campaign }</b>: still waiting for the answer { $from }, and today is the last day. Later answers are accepted too, but marked as late.
       *[ahead] <b>{ $campaign }</b>: still waiting for the answer { $from }. { $days ->
            [one] { $days } day is left
           *[other] { $days } days are left
        } until the deadline: { $deadline }. Later answers are accepted too, but marked as late.
    }

    You are the one who answers, so I am reminding you.{ $left ->
        [corrections] { "" }
       *[other] { " " }{ $questions ->
            [one] There is { $questions } question
           *[other] There are { $questions } questions
        } in all, it takes about { $minutes } minutes; what you have filled in is saved.
    }
notice-data-overdue =
    I am writing to you as the head: data are expected from the school “{ $school }”, and there is no answer: <b>{ $campaign }</b>. The deadline was { $deadline }.

    You or the school’s coordinator can still answer: { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes } minutes. The answer will be marked as late.
notice-deadline-moved =
    The deadline has moved: <b>{ $campaign }</b>. The answer is now due by the end of <b>{ $deadline }</b>.{ $more }

    { $left ->
        [corrections] There are no corrections { $from } yet, so I am writing to you. Your other answers are saved.
       *[other] { $from_capital } there is no answer yet, so I am writing to you. What you have filled in is saved.
    }

# Parts of these notices.
notice-data-shifted = The deadline fell on a day off ({ $wished }), so it has moved to the next working day.
notice-data-wording = The methodist writes: “{ $wording }”
notice-from-school = from the school “{ $school }”
notice-from-own = from the methodical service
notice-from-school-capital = From the school “{ $school }”
notice-from-own-capital = From the methodical service

refusal-campaign-gone = This campaign is not there any more.
refusal-campaign-over = This campaign is over, it cannot be changed.
refusal-campaign-is-open = The campaign is open already: this could only be changed before.
refusal-campaign-not-open = This campaign is not open.
refusal-campaign-resumed-late = The day of its opening is past. You can begin a new campaign by hand.
refusal-campaign-by-hand = Only a campaign of the calendar can be skipped. This one was made by hand and can be deleted.
refusal-campaign-of-calendar = This campaign is of the calendar: it cannot be deleted, but skipped this time.
refusal-campaign-no-title = The campaign has no title. Write one, and it can open.
refusal-campaign-title-short = The title is too short. Write it in words.
refusal-campaign-asks-nothing = The profile of the municipality has no questions for monitoring: there is nothing to ask.
refusal-campaign-no-schools = Choose at least one school.
refusal-campaign-opens-past = This day or hour has passed. Choose another day, or open the campaign now.
refusal-campaign-deadline-past = This deadline has passed. Choose a day to come.
refusal-campaign-deadline-early = The deadline is before the opening. Choose a later day.
refusal-campaign-too-far = This is more than three years away. Check the date.
refusal-campaign-period-reversed = The period ends before it begins. Check the dates.
refusal-campaign-drafts-limit = { $limit } campaigns are planned by hand already. Delete what you do not need.
