"""Events as apps get them, whether over a socket or by signed HTTP: twice, swapped, whose."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp, SocketApp

Ear = HttpApp | SocketApp


@pytest.fixture(params=["http_app", "socket_app"])
def ear(request: pytest.FixtureRequest) -> Ear:
    """The app, by one way and the other."""
    heard: Ear = request.getfixturevalue(request.param)
    return heard


@pytest.fixture
def ann(sandbox: Sandbox, ear: Ear) -> Person:
    return sandbox.person("U0ANN")


def retries(ear: Ear) -> list[tuple[int, str]]:
    """Of each event heard, the how-manieth retry it said it was, and why."""
    if isinstance(ear, SocketApp):
        return [(frame["retry_attempt"], frame["retry_reason"]) for frame in ear.frames]
    told = [heard.headers for heard in ear.heard]
    return [(int(h.get("x-slack-retry-num", 0)), h.get("x-slack-retry-reason", "")) for h in told]


async def test_an_event_comes_twice_when_asked_for_the_second_time_as_a_retry(
    ann: Person, sandbox: Sandbox, ear: Ear
) -> None:
    sandbox.faults.duplicate_events = True
    await ann.opens_home()
    assert retries(ear) == [(0, ""), (1, "http_timeout")]
    assert ear.payloads[0] == ear.payloads[1]
    assert sandbox.faults.reached["duplicate_events"] == 1


async def test_two_events_swap_places_when_asked_for(
    ann: Person, sandbox: Sandbox, ear: Ear
) -> None:
    sandbox.faults.reorder_events = True
    await asyncio.gather(ann.types("first"), ann.types("second"))
    assert [payload["event"]["text"] for payload in ear.payloads] == ["second", "first"]
    assert sandbox.faults.reached["reorder_events"] == 1
    assert retries(ear) == [(0, "")] * 2


async def test_events_come_once_and_in_order_when_nothing_is_asked_for(
    ann: Person, sandbox: Sandbox, ear: Ear
) -> None:
    sandbox.faults.duplicate_events = sandbox.faults.reorder_events = True
    sandbox.faults.clear()
    await asyncio.gather(ann.types("first"), ann.types("second"))
    assert [payload["event"]["text"] for payload in ear.payloads] == ["first", "second"]


async def test_a_command_is_neither_doubled_nor_swapped(
    ann: Person, sandbox: Sandbox, ear: Ear
) -> None:
    sandbox.faults.duplicate_events = sandbox.faults.reorder_events = True
    await asyncio.gather(ann.types("/trustcheck one"), ann.types("/trustcheck two"))
    assert [payload["text"] for payload in ear.payloads] == ["one", "two"]


def authorization(app: App) -> dict[str, Any]:
    return {
        "enterprise_id": None,
        "team_id": app.team.team_id,
        "user_id": app.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }


async def test_an_event_tells_whose_installation_hears_it(
    ann: Person, sandbox: Sandbox, app: App, ear: Ear
) -> None:
    beta = sandbox.world.add_workspace("T0BETA", name="Beta", domain="beta")
    other = beta.install(
        bot_token="xoxb-b", app_token=app.app_token, scopes=(), signing_secret=app.signing_secret
    )
    other.request_url = app.request_url
    beta.add_member("U0DAN", "Dan")
    await ann.opens_home()
    await sandbox.person("U0DAN").opens_home()
    told = [(payload["team_id"], payload["authorizations"]) for payload in ear.payloads]
    assert told == [("T0ACME", [authorization(app)]), ("T0BETA", [authorization(other)])]
    assert {payload["api_app_id"] for payload in ear.payloads} == {app.app_id}
    assert len({payload["event_id"] for payload in ear.payloads}) == 2


async def test_an_event_tells_whether_its_channel_is_shared(
    ann: Person, sandbox: Sandbox, team: Team, ear: Ear
) -> None:
    cleo = sandbox.person("U0CLEO")
    await cleo.joins("C0PROJ")
    await ann.shares("C0PROJ", "T0OTHER")
    await cleo.leaves("C0PROJ")
    await ann.renames("C0PROJ", "project")
    shared = [payload["is_ext_shared_channel"] for payload in ear.payloads]
    assert shared == [False, True, True, True]
