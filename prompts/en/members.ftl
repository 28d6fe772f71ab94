### People: how they are named, and how they are met.

members-someone-gone = someone no longer here

members-welcome-title = Trustcheck is ready
members-welcome = *Thank you for installing Trustcheck.* Three steps, and your team can start:
    1. Invite me to a channel of your team: `/invite @Trustcheck`. I say hello there, once, and message nobody.
    2. Try it yourself: `/trustcheck` is a private self-check of twenty seconds.
    3. In that channel, `/pulse` sets up a weekly anonymous pulse, if your team would like one.
members-welcome-admin = `/trustcheck admin` holds what you may switch off, and how long things are kept. `/trustcheck privacy` says what is stored.

members-hello-title = Hello from Trustcheck
members-hello = *Hello. I'm Trustcheck: small habits that build trust at a distance.*
    I post nothing here by myself. Whoever would like one small practice a day, in private, can start it below. A weekly anonymous pulse for this team takes one press.
members-hello-no-pulse = *Hello. I'm Trustcheck: small habits that build trust at a distance.*
    I post nothing here by myself. Whoever would like one small practice a day, in private, can start it below.
members-hello-deal = Nobody is messaged who hasn't asked for it. What you do with me is yours alone.
members-hello-start-daily = Start: one a day
members-hello-start-three = Start: three a week
members-hello-start-weekly = Start: one a week
members-hello-pulse = Set up the team pulse

members-round-title = Good to meet you
members-round = *Good to meet you. Here is the short of it:*
    • `/trustcheck` is a private self-check, twenty seconds.
    • `/commit send Ana the deck by Fri 3pm` logs a promise, and asks when it is due.
    • `/trustcheck start` brings one small practice a day. Nothing comes before you start it.
    • `/trustcheck pause`, `export`, `forget` and `privacy` always work.
members-round-notification = What your phone shows when I write is discreet: no name, no score, no promise. If you'd rather see it there, choose so here.
members-round-full = Show it in full
members-round-discreet = Keep it discreet
members-language-title = A question about your language
members-round-language = Your Slack is in Traditional Chinese, which I don't speak yet. Which would you rather read? 你的 Slack 用的是繁体中文，这里只有简体中文和英文。想读哪一种？
members-round-language-zh-cn = 简体中文
members-round-language-en = English

members-quiet-title = Pause
members-quiet-ask = How long would you like quiet?
members-quiet-week = A week
members-quiet-fortnight = Two weeks
members-quiet-month = A month
members-quiet-until = Until a day
members-quiet-typed = The same in words: `/trustcheck pause until Friday`.
