"""What apps hear of: who did what, three retries, duplicates and events out of order."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.responses import Response

from bot.sandbox.outcome import Outcome
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp


@pytest.fixture
def ann(sandbox: Sandbox, http_app: HttpApp) -> Person:
    return sandbox.person("U0ANN")


def events(http_app: HttpApp) -> list[dict[str, Any]]:
    return [payload["event"] for payload in http_app.payloads]


async def test_an_event_is_retried_three_times_when_refused(
    ann: Person, sandbox: Sandbox, http_app: HttpApp
) -> None:
    http_app.answers += [Response(status_code=500)] * 4
    await ann.opens_home()
    await sandbox.until(lambda: len(http_app.heard) == 4)
    await sandbox.settled()
    numbers = [heard.headers.get("x-slack-retry-num") for heard in http_app.heard]
    assert numbers == [None, "1", "2", "3"]
    assert http_app.heard[1].headers["x-slack-retry-reason"] == "http_error"
    assert len({payload["event_id"] for payload in http_app.payloads}) == 1


async def test_retries_stop_when_one_is_acknowledged(
    ann: Person, sandbox: Sandbox, http_app: HttpApp
) -> None:
    http_app.answers.append(Response(status_code=500))
    await ann.opens_home()
    await sandbox.until(lambda: len(http_app.heard) == 2)
    await ann.opens_home()
    assert len(http_app.heard) == 3


async def test_an_event_isnt_retried_when_the_app_says_so(
    ann: Person, sandbox: Sandbox, http_app: HttpApp
) -> None:
    http_app.answers.append(Response(status_code=500, headers={"x-slack-no-retry": "1"}))
    await ann.opens_home()
    await ann.opens_home()
    await sandbox.settled()
    assert len(http_app.heard) == 2


async def test_a_command_is_never_retried(ann: Person, sandbox: Sandbox, http_app: HttpApp) -> None:
    http_app.answers.append(Response(status_code=500))
    await ann.types("/trustcheck")
    await sandbox.settled()
    assert len(http_app.heard) == 1


async def test_a_lone_event_still_comes_when_reordering(
    ann: Person, sandbox: Sandbox, http_app: HttpApp
) -> None:
    sandbox.faults.reorder_events = True
    await ann.types("alone")
    assert [event["text"] for event in events(http_app)] == ["alone"]
    assert sandbox.faults.reached["reorder_events"] == 0


Act = Callable[[Person], Awaitable[Outcome]]
# by event and sort of channel: the scope it takes to hear it, and how it comes about
ACTS: dict[str, tuple[str, Act]] = {
    "app_mention": (
        "app_mentions:read",
        lambda ann: ann.types("@trustcheck hello", channel="C0PROJ"),
    ),
    "message.im": ("im:history", lambda ann: ann.types("hello")),
    "message.channel": ("channels:history", lambda ann: ann.types("hello", channel="C0PROJ")),
    "message.group": ("groups:history", lambda ann: ann.types("hello", channel="C0SECRET")),
    "message.mpim": ("mpim:history", lambda ann: ann.types("hello", channel="G0FEW")),
    "team_join": ("users:read", lambda ann: ann.arrives()),
    "user_change": ("users:read", lambda ann: ann.speaks("zh-CN")),
    "member_joined_channel.public": ("channels:read", lambda ann: ann.invites_bot("C0GEN")),
    "member_joined_channel.private": ("groups:read", lambda ann: ann.invites_bot("C0OWN")),
    "member_left_channel.public": ("channels:read", lambda ann: ann.leaves("C0PROJ")),
    "member_left_channel.private": ("groups:read", lambda ann: ann.leaves("C0SECRET")),
    "channel_rename": ("channels:read", lambda ann: ann.renames("C0PROJ", "new")),
    "channel_archive": ("channels:read", lambda ann: ann.archives("C0PROJ")),
    "channel_unarchive": ("channels:read", lambda ann: ann.unarchives("C0PROJ")),
    "channel_left": ("channels:read", lambda ann: ann.removes_bot("C0PROJ")),
    "channel_shared": ("channels:read", lambda ann: ann.shares("C0PROJ", "T0OTHER")),
    "group_rename": ("groups:read", lambda ann: ann.renames("C0SECRET", "new")),
    "group_archive": ("groups:read", lambda ann: ann.archives("C0SECRET")),
    "group_unarchive": ("groups:read", lambda ann: ann.unarchives("C0SECRET")),
    "group_left": ("groups:read", lambda ann: ann.removes_bot("C0SECRET")),
}


@pytest.mark.parametrize("has_scope", [True, False])
@pytest.mark.parametrize("event", ACTS)
async def test_an_event_is_heard_only_with_its_scope(
    ann: Person, team: Team, http_app: HttpApp, event: str, has_scope: bool
) -> None:
    bot = team.app.bot_user_id
    team.add_channel("C0SECRET", "secret", members=["U0ANN", bot], is_private=True)
    team.add_channel("C0OWN", "own", members=["U0ANN"], is_private=True)
    team.channels["G0FEW"] = team.group_dm(["U0ANN", "U0BEN"], app=team.app)
    scope, act = ACTS[event]
    everything = {each for each, _ in ACTS.values()}
    team.app.scopes = {scope} if has_scope else everything - {scope}
    assert (await act(ann)).ok
    kind, _, sort = event.partition(".")
    heard = [each for each in events(http_app) if each["type"] == kind]
    assert len(heard) == has_scope
    assert not heard or kind != "message" or heard[0]["channel_type"] == sort


async def test_a_mention_is_an_event_of_its_own(ann: Person, app: App, http_app: HttpApp) -> None:
    await ann.types(f"<@{app.bot_user_id}> help", channel="C0PROJ")
    message, mention = events(http_app)
    assert (message["type"], mention["type"]) == ("message", "app_mention")
    assert message["ts"] == mention["ts"]
    assert http_app.payloads[0]["event_id"] != http_app.payloads[1]["event_id"]


async def test_nothing_is_heard_where_the_bot_isnt(ann: Person, http_app: HttpApp) -> None:
    await ann.types("@trustcheck help", channel="C0GEN")
    await ann.leaves("C0GEN")
    assert http_app.heard == []


async def test_people_and_the_bot_come_and_go(
    ann: Person, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    await ann.invites_bot("C0GEN")
    await sandbox.person("U0CLEO").joins("C0PROJ")
    await sandbox.person("U0CLEO").leaves("C0PROJ")
    await ann.removes_bot("C0PROJ")
    told = [(event["type"], event.get("user")) for event in events(http_app)]
    assert told == [
        ("member_joined_channel", app.bot_user_id),
        ("member_joined_channel", "U0CLEO"),
        ("member_left_channel", "U0CLEO"),
        ("channel_left", None),
    ]
    assert events(http_app)[0]["inviter"] == "U0ANN"


async def test_the_bots_invitation_is_heard_when_the_world_makes_it(
    sandbox: Sandbox, team: Team, http_app: HttpApp
) -> None:
    team.invite_bot("C0GEN", by="U0ANN")
    await sandbox.settled()
    assert events(http_app)[0]["type"] == "member_joined_channel"


async def test_a_changed_account_is_heard_of(ann: Person, http_app: HttpApp) -> None:
    await ann.moves_to("Pacific/Auckland")
    await ann.speaks("zh-CN")
    await ann.sets_status("Away", ":palm_tree:", until=datetime(2030, 1, 1, tzinfo=UTC))
    await ann.is_deactivated()
    await ann.is_reactivated()
    users = [event["user"] for event in events(http_app)]
    assert {event["type"] for event in events(http_app)} == {"user_change"}
    assert (users[0]["tz"], users[1]["locale"]) == ("Pacific/Auckland", "zh-CN")
    assert users[2]["profile"]["status_expiration"] == 1893456000
    assert [user["deleted"] for user in users[3:]] == [True, False]


async def test_a_channels_changes_are_heard_of(ann: Person, team: Team, http_app: HttpApp) -> None:
    await ann.renames("C0PROJ", "project")
    await ann.shares("C0PROJ", "T0OTHER")
    await ann.archives("C0PROJ")
    assert [event["type"] for event in events(http_app)] == [
        "channel_rename",
        "channel_shared",
        "channel_archive",
    ]
    channel = team.channels["C0PROJ"]
    assert (channel.name, channel.is_ext_shared, channel.is_archived) == ("project", True, True)


async def test_an_uninstalled_app_hears_so_and_nothing_more(
    ann: Person, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    await ann.uninstalls_app()
    await ann.opens_home()
    assert [event["type"] for event in events(http_app)] == ["tokens_revoked", "app_uninstalled"]


async def test_a_newcomer_is_heard_of(sandbox: Sandbox, team: Team, http_app: HttpApp) -> None:
    team.add_member("U0DAN", "Dan")
    await sandbox.person("U0DAN").arrives()
    assert events(http_app)[0]["user"]["id"] == "U0DAN"
