# Schools: the list, the card, merging and closing, the spreadsheet.
refusal-school-name-taken = A school of this name is in the list already. Give another name or merge the two schools.
refusal-school-has-people = { $people ->
    [one] { $people } person belongs
   *[other] { $people } people belong
} to the school. Choose the school to move them to.
refusal-import-refused = { $count ->
    [one] One row cannot be written
   *[other] { $count } rows cannot be written
}, so nothing was written. Correct the spreadsheet and send it again.
refusal-plan-changed = The list of schools changed while you were looking. Send the spreadsheet again, and I will compare it anew.
refusal-cell-empty = The column “{ $column }” is empty.
refusal-cell-long = The column “{ $column }” has { $length } characters, { $limit } fit.
refusal-cell-short = The name in the column “{ $column }” is too short.
refusal-row-code-long = The code is longer than { $limit } characters.
refusal-row-code = This school already has the code “{ $code }”, which cannot change. Put it in or leave the cell empty.
refusal-row-school-twice = The same school or the same code is in row { $row } already.
refusal-row-name-taken = By its code this is one school, but the name belongs to another: “{ $school }”.
refusal-row-school-closed = The school “{ $school }” is closed or merged into another. Reopen it in the list of schools or remove the row.
refusal-row-status = { $count ->
    [0] There are no support statuses in your municipality, but the spreadsheet has “{ $status }”. Clear the cell.
   *[other] There is no status “{ $status }”. Known ones: { $known }.
}

schools-head =
    <b>Schools</b>
    There { $active ->
        [one] is { $active } school
       *[other] are { $active } schools
    } in the list. Write a part of a name, and I will find it.
schools-head-empty =
    <b>Schools</b>
    The list is still empty. Send it as a spreadsheet: the button “Load a table”.
schools-head-proposed =
    <b>Proposed schools</b>
    People wrote these names themselves. Open a school to accept it into the list or to merge it with one that is there.
schools-head-none-proposed =
    <b>Proposed schools</b>
    All proposed names have been dealt with.
schools-head-found =
    This is what “{ $query }” brought.
schools-head-not-found =
    Nothing was found for “{ $query }”. Write the name in another way.
schools-legend =
    ◆ has a support status · ＋ proposed · ✕ closed
schools-proposed = Proposed: { $count }
schools-all = All schools
schools-import = Load a table
schools-export = Download a table
schools-export-coming = Preparing the spreadsheet
schools-export-file = Schools
schools-export-caption = Schools in the list: { $count }. Correct the spreadsheet and send it back if you like. The second sheet tells how many people each school has, and which are proposed or closed.
schools-counts = In the bot now
schools-column-state = State
schools-column-people = People
schools-column-coordinators = Coordinators

school-state-active = in the list
school-state-proposed = proposed, waits for a decision
school-state-closed = closed
school-state-merged = merged into another school
school-line = <b>{ $label }:</b> { $value }
school-field-name = Full name
school-field-short_name = Short name
school-field-english_name = English name
school-field-support_status = Support status
school-field-key = Code
school-field-state = State
school-field-people = People
school-field-coordinators = Coordinators
school-field-heads = Heads
school-nothing = none

school-head =
    <b>{ $school }</b>
    { $lines }
school-proposed-hint =
    Somebody wrote this name themselves. Accept the school into the list or merge it with one that is there.
school-closed-hint =
    This school cannot be chosen now.
school-confirm = Accept into the list
school-confirmed = The school is in the list
school-merge = Merge with another
school-close = Close the school
school-reopen = Reopen
school-reopened = The school is in the list again
school-mine = The card of my school
school-people = People of the school
schools-back = ‹ To the list
school-back = ‹ To the school

school-name-ask =
    <b>{ $school }</b>
    The full name now: { $value }
    Write the new one. For example: Municipal Secondary School No. 5.
school-short-name-ask =
    <b>{ $school }</b>
    The short name now: { $value }
    Write the new one, in Russian. It is what people see on buttons.
school-english-name-ask =
    <b>{ $school }</b>
    The English name now: { $value }
    Write the new one. For example: School No. 5.
school-english-clear = Remove
school-renamed = The name is saved
school-status-ask =
    <b>{ $school }</b>
    Which support status does the school have? Methodists, admins and the head of this school see it.
school-status-none = No status
school-status-saved = The status is saved

school-merge-ask =
    <b>Which school should “{ $school }” be merged with?</b>
    Everything that belongs to it will move there.
school-merge-confirm =
    <b>Merge “{ $school }” with “{ $target }”?</b>
    “{ $school }” will disappear from the list. Moved to “{ $target }”:
school-ties = { $ties }
school-merge-do = Merge
school-merged = The schools are merged
school-merged-already = This school is merged already
school-close-ask =
    <b>Where should the people of “{ $school }” be moved?</b>
    { $people ->
        [one] { $people } person belongs to it.
       *[other] { $people } people belong to it.
    }
school-close-confirm =
    <b>Close “{ $school }”?</b>
    It can no longer be chosen then.
school-close-move =
    { $people ->
        [one] { $people } person moves
       *[other] { $people } people move
    } to “{ $target }”, and each will be told.
school-close-ends =
    What ends:
    { $ends }
school-close-do = Close
school-closed = The school is closed
school-closed-already = This school is closed already
school-tie-people = people: { $count }
school-tie-holders = roles at the school: { $count }
school-tie-invitations = invitations: { $count }
school-tie-wishes = requests to move here: { $count }
school-tie-nothing = nothing: nobody belongs to the school

schools-file-ask =
    <b>Schools from a spreadsheet</b>
    The list has { $active ->
        [one] { $active } school
       *[other] { $active } schools
    } now. Send an XLSX or CSV file. The columns “Full name” and “Short name” are needed, the others are up to you. I will show what will change, and write nothing before you agree.
schools-template = Template
schools-template-file = Template of schools
schools-template-caption = Fill in the first sheet and send the file here. The second sheet says what to write in each column.
schools-template-coming = Preparing the template
schools-preview-head =
    <b>The spreadsheet has been read</b>
    { $file }
schools-preview-add = New schools: { $count }
schools-preview-change = Will change: { $count }
schools-preview-accept = Proposed ones that become real: { $count }
schools-preview-same = Already there, unchanged: { $count }
schools-preview-refuse = <b>Cannot be written: { $count }</b>
schools-preview-lines = { $lines }
schools-preview-problems = { $problems }
schools-preview-problem = Row { $row }: { $reason }
schools-preview-ignored = I do not read these columns: { $columns }
schools-preview-fix =
    While there are such rows, nothing will be written. Correct them and send the spreadsheet again. All reasons are in the report by rows.
schools-preview-nothing =
    There is nothing to change: all schools of the spreadsheet are in the list already.
schools-apply = Write: { $parts }
schools-apply-add = add { $count }
schools-apply-change = change { $count }
schools-report = Report by rows
schools-report-file = Report by rows
schools-report-caption = What will become of each row of the spreadsheet.
schools-report-coming = Preparing the report
schools-imported = Written. Added: { $added }, changed: { $changed }
school-plan-add = Will be added
school-plan-change = Will change
school-plan-accept = The proposed school becomes real
school-plan-same = Unchanged
school-plan-refuse = Will not be written
school-change = { $field }: “{ $before }” → “{ $after }”
