"""The payloads of commands and interactions, in Slack's shapes."""

from __future__ import annotations

from bot.sandbox.inputs import state_values
from bot.sandbox.objects import message_object, view_object
from bot.sandbox.records import Channel, Json, Member, Message, View
from bot.sandbox.workspace import App

TOKEN = "sandbox-verification-token"


def channel_name(channel: Channel) -> str:
    """What payloads call a conversation."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def _who(app: App, member: Member) -> Json:
    team = app.team
    return {
        "team": {"id": team.team_id, "domain": team.domain},
        "user": {
            "id": member.user_id,
            "username": member.handle,
            "name": member.handle,
            "team_id": member.team_id,
        },
        "api_app_id": app.app_id,
        "token": TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def slash_command(app: App, member: Member, channel: Channel, command: str, text: str) -> Json:
    """A slash command's form fields."""
    world = app.team.world
    return {
        "token": TOKEN,
        "team_id": app.team.team_id,
        "team_domain": app.team.domain,
        "channel_id": channel.channel_id,
        "channel_name": channel_name(channel),
        "user_id": member.user_id,
        "user_name": member.handle,
        "command": command,
        "text": text,
        "api_app_id": app.app_id,
        "is_enterprise_install": "false",
        "response_url": world.response_urls.give(app, member.user_id, channel),
        "trigger_id": world.triggers.give(app, member.user_id),
    }


def action_in_message(
    app: App, member: Member, channel: Channel, message: Message, action: Json
) -> Json:
    """`block_actions` from a message."""
    world = app.team.world
    is_ephemeral = message.ephemeral_to is not None
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.channel_id,
        "is_ephemeral": is_ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = {
        "type": "block_actions",
        **_who(app, member),
        "container": container,
        "trigger_id": world.triggers.give(app, member.user_id),
        "channel": {"id": channel.channel_id, "name": channel_name(channel)},
        "state": {"values": state_values(message.blocks, message.entered)},
        "response_url": world.response_urls.give(app, member.user_id, channel, message=message),
        "actions": [action],
    }
    if not is_ephemeral:  # Slack leaves an ephemeral's content out
        payload["message"] = message_object(message, app.team.team_id)
    return payload


def action_in_view(app: App, member: Member, view: View, action: Json) -> Json:
    """`block_actions` from a modal or Home."""
    in_modal = view.kind == "modal"
    return {
        "type": "block_actions",
        **_who(app, member),
        "container": {"type": "view", "view_id": view.view_id},
        "trigger_id": app.team.world.triggers.give(app, member.user_id, in_modal=in_modal),
        "view": view_object(view, app),
        "actions": [action],
    }


def view_submission(app: App, member: Member, view: View) -> Json:
    """`view_submission`."""
    return {
        "type": "view_submission",
        **_who(app, member),
        "trigger_id": app.team.world.triggers.give(app, member.user_id, in_modal=True),
        "view": view_object(view, app),
        "response_urls": [],
    }


def view_closed(app: App, member: Member, view: View, *, is_cleared: bool) -> Json:
    """`view_closed`, for views that asked to be told."""
    return {
        "type": "view_closed",
        **_who(app, member),
        "view": view_object(view, app),
        "is_cleared": is_cleared,
    }


def global_shortcut(app: App, member: Member, callback_id: str) -> Json:
    """`shortcut`, from the lightning menu."""
    world = app.team.world
    return {
        "type": "shortcut",
        **_who(app, member),
        "action_ts": world.next_ts(),
        "callback_id": callback_id,
        "trigger_id": world.triggers.give(app, member.user_id),
    }


def message_shortcut(
    app: App, member: Member, callback_id: str, channel: Channel, message: Message
) -> Json:
    """`message_action`, from a message's menu."""
    world = app.team.world
    return {
        "type": "message_action",
        **_who(app, member),
        "action_ts": world.next_ts(),
        "callback_id": callback_id,
        "trigger_id": world.triggers.give(app, member.user_id),
        "response_url": world.response_urls.give(app, member.user_id, channel, message=message),
        "message_ts": message.ts,
        "channel": {"id": channel.channel_id, "name": channel_name(channel)},
        "message": message_object(message, app.team.team_id),
    }


def suggestion(app: App, member: Member, view: View | None, element: Json, typed: str) -> Json:
    """`block_suggestion`: what someone types into an external select."""
    payload = {
        "type": "block_suggestion",
        **_who(app, member),
        "action_id": element["action_id"],
        "block_id": element["block_id"],
        "value": typed,
    }
    if view is not None:
        payload["container"] = {"type": "view", "view_id": view.view_id}
        payload["view"] = view_object(view, app)
    return payload
