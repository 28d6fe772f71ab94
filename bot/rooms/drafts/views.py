"""What a draft looks like: mirrored, or begun as thanks. Pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from blockkit import Actions, Button, Context, Divider, Input, PlainTextInput, Section, StaticSelect
from blockkit import Option as Choice

from bot.content import Drafts, Words
from bot.content.schema import Draft
from bot.slack.blocks import (
    MAX_SECTION_CHARS,
    Block,
    clipped,
    label,
    modal,
    ours,
    theirs,
)
from bot.slack.ids import MemberId, WorkspaceId, encode

MIRROR = "drafts.mirror.send"
TEXT = "drafts.mirror.write"
THANKS = "drafts.thanks.send"
NAME = "drafts.thanks.name"
WORDING = "drafts.thanks.write"
OCCASION = "drafts.thanks.choose"
CHAT = "drafts.chat.open"
MAX_INPUT_CHARS = 3000  # Slack: plain_text_input
MAX_NAME_CHARS = 80
MAX_SHOWN_CHARS = 20_000


def mirror_form(words: Words, mirrored: Sequence[Any] = (), text: str = "") -> Block:
    """Return the field for the message, below whatever was *mirrored* already."""
    return modal(
        MIRROR,
        title=words("drafts-mirror-title"),
        parts=[
            *(mirrored or [Section(ours(words("drafts-mirror-deal")))]),
            Input(
                label=label(words("drafts-mirror-again" if mirrored else "drafts-mirror-text")),
                element=PlainTextInput(
                    action_id=TEXT,
                    multiline=True,
                    max_length=MAX_INPUT_CHARS,
                    initial_value=clipped(text, MAX_INPUT_CHARS) or None,
                ),
                block_id=TEXT,
            ),
        ],
        submit=words("drafts-mirror-send"),
        close=words("drafts-close"),
    )


def mirror(words: Words, drafts: Drafts, text: str) -> Block:
    """Return *text* as typed, with the questions to ask of it and ways to say a feeling."""
    kind = drafts.mirror
    parts = [
        Section(ours(kind.intro)),
        *(Section(theirs(piece)) for piece in _pieces(clipped(text, MAX_SHOWN_CHARS))),
        Divider(),
        Section(ours(words("drafts-mirror-questions", list=_list(words, kind.questions)))),
        Section(ours(words("drafts-mirror-feelings", list=_list(words, kind.feelings)))),
        Divider(),
    ]
    return mirror_form(words, parts, text)


def thanks_form(
    words: Words, drafts: Drafts, draft: Draft, *, name: str, to: MemberId | None
) -> Block:
    """Return a thank-you to edit: whom, on which occasion, in which words."""
    name = clipped(name, MAX_NAME_CHARS)
    said = draft.said(teammate=name or words("drafts-thanks-somebody"))
    return modal(
        THANKS,
        title=words("drafts-thanks-title"),
        parts=[
            Section(ours(words("drafts-thanks-deal"))),
            _name_field(words, name),
            _occasions(words, drafts, draft, to),
            Input(
                label=label(words("drafts-thanks-text")),
                element=PlainTextInput(
                    action_id=WORDING,
                    multiline=True,
                    max_length=MAX_INPUT_CHARS,
                    initial_value=said,
                ),
                # Another occasion's words need another id: Slack keeps what stands in a known one.
                block_id=f"{WORDING}.{draft.id}",
            ),
        ],
        submit=words("drafts-thanks-send"),
        close=words("drafts-close"),
        metadata=encode({"to": to}) if to else None,
    )


def _name_field(words: Words, name: str) -> Input:
    return Input(
        label=label(words("drafts-thanks-name")),
        hint=label(words("drafts-thanks-name-hint")),
        element=PlainTextInput(
            action_id=NAME,
            max_length=MAX_NAME_CHARS,
            initial_value=name or None,
        ),
        block_id=NAME,
        optional=True,
    )


def _occasions(words: Words, drafts: Drafts, draft: Draft, to: MemberId | None) -> Section:
    options = {
        one.id: Choice(text=label(one.when), value=encode({"draft": one.id, "to": to}))
        for one in drafts.thanks
    }
    menu = StaticSelect(
        action_id=OCCASION, options=list(options.values()), initial_option=options[draft.id]
    )
    return Section(ours(words("drafts-thanks-occasion")), accessory=menu, block_id=OCCASION)


def thanks_ready(words: Words, text: str, workspace: WorkspaceId, to: MemberId | None) -> Block:
    """Return the finished thanks to copy, and the way to the chat they belong in."""
    parts: list[Any] = [
        Section(ours(words("drafts-thanks-ready"))),
        *(_preformatted(piece) for piece in _pieces(text)),
    ]
    if to is not None:
        url = f"https://slack.com/app_redirect?team={workspace}&channel={to}"
        button = Button(text=label(words("drafts-chat")), action_id=CHAT, url=url, value=encode())
        parts.append(Actions([button]))
    parts.append(Context([ours(words("drafts-nothing-sent"))]))
    return modal(
        "drafts.thanks.read",
        title=words("drafts-thanks-title"),
        parts=parts,
        close=words("drafts-close"),
    )


def _list(words: Words, lines: Sequence[str]) -> str:
    return "\n".join(words("drafts-item", text=line) for line in lines)


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), MAX_SECTION_CHARS):
        piece = text[start : start + MAX_SECTION_CHARS]
        if piece.strip():
            yield piece


def _preformatted(text: str) -> Block:
    inner = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [inner]}
