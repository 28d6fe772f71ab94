### The trust check: the forms, their result, the look back, and the card on Home.

trustcheck-title = Trust check
trustcheck-deal = *Only you see this.* Your answers and their result are kept encrypted, for you alone. Four statements, about twenty seconds. Answer for the last two weeks.
trustcheck-subject = About one working relationship?
trustcheck-subject-hint = A nickname that only you understand. Leave it empty for work in general.
trustcheck-send = Show me
trustcheck-close = Not now
trustcheck-done = Done
trustcheck-open = Take the check
trustcheck-answer-missing = One answer from 1 to 5, please.
trustcheck-scale-end = { $value }: { $end }

trustcheck-full-deal = *Only you see this.* Twenty statements over five pages, about three minutes. Answer for the last two weeks. What you answer is kept encrypted while you go on, for a day at most; then only the result stays.
trustcheck-progress = Page { $page } of { $pages }  { $bar }
trustcheck-next = Next
trustcheck-back = Back
trustcheck-later = Later
trustcheck-draft-gone = These answers were kept for a day and are gone now. `/trustcheck full` begins again.

trustcheck-trust = *Trust { $value }* on a scale from 0.6 to 15: credibility, reliability and intimacy together, divided by the attention you keep for yourself.
trustcheck-line = *{ $factor }*, { $value } of 5
trustcheck-factor-t = Trust
trustcheck-factor-c = Credibility
trustcheck-factor-r = Reliability
trustcheck-factor-i = Intimacy
trustcheck-factor-s = Focus on others
trustcheck-one-mood = One check is a mood, several are a pattern. A self-rating is a mirror, not a verdict.
trustcheck-follow-through = You rated yourself { $value } on reliability. Of { $ended } promises logged here, { $on_time ->
        [one] 1 was
       *[other] { $on_time } were
    } on time. The log isn't everything you do.
trustcheck-change-quick = *Your last three quick checks, beside the three before* (the middle value of each)
trustcheck-change-full = *This full check, beside the one before*
trustcheck-change-line = • { $what } { $value }, { $way ->
        [up] up { $by }
        [down] down { $by }
       *[same] as before
    }
trustcheck-start-with = *A good place to start: { $factor }*
trustcheck-aside = You have set its practices aside for now, so here is one for { $factor }.
trustcheck-all-aside = You have set every practice aside for now. They come back one by one after 90 days.
trustcheck-promise = I'll do it
trustcheck-promised = You made it a promise.

trustcheck-history-open = Look back
trustcheck-history-title = Looking back
trustcheck-history-empty = *Nothing to look back on yet.* `/trustcheck` is the quick check, four statements in twenty seconds. `/trustcheck full` has twenty.
trustcheck-history-deal = *Only you see this.* Checks about the same thing are looked at together.
trustcheck-history-about = *About*
trustcheck-general = Work in general
trustcheck-history-latest-quick = *The latest*, a quick check on { $day }: trust { $value }
trustcheck-history-latest-full = *The latest*, a full check on { $day }: trust { $value }
trustcheck-history-until = One check is a mood. { $count ->
        [one] After one more quick check
       *[other] After { $count } more quick checks
    } you'll see the middle value of three beside that of the three before.
trustcheck-history-points = *Trust over time*, the newest first
trustcheck-point-quick = { $first } to { $last }: { $value }, the middle of three quick checks
    { $bar }
trustcheck-point-full = { $last }: { $value }, a full check
    { $bar }
trustcheck-older = Older
trustcheck-newer = Newer
trustcheck-pattern-day = d MMM

trustcheck-chart-send = Send me the chart
trustcheck-chart-sent = It's on its way to your messages with Trustcheck.
trustcheck-chart-notice = Here is what you asked for
trustcheck-chart-quick = Quick checks, the middle value of three
trustcheck-chart-full = Full checks
trustcheck-points-quick = *Quick checks*, the middle value of three, the oldest first
trustcheck-points-full = *Full checks*, the oldest first
trustcheck-chart-line = { $day }: trust { $trust } { $bar } credibility { $c }, reliability { $r }, intimacy { $i }, focus on others { $s }

trustcheck-home-empty = *Trust check*
    Four statements, twenty seconds, and one thing to try today. Only you see it.
trustcheck-home-last = *Trust check*: { $value } last time
