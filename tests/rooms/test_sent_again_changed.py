"""Six first attempts fail in one minute; what happens before the second is minded by each."""

from datetime import UTC, datetime, timedelta

from sqlmodel import col, select

from bot.delivery.tables import Delivery
from bot.sandbox.outcome import SeenMessage
from tests.rooms.nudges.living import (
    DISCREET,
    buttons_in,
    delivered,
    practice_in,
    set_member,
    start,
)
from tests.rooms.test_sent_again import fails_once
from tests.talk import PROJ, Talk

THURSDAY = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
FRIDAY = THURSDAY + timedelta(days=1)
MONDAY = THURSDAY + timedelta(days=4)
EVERYBODY = ("ann", "ben", "chen", "deepa", "eli", "fay")
DECLINE = "Not this time"
WITHIN_S = 60


async def all_meet_at(talk: Talk, slot: datetime) -> None:
    """Have everybody live in London, have started, and be met at one slot."""
    for name in EVERYBODY:
        await start(talk, name)
        await set_member(talk, name, zone="Europe/London", next_slot_at=slot)


async def asks(talk: Talk, asker: str, asked: str) -> None:
    person = talk.person(asker)
    assert (await person.types(f"/trustcheck ask @{asked}", channel=PROJ)).ok
    assert (await person.submits()).ok


async def reasons(talk: Talk, kind: str) -> dict[str, str | None]:
    """Return why each person's message of Friday didn't come; None where it did."""
    async with talk.bot.deps.db.read() as session:
        rows = await session.scalars(
            select(Delivery).where(col(Delivery.kind) == kind, col(Delivery.slot) == "2026-11-27")
        )
        found = {row.target: (row.state, row.reason) for row in rows}
    return {
        talk.sandbox.person(who).name: reason if state == "skipped" else None
        for who, (state, reason) in found.items()
    }


def of_friday(talk: Talk, name: str) -> list[SeenMessage]:
    return [one for one in delivered(talk, name) if one.shown_at >= FRIDAY]


async def meanwhile(talk: Talk) -> None:
    """Between the attempts: a pause, a quiet, an answer, a vacation, and two settings."""
    ann, ben, _, deepa, eli, fay = (talk.person(name) for name in EVERYBODY)
    await ann.types("/trustcheck pause 2 weeks")
    await ben.types("/trustcheck pause until Sunday")
    await set_member(talk, "chen", notification="discreet")
    await deepa.opens_home()
    await talk.sandbox.until(lambda: "Today's practice" in deepa.reads_home(), within_s=WITHIN_S)
    await deepa.clicks("Did it")
    await eli.types("/trustcheck ask off")
    await fay.sets_status("Vacationing", ":palm_tree:")


async def test_what_is_sent_again_minds_what_has_changed(patient: Talk) -> None:
    talk = patient
    await all_meet_at(talk, THURSDAY)
    await set_member(talk, "ann", recap=True)
    await set_member(talk, "chen", notification="full")
    await talk.at(THURSDAY)
    await talk.person("ann").clicks("Did it")  # so that there is a recap
    await asks(talk, "fay", "ben")
    await asks(talk, "fay", "eli")
    # Made on Thursday for Monday: the check ahead comes with Friday's slot.
    assert (await talk.person("fay").types("/commit send Ann the deck by Monday")).ok
    await talk.settle()

    faults = [fails_once(talk, f"U0{name.upper()}") for name in EVERYBODY]
    talk.clock.move(FRIDAY)
    talk.sandbox.world.move_clock(FRIDAY)
    await talk.sandbox.until(lambda: all(one.reached for one in faults), within_s=WITHIN_S)
    await meanwhile(talk)
    await talk.sends_again()

    assert await reasons(talk, "nudges.recap") == {"ann": "paused"}
    assert await reasons(talk, "nudges.daily") == {
        "ann": "budget", "ben": "paused", "chen": None,
        "deepa": "answered", "eli": None, "fay": "off",
    }  # fmt: skip
    assert [len(of_friday(talk, name)) for name in EVERYBODY] == [0, 0, 1, 0, 1, 0]
    (discreet,) = of_friday(talk, "chen")
    assert discreet.text != practice_in(discreet)
    (alone,) = of_friday(talk, "eli")
    assert DECLINE not in buttons_in(alone)

    # What rode in messages that never came waits for the next one.
    await talk.person("fay").sets_status("", "")
    await talk.at(MONDAY)
    (with_ask,) = of_friday(talk, "ben")
    assert with_ask.text == DISCREET
    assert DECLINE in buttons_in(with_ask)
    (with_check,) = of_friday(talk, "fay")
    assert "Send Ann the deck".lower() in str(with_check.blocks).lower()
