### Promises: captured in one line, asked after when they are due, followed to their end.

commitments-title = Your promises
commitments-close = Close
commitments-cancel = Cancel

## What is said about a promise.

commitments-due = due { $moment }
commitments-to = to { $person }
commitments-link = the message
commitments-logged = *Logged.* Due { $moment }, { $zone } time.
commitments-logged-to-self = A promise to yourself counts like any other.
commitments-logged-text = Your promise is logged.
commitments-made-before = This is a promise already. Here is how it stands.

## How it repeats.

commitments-repeats-daily = { $step ->
    [1] every day
    [2] every other day
   *[other] every { $step } days
}
commitments-repeats-workdays = every working day
commitments-repeats-weekly = { $step ->
    [1] every { $days }
    [2] every other { $days }
   *[other] every { $step } weeks on { $days }
}
commitments-repeats-first-workday = on the first working day of the month
commitments-repeats-last-workday = on the last working day of the month
commitments-repeats-nth-weekday = { $nth ->
    [1] on the first { $day }
    [2] on the second { $day }
    [3] on the third { $day }
    [4] on the fourth { $day }
    [5] on the fifth { $day }
   *[other] on the last { $day }
} { $step ->
    [1] of the month
   *[other] of every { $step } months
}
commitments-repeats-month-end = { $step ->
    [1] on the last day of the month
   *[other] on the last day of every { $step } months
}
commitments-repeats-quarter-end = on the last day of the quarter
commitments-repeats-monthly = { $step ->
    [1] on day { $days } of the month
   *[other] on day { $days } of every { $step } months
}
commitments-repeats-yearly = { $step ->
    [1] every year
   *[other] every { $step } years
}
commitments-repeats-times = { $count ->
    [one] { $said }, once
   *[other] { $said }, { $count } times
}
commitments-repeats-until = { $said }, until { $day }

## What can be pressed.

commitments-do-change = Change
commitments-do-undo = Undo
commitments-do-kept = Kept
commitments-do-not-yet = Not yet
commitments-do-move = Moved
commitments-do-move-ahead = Move
commitments-do-by-due = By { $moment }
commitments-do-later = Later

commitments-which = Kept. By { $moment }, or later?

## The form.

commitments-form-deal = *Only you see this.* The text is kept encrypted, and nothing is sent to anybody, not even to whom you promise it.
commitments-form-title = A promise
commitments-form-send = Log it
commitments-form-text = What do you promise?
commitments-form-text-example = Send the deck
commitments-form-at-hint = { $zone } time. Leave it empty for the end of your working day.
commitments-form-which = Which time did you mean?
commitments-form-other = Another one: the day and time below
commitments-form-to = To whom?
commitments-form-repeats = Does it repeat?
commitments-form-repeats-never = No, once
commitments-form-repeats-workdays = Every working day
commitments-form-repeats-weekly = Every week, on that weekday
commitments-form-repeats-biweekly = Every other week, on that weekday
commitments-form-repeats-monthly = Every month, on that day
commitments-form-no-text = Write a few words about what you promise.
commitments-form-too-long = A promise has room for 3,000 characters. A few words are enough.
commitments-form-no-day = Choose a day, please.
commitments-form-past = That time has gone by. Choose one that is still to come.
commitments-form-to-a-bot = That is an app, and it waits for nobody. Choose a person, or leave this empty.
commitments-form-too-far = That is more than five years away. Choose a time you can plan for.

commitments-why-no-time = I found no time in that. When shall it be done?
commitments-why-no-text = What do you promise? I found only a time, or a person.
commitments-why-past = That time has gone by already. Choose one that is still to come.
commitments-why-unreadable = I couldn't read that time for certain. Choose it here, please.
commitments-why-too-far = That is more than five years away. Choose a time you can plan for.
commitments-why-too-long = A promise has room for 3,000 characters. Here is the beginning of what you typed, and below it the rest, so that you can choose what to keep.
commitments-why-too-many-people = That names many people. Choose the one you promise it to; the others may stay in the text.
commitments-why-never = That day never comes round. Choose another one, please.
commitments-why-to-a-bot = That is an app, and it waits for nobody. Choose a person, or leave it empty.
commitments-why-two-rhythms = That rhythm can be read in two ways. Choose the one you mean under “Does it repeat?”
commitments-why-two-readings = That could mean more than one time. Which one is it?

## Being asked, and answering.

commitments-asked-then = I'll ask you then.
commitments-asked-at = I'll ask how it went: { $moment }.
commitments-ask-again = I couldn't read that for certain. Here is what you typed; the form takes it.
commitments-notification = { $count ->
    [one] A promise of yours is due
   *[other] Some promises of yours are due
}
commitments-asked-now = { $count ->
    [one] *Due now.* How did it go?
   *[other] *Due now.* How did they go?
}
commitments-asked-late = { $count ->
    [one] *This was due a while ago.* The question comes late, because I couldn't reach you in time. How did it go?
   *[other] *These were due a while ago.* The question comes late, because I couldn't reach you in time. How did they go?
}
commitments-asked-day = { $count ->
    [one] *A promise was due.* How did it go?
   *[other] *{ $count } promises were due.* How did they go?
}
commitments-check = { $count ->
    [one] *Coming up soon.* Is it on track?
   *[other] *Coming up soon.* Are they on track?
}
commitments-today = *Due today*
commitments-more = See { $count } more

commitments-do-done = Done
commitments-do-on-track = On track
commitments-do-at-risk = At risk
commitments-do-update = Write the update
commitments-do-nothing-new = Nothing new
commitments-do-form = Log a promise
commitments-do-list = All my promises
commitments-do-ended = How they ended
commitments-do-fresh = Start fresh

commitments-noted-on-track = On track.
commitments-noted-at-risk = At risk. Say it early: it counts in your favour.
commitments-noted-not-yet = Not yet. Owning up is the next step.
commitments-kept-on-time = Kept, on time.
commitments-kept-late = Kept, later than promised.
commitments-following = The next one is due { $moment }.
commitments-undone = Undone. It leaves no trace.
commitments-became-moved = Moved: now due { $moment }.
commitments-became-new = The old promise counts as owned up. The new one is due { $moment }.
commitments-became-owned-up = Owned up.

## What can't be done, and why.

commitments-gone = That promise isn't here any more. Type `/trustcheck promises` for those that are.
commitments-undo-too-late = Undo works for 15 minutes. If they no longer need it, type `/trustcheck promises` and choose *They released me*.
commitments-refused-ended = That one has ended already. How it ended can be put right under `/trustcheck promises`, for 14 days.
commitments-refused-outdated = That card is about an earlier time. Type `/trustcheck promises` for how it stands now.
commitments-refused-not-due = That one isn't due yet.
commitments-refused-past-due = The time has come meanwhile. Say how it went: type `/trustcheck promises`.
commitments-refused-past = That time has gone by. Choose one that is still to come.
commitments-refused-is-open = That one is still open.
commitments-refused-not-correctable = How that one ended can't be changed.
commitments-refused-too-late = How a promise ended can be put right for 14 days. Those are over.
commitments-refused-no-next = There is no next time to skip to: this was the last one.

## Owning up and moving.

commitments-form-day-by = By which day?
commitments-form-at-by = By what time?
commitments-form-day-instead = Which day instead?
commitments-form-at-instead = What time?
commitments-own-up-title = Own up
commitments-own-up-deal = Say it early, clean up, promise anew. Choose when it will be done, and get words to edit and send yourself. Without a day it ends here, owned up.
commitments-own-up-which = Which comes closest?
commitments-own-up-send = Show me the words
commitments-own-up-when = [when]
commitments-words-title = Your words
commitments-words = Edit them, and copy them
commitments-words-hint = Square brackets mark what only you can know.
commitments-words-chat = Open the chat
commitments-words-done = Done
commitments-nothing-sent = Trustcheck sends nothing to anybody, and keeps none of these words.
commitments-move-title = Move a promise
commitments-move-send = Move it
commitments-move-free = This is its first move, and in good time: the promise goes on and is judged at its new time.
commitments-move-counts = Without enough notice, or a second time: the old promise counts as owned up, and a new one starts.

## The regular update.

commitments-update-title = The update
commitments-update-blank = [fill in]
commitments-update-last = this was the last one

## The list, and how the ended ones ended.

commitments-open = { $count ->
    [0] *Nothing is open.* Log a promise: `/commit send Ana the deck by Fri 3pm`
    [one] *One open promise*
   *[other] *{ $count } open promises*
}
commitments-menu-change = Change
commitments-menu-release = They released me
commitments-menu-skip = Skip this one
commitments-ended-few = { $count ->
    [0] None has ended lately. From five on you'll read here how they ended.
    [one] One has ended so far. From five on you'll read here how they ended.
   *[other] { $count } have ended so far. From five on you'll read here how they ended.
}
commitments-ended = *{ $total } ended*: { $counts }
commitments-count-on-time = { $count } on time
commitments-count-late = { $count } late
commitments-count-owned-up = { $count } late but said so
commitments-count-no-word = { $count } no word
commitments-count-then = { $first }, { $then }
commitments-percentage = { $percentage } % on time
commitments-early = { $count ->
    [one] Once you said early that it wouldn't work out. That counts in your favour.
   *[other] { $count } times you said early that it wouldn't work out. That counts in your favour.
}
commitments-released = { $count ->
    [one] One more you were released from.
   *[other] { $count } more you were released from.
}
commitments-ended-on-time = Ended on time
commitments-ended-late = Ended late
commitments-ended-owned-up = Owned up
commitments-ended-no-word = Ended with no word
commitments-ended-released = They released you
commitments-correct-on-time = It was on time
commitments-correct-late = It was late
commitments-correct-owned-up = I owned up
commitments-fresh-sure = How your promises ended so far will no longer be counted. The open ones stay.
commitments-page = Page { $page } of { $pages }
commitments-page-before = Back
commitments-page-after = Next
commitments-home-empty = *Small promises, kept.* Log one in a line: `/commit send Ana the deck by Fri 3pm`. You'll be asked about it when it is due.
commitments-line-offer = That reads like a promise. Shall I log it, so that you're asked when it is due?
commitments-line-log = Log it as a promise
