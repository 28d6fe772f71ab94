"""Where a kickoff can be had, and by whom. Pure."""

from dataclasses import dataclass
from enum import StrEnum

SWITCH = "kickoff"  # its name among what admins switched off


@dataclass(frozen=True)
class Place:
    """A conversation as far as the bot knows it; *has_asker*: as a full member."""

    is_direct: bool
    has_bot: bool
    has_asker: bool
    is_shared: bool = False
    is_archived: bool = False
    is_off: bool = False


class Refusal(StrEnum):
    """Why there is no kickoff here, or not for this person."""

    DIRECT = "direct"
    OFF = "off"
    BOT_ABSENT = "bot-absent"
    ARCHIVED = "archived"
    SHARED = "shared"
    NOT_MEMBER = "not-member"


def refusal(place: Place) -> Refusal | None:
    """Name the first thing that stands in the way; None where nothing does."""
    hindrances = {
        Refusal.DIRECT: place.is_direct,
        Refusal.OFF: place.is_off,
        Refusal.ARCHIVED: place.is_archived,
        Refusal.BOT_ABSENT: not place.has_bot,
        Refusal.SHARED: place.is_shared,
        Refusal.NOT_MEMBER: not place.has_asker,
    }
    return next((why for why, stands in hindrances.items() if stands), None)
