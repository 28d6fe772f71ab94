"""What a meeting's plan looks like, and its text to copy. Pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from blockkit import Actions, Button, Context, Option, Section, StaticSelect

from bot.content import Words
from bot.rooms.meetings.rules import Order, Part
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode

PEOPLE = "meetings.people.choose"
ANOTHER = "meetings.plan.another"
SEND = "meetings.plan.send"
GROUPS = (2, 3, 4, 6, 8, 10, 12, 15, 20, 30, 50)  # people, to choose from
CHUNK_CHARS = 2500  # of one preformatted text


def plan_view(words: Words, order: Order, parts: Sequence[Part], *, sent: bool = False) -> Block:
    """Return the plan in a modal, with other group sizes, another version, and *Send it to me*."""
    return modal(
        "meetings.plan.read",
        title=words("meetings-title"),
        parts=[
            Section(ours(_summary(words, order))),
            Actions([_group_menu(words, order), *_buttons(words, order, sent=sent)]),
            *plan_blocks(words, parts),
            Context([ours(words("meetings-sent" if sent else "meetings-hint"))]),
        ],
        close=words("meetings-close"),
    )


def plan_message(words: Words, order: Order, parts: Sequence[Part]) -> Message:
    """Return the plan as a message to oneself."""
    blocks: list[Any] = [Section(ours(_summary(words, order))), *plan_blocks(words, parts)]
    return Message(words("meetings-notice"), finish(blocks))


def values(order: Order) -> dict[str, int]:
    return {"minutes": order.minutes, "people": order.people, "version": order.version}


def plan_blocks(words: Words, parts: Sequence[Part]) -> list[Block]:
    """Return the plan as text to copy, in as few pieces as fit."""
    return [_preformatted(text) for text in _chunks([plan_line(words, part) for part in parts])]


def plan_line(words: Words, part: Part) -> str:
    hours, minutes = divmod(part.start, 60)
    start = f"{hours}:{minutes:02}"
    what = words(f"meetings-part-{part.sort}", minutes=part.minutes)
    if not part.text:
        return words("meetings-line", start=start, what=what)
    return words("meetings-line-said", start=start, what=what, text=part.text)


def _summary(words: Words, order: Order) -> str:
    return words("meetings-summary", minutes=order.minutes, people=order.people)


def _chunks(lines: Sequence[str]) -> Iterator[str]:
    chunk = ""
    for line in lines:
        if chunk and len(chunk) + len(line) >= CHUNK_CHARS:
            yield chunk
            chunk = ""
        chunk = f"{chunk}\n{line}" if chunk else line
    yield chunk


def _preformatted(text: str) -> Block:
    inner = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [inner]}


def _group_menu(words: Words, order: Order) -> StaticSelect:
    options = {
        people: Option(
            text=label(words("meetings-people", people=people)),
            value=encode({**values(order), "people": people}),
        )
        for people in sorted({*GROUPS, order.people})
    }
    return StaticSelect(
        action_id=PEOPLE,
        options=list(options.values()),
        initial_option=options[order.people],
    )


def _buttons(words: Words, order: Order, *, sent: bool) -> list[Button]:
    another = Order(order.minutes, order.people, order.version + 1)
    buttons = [
        Button(
            text=label(words("meetings-another")), action_id=ANOTHER, value=encode(values(another))
        )
    ]
    if not sent:
        value = encode(values(order))
        buttons.append(Button(text=label(words("meetings-send")), action_id=SEND, value=value))
    return buttons
