### The App Home and the help.

home-greeting = *Small habits that build trust at a distance*
    What you see here is yours alone.
home-privacy = Trustcheck doesn't show your manager anything about you. On some Slack plans your employer can export direct messages, including these, and whoever runs this bot's server can technically see an answer while it is being saved.
home-help-title = What Trustcheck can do
home-help = *What you can do here*
    `/trustcheck`: a private self-check, twenty seconds
    `/commit send Ana the deck by Fri 3pm`: log a promise, and be asked about it when it is due
    `/trustcheck promises`: your open promises, and how the ended ones ended
    `/trustcheck start`: one small practice a day; `/nudge`: one now
    `/trustcheck pause 2 weeks` and `/trustcheck resume`: quiet, and back
    `/pulse` in a channel: a weekly anonymous pulse for that team
    More behind `/trustcheck`: `full` (twenty statements), `history`, `ask @ana` (a second view), `reflect`, `draft`, `thank @ana`, `meeting 45` (a plan), `why`, `leader`, `pressure`, `settings`, `privacy`
home-run-check = Take the check
home-run-promises = My promises
home-run-start = Start nudges
home-run-help = What I can do
home-settings = Settings
home-pause = Pause…
