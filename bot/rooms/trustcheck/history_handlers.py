"""Looking back: its conversation with Slack."""

from bot.deps import Deps
from bot.errors import UserError
from bot.members.reader import Reader
from bot.rooms.trustcheck.history import History, look_back, request_chart
from bot.rooms.trustcheck.history_views import history_view
from bot.slack.inputs import Command, Press, Reply


async def on_command_history(deps: Deps, command: Command) -> Reply:
    return await _open(deps, command.who, command.trigger)


async def on_press_history(deps: Deps, press: Press) -> Reply:
    return await _open(deps, press.who, press.trigger)


async def on_press_turn(deps: Deps, press: Press) -> Reply:
    """Turn to another subject, or to older or newer points."""
    like = press.chosen or press.value.get("like")
    return await _show(deps, press, await look_back(deps, press.who, str(like)))


async def on_press_chart(deps: Deps, press: Press) -> Reply:
    like = str(press.value.get("like"))
    if press.view is None:
        raise UserError("house-old-card")
    history = await request_chart(deps, press.who, like, press.view.id)
    return await _show(deps, press, history, sent=True)


async def _open(deps: Deps, who: Reader, trigger: str) -> Reply:
    view = history_view(deps.words(who), await look_back(deps, who), who.zone)
    await deps.messenger.open_view(who.workspace, trigger, view)
    return Reply()


async def _show(deps: Deps, press: Press, history: History, *, sent: bool = False) -> Reply:
    if press.view is None:
        raise UserError("house-old-card")
    page = max(0, int(press.value.get("page") or 0))
    view = history_view(deps.words(press.who), history, press.who.zone, page=page, sent=sent)
    await deps.messenger.update_view(press.who.workspace, press.view.id, view)
    return Reply()
