"""What learning looks like: a page at a time, and the fortnight. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from blockkit import Actions, Button, Context, Divider, Option, Section, StaticSelect

from bot.content import Explainer, Leader, Words
from bot.rooms.learning.rules import neighbours
from bot.rooms.learning.usecases import Stretch, Track
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode

WHY_CHOOSE = "learning.why.choose"
WHY_BACK = "learning.why.back"
WHY_NEXT = "learning.why.next"
LEADER_BACK = "learning.leader.back"
LEADER_NEXT = "learning.leader.next"
TRACK = "learning.track.switch"
STOP = "learning.pressure.stop"


def why_page(words: Words, pages: Sequence[Explainer], page: Explainer) -> Block:
    """Return one page of *why*, with the way to every other."""
    ids = [one.id for one in pages]
    options = {one.id: Option(text=label(one.title), value=one.id) for one in pages}
    menu = StaticSelect(
        action_id=WHY_CHOOSE, options=list(options.values()), initial_option=options[page.id]
    )
    return modal(
        "learning.why.read",
        title=page.title,
        parts=[
            Section(ours(page.text)),
            Context([ours(_place(words, ids, page.id))]),
            Actions([menu, *_turns(words, ids, page.id, WHY_BACK, WHY_NEXT)]),
        ],
        close=words("learning-close"),
    )


def leader_page(words: Words, pages: Sequence[Leader], page: Leader, track: Track) -> Block:
    """Return one of the four reflections, and the leaders' track below it."""
    ids = [one.id for one in pages]
    questions = "\n".join(words("learning-question", text=text) for text in page.questions)
    state = "on" if track.is_on else "off"
    silent = track.is_on and not track.nudges_started
    switch = Button(
        text=label(words(f"learning-track-{state}-switch")),
        action_id=TRACK,
        value=encode({"page": page.id, "on": not track.is_on}),
    )
    return modal(
        "learning.leader.read",
        title=words("learning-leader-title"),
        parts=[
            Section(ours(words("learning-leader-deal"))),
            Divider(),
            Section(ours(words(f"learning-leader-{page.factor.lower()}"))),
            Section(ours(page.intro)),
            Section(ours(questions)),
            Context([ours(_place(words, ids, page.id))]),
            Actions(_turns(words, ids, page.id, LEADER_BACK, LEADER_NEXT)),
            Divider(),
            Section(ours(words(f"learning-track-{state}")), accessory=switch),
            *([Context([ours(words("learning-no-nudges"))])] if silent else []),
        ],
        close=words("learning-close"),
    )


def pressure_begun(words: Words, zone: str, stretch: Stretch, now: datetime) -> Message:
    """Return what a rough stretch changes, until when, and how to end it."""
    local = ZoneInfo(zone)
    day = words.day(stretch.until.astimezone(local).date(), today=now.astimezone(local).date())
    parts: list[Any] = [Section(ours(words("learning-pressure", day=day)))]
    if not stretch.nudges_started:
        parts.append(Context([ours(words("learning-no-nudges"))]))
    stop = Button(text=label(words("learning-pressure-stop")), action_id=STOP, value=encode())
    return Message(words("learning-pressure-notice"), finish([*parts, Actions([stop])]))


def pressure_ended(words: Words) -> Message:
    text = words("learning-pressure-ended")
    return Message(text, finish([Section(ours(text))]))


def _place(words: Words, ids: Sequence[str], at: str) -> str:
    return words("learning-place", page=ids.index(at) + 1, pages=len(ids))


def _turns(words: Words, ids: Sequence[str], at: str, back: str, on: str) -> list[Any]:
    before, after = neighbours(ids, at)
    return [
        Button(text=label(words(message)), action_id=action, value=encode({"page": page}))
        for action, page, message in (
            (back, before, "learning-back"),
            (on, after, "learning-next"),
        )
        if page is not None
    ]
