### Nudges: one small practice, and what somebody pressed.

nudges-notification = A small practice for today
nudges-done = Did it
nudges-promise = Make it a promise
nudges-another = Another
nudges-menu-later = Tomorrow
nudges-menu-suggest = Suggest someone
nudges-menu-hide = Not this practice
nudges-menu-pause = Pause…
nudges-menu-why = Why this?
nudges-close = Close

nudges-answered-done = You did it.
nudges-answered-hidden = You won't see this practice for 90 days.
nudges-answered-promised = You made it a promise.
nudges-answered-later = It comes again { $moment }.
nudges-answered = You have answered this one already.
nudges-gone = That practice isn't here any more. Type `/nudge` for a fresh one.
nudges-enough-today = That was the second other one today. A new practice comes at your next slot.
nudges-all-hidden = You have set every practice aside for now. They come back one by one after 90 days.
nudges-later-needs-start = Tomorrow only works once practices come by themselves. Type `/trustcheck start`, or `/nudge` whenever you like one.
nudges-nobody-to-suggest = There is nobody to suggest just now: a name only comes up when that person shares a channel with you here and agreed to it in their settings. You can agree to yours in `/trustcheck settings`.

nudges-offer = One small relationship practice at { $time } your time. How often would you like it?
nudges-start-daily = Every working day
nudges-start-three = Three a week
nudges-start-weekly = Once a week
nudges-started = Good. The first one comes at your next slot.
nudges-started-at = Good. Your first practice comes { $moment }, your time.
nudges-notification-ask = *What may the notification on your phone say?* For now only that something came. Whoever sees your screen can read the rest, if you choose it.
nudges-notification-discreet = Only that something came
nudges-notification-full = The practice itself
nudges-settings = Settings
nudges-stop-how = Quiet for a while: `/trustcheck pause 2 weeks`. Back: `/trustcheck resume`.

nudges-slowed-weekly = Five practices went by without an answer, so from now on one a week will come. That is fine as it is.
nudges-slowed-pause = Practices stop here for now, since the last ones went by without an answer. `/nudge` still brings one whenever you like.
nudges-back = As it was before
nudges-back-done = Good. Practices come as you chose.
nudges-back-done-at = Good. Practices come as you chose; the next one { $moment }.

nudges-recap = Your recap of the week is here.
nudges-recap-open = Open
nudges-recap-title = Your week
nudges-recap-done =
    { $count ->
        [0] No practice was marked as done this week.
        [one] *You did one practice this week.*
       *[other] *You did { $count } practices this week.*
    }
nudges-recap-line = { $factor }: { $count }
nudges-recap-kept =
    { $count ->
        [one] *You kept one promise this week.*
       *[other] *You kept { $count } promises this week.*
    }
nudges-recap-promises = Of { $ended } promises that ended in the last 90 days, { $on_time } were kept on time. The log isn't everything you do.
nudges-recap-stop = Only you see this. Recaps on or off: `/trustcheck settings`.

nudges-home-title = *Today's practice*
nudges-home-latest = *Your latest practice*
nudges-home-next = The next one comes { $moment }.
nudges-home-empty = *One small practice a day*: twenty seconds to read, a minute or two to do. Press how often you would like it.

nudges-why-title = Why this?
nudges-why-gone = This practice has left the catalogue since.
nudges-factor-c = Credibility
nudges-factor-r = Reliability
nudges-factor-i = Intimacy
nudges-factor-s = Focus on others
nudges-why-weakest = Picked because your last check said this is a good place to start.
nudges-why-turn = Picked because it was this factor's turn.
nudges-why-spacing = Picked because you have seen the others more recently.
nudges-why-pressure = Picked because you asked for care and safety in a rough stretch.
nudges-why-leader = Picked because you are on the leader track.
