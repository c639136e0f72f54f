# Broadcasts: what a person wants to get, the buttons under a broadcast.
category-events = Announcements of events
category-law = Changes in legislation
category-news = News
category-service = Messages of the service

subscriptions =
    <b>Broadcasts</b>
    Mark what you would like to get. A tap changes it at once.

    • Announcements of events — seminars, webinars and workshops that you can sign up for.
    • Changes in legislation — new documents, with “I have read it”. Unless chosen, they come to heads and deputies only.
    • The rest is news by topic.
subscriptions-always = Messages of the service always come: about your places in events, your roles and requests.

unsubscribed = “{ $category }” will not come any more. If you change your mind, press “Bring it back” under this message or open /subscriptions.
resubscribed = “{ $category }” will come again.
broadcast-resubscribe = Bring it back
acknowledged = Noted: you read it on { $date } at { $time }.
broadcast-acknowledged = ✓ I have read it

refusal-category-gone = There is no such category any more. See /subscriptions for those there are.
refusal-category-fixed = Messages of the service cannot be switched off: they are about you personally.
refusal-broadcast-vanished = This broadcast has been removed, there is nothing to confirm.
refusal-ack-preview = This is a preview. The mark will be for those to whom the broadcast really comes.
refusal-ack-not-addressed = This broadcast came to others, so no mark is needed from you.
