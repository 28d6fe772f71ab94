"""Bad input twice, late, and at the same moment: in both languages, and nothing is lost."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.rooms.commitments.promising import BAD_LINES, Promising, flat
from tests.talk import Talk

FRIDAY_3PM = datetime(2026, 11, 27, 15, tzinfo=UTC)
DO = "commitments.promise"


@pytest.fixture
def scene(spoken: Talk, locale: str) -> Promising:
    """A conversation in each language."""
    return Promising(spoken, locale)


async def test_a_bad_line_typed_twice_at_the_same_moment_logs_nothing(scene: Promising) -> None:
    ann = scene.talk.person("ann")
    for line, why in BAD_LINES[scene.locale].items():
        typed = await asyncio.gather(*(ann.types(f"/commit {line}") for _ in range(2)))
        assert all(one.ok for one in typed), line
        assert scene.says(f"commitments-why-{why}") in flat(ann.reads_modal()), line
        await scene.closes_all(ann)
    assert await open_ones(scene.talk) == []


async def test_a_bad_line_mended_late_and_sent_twice_at_once_is_one_promise(
    scene: Promising,
) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    for number, line in enumerate(BAD_LINES[scene.locale]):
        assert (await ann.types(f"/commit {line}")).ok
        await talk.at(talk.clock.now() + timedelta(days=2))
        before = (talk.clock.now() - timedelta(days=1)).date()
        text = {"commitments.form.text": f"方案 {number}"}
        late = await ann.submits({**text, "commitments.form.day": before.isoformat()})
        assert scene.says("commitments-form-past") in flat(str(late.errors)), line
        mended = (talk.clock.now() + timedelta(days=60)).date()
        await ann.fills({"commitments.form.day": mended.isoformat()})
        await asyncio.gather(ann.submits(), ann.submits())
        await talk.settle()
        await scene.closes_all(ann)
        assert sorted(one.text for one in await open_ones(talk)) == [
            f"方案 {n}" for n in range(number + 1)
        ]


async def test_done_and_released_at_the_same_moment_end_it_once(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.friday)
    await talk.at(FRIDAY_3PM - timedelta(days=1, hours=5, minutes=30))
    check = ann.sees()[-1]
    await scene.types(ann, "promises")
    await asyncio.gather(
        ann.clicks(f"{DO}.done", message=check), ann.clicks(scene.words("commitments-menu-release"))
    )
    await talk.settle()
    shown = flat(ann.reads()) + flat(ann.reads_modal())
    assert shown.count(scene.says("commitments-refused-ended")) == 1
    assert (len(await ended_ones(talk)), await open_ones(talk)) == (1, [])


async def test_owning_up_sent_twice_at_once_moves_it_once(scene: Promising) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.friday)
    await talk.at(FRIDAY_3PM)
    await scene.clicks(ann, f"{DO}.not_yet")
    await ann.fills({"commitments.form.day": "2026-12-02"})
    await asyncio.gather(ann.submits(), ann.submits())
    await talk.settle()
    ended = await ended_ones(talk)
    assert [one.ending for one in ended] == ["owned_up"]
    assert len(await open_ones(talk)) == 1


async def test_an_answer_after_no_word_is_told_and_the_list_still_corrects(
    scene: Promising,
) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    await scene.logs(ann, scene.lines.friday)
    await talk.at(FRIDAY_3PM)
    card = ann.sees()[-1]
    await talk.at(FRIDAY_3PM + timedelta(days=6))
    assert await scene.endings() == ["no_word"]
    for answer in ("kept", "not_yet", "move", "kept"):
        await ann.clicks(f"{DO}.{answer}", message=card)
        await talk.settle()
        await scene.closes_all(ann)
    assert flat(ann.reads()).count(scene.says("commitments-refused-ended")) == 4
    await scene.types(ann, "promises")
    await scene.clicks(ann, "commitments.ended.turn", scene.words("commitments-correct-on-time"))
    assert await scene.endings() == ["on_time"]
