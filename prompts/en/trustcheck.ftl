### The trust check: the form, its result, and its card on Home.

trustcheck-title = Trust check
trustcheck-deal = *Only you see this.* Your answers and their result are kept encrypted, for you alone. Four statements, about twenty seconds. Answer for the last two weeks.
trustcheck-subject = About one working relationship? (optional)
trustcheck-subject-hint = A nickname that only you understand. Leave it empty for work in general.
trustcheck-send = Show me
trustcheck-close = Not now
trustcheck-done = Done
trustcheck-open = Take the check
trustcheck-answer-missing = One answer from 1 to 5, please.
trustcheck-scale-end = { $value }: { $end }

trustcheck-trust = *Trust { $value }* on a scale from 0.6 to 15: credibility, reliability and intimacy together, divided by the attention you keep for yourself.
trustcheck-line = { $bar }  { $factor }, { $value } of 5
trustcheck-factor-c = Credibility
trustcheck-factor-r = Reliability
trustcheck-factor-i = Intimacy
trustcheck-factor-s = Focus on others
trustcheck-one-mood = One check is a mood, several are a pattern. A self-rating is a mirror, not a verdict.
trustcheck-start-with = *A good place to start: { $factor }*
trustcheck-promise = I'll do it

trustcheck-home-empty = *Trust check*
    Four statements, twenty seconds, and one thing to try today. Only you see it.
trustcheck-home-last = *Trust check*: { $value } last time
