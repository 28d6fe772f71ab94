"""Many workspaces with many due messages, and the sandbox's own count of what arrived."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.delivery import store
from bot.members.store import put_members, put_workspace
from bot.sandbox.server import Sandbox
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.talk import SCOPES


@dataclass(frozen=True)
class Crowd:
    """Who is owed a message: (workspace, member)."""

    owed: Sequence[tuple[str, str]]

    def arrived(self, sandbox: Sandbox) -> Counter[tuple[str, str]]:
        """Count messages by reading every member's conversation in the sandbox."""
        return Counter({one: _arrived(sandbox, *one) for one in self.owed})

    async def all_here(self, sandbox: Sandbox, *, within_s: float) -> None:
        """Return once everybody has one; whoever has isn't looked at again."""
        missing = [*self.owed]

        def nobody_missing() -> bool:
            while missing and _arrived(sandbox, *missing[-1]):
                missing.pop()
            return not missing

        await sandbox.until(nobody_missing, within_s=within_s)


def _arrived(sandbox: Sandbox, team: str, member: str) -> int:
    seen = sandbox.person(member, team).sees()
    return sum(message.metadata is not None for message in seen)


async def gather_crowd(
    sandbox: Sandbox, url: str, cipher: Cipher, *, workspaces: int, members: int
) -> Crowd:
    """Make the workspaces in the sandbox and in the database, and a due nudge for everybody."""
    database = Database.open(url, cipher)
    now = datetime.now(UTC)
    owed = []
    for number in range(workspaces):
        team_id, token = f"T9{number:03d}", f"xoxb-{number}"
        team = sandbox.world.add_workspace(team_id, name=team_id, domain=team_id.lower())
        team.install(bot_token=token, app_token=f"xapp-{number}", scopes=SCOPES, signing_secret="s")
        ids = [f"U{number:03d}{member:05d}" for member in range(members)]
        for member in ids:
            team.add_member(member, member.lower())
        async with database.write() as session:
            await put_workspace(session, workspace_row(team_id, token, now))
            await put_members(session, [member_row(team_id, member) for member in ids])
            rows = [
                store.new_row(team_id, "nudges.daily", one, "today", target=one, due_at=now)
                for one in ids
            ]
            await store.plan(session, rows)
        owed += [(team_id, member) for member in ids]
    await database.close()
    return Crowd(owed)


def workspace_row(team_id: str, token: str, now: datetime) -> dict[str, object]:
    return {
        "workspace_id": team_id,
        "name": team_id,
        "domain": team_id.lower(),
        "bot_user_id": "UBOT",
        "scopes": "",
        "token": token,
        "installed_at": now,
    }


def member_row(team_id: str, member: str) -> dict[str, object]:
    return {
        "workspace_id": team_id,
        "member_id": member,
        "slack_zone": "UTC",
        "slack_locale": "en-GB",
        "is_full": True,
        "is_admin": False,
        "is_deactivated": False,
        "on_vacation": False,
        "work_end_minutes": 1439,
    }
