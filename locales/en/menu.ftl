# Welcome, consent, menu, help, commands.
welcome =
    Hello! This is the bot of the teachers’ support service — { $service }. It helps you see where support would help and where you are strong.
    Choose a language.
language-ru = Русский
language-en = English
language-ask = Which language do you prefer?

consent-ask =
    { $renewed ->
        [yes] The consent document has changed. Please read it once more.
       *[no] Before we begin: about your data.
    }

    <b>{ $title }</b>

    { $body }
consent-yes = I agree
consent-no = Not now
consent-back = Back to the consent
consent-declined = All right. Nothing was stored. If you change your mind, press the button below or send /start.
consent-declined-known = All right. I cannot go on without your consent to the new document. Your earlier data is untouched; to erase it, send /forget.

menu-hello =
    Hello, { $name }!
    { $service } · { $place }
menu-hello-nameless =
    Hello!
    { $service } · { $place }
menu-first =
    Begin with the self-assessment: { $items } { $items ->
        [one] item
       *[other] items
    }, about { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }. You can stop at any point.
menu-open =
    Self-assessment begun: { $answered } of { $items } items done. All answers are saved.
menu-continue = Continue self-assessment ({ $answered } of { $items })
menu-assess = Take the self-assessment
menu-results = My results: { $results }
menu-profile = My profile
menu-help = Help
menu-language = Русский / English

help-text =
    <b>What I can do</b>

    <b>Self-assessment.</b> Rate your work item by item and see where support would help and where you are strong. You can stop at any item: every answer is saved at once.

    <b>Results.</b> Deficits by area, advice, a chart, a Word document, and a comparison with earlier times. Only you and the methodist see your personal result.

    <b>Profile.</b> School, position, subjects, experience: everything can be corrected.

    Commands:
    /menu — menu
    /assessment — self-assessment
    /results — my results
    /profile — my profile
    /language — language
    /forget — erase my data

card-description =
    The bot of the teachers’ support service ({ $service }), for teachers and heads of schools.

    Assess yourself item by item, get a clear result, advice and a comparison with last time. Pause whenever you like: answers are saved at once.
card-about = A teacher’s helper: self-assessment, result and the next step. { $service }

command-menu = What you can do now
command-assessment = Take or continue the self-assessment
command-results = My results
command-profile = My profile
command-language = Русский / English
command-help = What the bot can do
command-forget = Erase my data

forget-ask =
    <b>Erase your data?</b>

    Your name, school, position, subjects, experience, category, consent, unfinished self-assessment and whatever you wrote in your own words will be erased. { $results ->
        [0] You have no finished self-assessments.
       *[other] Answers and results of finished self-assessments stay without a name, as general statistics that cannot be traced to you.
    }

    This cannot be undone.
forget-yes = Yes, erase
forget-done = Done, your data is erased. Messages and files in this chat stay with you; delete them yourself if you wish. If you want to come back, send /start.
