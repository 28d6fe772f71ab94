"""`python -m bot doctor`: look at settings, content, database and Slack, and say what to mend."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import func
from sqlmodel import col, select

from bot.content import Content
from bot.content.load import PROMPTS
from bot.delivery.tables import Delivery
from bot.errors import ConfigError, SlackError
from bot.members.install import NEEDED, WISHED, ask_slack, granted
from bot.settings import Role, Settings
from bot.slack.messenger import close_client, open_client
from bot.slack.socket import open_address
from bot.storage.engine import Database
from bot.storage.keys import load_cipher
from bot.storage.migrate import needs, revisions
from bot.storage.reach import reach
from bot.upkeep import check_keys

WITHOUT = {
    "app_mentions:read": "a mention in a channel isn't heard",
    "im:write": "messages of unknown outcome can't be looked for, so they aren't sent again",
    "im:history": "messages of unknown outcome can't be looked for, so they aren't sent again",
    "files:write": "an export comes in pieces instead of as a file",
}
# Of the reasons why Slack refuses a message, those that are about the app and can be mended.
MENDED_BY = {
    "messages_tab_disabled": "switch the Messages tab on, on the app's App Home page",
    "missing_scope": "update the app's manifest and install it again",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at; *fix* is empty where all is well."""

    what: str
    state: str
    fix: str = ""


async def examine(load: Callable[[], Settings] = Settings.load) -> int:
    """Print every finding; return 0 where the bot can start, else 1. Changes nothing."""
    broken = False
    async for finding in _findings(load):
        mark = "✗" if finding.fix else "✓"
        typer.echo(f"{mark} {finding.what}: {finding.state}")
        if finding.fix:
            typer.echo(f"  Fix: {finding.fix}")
            broken = True
    return int(broken)


async def _findings(load: Callable[[], Settings]) -> AsyncIterator[Finding]:
    try:
        settings = load()
    except ConfigError as error:
        for finding in _from_config("settings", error):
            yield finding
        return
    for finding in (*_settings(settings), *_content()):
        yield finding
    async for finding in _database(settings):
        yield finding
    async for finding in _slack(settings):
        yield finding


def _settings(settings: Settings) -> Iterator[Finding]:
    roles: tuple[Role, ...] = ("run",) if settings.on_sqlite else ("worker", "web", "run")
    problems: dict[Role, ConfigError] = {}
    for role in roles:
        try:
            settings.demand(role)
        except ConfigError as error:
            problems[role] = error
    whole = [f"`{role}`" for role in roles if role not in problems]
    if whole:
        yield Finding("settings", f"complete for {', '.join(whole)}")
    else:
        yield from _from_config("settings", problems[roles[0]])


def _content() -> Iterator[Finding]:
    try:
        yield Finding("content", ", ".join(Content.load(PROMPTS).locales))
    except ConfigError as error:
        yield from _from_config("content", error)


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    path = settings.sqlite_path
    if settings.on_sqlite and not (path.exists() and path.stat().st_size):
        yield _not_yet(path)
        return
    try:
        settings.demand("migrate")
        db = Database.open(settings.database_url, load_cipher(settings))
        try:
            async for finding in _opened(db):
                yield finding
        finally:
            await db.close()
    except ConfigError as error:
        for finding in _from_config("database", error):
            yield finding


def _not_yet(path: Path) -> Finding:
    if not path.parent.is_dir():
        return Finding(
            "database", f"the folder of {path} isn't there", "make it, or change DATABASE_URL"
        )
    return Finding("database", f"SQLite, {path} isn't there yet; `run` makes it")


async def _opened(db: Database) -> AsyncIterator[Finding]:
    kind = "SQLite" if db.is_sqlite else "PostgreSQL"
    await reach(db)
    if problem := await needs(db):
        migrates = "" if db.is_sqlite else "python -m bot migrate"
        by_itself = "; `run` brings it there" if db.is_sqlite else ""
        yield Finding("database", f"{kind}: {problem}{by_itself}", migrates)
        return
    current, _ = await revisions(db)
    yield Finding("database", f"{kind} at {current}")
    await check_keys(db)
    yield await _ledger(db)


async def _ledger(db: Database) -> Finding:
    """Count what wasn't sent after every attempt, with the reason in the row."""
    async with db.read() as session:
        rows = await session.execute(
            select(col(Delivery.reason), func.count())
            .where(col(Delivery.state).in_(("failed", "refused", "doubt")))
            .group_by(col(Delivery.reason))
        )
        counts = [_given_up(reason, count) for reason, count in rows.all()]
    return Finding("deliveries given up", ", ".join(counts) or "none")


def _given_up(reason: str | None, count: int) -> str:
    said = f"{count} {reason or 'without a reason'}"
    return f"{said} ({MENDED_BY[reason]})" if reason in MENDED_BY else said


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    client = open_client(settings.slack_api_url)
    asked = (
        (settings.slack_bot_token, "Slack", _bot_token),
        (settings.slack_app_token, "Socket Mode", _app_token),
    )
    try:
        for token, what, ask in asked:
            if token is None:
                continue
            try:
                yield await ask(client, settings)
            except ConfigError as error:
                for finding in _from_config(what, error):
                    yield finding
            except SlackError as error:
                yield _unanswered(what, error, settings)
    finally:
        await close_client(client)


async def _bot_token(client: AsyncWebClient, settings: Settings) -> Finding:
    answer = await ask_slack(client, settings)
    scopes = granted(answer.headers)
    if missing := NEEDED - scopes:
        names = ", ".join(sorted(missing))
        fix = "update the app's manifest and install it again"
        return Finding("Slack", f"the scopes {names} are missing", fix)
    without = [f"without {scope} {WITHOUT[scope]}" for scope in sorted(WISHED - scopes)]
    return Finding("Slack", "; ".join([f"in workspace {answer['team']}", *without]))


async def _app_token(client: AsyncWebClient, settings: Settings) -> Finding:
    token = settings.slack_app_token
    await open_address(client, token.get_secret_value() if token else "")
    return Finding("Socket Mode", "SLACK_APP_TOKEN opens a connection")


def _unanswered(what: str, error: SlackError, settings: Settings) -> Finding:
    return Finding(
        what,
        f"{settings.slack_api_url} can't be reached ({error.code})",
        "see that this machine gets there, and that SLACK_API_URL is left out for real Slack; "
        "if it does, try again, and look at status.slack.com",
    )


def _from_config(what: str, error: ConfigError) -> Iterator[Finding]:
    """Part an error's lines, one a problem, each from its fix."""
    for line in str(error).splitlines():
        problem, _, fix = line.partition(" Fix: ")
        yield Finding(what, problem.rstrip("."), fix.rstrip(".") or "see README")
