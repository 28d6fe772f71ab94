"""The tour: what a team lives through with Trustcheck in a week, without a person at the keys.

What happened is read from what the sandbox delivered, never from the bot's rows. Every step says
what it expects; a step that didn't happen ends the tour with exit code 1.
"""

from collections.abc import Awaitable, Callable
from datetime import time, timedelta
from zoneinfo import ZoneInfo

import typer

from bot.demo import fortnight, promise_life, second_views, week
from bot.demo.guide import Missing, Tour, delivered, text_of
from bot.demo.stage import CAST, Cast, Stage
from bot.members.rules import local_instant
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.typeset import wrap

SLOT = time(9, 30)
CHECK = {"C": "4", "R": "4", "I": "2", "S": "2"}


async def take_tour(stage: Stage, locale: str) -> int:
    """Walk through every step; return 0, or 1 where one didn't happen."""
    tour = Tour(stage, locale, stage.clock.now())
    steps: tuple[Callable[[Tour], Awaitable[None]], ...] = (
        check,
        second_views.full_check,
        start,
        second_views.ask,
        week.set_up_pulse,
        morning,
        second_views.answer,
        week.promise,
        second_views.answer_arrived,
        second_views.reflection,
        promise_life.at_risk,
        promise_life.owned_up,
        week.poll,
        promise_life.kept_after_all,
        week.results,
        fortnight.fortnight,
    )
    try:
        for step in steps:
            await step(tour)
    except (Missing, LookupError) as error:
        typer.echo(f"\nThis didn't happen: {error}", err=True)
        return 1
    tour.title(tour.words("demo-end"))
    return 0


async def check(tour: Tour) -> None:
    """Ann takes the twenty-second check."""
    tour.title(tour.words("demo-check"))
    ann = tour.person("ann")
    await tour.do(ann.types("/trustcheck"), "the check opens")
    tour.tell(ann.reads_modal())
    answers = {f"trustcheck.answer.{factor}": score for factor, score in CHECK.items()}
    await tour.do(ann.submits(answers), "the check is sent")
    tour.tell(ann.reads_modal())
    tour.expect("5.0" in ann.reads_modal(), "the result shows T = 5.0")
    await tour.do(ann.closes(), "the result is closed")


async def start(tour: Tour) -> None:
    """Everybody presses Start."""
    tour.title(tour.words("demo-start"))
    for one in CAST:
        person = tour.person(one.name)
        await tour.do(person.types("/trustcheck start"), "the offer comes")
        await tour.do(person.clicks("nudges.habit.start.daily"), "nudges start")
    tour.tell(tour.person("eli").reads())


async def morning(tour: Tour) -> None:
    """The next morning's nudges, each at its own 09:30."""
    tour.title(tour.words("demo-morning"))
    tuesday = tour.stage.clock.now().date() + timedelta(days=1)
    slots = {one: local_instant(tuesday, SLOT, one.zone) for one in CAST}
    for at in sorted(set(slots.values())):
        early = {one: len(delivered(tour.person(one.name))) for one in CAST}
        await tour.stage.move(at)
        for one in CAST:
            new = delivered(tour.person(one.name))[early[one] :]
            due = slots[one] == at
            tour.expect(len(new) == due, f"{one.name} gets one nudge, at 09:30 in {one.city}")
            if due:
                _tell_nudge(tour, one, new[0])
    ben = tour.person("ben")
    await tour.do(ben.clicks("nudges.practice.done"), "Ben presses Did it")
    tour.expect("Did it" not in ben.reads(), "the buttons are gone once answered")


def _tell_nudge(tour: Tour, one: Cast, nudge: SeenMessage) -> None:
    local = nudge.shown_at.astimezone(ZoneInfo(one.zone))
    tour.expect(f"{local:%H:%M}" == f"{SLOT:%H:%M}", f"it is 09:30 in {one.city}")
    city = tour.words(f"demo-city-{one.city.lower().replace(' ', '-')}")
    when = f"{tour.words.weekday(local.weekday())} {local:%H:%M}"
    said = tour.words("demo-nudge", name=one.name, city=city, when=when)
    tour.tell("\n".join([f"\n{said}", *wrap(text_of(nudge), indent="    ")]))
