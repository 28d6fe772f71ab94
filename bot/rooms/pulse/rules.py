"""Who may set up, start, change and answer a pulse, and when a poll stays shut."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.rooms.pulse.calendar import MIN_GAP, Timetable
from bot.rooms.pulse.publication import MIN_ANSWERS, checked_minimum
from bot.rooms.pulse.similarity import OtherPoll, is_too_similar
from bot.slack.ids import MemberId

MIN_TEAM = 4
MAX_OPEN_TO_ALL = 50  # a larger team's pulse is set up by a workspace admin
MAX_INSTANT = 100
WEEKS = (1, 2)  # from one poll to the next
TUESDAY = 1


@dataclass(frozen=True)
class PulseSettings:
    """What a team chose; frozen into each poll when it opens.

    *weekday* is each member's local one, Monday is 0. Raises: ValueError for what no form offers.
    """

    weekday: int = TUESDAY
    weeks: int = 1
    minimum: int = MIN_ANSWERS
    has_comments: bool = False
    locale: str = "en"

    def __post_init__(self) -> None:
        if self.weekday not in range(7) or self.weeks not in WEEKS:
            raise ValueError("a pulse comes on a weekday from 0 to 6, every week or every two")
        checked_minimum(self.minimum)


class ChannelKind(StrEnum):
    """Where a command was typed."""

    PUBLIC = "public"
    PRIVATE = "private"
    GROUP_MESSAGE = "group_message"
    DIRECT_MESSAGE = "direct_message"


@dataclass(frozen=True)
class Channel:
    """A conversation as Slack tells it; *people* counts full members, without bots and guests."""

    kind: ChannelKind
    people: int
    has_bot: bool
    is_shared: bool = False
    is_archived: bool = False


@dataclass(frozen=True)
class Asker:
    """Who wants something; *is_full_member*: in this channel, and neither guest nor bot."""

    member: MemberId
    is_full_member: bool
    is_admin: bool = False


class Refusal(StrEnum):
    """Why a pulse or an instant poll can't be had here, or by this person."""

    DIRECT_MESSAGE = "direct_message"
    GROUP_MESSAGE = "group_message"
    PRIVATE = "private"
    SHARED = "shared"
    ARCHIVED = "archived"
    BOT_ABSENT = "bot_absent"
    NOT_FULL_MEMBER = "not_full_member"
    TOO_SMALL = "too_small"  # answered with two questions to talk about instead
    ALREADY_SET_UP = "already_set_up"
    ADMINS_ONLY = "admins_only"
    LARGE_NEEDS_ADMIN = "large_needs_admin"
    OWNER_OR_ADMIN_ONLY = "owner_or_admin_only"
    INSTANT_OFF = "instant_off"
    TOO_LARGE = "too_large"


_KINDS = {
    ChannelKind.DIRECT_MESSAGE: Refusal.DIRECT_MESSAGE,
    ChannelKind.GROUP_MESSAGE: Refusal.GROUP_MESSAGE,
    ChannelKind.PRIVATE: Refusal.PRIVATE,
}


def channel_refusal(channel: Channel) -> Refusal | None:
    """Name why nothing of a team's can be posted in *channel*; ask again before each opening."""
    if channel.kind in _KINDS:
        return _KINDS[channel.kind]
    if channel.is_shared:
        return Refusal.SHARED
    if channel.is_archived:
        return Refusal.ARCHIVED
    return None if channel.has_bot else Refusal.BOT_ABSENT


def may_set_up(
    asker: Asker, channel: Channel, *, is_set_up: bool = False, admins_only: bool = False
) -> Refusal | None:
    """Name why *asker* may not set up this channel's pulse and become its owner."""
    if refusal := _team_refusal(asker, channel):
        return refusal
    if is_set_up:
        return Refusal.ALREADY_SET_UP
    return needs_admin(asker, channel, admins_only=admins_only)


def needs_admin(asker: Asker, channel: Channel, *, admins_only: bool) -> Refusal | None:
    """Name why only a workspace admin may become the pulse's owner of their own accord.

    *admins_only* is the workspace's own choice; over fifty people it holds anyway.
    """
    if admins_only and not asker.is_admin:
        return Refusal.ADMINS_ONLY
    if channel.people > MAX_OPEN_TO_ALL and not asker.is_admin:
        return Refusal.LARGE_NEEDS_ADMIN
    return None


def may_start_instant(
    asker: Asker, channel: Channel, *, owner: MemberId | None, is_off: bool = False
) -> Refusal | None:
    """Name why *asker* may not start an instant poll here; whether it's time is `may_open`'s.

    *owner* is the pulse's, None where there is no pulse or its owner left. *is_off*: the
    workspace's admins switched instant polls off.
    """
    if refusal := _team_refusal(asker, channel):
        return refusal
    if is_off:
        return Refusal.INSTANT_OFF
    if not may_change(asker, owner):
        return Refusal.OWNER_OR_ADMIN_ONLY
    return Refusal.TOO_LARGE if channel.people > MAX_INSTANT else None


def may_change(asker: Asker, owner: MemberId | None) -> bool:
    """Tell whether *asker* may change, pause, stop or hand over a pulse: its owner, an admin."""
    return asker.is_admin or asker.member == owner


def _team_refusal(asker: Asker, channel: Channel) -> Refusal | None:
    if refusal := channel_refusal(channel):
        return refusal
    if not asker.is_full_member:
        return Refusal.NOT_FULL_MEMBER
    return Refusal.TOO_SMALL if channel.people < MIN_TEAM else None


@dataclass(frozen=True)
class PastPoll:
    """The team's latest poll of any kind; it *is_open* until its closing is carried out."""

    opened_on: date
    is_open: bool


class Shut(StrEnum):
    """Why a poll doesn't open; counted by this name."""

    PAUSED = "paused"
    MISSED = "missed"
    PREVIOUS_OPEN = "previous_open"
    TOO_SOON = "too_soon"
    TOO_FEW_PEOPLE = "too_few_people"
    ALMOST_SAME_PEOPLE = "almost_same_people"


def may_open(
    now: datetime,
    plan: Timetable,
    asked: frozenset[MemberId],
    *,
    previous: PastPoll | None = None,
    others: Iterable[OtherPoll] = (),
    paused_until: date | None = None,
) -> Shut | None:
    """Name why the poll planned as *plan* stays shut, whether weekly or instant.

    *asked* are the team's full members but those who left the poll; *others* the polls of the
    workspace's other teams. On *paused_until* itself the pulse is back. After an outage a poll
    opens late or, past its closing, not at all.
    """
    if paused_until is not None and plan.opens_on < paused_until:
        return Shut.PAUSED
    if now >= plan.closes_at:
        return Shut.MISSED
    if previous is not None and previous.is_open:
        return Shut.PREVIOUS_OPEN
    if previous is not None and plan.opens_on - previous.opened_on < MIN_GAP:
        return Shut.TOO_SOON
    if len(asked) < MIN_TEAM:
        return Shut.TOO_FEW_PEOPLE
    return Shut.ALMOST_SAME_PEOPLE if is_too_similar(now, asked, others) else None


class Unanswerable(StrEnum):
    """Why an answer isn't taken."""

    NOT_ASKED = "not_asked"
    NOT_OPEN_YET = "not_open_yet"
    CLOSED = "closed"
    BARRED = "barred"  # as the channel is now, nothing of it could be posted
    ALREADY_ANSWERED = "already_answered"


def may_answer(
    now: datetime,
    plan: Timetable,
    *,
    is_asked: bool,
    has_answered: bool,
    is_barred: bool = False,
) -> Unanswerable | None:
    """Name why somebody's answer isn't taken; to those never asked nothing else is told.

    No answer is taken from *closes_at* on, when the figures may already be out: the same figures
    before and after one late answer would tell what it was.
    """
    if not is_asked:
        return Unanswerable.NOT_ASKED
    if now < plan.opens_at:
        return Unanswerable.NOT_OPEN_YET
    if now >= plan.closes_at:
        return Unanswerable.CLOSED
    if is_barred:
        return Unanswerable.BARRED
    return Unanswerable.ALREADY_ANSWERED if has_answered else None
