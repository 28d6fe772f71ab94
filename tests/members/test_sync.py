"""Learning a workspace from Slack: within its limits, and on from where it was."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import col, select, update

from bot.app import Bot
from bot.clock import MovableClock, real_now
from bot.content import Content
from bot.errands.runner import Errands
from bot.errands.tables import ErrandRow
from bot.members import store
from bot.members.sync import ERRANDS, SYNC
from bot.members.tables import Channel, ChannelMember, Member
from bot.sandbox.server import Sandbox
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.talk import (
    APP_TOKEN,
    BOT_TOKEN,
    MONDAY_NOON,
    PROJ,
    SCOPES,
    SIGNING_SECRET,
    TEAM,
    Talk,
    settings,
)

MEMBERS, CHANNELS, LARGEST = 5000, 300, 450


@pytest.fixture
async def big() -> AsyncIterator[Sandbox]:
    """A workspace of 5,000 people, 300 channels with the bot, and Slack's limits on."""
    sandbox = await Sandbox.start()
    team = sandbox.world.add_workspace(TEAM, name="Big", domain="big")
    team.install(
        bot_token=BOT_TOKEN, app_token=APP_TOKEN, scopes=SCOPES, signing_secret=SIGNING_SECRET
    )
    for number in range(MEMBERS):
        team.add_member(f"U{number:05}", f"m{number}")
    for number in range(CHANNELS):
        start = number * 16
        size = LARGEST if number == 0 else 20
        people = [f"U{one % MEMBERS:05}" for one in range(start, start + size)]
        team.add_channel(f"C{number:04}", f"c{number}", members=people, creator=people[0])
        team.invite_bot(f"C{number:04}", by=people[0])
    sandbox.limits.on()
    yield sandbox
    await sandbox.close()


async def start(sandbox: Sandbox, url: str, content: Content) -> Bot:
    clock = MovableClock(MONDAY_NOON)
    bot = await Bot.build(settings(sandbox, url, TEST_KEY), clock, content=content)
    workspace = await bot.install(asyncio.Event())
    assert workspace is not None
    bot.sync(workspace)
    await bot.background.drain()
    return bot


async def run(bot: Bot, sandbox: Sandbox, *, steps: int = 10_000) -> int:
    """Let the sync go on for so many steps; its pauses pass in Slack's time, not in ours."""
    errands = Errands(bot.deps, ERRANDS)
    for done in range(steps):
        if await errands.step():
            continue
        row = await errand(bot)
        if row.due_at > bot.deps.clock.now():
            return done
        assert row.try_at is not None
        sandbox.world.elapse((row.try_at - real_now()).total_seconds())
        async with bot.deps.db.write() as session:
            await session.execute(update(ErrandRow).values(try_at=None))
    return steps


async def errand(bot: Bot) -> ErrandRow:
    async with bot.deps.db.read() as session:
        row = await session.get(ErrandRow, (TEAM, SYNC))
    assert row is not None
    return row


def pages(sandbox: Sandbox, method: str) -> list[tuple[Any, Any]]:
    made = [call for call in sandbox.calls if call.method == method]
    return [(call.args.get("channel"), call.args.get("cursor")) for call in made]


async def count(bot: Bot, table: type[Any]) -> int:
    async with bot.deps.db.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


async def test_a_big_workspace_is_learned_within_the_limits_across_a_restart(
    big: Sandbox, sqlite_url: str, content: Content
) -> None:
    first = await start(big, sqlite_url, content)
    await run(first, big, steps=130)
    await first.close()
    second = await start(big, sqlite_url, content)
    await run(second, big)
    channels = big.world.teams[TEAM].channels.values()
    assert await count(second, Channel) == CHANNELS
    assert await count(second, ChannelMember) == sum(len(one.members) for one in channels)
    assert await count(second, Member) == len({who for one in channels for who in one.members})
    assert big.limits.refused == 0
    assert Counter(call.method for call in big.calls if call.method != "auth.test") == {
        "users.conversations": 2,
        "conversations.members": CHANNELS + 2,  # the largest has three pages
        "users.list": 26,  # with the bot and Slackbot
    }
    for method in ("users.conversations", "conversations.members", "users.list"):
        assert [page for page, times in Counter(pages(big, method)).items() if times > 1] == []
    await second.close()


async def test_a_night_repairs_what_events_missed(talk: Talk) -> None:
    await talk.settle()
    team = talk.sandbox.world.teams[TEAM]
    team.members["U0BEN"].tz = "Asia/Tokyo"
    team.channels[PROJ].members.remove("U0CHEN")
    await talk.at(MONDAY_NOON.replace(day=24))
    async with talk.bot.deps.db.read() as session:
        ben = await store.get_member(session, talk.workspace, MemberId("U0BEN"))
        here = await store.in_channels(session, talk.workspace, ["U0CHEN"])
    assert ben is not None
    assert ben.slack_zone == "Asia/Tokyo"
    assert here == set()


async def test_who_shares_no_channel_is_not_kept(talk: Talk) -> None:
    talk.sandbox.world.teams[TEAM].add_member("U0GUS", "gus")
    talk.bot.sync(talk.workspace)
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        assert await store.get_member(session, talk.workspace, MemberId("U0GUS")) is None


async def test_what_they_chose_survives_a_sync(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        await session.execute(
            update(Member).where(col(Member.member_id) == "U0ANN").values(zone="Asia/Tokyo")
        )
    await talk.person("ann").moves_to("Europe/Paris")
    talk.bot.sync(talk.workspace)
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        ann = await store.get_member(session, talk.workspace, MemberId("U0ANN"))
    assert ann is not None
    assert (ann.zone, ann.slack_zone) == ("Asia/Tokyo", "Europe/Paris")


async def test_a_busy_slack_only_delays_a_sync(talk: Talk) -> None:
    talk.sandbox.faults.add(method="users.list", kind="ratelimited", times=1)
    talk.bot.sync(talk.workspace)
    await talk.bot.background.drain()
    row = await errand(talk.bot)
    for _ in range(50):  # the ticker goes on by itself, too
        await talk.bot.ticker.tick()
        row = await errand(talk.bot)
        if row.data.get("stage") == "people" and row.try_at and row.try_at > real_now():
            break
    assert (row.attempts, row.data["stage"]) == (0, "people")
    assert row.try_at is not None
    assert row.try_at > real_now()
