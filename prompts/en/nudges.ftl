### Nudges: one small practice, and what somebody pressed.

nudges-notification = A small practice for today
nudges-done = Did it
nudges-promise = Make it a promise
nudges-another = Another
nudges-menu-hide = Not this practice
nudges-menu-why = Why this?
nudges-close = Close

nudges-answered-done = You did it.
nudges-answered-hidden = You won't see this practice for 90 days.
nudges-answered = You have answered this one already.
nudges-gone = That practice isn't here any more. Type `/nudge` for a fresh one.
nudges-enough-today = That was the second other one today. A new practice comes at your next slot.
nudges-all-hidden = You have set every practice aside for now. They come back one by one after 90 days.

nudges-offer = One small relationship practice at 09:30 your time. How often would you like it?
nudges-start-daily = Every working day
nudges-start-three = Three a week
nudges-start-weekly = Once a week
nudges-started = Good. The first one comes at your next slot.
nudges-started-at = Good. Your first practice comes { $moment }, your time.
nudges-stop-how = Quiet for a while: `/trustcheck pause 2 weeks`. Back: `/trustcheck resume`.

nudges-home-title = *Today's practice*
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
