### What is stored, the export, and being forgotten.

privacy-title = Your data
privacy-close = Close
privacy-deal-yours = *Yours alone.* Your checks, reflections, promises, settings, and the practices you were shown. They are kept so that you see a pattern and get what suits you. What you write and how you rate yourself is encrypted. Nobody else reads it here, your manager included.
privacy-deal-promises = *What others see of you.* Only what you send yourself, and your answer to somebody who asked you for a second view, with your name on it. Somebody who made you a promise may have noted it for themselves.
privacy-deal-pulse = *The team pulse.* Answers are only counted. Who has answered is a keyed hash, so that nobody answers twice; its key is destroyed when the poll closes. An answer can't be found again, so it can't be exported or taken back.
privacy-deal-slack = *From Slack.* Your id, time zone, language, whether you are a full member and away, and which of the channels I'm in you are in. No name, no address, no messages.
privacy-deal-kept = *How long.* Messages I sent are noted for 90 days, most other things for two years, or less where your admins say so. Promises stay while they are open. `forget` ends it all at once.
privacy-deal-host = *Where.* In the database of whoever runs this bot. Nothing goes anywhere else.
privacy-deal-limits = Trustcheck doesn't show your manager anything about you. On some Slack plans your employer can export direct messages, including these, and whoever runs this bot's server can technically see an answer while it is being saved.

privacy-export-do = Send me my data
privacy-export-title = Your data
privacy-export-comes = Your data is being put together. It comes to you here in the messages with me, in a minute at most, and is deleted again after 24 hours.
privacy-export-here = Here is what Trustcheck has of yours. Save it where you like: in 24 hours it is deleted here.
privacy-export-comment = Everything, as a readable JSON file.
privacy-export-failed = Your data didn't get to you. { $why } `/trustcheck export` begins again.
privacy-export-piece = A part of your data
privacy-export-nothing = There is nothing of yours here, so there is nothing to send.
privacy-export-about = Everything Trustcheck keeps about you. Answers to a team pulse aren't in it: they are only counted, and nobody can tell which were yours.

privacy-forget-do = Forget me
privacy-forget-title = Forget me
privacy-forget-confirm = Erase it all
privacy-forget-cancel = Keep it
privacy-forget-what = *Everything of yours is erased, at once and for good:* checks, reflections, promises, practices, asks and answers, settings, and your place in team polls. The messages I sent you are deleted over the next minutes.
privacy-forget-stays = *What stays:* a mark that names nobody, so that I don't learn of you again by myself. Answers you gave to a team pulse, for nobody can tell which they were. What others wrote for themselves, where you become someone no longer here. What you typed to me in Slack, which only you can delete.
privacy-forget-export-first = `/trustcheck export` sends you a copy first. If you use Trustcheck again one day, you start afresh.
privacy-forgotten = Done. Nothing of yours is left here, and I won't write to you. The messages I sent you are disappearing now. If you come back one day, you start afresh.
privacy-home = Nothing about you is kept here. `/trustcheck help` shows what Trustcheck does, if you ever want it back.

privacy-table-member = What Slack says about you, and what you set
privacy-table-channel-member = The channels you and I are both in
privacy-table-delivery = The messages I sent you, or why I didn't
privacy-table-trust-check = Your self-checks, with scores from 1 to 5
privacy-table-trust-draft = A full check you haven't finished
privacy-table-trust-chart = A chart you asked for
privacy-table-nudge = The practices you were shown, and what you pressed
privacy-table-hidden-practice = Practices you don't want to see for a while
privacy-table-reflection = The reflections you kept
privacy-table-learning-choice = Whether you follow the leaders' track or are in a rough stretch
privacy-table-ask = Second views you asked for or were asked for
privacy-table-ask-choice = Whether you take asks
privacy-table-commitment = Your promises
privacy-table-fresh-start = Since when your promises are counted
privacy-table-kickoff-entry = What you told teams at their kickoff
privacy-table-kickoff-draft = A text for a kickoff that you haven't posted yet
privacy-table-pulse = Team pulses you look after
privacy-table-pulse-leaver = Team polls you left
privacy-table-poll-member = Team polls you were asked in. Whether you answered isn't known
privacy-table-poll-message = Where a poll stood in your messages
privacy-table-team-promise = Team promises you look after
