"""Being new: each is met once, and nobody is messaged who did nothing."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, update

from bot.members import arriving
from bot.members.tables import Member
from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk


async def make_new(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        await session.execute(update(Member).values(welcomed=False))


async def become(talk: Talk, member: str, **changed: str) -> None:
    """Have somebody be new, and be as *changed* says."""
    async with talk.bot.deps.db.write() as session:
        here = update(Member).where(col(Member.member_id) == member)
        await session.execute(here.values(welcomed=False, **changed))


async def row_of(talk: Talk, member: str) -> Member:
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Member, (TEAM, member))
    assert row is not None
    return row


def posts(talk: Talk, channel: str | None = None, who: str = "ann") -> list[str]:
    seen = talk.person(who).sees(channel)
    return [f"{one.text} {one.blocks}" for one in seen if not one.ephemeral and one.blocks]


async def test_a_first_command_shows_them_round_once(talk: Talk) -> None:
    await make_new(talk)
    for _ in range(2):
        await talk.person("ann").types("/trustcheck help")
        await talk.settle()
    assert talk.person("ann").reads().count("Good to meet you. Here") == 1
    assert "Good to meet you" not in talk.person("ben").reads()


async def test_a_first_look_at_home_shows_them_round(talk: Talk) -> None:
    await make_new(talk)
    await talk.person("chen").opens_home()
    await talk.settle()
    assert "很高兴认识你" in talk.person("chen").reads()


async def test_the_choice_of_notification_text_works(talk: Talk) -> None:
    await make_new(talk)
    await talk.person("ann").types("/trustcheck help")
    await talk.settle()
    await talk.person("ann").clicks("Show it in full")
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Member, (TEAM, "U0ANN"))
    assert row is not None
    assert row.notification == "full"


@pytest.mark.parametrize("slacks", ["zh-TW", "zh-HK"])
async def test_a_reader_of_traditional_chinese_is_asked_once_for_their_language(
    talk: Talk, slacks: str
) -> None:
    chen = talk.person("chen")
    await become(talk, "U0CHEN", slack_locale=slacks)
    for _ in range(2):
        await chen.types("/trustcheck help")
        await talk.settle()
    assert chen.reads().count("Your Slack is in Traditional Chinese") == 1
    await chen.clicks("简体中文")
    await talk.settle()
    assert "这里用的语言是 中文" in chen.reads()
    await chen.clicks("Show it in full")  # the other question of the same message still stands
    await chen.types("/trustcheck help")
    await talk.settle()
    assert "在这里可以做的事" in chen.reads()
    assert (await row_of(talk, "U0CHEN")).locale == "zh-CN"
    assert (await row_of(talk, "U0CHEN")).notification == "full"


async def test_who_was_shown_round_before_there_was_the_question_is_asked_once(talk: Talk) -> None:
    """At their next command, or look at Home; whoever has chosen is left alone."""
    for name in ("U0CHEN", "U0ELI", "U0FAY"):
        await become(talk, name, slack_locale="zh-HK")
    async with talk.bot.deps.db.write() as session:
        await session.execute(update(Member).values(welcomed=True))
        chosen = update(Member).where(col(Member.member_id) == "U0FAY")
        await session.execute(chosen.values(locale="zh-CN"))
    chen, eli, fay = (talk.person(name) for name in ("chen", "eli", "fay"))
    for _ in range(2):
        await asyncio.gather(*(chen.types("/trustcheck help") for _ in range(2)))
        await eli.opens_home()
        await fay.types("/trustcheck help")
        await talk.settle()
    for person in (chen, eli):
        assert person.reads().count("Your Slack is in Traditional Chinese") == 1
        assert "Good to meet you" not in person.reads()
    assert "Traditional Chinese" not in fay.reads()
    await eli.clicks("简体中文")
    await talk.settle()
    assert (await row_of(talk, "U0ELI")).locale == "zh-CN"
    await talk.at(MONDAY_NOON + timedelta(days=400))  # the ledger has forgotten by then
    await chen.types("/trustcheck help")
    await talk.settle()
    assert chen.reads().count("Your Slack is in Traditional Chinese") == 1


@pytest.mark.parametrize("changed", [{"locale": "en"}, {"slack_locale": "en-GB"}])
async def test_nobody_else_is_asked_for_their_language(talk: Talk, changed: dict[str, str]) -> None:
    await become(talk, "U0CHEN", **{"slack_locale": "zh-TW"} | changed)
    await talk.person("chen").types("/trustcheck help")
    await talk.settle()
    assert "Good to meet you. Here" in talk.person("chen").reads()
    assert "Traditional Chinese" not in talk.person("chen").reads()


async def test_somebody_forgotten_is_not_shown_round_for_looking(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck forget")
    await talk.person("ann").submits()
    await talk.settle()
    await talk.person("ann").types("/trustcheck privacy")
    await talk.person("ann").opens_home()
    await talk.settle()
    assert posts(talk) == []


async def test_a_channel_is_greeted_once_and_nobody_in_it(talk: Talk) -> None:
    talk.sandbox.world.teams[TEAM].add_channel("C0NEW", "new", members=["U0ANN", "U0BEN"])
    ann = talk.person("ann")
    await ann.invites_bot("C0NEW")
    await talk.settle()
    await ann.removes_bot("C0NEW")
    await ann.invites_bot("C0NEW")
    await talk.settle()
    assert "".join(posts(talk, "C0NEW")).count("I'm Trustcheck") == 1
    assert posts(talk) == posts(talk, who="ben") == []


async def test_the_hellos_buttons_start_nudges_and_a_pulse(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0NEW", "new", members=[f"U0{one}" for one in ("ANN", "BEN", "FAY", "ELI")])
    await talk.person("ann").invites_bot("C0NEW")
    await talk.settle()
    assert (await talk.person("ben").clicks("nudges.habit.start.weekly")).ok
    assert (await talk.person("ann").clicks("Set up the team pulse")).ok
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        ben = await session.get(Member, (TEAM, "U0BEN"))
    assert ben is not None
    assert (ben.rhythm, ben.started_at is not None) == ("weekly", True)
    assert talk.person("ann").modal is not None


async def test_whoever_starts_from_the_hello_chooses_the_notification_text_there(
    talk: Talk,
) -> None:
    """And isn't asked a second time when they are shown round."""
    await make_new(talk)
    talk.sandbox.world.teams[TEAM].add_channel("C0NEW", "new", members=["U0ANN", "U0BEN"])
    await talk.person("ann").invites_bot("C0NEW")
    await talk.settle()
    ben = talk.person("ben")
    await ben.clicks("nudges.habit.start.weekly")
    await talk.settle()
    await ben.clicks("The practice itself")
    await talk.settle()
    assert (await row_of(talk, "U0BEN")).notification == "full"
    await ben.types("/trustcheck help")
    await talk.settle()
    assert "Good to meet you" in ben.reads()
    assert "[Keep it discreet]" not in ben.reads()


async def test_a_private_channel_is_offered_no_pulse(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0PRIV", "priv", members=["U0ANN"], is_private=True)
    await talk.person("ann").invites_bot("C0PRIV")
    await talk.settle()
    assert "Set up the team pulse" not in str(posts(talk, "C0PRIV"))
    assert posts(talk, PROJ) == []


async def test_the_installer_is_welcomed_once(talk: Talk) -> None:
    for _ in range(2):
        async with talk.bot.deps.db.write() as session:
            await arriving.plan_welcome(session, talk.workspace, MemberId("U0ANN"), MONDAY_NOON)
        await talk.settle()
    assert "".join(posts(talk)).count("Thank you for installing") == 1
