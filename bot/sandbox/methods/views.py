"""views.open, update, push and publish."""

from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import view_object
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal
from bot.sandbox.surfaces import find_modal, open_modal, publish_home, push_modal, update_modal
from bot.sandbox.triggers import Trigger


def _trigger(call: Call) -> Trigger:
    trigger_id = call.args.get("trigger_id")
    given = trigger_id or call.args.get("interactivity_pointer")
    if not given:
        raise Refusal("invalid_arguments", messages=["[ERROR] missing required field: trigger_id"])
    return call.world.triggers.exchange(call.app, given)


def open_(call: Call) -> Json:
    """Open a modal for the person whose trigger this is."""
    view = call.required("view")
    return {"view": view_object(open_modal(call.app, _trigger(call).user_id, view), call.app)}


def push(call: Call) -> Json:
    """Put a modal on top of the one the trigger came from."""
    view = call.required("view")
    trigger = _trigger(call)
    if not trigger.in_modal:
        raise Refusal("not_found")
    return {"view": view_object(push_modal(call.app, trigger.user_id, view), call.app)}


def update(call: Call) -> Json:
    """Replace an open modal's content, found by id or external id."""
    view_id, external_id = call.args.get("view_id"), call.args.get("external_id")
    if not view_id and not external_id:
        call.required("view_id")
    view = find_modal(call.app, view_id=view_id, external_id=external_id)
    given = call.required("view")
    updated = update_modal(call.app, view, given, expected=call.args.get("hash"))
    return {"view": view_object(updated, call.app)}


def publish(call: Call) -> Json:
    """Set a member's Home."""
    member = call.app.team.members.get(str(call.required("user_id")))
    if member is None or member.is_bot or member.user_id == "USLACKBOT":
        raise Refusal("user_not_found")
    if not call.app.home_tab_enabled or not call.app.scopes:
        raise Refusal("not_enabled")
    given = call.required("view")
    home = publish_home(call.app, member, given, expected=call.args.get("hash"))
    return {"view": view_object(home, call.app)}


METHODS = {
    "views.open": Method(open_, "T4"),
    "views.push": Method(push, "T4"),
    "views.update": Method(update, "T4"),
    "views.publish": Method(publish, "T4"),
}
