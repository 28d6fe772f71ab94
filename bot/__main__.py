"""The command line: `python -m bot …`."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import typer
from cryptography.fernet import Fernet

from bot.content.commands import content
from bot.errors import ConfigError
from bot.logs import set_up_logs
from bot.rooms.commitments.parse_command import commit_parse
from bot.settings import Settings

app = typer.Typer(
    help="Trustcheck: a Slack bot for the relationship habits of virtual teams.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(content, name="content")
app.command("commit-parse")(commit_parse)


@app.command()
def run() -> None:
    """Everything in one process: Socket Mode, clock and delivery, on SQLite."""
    from bot.serve import run as serve

    _serve(serve)


@app.command()
def web() -> None:
    """Answer Slack over HTTP on PORT; with one or more workers beside it."""
    from bot.serve import web as serve

    _serve(serve)


@app.command()
def worker() -> None:
    """Clock and delivery; as many as you like on PostgreSQL."""
    from bot.serve import worker as serve

    _serve(serve)


@app.command()
def migrate() -> None:
    """Bring the database to this release's schema; harmless to repeat."""
    from bot.storage.command import migrate_database

    _serve(migrate_database)


@app.command()
def copy(
    to: str = typer.Option(
        ..., envvar="COPY_TO_DATABASE_URL", help="Where to: sqlite:///… or postgresql://…, empty."
    ),
) -> None:
    """Copy the database into an empty one, as from SQLite to PostgreSQL. Stop the bot first."""
    from bot.upkeep import copy_database

    _serve(lambda settings: copy_database(settings, to))


@app.command()
def reencrypt() -> None:
    """Seal what older keys have sealed with the first of ENCRYPTION_KEYS; the bot may run."""
    from bot.upkeep import reencrypt_database

    _serve(reencrypt_database)


@app.command()
def doctor() -> None:
    """Look at settings, database, content and Slack, and say what to mend."""
    from bot.doctor import examine

    with _told():
        raise typer.Exit(asyncio.run(examine()))


@app.command()
def demo(
    tour: bool = typer.Option(False, help="Show everything without a person, then exit."),
    locale: str | None = typer.Option(None, help="What everybody speaks: en or zh-CN."),
) -> None:
    """A pretend Slack and the bot together; nothing to configure."""
    from bot.demo.command import play

    set_up_logs("WARNING")
    with _told():
        try:
            raise typer.Exit(asyncio.run(play(tour=tour, locale=locale)))
        except KeyboardInterrupt:  # as much as `quit`
            typer.echo()


@app.command("new-key")
def new_key() -> None:
    """Print a fresh key for ENCRYPTION_KEYS."""
    typer.echo(Fernet.generate_key().decode())


def _serve(serve: Callable[[Settings], Coroutine[Any, Any, None]]) -> None:
    with _told():
        settings = Settings.load()
        set_up_logs(settings.log_level)
        asyncio.run(serve(settings))


class _told:  # noqa: N801  # reads as a phrase: with _told()
    """Print a configuration problem and its fix instead of a traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ConfigError):
            typer.echo(f"Trustcheck can't start.\n{error}", err=True)
            sys.exit(2)


if __name__ == "__main__":
    app(prog_name="python -m bot")
