"""The long-running commands: everything in one process, HTTP mode, and workers."""

import asyncio
import contextlib
import gc
import signal
import socket
from collections.abc import AsyncIterator, Iterator

import structlog
import uvicorn

from bot.app import Bot
from bot.clock import SystemClock
from bot.delivery.rules import Timing
from bot.errors import ConfigError
from bot.lock import only_one
from bot.settings import Settings
from bot.slack.socket import Socket
from bot.storage.migrate import migrate, needs
from bot.storage.reach import reach
from bot.upkeep import check_keys
from bot.web.routes import build_web

log = structlog.get_logger(__name__)

EVERYWHERE = "0.0.0.0"  # noqa: S104  # behind the platform's own front
BACKLOG = 2048  # connections not yet accepted, as uvicorn has it
OBJECTS_A_ROUND = 10_000  # about what a batch of letters makes; Python's own figure is 700
STOPPERS = (signal.SIGTERM, signal.SIGINT)


async def run(settings: Settings, timing: Timing | None = None) -> None:
    """Serve one workspace over Socket Mode, clock and delivery included, until told to stop."""
    settings.demand("run")
    with _alone(settings), _stop_signal() as stop:
        async with _bot(settings, timing, migrating=True) as bot:
            workspace = await bot.install(stop)
            if workspace is None:
                return
            bot.sync(workspace)
            slack = Socket(bot.bolt, _secret(settings), bot.background)
            try:
                await slack.connect(stop)
                bot.ticker.start()
                await stop.wait()
                log.info("stopping")
                await slack.stop_listening()
                await bot.ticker.stop()
            finally:
                await slack.close()


async def web(settings: Settings) -> None:
    """Answer Slack's signed requests on PORT; as many processes as you like."""
    settings.demand("web")
    with _stop_signal() as stop:
        async with _bot(settings) as bot:
            workspace = await bot.install(stop)
            if workspace is None:
                return
            bot.sync(workspace)
            await _serve_until(stop, bot, settings.port)
            log.info("stopping")


async def worker(settings: Settings, timing: Timing | None = None) -> None:
    """Sweep and send; as many processes as you like on PostgreSQL. Tests shorten *timing*."""
    settings.demand("worker")
    with _stop_signal() as stop:
        async with _bot(settings, timing) as bot, _watched(bot, settings.port):
            bot.ticker.start()
            log.info("worker_started")
            await stop.wait()
            log.info("stopping")
            await bot.ticker.stop()


class _Server(uvicorn.Server):
    """Leaves signals to us, who drain more than HTTP, and says when it listens."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def __init__(self, bot: Bot, *, slack: bool) -> None:
        super().__init__(
            uvicorn.Config(build_web(bot, slack=slack), log_config=None, lifespan="off")
        )
        self._for_slack = slack

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._for_slack and sockets:  # else it is a worker's: its figures alone
            log.info("web_started", port=sockets[0].getsockname()[1])


def listen(port: int) -> socket.socket:
    """Take *port* on every address.

    Raises:
        ConfigError: somebody has it, or it isn't ours to take.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((EVERYWHERE, port))
        listener.listen(BACKLOG)  # two that start at once may both have bound it
    except OSError as error:
        listener.close()
        raise ConfigError(
            f"PORT {port} can't be listened on: {error.strerror}. Fix: set PORT to a free one."
        ) from None
    return listener


async def _serve_until(stop: asyncio.Event, bot: Bot, port: int) -> None:
    """Serve Slack over HTTP until *stop*; requests in flight are finished."""
    listener = listen(port)
    server = _Server(bot, slack=True)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    server.should_exit = True
    await serving


@contextlib.asynccontextmanager
async def _watched(bot: Bot, port: int) -> AsyncIterator[None]:
    """Let a host look at a worker: health, readiness and metrics on *port*.

    Where it is taken, as by a worker beside this one, that is logged and the work goes on.
    """
    try:
        listener = listen(port)
    except ConfigError:
        log.warning("metrics_off", port=port, reason="the port is taken: give each its own PORT")
        yield
        return
    server = _Server(bot, slack=False)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await serving
        listener.close()


@contextlib.asynccontextmanager
async def _bot(
    settings: Settings, timing: Timing | None = None, *, migrating: bool = False
) -> AsyncIterator[Bot]:
    bot = await Bot.build(settings, SystemClock(), timing=timing)
    try:
        await reach(bot.deps.db)
        if migrating:
            await migrate(bot.deps.db)
        problem = await needs(bot.deps.db)
        if problem:
            raise ConfigError(f"{problem[0].upper()}{problem[1:]}. Fix: python -m bot migrate")
        await check_keys(bot.deps.db)
        keep_what_stands()
        yield bot
    finally:
        await bot.close()


def keep_what_stands() -> None:
    """Leave rooms, content and libraries out of the garbage collector's rounds: they stay anyway.

    To be called once, when all is put together; its rounds take a tenth of what a send costs, so
    that there is one a batch, rather than one every few letters.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_A_ROUND)


@contextlib.contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    if settings.on_sqlite:
        with only_one(settings.sqlite_path):
            yield
    else:
        yield


@contextlib.contextmanager
def _stop_signal() -> Iterator[asyncio.Event]:
    """Give an event that SIGTERM or Ctrl-C sets; a second signal ends the process at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def on_signal(number: int) -> None:
        stop.set()
        loop.remove_signal_handler(number)  # the next one has its default effect: now

    for number in STOPPERS:
        loop.add_signal_handler(number, on_signal, number)
    try:
        yield stop
    finally:
        for number in STOPPERS:
            loop.remove_signal_handler(number)


def _secret(settings: Settings) -> str:
    return settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
