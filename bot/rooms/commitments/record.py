"""Between a promise's row and the promise the rules speak of."""

import uuid
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, cast

from bot.members.reader import Reader
from bot.rooms.commitments.grammar import Grain
from bot.rooms.commitments.rules import Ending, Promise, Series
from bot.rooms.commitments.tables import Commitment

STANDING = (
    "made_at", "due_at", "grain", "moved", "said_early", "checked_at", "at_risk",
    "asked_at", "not_yet_at", "ended_at", "ending",
)  # fmt: skip
SERIES = ("recurrence", "first_at", "zone", "instance_at")


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to promise; *due_at* is aware, *link* leads to where it was said."""

    text: str
    due_at: datetime
    grain: Grain
    to: str | None = None
    recurrence: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class Told:
    """A promise as views show it, in a form that JSON can hold; *due* is in Unix seconds."""

    id: str
    text: str
    due: int
    grain: str
    to: str | None = None
    repeats: str | None = None
    link: str | None = None

    @property
    def due_at(self) -> datetime:
        return datetime.fromtimestamp(self.due, UTC)


def new_id() -> str:
    return uuid.uuid4().hex


def new_row(who: Reader, wanted: Wanted, promise_id: str, now: datetime) -> Commitment:
    """Return the row of a promise made at *now*; a cadence keeps the wall time of *who*'s zone."""
    due_at = wanted.due_at.astimezone(UTC).replace(microsecond=0)
    row = Commitment(
        workspace_id=who.workspace,
        promise_id=promise_id,
        member_id=who.member,
        to_id=to_another(wanted, who),
        text=wanted.text,
        link=wanted.link,
        made_at=now,
        due_at=due_at,
        grain=wanted.grain,
    )
    set_series(row, wanted.recurrence, who.zone)
    return row


def to_another(wanted: Wanted, who: Reader) -> str | None:
    """Return whom a promise is to; nobody else, where somebody promises it to themselves."""
    return None if wanted.to == who.member else wanted.to


def set_series(row: Commitment, recurrence: str | None, zone: str) -> None:
    """Make the promise the first of a cadence, or of none."""
    series = Series(recurrence, row.due_at, zone, row.due_at) if recurrence else None
    _write_series(row, series)


def following_row(row: Commitment, promise: Promise) -> Commitment:
    """Return the row of the promise that follows *row*: recommitted, or next of its cadence."""
    following = Commitment(
        workspace_id=row.workspace_id,
        promise_id=new_id(),
        member_id=row.member_id,
        to_id=row.to_id,
        text=row.text,
        link=row.link,
        made_at=promise.made_at,
        due_at=promise.due_at,
        grain=promise.grain,
    )
    write(following, promise)
    return following


def promise_of(row: Commitment) -> Promise:
    standing = {name: getattr(row, name) for name in STANDING}
    standing["ending"] = Ending(row.ending) if row.ending else None
    return Promise(**standing, series=_series_of(row))


def write(row: Commitment, promise: Promise) -> None:
    """Bring *row* to where *promise* stands."""
    for name in STANDING:
        setattr(row, name, getattr(promise, name))
    row.ending = promise.ending.value if promise.ending else None
    _write_series(row, promise.series)


def told(row: Commitment) -> Told:
    due = int(row.due_at.timestamp())
    return Told(row.promise_id, str(row.text), due, row.grain, row.to_id, row.recurrence, row.link)


def as_json(promise: Told) -> dict[str, Any]:
    return asdict(promise)


def _series_of(row: Commitment) -> Series | None:
    if row.recurrence is None:
        return None
    first_at, instance_at = row.first_at or row.due_at, row.instance_at or row.due_at
    return Series(row.recurrence, first_at, cast(str, row.zone), instance_at)


def _write_series(row: Commitment, series: Series | None) -> None:
    for name in SERIES:
        setattr(row, name, getattr(series, name) if series else None)
