"""Events as they really come: late, in the wrong order, about accounts that change their nature."""

import pytest
from sqlmodel import select

from bot.members import store
from bot.members.tables import ChannelMember, Member
from bot.slack.ids import ChannelId, MemberId
from tests.members.test_events import ANN, member, tell, user
from tests.talk import PROJ, TEAM, Talk


async def here(talk: Talk, channel: str = PROJ) -> set[str]:
    async with talk.bot.deps.db.read() as session:
        found = await session.scalars(
            select(ChannelMember.member_id).where(ChannelMember.channel_id == channel)
        )
        return set(found)


def joined(who: str, channel: str = PROJ) -> dict[str, str]:
    return {"type": "member_joined_channel", "channel": channel, "user": who}


async def test_a_join_that_comes_after_the_bot_left_is_late(talk: Talk) -> None:
    await tell(talk, {"type": "channel_left", "channel": PROJ})
    await tell(talk, joined("U0FAY"))
    await talk.settle()
    assert await here(talk) == set()


async def test_a_join_in_a_channel_nobody_told_us_of_learns_it_whole(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0LATE", "late", members=["U0ANN", "U0BEN", "U0FAY"])
    team.invite_bot("C0LATE", by="U0ANN")
    await tell(talk, joined("U0FAY", "C0LATE"))
    await talk.settle()
    assert await here(talk, "C0LATE") >= {"U0ANN", "U0BEN", "U0FAY"}


async def test_a_join_in_a_channel_the_bot_is_not_in_keeps_nothing(talk: Talk) -> None:
    await tell(talk, joined("U0FAY", "C0NONE"))
    await talk.settle()
    assert await here(talk, "C0NONE") == set()


async def test_leaving_before_joining_is_put_right_at_night(talk: Talk) -> None:
    for inner in (joined("U0FAY") | {"type": "member_left_channel"}, joined("U0FAY")):
        await tell(talk, inner)
    talk.sandbox.world.teams[TEAM].channels[PROJ].members.remove("U0FAY")
    talk.bot.sync(talk.workspace)
    await talk.settle()
    assert "U0FAY" not in await here(talk)


async def test_a_deactivation_stays_until_slack_says_otherwise(talk: Talk) -> None:
    """A join that was on its way meanwhile makes nobody somebody to write to."""
    await talk.person("fay").is_deactivated()
    await tell(talk, joined("U0FAY"))
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        people = await store.people_in(session, talk.workspace, ChannelId(PROJ))
    assert "U0FAY" not in {one.member_id for one in people}


async def test_a_new_name_changes_nothing(talk: Talk) -> None:
    before = vars(await member(talk))
    await tell(talk, user(name="annabel", real_name="Annabel", profile={"display_name": "bel"}))
    after = vars(await member(talk))
    assert {key: one for key, one in after.items() if key[0] != "_"} == {
        key: one for key, one in before.items() if key[0] != "_"
    }


async def test_of_two_accounts_made_one_the_old_one_falls_silent(talk: Talk) -> None:
    """Slack deactivates it; what it had stays its own, and the other begins as anybody."""
    await talk.person("ben").types("/commit send the slides by Fri 3pm")
    await talk.person("ben").is_deactivated()
    talk.sandbox.world.teams[TEAM].add_member("U0BEN2", "ben2")
    await tell(talk, {"type": "team_join", "user": {"id": "U0BEN2", "team_id": TEAM}})
    await talk.person("ben2").types("/trustcheck promises")
    assert "the slides" not in talk.person("ben2").reads_modal()
    assert (await member(talk, "U0BEN")).is_deactivated
    assert (await member(talk, "U0BEN")).next_slot_at is None


@pytest.mark.parametrize("locale", ["xx-YY", "tlh", "", "zh_CN", "en-US-x-robot", None])
async def test_a_locale_slack_invents_is_answered_in_one_we_speak(
    talk: Talk, locale: str | None
) -> None:
    await tell(talk, user(locale=locale))
    await talk.person("ann").types("/trustcheck help")
    await talk.settle()
    assert any(said in talk.person("ann").reads() for said in ("What you can do", "可以做的事"))


@pytest.mark.parametrize("zone", [None, "", "Mars/Base", "GMT+25", 7])
async def test_a_zone_that_is_none_leaves_a_slot_that_comes(talk: Talk, zone: object) -> None:
    await tell(talk, user(tz=zone))
    await talk.person("ann").types("/trustcheck start")
    await talk.person("ann").clicks("Every working day")
    await talk.settle()
    row = await member(talk)
    assert row.next_slot_at is not None


async def test_an_event_about_nobody_writes_nobody(talk: Talk) -> None:
    for inner in (joined(""), {"type": "user_change"}, {"type": "team_join", "user": {}}):
        await tell(talk, inner)
    async with talk.bot.deps.db.read() as session:
        rows = list(await session.scalars(select(Member.member_id)))
    assert MemberId("") not in rows
    assert ANN in rows
