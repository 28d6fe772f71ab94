"""Workspaces full of people with a nudge due, written as sync and sweep would have."""

from datetime import UTC, datetime
from typing import Any

from bot.delivery import store
from bot.members.store import put_members, put_workspace
from bot.storage.engine import Database

NOON = 12


def zone_at_noon(now: datetime) -> str:
    """Return a zone where it is about noon: a nudge waits for a good hour."""
    ahead = NOON - now.hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"  # POSIX counts westward


async def fill(database: Database, *, workspaces: int, members: int) -> int:
    """Write *members* people into each workspace, a nudge due for each; return how many."""
    now = datetime.now(UTC)
    for number in range(workspaces):
        team = f"T9{number:04d}"
        people = [f"U{number:04d}{member:05d}" for member in range(members)]
        async with database.write() as session:
            await put_workspace(session, workspace_row(team, number, now))
            await put_members(session, [member_row(team, one, zone_at_noon(now)) for one in people])
            rows = [
                store.new_row(team, "nudges.daily", one, "today", target=one, due_at=now)
                for one in people
            ]
            await store.plan(session, rows)
    return workspaces * members


def workspace_row(team: str, number: int, now: datetime) -> dict[str, Any]:
    return {
        "workspace_id": team,
        "name": team,
        "domain": team.lower(),
        "bot_user_id": "UBOT",
        "scopes": "",
        "token": f"xoxb-{number}",
        "installed_at": now,
    }


def member_row(team: str, member: str, zone: str) -> dict[str, Any]:
    return {
        "workspace_id": team,
        "member_id": member,
        "slack_zone": zone,
        "slack_locale": "en-GB",
        "is_full": True,
        "is_admin": False,
        "is_deactivated": False,
        "on_vacation": False,
        "work_end_minutes": 1439,
    }
