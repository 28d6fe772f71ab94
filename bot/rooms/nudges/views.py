"""What a nudge looks like, before and after it is answered. Pure."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from blockkit import Actions, Button, Context, Option, Overflow, Section

from bot.content import Practice, Words
from bot.members.reader import Reader
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode
from bot.slack.stencil import ID, Stencil

START = "nudges.habit.start"
BACK = "nudges.habit.back"
DONE = "nudges.practice.done"
ANOTHER = "nudges.practice.another"
MENU = "nudges.practice.menu"
# Answered by other rooms.
PROMISE = "commitments.practice.promise"
NOTIFICATION = "preferences.notification.choose"
SETTINGS = "preferences.settings.open"

CARDS_KEPT = 1000  # more than there are wordings; those that name somebody come and go
LASTING = ("done", "hidden", "promised")  # reactions that are said again wherever they are met


def nudge_card(words: Words, data: Mapping[str, Any]) -> Message:
    """Return a practice with its buttons; the notification says what it is only if they chose so.

    *data*: nudge, practice, text; names, whether it is about somebody who could be named; full.
    """
    text = str(data["text"])
    notification = text if data.get("full") else words("nudges-notification")
    card = _card(words, text, str(data["practice"]), names=bool(data.get("names")))
    return Message(notification, card.filled(data["nudge"]))


@lru_cache(CARDS_KEPT)
def _card(words: Words, text: str, practice: str, *, names: bool) -> Stencil:
    shown = {"nudge": ID, "practice": practice, "names": names}
    return Stencil([Section(ours(text)), _buttons(words, shown)])


def _buttons(words: Words, data: Mapping[str, Any]) -> Actions:
    value = encode({"nudge": data["nudge"], "practice": data["practice"]})
    actions: list[Any] = [
        Button(text=label(words("nudges-done")), action_id=DONE, value=value, style=Button.PRIMARY),
        Button(text=label(words("nudges-promise")), action_id=PROMISE, value=value),
        Button(text=label(words("nudges-another")), action_id=ANOTHER, value=value),
        Overflow(
            action_id=MENU,
            options=[
                Option(
                    text=label(words(f"nudges-menu-{what}")),
                    value=encode({"do": what, "nudge": data["nudge"]}),
                )
                for what in _menu(bool(data.get("names")))
            ],
        ),
    ]
    return Actions(actions)


def _menu(names_somebody: bool) -> tuple[str, ...]:
    suggest = ("suggest",) if names_somebody else ()
    return ("later", *suggest, "hide", "pause", "why")


def answer(words: Words, reaction: str, **more: str) -> Block:
    """Return what was pressed, for the place where the buttons were."""
    return finish([Context([ours(words(f"nudges-answered-{reaction}", **more))])])[0]


def answered_before(words: Words, reaction: str | None) -> Block:
    """Return what was answered before, for buttons that still stood there."""
    if reaction in LASTING:
        return answer(words, reaction)
    return finish([Context([ours(words("nudges-answered"))])])[0]


def answered_card(words: Words, text: str, said: Block) -> Message:
    """Return a practice with what was pressed in the place of its buttons."""
    return Message(words("nudges-notification"), finish([Section(ours(text)), said]))


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


def started(
    words: Words, who: Reader, next_at: datetime | None, now: datetime, *, is_new: bool
) -> Message:
    """Return the confirmation of *Start*; to somebody new, with the choice of notification text.

    Whoever was shown round has been offered it there.
    """
    text = words("nudges-started")
    if next_at is not None:
        text = words("nudges-started-at", moment=words.moment(next_at, who.zone, now=now))
    parts: list[Any] = [Section(ours(text))]
    settings = Button(text=label(words("nudges-settings")), action_id=SETTINGS, value=encode())
    if is_new:
        ways = [_notification(words, way) for way in ("discreet", "full")]
        parts += [Section(ours(words("nudges-notification-ask"))), Actions([*ways, settings])]
    else:
        parts.append(Actions([settings]))
    return Message(text, finish([*parts, Context([ours(words("nudges-stop-how"))])]))


def _notification(words: Words, way: str) -> Button:
    return Button(
        text=label(words(f"nudges-notification-{way}")),
        action_id=f"{NOTIFICATION}.{way}",
        value=encode({"text": way}),
    )


def start_buttons(words: Words, *, here: bool = False) -> Actions:
    """Return one button a rhythm: pressing *Start* chooses it.

    *here*: the answer takes the place of the message, which nobody else sees.
    """
    where = {"here": True} if here else {}
    buttons: list[Any] = [
        Button(
            text=label(words(f"nudges-start-{rhythm}")),
            action_id=f"{START}.{rhythm}",
            value=encode({"rhythm": rhythm, **where}),
        )
        for rhythm in ("daily", "three", "weekly")
    ]
    return Actions(buttons)


def offer(words: Words, time: str) -> Message:
    """Return the invitation to start, for somebody who hasn't; *time* is their slot, said."""
    text = words("nudges-offer", time=time)
    return Message(text, finish([Section(ours(text)), start_buttons(words, here=True)]))


def slowed_rider(words: Words, data: Mapping[str, Any]) -> list[Any]:
    """Return the news that nudges slowed down, with one click back."""
    button = Button(text=label(words("nudges-back")), action_id=BACK, value=encode())
    return [Section(ours(words(f"nudges-slowed-{data['slowed']}"))), Actions([button])]


def back(words: Words, who: Reader, next_at: datetime | None, now: datetime) -> Message:
    """Return the confirmation that nudges come as they did before."""
    text = words("nudges-back-done")
    if next_at is not None:
        text = words("nudges-back-done-at", moment=words.moment(next_at, who.zone, now=now))
    return Message(text, finish([Section(ours(text))]))


def home_card(
    words: Words,
    *,
    started: bool,
    text: str | None,
    next_said: str | None,
    is_todays: bool = True,
    pressable: Mapping[str, Any] | None = None,
    said: Block | None = None,
) -> list[Any]:
    """Return the room's part of Home: the newest practice, or how to start.

    *pressable*: the practice as `nudge_card` takes it, where it waits for a word from them. *said*:
    what they answered.
    """
    if not started:
        return [Section(ours(words("nudges-home-empty"))), start_buttons(words)]
    title = words("nudges-home-title" if is_todays else "nudges-home-latest")
    parts: list[Any] = [Section(ours(f"{title}\n{text or ''}".strip()))]
    if pressable:
        parts.append(_buttons(words, pressable))
    if said:
        parts.append(said)
    if next_said:
        parts.append(Context([ours(words("nudges-home-next", moment=next_said))]))
    return parts
