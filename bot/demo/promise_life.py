"""The tour's promise that nearly broke: at risk, owned up early, moved, kept at its new time."""

from datetime import time, timedelta

from bot.demo.guide import Tour
from bot.demo.week import BY_DUE, KEPT

AT_RISK = "commitments.promise.at_risk"
NEW_DAY = "commitments.form.day"
NEW_HOUR = "commitments.form.at"
ENDED = "commitments.ended.turn"
NOON = "12:00"


async def at_risk(tour: Tour) -> None:
    """Fay is asked the working day before, and says that it won't be in time."""
    typed = tour.words("demo-risk-typed")
    tour.title(tour.words("demo-risk", typed=typed))
    fay = tour.person("fay")
    await tour.do(fay.types(typed), "the promise is logged")
    before = len(fay.sees())
    await tour.stage.move(tour.london(4, time(9, 30)))
    asked = [one for one in fay.sees()[before:] if AT_RISK in str(one.blocks)]
    tour.expect(len(asked) == 1, "the check ahead rides in the day's one message")
    tour.expect(len(fay.sees()) == before + 1, "nothing else comes")
    tour.tell(fay.reads(since=before))


async def owned_up(tour: Tour) -> None:
    """She says it early: a new time, and words that she can send herself."""
    tour.title(tour.words("demo-own-up"))
    fay = tour.person("fay")
    await tour.do(fay.clicks(AT_RISK), "the way to own up opens")
    tour.tell(fay.reads_modal())
    wednesday = (tour.monday + timedelta(days=9)).isoformat()
    ben = len(tour.person("ben").sees())
    await tour.do(fay.submits({NEW_DAY: wednesday, NEW_HOUR: NOON}), "the new time is taken")
    tour.tell(fay.reads_modal())
    await tour.do(fay.submits(), "the words are hers now")
    tour.expect(len(tour.person("ben").sees()) == ben, "nothing is sent to Ben")


async def kept_after_all(tour: Tour) -> None:
    """At the new time she is asked once, and has kept it; the list says how it ended."""
    tour.title(tour.words("demo-kept"))
    fay = tour.person("fay")
    await tour.stage.move(tour.london(9, time(11, 59)))
    before = len(fay.sees())
    await tour.stage.move(tour.london(9, time(12)))
    asked = fay.sees()[before:]
    tour.expect(len(asked) == 1 and KEPT in str(asked[0].blocks), "she is asked at the new time")
    await tour.do(fay.clicks(KEPT), "Kept is taken")
    await tour.do(fay.clicks(BY_DUE), "so is her word for when")
    tour.tell(fay.reads(since=before))
    await tour.do(fay.types("/trustcheck promises"), "the list opens")
    await tour.do(fay.clicks(ENDED), "how they ended opens")
    tour.tell(fay.reads_modal())
    tour.expect(tour.words("demo-risk-promised") in fay.reads_modal(), "it stands among the ended")
    while fay.modal:
        await tour.do(fay.closes(), "the list is closed")
