"""Who may ask whom, and when. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

OPEN_FOR = timedelta(days=7)
PAIR_REST = timedelta(days=90)
PERSON_REST = timedelta(days=7)
FACTORS = ("C", "R", "I", "S")

_PERSON = re.compile(r"<@(?P<id>[A-Z0-9]+)(?:\|[^<>]*)?>")


@dataclass(frozen=True)
class Resting:
    """Why an ask must wait: the *pair* or the *person* has a rest until then (aware UTC)."""

    whose: str
    until: datetime


def mentioned(text: str) -> list[str]:
    """Return the ids of everybody a command names, each once."""
    return list(dict.fromkeys(person["id"] for person in _PERSON.finditer(text)))


def resting(
    pair_asked_at: datetime | None, person_asked_at: datetime | None, now: datetime
) -> Resting | None:
    """Say whether there has to be a rest: since the same two's last ask, or anyone's of that one.

    Nothing here depends on what became of those asks.
    """
    rests = (("pair", pair_asked_at, PAIR_REST), ("person", person_asked_at, PERSON_REST))
    for whose, asked_at, rest in rests:
        if asked_at is not None and now < asked_at + rest:
            return Resting(whose, asked_at + rest)
    return None


def is_open(state: str, asked_at: datetime, now: datetime) -> bool:
    """Say whether an ask can still be answered."""
    return state == "open" and now < asked_at + OPEN_FOR
