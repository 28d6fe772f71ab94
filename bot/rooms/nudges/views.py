"""What a nudge looks like, before and after it is answered. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Context, Option, Overflow, Section

from bot.content import Practice, Words
from bot.members.reader import Reader
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode

START = "nudges.habit.start"
DONE = "nudges.practice.done"
ANOTHER = "nudges.practice.another"
MENU = "nudges.practice.menu"
PROMISE = "commitments.practice.promise"  # answered by the promises room
RHYTHM_ACTION = "nudges.rhythm.choose"


def nudge_card(words: Words, data: Mapping[str, Any]) -> Message:
    """Return a practice with its buttons; the notification says nothing of what it is about."""
    value = encode({"nudge": data["nudge"], "practice": data["practice"]})
    actions: list[Any] = [
        Button(
            text=label(words("nudges-done")),
            action_id=DONE,
            value=value,
            style=Button.PRIMARY,
        ),
        Button(text=label(words("nudges-promise")), action_id=PROMISE, value=value),
        Button(text=label(words("nudges-another")), action_id=ANOTHER, value=value),
        Overflow(
            action_id=MENU,
            options=[
                Option(
                    text=label(words(f"nudges-menu-{what}")),
                    value=encode({"do": what, "nudge": data["nudge"]}),
                )
                for what in ("hide", "why")
            ],
        ),
    ]
    return Message(
        words("nudges-notification"),
        finish([Section(ours(str(data["text"]))), Actions(actions)]),
    )


def answered_card(words: Words, text: str, reaction: str) -> Message:
    """Return a practice with what was pressed in the place of its buttons."""
    return Message(
        words("nudges-notification"),
        finish([Section(ours(text)), Context([ours(words(f"nudges-answered-{reaction}"))])]),
    )


def why_view(words: Words, practice: Practice | None, why: str) -> Block:
    """Return *Why this?*: the factor, the idea, and why it was picked."""
    if practice is None:
        parts = [Section(ours(words("nudges-why-gone")))]
    else:
        parts = [
            Section(ours(f"*{words(f'nudges-factor-{practice.factor.lower()}')}*")),
            Section(ours(practice.idea)),
            Section(ours(practice.reason)),
            Section(ours(words(f"nudges-why-{why}"))),
        ]
    return modal(
        "nudges.why.read", title=words("nudges-why-title"), parts=parts, close=words("nudges-close")
    )


def started(words: Words, who: Reader, next_at: datetime | None, now: datetime) -> Message:
    """Return the confirmation of *Start*, with the time of the first one."""
    text = words("nudges-started")
    if next_at is not None:
        text = words("nudges-started-at", moment=words.moment(next_at, who.zone, now=now))
    return Message(text, finish([Section(ours(text)), Context([ours(words("nudges-stop-how"))])]))


def start_buttons(words: Words) -> Actions:
    """Return one button a rhythm: pressing *Start* chooses it."""
    buttons: list[Any] = [
        Button(
            text=label(words(f"nudges-start-{rhythm}")),
            action_id=f"{START}.{rhythm}",
            value=encode({"rhythm": rhythm}),
        )
        for rhythm in ("daily", "three", "weekly")
    ]
    return Actions(buttons)


def offer(words: Words) -> Message:
    """Return the invitation to start, for somebody who hasn't."""
    text = words("nudges-offer")
    return Message(text, finish([Section(ours(text)), start_buttons(words)]))


def home_card(words: Words, *, started: bool, text: str | None, next_said: str | None) -> list[Any]:
    """Return the room's part of Home: the newest practice, or how to start."""
    if not started:
        return [Section(ours(words("nudges-home-empty"))), start_buttons(words)]
    lines = [words("nudges-home-title")]
    if text:
        lines.append(text)
    if next_said:
        lines.append(words("nudges-home-next", moment=next_said))
    return [Section(ours("\n".join(lines)))]
