"""No table with a person in it is forgotten: by erasure, by the export, or by docs/privacy.md."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, DateTime, Float, Integer, Table
from sqlmodel import SQLModel

from bot.app import ROOMS
from bot.content import Content
from bot.deps import Personal
from bot.storage.types import Encrypted, UtcDateTime

ROOT = Path(__file__).parents[2]
NOBODY = (UtcDateTime, DateTime, Date, Integer, Float, Boolean)  # types that can't name anybody
# Columns of tables without a person in them: a new one is looked at before it is named here.
HARMLESS = {
    "channel": {"channel_id", "name"},
    "poll": {"poll_id", "channel_id", "state", "locale", "zone", "country", "statements", "key",
             "publication_id"},
    "poll_ballot": {"poll_id", "ballot"},  # a keyed hash, gone at closing
    "poll_tally": {"poll_id", "statement"},
    "poll_comment": {"poll_id", "comment_id", "words"},  # nobody can tell whose
    "pulse_publication": {"publication_id", "channel_id", "figures", "statements", "ts"},
    "tombstone": {"mark"},
    "tombstone_key": {"key"},
    "workspace_choice": {"switched_off"},
    "pulse": {"channel_id", "zone", "country", "locale"},
    "poll_member": {"poll_id"},
    "team_promise": {"promise_id", "channel_id", "words", "report", "ts"},
    "kickoff_post": {"channel_id", "locale", "delivery_id", "ts"},
    "workspace": {"name", "domain", "bot_user_id", "app_id", "scopes", "token", "stopped_reason",
                  "lease_owner"},
    "seen_event": {"event_id"},
}  # fmt: skip
# What else is in somebody's own rows, and names nobody else: the same goes for a new one.
THEIR_OWN = {
    "ask": {"answer", "ask_id", "state"},
    "channel_member": {"channel_id"},
    "commitment": {"ending", "grain", "link", "promise_id", "recurrence", "stopped_on", "text",
                   "told_on", "zone"},
    "delivery": {"channel", "content", "delivery_id", "kind", "reason", "slot", "state", "ts"},
    "errand": {"data", "errand_id", "name"},
    "hidden_practice": {"practice_id"},
    "kickoff_draft": {"answers", "channel_id", "draft_id"},
    "kickoff_entry": {"answers", "channel_id"},
    "member": {"country", "days", "dm_channel", "locale", "never_suggest", "notification", "rhythm",
               "slack_locale", "slack_zone", "slowed", "zone"},
    "nudge": {"factor", "nudge_id", "on_date", "practice_id", "reaction", "side", "trigger", "why",
              "wording_id"},
    "poll_message": {"channel", "delivery_id", "poll_id", "ts"},
    "pulse_leaver": {"channel_id"},
    "reflection": {"answers", "reflection_id"},
    "trust_chart": {"chart_id", "subject"},
    "trust_check": {"answers", "check_id", "form"},
    "trust_draft": {"answers", "draft_id"},
}  # fmt: skip
PERSONAL = {one.table.__tablename__: one for room in ROOMS for one in room.personal}
TABLES = SQLModel.metadata.tables
LINE = re.compile(r"\| `(?P<table>\w+)` \| (?P<columns>[^|]+) \| (?P<why>[^|]+) "
                  r"\| (?P<kept>[^|]+) \| (?P<encrypted>yes|no) \|")  # fmt: skip
LISTED = [found.groupdict() for found in LINE.finditer((ROOT / "docs" / "privacy.md").read_text())]


def may_name_somebody(table: Table) -> set[str]:
    return {
        column.name
        for column in table.columns
        if not isinstance(column.type, NOBODY) and column.name != "workspace_id"
    }


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_that_may_name_somebody_is_erased_or_looked_at(name: str) -> None:
    """Also in rows that go with their owner: others' rows may name them in another column."""
    one = PERSONAL.get(name)
    named = {*one.owners, *one.emptied, *one.renamed} if one else set()
    looked_at = (HARMLESS | THEIR_OWN).get(name, set())
    assert may_name_somebody(TABLES[name]) - named == looked_at


@pytest.mark.parametrize("name", sorted(PERSONAL))
def test_what_is_declared_personal_is_there(name: str) -> None:
    one = PERSONAL[name]
    assert {*one.owners, *one.emptied, *one.renamed} <= {c.name for c in TABLES[name].columns}
    assert all(TABLES[name].columns[column].nullable for column in one.emptied)


def test_everything_that_is_exported_is_explained(content: Content) -> None:
    words = content.words("en")
    for name, one in PERSONAL.items():
        if name != "errand" and (one.owners or one.told):
            assert words(f"privacy-table-{name.replace('_', '-')}")


def columns_of(line: dict[str, str]) -> set[str]:
    return set(re.findall(r"`(\w+)`", line["columns"]))


@pytest.mark.parametrize("name", sorted(PERSONAL))
def test_the_privacy_page_lists_every_column_with_somebody_in_it(name: str) -> None:
    listed: set[str] = set().union(*(columns_of(one) for one in LISTED if one["table"] == name))
    assert listed == wanted(PERSONAL[name], TABLES[name])


def wanted(one: Personal, table: Table) -> set[str]:
    """All that is in a row of somebody's; of others' rows, where they are named."""
    if one.owners:
        return {column.name for column in table.columns} - {"workspace_id"}
    return {*one.emptied, *one.renamed}


def test_the_privacy_page_says_truly_what_is_encrypted() -> None:
    wrong: list[Any] = [
        (line["table"], name, line["encrypted"])
        for line in LISTED
        for name in columns_of(line)
        if (line["encrypted"] == "yes")
        != isinstance(TABLES[line["table"]].columns[name].type, Encrypted)
    ]
    assert wrong == []


def test_the_privacy_page_says_truly_how_long() -> None:
    for name, one in PERSONAL.items():
        if one.old is not None and one.owners:
            kept = [line["kept"] for line in LISTED if line["table"] == name]
            assert any(f"{one.kept_for.days} day" in said for said in kept), name
