# Indicators: what came out of a campaign.
indicators-periods =
    <b>Indicators</b>
    Choose the period to look at.
indicators-no-periods =
    <b>Indicators</b>
    Nothing here yet: indicators appear when the first campaign opens.
indicators-head =
    <b>{ $title }</b>
    { $period }
    { $coverage }
indicators-period = Data from { $start } to { $end }
indicators-coverage = { $answered } of { $asked } { $asked ->
    [one] school
   *[other] schools
} { $answered ->
    [one] has
   *[other] have
} answered{ $late ->
    [0] {""}
   *[other] : { $on_time } on time, { $late } late
}. { $silent ->
    [0] Nobody is missing.
   *[other] No answer yet: { $silent }.
}
indicators-few =
    Totals over the schools appear when { $minimum ->
        [one] { $minimum } school has
       *[other] { $minimum } schools have
    } answered: { $lacking } missing. A few schools do not stand for the municipality, and each of them would be easy to recognise.
indicators-lines = { $lines }
indicators-line =
    { $number }. { $sign } <b>{ $title }</b>
    { $facts }
indicators-none = This campaign has no indicators.
indicators-compared = Changes are since “{ $earlier }”.
indicators-no-data = no data
indicators-at-least = at least { $value }
indicators-at-most = at most { $value }
indicators-met = threshold { $value }{ $met ->
    [yes] {" "}met
    [no] {" "}not met
   *[other] {""}
}
indicators-unchanged = no change
indicators-points = { $value } pp
indicators-behind = { $answered } of { $asked } { $asked ->
    [one] school
   *[other] schools
}
indicators-withheld = not shown: data of { $answered ->
    [one] { $answered } school
   *[other] { $answered } schools
}, { $minimum } needed, { $lacking } missing
indicators-schools = By school
indicators-words = In words: { $qualitative }
indicators-files = Pictures, files
indicators-periods-button = Other period
indicators-council = Discussion
indicators-campaign = The campaign
indicators-back = ‹ Indicators

# One indicator.
indicators-card =
    <b>{ $title }</b>
    { $sign } <b>{ $value }</b>
indicators-card-hidden =
    <b>{ $title }</b>
    { $sign } { $withheld }
indicators-card-threshold = Threshold: { $wanted }{ $met ->
    [yes] , met
    [no] , not met
   *[other] {""}
}.
indicators-card-no-threshold = No threshold is set for this indicator.
indicators-card-parts =
    { $parts }
    { $how }
indicators-part = { $role }: { $title } — <b>{ $value }</b>
indicators-part-bare = { $role }: { $title }
indicators-numerator = Numerator
indicators-denominator = Denominator
indicators-counted = Counted
indicators-dash = —
indicators-how-share = Totals of the schools that gave both numbers; the first divided by the second, times 100.
indicators-how-mixed = A total of the schools and a number of the service; numerator divided by denominator, times 100.
indicators-how-sum = The total of the schools that gave a number.
indicators-how-own = The methodical service gives the number.
indicators-how-own-share = The methodical service gives both numbers; the first divided by the second, times 100.
indicators-card-behind = Behind it are data of { $behind }.
indicators-card-change = In the last period, “{ $earlier }”, it was { $before }: { $change }
indicators-card-source = Ground: { $source }
indicators-ranking = By school
indicators-dynamics = By period
indicators-dynamics-head =
    <b>{ $title }</b>
    By period, the latest at the bottom.
indicators-dynamics-threshold = Threshold: { $wanted }.
indicators-dynamics-alone = This is the first period. There will be something to compare after the next one.
indicators-point =
    { $sign } <b>{ $title }</b>
    { $bar } { $facts }
indicators-point-none =
    ○ <b>{ $title }</b>
    { $why }
indicators-point-other =
    ○ <b>{ $title }</b>
    not collected, or reckoned otherwise

# Schools.
indicators-ranking-head =
    <b>{ $title }</b>
    The municipality — { $value }. Schools that stand worst come first.
indicators-ranking-gaps = { $no_data ->
    [0] {""}
   *[other] Without a number: { $no_data }.{" "}
}{ $silent ->
    [0] All have answered.
   *[other] No answer yet: { $silent }.
}
indicators-no-schools = Schools have no part in this: they are not asked for it.
indicators-rank = { $number }. { $sign } { $school } — { $facts }
indicators-reason = <i>Reason: { $reason }</i>
indicators-silent = no answer
indicators-yes = yes
indicators-no = no
indicators-schools-head =
    <b>{ $title }</b>
    Schools, those with most indicators below the threshold first.
indicators-summed = { $low ->
    [0] { $met ->
        [0] nothing to compare with thresholds
       *[other] thresholds met
    }
   *[other] thresholds not met: { $low }
}{ $no_data ->
    [0] {""}
   *[other] , no data: { $no_data }
}{ $late ->
    [yes] , late
   *[no] {""}
}
indicators-school-head =
    <b>{ $school }</b>
    { $title }. { $period }
indicators-school-silent = There is no answer of the school.
indicators-school-late = The answer came late.
indicators-school-returned = Some fields were returned to be corrected: until then they do not count.
indicators-school-none = Nothing here is reckoned for a single school.
indicators-of-school =
    { $sign } <b>{ $title }</b>
    { $facts }
    The municipality — { $whole }
indicators-of-school-alone =
    { $sign } <b>{ $title }</b>
    { $facts }
indicators-school-withheld = The municipality’s indicators appear when at least { $minimum } { $minimum ->
    [one] school has
   *[other] schools have
} answered.
indicators-answers = What the school answered
indicators-own-head =
    <b>{ $school }: indicators</b>
    { $title }. { $period }
    { $coverage }
indicators-to-request = ‹ The request

# Qualitative indicators.
indicators-words-head =
    <b>{ $title }: qualitative indicators</b>
    Filled in: { $given } of { $total }.
indicators-word =
    { $number }. <b>{ $title }</b>
    { $text }
indicators-words-empty = not filled in yet
indicators-words-note = no data: { $note }
indicators-words-none = This campaign has no qualitative indicators.

# Pictures and files.
indicators-files-head =
    <b>Pictures and files: { $title }</b>
    { $period }
    { $coverage }
indicators-file-progress = Picture: who answered when
indicators-file-picture = Picture: indicators, thresholds
indicators-file-table = Excel table
indicators-file-summary = Summary for the council, Word
indicators-file-coming = On its way: it will be here in a few seconds.
indicators-file-failed = The file could not be made. The data are safe: please try again from “Indicators”.
indicators-progress-caption = Who answered when: { $title }.
indicators-picture-caption = Indicators and thresholds: { $title }.
indicators-table-caption = Indicators, answers of schools, reasons and history: { $title }.
indicators-summary-caption = Summary for the council: { $title }. There is room for conclusions and decisions.
indicators-table-file = Indicators { $title } { $date }
indicators-summary-file = Summary { $title } { $date }

# What the pictures say.
progress-title = Who answered when
progress-on-time = on time
progress-late = late
progress-silent = no answer
progress-deadline = deadline { $day }
progress-by-weeks = A column is a week
progress-by-days = A column is a day
progress-schools = Schools by the time of their answer
progress-more = … and { $count } more
progress-as-of = { $title } · as of { $day }
progress-answered = Answers: { $answered } of { $asked }
chart-results-title = Indicators and thresholds
chart-results-met = threshold met
chart-results-not-met = threshold not met
chart-results-free = no threshold or no data
chart-results-before = before: { $title }
chart-results-threshold = threshold
chart-results-counts = In numbers
chart-results-was = was { $value }
chart-results-few = too few answers: { $lacking } missing
chart-results-axis = Percent

# The table.
results-sheet-indicators = Indicators
results-sheet-schools = Schools
results-sheet-reasons = Reasons
results-sheet-history = History
results-sheet-words = In words
results-column-number = No.
results-column-title = Indicator
results-column-unit = Unit
results-column-numerator = Numerator: what
results-column-part = Numerator
results-column-denominator = Denominator: what
results-column-whole = Denominator
results-column-value = Value
results-column-threshold = Threshold
results-column-met = Threshold met
results-column-answered = Schools with data
results-column-asked = Schools asked
results-column-before = Last period
results-column-change = Change
results-column-remark = Remark
results-column-source = Ground
results-column-school = School
results-column-state = State
results-column-submitted = Answer received
results-column-in-time = On time
results-column-what = What
results-column-kind = Kind
results-column-reason = Reason
results-column-when = When
results-column-variable = Field
results-column-deed = What was done
results-column-old = Before
results-column-new = After
results-column-by = By
results-column-text = Text
results-unit-percent = %
results-unit-people = people
results-unit-items = items
results-yes = yes
results-no = no
results-late = late
results-no-threshold = no threshold
results-share = { $title }, %
results-own-part = Methodical service
results-total = Total
results-total-withheld = Total (too few answers)
results-returned = to be corrected
results-state-expected = awaited
results-state-in_work = being filled in
results-state-submitted = received
results-state-accepted = accepted
results-state-returned = to be corrected
results-kind-silent = no answer
results-kind-late = late
results-kind-no-data = no data
results-kind-low = below the threshold
results-kind-returned = to be corrected
results-deed-value = answer
results-deed-evidence = evidence
results-deed-low-reason = reason of a low value
results-deed-submitted = submitted
results-deed-returned = returned
results-deed-accepted = accepted
results-deed-reopened = reopened
results-deed-handed-over = handed to a colleague
results-deed-withdrawn = withdrawn
results-deed-nudged = nudged
results-deed-asked-again = asked again
results-by-school = school
results-by-service = service

# The summary.
results-paper-title = Results of the monitoring
results-paper-campaign = Campaign
results-paper-period = Period of the data
results-paper-opened = Collected
results-paper-coverage = Coverage
results-paper-made = Drawn up
results-paper-indicators = Indicators
results-paper-few = Totals over the schools are left out: they need at least { $minimum } answers, { $lacking } are missing.
results-paper-met = Thresholds: { $met } of { $wanted } met.
results-paper-no-thresholds = No thresholds are set in this campaign.
results-paper-compared = Changes are since “{ $earlier }”.
results-paper-silent = Schools that have not answered
results-paper-all = All schools have answered.
results-paper-late = Schools that answered late
results-paper-words = Qualitative indicators
results-paper-conclusions = Conclusions
results-paper-decisions = Decisions
results-paper-signature = Signature, date
results-paper-behind = { $answered } of { $asked }
results-paper-dates = { $start } — { $end }
results-paper-column-met = Met
results-paper-column-behind = Schools
results-paper-column-decision = Decision
results-paper-column-responsible = Responsible
results-paper-column-due = Due

refusal-results-not-yet = Indicators appear when the campaign opens and schools begin to answer.
