### What is asked about a channel post whose arrival nobody can know.

delivery-doubt-notification = A post may not have arrived
delivery-doubt-card = I posted { $what } in { $channel }, and Slack didn't say whether it arrived. I can't read channels, so please look there. Is it there?
delivery-doubt-settle = It's there
delivery-doubt-again = Post it again
delivery-doubt-is-settled = Good, it's there. Nothing more to do.
delivery-doubt-is-posted = I'm posting it again, unless its time has passed.
delivery-doubt-over = This was dealt with already. Nothing more to do.

delivery-kind-members-hello = my greeting
delivery-kind-pulse-news = news about the team's pulse
delivery-kind-pulse-shut = the reason why no poll comes
delivery-kind-pulse-instant = the instant pulse
delivery-kind-pulse-reminder = the reminder that the pulse closes
delivery-kind-pulse-results = the results of the pulse
delivery-kind-pulse-figures = the figures of the pulse, in the thread of the results,
delivery-kind-pulse-comments = comments on the pulse, in the thread of the results,
delivery-kind-pulse-guide = the talk guide, in the thread of the results,
delivery-kind-pulse-promise = the team's promise
delivery-kind-kickoff-post = the kickoff
