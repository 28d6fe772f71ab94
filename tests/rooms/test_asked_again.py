"""A promise's question that failed is asked again however late: what is still open of it."""

from datetime import UTC, datetime, timedelta

from tests.rooms.nudges.living import delivered
from tests.rooms.test_sent_again import ended, fails_once, moved
from tests.talk import PROJ, Talk

NOON = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)
DUE = "commitments.due"


async def fails_at_noon(talk: Talk, *lines: str) -> None:
    """Have Ann promise *lines* for noon, and the question about them fail."""
    for line in lines:
        assert (await talk.person("ann").types(f"/commit {line}", channel=PROJ)).ok
    await talk.settle()
    await moved(talk, NOON, fails_once(talk, "U0ANN"))
    await talk.bot.ticker.tick()


async def keeps_one(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck promises", channel=PROJ)
    for press in ("Kept", "Later"):
        assert (await ann.clicks(press)).ok
        await talk.bot.background.drain()
        await talk.sandbox.settled()


async def test_what_was_kept_meanwhile_is_not_asked_about_and_the_rest_is_late(
    patient: Talk,
) -> None:
    await fails_at_noon(patient, "call Ben by tomorrow 12:00", "call Deepa by tomorrow 12:20")
    await keeps_one(patient)
    patient.clock.move(NOON + timedelta(hours=7))
    await patient.sends_again()
    (question,) = delivered(patient, "ann")
    assert sum(f"call {who}" in str(question.blocks) for who in ("Ben", "Deepa")) == 1
    assert "late" in str(question.blocks)


async def test_nothing_is_asked_when_nothing_is_open_any_more(patient: Talk) -> None:
    await fails_at_noon(patient, "call Ben by tomorrow 12:20")
    await keeps_one(patient)
    await patient.sends_again()
    assert delivered(patient, "ann") == []
    assert await ended(patient, DUE, "U0ANN") == ("skipped", "gone", 1)
