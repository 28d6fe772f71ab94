"""What asking for a second view looks like, on both sides. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from blockkit import (
    Actions,
    Button,
    Context,
    Divider,
    Input,
    Option,
    PlainTextInput,
    RadioButtons,
    Section,
)

from bot.content import Words
from bot.members.mention import mention
from bot.rooms.asks.rules import FACTORS
from bot.rooms.asks.usecases import Asked, Overview
from bot.slack.blocks import (
    MAX_SECTION_CHARS,
    Block,
    clipped,
    finish,
    label,
    modal,
    ours,
    theirs,
)
from bot.slack.ids import MemberId, encode
from bot.slack.inputs import MessageRef

ASK = "asks.ask.send"
SEND = "asks.answer.send"
ANSWER = "asks.answer.open"
DECLINE = "asks.ask.decline"
SWITCH_OFF = "asks.asks.off"
SWITCH = "asks.asks.switch"
LIST = "asks.list.open"
OLDER = "asks.list.older"
NEWER = "asks.list.newer"
MOST = "asks.most.choose"
MORE = "asks.more.choose"
CHANGE = "asks.change.write"
SETTLED = {  # what is said in the place of an ask that was dealt with
    "answered": "asks-answered-note",
    "declined": "asks-declined",
    "off": "asks-are-off",
}
PER_PAGE = 8
MAX_CHANGE_CHARS = 1000


def ask_form(words: Words, asked: MemberId, ask_id: str) -> Block:
    """Return what the other will be asked, before it is."""
    return modal(
        ASK,
        title=words("asks-title"),
        parts=[
            Section(ours(words("asks-preview", person=_mention(asked)))),
            Section(ours(words("asks-preview-questions"))),
            Context([ours(words("asks-preview-deal"))]),
        ],
        submit=words("asks-send"),
        close=words("asks-cancel"),
        metadata=encode({"asked": asked, "ask": ask_id}),
    )


def asked_view(words: Words) -> Block:
    """Return the one line an asker reads, whatever becomes of it."""
    return modal(
        "asks.asked.read",
        title=words("asks-title"),
        parts=[
            Section(ours(words("asks-asked"))),
            Context([ours(words("asks-where"))]),
        ],
        close=words("asks-close"),
    )


def ask_rider(words: Words, data: Mapping[str, Any]) -> Sequence[Any]:
    """Return the ask as it rides in the other's slot, or what they answered it."""
    value = encode({"ask": data["ask"]})
    asker = mention(words, data["asker"])  # who may have had themselves forgotten meanwhile
    place = _place(data["ask"])
    if data.get("settled") in SETTLED:
        return [_note(words(SETTLED[data["settled"]]), data["ask"])]
    return [
        Section(ours(words("asks-rider", person=asker)), block_id=f"{place}what"),
        Context([ours(words("asks-deal", person=asker))], block_id=f"{place}deal"),
        Actions(
            [
                Button(text=label(words("asks-answer")), action_id=ANSWER, value=value),
                Button(text=label(words("asks-decline")), action_id=DECLINE, value=value),
                Button(text=label(words("asks-off")), action_id=SWITCH_OFF, value=value),
            ],
            block_id=f"{place}answer",
        ),
    ]


def settled(blocks: Sequence[Block], ask_id: str, said: str) -> list[Block]:
    """Return a message's *blocks* with *said* where the ask stood; the rest stays."""
    place = _place(ask_id)
    its = [block for block in blocks if block.get("block_id", "").startswith(place)]
    if not its:
        return list(blocks)
    note = finish([_note(said, ask_id)])
    at = blocks.index(its[0])
    return [*blocks[:at], *note, *(block for block in blocks[at:] if block not in its)]


def answer_rider(words: Words, data: Mapping[str, Any]) -> Sequence[Any]:
    """Return the news that answers came; whose they are and what they say is for the window."""
    said = words("asks-news", count=len(data["answers"]))
    button = Button(text=label(words("asks-read")), action_id=LIST, value=encode())
    return [Section(ours(said)), Actions([button])]


def answer_form(
    words: Words, ask_id: str, asker: MemberId, message: MessageRef | None = None
) -> Block:
    """Return the three questions, headed by the deal; *message* is where the ask rode."""
    person = _mention(asker)
    return modal(
        SEND,
        title=words("asks-answer-title"),
        parts=[
            Section(ours(words("asks-deal", person=person))),
            Context([ours(words("asks-kept"))]),
            _choice(words, MOST, words("asks-most")),
            _choice(words, MORE, words("asks-more")),
            Input(
                label=label(words("asks-change")),
                hint=label(words("asks-change-hint")),
                element=PlainTextInput(
                    action_id=CHANGE, multiline=True, max_length=MAX_CHANGE_CHARS
                ),
                block_id=CHANGE,
                optional=True,
            ),
        ],
        submit=words("asks-answer-send"),
        close=words("asks-cancel"),
        metadata=encode(
            {"ask": ask_id, **({"channel": message.channel, "ts": message.ts} if message else {})}
        ),
    )


def answered_view(words: Words, asker: MemberId) -> Block:
    return modal(
        "asks.answered.read",
        title=words("asks-answer-title"),
        parts=[Section(ours(words("asks-answered", person=_mention(asker))))],
        close=words("asks-close"),
    )


def list_view(words: Words, overview: Overview, zone: str, page: int = 0) -> Block:
    """Return what somebody asked and what was answered, and their own switch."""
    here = overview.asked[page * PER_PAGE : (page + 1) * PER_PAGE]
    parts: list[Any] = []
    for one in here:
        parts += [*_entry(words, one, zone), Divider()]
    if not here:
        parts += [Section(ours(words("asks-none"))), Divider()]
    parts += _turns(words, len(overview.asked), page)
    state = "on" if overview.takes_asks else "off"
    switch = Button(
        text=label(words(f"asks-taken-{state}-switch")),
        action_id=SWITCH,
        value=encode({"off": overview.takes_asks, "page": page}),
    )
    parts.append(Section(ours(words(f"asks-taken-{state}")), accessory=switch))
    return modal(
        "asks.list.read",
        title=words("asks-title"),
        parts=parts,
        close=words("asks-close"),
    )


def _entry(words: Words, one: Asked, zone: str) -> list[Any]:
    day = words.day(one.asked_at.astimezone(ZoneInfo(zone)).date())
    parts: list[Any] = [Section(ours(words("asks-entry", person=_mention(one.of), day=day)))]
    if one.answer is None:
        return [*parts, Section(ours(words("asks-asked")))]
    most, more = (words(f"asks-factor-{key.lower()}") for key in (one.answer.most, one.answer.more))
    parts.append(Section(ours(words("asks-entry-answer", most=most, more=more))))
    if one.answer.change:
        parts.append(Section(ours(words("asks-entry-change"))))
        parts.append(Section(theirs(clipped(one.answer.change, MAX_SECTION_CHARS))))
    return parts


def _turns(words: Words, count: int, page: int) -> list[Any]:
    buttons: list[Any] = [
        Button(text=label(said), action_id=action, value=encode({"page": to}))
        for action, to, said in (
            (OLDER, page + 1, words("asks-older")),
            (NEWER, page - 1, words("asks-newer")),
        )
        if 0 <= to * PER_PAGE < count
    ]
    return [Actions(buttons)] if buttons else []


def _choice(words: Words, action_id: str, question: str) -> Input:
    options = [
        Option(text=label(words(f"asks-option-{factor.lower()}")), value=factor)
        for factor in FACTORS
    ]
    return Input(
        label=label(question),
        element=RadioButtons(action_id=action_id, options=options),
        block_id=action_id,
    )


def _note(said: str, ask_id: str) -> Context:
    return Context([ours(said)], block_id=f"{_place(ask_id)}settled")


def _place(ask_id: str) -> str:
    return f"asks.ask.{ask_id}."


def _mention(member: str) -> str:
    """Return a name that Slack fills in; where only its reader sees it, it calls nobody."""
    return f"<@{member}>"
