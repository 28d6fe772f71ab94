"""What a workspace's admins may choose. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

SWITCHES = ("asks", "comments", "instant", "kickoff")
RETENTIONS = (90, 180, 365, 730)  # days; the last is the house's own
LONGEST = RETENTIONS[-1]


@dataclass(frozen=True)
class Choices:
    """What holds in a workspace: *on* of the switches, who may set up a pulse, days kept."""

    on: frozenset[str] = frozenset(SWITCHES)
    admins_only: bool = False
    retention_days: int = LONGEST


def changed(before: Choices, after: Choices) -> Sequence[str]:
    """Name what differs."""
    names = [field.name for field in fields(Choices)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]
