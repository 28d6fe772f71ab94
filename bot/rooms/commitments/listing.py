"""The list: open promises by due time, and how the ended ones ended; a page at a time. Pure."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

from blockkit import Actions, Button, Confirm, Context, Divider, Option, Overflow, Section

from bot.rooms.commitments.outcome import Counts
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.rules import CORRECT_WITHIN, CORRECTABLE, CORRECTIONS, Ending, Promise
from bot.rooms.commitments.said import Voice
from bot.rooms.commitments.usecases import Outcome
from bot.rooms.commitments.views import (
    DO,
    OPEN_FORM,
    OPEN_LIST,
    do,
    noted_parts,
    open_parts,
    promise_parts,
    verbs_now,
)
from bot.slack.blocks import Block, Buildable, label, modal, ours
from bot.slack.ids import encode

A_PAGE = 10
ON_HOME = 5
ENDED = "commitments.ended.turn"  # at a page
FRESH = "commitments.fresh.start"
MENU = f"{DO}.menu"
CORRECT = f"{DO}.correct"
Standing = tuple[Told, Promise]


def open_page(voice: Voice, promises: Sequence[Standing], counts: Counts, page: int) -> Block:
    """Return a page of the open promises, the next due first, with what may be said of each."""
    page = max(0, min(page, (len(promises) - 1) // A_PAGE))
    shown = promises[page * A_PAGE : (page + 1) * A_PAGE]
    parts: list[Any] = [Section(ours(voice("commitments-open", count=len(promises))))]
    for promise, standing in shown:
        parts += [Divider(), *_open(voice, promise, standing)]
    parts += [Divider(), *_turn(voice, OPEN_LIST, page, len(promises))]
    parts += [Section(ours(how_ended(voice, counts))), Actions(_below(voice))]
    return _modal(voice, parts)


def _open(voice: Voice, promise: Told, standing: Promise) -> list[Any]:
    return promise_parts(voice, promise, _buttons(voice, promise, standing))


def _buttons(voice: Voice, promise: Told, standing: Promise) -> list[Any]:
    verbs = verbs_now(voice, promise)
    return [*(do(voice, verb, promise) for verb in verbs), menu(voice, promise, standing)]


def made_before(voice: Voice, made: Outcome) -> list[Any]:
    """Return a promise that somebody was about to make once more, as it stands."""
    said, promise = Section(ours(voice("commitments-made-before"))), made.promise
    if made.standing.ending is not None:
        return [said, *noted_parts(voice, promise, _ending_note(made.standing))]
    return [said, *_open(voice, promise, made.standing)]


def menu(voice: Voice, promise: Told, standing: Promise) -> Overflow:
    """Return what else may happen to an open promise."""
    verbs = ["change", "release"]
    if standing.series is not None:
        verbs.append("skip")
    options = [
        Option(
            text=label(voice(f"commitments-menu-{verb}")),
            value=encode({"do": verb, "promise": promise.id, "at": promise.due}),
        )
        for verb in verbs
    ]
    return Overflow(action_id=MENU, options=options)


def _below(voice: Voice) -> list[Any]:
    log = Button(text=label(voice("commitments-do-form")), action_id=OPEN_FORM, value=encode())
    ended = Button(
        text=label(voice("commitments-do-ended")), action_id=ENDED, value=encode({"page": 0})
    )
    return [log, ended]


def ended_page(voice: Voice, promises: Sequence[Standing], counts: Counts, page: int) -> Block:
    """Return a page of what ended lately, the newest first; some of it can be put right."""
    page = max(0, min(page, (len(promises) - 1) // A_PAGE))
    shown = promises[page * A_PAGE : (page + 1) * A_PAGE]
    parts: list[Any] = [Section(ours(how_ended(voice, counts)))]
    for promise, standing in shown:
        parts += [Divider(), *_ended(voice, promise, standing)]
    parts += [Divider(), *_turn(voice, ENDED, page, len(promises)), Actions(_after(voice))]
    return _modal(voice, parts)


def _ended(voice: Voice, promise: Told, standing: Promise) -> list[Any]:
    note = _ending_note(standing)
    options = [
        Option(
            text=label(voice(f"commitments-correct-{ending.value.replace('_', '-')}")),
            value=encode({"promise": promise.id, "ending": ending.value}),
        )
        for ending in Ending
        if ending in CORRECTIONS and ending is not standing.ending
    ]
    if not _is_correctable(voice, standing):
        return noted_parts(voice, promise, note)
    menu = Overflow(action_id=CORRECT, options=options)
    return promise_parts(voice, promise, [menu], note=voice(note))


def _ending_note(standing: Promise) -> str:
    return f"commitments-ended-{(standing.ending or Ending.NO_WORD).value.replace('_', '-')}"


def _is_correctable(voice: Voice, standing: Promise) -> bool:
    if standing.ended_at is None or standing.ending not in CORRECTABLE:
        return False
    return voice.now <= standing.ended_at + CORRECT_WITHIN


def _after(voice: Voice) -> list[Any]:
    to_open = Button(
        text=label(voice("commitments-do-list")), action_id=OPEN_LIST, value=encode({"page": 0})
    )
    fresh = Button(
        text=label(voice("commitments-do-fresh")),
        action_id=FRESH,
        value=encode(),
        confirm=Confirm(
            title=label(voice("commitments-do-fresh")),
            text=label(voice("commitments-fresh-sure")),
            confirm=label(voice("commitments-do-fresh")),
            deny=label(voice("commitments-cancel")),
        ),
    )
    return [to_open, fresh]


def how_ended(voice: Voice, counts: Counts) -> str:
    """Tell how promises ended: in counts from five, with a percentage from twenty. Mrkdwn."""
    if not counts.are_told:
        return voice("commitments-ended-few", count=counts.total)
    kinds = {
        "on-time": counts.on_time,
        "owned-up": counts.owned_up,
        "late": counts.late,
        "no-word": counts.no_word,
    }
    told = [voice(f"commitments-count-{kind}", count=n) for kind, n in kinds.items() if n]
    said = reduce(lambda first, then: voice("commitments-count-then", first=first, then=then), told)
    lines = [voice("commitments-ended", total=counts.total, counts=said)]
    if counts.percentage is not None:
        lines.append(voice("commitments-percentage", percentage=counts.percentage))
    if counts.early:
        lines.append(voice("commitments-early", count=counts.early))
    if counts.released:
        lines.append(voice("commitments-released", count=counts.released))
    return "\n".join(lines)


def home_card(
    voice: Voice, promises: Sequence[Standing], ended: Sequence[Standing], counts: Counts
) -> list[Buildable | Block]:
    """Return the room's part of Home: the next due with their buttons, and the last ended."""
    if not promises and not ended:
        log = Button(text=label(voice("commitments-do-form")), action_id=OPEN_FORM, value=encode())
        return [Section(ours(voice("commitments-home-empty"))), Actions([log])]
    parts: list[Any] = [Section(ours(voice("commitments-open", count=len(promises))))]
    for promise, _ in promises[:ON_HOME]:
        parts += open_parts(voice, promise)
    for promise, standing in ended[:1]:
        ending = (standing.ending or Ending.NO_WORD).value.replace("_", "-")
        parts += noted_parts(voice, promise, f"commitments-ended-{ending}")
    if counts.are_told:
        parts.append(Context([ours(how_ended(voice, counts))]))
    to_list = Button(
        text=label(voice("commitments-do-list")), action_id=OPEN_LIST, value=encode({"page": 0})
    )
    return [*parts, Actions([to_list, _below(voice)[0]])]


def _turn(voice: Voice, action_id: str, page: int, count: int) -> list[Any]:
    """Return the buttons to other pages, where there are any."""
    pages = -(-count // A_PAGE)
    if pages < 2:
        return []
    there = {"before": page - 1, "after": page + 1}
    buttons: list[Any] = [
        Button(
            text=label(voice(f"commitments-page-{where}")),
            action_id=f"{action_id}.{where}",
            value=encode({"page": to}),
        )
        for where, to in there.items()
        if 0 <= to < pages
    ]
    said = voice("commitments-page", page=page + 1, pages=pages)
    return [Context([ours(said)]), Actions(buttons)]


def _modal(voice: Voice, parts: Sequence[Any]) -> Block:
    return modal(
        "commitments.list.read",
        title=voice("commitments-title"),
        parts=parts,
        close=voice("commitments-close"),
    )
