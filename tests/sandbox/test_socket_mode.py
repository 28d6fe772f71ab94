"""Socket Mode with the real clients: hello, envelopes, acks, disconnects, ping and pong."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.sockets import MAX_CONNECTIONS
from bot.sandbox.world import App
from tests.sandbox.conftest import IMPATIENT, BoltStarter
from tests.sandbox.listening import HttpApp, SocketApp
from tests.sandbox.refused import error_of


@pytest.fixture
async def socket(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession
) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A bare WebSocket, to read frames as they come."""
    opened = await client.apps_connections_open(app_token=app.app_token)
    async with session.ws_connect(opened["url"]) as socket:
        yield socket


async def test_hello_tells_connections_and_app(
    socket: aiohttp.ClientWebSocketResponse, app: App
) -> None:
    hello = await socket.receive_json()
    assert (hello["type"], hello["num_connections"]) == ("hello", 1)
    assert hello["connection_info"] == {"app_id": app.app_id}
    assert hello["debug_info"]["approximate_connection_time"] == 3600


async def test_an_envelope_is_acknowledged_by_its_id_with_a_payload(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox
) -> None:
    await socket.receive_json()
    typing = asyncio.create_task(sandbox.person("U0ANN").types("/trustcheck", channel="C0PROJ"))
    envelope = await socket.receive_json()
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert not {"retry_attempt", "retry_reason"} & set(envelope)
    answer = {"envelope_id": envelope["envelope_id"], "payload": {"text": "hello"}}
    await socket.send_json(answer)
    outcome = await typing
    assert (outcome.ok, outcome.body) == (True, {"text": "hello"})


@IMPATIENT
async def test_an_event_envelope_tells_its_retries(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox
) -> None:
    await socket.receive_json()
    outcome = await sandbox.person("U0ANN").opens_home()
    assert outcome.error_shown == "operation_timeout"
    frames = [await socket.receive_json() for _ in range(2)]
    assert [(f["type"], f["accepts_response_payload"]) for f in frames] == [
        ("events_api", False)
    ] * 2
    told = [(f["retry_attempt"], f["retry_reason"]) for f in frames]
    assert told == [(0, ""), (1, "http_timeout")]
    assert frames[0]["payload"] == frames[1]["payload"]
    assert frames[0]["envelope_id"] != frames[1]["envelope_id"]
    assert sandbox.shown_errors == []


@IMPATIENT
async def test_a_late_ack_is_counted_and_its_error_shown(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox
) -> None:
    await socket.receive_json()
    outcome = await sandbox.person("U0ANN").types("/trustcheck")
    assert (outcome.ok, outcome.status) == (False, "late")
    (shown,) = sandbox.shown_errors
    assert (shown.user_id, shown.doing, shown.error) == (
        "U0ANN",
        "/trustcheck",
        "operation_timeout",
    )
    envelope = await socket.receive_json()
    await socket.send_json({"envelope_id": envelope["envelope_id"]})
    await sandbox.until(lambda: sandbox.sockets.late_acks == 1)


async def test_a_click_fails_when_no_app_is_connected(sandbox: Sandbox, app: App) -> None:
    outcome = await sandbox.person("U0ANN").types("/trustcheck")
    assert (outcome.status, outcome.error_shown) == ("unreachable", "dispatch_failed")


async def test_an_unacknowledged_envelope_fails_when_its_socket_closes(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox
) -> None:
    await socket.receive_json()
    typing = asyncio.create_task(sandbox.person("U0ANN").types("/trustcheck"))
    await socket.receive_json()
    await socket.close()
    assert (await typing).error_shown == "operation_timeout"


async def test_a_ticket_is_good_once(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession
) -> None:
    url = (await client.apps_connections_open(app_token=app.app_token))["url"]
    async with session.ws_connect(url):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_app_has_ten_connections_at_most(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    kept = []
    for _ in range(MAX_CONNECTIONS):
        url = (await client.apps_connections_open(app_token=app.app_token))["url"]
        kept.append(await session.ws_connect(url))
    await sandbox.until(lambda: sandbox.sockets.count(app.app_token) == MAX_CONNECTIONS)
    call = client.apps_connections_open(app_token=app.app_token)
    assert await error_of(call) == "too_many_websockets"


async def test_a_ticket_is_refused_when_ten_are_connected_by_then(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession
) -> None:
    urls = [
        (await client.apps_connections_open(app_token=app.app_token))["url"]
        for _ in range(MAX_CONNECTIONS + 1)
    ]
    kept = [await session.ws_connect(url) for url in urls[:-1]]
    assert [(await socket.receive_json())["type"] for socket in kept] == ["hello"] * MAX_CONNECTIONS
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await session.ws_connect(urls[-1])


async def test_each_envelope_goes_to_one_of_several_connections_in_turn(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    urls = [(await client.apps_connections_open(app_token=app.app_token))["url"] for _ in range(2)]
    one, other = [await session.ws_connect(url) for url in urls]
    async with SocketApp(one) as first, SocketApp(other) as second:
        for _ in range(4):
            assert (await sandbox.person("U0ANN").types("/trustcheck")).ok
    heard = [frame["envelope_id"] for frame in (*first.frames, *second.frames)]
    assert (len(first.frames), len(second.frames), len(set(heard))) == (2, 2, 4)


@pytest.mark.parametrize("junk", ["", "{", "[]", "7", '{"type": "hello"}'])
async def test_a_frame_that_acknowledges_nothing_is_passed_over(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox, junk: str
) -> None:
    await socket.receive_json()
    await socket.send_str(junk)
    typing = asyncio.create_task(sandbox.person("U0ANN").types("/trustcheck"))
    envelope = await socket.receive_json()
    await socket.send_json({"envelope_id": envelope["envelope_id"]})
    assert (await typing).ok
    assert sandbox.sockets.late_acks == 0


async def test_an_apps_own_token_outlives_its_installations(
    client: AsyncWebClient, app: App, sandbox: Sandbox
) -> None:
    await sandbox.person("U0ANN").uninstalls_app()
    assert (await client.apps_connections_open(app_token=app.app_token))["ok"]
    assert await error_of(client.auth_test()) == "token_revoked"


async def test_nothing_comes_by_http_while_a_socket_is_connected(
    sandbox: Sandbox, socket_app: SocketApp, http_app: HttpApp
) -> None:
    ann = sandbox.person("U0ANN")
    assert (await ann.types("/trustcheck")).ok
    await ann.opens_home()
    assert [frame["type"] for frame in socket_app.frames] == ["slash_commands", "events_api"]
    assert http_app.heard == []


async def test_one_app_token_serves_several_workspaces(
    bolt: AsyncApp, connect: BoltStarter, sandbox: Sandbox, app: App
) -> None:
    beta = sandbox.world.add_workspace("T0BETA", name="Beta", domain="beta")
    beta.install(bot_token="xoxb-b", app_token=app.app_token, scopes=(), signing_secret="s")
    beta.add_member("U0DAN", "Dan")
    teams: list[str] = []

    @bolt.command("/trustcheck")
    async def on_command(ack: Any, body: dict[str, Any]) -> None:
        teams.append(body["team_id"])
        await ack()

    await connect(bolt)
    await sandbox.person("U0DAN").types("/trustcheck")
    await sandbox.person("U0ANN").types("/trustcheck")
    assert teams == ["T0BETA", "T0ACME"]


async def test_a_real_client_comes_back_when_told_to_disconnect(
    client: AsyncWebClient, app: App, sandbox: Sandbox
) -> None:
    greeted = asyncio.Semaphore(0)
    real = SocketModeClient(app_token=app.app_token, web_client=client)

    async def acknowledge(of: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        await of.send_socket_mode_response(SocketModeResponse(request.envelope_id))

    async def on_frame(
        _of: AsyncBaseSocketModeClient, message: dict[str, Any], _raw: str | None
    ) -> None:
        if message.get("type") == "hello":
            greeted.release()

    real.message_listeners.append(on_frame)
    real.socket_mode_request_listeners.append(acknowledge)
    await real.connect()  # type: ignore[no-untyped-call]  # the SDK leaves it so
    await greeted.acquire()
    assert await sandbox.sockets.disconnect(app, reason="refresh_requested") == 1
    await greeted.acquire()
    assert (await sandbox.person("U0ANN").types("/trustcheck")).ok
    await real.close()  # type: ignore[no-untyped-call]  # the SDK leaves it so


async def test_a_ping_is_answered_with_its_words(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession
) -> None:
    url = (await client.apps_connections_open(app_token=app.app_token))["url"]
    async with session.ws_connect(url, autoping=False) as socket:
        await socket.receive_json()
        await socket.ping(b"sdk-ping-pong:1.5")
        pong = await socket.receive()
    assert (pong.type, pong.data) == (aiohttp.WSMsgType.PONG, b"sdk-ping-pong:1.5")


async def test_nothing_goes_to_a_connection_that_was_told_to_leave(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox, app: App
) -> None:
    await socket.receive_json()
    assert await sandbox.sockets.disconnect(app) == 1
    assert await sandbox.sockets.disconnect(app) == 0
    assert (await sandbox.person("U0ANN").types("/trustcheck")).status == "unreachable"
    frames = [message.json() async for message in socket]
    assert [(f["type"], f["reason"]) for f in frames] == [("disconnect", "refresh_requested")]


@pytest.mark.parametrize("reason", ["warning", "link_disabled"])
async def test_a_disconnect_frame_names_its_reason(
    socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox, app: App, reason: Any
) -> None:
    await socket.receive_json()
    await sandbox.sockets.disconnect(app, reason=reason, close=reason != "warning")
    frame = await socket.receive_json()
    assert (frame["type"], frame["reason"]) == ("disconnect", reason)
    assert sandbox.sockets.count(app.app_token) == 1 or reason != "warning"
