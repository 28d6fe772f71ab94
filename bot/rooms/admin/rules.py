"""What a workspace's admins may choose. Pure."""

from dataclasses import dataclass

SWITCHES = ("asks", "comments", "instant", "kickoff")
RETENTIONS = (90, 180, 365, 730)  # days; the last is the house's own
LONGEST = RETENTIONS[-1]


@dataclass(frozen=True)
class Choices:
    """What holds in a workspace: *on* of the switches, who may set up a pulse, days kept."""

    on: frozenset[str] = frozenset(SWITCHES)
    admins_only: bool = False
    retention_days: int = LONGEST
