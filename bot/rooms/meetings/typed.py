"""What stands behind `meeting`: minutes, and perhaps how many people. Pure."""

import re

from bot.errors import UserError
from bot.rooms.meetings.rules import FEWEST, LONGEST, MOST, SHORTEST, USUAL_PEOPLE, Order

# "45", "45 min", "45 minutes with 8 people": numbers with words between, no signs, no fractions.
_TYPED = re.compile(r"(\d{1,6})[^\d.,-]{0,30}(?:(\d{1,6})[^\d.,-]{0,30})?")


def read_order(text: str, version: int) -> Order:
    """Read what was typed; six people unless told.

    Raises:
        UserError: no number of minutes or people that a meeting can have.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise UserError("meetings-which-length", shortest=SHORTEST, longest=LONGEST)
    minutes, people = int(found[1]), int(found[2] or USUAL_PEOPLE)
    if not SHORTEST <= minutes <= LONGEST:
        raise UserError("meetings-bad-length", shortest=SHORTEST, longest=LONGEST)
    if not FEWEST <= people <= MOST:
        raise UserError("meetings-bad-people", fewest=FEWEST, most=MOST)
    return Order(minutes, people, version)
