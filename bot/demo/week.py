"""The tour's week: a promise asked after and kept, and a team's pulse from set-up to results."""

from datetime import time, timedelta

from bot.demo.guide import Tour
from bot.demo.stage import CAST, CHANNEL
from bot.members.rules import local_instant
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.people import Person

ANSWERS = {"ann": 4, "ben": 4, "chen": 3, "deepa": 5, "eli": 4}  # five of the six
ASKED = ("anchor", "C", "R", "I", "S")
ANSWER = "pulse.poll.answer"
KEPT = "commitments.promise.kept"
BY_DUE = "commitments.promise.by_due"


async def promise(tour: Tour) -> None:
    """Ann logs a promise, is asked when it is due, and has kept it."""
    ann = tour.person("ann")
    typed = tour.words("demo-promise-typed")
    tour.title(tour.words("demo-promise", typed=typed))
    before = len(ann.sees())
    await tour.do(ann.types(typed), "the promise is logged")
    tour.expect(len(ann.sees()) == before + 1, "what was understood is shown back")
    tour.tell(ann.reads(since=before))
    tour.title(tour.words("demo-asked"))
    await tour.stage.move(tour.london(3, time(9, 30)))  # her daily message comes at its hour
    await tour.stage.move(tour.london(3, time(14, 59)))
    before = len(ann.sees())
    await tour.stage.move(tour.london(3, time(15)))
    asked = ann.sees()[before:]
    tour.expect(len(asked) == 1 and KEPT in str(asked[0].blocks), "the question comes at 15:00")
    tour.tell(ann.reads(since=before))
    await tour.do(ann.clicks(KEPT), "Kept is taken")
    await tour.do(ann.clicks(BY_DUE), "so is her word for when")
    tour.expect(BY_DUE not in str(_again(ann, asked[0]).blocks), "the answer stands in its place")
    tour.tell(ann.reads(since=before))


async def set_up_pulse(tour: Tour) -> None:
    """Ann sets up the team's pulse in #proj; the channel is told."""
    tour.title(tour.words("demo-set-up"))
    ann = tour.person("ann")
    await tour.do(ann.types("/pulse", channel=CHANNEL), "the form opens")
    tour.tell(ann.reads_modal())
    before = len(ann.sees(CHANNEL))
    await tour.do(ann.submits(), "the pulse is set up")
    posts = ann.sees(CHANNEL)[before:]
    tour.expect(len(posts) == 1, "the channel is told")
    tour.tell("\n#proj\n" + ann.reads(CHANNEL, since=before))


async def poll(tour: Tour) -> None:
    """The poll comes in everybody's slot; five of six answer."""
    tour.title(tour.words("demo-poll"))
    tuesday = tour.monday + timedelta(days=8)
    instants = {local_instant(tuesday, time(9, 30), one.zone) for one in CAST}
    for at in sorted(instants):
        await tour.stage.move(at)
    ann = tour.person("ann")
    polls = [message for message in ann.sees() if ANSWER in str(message.blocks)]
    tour.expect(len(polls) == 1, "the poll reached Ann, once")
    tour.tell(ann.reads(since=ann.sees().index(polls[0])))
    for name, score in ANSWERS.items():
        person = tour.person(name)
        await tour.do(person.clicks(ANSWER), f"{name} opens the form")
        if name == "ann":
            tour.tell(person.reads_modal())
        given = {f"pulse.answer.{asked}": str(score) for asked in ASKED}
        await tour.do(person.submits(given), f"{name}'s answers are counted")
        while person.modal:
            await tour.do(person.closes(), "the thanks are closed")


async def results(tour: Tour) -> None:
    """The poll closes, and the channel reads what five answers say together."""
    tour.title(tour.words("demo-results"))
    ann = tour.person("ann")
    await tour.stage.move(tour.london(10, time(23)))
    before = len(ann.sees(CHANNEL))
    await tour.stage.move(tour.london(11, time(10)))
    posts = ann.sees(CHANNEL)[before:]
    tour.expect("4.0" in str([post.blocks for post in posts]), "the results are posted")
    tour.tell(ann.reads(CHANNEL, since=before))


def _again(person: Person, message: SeenMessage) -> SeenMessage:
    return next(one for one in person.sees() if one.ts == message.ts)
