# Answering in a spreadsheet: the form of a request, reading it, the report by rows.
refusal-form-unmarked = This table has no marks of the form, so there is no telling whose answers these are. Download the form here and fill it in.
refusal-form-other-campaign = This is the form of another request. Open that request and send it there, or download the form here.
refusal-form-other-school = This is the form of another school, its answers do not belong here. Download the form here.
refusal-form-other-version = This form was made for another list of questions. Download the form again and copy the answers into it.
refusal-form-row-unknown = There is no such question in the request.
refusal-form-row-twice = This question is in the table already, the first row was taken.
refusal-form-both = There is both an answer and a reason why there are no data. Leave one of them.
refusal-form-text-long = This has { $length } characters, { $limit } fit. Shorten the text.
refusal-form-elsewhere = If this is a form you filled in, open your request and send it there: /requests.
refusal-form-changed = The answers in the bot changed while you were looking. Send the form again and it will be compared anew.

form-head =
    <b>Form in Excel</b>
    { $campaign } · { $whose }
form-steps =
    1. Download the form: it has the questions, what they mean, earlier answers and what is filled in already.
    2. Fill in the yellow cells. Not all of them are needed: empty ones change nothing.
    3. Send the file here. First you will see what comes of it.
form-returned-only = The form has only the questions that are to be corrected.
form-closed = The answers cannot be changed now, so there is no need of a form.
form-take = Download the form
form-coming = Preparing the form
form-file = Answers — { $school }
form-caption =
    { $campaign }
    Fill in the yellow cells and send the file back here when this request is open: /requests.

form-due = { $school }. Answer by { $date }
form-how = Fill in the yellow cells. Where there are no data, leave the answer empty and write why. Empty rows change nothing.
form-last = Last period
form-known = By the bot’s count: { $count }
form-at-most = At most as many as “{ $whole }”
form-returned = To be corrected: { $reason }
form-yes = yes
form-no = no
form-no-data = no data
form-type-number = A whole number from 0 to 1,000,000, such as 12. Where there are no data, write why in the next cell.
form-type-share = A number from 0 to 100, such as 12.5. Where there are no data, write why in the next cell.
form-type-yes-no = Choose yes or no. Where there are no data, write why in the next cell.
form-type-text = A text of up to 1,000 characters. Where there is nothing to say, write why in the next cell.

form-preview-head =
    <b>What becomes of the answers</b>
    File: { $file }

    { $lines }
form-count-take = To be saved: { $count }
form-count-newer = Newer in the bot: { $count }
form-count-refuse = <b>Unclear: { $count }</b>
form-count-same = Unchanged: { $count }
form-count-empty = Not filled in: { $count }
form-preview-refused =
    <b>Unclear, left as it is</b>
    { $refused }
form-preview-kept =
    <b>Answered by somebody else</b> after the form was downloaded. These answers stay:
    { $over }
form-preview-replacing =
    <b>Newer answers will be replaced too</b>
    { $over }
form-preview-jumps =
    <b>Far from the last period</b> — please check for a slip:
    { $jumps }
form-preview-nothing = There is nothing new in the form. Fill it in and send it again.
form-line-refused = • row { $row }, { $title }: { $why }
form-line-newer = • { $title }: in the bot { $before }{ $known ->
        [yes] {" "}({ $by })
       *[other] {""}
    }, in the form { $now }
form-line-jump = • { $title }: was { $before }, is { $now }
form-apply = Save answers: { $count }
form-replace = Replace newer ones too: { $newer }
form-keep = Leave the newer ones
form-taken = { $count ->
    [0] These answers are saved already
   *[other] Answers saved: { $count }
}
form-report = Report by rows
form-report-file = Report by rows
form-report-caption = What becomes of each row of the form.
form-report-coming = Preparing the report
form-becomes-take = saved
form-becomes-newer = left alone
form-becomes-refuse = unclear
form-becomes-same = unchanged
form-becomes-empty = not filled in
form-newer = The bot has a newer answer: { $before }.
form-jump = Far from the last period: it was { $before }.
