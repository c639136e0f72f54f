# Results.
result-head =
    <b>{ $title }</b>
    { $date }
result-overall =
    Overall deficit: <b>{ $overall }</b> (lower is better)

result-lines = { $lines }
result-level = { $sign } <b>{ $level }</b>
result-line = <b>{ $percent }</b> · { $block }{ $change }
result-change = ({ $delta })
result-before =
    In brackets: the change since { $before }, in percentage points.
result-gaps =
    Answers “{ $gap }”: { $gaps }. These topics are worth discussing with the methodist.
result-strengths =
    { $strong ->
        [1] Your strength
       *[other] Your strengths
    }: { $strengths }. Here you can help colleagues.
result-insufficient =
    “{ $insufficient_title }”: too many items were marked as not applying to you.
result-all-good =
    No notable deficits. Your experience may help colleagues.
result-events =
    There are events about your topics soon: choose a topic below.
result-events-about = { $title }: { $count }
result-blocks = What to do next
result-outro = { $outro }
result-chart = Chart
result-document = Word document
result-history = All results
to-result = ‹ To the result
chart-coming = Drawing the chart…
document-coming = Preparing the document…
chart-caption = Your result. You can save or forward the picture.
document-caption = Your result with advice. Print it or talk it over with the methodist.

block-head =
    { $sign } <b>{ $block }</b>
    { $percent } · { $level }. Area { $number } of { $blocks }.
block-head-insufficient =
    { $sign } <b>{ $block }</b>
    Area { $number } of { $blocks }.
block-insufficient =
    Answered { $answered } of { $total }: too little to judge.
block-strength =
    This is your strength: you could be a consultant or a mentor.
block-advice =
    { $advice }
block-gaps =
    <b>Answered “{ $gap }”</b>
    { $gaps }
block-recommendations =
    <b>What you can do</b>
    { $recommendations }
block-topics =
    <b>What to discuss with the methodist</b>
    { $topics }
block-events =
    There are events about this soon, and you can register for them.
block-events-about = Events about this: { $count }
recommendation = • <i>{ $vector }.</i> { $text }

history-text =
    <b>Your self-assessments: { $count }</b>
    Press one to open it.
history-empty = Your results will appear here. No self-assessment is finished yet.
history-item = { $date } · { $overall }
history-compare = Compare two results
compare-head =
    <b>What has changed</b>
    Before: { $before }
    After: { $after }
    Lower is better.

compare-overall = Overall deficit: { $was } → { $is } (<b>{ $by }</b>)
compare-lines = { $lines }
compare-line = { $block }: { $before } → { $now } (<b>{ $delta }</b>)
compare-nothing = These self-assessments cover different areas, so they cannot be compared line by line.
compare-before = Change “before”
compare-after = Change “after”
compare-pick = Choose a result to compare.

zone-none = None found
zone-partial = Partial
zone-pronounced = Pronounced
chart-axis = Deficit, %: the shorter the bar, the better
chart-previous = last time, { $date }

document-date = Date
document-summary = Overall deficit: { $overall }. Lower is better.
document-blocks = By area
document-block = Area
document-percent = Deficit
document-level = Level
document-change = Change, p.p.
document-gaps = Answered “{ $gap }”
document-recommendations = What you can do
document-topics = What to discuss with the methodist
document-strengths = Strengths
document-requests = Wishes
document-footer = A self-assessment, not an examination. { $service }
document-file = Self-assessment { $date }
