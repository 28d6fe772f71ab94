"""`python -m bot doctor`: look at settings, content, database and Slack, and say what to mend."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import typer
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from bot.content import Content
from bot.content.load import PROMPTS
from bot.delivery.tables import Delivery
from bot.errors import ConfigError, SlackError
from bot.members.install import NEEDED, WISHED, ask_slack, granted
from bot.settings import Settings
from bot.slack.messenger import close_client, open_client
from bot.storage.engine import Database
from bot.storage.keys import load_cipher
from bot.storage.migrate import needs, revisions

WITHOUT = {
    "app_mentions:read": "a mention in a channel isn't heard",
    "im:write": "messages of unknown outcome can't be looked for, so they aren't sent again",
    "im:history": "messages of unknown outcome can't be looked for, so they aren't sent again",
    "files:write": "an export comes in pieces instead of as a file",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at; *fix* is empty where all is well."""

    what: str
    state: str
    fix: str = ""


async def examine() -> int:
    """Print every finding; return 0 where the bot can start, else 1."""
    broken = False
    async for finding in _findings():
        mark = "✗" if finding.fix else "✓"
        typer.echo(f"{mark} {finding.what}: {finding.state}")
        if finding.fix:
            typer.echo(f"  Fix: {finding.fix}")
            broken = True
    return int(broken)


async def _findings() -> AsyncIterator[Finding]:
    try:
        settings = Settings.load()
    except ConfigError as error:
        yield _from_config("settings", error)
        return
    yield _settings(settings)
    yield _content()
    async for finding in _database(settings):
        yield finding
    if settings.slack_bot_token is not None:
        yield await _slack(settings)


def _settings(settings: Settings) -> Finding:
    try:
        settings.demand("run" if settings.on_sqlite else "worker")
    except ConfigError as error:
        return _from_config("settings", error)
    return Finding("settings", "complete")


def _content() -> Finding:
    try:
        locales = Content.load(PROMPTS).locales
    except ConfigError as error:
        return _from_config("content", error)
    return Finding("content", ", ".join(locales))


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    kind = "SQLite" if settings.on_sqlite else "PostgreSQL"
    try:
        db = Database.open(settings.database_url, load_cipher(settings))
    except (ConfigError, OSError, ValueError) as error:
        yield Finding("database", type(error).__name__, "set ENCRYPTION_KEYS, or make one: new-key")
        return
    try:
        current, _ = await revisions(db)
        if problem := await needs(db):
            state = f"{kind}: {problem}"
            yield Finding("database", state, "python -m bot migrate (`run` does it by itself)")
            return
        yield Finding("database", f"{kind} at {current}")
        yield await _ledger(db)
    except (SQLAlchemyError, OSError) as error:
        yield Finding("database", type(error).__name__, "check DATABASE_URL and that it runs")
    finally:
        await db.close()


async def _ledger(db: Database) -> Finding:
    """Count what wasn't sent after every attempt, with the reason in the row."""
    async with db.read() as session:
        rows = await session.execute(
            select(col(Delivery.reason), func.count())
            .where(col(Delivery.state).in_(("failed", "refused", "doubt")))
            .group_by(col(Delivery.reason))
        )
        counts = [f"{count} {reason}" for reason, count in rows.all()]
    return Finding("deliveries given up", ", ".join(counts) or "none")


async def _slack(settings: Settings) -> Finding:
    client = open_client(settings.slack_api_url)
    try:
        answer = await ask_slack(client, settings)
    except ConfigError as error:
        return _from_config("Slack", error)
    except SlackError as error:
        return Finding("Slack", error.code, "try again; if it stays, see status.slack.com")
    finally:
        await close_client(client)
    scopes = granted(answer.headers)
    if missing := NEEDED - scopes:
        names = ", ".join(sorted(missing))
        return Finding("Slack", f"the scopes {names} are missing", "update the app's manifest")
    without = [f"without {scope} {WITHOUT[scope]}" for scope in sorted(WISHED - scopes)]
    return Finding("Slack", "; ".join([f"in workspace {answer['team']}", *without]))


def _from_config(what: str, error: ConfigError) -> Finding:
    problem, _, fix = str(error).partition(" Fix: ")
    return Finding(what, problem, fix or "see README")
