"""A channel post of which nobody knows whether it arrived: its owner is asked, and decides."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.app import ROOMS
from bot.content import Content
from bot.delivery import doubt
from bot.deps import Due, Wait
from bot.errors import UserError
from bot.members import store as members
from bot.members.reader import Reader
from bot.members.schedule import awake_at
from bot.sandbox.blocks import check_blocks
from bot.sandbox.outcome import SeenMessage
from bot.slack.ids import MemberId, WorkspaceId, decode
from tests.rooms.pulse.polling import CLOSED, EVERYBODY, POLL_DAY, TOLD, posts, set_up, votes
from tests.talk import PROJ, TEAM, Talk

NEWS = "pulse.poll.leave"  # a button that only the news of a new pulse has in a channel


def is_news(args: Mapping[str, Any]) -> bool:
    return NEWS in str(args.get("blocks"))


def in_channel(args: Mapping[str, Any]) -> bool:
    return args.get("channel") == PROJ


def news(talk: Talk) -> int:
    """How often the channel reads that it has a pulse now."""
    return sum(NEWS in post for post in posts(talk))


async def lose(talk: Talk, kind: str, owner: str = "fay") -> None:
    """Have the news of a new pulse end in doubt, whether it arrived or not."""
    talk.sandbox.faults.add(method="chat.postMessage", kind=kind, when=is_news)
    await set_up(talk, owner)


def asked(talk: Talk, name: str = "fay") -> list[SeenMessage]:
    """The questions that stand before somebody."""
    return [one for one in talk.person(name).sees() if doubt.AGAIN in str(one.blocks)]


def who(name: str, workspace: str = TEAM) -> Reader:
    return Reader(WorkspaceId(workspace), MemberId(f"U0{name.upper()}"))


def question(talk: Talk) -> tuple[str, str]:
    """The post and the attempt that the owner's card is about."""
    elements = asked(talk)[-1].blocks[-1]["elements"]
    value = decode(elements[0]["value"])
    return value["post"], value["attempt"]


@pytest.mark.parametrize(("kind", "arrived"), [("reset_after", 1), ("reset_before", 0)])
async def test_owner_alone_is_asked_when_a_post_is_in_doubt(
    quick: Talk, kind: str, arrived: int
) -> None:
    await lose(quick, kind)
    assert news(quick) == arrived
    assert {name: len(asked(quick, name)) for name in EVERYBODY} == {
        name: int(name == "fay") for name in EVERYBODY
    }
    card = asked(quick)[0]
    assert card.text == "A post may not have arrived"
    assert "news about the team's pulse" in quick.person("fay").reads()


async def test_post_comes_once_more_when_the_owner_asks_for_it(quick: Talk) -> None:
    await lose(quick, "reset_before")
    await quick.person("fay").clicks("Post it again")
    await quick.settle()
    assert news(quick) == 1
    assert "I'm posting it again" in quick.person("fay").reads()
    assert asked(quick) == []


async def test_nothing_is_posted_when_the_owner_found_it(quick: Talk) -> None:
    await lose(quick, "reset_after")
    await quick.person("fay").clicks("It's there")
    await quick.settle()
    assert news(quick) == 1
    assert "Nothing more to do" in quick.person("fay").reads()
    assert asked(quick) == []


async def test_two_clicks_post_it_once(quick: Talk) -> None:
    await lose(quick, "reset_before")
    ben = quick.person("fay")
    await asyncio.gather(ben.clicks("Post it again"), ben.clicks("Post it again"))
    await quick.settle()
    assert news(quick) == 1
    assert "This was dealt with already" in ben.reads()


async def test_owner_is_asked_anew_when_the_second_try_is_lost_too(quick: Talk) -> None:
    await lose(quick, "reset_before")
    first = question(quick)
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_after", when=is_news)
    await quick.person("fay").clicks("Post it again")
    await quick.settle()
    assert question(quick) != first
    with pytest.raises(UserError, match="delivery-doubt-over"):
        await doubt.post_again(quick.bot.deps, who("fay"), *first)
    await quick.person("fay").clicks("It's there")
    await quick.settle()
    assert news(quick) == 1


@pytest.mark.parametrize("stranger", [who("ann"), who("fay", "T0OTHER")])
@pytest.mark.parametrize("act", [doubt.settle, doubt.post_again])
async def test_others_change_nothing_when_they_forge_the_button(
    quick: Talk, stranger: Reader, act: Any
) -> None:
    await lose(quick, "reset_before")
    with pytest.raises(UserError, match="house-old-card"):
        await act(quick.bot.deps, stranger, *question(quick))
    await quick.settle()
    assert news(quick) == 0
    assert len(asked(quick)) == 1


async def test_thread_follows_in_the_channel_when_the_results_were_found(quick: Talk) -> None:
    await set_up(quick)
    await quick.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(quick, name)
    await quick.at(CLOSED)
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_after", when=in_channel)
    await quick.at(TOLD)
    assert "Counting on each other: 4" not in quick.person("fay").reads(PROJ)
    await quick.person("ann").clicks("It's there")
    await quick.settle()
    assert "Counting on each other: 4" in quick.person("fay").reads(PROJ)


async def test_post_is_held_back_when_the_channel_was_shared_meanwhile(quick: Talk) -> None:
    await lose(quick, "reset_before")
    await quick.person("ann").shares(PROJ, "T0OTHERCO")
    await quick.settle()
    await quick.person("fay").clicks("Post it again")
    await quick.settle()
    assert news(quick) == 0


async def test_installer_is_asked_when_a_post_has_no_owner(quick: Talk) -> None:
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_after", when=in_channel)
    await quick.person("ann").types("/trustcheck team", channel=PROJ)
    await quick.person("ann").submits({})
    await quick.settle()
    async with quick.bot.deps.db.read() as session:
        home = await members.get_workspace(session, quick.workspace)
    assert home is not None
    found = {name: len(asked(quick, name)) for name in EVERYBODY}
    assert sum(found.values()) == int(home.installer_id is not None)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 3, 0, tzinfo=UTC), datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 21, 0, tzinfo=UTC), datetime(2026, 11, 25, 8, 0, tzinfo=UTC)),
    ],
)
def test_question_waits_for_the_morning(now: datetime, expected: datetime) -> None:
    assert awake_at(now, "Europe/London") == expected


async def test_question_is_not_asked_at_night(quick: Talk) -> None:
    await lose(quick, "reset_before")
    post, attempt = question(quick)
    night = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    due = Due("d1", quick.workspace, doubt.CARD, post, attempt, "U0FAY", night)
    async with quick.bot.deps.db.write() as session:
        decided = await doubt.compose(quick.bot.deps, session, [due], night)
    assert decided["d1"] == Wait(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
def test_card_names_every_kind_of_channel_post(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    kinds = [kind.name for room in ROOMS for kind in room.kinds if kind.to_channel]
    shown = [
        doubt.card(
            content.words(locale), {"channel": PROJ, "kind": kind, "post": "d1", "attempt": "1"}
        )
        for kind in sorted(kinds)
    ]
    assert all(check_blocks(one.blocks, "message") == [] for one in shown)
    assert shown == snapshot
