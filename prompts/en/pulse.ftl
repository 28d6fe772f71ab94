### The weekly pulse: set-up, the poll, the form, and what the channel reads.

pulse-title = Team pulse
pulse-close = Close
pulse-not-now = Not now
pulse-gone = This team has no pulse any more.
pulse-answers = { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
pulse-answers-of = { $count } answers out of { $asked } people asked

pulse-setup-deal = *A weekly pulse for { $channel }*
    Five statements about the team, half a minute, answered anonymously. The channel reads what came out, coarsely rounded, from five answers on; below that the week stays closed. You will see no more than everybody else. The channel is told that you set this up, and the first poll comes at least two working days later.
pulse-setup-weekday = On which day?
pulse-setup-weeks = How often?
pulse-every = { $weeks ->
        [one] Every week
        [2] Every two weeks
       *[other] Every { $weeks } weeks
    }
pulse-setup-minimum = Publish from how many answers on?
pulse-setup-language = In which language, in the channel?
pulse-setup-comments-label = Comments
pulse-setup-comments = Let people add a comment
pulse-setup-comments-hint = Everyone in the channel reads comments word for word, shuffled, from eight answers on. In a small team, style may give somebody away.
pulse-setup-send = Set it up
pulse-settings-intro = *The pulse of { $channel }*
    What you change holds from the next poll on, and the channel is told.
pulse-settings-send = Change
pulse-is-set-up = Done. { $channel } will be told, and the first poll comes on { $on }, to each person in their own morning.
pulse-just-arrived = I've only just arrived in this channel. Please try that again in a moment.

pulse-refused-direct-message = A pulse belongs to a team, and a team is a channel. Type `/pulse` in the channel of the team you have in mind.
pulse-refused-group-message = A pulse belongs to a public channel, and this is a group message. Type `/pulse` in the team's channel.
pulse-refused-private = A pulse runs in public channels only, so that nobody has to wonder who can read along. This channel is private.
pulse-refused-shared = This channel is shared with another company, and a pulse never runs there: what a team says about itself stays inside.
pulse-refused-archived = This channel is archived.
pulse-refused-bot-absent = I'm not in this conversation, so invite me first: `/invite @Trustcheck`. A pulse runs in public channels, not in direct or group messages.
pulse-refused-not-full-member = A pulse is for the full members of this channel's team. Join the channel first; guests can't set one up.
pulse-refused-too-small = *With three people no figure is anonymous.* Here are two questions to talk about instead:
    What helped you to count on each other lately?
    What is one thing that would make it easier to say when something is going wrong?
pulse-refused-already-set-up = This channel has a pulse already. Type `/pulse` to see it.
pulse-refused-admins-only = In this workspace the admins set up pulses. Ask one of them.
pulse-refused-large-needs-admin = With more than fifty people a pulse is set up by a workspace admin. Ask one of them.

pulse-rhythm = { $weeks ->
        [one] every { $weekday }
        [2] every two weeks, on a { $weekday }
       *[other] every { $weeks } weeks, on a { $weekday }
    }
pulse-comments-on = Comments are on.
pulse-comments-off = Comments are off.
pulse-news-notification = News about this channel's pulse
pulse-news-set-up = { $owner } set up a team pulse for this channel: a short anonymous poll, { $every }, to each person in their own morning. The first one comes on { $on }.
pulse-news-owner-left = Somebody who has left since
pulse-news-deal = Whoever likes answers five statements from 1 to 5. The results come here, coarsely rounded, from { $minimum } answers on; below that the week stays closed. { $comments } Nobody sees who answered or what, whoever set it up included. If you'd rather not be asked, leave the poll: nobody is told.

pulse-news-changed = The pulse of this channel has changed: it comes { $every }, next on { $on }. An open poll isn't touched.
pulse-news-paused = This channel's pulse is paused until { $until }. The next poll comes on { $on }.
pulse-news-resumed = This channel's pulse goes on. The next poll comes on { $on }.
pulse-news-stopped = This channel's pulse has been stopped. What was published stays; no further poll comes.
pulse-news-handed-over = { $owner } looks after this channel's pulse now. Nothing else changes.
pulse-news-orphaned = Nobody looks after this channel's pulse any more. It goes on as it is; any member may take it over.

pulse-status = *The pulse of { $channel }*: { $every }, the next one on { $on }. Results from { $minimum } answers on. { $comments }
pulse-status-owner = { $owner } looks after it.
pulse-status-nobody = Nobody looks after it just now.
pulse-status-paused = It rests until { $until }.
pulse-see-results = Latest results
pulse-see-history = History
pulse-change = Change
pulse-pause = Pause
pulse-resume = Go on
pulse-hand-over = Hand over
pulse-take-over = I'll look after it
pulse-stop = Stop
pulse-stop-title = Stop the pulse?
pulse-stop-sure = No further poll will come to this channel, and the channel is told. A poll that is open runs out.
pulse-pause-intro = *A rest for the pulse of { $channel }*
    No poll opens before the day you choose. An open one runs out.
pulse-pause-until = Until when?
pulse-pause-send = Pause
pulse-pause-past = That day isn't ahead. Please choose a later one.
pulse-pause-far = A pulse rests for a year at most. For longer, stop it; it can be set up again at any time.
pulse-not-paused = This pulse isn't paused, so its next day stays as it is.
pulse-hand-over-intro = *Somebody else for the pulse of { $channel }*
    They can change, pause and stop it. They see no more than everybody else. The channel is told.
pulse-hand-over-to = To whom?
pulse-hand-over-send = Hand over
pulse-hand-over-stranger = A pulse is looked after by a full member of its channel. Please choose one.
pulse-has-owner = Somebody looks after this pulse already.
pulse-is-changed = Changed. It holds from the next poll on, and the channel is told.
pulse-is-paused = The pulse rests until { $until }. The channel is told.
pulse-is-resumed = The pulse goes on. The channel is told.
pulse-is-stopped = The pulse is stopped. The channel is told.
pulse-is-handed-over = Done. The channel is told.
pulse-is-yours = Thank you. You look after this pulse now, and the channel is told.
pulse-refused-owner-or-admin-only = That is for whoever looks after this pulse, or for a workspace admin. Anyone may look: `/pulse`.
pulse-no-results = Nothing has been published for this team yet.
pulse-unknown-word = In a channel, `/pulse` takes `results`, `history`, `settings`, `pause`, `resume`, `stop` or `hand over`; alone it shows the pulse or sets one up.

pulse-poll-notification = A short poll, half a minute
pulse-poll-intro = { $count ->
        [one] *Your team's pulse.* Five statements, half a minute.
       *[other] *Your teams' pulses.* Five statements each, half a minute.
    }
pulse-poll-open = { $channel }: open until { $closes }
pulse-poll-closed = { $channel }: this poll has closed. Thank you. The results come in the channel.
pulse-poll-deal = Only counts are kept, never who gave which answer, and nothing is shown below { $minimum } answers. On some Slack plans your employer can export direct messages; no message ever holds an answer. What can't be closed: if everyone else compared their answers, they could work out yours, and whoever runs this bot's server can technically see an answer while it is being saved.
pulse-answer = Answer
pulse-skip = Skip this week
pulse-leave = Leave this poll
pulse-rejoin = Come back
pulse-skipped = That's fine. Nothing is noted; if you change your mind, the button stays good until the poll closes.
pulse-left = You won't be asked about { $channel } any more, and nobody is told. The way back is here, or under `/pulse` in the channel.
pulse-is-back = Welcome back. The next poll about { $channel } comes to you again.

pulse-form-deal = *{ $channel }*: how has it been lately? Everyone reads the rounded results from { $minimum } answers on. Only counts are kept: nothing ties an answer to you.
pulse-form-final = If everyone else compared their answers, they could work out yours. An answer that was sent can't be found again, so it can't be taken back or changed.
pulse-scale-end = { $value }: { $end }
pulse-comment = Anything to add?
pulse-comment-hint = Everyone in #{ $channel } will read this in your words. In a small team your style may give you away. Please name nobody.
pulse-comment-names = *Your comment seems to name somebody.* Everyone in the channel will read it, and whoever is named can't answer. You can change it, or press Send again to leave it as it is. Nothing has been sent yet.
pulse-send = Send
pulse-answer-missing = One answer from 1 to 5, please.
pulse-thanks = Thank you. Your answer is counted. The results come in the channel.
pulse-unanswerable-not-asked = This poll isn't open to you. It asks the members its channel had when it opened.
pulse-unanswerable-not-open-yet = This poll hasn't opened yet.
pulse-unanswerable-closed = This poll has closed. The next one comes by itself.
pulse-unanswerable-barred = As this poll's channel is now, nothing of it can be posted there, so no answer is taken either.
pulse-unanswerable-already-answered = You've already answered this poll. Thank you.

pulse-reminder-enough = The pulse closes { $closes }. Enough answers so far. If you've answered, thank you.
pulse-reminder-not-yet = The pulse closes { $closes }. Not enough answers yet. If you've answered, thank you.

pulse-results-notification = The pulse's results are here
pulse-figures-notification = The figures
pulse-stays-closed = *This week stays closed.* There weren't enough answers to show anything without pointing at someone. Three answers or more join the next ones; fewer are deleted.
pulse-results-title = *The pulse of this team*
pulse-is-pool = These are several weeks together, because each alone had too few answers.
pulse-level-high = Most of the answers say: I can count on the people in this team. ({ $answers })
pulse-level-middle = The answers are mixed on whether one can count on the people in this team. ({ $answers })
pulse-level-low = Many of the answers say that it's hard, just now, to count on the people in this team. That's worth a calm talk. ({ $answers })
pulse-change-up = Since last time it went up by { $by }.
pulse-change-down = Since last time it went down by { $by }.
pulse-change-up-at-least = Since last time it went up by { $by } or more.
pulse-change-down-at-least = Since last time it went down by { $by } or more.
pulse-change-same = That is about the same as last time.
pulse-change-hidden = Almost the same people were asked as last time, so a comparison would point at the few who came or left. It is left out.
pulse-start-with = *One thing to start with.* { $idea }
pulse-in-thread = The figures are in the thread.
pulse-figures-title = *The figures*: { $answers }
pulse-figure = *{ $name }: { $value }* on “{ $text }”
pulse-figure-pooled = *{ $name }: { $value }*
pulse-figures-note = From 1 to 5, up is good. Rounded, with closed ends, so that a figure alone gives nobody's answer away. Each week asks other statements, so only the first one carries the trend.
pulse-or-more = { $value } or more
pulse-or-less = { $value } or less
pulse-asked-anchor = Counting on each other
pulse-asked-c = Credibility
pulse-asked-r = Reliability
pulse-asked-i = Intimacy
pulse-asked-s = Focus on others
pulse-trend-title = *Counting on each other, week by week*
pulse-trend-point = { $on }: { $value }
pulse-trend-pool = { $on }: { $value } (several weeks together)
pulse-trend-closed = { $on }: stayed closed
pulse-chart-title = Counting on each other
pulse-chart-series = This team

pulse-shut-almost-same-people = No pulse this time. Almost the same people as another team with a pulse. Only one can run, or the difference would point at someone.
pulse-shut-too-few-people = No pulse this time: fewer than four people would be asked, and then no figure is anonymous. Here are two questions to talk about instead:
    What helped you to count on each other lately?
    What is one thing that would make it easier to say when something is going wrong?
pulse-guide-notification = A talk of fifteen minutes
pulse-guide-step = • { $minutes } min: { $text }
pulse-owner-notification = Your team's pulse has results
pulse-owner-line = The pulse of { $channel } has results. Thank people, ask one question, and don't ask who. Fifteen minutes in the next meeting do more than a long reply; the guide is in the thread.

pulse-comments-notification = The comments
pulse-comments-title = *Comments*, shuffled
pulse-comment-report = Report
pulse-comment-remove = Remove
pulse-comment-remove-title = Remove the comment?
pulse-comment-remove-sure = It disappears from the thread for everybody, and can't be brought back.
pulse-comment-removed = A comment was removed.
pulse-comment-gone = This comment is gone already.
pulse-comment-is-removed = The comment is removed.
pulse-comment-is-reported = Reported. Whoever looks after the pulse is told about the comment, not about you.
pulse-report-nobody = Nobody looks after this pulse just now, so ask a workspace admin: they can remove it.
pulse-report-notification = A comment was reported
pulse-report-card = In { $channel } somebody reported this comment. You can remove it; nobody can see who wrote it, or who reported it.

pulse-instant-deal = *A pulse for { $channel }, now*
    One post in the channel with five statements, open for two working days, under the same rules as every week: anonymous, nothing shown below the minimum count, the results for all in the channel. It takes the place of this week's poll.
pulse-instant-send = Post it
pulse-instant-started = The poll is on its way to the channel.
pulse-instant-previous-open = A poll of this team is still open. Let it close first.
pulse-instant-too-soon = A team gets at most one poll in seven days, and the last one is more recent than that.
pulse-instant-too-few-people = Fewer than four people would be asked, and then no figure is anonymous.
pulse-instant-almost-same-people = Almost the same people as another team with a pulse. Only one can run, or the difference would point at someone.
pulse-instant-paused = This team's pulse is paused.
pulse-instant-missed = It's too late for this poll.
pulse-refused-instant-off = The admins of this workspace switched instant pulses off.
pulse-refused-too-large = Over a hundred people an instant pulse isn't offered: a post in the channel would reach too few of them.

pulse-promise-title = Team promise
pulse-promise-make = Make a team promise
pulse-promise-deal = One promise of the whole team at a time. The channel reads it; somebody who likes can look after it, and nobody can be assigned. It counts in nobody's own promises, and the next results open with it, without a name.
pulse-promise-text = What does the team promise?
pulse-promise-hint = Small and plain to see, such as: no meetings on Wednesday mornings.
pulse-promise-send = Propose it
pulse-promise-notification = A promise for the team
pulse-promise-proposed = *A promise for this team*
pulse-promise-look-after = I'll look after this
pulse-promise-taken = Somebody looks after it. The next results open with it.
pulse-promise-is-proposed = Your proposal goes to the channel.
pulse-promise-is-yours = Thank you. You look after it; your name stands nowhere.
pulse-promise-last = *Last promise of this team*. How did it go?
pulse-promise-report-kept = Kept
pulse-promise-report-partly = Partly
pulse-promise-report-open = Still open
pulse-promise-decide = What becomes of it?
pulse-promise-decide-keep = Keep it
pulse-promise-decide-change = Change it
pulse-promise-decide-let-go = Let it go
pulse-promise-is-kept = It goes on. The next results open with it again.
pulse-promise-is-let-go = It is let go, and that is fine. There's room for a new one.
pulse-promise-empty = A promise needs a few words.
pulse-promise-one-at-a-time = The team has a promise already, and one at a time is plenty. It comes up again with the next results.
pulse-promise-already-looked-after = Somebody else was faster and looks after it. Thank you all the same.
pulse-promise-nobody-looks-after-it = Nobody looks after this promise yet, so there's nothing to report.
pulse-promise-not-reported = Say first how it went: kept, partly, or still open.
pulse-promise-ended = This promise has ended.
pulse-promise-gone = This promise is gone.
pulse-late = For over a week I couldn't post in { $channel }. What the pulse had to say there is old by now, so I left it out. Whatever was published can be looked up: `/pulse results` in the channel.
pulse-barred = Nothing of the pulse can be posted in { $channel } as things are. { $why }

pulse-home-title = *Your teams' pulses*
pulse-home-line = { $channel }: { $every }, next on { $on }
pulse-home-more = and { $count } more
pulse-home-empty = *Team pulse*
    Type `/pulse` in a team's channel: five statements a week, answered anonymously, published coarsely and only from five answers on.

pulse-csv = Send me the file
pulse-csv-comment = What was published of this team's pulse, and nothing finer.
pulse-csv-day = Day
pulse-csv-answers = Answers
pulse-csv-pool = { $answers }, several weeks together
