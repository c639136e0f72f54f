# Withdrawing consent and erasing data.
forget-ask =
    <b>Withdraw your consent and erase your data?</b>
forget-goes =
    <b>What goes:</b> name, school, position, subjects, experience, category, attestation date, consent, an unfinished self-assessment, everything you wrote in your own words, and messages that the bot was going to send you.
forget-goes-roles =
    With them go your roles, requests and what is known of your invitations. What you decided in the service stays without your name.
forget-goes-career =
    Your courses and the results of outside diagnostics go too.
forget-goes-events =
    Your places at coming events go to those who wait. Subscriptions, confirmations and your comments are erased; of attendance and ratings, numbers without a name stay.
forget-goes-monitoring =
    What you filled in or reported for a school stays with it, without your name. Requests handed over to you go back to your colleagues.
forget-stays =
    <b>What stays:</b> { $results ->
        [0] entries of the log with a bare number in your place. You have no finished self-assessments.
       *[other] answers and results of finished self-assessments without a name, as general statistics by which nobody can recognise you, and entries of the log with a bare number in your place.
    }

    What is erased cannot be brought back.
forget-yes = Yes, erase
forget-look-first = Look at my data first
forget-done = Done, your data is erased and your consent withdrawn. Messages and files in this chat stay with you; delete them yourself if you wish. If you want to come back, send /start.
