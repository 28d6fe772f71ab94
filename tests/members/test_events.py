"""What Slack tells as it happens: once or twice, in any order, about anybody."""

from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot.clock import real_now
from bot.members import store
from bot.members.tables import ChannelMember, Member, SeenEvent, Workspace
from bot.rooms.pulse.tables import PulseLeaver
from bot.slack.gateway import Gateway
from bot.slack.ids import ChannelId, MemberId
from bot.slack.inputs import Reply
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk

ANN = MemberId("U0ANN")


async def tell(talk: Talk, inner: dict[str, Any], event_id: str = "") -> Reply:
    gateway = Gateway(talk.bot.deps, talk.bot.routes)
    reply = await gateway.on_event(TEAM, {"event": inner, "event_id": event_id})
    if reply.later is not None:
        await reply.later()
    return reply


async def member(talk: Talk, who: str = ANN) -> Member:
    async with talk.bot.deps.db.read() as session:
        found = await store.get_member(session, talk.workspace, MemberId(who))
    assert found is not None
    return found


def user(**changed: Any) -> dict[str, Any]:
    return {"type": "user_change", "user": {
        "id": ANN, "team_id": TEAM, "tz": "Europe/London", "locale": "en-GB", "is_admin": True,
        "profile": {}, **changed,
    }}  # fmt: skip


async def test_an_event_that_comes_twice_is_handled_once(talk: Talk) -> None:
    joined = {"type": "member_left_channel", "channel": PROJ, "user": ANN}
    await tell(talk, joined, "Ev1")
    async with talk.bot.deps.db.write() as session:
        await store.join_channel(session, talk.workspace, ChannelId(PROJ), [ANN])
    await tell(talk, joined, "Ev1")
    async with talk.bot.deps.db.read() as session:
        assert await session.get(ChannelMember, (TEAM, PROJ, ANN)) is not None


async def test_slacks_own_duplicates_answer_a_message_once(talk: Talk) -> None:
    talk.sandbox.faults.duplicate_events = True
    await talk.person("ann").types("hello")
    await talk.settle()
    assert talk.person("ann").reads().count("What you can do here") == 1


async def test_a_change_that_says_nothing_new_writes_nothing(talk: Talk) -> None:
    written: list[str] = []
    engine = talk.bot.deps.db.engine.sync_engine

    def note(_c: Any, _cur: Any, statement: str, *_rest: Any) -> None:
        if statement.split()[0] in ("INSERT", "UPDATE", "DELETE"):
            written.append(statement)

    await talk.settle()
    event.listen(engine, "before_cursor_execute", note)
    await tell(talk, user(profile={"status_text": "in a huddle", "status_emoji": ":headphones:"}))
    event.remove(engine, "before_cursor_execute", note)
    assert [one for one in written if "errand" not in one] == []


async def test_a_change_without_locale_or_zone_keeps_what_was_known(talk: Talk) -> None:
    await tell(talk, user(tz=None, locale="", is_admin=False))
    row = await member(talk)
    assert (row.slack_zone, row.slack_locale, row.is_admin) == ("Europe/London", "en-GB", False)


async def test_a_deactivated_person_has_no_slot_and_a_returning_one_their_own(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck start")
    async with talk.bot.deps.db.write() as session:
        row = await store.ensure_member(session, talk.workspace, ANN)
        row.started_at, row.next_slot_at = MONDAY_NOON, MONDAY_NOON.replace(day=30)
    await talk.person("ann").is_deactivated()
    assert (await member(talk)).next_slot_at is None
    await talk.person("ann").is_reactivated()
    assert (await member(talk)).next_slot_at is not None


async def test_strangers_and_guests_are_nobody_to_message(talk: Talk) -> None:
    for user_id, fields in (
        ("U0S", {"is_stranger": True, "team_id": "T0OTHER"}),
        ("U0G", {"is_restricted": True, "team_id": TEAM}),
        ("U0B", {"is_bot": True, "team_id": TEAM}),
    ):
        async with talk.bot.deps.db.write() as session:
            await store.join_channel(session, talk.workspace, ChannelId(PROJ), [MemberId(user_id)])
        await tell(talk, {"type": "user_change", "user": {"id": user_id, **fields}})
        assert not (await member(talk, user_id)).is_full
    async with talk.bot.deps.db.read() as session:
        people = await store.people_in(session, talk.workspace, ChannelId(PROJ))
    assert {one.member_id for one in people} & {"U0S", "U0G", "U0B"} == set()


async def test_a_channel_that_changes_its_id_takes_everything_along(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        session.add(PulseLeaver(workspace_id=TEAM, channel_id=PROJ, member_id=ANN))
    moved = {"type": "channel_id_changed", "old_channel_id": PROJ, "new_channel_id": "C0NEW"}
    await tell(talk, moved)
    await tell(talk, moved)
    async with talk.bot.deps.db.read() as session:
        assert await store.get_channel(session, talk.workspace, ChannelId(PROJ)) is None
        assert await session.get(PulseLeaver, (TEAM, "C0NEW", ANN)) is not None
        assert len(await store.people_in(session, talk.workspace, ChannelId("C0NEW"))) == 6


async def test_an_uninstall_stops_the_workspace_and_drops_its_token(talk: Talk) -> None:
    await talk.person("ann").uninstalls_app()
    await talk.settle()
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert (row.token, row.stopped_reason) == (None, "tokens_revoked")
    assert await talk.bot.tokens.authorize(None, TEAM) is None


@pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked"])
async def test_an_uninstall_told_late_of_an_app_that_is_back_stops_nothing(
    talk: Talk, kind: str
) -> None:
    """Slack may tell of it a day later, when the app has long been installed again."""
    gateway = Gateway(talk.bot.deps, talk.bot.routes)
    gone = {"type": kind, "tokens": {"oauth": [], "bot": ["UBOT"]}}
    told = {"event": gone, "event_id": "EvLate", "event_time": int(real_now().timestamp()) - 86_400}
    await gateway.on_event(TEAM, told)
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert (row.stopped_at, row.token is not None) == (None, True)
    await gateway.on_event(TEAM, {**told, "event_id": "EvNew", "event_time": None})
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert (row.stopped_reason, row.token) == (kind, None)


@pytest.mark.parametrize("first", ["app_uninstalled", "tokens_revoked"])
async def test_an_uninstall_stops_the_workspace_in_whatever_order_it_is_told(
    talk: Talk, first: str
) -> None:
    other = {"app_uninstalled": "tokens_revoked", "tokens_revoked": "app_uninstalled"}[first]
    for number, kind in enumerate((first, other, first)):
        await tell(talk, {"type": kind, "tokens": {"bot": ["UBOT"]}}, f"Ev{number}")
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert (row.stopped_reason, row.token) == (first, None)


async def test_a_persons_revoked_token_stops_nothing(talk: Talk) -> None:
    await tell(talk, {"type": "tokens_revoked", "tokens": {"oauth": [ANN], "bot": []}})
    async with talk.bot.deps.db.read() as session:
        row = await session.get(Workspace, TEAM)
    assert row is not None
    assert row.stopped_at is None


async def test_events_about_what_nobody_knows_are_harmless(talk: Talk) -> None:
    for inner in (
        {"type": "member_left_channel", "channel": "C0NONE", "user": "U0NONE"},
        {"type": "channel_left", "channel": "C0NONE"},
        {"type": "channel_rename", "channel": {"id": "C0NONE", "name": "x"}},
        {"type": "channel_id_changed", "old_channel_id": "C0NONE", "new_channel_id": "C0N"},
        {"type": "user_change", "user": {"id": "U0NONE"}},
        {"type": "team_join", "user": {"id": "U0NONE", "profile": None, "tz": "Mars/Base"}},
    ):
        await tell(talk, inner)
    async with talk.bot.deps.db.read() as session:
        assert await session.get(Member, (TEAM, "U0NONE")) is None


async def test_seen_events_go_after_a_week(talk: Talk) -> None:
    await talk.settle()
    for event_id, day in (("EvOld", 15), ("EvYoung", 22)):
        async with talk.bot.deps.db.write() as session:
            at = MONDAY_NOON.replace(day=day)
            await store.first_sight(session, talk.workspace, event_id, at)
    await talk.at(MONDAY_NOON.replace(day=24))
    async with talk.bot.deps.db.read() as session:
        left = {row.event_id for row in await session.scalars(select(SeenEvent))}
    assert ("EvYoung" in left, "EvOld" in left) == (True, False)


@pytest.mark.parametrize(
    "kind",
    [f"{place}_{end}" for place in ("channel", "group") for end in ("archive", "deleted", "left")],
)
async def test_a_channel_that_is_gone_is_left(talk: Talk, kind: str) -> None:
    await tell(talk, {"type": kind, "channel": PROJ}, "EvGone")
    async with talk.bot.deps.db.read() as session:
        channel = await store.get_channel(session, talk.workspace, ChannelId(PROJ))
    assert channel is not None
    assert not channel.bot_is_in
