"""What a changed setting looks like. Pure."""

from datetime import datetime

from blockkit import Actions, Button, Section

from bot.content import Words
from bot.members.reader import Reader
from bot.slack.blocks import Message, finish, label, ours
from bot.slack.ids import encode

RESUME = "preferences.quiet.end"


def paused(words: Words, who: Reader, until: datetime, now: datetime) -> Message:
    text = words("preferences-paused", moment=words.moment(until, who.zone, now=now))
    button = Button(text=label(words("preferences-resume")), action_id=RESUME, value=encode())
    return Message(text, finish([Section(ours(text)), Actions([button])]))


def resumed(words: Words, who: Reader, next_at: datetime | None, now: datetime) -> Message:
    text = words("preferences-resumed")
    if next_at is not None:
        moment = words.moment(next_at, who.zone, now=now)
        text = words("preferences-resumed-next", moment=moment)
    return Message(text, finish([Section(ours(text))]))
