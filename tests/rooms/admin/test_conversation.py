"""`/trustcheck admin`, as admins and others live it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import SQLModel, select

from bot.errors import UserError
from bot.members.tables import WorkspaceChoice
from bot.rooms.admin import usecases
from bot.rooms.admin.rules import Choices
from bot.slack.ids import MemberId, WorkspaceId
from tests.rooms.pulse.polling import set_up
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk


async def chosen(talk: Talk) -> WorkspaceChoice | None:
    async with talk.bot.deps.db.read() as session:
        return await session.get(WorkspaceChoice, TEAM)


async def save(talk: Talk, **values: Any) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck admin")
    assert (await ann.submits({f"admin.{key}.choose": value for key, value in values.items()})).ok


async def test_only_admins_get_in(talk: Talk) -> None:
    await talk.person("ben").types("/trustcheck admin")
    await talk.settle()
    assert talk.person("ben").modal is None
    assert "for admins" in talk.person("ben").reads()


async def test_what_an_admin_chooses_holds(talk: Talk) -> None:
    await save(talk, features=["comments", "instant"], creators="admins", retention="90")
    row = await chosen(talk)
    assert row is not None
    assert row.switched_off == ["asks", "kickoff"]
    assert (row.admins_only, row.retention_days) == (True, 90)


async def test_a_form_somebody_else_sends_changes_nothing(talk: Talk) -> None:
    ben = await talk.bot.deps.people.reader(WorkspaceId(TEAM), MemberId("U0BEN"))
    with pytest.raises(UserError):
        await usecases.choose(talk.bot.deps, ben, Choices(admins_only=True))
    assert await chosen(talk) is None


async def test_asks_that_are_off_are_refused_kindly(talk: Talk) -> None:
    await save(talk, features=["comments"])
    await talk.person("ben").types("/trustcheck ask @fay")
    await talk.settle()
    assert "switched this off" in talk.person("ben").reads()


async def test_where_only_admins_may_others_set_up_no_pulse(talk: Talk) -> None:
    await save(talk, creators="admins")
    await talk.person("ben").types("/pulse", channel=PROJ)
    await talk.settle()
    assert talk.person("ben").modal is None
    await talk.person("ann").types("/pulse", channel=PROJ)
    assert talk.person("ann").modal is not None


async def test_the_list_names_teams_and_who_set_them_up(talk: Talk) -> None:
    await set_up(talk)
    ann = talk.person("ann")
    await ann.types("/trustcheck admin")
    await ann.clicks("Teams with a pulse")
    assert "set up by" in ann.reads_modal()
    assert "Figures are for each team alone." in ann.reads_modal()


async def test_what_a_removed_app_knew_is_gone_after_ten_days(talk: Talk) -> None:
    await talk.person("ann").uninstalls_app()
    await talk.settle()
    await talk.at(MONDAY_NOON + timedelta(days=9))
    assert await rows(talk) > 0
    await talk.at(MONDAY_NOON + timedelta(days=11))
    assert await rows(talk) == 0


async def rows(talk: Talk) -> int:
    async with talk.bot.deps.db.read() as session:
        counts = [
            await session.scalar(select(func.count()).select_from(table))
            for table in SQLModel.metadata.sorted_tables
        ]
    return sum(count or 0 for count in counts)
