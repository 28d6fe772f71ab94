### Settings: the form, and what was changed, said back.

preferences-title = Settings
preferences-save = Save
preferences-cancel = Cancel

preferences-paused = Quiet until { $day }. Promises you gave an hour are still asked about; nothing else comes.
preferences-pause = Pause…
preferences-pause-ask = Would you like quiet for a while?
preferences-resume = Resume now
preferences-resumed = You are back.
preferences-resumed-next = You are back. Your next slot is { $moment }.
preferences-pause-unreadable = Until when? Try `/trustcheck pause 2 weeks`, `/trustcheck pause until Friday` or `/trustcheck pause until 24 December`. A year is the longest.
preferences-pause-past = That day is over already, so nothing was changed. Name one that is still to come: `/trustcheck pause until Friday`.
preferences-pause-too-long = A year is the longest quiet: `/trustcheck pause 12 months`. To leave for good, `/trustcheck forget` erases everything here that is yours.

preferences-slowed-weekly = Nudges slowed down to one a week, because the last ones stayed unanswered. *Save* brings back the rhythm below.
preferences-slowed-pause = Nudges paused, because the last ones stayed unanswered. *Save* brings back the rhythm below.

preferences-ask-slot-choose = Your daily slot
    .hint = At most one message a day, at this time of yours. Between 08:00 and 19:00, unless you choose otherwise.
preferences-ask-days-choose = Your working days
    .hint = Nothing comes on other days, on public holidays, or while your Slack status says vacation.
preferences-ask-rhythm-choose = How often a practice comes
preferences-ask-work-start = Your working day starts
preferences-ask-work-end = Your working day ends
preferences-ask-notification-pick = What notifications say
preferences-ask-extras-choose = If you like
    .hint = A suggestion is a name inside a practice, such as a hello, and never says anything else about you.
preferences-ask-never-choose = Never suggest to me
    .hint = Only you see this list. Nobody is told, and you aren't suggested to them either.
preferences-ask-country-write = Country, for public holidays
    .hint = For example Germany, or DE. Leave it empty to be reached on every working day.
preferences-ask-zone-write = Time zone
    .hint = For example Berlin, or America/New_York. Leave it empty to follow Slack.
preferences-ask-locale-choose = Language

preferences-rhythm-daily = Every working day
preferences-rhythm-three = Three a week
preferences-rhythm-weekly = Once a week
preferences-notification-discreet = Only that something came
preferences-notification-full = The practice itself
preferences-extra-recap = A recap at the end of my week, usually on Friday, in place of the practice
preferences-extra-suggested = Teammates may be given my name for a practice
preferences-as-slack-says = As in Slack

preferences-choose-one = Please choose one.
preferences-ends-before-it-starts = The day has to end after it starts.
preferences-unknown-country = I don't know this country. Try its English name, or two letters like DE.
preferences-unknown-zone = I don't know this zone. Try a big city near you, or a name like Europe/Berlin.

preferences-unchanged = Nothing had to change: your settings are as in the form.
preferences-changed-elsewhere = *Your settings were changed elsewhere while this was open*, so nothing has been saved yet. Here they are as they stand now.
preferences-next-slot = Your next slot is { $moment }, your time.
preferences-no-slot = Practices haven't been started: `/trustcheck start`.
preferences-outside-window = That is outside 08:00 to 19:00. You chose it, so it holds.
preferences-now-slot = Your daily slot is at { $time } now.
preferences-now-days = Your working days: { $days }.
preferences-now-hours = Your working day lasts from { $start } to { $end }.
preferences-now-rhythm-daily = A practice comes every working day.
preferences-now-rhythm-three = A practice comes three times a week.
preferences-now-rhythm-weekly = A practice comes once a week.
preferences-now-notification-discreet = Notifications say only that something came.
preferences-now-notification-full = Notifications show the practice itself. Whoever sees your screen can read it.
preferences-now-recap-on = At the end of your week, usually on Friday, a recap takes the place of the practice.
preferences-now-recap-off = No recap at the end of the week.
preferences-now-may-be-suggested-on = Teammates in your channels may be given your name for a practice.
preferences-now-may-be-suggested-off = Your name isn't given to anybody.
preferences-now-never =
    { $count ->
        [0] Nobody is left out of your suggestions.
        [one] One person is never suggested to you.
       *[other] { $count } people are never suggested to you.
    }
preferences-now-country = Public holidays: { $name }.
preferences-now-country-none = No public holidays are kept free.
preferences-now-zone = Your time zone is { $name }.
preferences-now-zone-none = Your time zone follows Slack.
preferences-now-locale = Your language here is { $name }.
preferences-now-locale-none = Your language follows Slack.
