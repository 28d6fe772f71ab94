"""A team's pulse from set-up to results, as its members in five zones live it."""

import asyncio
from datetime import timedelta

from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    REMINDED,
    SLOTS,
    TOLD,
    answers,
    has_poll,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, Talk


async def test_channel_is_told_who_set_it_up_and_when_it_comes(talk: Talk) -> None:
    await set_up(talk)
    told = talk.person("ben").reads(PROJ)
    assert "@ann set up a team pulse" in told
    assert "Tuesday 1 December" in told
    assert "[Leave this poll]" in told


async def test_channel_reads_the_teams_language_and_each_member_their_own(talk: Talk) -> None:
    await set_up(talk, **{"pulse.language.choose": "zh-CN"})
    assert "第一次在 12月1日 星期二" in talk.person("ben").reads(PROJ)
    await talk.at(POLL_DAY)
    for name in EVERYBODY:
        await votes(talk, name)
    assert "你的团队的小调查" not in talk.person("ben").reads()
    assert "你的团队的小调查" in talk.person("chen").reads()
    for moment in (REMINDED, CLOSED, TOLD):
        await talk.at(moment)
    shown = talk.person("ben").reads(PROJ)
    assert "目前答案够了" in shown
    assert "这个团队的小调查" in shown
    assert "The pulse closes" not in shown


async def test_poll_comes_to_everybody_at_their_own_half_past_nine(talk: Talk) -> None:
    await set_up(talk)
    for name, slot in SLOTS.items():
        await talk.at(slot - timedelta(minutes=1))
        assert not has_poll(talk.person(name))
        await talk.at(slot)
        assert has_poll(talk.person(name))


async def test_results_stand_in_the_channel_when_five_have_answered(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        outcome = await votes(talk, name)
        assert outcome.ok
    await talk.at(REMINDED)
    assert "Enough answers so far" in posts(talk)[-1]
    await talk.at(CLOSED)
    assert not any("The pulse of this team" in post for post in posts(talk))
    await talk.at(TOLD)
    shown = talk.person("fay").reads(PROJ)
    assert "The pulse of this team" in shown
    assert "5 answers" in shown
    assert "Counting on each other: 4.0" in shown
    assert "Credibility: 4.0" in shown


async def test_week_stays_closed_when_four_have_answered(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:4]:
        await votes(talk, name)
    await talk.at(REMINDED)
    assert "Not enough answers yet" in posts(talk)[-1]
    await talk.at(TOLD)
    shown = talk.person("fay").reads(PROJ)
    assert "This week stays closed" in shown
    assert "4.0" not in shown


async def test_second_answer_changes_nothing_when_pressed_or_sent(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    await votes(talk, "ann")
    await talk.person("ann").clicks(ANSWER)
    assert "already answered" in talk.person("ann").reads_modal()


async def test_answer_counts_once_when_the_form_is_sent_twice_at_once(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in ("ben", "chen", "deepa"):
        await votes(talk, name)
    ann = talk.person("ann")
    await ann.clicks(ANSWER)
    await ann.fills(answers(5))
    await asyncio.gather(ann.submits(), ann.submits())
    await talk.at(TOLD)
    assert "This week stays closed" in ann.reads(PROJ)


async def test_every_poll_message_reads_the_same_after_closing(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    await votes(talk, "ann")
    await talk.at(CLOSED)
    seen = {
        str([b | {"block_id": ""} for b in talk.person(name).sees()[-1].blocks])
        for name in EVERYBODY
        if name != "chen"
    }
    assert len(seen) == 1
    assert all(talk.person(name).sees()[-1].edited for name in EVERYBODY)
