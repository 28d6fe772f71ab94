"""Events twice, in any order, a day late, about anybody: the night puts right what went wrong."""

import random
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from bot.members.tables import Channel, ChannelMember, Member
from tests.contracts.filled import contents
from tests.members.test_events import tell
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk

SIDE = "C0SIDE"


def about(talk: Talk) -> list[dict[str, Any]]:
    """What Slack may tell, of which some was so once, some will be, and some never was."""
    bot = talk.sandbox.world.teams[TEAM].app.bot_user_id
    moves = [
        {"type": f"member_{how}_channel", "user": who, "channel": where}
        for how in ("joined", "left")
        for who in ("U0FAY", "U0BEN", "U0NONE", bot)
        for where in (PROJ, SIDE, "C0NONE")
    ]
    places = [
        {"type": kind, "channel": where, "user": "U0ANN"}
        for kind in ("channel_left", "channel_archive", "channel_unarchive", "channel_deleted",
                     "group_left", "group_archive", "group_unarchive", "group_deleted")
        for where in (PROJ, SIDE, "C0NONE")
    ]  # fmt: skip
    people = [
        {"type": kind, "user": {"id": who, "team_id": TEAM, "tz": zone, "deleted": gone}}
        for kind in ("team_join", "user_change")
        for who in ("U0FAY", "U0NONE")
        for zone, gone in (("Asia/Tokyo", False), (None, True), ("Mars/Base", False))
    ]
    names: list[dict[str, Any]] = [
        {"type": f"{what}_rename", "channel": {"id": where, "name": "renamed"}}
        for what in ("channel", "group")
        for where in (PROJ, "C0NONE")
    ]
    gone = {"type": "channel_id_changed", "old_channel_id": "C0NONE", "new_channel_id": "C0NEVER"}
    return [*moves, *places, *people, *names, gone]


async def known(talk: Talk) -> tuple[Any, ...]:
    """Return what the rows say of channels and people."""
    async with talk.bot.deps.db.read() as session:
        places = await session.scalars(select(Channel).where(col(Channel.bot_is_in)))
        here = await session.scalars(select(ChannelMember))
        people = await session.scalars(select(Member).where(col(Member.is_full)))
        return (
            {one.channel_id: (one.name, one.is_archived) for one in places},
            {(one.channel_id, one.member_id) for one in here},
            {one.member_id: (one.slack_zone, one.is_deactivated) for one in people},
        )


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_came_and_when_a_night_later_the_rows_say_what_slack_does(
    talk: Talk, seed: int
) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel(SIDE, "side", members=["U0ANN", "U0FAY"], creator="U0ANN")
    team.seat(team.app.bot_user_id, SIDE, inviter="U0ANN")
    talk.bot.sync(talk.workspace)
    await talk.settle()
    before = await known(talk)
    told = [(f"Ev{number}", one) for number, one in enumerate(about(talk))] * 2
    random.Random(seed).shuffle(told)  # an order, not a secret
    for event_id, inner in told[: len(told) // 2]:
        await tell(talk, inner, event_id)
    await talk.at(MONDAY_NOON + timedelta(days=1))
    for event_id, inner in told[len(told) // 2 :]:
        await tell(talk, inner, event_id)
    await talk.at(MONDAY_NOON + timedelta(days=2))
    assert await known(talk) == before


async def test_what_is_about_nobody_and_nothing_leaves_nothing(talk: Talk) -> None:
    await talk.settle()
    before = await contents(talk.bot.deps.db)
    nowhere = ("U0NONE", "C0NONE")
    for number, inner in enumerate(about(talk)):
        if any(one in str(inner) for one in nowhere) and PROJ not in str(inner):
            await tell(talk, inner, f"Ev{number}")
    await talk.settle()
    after = await contents(talk.bot.deps.db)
    assert "U0NONE" not in str(after)
    kept = {name for name in after if after[name] != before[name]}
    assert kept <= {"seen_event", "errand", "workspace"}
