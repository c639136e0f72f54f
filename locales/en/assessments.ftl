# Self-assessment.
assessment-title = <b>{ $title }</b>
assessment-about =
    { $intro }
assessment-intro =
    { $items } { $items ->
        [one] item
       *[other] items
    } in { $blocks } { $blocks ->
        [one] area
       *[other] areas
    }, about { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }. Every answer is saved at once.
assessment-privacy =
    You and the methodist see your personal result, everybody else only totals.
assessment-early =
    The last time was { $last }. Changes rarely show before { $early_until }, but you may take it again now.
assessment-open =
    You began on { $started }; { $answered } of { $items } items are done. All answers are saved.
assessment-begin = Begin
assessment-continue = Continue
assessment-restart = Start over
assessment-restart-ask =
    <b>Start over?</b>
    These answers ({ $answered } of { $items }) will be lost. Finished self-assessments stay.
assessment-restart-yes = Yes, start over
assessment-restart-no = No, keep the answers

assessment-item =
    Item { $number } of { $items } { $bar }
    { $block } ({ $block_number } of { $blocks })

    <b>{ $statement }</b>

    { $hints }
assessment-hint = <i>{ $value } — { $hint }</i>
assessment-pause = Pause
assessment-paused = Saved. You can continue any day.

assessment-request =
    Wishes: { $number } of { $requests }
    They do not affect the result.

    <b>{ $question }</b>
assessment-options = { $options }
assessment-multi =
    You can mark several.
assessment-text =
    Write your answer as a message, up to { $limit } characters.
assessment-written =
    Your answer: { $written }
request-confirm = Done ›
request-skip = Skip ›

review-text =
    <b>Almost done</b>
    Answered: { $answered } of { $items }. Until you finish, any answer can be changed.
review-skipped =
    “{ $skip }” — { $skipped }. Is that right? To answer one, press its number:
    { $skipped_lines }
review-item = No. { $number }
review-finish = Finish and see the result
to-review = To the review
