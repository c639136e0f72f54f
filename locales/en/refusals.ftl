# Refusals: the rule and the way out. A message is named refusal- and the reason.
refusal-consent-needed = Your consent to data processing is needed first. Send /start.
refusal-consent-outdated = The consent document has changed. Send /start and read the new one.
refusal-signup-needed = Tell us about yourself first, it takes less than a minute.
refusal-signup-missing = An answer is missing in your profile. Fill in the lines marked “not given”.
refusal-choice-gone = This choice is no longer here. Choose from what is on the screen.
refusal-only-buttons = I only understand buttons here: please choose one below.
refusal-only-text = A text is needed here: write your answer as an ordinary message.
refusal-only-file = A table file is needed here: send it as a document.
refusal-not-yours = This self-assessment is somebody else’s or was erased; it cannot be opened.
refusal-assessment-finished = This self-assessment is finished, its answers cannot be changed. The result is under /results.
refusal-assessment-abandoned = You have started over. Continue: /assessment.
refusal-items-missing = { $count ->
    [one] { $count } item has no answer yet.
   *[other] { $count } items have no answer yet.
} Answer, or mark that it does not apply to you.
refusal-options-needed = This question cannot be skipped: choose at least one option.
refusal-school-gone = This school is no longer in the list. Choose another one or type its name.
refusal-school-too-short = The name is too short. Write, for example: School No. 5.
refusal-school-too-long = The name has { $length } characters; the limit is { $limit }. Please shorten it.
refusal-name-letters = “{ $word }” does not look like a name: letters only, please.
refusal-name-words = At least a surname and a first name are needed.
refusal-name-too-long = The name has { $length } characters; the limit is { $limit }. Please shorten it.
refusal-years-number = “{ $text }” does not look like a number of years. Write full years in digits, for example: 12.
refusal-years-range = { $value } is too much. Write a number from 0 to { $limit }.
refusal-post-years = { $years } in the post but { $experience } in education cannot be. Type a number up to { $experience }, or go back and correct the first one.
refusal-subjects-needed = A teacher needs at least one subject. If yours is missing, choose “Other”.
refusal-text-empty = The answer is empty. Write at least a word or press “Skip”.
refusal-text-too-long = The answer has { $length } characters; the limit is { $limit }. Shorten it and send it again: your text is still above in the chat.
refusal-role-needed = { $audience ->
    [admin] Only an administrator does this. If you should have the role, ask one of them for it.
    [methodist] Only a methodist does this. If you should have the role, the administrator gives it: /roles.
    [staff] Methodists and administrators do this. If you should have the role, ask the administrator for it.
    [coordinator] Coordinators of the school and methodists do this. If you should have the role, ask the methodist for it.
    [head] The head of the school and methodists see this. If you should have the role, ask the methodist for it.
   *[school] Coordinators and heads of schools and methodists see this. If you should have the role, ask the methodist for it.
}
refusal-other-school = This belongs to another school. You see the people and matters of your own.
refusal-person-gone = This person is no longer here: they have erased their data.
