"""Modals and Homes: opened, pushed, updated and published, with the data people put in kept."""

from __future__ import annotations

import json

from bot.sandbox.blocks import check_view
from bot.sandbox.content import with_ids
from bot.sandbox.ids import secret
from bot.sandbox.inputs import KINDS, elements
from bot.sandbox.records import Entered, Json, Member, View
from bot.sandbox.refusal import Refusal
from bot.sandbox.workspace import App

MAX_STACK = 3  # Slack: modals
MAX_VIEW_BYTES = 250_000  # Slack: views.*, view_too_large


def checked_view(app: App, given: object, kind: str) -> Json:
    """A view's body with every id filled in. Raises: Refusal naming the place."""
    if not isinstance(given, dict):
        raise Refusal("invalid_arguments", messages=["[ERROR] view: must be an object"])
    if len(json.dumps(given, ensure_ascii=False).encode(errors="surrogatepass")) > MAX_VIEW_BYTES:
        raise Refusal("view_too_large")
    problems = check_view(given)
    if not problems and given["type"] != kind:
        problems = [f"must be of type {kind} [json-pointer:/view/type]"]
    if problems:
        raise Refusal("invalid_arguments", messages=[f"[ERROR] {p}" for p in problems])
    return {**given, "blocks": with_ids(given["blocks"], app.team.world.new_id)}


def open_modal(app: App, user_id: str, given: object) -> View:
    """Start a new stack of modals. Raises: Refusal."""
    view = _new_view(app, user_id, given, below=None)
    app.team.members[user_id].modals[:] = [view]
    app.team.world.change.notify()
    return view


def push_modal(app: App, user_id: str, given: object) -> View:
    """Put a modal on top of the open ones. Raises: Refusal."""
    stack = app.team.members[user_id].modals
    if not stack:
        raise Refusal("not_found")
    if len(stack) >= MAX_STACK:
        raise Refusal("push_limit_reached")
    view = _new_view(app, user_id, given, below=stack[-1])
    stack.append(view)
    app.team.world.change.notify()
    return view


def _new_view(app: App, user_id: str, given: object, *, below: View | None) -> View:
    body = checked_view(app, given, "modal")
    _refuse_duplicate(app, body, unless=None)
    world = app.team.world
    view_id = world.new_id("V")
    return View(
        view_id,
        app.team.team_id,
        app.app_id,
        user_id,
        "modal",
        body,
        _hash(app, view_id),
        root_view_id=below.root_view_id if below else view_id,
        previous_view_id=below.view_id if below else None,
    )


def _hash(app: App, view_id: str) -> str:
    world = app.team.world
    return f"{world.unix_now()}.{secret(view_id, world.new_id('h'))[:8]}"


def _refuse_duplicate(app: App, body: Json, unless: View | None) -> None:
    external_id = body.get("external_id")
    taken = [v for v in _modals(app) if v is not unless and v.external_id == external_id]
    if external_id and taken:
        raise Refusal("duplicate_external_id")


def _modals(app: App) -> list[View]:
    return [view for member in app.team.members.values() for view in member.modals]


def find_modal(app: App, *, view_id: str | None, external_id: str | None) -> View:
    """An open modal of this app. Raises: Refusal."""
    for view in _modals(app):
        named = view.view_id == view_id or bool(external_id and view.external_id == external_id)
        if named and view.app_id == app.app_id:
            return view
    raise Refusal("not_found")


def update_modal(app: App, view: View, given: object, *, expected: object = None) -> View:
    """Replace what an open modal shows. Raises: Refusal, `hash_conflict` if *expected* is old."""
    body = checked_view(app, given, "modal")
    _refuse_duplicate(app, body, unless=view)
    return _replace(app, view, body, expected)


def publish_home(app: App, member: Member, given: object, *, expected: object = None) -> View:
    """Set what a member's Home shows. Raises: Refusal, `hash_conflict` if *expected* is old."""
    body = checked_view(app, given, "home")
    if member.home is not None:
        return _replace(app, member.home, body, expected)
    view_id = app.team.world.new_id("V")
    unseen = View(view_id, app.team.team_id, app.app_id, member.user_id, "home", body, "", view_id)
    member.home = _replace(app, unseen, body, expected)
    return member.home


def _replace(app: App, view: View, body: Json, expected: object) -> View:
    if expected and expected != view.hash:
        raise Refusal("hash_conflict")
    view.body = body
    view.hash = _hash(app, view.view_id)
    view.entered = _surviving(view)
    app.team.world.change.notify()
    return view


def _surviving(view: View) -> Entered:
    """Data survives an update where block_id and action_id (and the sort of input) stay."""
    kept: Entered = {}
    for block in view.blocks:
        for element in elements(block):
            state = view.entered.get(block["block_id"], {}).get(element.get("action_id", ""))
            if state and element["type"] in KINDS and state["type"] == element["type"]:
                kept.setdefault(block["block_id"], {})[element["action_id"]] = state
    return kept
