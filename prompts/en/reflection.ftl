### The guided reflection, its end, and those that were kept.

reflection-title = It's me, not you
reflection-close = Close
reflection-leave = Leave it
reflection-next = Next
reflection-finish = Finish
reflection-done = Done
reflection-progress = Step { $step } of { $steps }
reflection-so-far = What you wrote so far. It stays in this window and can still be changed.
reflection-missing = A few words, please.
reflection-as-before = It ends as before still. The last line is the one to change: what was your part?

reflection-factor-c = Whether my words were believed (credibility)
reflection-factor-r = Whether I could be counted on (reliability)
reflection-factor-i = Whether it felt safe with me (intimacy)

reflection-keep-ask = Shall this be kept?
reflection-choice-keep = Keep it, encrypted, for me alone
reflection-choice-leave = Don't keep it
reflection-is-kept = Kept, encrypted, for you alone. `/trustcheck reflect` leads to it, and there you can delete it.
reflection-is-not-kept = Nothing was stored. When this window closes, it's gone.

reflection-told-before = *As you usually told it*
reflection-told-now = *With its new last line*
reflection-repair = The repair
reflection-repair-hint = Change the words if you like; they become the promise.
reflection-promise = I'll do it

reflection-kept-open = { $count ->
        [one] Read the one you kept
       *[other] Read the { $count } you kept
    }
reflection-kept-title = What you kept
reflection-kept-on = { $day } ({ $number } of { $count })
reflection-kept-moments = *When your own goals came first*
reflection-kept-other = *What the other person cared about*
reflection-kept-repair = *The repair*
reflection-kept-factor = *What it hurt most*
    { $factor }
reflection-none-kept = Nothing is kept.
reflection-older = Older
reflection-newer = Newer
reflection-drop = Delete
reflection-drop-title = Delete this reflection?
reflection-drop-text = It's gone for good.
