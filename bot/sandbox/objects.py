"""Slack's JSON for members, conversations, messages and views."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.sandbox.inputs import state_values
from bot.sandbox.records import Channel, Json, Member, Message, StoredFile, View
from bot.sandbox.workspace import App, Team

OF_THE_DEACTIVATED = {
    *("id", "name", "team_id", "deleted", "is_bot", "is_app_user", "updated", "profile", "locale")
}
"""What is left of a deactivated account's user object: neither a zone nor a flag (measured by
brekkylab/backlot against Slack, issue 258 there)."""


def user_object(member: Member, *, with_locale: bool = False) -> Json:
    """The user object of users.info, users.list and the user events."""
    now = datetime.now(UTC).astimezone(ZoneInfo(member.tz))
    offset = now.utcoffset()
    user: Json = {
        "id": member.user_id,
        "team_id": member.team_id,
        "name": member.handle,
        "deleted": member.deleted,
        "color": "9f69e7",
        "real_name": member.name,
        "tz": member.tz,
        "tz_label": now.tzname() or member.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": profile(member),
        "is_admin": member.is_admin,
        "is_owner": member.is_owner,
        "is_primary_owner": False,
        "is_restricted": member.is_restricted,
        "is_ultra_restricted": member.is_ultra_restricted,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": member.updated,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    if member.is_stranger:
        user["is_stranger"] = True
    if with_locale and not member.is_stranger:
        user["locale"] = member.locale
    if member.deleted:
        user = {key: value for key, value in user.items() if key in OF_THE_DEACTIVATED}
    return user | member.odd


def profile(member: Member) -> Json:
    """The profile inside a user object."""
    return {
        "title": "",
        "real_name": member.name,
        "real_name_normalized": member.name,
        "display_name": member.handle,
        "display_name_normalized": member.handle,
        "status_text": member.status_text,
        "status_emoji": member.status_emoji,
        "status_expiration": member.status_expiration,
        "avatar_hash": "g000000000000",
        "team": member.team_id,
    }


def channel_object(channel: Channel, *, bot_user_id: str, num_members: bool = False) -> Json:
    """The conversation object of the conversations.* methods."""
    if channel.is_im:
        return {
            "id": channel.channel_id,
            "created": channel.created,
            "is_archived": channel.is_archived,
            "is_im": True,
            "is_org_shared": False,
            "user": channel.im_user,
            "is_user_deleted": False,
            "context_team_id": channel.team_id,
        }
    body: Json = {
        "id": channel.channel_id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private and not channel.is_mpim,
        "is_im": False,
        "is_mpim": channel.is_mpim,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "is_member": bot_user_id in channel.members,
        "created": channel.created,
        "creator": channel.creator,
        "context_team_id": channel.team_id,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }
    if num_members:
        body["num_members"] = len(channel.members)
    return body


def message_object(message: Message, team_id: str, *, all_metadata: bool = True) -> Json:
    """A message as chat.postMessage answers it and history lists it."""
    body: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": team_id,
    }
    if message.bot_id:
        body |= {"bot_id": message.bot_id, "app_id": message.app_id}
    if message.blocks:
        body["blocks"] = message.blocks
    if message.attachments:
        body["attachments"] = message.attachments
    if message.files:
        body["files"] = message.files
    if message.thread_ts:
        body["thread_ts"] = message.thread_ts
    if message.edited_ts:
        body["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.metadata:
        event_type = {"event_type": message.metadata["event_type"]}
        body["metadata"] = message.metadata if all_metadata else event_type
    return body


def view_object(view: View, app: App) -> Json:
    """A view as views.* answer it and interactions carry it, with its state."""
    body = view.body
    given: Json = {
        "id": view.view_id,
        "team_id": view.team_id,
        "type": view.kind,
        "blocks": view.blocks,
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "state": {"values": state_values(view.blocks, view.entered)},
        "hash": view.hash,
        "title": body.get("title"),
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": view.app_id,
        "external_id": view.external_id,
        "app_installed_team_id": view.team_id,
        "bot_id": app.bot_id,
    }
    if view.kind == "home":
        given["title"] = {"type": "plain_text", "text": "View Title", "emoji": True}
    return given


def team_object(team: Team) -> Json:
    """The workspace as team.info answers it."""
    return {
        "id": team.team_id,
        "name": team.name,
        "domain": team.domain,
        "email_domain": "",
        "icon": {"image_default": True},
    }


def file_object(file: StoredFile) -> Json:
    """A file as files.info answers it."""
    return {
        "id": file.file_id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": "application/octet-stream",
        "filetype": file.name.rpartition(".")[2] or "binary",
        "user": file.user,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "channels": [c for c in file.channels if c.startswith("C")],
        "groups": [c for c in file.channels if c.startswith("G")],
        "ims": [c for c in file.channels if c.startswith("D")],
    }
