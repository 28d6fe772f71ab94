"""A comment's menu in the thread, and the owner's button on a reported one."""

from bot.deps import Deps
from bot.rooms.pulse.handlers_manage import beside
from bot.rooms.pulse.thread import remove_comment, report_comment
from bot.slack.inputs import Press, Reply


async def on_press_comment(deps: Deps, press: Press) -> Reply:
    """Report the comment, or remove it; who reports one is told to nobody."""
    poll, comment = str(press.value.get("p")), str(press.value.get("c"))
    if press.value.get("do") == "remove":
        await remove_comment(deps, press.who, poll, comment)
        return beside(deps, press, "pulse-comment-is-removed")
    await report_comment(deps, press.who, poll, comment)
    return beside(deps, press, "pulse-comment-is-reported")
