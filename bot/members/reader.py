"""The person a message is for: what views need to know to speak to them."""

from dataclasses import dataclass
from datetime import date

from bot.slack.ids import MemberId, WorkspaceId
from bot.zones import DEFAULT_ZONE

DEFAULT_LOCALE = "en"


@dataclass(frozen=True)
class Reader:
    """Somebody as the bot knows them: *locale* is one we speak, *zone* an IANA name.

    *known* is false where Slack hasn't told us about them yet; locale and zone are then defaults.
    """

    workspace: WorkspaceId
    member: MemberId
    locale: str = DEFAULT_LOCALE
    zone: str = DEFAULT_ZONE
    known: bool = False
    welcomed: bool = False  # shown round already
    home_opened_on: date | None = None  # the last time, in UTC
    is_guest: bool = False  # or from another company: nothing here is for them
    language_open: bool = False  # which of ours they read, and nobody has asked yet

    @property
    def is_met(self) -> bool:
        """Whether there is nothing the bot would say to them first."""
        return self.welcomed and not self.language_open
