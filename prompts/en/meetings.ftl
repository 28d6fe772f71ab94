### The plan of a virtual meeting.

meetings-title = A meeting plan
meetings-close = Close
meetings-notice = Your meeting plan
meetings-summary = *{ $minutes } minutes, { $people } people.* Something to do about every five minutes; nobody presents for longer than that. Change what you like.
meetings-hint = To copy it on a phone, have it sent to you.
meetings-sent = It's on its way to your messages with Trustcheck.
meetings-people = { $people } people
meetings-another = Another plan
meetings-send = Send it to me
meetings-line = { $start }  { $what }
meetings-line-said = { $start }  { $what }: { $text }
meetings-part-open = Opening question, { $minutes } min
meetings-part-talk = Talk or present, at most { $minutes } min
meetings-part-do = To do together, { $minutes } min
meetings-part-digest = Pause to digest, { $minutes } min
meetings-part-break = Break away from the screen, { $minutes } min
meetings-part-close = To reflect, { $minutes } min

meetings-which-length = How long is the meeting? For example `/trustcheck meeting 45`, or `/trustcheck meeting 45 8` for eight people. From { $shortest } to { $longest } minutes.
meetings-bad-length = A plan needs from { $shortest } to { $longest } minutes, for example `/trustcheck meeting 45`.
meetings-bad-people = A plan is for { $fewest } to { $most } people, for example `/trustcheck meeting 45 8`.
