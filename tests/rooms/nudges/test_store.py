"""The nudges' queries, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.members.tables import Channel, ChannelMember, Member
from bot.rooms.nudges import store
from bot.rooms.nudges.rules import WORDING_REST
from bot.rooms.nudges.slowing import count_sent, heard_from
from bot.rooms.nudges.tables import Nudge
from bot.rooms.nudges.teammates import named_before, willing_around
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database

WORKSPACE = WorkspaceId("T1")
ANN, BEN = MemberId("U1"), MemberId("U2")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def nudge(nudge_id: str, **more: Any) -> Nudge:
    return Nudge(
        workspace_id=WORKSPACE,
        nudge_id=nudge_id,
        on_date="2026-11-24",
        trigger="slot",
        practice_id="S-hello",
        factor="S",
        side="principle",
        why="turn",
        **{"wording_id": "w", "member_id": ANN, "shown_at": NOW, **more},
    )


def member(member_id: str, **more: Any) -> Member:
    return Member(workspace_id=WORKSPACE, member_id=member_id, **more)


async def test_what_was_put_off_is_found_oldest_first(db: Database) -> None:
    async with db.write() as session:
        session.add_all(
            [
                nudge("new", reaction="later"),
                nudge("old", reaction="later", shown_at=NOW - timedelta(days=1)),
                nudge("done", reaction="done"),
                nudge("other", reaction="later", member_id=BEN),
            ]
        )
    async with db.read() as session:
        found = await store.put_off(session, WORKSPACE, [ANN])
    assert {who: [row.nudge_id for row in rows] for who, rows in found.items()} == {
        ANN: ["old", "new"]
    }


async def test_what_was_shown_at_one_instant_has_an_order_of_its_own(db: Database) -> None:
    """The same history gives the same choice, in whatever order rows were written or are read."""
    ids = [f"n{number:02}" for number in range(WORDING_REST + 4)]
    async with db.write() as session:
        session.add_all(nudge(one, wording_id=one) for one in ids[::-2])
    async with db.write() as session:
        session.add_all(nudge(one, wording_id=one) for one in ids[-2::-2])
    async with db.read() as session:
        found = await store.history(session, WORKSPACE, [ANN])
        newest = await store.newest(session, WORKSPACE, ANN)
    assert [one.wording_id for one in found[ANN].shown] == ids[-WORDING_REST:]
    assert newest is not None
    assert newest.nudge_id == ids[-1]


async def test_what_was_done_is_found_after_one_instant_and_by_another(db: Database) -> None:
    at = {"before": -8, "first": -7, "within": -1, "last": 0, "after": 1}
    async with db.write() as session:
        session.add_all(
            nudge(name, reaction="done", reacted_at=NOW + timedelta(days=days))
            for name, days in at.items()
        )
    async with db.read() as session:
        found = await store.done_between(
            session, WORKSPACE, [ANN, BEN], NOW - timedelta(days=7), NOW
        )
    assert [row.nudge_id for row in found[ANN]] == ["within", "last"]


async def test_unanswered_nudges_are_counted_until_somebody_is_heard_from(db: Database) -> None:
    async with db.write() as session:
        session.add_all([member(ANN), member(BEN)])
    async with db.write() as session:
        await count_sent(session, WORKSPACE, [ANN, BEN])
        await count_sent(session, WORKSPACE, [ANN, BEN])
        await heard_from(session, WORKSPACE, BEN)
    async with db.read() as session:
        rows = [await session.get(Member, (WORKSPACE, who)) for who in (ANN, BEN)]
    assert [row.unanswered for row in rows if row] == [2, 0]


async def test_only_those_around_who_agreed_are_willing(db: Database) -> None:
    yes: dict[str, Any] = {"may_be_suggested": True, "started_at": NOW}
    async with db.write() as session:
        session.add_all(
            [
                member(ANN, never_suggest=["U5"], **yes),
                member(BEN, **yes),
                member("U3", may_be_suggested=True),
                member("U4", never_suggest=[ANN], **yes),
                member("U5", **yes),
                member("U6", **yes),
                *(Channel(workspace_id=WORKSPACE, channel_id=one) for one in ("C1", "C2")),
                Channel(workspace_id=WORKSPACE, channel_id="C3", bot_is_in=False),
                *(_in("C1", who) for who in (ANN, BEN, "U3", "U4", "U5")),
                _in("C2", "U6"),
                *(_in("C3", who) for who in (ANN, "U6")),
            ]
        )
    async with db.read() as session:
        ann = await session.get(Member, (WORKSPACE, ANN))
        assert ann is not None
        assert await willing_around(session, ann) == {BEN}


async def test_names_given_before_are_those_of_other_nudges(db: Database) -> None:
    earlier = NOW - timedelta(days=3)
    async with db.write() as session:
        session.add_all(
            [
                nudge("n1", teammate_id=BEN, shown_at=earlier),
                nudge("n2", teammate_id=BEN, shown_at=earlier - timedelta(days=1)),
                nudge("n3"),
                nudge("now", teammate_id="U3"),
                nudge("theirs", teammate_id="U4", member_id=BEN),
            ]
        )
    async with db.read() as session:
        current = await session.get(Nudge, (WORKSPACE, "now"))
        assert current is not None
        assert await named_before(session, current) == {BEN: earlier}


def _in(channel: str, who: str) -> ChannelMember:
    return ChannelMember(workspace_id=WORKSPACE, channel_id=channel, member_id=who)
