# Commands, help, the answer to what is not known.
help-title = <b>What I can do</b>
help-roles = Your roles: { $roles }
help-text = { $sections }
help-about-own =
    <b>For you</b>
    Rate your work item by item and see where support would help and where you are strong. You can stop at any item: every answer is saved at once. Only you and the methodist see your personal result.
    Register for events: I remind you in time, and where there are no seats I put you on the waitlist and tell you when one is free.
help-about-school =
    <b>Your school</b>
    People and claims of your school. Requests for data and recommendations are answered in the menu.
help-about-council =
    <b>The council</b>
    Indicators of the municipality and its schools: what monitoring has shown.
help-about-work =
    <b>The methodical service</b>
    Monitoring, claims, people, schools and roles of the municipality. I tell the methodists of each new claim, or the admins if there is no methodist.
help-about-installation =
    <b>Looking after the bot</b>
    The audit log, backups, health, maintenance and content.

command-menu = What you can do now
command-assessment = Take or continue the self-assessment
command-results = My results
command-events = Events and places in them
command-requests = Requests for data from the methodical service
command-subscriptions = Which broadcasts to get
command-profile = My profile
command-mydata = What is stored about me
command-language = Русский / English
command-help = What the bot can do
command-forget = Erase my data
command-queue = What waits for your decision
command-event_desk = Run events: publish, move, mark who came
command-broadcasts = Broadcasts
command-monitoring = Monitoring campaigns
command-indicators = Indicators of the municipality and schools
command-people = Find somebody
command-schools = Schools
command-roles = Roles and who holds them
command-invite = Invitations by link
command-stats = Statistics: people, schools, events, assessments
command-audit = The audit log
command-backup = Backups
command-health = Whether all parts work
command-schedule = The schedule: what happens by itself, what was done
command-broadcast_status = How messages are going out
command-maintenance = Maintenance mode
command-content = Questionnaire and municipal profile

command-not-known = I have no command /{ $command }. All your commands are in the help: /help
command-not-known-like = I have no command /{ $command }. Perhaps you meant /{ $like }
not-understood-file = I cannot read files, photos, voice messages or stickers here: I understand buttons and commands. This is what you can do now:
