"""`forget` while something of theirs is on its way: nothing of it stays, or brings them back."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import select, update

from bot.deps import Next
from bot.errands.tables import ErrandRow
from bot.members import sync, tombstones
from bot.rooms.privacy import usecases
from tests.rooms.nudges.living import another_device, start
from tests.rooms.privacy.seeding import WHO
from tests.rooms.privacy.test_forget import everything, forget, from_bot
from tests.talk import TEAM, Talk

SLOT = datetime(2026, 11, 24, 9, 31, tzinfo=UTC)


async def forget_now(talk: Talk) -> None:
    """As the window does it, whatever else is going on."""
    who = await talk.bot.deps.people.reader(talk.workspace, WHO)
    await usecases.forget(talk.bot.deps, who)


async def a_minute_passes(talk: Talk) -> None:
    """Let errands that wait by the database's time wait no longer, until all is cleared up."""
    for _ in range(20):
        await talk.settle()
        async with talk.bot.deps.db.write() as session:
            left = set(await session.scalars(select(ErrandRow.name)))
            await session.execute(update(ErrandRow).values(try_at=None))
        if usecases.CLEAR not in left:
            return


async def is_forgotten(talk: Talk) -> bool:
    async with talk.bot.deps.db.read() as session:
        standing = await tombstones.standing(session, talk.workspace, [WHO])
    return standing == {WHO} and WHO not in await everything(talk)


@pytest.mark.parametrize("kind", ["slow_effect_late", "internal_error_after"])
async def test_a_message_being_sent_is_deleted_once_it_arrives(talk: Talk, kind: str) -> None:
    await start(talk, "ann")
    fault = talk.sandbox.faults.add(method="chat.postMessage", kind=kind, delay_s=0.7)
    slot = asyncio.create_task(talk.at(SLOT))
    await talk.sandbox.until(lambda: fault.reached)
    await forget_now(talk)
    await slot
    await a_minute_passes(talk)
    assert from_bot(talk, "ann") == []
    assert await is_forgotten(talk)


async def test_what_comes_after_they_are_back_stays(talk: Talk) -> None:
    await start(talk, "ann")
    fault = talk.sandbox.faults.add(method="chat.postMessage", kind="slow_effect_late", delay_s=0.7)
    slot = asyncio.create_task(talk.at(SLOT))
    await talk.sandbox.until(lambda: fault.reached)
    await forget_now(talk)
    await slot
    await start(talk, "ann")
    await talk.at(SLOT.replace(day=25))
    arrived = [one for one in from_bot(talk, "ann") if one.metadata]
    assert len(arrived) == 2
    await a_minute_passes(talk)
    assert [one.ts for one in from_bot(talk, "ann") if one.metadata] == [arrived[1].ts]


async def test_an_export_under_way_is_deleted_as_well(talk: Talk) -> None:
    ann = talk.person("ann")
    fault = talk.sandbox.faults.add(
        method="files.getUploadURLExternal", kind="slow_effect_late", delay_s=0.7
    )
    await ann.types("/trustcheck export")
    await talk.sandbox.until(lambda: fault.reached)
    await forget_now(talk)
    await a_minute_passes(talk)
    assert talk.sandbox.world.teams[TEAM].files == {}
    assert from_bot(talk, "ann") == []
    assert await is_forgotten(talk)


@pytest.mark.parametrize("steps", range(5))
async def test_a_sync_that_is_half_done_does_not_bring_them_back(talk: Talk, steps: int) -> None:
    left: Any = Next({})
    data: Mapping[str, Any] = {}
    for _ in range(steps):
        left = await sync.step(talk.bot.deps, talk.workspace, data)
        data = left.data if left else data
    await forget(talk)
    while left is not None:
        left = await sync.step(talk.bot.deps, talk.workspace, data)
        data = left.data if left else data
    assert await is_forgotten(talk)


async def test_a_form_left_open_changes_nothing_that_was_forgotten(talk: Talk) -> None:
    """What hung on it is gone; the card says so, and keeps nothing."""
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Fri 3pm")
    await ann.types("/trustcheck promises")
    await ann.clicks("commitments.promise.move")
    look_there = another_device(talk, "ann")
    await ann.closes()
    await ann.closes()
    await forget(talk)
    while ann.modal is not None:
        await ann.closes()
    look_there()
    await ann.submits({"commitments.form.day": "2026-11-30"})
    await talk.settle()
    assert "isn't here any more" in " ".join(ann.reads_modal().split())
    assert "the deck" not in await everything(talk)


async def test_an_old_card_pressed_afterwards_is_answered_and_keeps_nothing(talk: Talk) -> None:
    await start(talk, "ann")
    ann = talk.person("ann")
    await ann.types("/nudge")
    await talk.settle()
    await forget(talk)
    assert (await ann.clicks("nudges.practice.done")).ok
    await talk.settle()
    assert "isn't here any more" in ann.reads()
    assert await is_forgotten(talk)


async def test_forgotten_twice_at_once_is_forgotten_once(talk: Talk) -> None:
    await start(talk, "ann")
    await asyncio.gather(*(forget_now(talk) for _ in range(3)))
    await a_minute_passes(talk)
    assert await is_forgotten(talk)
