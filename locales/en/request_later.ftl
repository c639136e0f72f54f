# “Ask me later”, and handing a request over to a colleague.
refusal-hand-over-no-school = Methodists fill in the municipality’s part together, there is no need to hand it over.
refusal-hand-over-helper = A coordinator or the head of the school can hand the request over.
refusal-request-taken-back = Your colleague answers this request from here on. What you filled in is kept, there is nothing more to do.
refusal-hand-over-stranger = This person is not among your colleagues in the bot. A request can be handed to those who named your school.

later-ask = Ask me later
later-evening = Today at 18:00
later-tomorrow = Tomorrow at 9:00
later-three-days = In three days at 9:00
later-keep = Leave it as it is
later-chosen = ✓ { $when }
later-done = All right, you will be asked: { $when }
later-head =
    <b>When to ask again?</b>
    { $campaign }

    Until then there will be no reminders of this request.
later-now = Chosen now: { $when }.
notice-data-later =
    You wished to be reminded: <b>{ $campaign }</b>. { $left ->
        [over] The deadline is over: { $deadline }. You can still answer, it will be marked as late.
        [today] Today is the last day.
       *[ahead] Deadline: { $deadline }.
    }

    { $from_capital }. What is filled in already is saved.

handing-head =
    <b>Hand over to a colleague</b>
    { $campaign }
handing-list = Choose who will help to answer, or type a name. This does not make anybody a coordinator: only this request opens to them.
handing-helped = Helping already: { $helpers } (✓).
handing-nobody = There is nobody to hand it to yet: no one else of your school has signed up.
handing-found = Resembling “{ $query }”:
handing-not-found = There is no “{ $query }” among your colleagues in the bot.
handing-whole-list = The whole list
handing-ask =
    <b>Hand the request over?</b>
    { $name } will be told, and can answer this request together with you.
handing-ask-back =
    <b>{ $name } helps with this request</b>
    If you take it back, what is filled in stays, and you go on by yourself.
handing-yes = Hand over
handing-take-back = Take it back
handing-done = Handed over, your colleague will be told
handing-taken-back = The request is yours again
notice-data-handed =
    { $person } asks you to help with the answers of { $school }: <b>{ $campaign }</b>. { $left ->
        [over] The deadline is over: { $deadline }. You can still answer, it will be marked as late.
        [today] Today is the last day.
       *[ahead] Deadline: { $deadline }.
    }

    Only this request is open to you. You can answer in parts: each answer is saved at once.
