"""A practice in a check's result counts in the sequence of those shown, as every other does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.rooms.nudges.tables import Nudge
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.usecases import submit_check
from bot.slack.ids import MemberId
from tests.rooms.nudges.living import delivered, only, shown_to, start
from tests.talk import Talk

ANN = MemberId("U0ANN")
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ANSWERS = {f"trustcheck.answer.{factor}": "4" for factor in "CRS"} | {"trustcheck.answer.I": "1"}


async def checks(talk: Talk) -> str:
    """Have Ann, whose weakest factor is I, take a check; return what she reads."""
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    assert (await ann.submits(ANSWERS)).ok
    shown = ann.reads_modal()
    await ann.closes()
    return " ".join(shown.replace("│", " ").split())


async def shown(talk: Talk) -> list[Nudge]:
    return await shown_to(talk, ANN)


async def test_the_practice_of_a_check_is_one_of_those_shown(talk: Talk) -> None:
    text = await checks(talk)
    (nudge,) = await shown(talk)
    assert (nudge.factor, nudge.trigger) == ("I", "check")
    practice = talk.bot.deps.content.catalogue("en").practice(nudge.practice_id)
    assert practice is not None
    wording = next(one for one in practice.wordings if one.id == nudge.wording_id)
    assert wording.said("x")[:12] in text


async def test_the_rules_hold_over_every_trigger(talk: Talk) -> None:
    """Slots, `/nudge` and checks by turns: four of five are principles, and practices rest."""
    await start(talk, "ann")
    ann = talk.person("ann")
    for day in range(4):
        await talk.at(TUESDAY + timedelta(days=day))
        await talk.at(TUESDAY + timedelta(days=day, hours=1))
        await checks(talk)
        await talk.at(TUESDAY + timedelta(days=day, hours=2))
        await ann.types("/nudge")
        await talk.at(TUESDAY + timedelta(days=day, hours=3))
        await ann.clicks("Another", message=delivered(talk, "ann")[-1])
        await talk.settle()
    rows = await shown(talk)
    assert {row.trigger for row in rows} == {"slot", "check", "asked", "another"}
    assert len(rows) == 16
    sides = [row.side for row in rows]
    assert {sides[at : at + 5].count("virtual") for at in range(12)} == {1}
    practices = [row.practice_id for row in rows]
    assert all(len(set(practices[at : at + 11])) == 11 for at in range(6))
    assert len({row.wording_id for row in rows}) == 16


async def test_a_second_submit_shows_the_same_practice_and_counts_it_once(talk: Talk) -> None:
    deps = talk.bot.deps
    who = await deps.people.reader(talk.workspace, ANN)
    scores = Scores(4, 4, 1, 4)
    results = [
        await submit_check(deps, who, scores, check_id=check_id, form="quick", subject="")
        for check_id in ("c1", "c1", "c2")
    ]
    assert results[0] == results[1]
    first, _, other = [result.practice for result in results]
    assert first
    assert other
    assert first.practice_id != other.practice_id
    assert [nudge.nudge_id for nudge in await shown(talk)] == ["c1", "c2"]


async def test_a_second_submit_shows_another_practice_when_the_first_has_gone(talk: Talk) -> None:
    deps = talk.bot.deps
    who = await deps.people.reader(talk.workspace, ANN)
    scores = Scores(4, 4, 1, 4)
    first = await submit_check(deps, who, scores, check_id="c1", form="quick", subject="")
    assert first.practice
    left = {one.id for one in deps.content.catalogue("en").practices} - {first.practice.practice_id}
    deps = replace(deps, content=only(deps.content, *left))
    again = await submit_check(deps, who, scores, check_id="c1", form="quick", subject="")
    assert again.practice
    assert again.practice.practice_id in left


async def test_home_keeps_todays_practice_when_a_check_shows_another(talk: Talk) -> None:
    await start(talk, "ann")
    await talk.at(TUESDAY)
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    before = ann.reads_home().partition("Today's practice")[2][:80]
    await talk.at(TUESDAY + timedelta(hours=1))
    await checks(talk)
    await ann.opens_home()
    await talk.settle()
    assert before
    assert before in ann.reads_home()
