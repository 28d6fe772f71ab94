"""Somebody in every table there is, whatever tables there are."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, Integer
from sqlmodel import SQLModel

from bot.deps import Personal
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.types import Encrypted, UtcDateTime

WHO = MemberId("U0ANN")
TEXT = "needle-in-a-haystack"  # what they wrote, in plain columns and encrypted ones
SENSIBLE = {"zone": "UTC", "locale": "en"}  # what forgetting itself reads
AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)  # so lately that nothing is too old to keep


def rows_naming(one: Personal, workspace: WorkspaceId) -> list[SQLModel]:
    """Return a row for each column of a table that may name somebody, with `WHO` in it."""
    return [
        one.table(**_values(one, name, workspace))
        for name in [*one.owners, *one.emptied, *one.renamed]
    ]


def _values(one: Personal, named: str, workspace: WorkspaceId) -> dict[str, Any]:
    columns: Sequence[Column[Any]] = list(one.table.__table__.columns)
    values = {column.name: _value(column, one, named) for column in columns}
    return {**values, "workspace_id": workspace}


def _value(column: Column[Any], one: Personal, named: str) -> Any:
    kind = column.type
    if column.name == named:
        return WHO
    if isinstance(kind, Encrypted):
        return {"text": TEXT, "data": {"text": TEXT}} if named in one.owners else {"text": "other"}
    if column.nullable:
        return None  # nothing that the clock would act on
    for of, value in (
        (UtcDateTime | DateTime, AT), (Date, date(2026, 11, 20)), (Boolean, False),
        (Integer | Float, 1), (JSON, {}),
    ):  # fmt: skip
        if isinstance(kind, of):
            return value
    if column.name in SENSIBLE:
        return SENSIBLE[column.name]
    # What else stands in their own rows goes with them; others' rows stay as they are.
    return f"{TEXT}.{named}" if named in one.owners else f"others.{named}"
