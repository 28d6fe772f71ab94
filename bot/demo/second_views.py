"""The tour's quieter scenes: a full check, a second view asked for, a story told anew."""

import re
from datetime import timedelta

from bot.demo.guide import Tour

FULL = {"C": 3, "R": 4, "I": 4, "S": 2}  # what Fay makes of each factor's five statements
ASKED = ("ben", "fay")
OPEN = "asks.answer.open"
DECLINE = "asks.ask.decline"
READ = "asks.list.open"
WRAPPING = re.compile(r"[\s│]")
STORY = ("relationship", "usual", "moments", "other", "factor", "retold", "repair")


async def full_check(tour: Tour) -> None:
    """Fay takes the full check: twenty statements over five pages."""
    tour.title(tour.words("demo-full"))
    fay = tour.person("fay")
    await tour.do(fay.types("/trustcheck full"), "the full check opens")
    tour.tell(fay.reads_modal())
    statements = tour.stage.bot.deps.content.catalogue(tour.locale).statements.full
    for page in range(0, len(statements), len(FULL)):
        given = {
            f"trustcheck.answer.{one.id}": str(
                6 - FULL[one.factor] if one.reversed else FULL[one.factor]
            )
            for one in statements[page : page + len(FULL)]
        }
        await tour.do(fay.submits(given), f"page {page // len(FULL) + 1} is sent")
    tour.tell(fay.reads_modal())
    tour.expect("5.5" in fay.reads_modal(), "the result shows T = 5.5")
    await tour.do(fay.closes(), "the result is closed")


async def ask(tour: Tour) -> None:
    """Ann asks Ben and Fay for a second view, and reads the same line both times."""
    tour.title(tour.words("demo-ask"))
    ann = tour.person("ann")
    shown = set()
    for name in ASKED:
        await tour.do(ann.types(f"/trustcheck ask @{name}"), "what will be asked is shown")
        if name == ASKED[0]:
            tour.tell(ann.reads_modal())
        await tour.do(ann.submits(), f"{name} is asked")
        shown.add(ann.reads_modal())
        await tour.do(ann.closes(), "the line is closed")
    tour.expect(len(shown) == 1, "Ann reads the same line for both")
    tour.tell(shown.pop())


async def answer(tour: Tour) -> None:
    """The ask came with the day's message; Ben answers, Fay lets it pass."""
    tour.title(tour.words("demo-answer"))
    for name in ASKED:
        asked = [one for one in tour.person(name).sees() if OPEN in str(one.blocks)]
        tour.expect(len(asked) == 1, f"the ask reached {name} once, in the day's message")
    ben = tour.person("ben")
    await tour.do(ben.clicks(OPEN), "the form opens")
    tour.tell(ben.reads_modal())
    await ben.fills({"asks.most.choose": "R", "asks.more.choose": "I"})
    await ben.fills({"asks.change.write": tour.words("demo-answer-change")})
    await tour.do(ben.submits(), "the answer is sent")
    tour.tell(ben.reads_modal())
    await tour.do(ben.closes(), "the thanks are closed")
    fay = tour.person("fay")
    passed = next(one for one in fay.sees() if OPEN in str(one.blocks))
    await tour.do(fay.clicks(DECLINE, message=passed), "Fay lets it pass")
    tour.tell(fay.reads(since=[one.ts for one in fay.sees()].index(passed.ts)))
    for person in (ben, fay):
        still = [one for one in person.sees() if OPEN in str(one.blocks)]
        tour.expect(not still, "an ask that was dealt with has no buttons left")


async def answer_arrived(tour: Tour) -> None:
    """Ann's own message told her so; she reads the one answer, and the line for the other."""
    tour.title(tour.words("demo-arrived"))
    ann = tour.person("ann")
    told = [one for one in ann.sees() if READ in str(one.blocks)]
    tour.expect(len(told) == 1, "one message tells Ann of the answer")
    tour.expect("U0BEN" not in str(told[0].blocks), "it doesn't say whose it is")
    tour.tell(ann.reads_these(told))
    await tour.do(ann.clicks(READ, message=told[0]), "the answers open")
    read = ann.reads_modal()
    tour.tell(read)
    same = _unwrapped(tour.words("asks-asked"))
    tour.expect(_stands(tour.words("demo-answer-change"), read), "Ben's answer is there")
    tour.expect(_unwrapped(read).count(same) == 1, "and for Fay's still the same line")
    await tour.do(ann.closes(), "the answers are closed")


async def reflection(tour: Tour) -> None:
    """Chen tells a story with a new last line, and makes the repair a promise."""
    tour.title(tour.words("demo-reflect"))
    chen = tour.person("chen")
    await tour.do(chen.types("/trustcheck reflect"), "the first step opens")
    tour.tell(chen.reads_modal())
    for step in STORY:
        said = "I" if step == "factor" else tour.words(f"demo-story-{step}")
        await chen.fills({f"reflection.answer.{step}": said})
        if step == "repair":
            await chen.fills({"reflection.keep.choose": "leave"})
        await tour.do(chen.submits(), f"the step {step} is sent")
    tour.tell(chen.reads_modal())
    tour.expect(_stands(tour.words("demo-story-retold"), chen.reads_modal()), "its new last line")
    tour.title(tour.words("demo-repair"))
    await tour.do(chen.clicks("commitments.text.promise"), "the promise's form opens")
    friday = (tour.began + timedelta(days=4)).date().isoformat()
    await tour.do(chen.submits({"commitments.form.day": friday}), "the promise is logged")
    tour.tell(chen.reads_modal())
    tour.expect(_stands(tour.words("demo-story-repair"), chen.reads_modal()), "in Chen's words")
    while chen.modal:
        await tour.do(chen.closes(), "the story is closed")


def _stands(said: str, shown: str) -> bool:
    return _unwrapped(said) in _unwrapped(shown)


def _unwrapped(shown: str) -> str:
    """Return a window's text as one line, for a sentence may be broken anywhere."""
    return WRAPPING.sub("", shown)
