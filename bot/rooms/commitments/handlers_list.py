"""The list of promises and the Home card, and what is pressed in them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.commitments import ledger, listing, rules, usecases, views
from bot.rooms.commitments.answers import in_place
from bot.rooms.commitments.diary import Diary
from bot.rooms.commitments.handlers import voice
from bot.rooms.commitments.handlers_life import instant, on_press_change, pressed
from bot.rooms.commitments.rules import Ending, Promise, Refusal, Step
from bot.slack.blocks import Block, Buildable
from bot.slack.ids import reading
from bot.slack.inputs import Command, Press, Reply


async def on_command_promises(deps: Deps, command: Command) -> Reply:
    view = await _open_page(deps, command.who, 0)
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_list(deps: Deps, press: Press) -> Reply:
    return await _turn(deps, press, await _open_page(deps, press.who, _page(press)))


async def on_press_ended(deps: Deps, press: Press) -> Reply:
    return await _turn(deps, press, await _ended_page(deps, press.who, _page(press)))


async def on_press_fresh(deps: Deps, press: Press) -> Reply:
    await ledger.start_fresh(deps, press.who)
    return await _turn(deps, press, await _ended_page(deps, press.who, 0))


async def on_press_correct(deps: Deps, press: Press) -> Reply:
    with reading():
        ending = Ending(str(press.value.get("ending")))
    await usecases.happen(
        deps,
        press.who,
        str(press.value.get("promise")),
        lambda promise, now, _diary: rules.correct(promise, ending, now),
    )
    return await _turn(deps, press, await _ended_page(deps, press.who, 0))


async def on_press_menu(deps: Deps, press: Press) -> Reply:
    match press.value.get("do"):
        case "change":
            return await on_press_change(deps, press)
        case "release":
            return await _release(deps, press)
        case "skip":
            return await _skip(deps, press)
    raise UserError("house-old-card")


async def _release(deps: Deps, press: Press) -> Reply:
    return await pressed(
        deps,
        press,
        lambda promise, now, _diary: rules.release(promise, now),
        "commitments-ended-released",
    )


async def _skip(deps: Deps, press: Press) -> Reply:
    """Skip one instance of a cadence: a move to the next, with all that moving means."""
    about = instant(press.value)

    def event(promise: Promise, now: datetime, diary: Diary) -> Step | Refusal:
        return rules.skip(promise, about, now, diary)

    outcome = await usecases.happen(deps, press.who, str(press.value.get("promise")), event)
    said = voice(deps, press.who)
    note = views.became(said, outcome.promise, outcome.standing, outcome.following)
    parts = views.promise_parts(said, outcome.following or outcome.promise, note=note)
    return await in_place(deps, press, said, outcome.promise.id, parts)


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    found = await ledger.read(session, who, deps.clock.now())
    return listing.home_card(voice(deps, who), found.open, found.ended, found.counts)


async def _open_page(deps: Deps, who: Reader, page: int) -> Block:
    async with deps.db.read() as session:
        found = await ledger.read(session, who, deps.clock.now())
    return listing.open_page(voice(deps, who), found.open, found.counts, page)


async def _ended_page(deps: Deps, who: Reader, page: int) -> Block:
    async with deps.db.read() as session:
        found = await ledger.read(session, who, deps.clock.now())
    return listing.ended_page(voice(deps, who), found.ended, found.counts, page)


async def _turn(deps: Deps, press: Press, view: Block) -> Reply:
    """Show a page in the modal it was asked for in, or open one."""
    if press.view is not None and press.view.type == "modal":
        await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    else:
        await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


def _page(press: Press) -> int:
    with reading():
        return int(press.value.get("page") or 0)
