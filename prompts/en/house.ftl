### What the house itself says, whichever room somebody is in.

house-name = Trustcheck
house-close = Close
house-notices = A few small things for today
house-old-card = This card is from an older version, or what it was about is gone. Nothing was lost. Type `/trustcheck help` for a fresh start.
house-bug = Something broke on our side, and nothing you did caused it. If it happens again, tell whoever runs Trustcheck this reference: { $reference }
house-slack-busy = Slack is busy just now. Please try that again in a minute.
house-slack-trouble = Slack didn't take that. Please try it again; if it stays this way, tell whoever runs Trustcheck.
house-unknown-word = I don't know that one. Press below to see what I can do.
# What people may type instead of our words, for saying which one they probably meant.
house-other-words =
    pause: stop, off, mute, quiet, snooze, unsubscribe, cancel, quit, vacation, holiday;
    resume: unpause, continue, back, on, unmute;
    forget: delete, erase, remove, wipe;
    export: data, download, backup;
    privacy: gdpr, who;
    settings: preferences, config, options, language, timezone, slot;
    help: hello, hi, ?, commands, menu, about;
    promises: list, todo, tasks, commitments;
    promise: commit, commitment, task;
    start: nudges, subscribe, begin, join;
    nudge: practice, tip;
    history: trend, results, progress, chart;
    full: long, twenty;
    ask: feedback, view;
    thank: kudos, praise;
    pulse: poll, survey;
    meeting: agenda;
    kickoff: intro, introduction;
    leader: manager, boss;
    pressure: stress, crisis;
    reflect: reflection, story;
    draft: write, check-message;
    why: equation, explain, learn
house-near-miss = I don't know that one. Did you mean `/trustcheck { $word }`?
house-near-miss-long = I don't know that one. Did you mean `/trustcheck { $word }`? The rest of your line is too long for a button, so it takes typing once more.
house-unknown-workspace = Trustcheck isn't installed in this workspace any more. Whoever looks after your apps can install it again; nothing was stored.
house-guest = Trustcheck is for the members of this workspace; there's nothing for guests here. What Slack says about your account is all I know, and `/trustcheck export`, `forget` and `privacy` work for you too.
