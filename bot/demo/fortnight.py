"""The tour's two weeks of practices: one table, read from what was delivered and *Why this?*."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.content.schema import Practice
from bot.demo.guide import Missing, Tour, delivered
from bot.demo.stage import CAST
from bot.members.rules import local_instant
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.typeset import columns

SLOT = time(9, 30)
DAYS = [14 + 7 * week + day for week in range(2) for day in range(5)]  # after the tour's Monday
DONE = "nudges.practice.done"
MENU = "nudges.practice.menu"
LEAVE = "pulse.poll.leave"
COLUMNS = ("day", "factor", "side", "idea")
WIDTHS = (23, 17, 11, 36)
CHECK = {"C": "4", "R": "4", "I": "4", "S": "5"}
WEAKEST = "S"
SHARE = range(4, 7)  # of ten
WHYS = ("weakest", "turn", "spacing")
RUN = 5  # in any five practices four are principles
PRINCIPLES = 4


async def fortnight(tour: Tour) -> None:
    """Eli leaves the poll and lives two weeks: one practice each working day, at his slot."""
    tour.title(tour.words("demo-fortnight"))
    eli = tour.person("eli")
    await _check(tour)
    await tour.do(eli.clicks(LEAVE), "Eli leaves the poll, and nobody is told")
    tour.tell(
        _row(
            [
                *(tour.words(f"demo-column-{name}") for name in COLUMNS),
                tour.words("demo-column-why"),
            ]
        )
    )
    seen = [await _one_day(tour, tour.monday + timedelta(days=days)) for days in DAYS]
    sides = [one.side for one in seen]
    for start in range(len(sides) - RUN + 1):
        principles = sides[start : start + RUN].count("principle")
        tour.expect(
            principles == PRINCIPLES, f"four of five from practice {start + 1} are principles"
        )
    tour.expect(all(one.id != two.id for one, two in pairwise(seen)), "no practice follows itself")
    count = Counter(sides)
    told = {"principle": count["principle"], "virtual": count["virtual"]}
    tour.tell("\n" + tour.words("demo-sides", **told))
    weakest = sum(one.factor == WEAKEST for one in seen)
    tour.expect(weakest in SHARE, "about half go to the factor his check said to start with")
    factor = tour.words(f"nudges-factor-{WEAKEST.lower()}")
    tour.tell(tour.words("demo-share", count=weakest, factor=factor))


async def _check(tour: Tour) -> None:
    """Eli's check says where to start: what follows leans there."""
    eli = tour.person("eli")
    await tour.do(eli.types("/trustcheck"), "the check opens")
    answers = {f"trustcheck.answer.{factor}": score for factor, score in CHECK.items()}
    await tour.do(eli.submits(answers), "the check is sent")
    start = tour.words("trustcheck-start-with", factor=tour.words("trustcheck-factor-s"))
    tour.expect(start.strip("*") in eli.reads_modal(), "it says where to start")
    tour.tell(start.strip("*") + "\n")
    await tour.do(eli.closes(), "the result is closed")


async def _one_day(tour: Tour, on: date) -> Practice:
    """Let one slot come; tell what it brought, and why, as *Why this?* says it."""
    eli = next(one for one in CAST if one.name == "eli")
    person = tour.person(eli.name)
    before = len(delivered(person))
    await tour.stage.move(local_instant(on, SLOT, eli.zone))
    new = delivered(person)[before:]
    tour.expect(len(new) == 1, f"one message comes on {on}, at the slot")
    local = new[0].shown_at.astimezone(ZoneInfo(eli.zone))
    tour.expect((local.date(), f"{local:%H:%M}") == (on, f"{SLOT:%H:%M}"), "it is 09:30 there")
    practice = _practice(tour, new[0])
    await tour.do(person.clicks(tour.words("nudges-menu-why"), message=new[0]), "Why this? opens")
    shown = person.reads_modal()
    why = next((one for one in WHYS if tour.words(f"nudges-why-{one}") in shown), None)
    tour.expect(why, "it says why this practice was picked")
    await tour.do(person.closes(), "it is closed")
    await tour.do(person.clicks(DONE, message=new[0]), "Did it is taken")
    tour.tell(
        _row(
            [
                tour.words.day(on),
                tour.words(f"nudges-factor-{practice.factor.lower()}"),
                tour.words(f"demo-side-{practice.side}"),
                practice.idea,
                tour.words(f"demo-why-{why}"),
            ]
        )
    )
    return practice


def _practice(tour: Tour, message: SeenMessage) -> Practice:
    """Find the practice a delivered message is about, by what its buttons carry."""
    values = [
        json.loads(element["value"])
        for block in message.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == DONE
    ]
    tour.expect(len(values) == 1, "the message is a practice")
    catalogue = tour.stage.bot.deps.content.catalogue(tour.locale)
    found = catalogue.practice(values[0]["practice"])
    if found is None:
        raise Missing("the practice stands in the catalogue")
    return found


def _row(cells: Sequence[str]) -> str:
    *fixed, last = cells
    return "".join(_cell(text, width) for text, width in zip(fixed, WIDTHS, strict=True)) + last


def _cell(text: str, width: int) -> str:
    """Return *text* in exactly *width* terminal columns, cut where it is longer."""
    if columns(text) >= width:
        while columns(text) > width - 2:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (width - columns(text))
