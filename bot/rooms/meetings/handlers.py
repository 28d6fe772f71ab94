"""Meetings' conversation with Slack."""

import secrets
from collections.abc import Mapping
from typing import Any

from bot.delivery import store as deliveries
from bot.deps import Deps
from bot.errors import UserError
from bot.rooms.meetings import views
from bot.rooms.meetings.clock import PLAN, slot_of
from bot.rooms.meetings.rules import Order, plan_meeting
from bot.rooms.meetings.typed import read_order
from bot.slack.ids import decode
from bot.slack.inputs import Command, Press, Reply

VERSIONS = 1_000_000_000


async def on_command_meeting(deps: Deps, command: Command) -> Reply:
    order = read_order(command.text, secrets.randbelow(VERSIONS))
    meetings = deps.content.catalogue(command.who.locale).meetings
    view = views.plan_view(deps.words(command.who), order, plan_meeting(order, meetings))
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


async def on_press_another(deps: Deps, press: Press) -> Reply:
    return await _show(deps, press, _order(press.value))


async def on_press_people(deps: Deps, press: Press) -> Reply:
    return await _show(deps, press, _order(decode(press.chosen)))


async def on_press_send(deps: Deps, press: Press) -> Reply:
    """Send the plan to the one who pressed, once however often they press."""
    order, who = _order(press.value), press.who
    row = deliveries.new_row(
        who.workspace,
        PLAN,
        who.member,
        slot_of(order),
        target=who.member,
        due_at=deps.clock.now(),
    )
    async with deps.db.write() as session:
        await deliveries.plan(session, [row])
    deps.wake()
    return await _show(deps, press, order, sent=True)


async def _show(deps: Deps, press: Press, order: Order, *, sent: bool = False) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    meetings = deps.content.catalogue(press.who.locale).meetings
    parts = plan_meeting(order, meetings)
    view = views.plan_view(deps.words(press.who), order, parts, sent=sent)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()


def _order(value: Mapping[str, Any]) -> Order:
    try:
        return Order(int(value["minutes"]), int(value["people"]), int(value["version"]))
    except (KeyError, TypeError, ValueError) as error:  # from another release
        raise UserError("house-old-card") from error
