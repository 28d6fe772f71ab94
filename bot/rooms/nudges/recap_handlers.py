"""Opening the Friday recap."""

from bot.deps import Deps
from bot.errors import UserError
from bot.rooms.nudges import recap_views
from bot.rooms.nudges.recap import look_back
from bot.slack.inputs import Press, Reply

LAST_SECOND = 2**32  # of Unix time, in 2106: what a value may name


async def on_press_open(deps: Deps, press: Press) -> Reply:
    until = press.value.get("until")
    if not isinstance(until, int) or not 0 < until < LAST_SECOND:
        raise UserError("house-old-card")
    week = await look_back(deps, press.who, until)
    catalogue = deps.content.catalogue(press.who.locale)
    practices = [catalogue.practice(nudge.practice_id) for nudge in week.done]
    view = recap_views.recap_view(
        deps.words(press.who),
        [nudge.factor for nudge in week.done],
        [practice.idea for practice in practices if practice is not None],
        week.kept,
        week.promises,
    )
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()
