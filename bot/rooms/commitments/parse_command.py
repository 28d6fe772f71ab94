"""The command that shows how a promise's line is read: for support, and for trying corpora."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.rooms.commitments.grammar import Read, WorkWeek, read
from bot.zones import known_zone

DEFAULT_WEEK = WorkWeek(days=frozenset(range(5)), start=time(9), end=time(17))


def commit_parse(
    text: Annotated[str | None, typer.Argument(help="The line, as typed after /commit.")] = None,
    now: Annotated[str | None, typer.Option(help="When it is read, ISO 8601.")] = None,
    tz: Annotated[str, typer.Option(help="The person's IANA time zone.")] = "UTC",
    locale: Annotated[str, typer.Option(help="The person's locale.")] = "en",
    lines: Annotated[str | None, typer.Option(help="A file of lines; - for the input.")] = None,
) -> None:
    """Print how a line of a promise is read, as one JSON object a line.

    Working hours are Monday to Friday, 9:00 to 17:00. --now without an offset is local time.
    """
    zone = known_zone(tz)
    if zone is None:
        raise typer.BadParameter(f"{tz} is no IANA time zone", param_hint="--tz")
    at = _instant(now, zone)
    for line in _lines(text, lines):
        typer.echo(_json(read(line, now=at, zone=zone, locale=locale, week=DEFAULT_WEEK)))


def _instant(now: str | None, zone: str) -> datetime:
    if now is None:
        return datetime.now(UTC)
    try:
        at = datetime.fromisoformat(now)
    except ValueError as error:
        raise typer.BadParameter(f"{now} is not an ISO 8601 instant", param_hint="--now") from error
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))


def _lines(text: str | None, lines: str | None) -> Iterable[str]:
    if (text is None) == (lines is None):
        raise typer.BadParameter("give either a line or --lines")
    if lines is None:
        return [text or ""]
    source = sys.stdin.read() if lines == "-" else Path(lines).read_text(encoding="utf-8")
    return [line.rstrip("\r") for line in source.removesuffix("\n").split("\n")]


def _json(said: Read) -> str:
    due = said.due.isoformat() if said.due else None
    fields = {
        "text": said.text,
        "to": said.to,
        "due": due,
        "grain": said.grain,
        "recurrence": said.recurrence,
        "ask": said.ask,
        "readings": [reading.isoformat() for reading in said.readings],
    }
    return json.dumps(fields, ensure_ascii=False)
