"""Starting, stopping, waiting and starting over."""

import asyncio
import socket

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.conftest import BoltStarter
from tests.sandbox.listening import HttpApp


async def test_nothing_is_left_when_closed() -> None:
    before = asyncio.all_tasks()
    sandbox = await Sandbox.start()
    team = sandbox.world.add_workspace("T1", name="Acme", domain="acme")
    team.install(bot_token="xoxb-1", app_token="xapp-1", scopes=(), signing_secret="s")
    team.add_member("U1", "Ann")
    await sandbox.person("U1").opens_home()
    client = AsyncWebClient("xoxb-1", base_url=sandbox.api_url, retry_handlers=[])
    sandbox.faults.latency_s = 60
    call = asyncio.create_task(client.auth_test())
    await sandbox.until(lambda: sandbox.in_flight)
    port = int(sandbox.url.rpartition(":")[2])
    await sandbox.close()
    await asyncio.gather(call, return_exceptions=True)
    assert asyncio.all_tasks() == before
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


async def test_it_closes_while_an_app_is_connected(
    sandbox: Sandbox, bolt: AsyncApp, connect: BoltStarter
) -> None:
    await connect(bolt)
    await sandbox.close()


async def test_starting_is_refused_when_the_port_is_taken(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        await Sandbox.start(port=int(sandbox.url.rpartition(":")[2]))


async def test_waiting_fails_with_the_story_when_nothing_comes(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    await client.chat_postMessage(channel="U0ANN", text="something else")
    with pytest.raises(AssertionError, match="something else"):
        await sandbox.until(lambda: False, within_s=0.01)


async def test_a_connected_app_stays_connected_over_a_reset(
    sandbox: Sandbox, app: App, bolt: AsyncApp, connect: BoltStarter
) -> None:
    await connect(bolt)
    sandbox.limits.off()
    sandbox.world.short_pages = True
    sandbox.reset()
    assert (sandbox.world.teams, sandbox.world.short_pages) == ({}, False)
    assert sandbox.limits.enabled
    assert sandbox.sockets.count(app.app_token) == 1


async def test_nothing_from_before_a_reset_comes_after_it(
    sandbox: Sandbox, team: Team, http_app: HttpApp
) -> None:
    idle = asyncio.all_tasks()
    http_app.hold = asyncio.Event()
    team.invite_bot("C0GEN", by="U0ANN")  # its event is on its way when everything starts over
    await http_app.something()
    sandbox.sockets.late_acks = 1
    sandbox.reset()
    await sandbox.settled()
    assert (len(http_app.heard), sandbox.sockets.late_acks) == (1, 0)
    http_app.hold.set()
    assert not [task for task in asyncio.all_tasks() - idle if "EventFeed" in repr(task)]


async def test_made_up_ids_are_the_same_in_every_run(team: Team) -> None:
    sandbox = await Sandbox.start()
    again = sandbox.world.add_workspace("T0ACME", name="Acme", domain="acme")
    app = again.install(bot_token="b", app_token="xapp-acme", scopes=(), signing_secret="s")
    again.add_member("U0ANN", "Ann")
    assert (app.bot_user_id, app.app_id) == (team.app.bot_user_id, team.app.app_id)
    assert again.dm("U0ANN").channel_id == team.dm("U0ANN").channel_id
    await sandbox.close()


async def test_a_person_in_two_workspaces_must_be_named_with_one(
    sandbox: Sandbox, team: Team
) -> None:
    beta = sandbox.world.add_workspace("T0BETA", name="Beta", domain="beta")
    beta.add_member("U0ANN", "Ann")
    with pytest.raises(LookupError, match="several workspaces"):
        sandbox.person("U0ANN")
    assert sandbox.person("U0ANN", "T0BETA").name == "Ann"
    with pytest.raises(LookupError, match="no workspace"):
        sandbox.person("U0ANN", "T0NONE")
