"""`/trustcheck full`, page by page."""

import asyncio
from datetime import timedelta

import pytest

from bot.errors import UserError
from bot.rooms.trustcheck import full_check, store
from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, Talk

PAGES = range(1, 6)


def page_of(number: int, answer: str = "4") -> dict[str, str]:
    return {f"trustcheck.answer.full-{factor}-{number}": answer for factor in "CRIS"}


async def count(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        return len(await store.checks_of(session, talk.workspace, MemberId("U0ANN")))


async def take_full(talk: Talk, answer: str = "4") -> str:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    for number in PAGES:
        await ann.submits(page_of(number, answer))
    return ann.reads_modal()


async def test_full_check_scores_reversed_statements_the_other_way_round(talk: Talk) -> None:
    shown = await take_full(talk)
    assert "Credibility, 3.2 of 5" in shown
    assert "Reliability, 3.2 of 5" in shown
    assert "Focus on others, 2.8 of 5" in shown
    assert await count(talk) == 1


async def test_full_check_shows_its_progress(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    assert "Page 1 of 5" in ann.reads_modal()
    await ann.submits(page_of(1))
    assert "Page 2 of 5" in ann.reads_modal()


async def test_going_back_keeps_what_was_answered_on_both_pages(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    await ann.submits({**page_of(1, "2"), "trustcheck.subject.write": "The lighthouse"})
    await ann.fills({"trustcheck.answer.full-C-2": "5"})
    await ann.clicks("Back")
    assert ann.reads_modal().count("(•) 2") == 4
    assert "The lighthouse" in ann.reads_modal()
    await ann.submits()
    assert ann.reads_modal().count("(•) 5") == 1


async def test_closed_window_opens_again_with_its_answers_within_a_day(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    await ann.submits(page_of(1, "3"))
    await ann.closes()
    await talk.at(MONDAY_NOON + timedelta(hours=23))
    await ann.types("/trustcheck full", channel="C0PROJ")
    assert ann.reads_modal().count("(•) 3") == 4


async def test_answers_are_gone_after_a_day(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    await ann.submits(page_of(1))
    await talk.at(MONDAY_NOON + timedelta(days=1, hours=1))
    await ann.submits(page_of(2))
    assert "begins again" in ann.reads_modal()
    async with talk.bot.deps.db.read() as session:
        assert await store.draft_of(session, talk.workspace, MemberId("U0ANN")) is None


async def test_last_page_sent_twice_makes_one_check_and_shows_it(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    for number in range(1, 5):
        await ann.submits(page_of(number))
    await ann.fills(page_of(5))
    await asyncio.gather(ann.submits(), ann.submits())
    assert "A good place to start" in ann.reads_modal()
    assert await count(talk) == 1


async def test_second_full_check_is_compared_with_the_first(talk: Talk) -> None:
    assert "beside the one before" not in await take_full(talk)
    await talk.at(MONDAY_NOON + timedelta(days=30))
    shown = await take_full(talk, "5")
    assert "This full check, beside the one before" in shown
    assert "Credibility 3.4, up 0.2" in shown


async def test_draft_of_another_person_cannot_be_answered(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck full", channel="C0PROJ")
    deps = talk.bot.deps
    async with deps.db.read() as session:
        draft = await store.draft_of(session, talk.workspace, MemberId("U0ANN"))
    assert draft is not None
    ben = await deps.people.reader(talk.workspace, MemberId("U0BEN"))
    with pytest.raises(UserError):
        await full_check.answer_page(deps, ben, draft.draft_id, {}, None, is_last=True)


async def test_language_may_change_between_two_pages(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck full", channel="C0PROJ")
    await ann.submits(page_of(1))
    await ann.speaks("zh-CN")
    await talk.settle()
    for number in range(2, 6):
        await ann.submits(page_of(number))
        if number == 2:
            assert "第 3 页，共 5 页" in ann.reads_modal()
    assert "可信 3.2（满分5）" in ann.reads_modal()
