"""Accounts with a zone or a language that can't be, and what their owners read all the same."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.content import Words
from bot.members import store
from bot.members.tables import Member
from bot.sandbox.people import Person
from bot.slack.ids import MemberId
from tests.members.test_events import tell
from tests.rooms.nudges.living import delivered, start
from tests.talk import PROJ, TEAM, Talk

ZONES = [None, "", "Mars/Base", "GMT+25"]
UTC_SLOT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TOKYO_SLOT = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
    return talk.bot.deps.content.words(str(locale))


def newcomer(talk: Talk, **odd: Any) -> Person:
    """Somebody nobody has met, of whom Slack says *odd* things."""
    gus = talk.sandbox.world.teams[TEAM].add_member("U0GUS", "gus", locale=words_of(talk).locale)
    gus.odd = odd
    return talk.person("gus")


async def row_of(talk: Talk) -> Member:
    async with talk.bot.deps.db.read() as session:
        row = await store.get_member(session, talk.workspace, MemberId("U0GUS"))
    assert row is not None
    return row


@pytest.mark.parametrize("zone", ZONES)
async def test_without_a_zone_they_live_by_utc_are_told_so_and_may_choose(
    talk: Talk, zone: str | None
) -> None:
    gus, words = newcomer(talk, tz=zone), words_of(talk)
    await start(talk, "gus")
    moment = words.moment(UTC_SLOT, "UTC", now=talk.clock.now())
    assert words("nudges-started-at", moment=moment) in str([one.blocks for one in gus.sees()])
    assert (await row_of(talk)).next_slot_at == UTC_SLOT
    await talk.at(UTC_SLOT)
    assert any(one.metadata for one in delivered(talk, "gus"))
    await gus.types("/trustcheck settings")
    await gus.submits({"preferences.zone.write": "Tokyo"})
    assert "Asia/Tokyo" in str(gus.modal)
    assert (await row_of(talk)).next_slot_at == TOKYO_SLOT


async def test_without_a_zone_the_language_they_chose_holds(talk: Talk) -> None:
    gus = newcomer(talk, tz=None)
    other = next(one for one in talk.bot.deps.content.locales if one != words_of(talk).locale)
    await gus.types("/trustcheck settings")
    await gus.submits({"preferences.locale.choose": other})
    await gus.closes()
    await gus.types("/trustcheck help")
    assert gus.sees()[-1].text == talk.bot.deps.content.words(other)("home-help-title")


async def test_a_zone_that_becomes_none_leaves_the_one_that_was(talk: Talk) -> None:
    newcomer(talk, tz="Asia/Tokyo")
    await start(talk, "gus")
    for zone in ZONES:
        await tell(
            talk, {"type": "user_change", "user": {"id": "U0GUS", "team_id": TEAM, "tz": zone}}
        )
        row = await row_of(talk)
        assert (row.slack_zone, row.next_slot_at) == ("Asia/Tokyo", TOKYO_SLOT.replace(day=24))


@pytest.mark.parametrize(
    ("invented", "answered_in"),
    [
        ("xx-YY", "en"), ("tlh", "en"), ("", "en"), (None, "en"), ("en-US-x-robot", "en"),
        ("zh_CN", "zh-CN"), ("zh-Hans-SG", "zh-CN"), ("ZH-cn", "zh-CN"), ("林", "en"),
    ],
)  # fmt: skip
async def test_a_language_slack_invents_is_answered_in_one_of_ours(
    talk: Talk, invented: str | None, answered_in: str
) -> None:
    gus, words = newcomer(talk, locale=invented), talk.bot.deps.content.words(answered_in)
    await gus.types("/trustcheck help")
    await talk.settle()
    assert gus.sees()[0].text == words("home-help-title")
    assert words("members-round-title") in [one.text for one in gus.sees()]
    await gus.opens_home()
    await talk.settle()
    assert words("home-settings") in str(gus.home)


async def test_zone_and_language_follow_slack_until_they_are_chosen(talk: Talk) -> None:
    gus, content = newcomer(talk), talk.bot.deps.content
    mine = words_of(talk).locale
    other = next(one for one in content.locales if one != mine)
    talk.sandbox.world.teams[TEAM].channels[PROJ].members.append("U0GUS")
    await start(talk, "gus")
    assert (await row_of(talk)).next_slot_at == UTC_SLOT  # London, in winter
    await gus.moves_to("Asia/Tokyo")
    await gus.speaks(other)
    talk.bot.sync(talk.workspace)  # Slack's event doesn't tell of a language
    await talk.settle()
    assert (await row_of(talk)).next_slot_at == TOKYO_SLOT.replace(day=24)
    await gus.types("/trustcheck help")
    assert gus.sees()[-1].text == content.words(other)("home-help-title")
    await gus.types("/trustcheck settings")
    await gus.submits({"preferences.zone.write": "Berlin", "preferences.locale.choose": mine})
    await gus.closes()
    await gus.moves_to("America/New_York")
    await gus.speaks("en-US" if other == "en" else "zh-CN")
    talk.bot.sync(talk.workspace)
    await talk.settle()
    assert (await row_of(talk)).next_slot_at == UTC_SLOT.replace(hour=8)
    await gus.types("/trustcheck help")
    assert gus.sees()[-1].text == content.words(mine)("home-help-title")


async def test_a_new_name_and_a_second_account_are_nobody_elses_business(talk: Talk) -> None:
    """Ben's name changes; his account is closed for another, which begins as anybody's does."""
    ben, words = talk.person("ben"), words_of(talk)
    await ben.types("/commit send the slides by Fri 3pm")
    user = {"id": "U0BEN", "team_id": TEAM, "tz": "America/Los_Angeles", "locale": words.locale}
    await tell(talk, {"type": "user_change", "user": {**user, "name": "benny", "real_name": "B"}})
    await ben.types("/trustcheck promises")
    assert "the slides" in str(ben.modal)
    await ben.closes()
    await ben.is_deactivated()
    gus = newcomer(talk)
    await tell(talk, {"type": "team_join", "user": {"id": "U0GUS", "team_id": TEAM}})
    await gus.types("/trustcheck promises")
    await talk.settle()
    assert words("commitments-open", count=0) in str(gus.modal)
    assert words("members-round-title") in [one.text for one in gus.sees()]
    seen = len(ben.sees())
    await talk.at(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
    assert len(ben.sees()) == seen


async def test_whoever_authorised_an_app_is_a_person_all_the_same(talk: Talk) -> None:
    gus = newcomer(talk, is_app_user=True)
    await gus.types("/trustcheck start")
    await talk.settle()
    assert (await row_of(talk)).is_full
