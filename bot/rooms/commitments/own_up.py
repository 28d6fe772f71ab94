"""Owning up: when instead, in which words, and the words to copy. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Context, Input, Option, PlainTextInput, RadioButtons, Section

from bot.content.schema import Draft as Wording
from bot.rooms.commitments.capture import MAX_CHARS
from bot.rooms.commitments.form import when_fields
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.said import Voice
from bot.slack.blocks import Block, clipped, label, modal, ours, theirs
from bot.slack.ids import WorkspaceId, encode

OWN_UP = "commitments.own_up.send"
MOVE = "commitments.move.send"
COPIED = "commitments.words.close"
WORDING = "commitments.words.choose"
WORDS = "commitments.words.write"
CHAT = "commitments.chat.open"
SHOWN_CHARS = 300


def own_up_form(voice: Voice, wordings: Sequence[Wording], promise: Told) -> Block:
    """Ask when instead and how serious it is; the words come next."""
    options = [Option(text=label(clipped(one.when, 75)), value=one.id) for one in wordings]
    return modal(
        OWN_UP,
        title=voice("commitments-own-up-title"),
        parts=[
            Section(ours(voice("commitments-own-up-deal"))),
            Section(theirs(clipped(promise.text, SHOWN_CHARS))),
            *when_fields(voice, None, None, optional=True, which="instead"),
            Input(
                label=label(voice("commitments-own-up-which")),
                element=RadioButtons(action_id=WORDING, options=options, initial_option=options[0]),
                block_id=WORDING,
            ),
        ],
        submit=voice("commitments-own-up-send"),
        close=voice("commitments-cancel"),
        metadata=encode({"promise": promise.id, "at": promise.due}),
    )


def move_form(voice: Voice, promise: Told, *, is_free: bool) -> Block:
    """Ask for the new time, and say before it is given what moving now means."""
    meaning = voice("commitments-move-free" if is_free else "commitments-move-counts")
    return modal(
        MOVE,
        title=voice("commitments-move-title"),
        parts=[
            Section(theirs(clipped(promise.text, SHOWN_CHARS))),
            Section(ours(meaning)),
            *when_fields(voice, None, None, which="instead"),
        ],
        submit=voice("commitments-move-send"),
        close=voice("commitments-cancel"),
        metadata=encode({"promise": promise.id, "at": promise.due}),
    )


def words_view(
    voice: Voice, became: str, words: str, workspace: WorkspaceId, to: str | None
) -> Block:
    """Return the words to edit and copy, and the way to the chat they belong in."""
    parts: list[Any] = [
        Section(ours(became)),
        Input(
            label=label(voice("commitments-words")),
            hint=label(voice("commitments-words-hint")),
            element=PlainTextInput(
                action_id=WORDS, multiline=True, initial_value=clipped(words, MAX_CHARS)
            ),
            block_id=WORDS,
        ),
    ]
    return modal(
        COPIED,
        title=voice("commitments-words-title"),
        parts=[*parts, *chat_parts(voice, workspace, to)],
        submit=voice("commitments-words-done"),
        close=voice("commitments-close"),
    )


def own_up_words(
    voice: Voice, wordings: Sequence[Wording], chosen: str | None, text: str, to: datetime | None
) -> str:
    """Return the chosen draft about a promise's *text*, with the new time if there is one."""
    wording = next((one for one in wordings if one.id == chosen), wordings[0])
    new_time = voice.moment(to) if to else voice("commitments-own-up-when")
    return wording.said(promise=text, new_time=new_time)


def chat_parts(voice: Voice, workspace: WorkspaceId, to: str | None) -> list[Any]:
    """Return the way to the chat with whom it concerns, and that nothing is sent."""
    nothing_sent = Context([ours(voice("commitments-nothing-sent"))])
    if to is None:
        return [nothing_sent]
    url = f"https://slack.com/app_redirect?team={workspace}&channel={to}"
    chat = label(voice("commitments-words-chat"))
    button = Button(text=chat, action_id=CHAT, url=url, value=encode())
    return [Actions([button]), nothing_sent]
