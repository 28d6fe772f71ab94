"""What rooms offer to one another: functions a room declares and others find in `Deps`."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.members.reader import Reader
from bot.slack.blocks import Block, Message
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.slack.inputs import Later, Press, Reply

if TYPE_CHECKING:
    from bot.deps import Deps

# Offered by the trust check to whoever chooses practices: the factor to start with (C, R, I or S)
# of each of the members who has checked.
Weakest = Callable[
    [AsyncSession, WorkspaceId, Sequence[MemberId]], Awaitable[Mapping[MemberId, str]]
]

# Offered by the learning room to whoever chooses practices: those of the members who are in a
# rough stretch at an instant (aware UTC), and those who chose the leaders' track.
Pressure = Callable[
    [AsyncSession, WorkspaceId, Sequence[MemberId], datetime], Awaitable[Collection[MemberId]]
]
Leaders = Callable[[AsyncSession, WorkspaceId, Sequence[MemberId]], Awaitable[Collection[MemberId]]]


@dataclass(frozen=True)
class FollowThrough:
    """How somebody's promises ended lately: *on_time* of *ended*."""

    ended: int
    on_time: int


# Offered by the promises room to the trust check: how a member's promises ended, seen at an
# instant (aware UTC); None where there are none to speak of.
FollowThroughOf = Callable[
    [AsyncSession, WorkspaceId, MemberId, datetime], Awaitable[FollowThrough | None]
]

# Offered by the promises room to the recap: how many promises each of the members kept, on time
# or late, after one instant and by another (aware UTC); who kept none is left out.
Kept = Callable[
    [AsyncSession, WorkspaceId, Sequence[MemberId], datetime, datetime],
    Awaitable[Mapping[MemberId, int]],
]


@dataclass(frozen=True)
class TeamSetUp:
    """That a channel's team has a pulse, and who set it up; None where they are gone."""

    channel: ChannelId
    owner: MemberId | None


# Offered by the pulse to whoever shows admins which teams have one: no figures.
Teams = Callable[[AsyncSession, WorkspaceId], Awaitable[Sequence[TeamSetUp]]]

# Offered by the promises room to whoever hears what somebody typed to the bot: what to say to that,
# if it reads like a promise.
Offer = Callable[["Deps", Reader, str], Awaitable[Message | None]]


@dataclass(frozen=True)
class NextPractice:
    """A practice shown to somebody, in which words, and the id under which that was counted."""

    practice_id: str
    wording_id: str
    shown_id: str
    is_promised: bool = False


# Offered by the nudges to the trust check: a factor's next practice, counted as shown under an id,
# once; None where every one is hidden.
PracticeOf = Callable[["Deps", AsyncSession, Reader, str, str], Awaitable[NextPractice | None]]

# Offered by the trust check to the nudges: the window in which a practice was shown under an id, as
# it stands by now; None where there is none.
ShownIn = Callable[["Deps", Reader, str], Awaitable[Block | None]]

# Offered by the nudges to the promises room: told of the press that makes one a promise, what the
# form is to carry (under "nudge", the promise's id); a reply where it was answered otherwise.
MayPromise = Callable[["Deps", Press], Awaitable[Mapping[str, Any] | Reply]]

# Offered by the nudges to the promises room: told what a form carried, once it has been sent:
# what is left to do after it.
Promised = Callable[["Deps", Reader, Mapping[str, Any]], Awaitable[Later | None]]


@dataclass(frozen=True, kw_only=True)
class Offers:
    """What a room offers the others, and in `Deps` what some room offers; None where none does."""

    weakest: Weakest | None = None
    practice_of: PracticeOf | None = None
    shown_in: ShownIn | None = None
    pressure: Pressure | None = None
    leaders: Leaders | None = None
    follow_through: FollowThroughOf | None = None
    kept: Kept | None = None
    teams: Teams | None = None
    offer: Offer | None = None
    may_promise: MayPromise | None = None
    promised: Promised | None = None
