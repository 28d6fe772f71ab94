"""The conversation about the team's promise: making it, taking it up, saying how it went."""

from bot.deps import Deps
from bot.rooms.pulse import promises, views, views_promise
from bot.rooms.pulse.handlers_manage import beside, channel_in
from bot.rooms.pulse.team_promise import Decision, Report
from bot.slack.ids import ChannelId, reading
from bot.slack.inputs import Press, Reply, Submission


async def on_press_open(deps: Deps, press: Press) -> Reply:
    view = views_promise.promise_form(deps.words(press.who), {"channel": channel_in(press)})
    await deps.messenger.open_view(press.who.workspace, press.trigger, view)
    return Reply()


async def on_submit_promise(deps: Deps, sent: Submission) -> Reply:
    """Propose a promise, or change the one that runs to another."""
    text = sent.form.text(views_promise.TEXT)
    if "promise" in sent.meta:
        await promises.decide(deps, sent.who, str(sent.meta["promise"]), Decision.CHANGE, text)
    else:
        await promises.propose(deps, sent.who, ChannelId(str(sent.meta.get("channel"))), text)
    words = deps.words(sent.who)
    return Reply.show(views.notice(words, words("pulse-promise-is-proposed")))


async def on_press_look_after(deps: Deps, press: Press) -> Reply:
    await promises.look_after(deps, press.who, str(press.value.get("promise")))
    return beside(deps, press, "pulse-promise-is-yours")


async def on_press_report(deps: Deps, press: Press) -> Reply:
    """Note how it went, and ask the presser what becomes of the promise."""
    promise = str(press.value.get("promise"))
    with reading():
        went = Report(str(press.value.get("went")))
    await promises.report(deps, press.who, promise, went)
    card, url = views_promise.decision_card(deps.words(press.who), promise), press.response_url
    if url is None:
        return Reply()
    return Reply(later=lambda: deps.messenger.respond(url, card))


async def on_press_decide(deps: Deps, press: Press) -> Reply:
    promise = str(press.value.get("promise"))
    with reading():
        decision = Decision(str(press.value.get("decision")))
    if decision is Decision.CHANGE:
        view = views_promise.promise_form(deps.words(press.who), {"promise": promise})
        await deps.messenger.open_view(press.who.workspace, press.trigger, view)
        return Reply()
    await promises.decide(deps, press.who, promise, decision)
    kept = decision is Decision.KEEP
    return beside(deps, press, "pulse-promise-is-kept" if kept else "pulse-promise-is-let-go")
