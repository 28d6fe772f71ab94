"""A fresh sandbox with one workspace for each test, and apps as people really write them."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import ACK_WITHIN_S, Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp, SocketApp, listening

SCOPES = (
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "team:read",
    "users:read",
)

BoltStarter = Callable[[AsyncApp], Awaitable[AsyncSocketModeHandler]]


@pytest.fixture
def ack_within_s() -> float:
    """How long apps have to acknowledge; where they are to be late, tests take IMPATIENT."""
    return ACK_WITHIN_S


IMPATIENT = pytest.mark.parametrize("ack_within_s", [0.05])


@pytest.fixture
async def sandbox(ack_within_s: float) -> AsyncIterator[Sandbox]:
    """A sandbox whose retries don't wait."""
    retries = (0.0, 0.0, 0.0)
    sandbox = await Sandbox.start(ack_within_s=ack_within_s, retry_delays_s=retries)
    yield sandbox
    await sandbox.close()


@pytest.fixture
def team(sandbox: Sandbox) -> Team:
    """Acme: Ann and Ben in #proj with the bot, Cleo outside, #general without it."""
    team = sandbox.world.add_workspace("T0ACME", name="Acme", domain="acme")
    team.install(bot_token="xoxb-acme", app_token="xapp-acme", scopes=SCOPES, signing_secret="shh")
    team.add_member("U0ANN", "Ann Archer", tz="Asia/Kolkata", is_admin=True)
    team.add_member("U0BEN", "Ben Bell", tz="America/Los_Angeles", locale="en-US")
    team.add_member("U0CLEO", "Cleo Chen", tz="Asia/Shanghai", locale="zh-CN")
    team.add_channel("C0PROJ", "proj", members=["U0ANN", "U0BEN", team.app.bot_user_id])
    team.add_channel("C0GEN", "general", members=["U0ANN", "U0BEN", "U0CLEO"])
    return team


@pytest.fixture
def app(team: Team) -> App:
    """The installation in Acme."""
    return team.app


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """One HTTP session, as a real bot shares it."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def client(sandbox: Sandbox, app: App, session: aiohttp.ClientSession) -> AsyncWebClient:
    """The real SDK's client, without its own retries."""
    return AsyncWebClient(
        app.bot_token, base_url=sandbox.api_url, session=session, retry_handlers=[]
    )


@pytest.fixture
def bolt(client: AsyncWebClient) -> AsyncApp:
    """A real Bolt app, its listeners answering before it acknowledges."""
    return AsyncApp(client=client, process_before_response=True)


@pytest.fixture
async def connect(sandbox: Sandbox, app: App) -> AsyncIterator[BoltStarter]:
    """Connects a Bolt app by Socket Mode, and disconnects it afterwards."""
    handlers: list[AsyncSocketModeHandler] = []

    async def start(bolt: AsyncApp) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(bolt, app.app_token)
        handlers.append(handler)
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it so
        await sandbox.until(lambda: sandbox.sockets.count(app.app_token))
        return handler

    yield start
    for handler in handlers:
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt leaves it so


@pytest.fixture
async def socket_app(
    client: AsyncWebClient, app: App, session: aiohttp.ClientSession
) -> AsyncIterator[SocketApp]:
    """An app connected by one socket, which acknowledges all it hears."""
    url = (await client.apps_connections_open(app_token=app.app_token))["url"]
    async with session.ws_connect(url) as socket, SocketApp(socket) as socket_app:
        yield socket_app


@pytest.fixture
async def http_app(app: App) -> AsyncIterator[HttpApp]:
    """An app reached by signed HTTP, which answers as each test tells it."""
    async with listening(app) as http_app:
        yield http_app
