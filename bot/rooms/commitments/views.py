"""A promise as people see it: its text as typed, when and to whom, and what to press. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Context, Section

from bot.members.mention import mention
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.rules import Ending, Promise
from bot.rooms.commitments.said import Voice, repeats
from bot.slack.blocks import (
    MAX_SECTION_CHARS,
    Block,
    Message,
    clipped,
    escaped,
    finish,
    label,
    modal,
    ours,
    theirs,
)
from bot.slack.ids import encode

DO = "commitments.promise"  # with the verb behind it: what a press does to a promise
PRACTICE = "commitments.practice.promise"  # on the cards of other rooms
TEXT = "commitments.text.promise"  # beside another room's field of the id below
TEXT_FIELD = "commitments.text.write"
OPEN_FORM = "commitments.form.open"
OPEN_LIST = "commitments.list.turn"  # at a page
MAX_BUTTON_CHARS = 75  # Slack: button.text
DUE = ("kept", "not_yet", "move")
AHEAD = ("done", "at_risk", "move")
CHECK = ("on_track", "at_risk", "done")
DRAFTED = ("update", "nothing_new")
SHORT_CHARS = 300  # of a promise's text, where several stand together


def do(voice: Voice, verb: str, promise: Told) -> Button:
    """Return a button that does *verb* to a promise; it knows which due time it speaks of."""
    style = Button.PRIMARY if verb in ("kept", "on_track") else None
    is_ahead = verb == "move" and promise.due_at > voice.now
    name = "move-ahead" if is_ahead else verb.replace("_", "-")
    said = voice(f"commitments-do-{name}", moment=voice.moment(promise.due_at))
    return Button(
        text=label(clipped(said, MAX_BUTTON_CHARS)),
        action_id=f"{DO}.{verb}",
        value=encode({"promise": promise.id, "at": promise.due}),
        style=style,
    )


def promise_parts(
    voice: Voice,
    promise: Told,
    buttons: Sequence[Any] = (),
    *,
    note: str = "",
    chars: int = SHORT_CHARS,
) -> list[Any]:
    """Return the blocks of one promise; their ids tell them from those of others."""
    about = " · ".join(filter(None, [note, *facts(voice, promise)]))
    parts: list[Any] = [
        Section(theirs(clipped(promise.text, chars)), block_id=_block_id(promise.id, "text")),
        Context([ours(about)], block_id=_block_id(promise.id, "about")),
    ]
    if buttons:
        parts.append(Actions(list(buttons), block_id=_block_id(promise.id, "do")))
    return parts


def facts(voice: Voice, promise: Told) -> list[str]:
    """Return when a promise is due, to whom it is, how it repeats, where it was said: mrkdwn."""
    said = [voice("commitments-due", moment=voice.moment(promise.due_at))]
    if promise.to:
        said.append(voice("commitments-to", person=mention(voice, promise.to)))
    if promise.repeats:
        said.append(repeats(voice, promise.repeats))
    if promise.link:
        said.append(f"<{escaped(promise.link)}|{voice('commitments-link')}>")
    return said


def replaced(blocks: Iterable[Block], promise_id: str, parts: Sequence[Any]) -> list[Block]:
    """Return a message's *blocks* with those of one promise replaced by *parts*."""
    shown: list[Block] = []
    fresh = finish(parts)
    for block in blocks:
        if not str(block.get("block_id", "")).startswith(_block_id(promise_id, "")):
            shown.append(block)
        elif fresh:
            shown += fresh
            fresh = []
    return shown


def _block_id(promise_id: str, part: str) -> str:
    return f"promise.{promise_id}.{part}"


def logged_parts(
    voice: Voice, promise: Told, asks_at: datetime, to_self: bool = False
) -> list[Any]:
    """Return a promise just logged: what was understood, to be changed or undone."""
    due = voice("commitments-logged", moment=voice.moment(promise.due_at), zone=voice.zone_name)
    if promise.grain == "time":
        asked = voice("commitments-asked-then")
    else:
        asked = voice("commitments-asked-at", moment=voice.moment(asks_at))
    buttons = [do(voice, "change", promise), do(voice, "undo", promise)]
    own = voice("commitments-logged-to-self") if to_self else ""
    return [
        Section(
            ours(" ".join(filter(None, [due, asked, own]))),
            block_id=_block_id(promise.id, "when"),
        ),
        *promise_parts(voice, promise, buttons, chars=MAX_SECTION_CHARS),
    ]


def logged(voice: Voice, promise: Told, asks_at: datetime, to_self: bool = False) -> Message:
    parts = logged_parts(voice, promise, asks_at, to_self)
    return Message(voice("commitments-logged-text"), finish(parts))


def ask_again(voice: Voice, line: str) -> Message:
    """Return what somebody typed, with the way to the form, where none could be opened."""
    return _not_logged(voice, "commitments-ask-again", line)


def to_a_bot(voice: Voice, line: str) -> Message:
    """Return what somebody typed as a promise to an app, with the way to the form."""
    return _not_logged(voice, "commitments-why-to-a-bot", line)


def _not_logged(voice: Voice, why: str, line: str) -> Message:
    button = Button(text=label(voice("commitments-do-form")), action_id=OPEN_FORM, value=encode())
    parts: list[Any] = [
        Section(ours(voice(why))),
        Section(theirs(clipped(line, MAX_SECTION_CHARS))),
        Actions([button]),
    ]
    return Message(voice(why), finish(parts))


def said_in_modal(voice: Voice, parts: Sequence[Any]) -> Block:
    """Return *parts* as a modal to read, with the way to the list."""
    to_list = Button(
        text=label(voice("commitments-do-list")), action_id=OPEN_LIST, value=encode({"page": 0})
    )
    return modal(
        "commitments.card.read",
        title=voice("commitments-title"),
        parts=[*parts, Actions([to_list])],
        close=voice("commitments-close"),
    )


def open_parts(voice: Voice, promise: Told, note: str = "") -> list[Any]:
    """Return an open promise with what may be said about it now: before or after it was due."""
    buttons = [do(voice, verb, promise) for verb in verbs_now(voice, promise)]
    return promise_parts(voice, promise, buttons, note=note)


def verbs_now(voice: Voice, promise: Told) -> tuple[str, ...]:
    """Return what may be done to an open promise now; a cadence's has its update drafted."""
    verbs = DUE if promise.due_at <= voice.now else AHEAD
    return (*verbs, *DRAFTED) if promise.repeats else verbs


def check_parts(voice: Voice, promise: Told) -> list[Any]:
    """Return the check ahead."""
    verbs = (*CHECK, *DRAFTED) if promise.repeats else CHECK
    return promise_parts(voice, promise, [do(voice, verb, promise) for verb in verbs])


def which_parts(voice: Voice, promise: Told) -> list[Any]:
    """Return *Kept* pressed after the due time: by then, or later? Their word is taken."""
    buttons = [do(voice, verb, promise) for verb in ("by_due", "later")]
    note = voice("commitments-which", moment=voice.moment(promise.due_at))
    return promise_parts(voice, promise, buttons, note=note)


def noted_parts(voice: Voice, promise: Told, note_id: str) -> list[Any]:
    """Return a promise with what has been said about it, and nothing left to press."""
    return promise_parts(voice, promise, note=voice(note_id))


def following_parts(voice: Voice, promise: Told) -> list[Any]:
    """Return what follows a promise that ended: recommitted, or the next of its cadence."""
    moment = voice.moment(promise.due_at)
    return [
        Context(
            [ours(voice("commitments-following", moment=moment))],
            block_id=_block_id(promise.id, "next"),
        )
    ]


def became(voice: Voice, promise: Told, standing: Promise, following: Told | None) -> str:
    """Say what a new time, or none, made of a promise."""
    if following is not None and standing.ending is Ending.OWNED_UP:
        return voice("commitments-became-new", moment=voice.moment(following.due_at))
    if standing.ending is not None:
        return voice("commitments-became-owned-up")
    return voice("commitments-became-moved", moment=voice.moment(promise.due_at))
