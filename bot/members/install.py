"""Learn which workspace a bot token belongs to, and keep the token."""

from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.deps import Deps
from bot.errors import ConfigError, SlackRefused
from bot.members import arriving, store, tombstones
from bot.settings import Settings
from bot.slack.failures import CALL_FAILURES, TOKEN_GONE, classify
from bot.slack.ids import MemberId, WorkspaceId

log = structlog.get_logger(__name__)

NEEDED = frozenset({"commands", "chat:write", "users:read", "channels:read", "groups:read"})
WISHED = frozenset({"app_mentions:read", "im:write", "im:history", "files:write"})


async def install(deps: Deps) -> WorkspaceId:
    """Ask Slack about SLACK_BOT_TOKEN and write the workspace down.

    Raises:
        ConfigError: Slack doesn't accept the token, or a scope is missing.
        SlackUnavailable, SlackUnknown: worth another try.
    """
    answer = await ask_slack(deps.messenger.client, deps.settings)
    scopes = granted(answer.headers)
    if missing := NEEDED - scopes:
        raise ConfigError(
            f"The app lacks the scopes {', '.join(sorted(missing))}. Fix: add them on the app's "
            "OAuth & Permissions page, or update its manifest, and install it again."
        )
    if absent := WISHED - scopes:
        log.warning("scopes_missing", scopes=sorted(absent))
    workspace = WorkspaceId(str(answer["team_id"]))
    async with deps.db.write() as session:
        await store.put_workspace(
            session,
            {
                "workspace_id": workspace,
                "name": answer.get("team") or "",
                "domain": _domain(str(answer.get("url") or "")),
                "bot_user_id": str(answer["user_id"]),
                "scopes": ",".join(sorted(scopes)),
                "token": bot_token(deps.settings),
                "installed_at": deps.clock.now(),
            },
        )
        await tombstones.prepare(session, workspace)
        row = await store.get_workspace(session, workspace)
        if row is not None and row.installer_id is not None:
            await arriving.plan_welcome(
                session, workspace, MemberId(row.installer_id), deps.clock.now()
            )
    log.info("workspace_ready", workspace=workspace)
    return workspace


def granted(headers: Any) -> frozenset[str]:
    """Return the scopes in an answer's `x-oauth-scopes` header."""
    lowered = {str(key).lower(): str(value) for key, value in dict(headers).items()}
    listed = lowered.get("x-oauth-scopes", "")
    return frozenset(scope.strip() for scope in listed.split(",") if scope.strip())


def bot_token(settings: Settings) -> str:
    return settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""


async def ask_slack(client: AsyncWebClient, settings: Settings) -> AsyncSlackResponse:
    """Ask Slack whose SLACK_BOT_TOKEN this is.

    Raises:
        ConfigError: Slack doesn't accept it, or refuses for another reason.
        SlackUnavailable, SlackUnknown: worth another try.
    """
    try:
        return await client.api_call(
            "auth.test", headers={"Authorization": f"Bearer {bot_token(settings)}"}
        )
    except CALL_FAILURES as error:
        failure = classify(error, "auth.test")
        if not isinstance(failure, SlackRefused):
            raise failure from error
        if failure.code in TOKEN_GONE:
            raise ConfigError(
                "Slack doesn't accept SLACK_BOT_TOKEN. Fix: install the app again and copy the "
                "Bot User OAuth Token from its OAuth & Permissions page."
            ) from error
        raise ConfigError(
            f"Slack refused auth.test with {failure.code}. Fix: leave SLACK_API_URL out for real "
            "Slack; if it is, Slack's page on auth.test says what that code means."
        ) from error


def _domain(url: str) -> str:
    """Return `acme` for `https://acme.slack.com/`."""
    return url.partition("://")[2].partition(".")[0]
