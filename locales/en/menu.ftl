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
menu-role = Your role: { $role }{ $more ->
    [0] .
    [one] {""} and { $more } more.
   *[other] {""} and { $more } more.
}
menu-role-somewhere = Your role: { $role }, { $scope }{ $more ->
    [0] .
    [one] {""} and { $more } more.
   *[other] {""} and { $more } more.
}
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
menu-no-position =
    The self-assessment opens once you give your position in the profile.
menu-continue = Continue self-assessment ({ $answered } of { $items })
menu-assess = Take the self-assessment
menu-next =
    Your next event: “{ $next }”, { $when }.
menu-next-waits =
    You are on the waitlist: “{ $next }”, { $when }.
menu-check-in = I am here: { $on_title }
menu-results = My results: { $results }
menu-events = { $coming ->
    [0] Events
   *[other] Events: { $coming }
}
menu-event-desk = Run events
menu-broadcasts = Broadcasts
menu-queue = Queue: { $waiting }
menu-requests = { $asked ->
    [0] Requests
   *[other] Requests: { $asked }
}
menu-recommendations = { $recommended ->
    [0] Advice
   *[other] Advice: { $recommended }
}
menu-advice = Advice
menu-monitoring = Monitoring
menu-indicators = Indicators
menu-find =
    To find somebody, write the surname here.
menu-people-of-school = People of the school
menu-people = People
menu-schools = Schools
menu-invitations = Invitations
menu-roles = Roles
menu-admin = Admin
menu-statistics = Statistics
menu-profile = My profile
menu-help = Help
menu-language = Русский

card-description =
    The bot of the teachers’ support service ({ $service }), for teachers and heads of schools.

    Assess yourself item by item, get a clear result, advice and a comparison with last time. Pause whenever you like: answers are saved at once.
card-about = A teacher’s helper: self-assessment, result and the next step. { $service }

