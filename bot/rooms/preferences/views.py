"""What a changed setting looks like. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Section

from bot.content import Words
from bot.members.reader import Reader
from bot.members.rules import slot_date
from bot.rooms.preferences.choices import Choices
from bot.rooms.preferences.places import country_name, language_name
from bot.rooms.preferences.usecases import Saved
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode

RESUME = "preferences.quiet.end"
QUIET = "preferences.quiet.open"
OPEN = "preferences.settings.open"
NOTIFICATION = "preferences.notification.choose"  # .discreet, .full
LANGUAGE = "preferences.language.choose"  # .zh-cn, .en: on the message for somebody new
SAID = "preferences.change.read"


def paused(
    words: Words, who: Reader, until: datetime, next_at: datetime | None, now: datetime
) -> Message:
    """Return the confirmation of a quiet, with its end and the first slot after it."""
    day = words.day(slot_date(until, who.zone), today=slot_date(now, who.zone))
    lines = [words("preferences-paused", day=day), *_next_slot(words, who, next_at, now)]
    button = Button(text=label(words("preferences-resume")), action_id=RESUME, value=encode())
    text = "\n".join(lines)
    return Message(text, finish([Section(ours(text)), Actions([button])]))


def resumed(words: Words, who: Reader, next_at: datetime | None, now: datetime) -> Message:
    if next_at is None:
        text = f"{words('preferences-resumed')} {words('preferences-no-slot')}"
    else:
        moment = words.moment(next_at, who.zone, now=now)
        text = words("preferences-resumed-next", moment=moment)
    return Message(text, finish([Section(ours(text))]))


def saved(words: Words, saved: Saved, now: datetime) -> Message:
    """Return each change in words, with the next slot."""
    choices, who = saved.now.choices, saved.who
    lines = list(dict.fromkeys(_in_words(words, name, choices) for name in saved.changed))
    if not lines:
        lines = [words("preferences-unchanged")]
    if "slot" in saved.changed and choices.is_outside_window:
        lines.append(words("preferences-outside-window"))
    lines += _next_slot(words, who, saved.now.next_at, now) or [words("preferences-no-slot")]
    text = "\n".join(lines)
    return Message(text, finish([Section(ours(text))]))


def in_modal(words: Words, message: Message) -> Block:
    """Return a confirmation as a modal."""
    return modal(
        SAID, title=words("preferences-title"), parts=message.blocks, close=words("house-close")
    )


def quiet(words: Words, who: Reader, until: datetime | None) -> list[Any]:
    """Return what Home and the settings say of a quiet, with the way out; nothing without one."""
    if until is None:
        return []
    day = words.day(slot_date(until, who.zone))
    button = Button(text=label(words("preferences-resume")), action_id=RESUME, value=encode())
    return [Section(ours(words("preferences-paused", day=day)), accessory=button)]


def _next_slot(words: Words, who: Reader, next_at: datetime | None, now: datetime) -> Sequence[str]:
    if next_at is None:
        return []
    return [words("preferences-next-slot", moment=words.moment(next_at, who.zone, now=now))]


def _in_words(words: Words, name: str, choices: Choices) -> str:
    """Say one setting as it is now."""
    value: Any = getattr(choices, name)
    match name:
        case "slot":
            return words("preferences-now-slot", time=words.time(value))
        case "days":
            days = words.listing([words.weekday(day) for day in sorted(value)])
            return words("preferences-now-days", days=days)
        case "work_start" | "work_end":
            start, end = words.time(choices.work_start), words.time(choices.work_end)
            return words("preferences-now-hours", start=start, end=end)
        case "never":
            return words("preferences-now-never", count=len(value))
        case "recap" | "may_be_suggested":
            setting = name.replace("_", "-")
            return words(f"preferences-now-{setting}-{'on' if value else 'off'}")
        case "rhythm" | "notification":
            return words(f"preferences-now-{name}-{value}")
    return _place_in_words(words, name, value)


def _place_in_words(words: Words, name: str, value: str | None) -> str:
    if value is None:
        return words(f"preferences-now-{name}-none")
    shown = value
    if name == "country":
        shown = country_name(value, words.locale)
    elif name == "locale":
        shown = language_name(value)
    return words(f"preferences-now-{name}", name=shown)
