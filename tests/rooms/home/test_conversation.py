"""Home, as people live it: newest when opened, after their own acts, and for nobody else."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from bot.members.tables import ChannelMember
from bot.rooms.commitments.tables import Commitment
from bot.rooms.nudges.tables import Nudge
from bot.rooms.pulse.tables import Pulse
from bot.rooms.trustcheck.tables import Check
from bot.sandbox.blocks import check_view
from bot.slack.ids import MemberId
from tests.rooms.nudges.living import start
from tests.rooms.pulse.polling import EVERYBODY, POLL_DAY, TOLD, set_up
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk

ANN = MemberId("U0ANN")
LONG = "send the deck to everybody who asked for it, " * 6


def published(talk: Talk, who: str) -> list[Any]:
    """The Homes published for somebody, as they were asked for."""
    made = [call for call in talk.sandbox.calls if call.method == "views.publish"]
    return [call.args for call in made if call.args["user_id"] == who]


async def write(talk: Talk, rows: Sequence[SQLModel]) -> None:
    async with talk.bot.deps.db.write() as session:
        session.add_all(rows)


def promises(count: int) -> list[Commitment]:
    return [
        Commitment(
            workspace_id=TEAM, promise_id=f"p{number}", member_id="U0ANN", text=f"{number} {LONG}",
            made_at=MONDAY_NOON, due_at=MONDAY_NOON + timedelta(days=3 + number), grain="day",
        )
        for number in range(count)
    ]  # fmt: skip


def teams(count: int) -> list[SQLModel]:
    rows: list[SQLModel] = []
    for number in range(count):
        channel = f"C{number:010}"
        rows += [
            ChannelMember(workspace_id=TEAM, channel_id=channel, member_id="U0ANN"),
            Pulse(
                workspace_id=TEAM, channel_id=channel, owner_id="U0BEN", zone="UTC", locale="en",
                weekday=1, weeks=1, minimum=5, has_comments=False,
                first_on=(MONDAY_NOON + timedelta(days=8)).date(),
                next_on=(MONDAY_NOON + timedelta(days=8)).date(),
            ),
        ]  # fmt: skip
    return rows


async def test_home_says_what_was_just_done(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    assert "send the slides" not in ann.reads_home()
    await ann.types("/commit send the slides by Fri 3pm")
    await talk.settle()
    assert "send the slides" in ann.reads_home()


async def test_home_is_in_their_language_and_useful_before_anything_began(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.opens_home()
    await talk.settle()
    assert "这里的内容只有你看得到" in chen.reads_home()
    for label in ("设置", "我能做什么"):
        assert label in chen.reads_home()
    await chen.types("/commit 周五下午3点前把方案发给小林")
    await talk.settle()
    assert "方案" in chen.reads_home()


async def test_nobody_gets_a_home_they_did_not_open(talk: Talk) -> None:
    await talk.person("ann").opens_home()
    await talk.person("ben").types("/commit send the deck by Fri 3pm")
    await talk.settle()
    assert len(published(talk, "U0ANN")) == 1
    assert {call.args["user_id"] for call in talk.sandbox.calls
            if call.method == "views.publish"} == {"U0ANN"}  # fmt: skip


async def test_each_home_names_the_one_it_takes_the_place_of(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    first = ann.home
    await ann.types("/commit send the deck by Fri 3pm")
    await talk.settle()
    assert first is not None
    assert [args.get("hash") for args in published(talk, "U0ANN")] == [None, first["hash"]]
    await ann.opens_home()
    await talk.settle()
    assert published(talk, "U0ANN")[-1]["hash"] not in (None, first["hash"])


async def test_two_acts_at_once_leave_both_in_home(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await asyncio.gather(
        ann.types("/commit send the deck by Fri 3pm"), ann.types("/commit call Mia by Fri 4pm")
    )
    await talk.settle()
    assert "send the deck" in ann.reads_home()
    assert "call Mia" in ann.reads_home()


async def test_a_button_in_home_shows_it_anew_even_after_a_restart(talk: Talk) -> None:
    ann = talk.person("ann")
    await write(talk, promises(1))
    await ann.opens_home()
    await talk.settle()
    talk.bot.deps.messenger.homes.drop(talk.workspace, ANN)  # a new process knows none
    before = ann.home
    await ann.clicks("commitments.promise.done")
    await talk.settle()
    assert ann.home is not None
    assert before is not None
    assert published(talk, "U0ANN")[-1]["hash"] == before["hash"]


async def test_todays_practice_has_its_buttons_in_home(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck start")
    await ann.clicks("Every working day")
    await ann.types("/nudge")
    await ann.opens_home()
    await talk.settle()
    messages = len(ann.sees())
    await ann.clicks("nudges.practice.done")
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        rows = list(await session.scalars(select(Nudge)))
    assert [row.reaction for row in rows] == ["done"]
    assert "Did it" not in ann.reads_home()
    assert len(ann.sees()) == messages  # Home says it; no message does


async def test_settings_and_help_are_a_button_away(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await ann.clicks("Settings")
    assert ann.modal is not None
    await ann.closes()
    await ann.clicks("What I can do")
    await talk.settle()
    assert "What you can do here" in ann.reads()


def checks(count: int) -> list[Check]:
    words: Any = {"subject": "", "scores": {"C": 4, "R": 4, "I": 2, "S": 2}, "chosen": {}}
    return [
        Check(
            workspace_id=TEAM, check_id=f"c{number}", member_id="U0ANN", answers=words,
            form="full" if number % 2 else "quick", taken_at=MONDAY_NOON - timedelta(days=number),
        )
        for number in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["ann", "chen"])
@pytest.mark.parametrize("count", [20, 45])
async def test_home_is_within_slacks_limits_for_somebody_with_much_of_everything(
    talk: Talk, who: str, count: int
) -> None:
    rows = [*promises(200), *teams(count), *checks(600)]
    for row in rows:
        if getattr(row, "member_id", None):
            row.member_id = f"U0{who.upper()}"
    await write(talk, rows)
    person = talk.person(who)
    for word in ("start", "pause"):
        await person.types(f"/trustcheck {word}")
    await person.types("/nudge")
    await person.opens_home()
    await talk.settle()
    view = published(talk, f"U0{who.upper()}")[-1]["view"]
    assert check_view(view) == []
    assert [f"C{number:010}" in str(view) for number in range(count)] == [True] * 20 + [False] * (
        count - 20
    )
    assert "200" in person.reads_home()
    assert str(count - 20) in person.reads_home()


async def test_every_one_of_200_promises_is_on_one_of_the_lists_pages(talk: Talk) -> None:
    await write(talk, promises(200))
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    await ann.clicks("commitments.list.turn")
    seen: list[str] = []
    for _ in range(20):  # pages
        seen += re.findall(r"(\d+) send the deck to", str(ann.modal))
        if "commitments.list.turn.after" in str(ann.modal):
            await ann.clicks("commitments.list.turn.after")
    assert sorted(map(int, seen)) == list(range(200))


async def test_a_guest_reads_that_there_is_nothing_for_them(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_member("U0GUS", "gus", is_restricted=True)
    gus = talk.sandbox.person("U0GUS")
    await gus.opens_home()
    await talk.settle()
    assert "nothing for guests" in gus.reads_home()
    assert [one for one in gus.sees() if one.blocks] == []  # nor is he shown round


async def test_forgetting_leaves_nothing_in_home(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the slides by Fri 3pm")
    await ann.opens_home()
    await talk.settle()
    assert "send the slides" in ann.reads_home()
    await ann.types("/trustcheck forget")
    await ann.submits()
    await talk.settle()
    assert "send the slides" not in ann.reads_home()
    assert talk.bot.deps.messenger.homes.hash_of(talk.workspace, ANN) is None


async def test_home_of_a_channels_other_people_stays_as_it_was(talk: Talk) -> None:
    for name in ("ann", "ben"):
        await talk.person(name).opens_home()
    await talk.settle()
    before = talk.person("ben").home
    await talk.person("ann").types("/commit send @ben the deck by Fri 3pm", channel=PROJ)
    await talk.settle()
    assert talk.person("ben").home == before


async def test_nothing_the_clock_or_slack_does_publishes_anybodys_home(talk: Talk) -> None:
    """Six people look at theirs; a poll comes and closes, nights pass, and Slack tells of them."""
    assert (await set_up(talk)).ok
    for name in EVERYBODY:
        await start(talk, name)
        await talk.person(name).opens_home()
    await talk.settle()
    before = {name: len(published(talk, f"U0{name.upper()}")) for name in EVERYBODY}
    assert min(before.values()) > 0
    for at in (MONDAY_NOON + timedelta(days=4, hours=11), POLL_DAY, TOLD):
        await talk.at(at)
        for name in EVERYBODY:
            await talk.person(name).sets_status("in a huddle", ":headphones:")
    await talk.settle()
    after = {name: len(published(talk, f"U0{name.upper()}")) for name in EVERYBODY}
    assert after == before
