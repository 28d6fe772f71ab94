"""What Slack's client does between a person's act and the app: sends it, applies the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.ack import Ack
from bot.sandbox.answers import answer_command
from bot.sandbox.controls import Control
from bot.sandbox.forms import refusals
from bot.sandbox.inputs import KINDS
from bot.sandbox.outcome import Outcome
from bot.sandbox.payloads import (
    action_in_message,
    action_in_view,
    slash_command,
    view_closed,
    view_submission,
)
from bot.sandbox.records import Channel, Json, Member, View
from bot.sandbox.refusal import Refusal
from bot.sandbox.surfaces import push_modal, update_modal
from bot.sandbox.workspace import App

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

FORM_FAILED = "We had some trouble connecting. Try again?"  # what Slack's client says


class Interactions:
    """One person's dealings with one app."""

    def __init__(self, sandbox: Sandbox, app: App, member: Member) -> None:
        self._sandbox, self._app, self._member = sandbox, app, member

    async def command(self, channel: Channel, command: str, text: str) -> Outcome:
        """Send a slash command; what stands in its ack is shown to the person alone."""
        payload = slash_command(self._app, self._member, channel, command, text)
        ack = await self._sandbox.courier.deliver(self._app, "slash_commands", payload)
        outcome = self._seen(ack, command)
        if not ack.ok:
            return outcome
        try:
            answer_command(self._app, self._member.user_id, channel, ack.body)
        except Refusal as no:
            return self._failed(ack, command, no.code)
        return outcome

    async def send(self, doing: str, payload: Json) -> Outcome:
        """Send an interaction whose ack changes nothing on the screen."""
        ack = await self._sandbox.courier.deliver(self._app, "interactive", payload)
        return self._seen(ack, doing)

    async def act(self, control: Control, chosen: Json | None) -> Outcome:
        """Press a button or menu entry, or change a select; *chosen* is what was chosen."""
        action = _action(control, chosen, self._app.team.world.next_ts())
        place = control.place
        if place.view is not None:
            payload = action_in_view(self._app, self._member, place.view, action)
        else:
            if place.channel is None or place.message is None:
                raise LookupError("the control stands in no message")
            payload = action_in_message(
                self._app, self._member, place.channel, place.message, action
            )
        return await self.send(f"action {action['action_id']}", payload)

    async def submit(self, view: View) -> Outcome:
        """Submit a modal, and do what the app answers: errors, update, push, clear or close."""
        if errors := refusals(view):
            return Outcome.by_slack("Please fill in what is missing.", errors)
        payload = view_submission(self._app, self._member, view)
        ack = await self._sandbox.courier.deliver(self._app, "interactive", payload)
        doing = f"submission {view.body.get('callback_id', '')}"
        if not ack.ok:
            return self._seen(ack, doing)
        try:
            errors = self._apply(view, ack.body)
        except Refusal as no:
            return self._failed(ack, doing, f"{FORM_FAILED} ({no.code}: {no.messages})")
        return Outcome(not errors, ack.ms, ack.status, ack.body, None, errors)

    def _apply(self, view: View, body: object) -> dict[str, str]:
        """Errors by block_id, if the answer is that; else the stack of modals is changed."""
        answer = body or {}
        if not isinstance(answer, dict):
            raise Refusal("invalid_answer", messages=["a JSON object wanted"])
        action = answer.get("response_action")
        if action == "errors":
            return _errors(view, answer.get("errors"))
        if action == "update":
            update_modal(self._app, view, answer.get("view"))
        elif action == "push":
            push_modal(self._app, self._member.user_id, answer.get("view"))
        elif action == "clear":
            self._member.modals.clear()
        elif action is None:
            self._take_away(view)
        else:
            raise Refusal("unknown_response_action", messages=[str(action)])
        self._app.team.world.change.notify()
        return {}

    def _take_away(self, view: View) -> None:
        if view in self._member.modals:
            self._member.modals.remove(view)

    async def close(self, view: View) -> Outcome:
        """Close a modal; the app is told if the view asked for that."""
        is_cleared = bool(view.body.get("clear_on_close"))
        if is_cleared:
            self._member.modals.clear()
        else:
            self._take_away(view)
        self._app.team.world.change.notify()
        if not view.body.get("notify_on_close"):
            return Outcome(True, 0.0, "not_sent")
        payload = view_closed(self._app, self._member, view, is_cleared=is_cleared)
        return await self.send("closing", payload)

    def _seen(self, ack: Ack, doing: str) -> Outcome:
        outcome = Outcome.of(ack)
        if outcome.error_shown:
            self._sandbox.show_error(self._member.user_id, doing, outcome.error_shown)
        return outcome

    def _failed(self, ack: Ack, doing: str, error: str) -> Outcome:
        """The app answered in time, but with something Slack can't show."""
        self._sandbox.show_error(self._member.user_id, doing, error)
        return Outcome(False, ack.ms, ack.status, ack.body, error)


def _errors(view: View, given: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(given, dict) or not given:
        raise Refusal("invalid_errors", messages=["errors: an object by block_id wanted"])
    if unknown := sorted(set(given) - inputs):
        raise Refusal("invalid_errors", messages=[f"no input block {', '.join(unknown)}"])
    return {block_id: str(said) for block_id, said in given.items()}


def _action(control: Control, chosen: Json | None, action_ts: str) -> Json:
    element, block = control.element, control.block
    action: Json = {
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "type": element["type"],
        "action_ts": action_ts,
    }
    if element["type"] == "button":
        return action | {k: element[k] for k in ("text", "value", "style", "url") if k in element}
    if element["type"] == "overflow":
        return {**action, "selected_option": chosen}
    shown = ("placeholder", KINDS[element["type"]].initial)
    return {**(chosen or {}), **action, **{k: element[k] for k in shown if k in element}}
