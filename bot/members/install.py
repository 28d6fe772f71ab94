"""Learn which workspace a bot token belongs to, and keep the token."""

from typing import Any

import structlog

from bot.deps import Deps
from bot.errors import ConfigError, SlackRefused
from bot.members import store
from bot.slack.failures import CALL_FAILURES, TOKEN_GONE, classify
from bot.slack.ids import WorkspaceId

log = structlog.get_logger(__name__)

NEEDED = frozenset({"commands", "chat:write", "users:read", "channels:read", "groups:read"})
WISHED = frozenset({"im:write", "im:history", "files:write"})


async def install(deps: Deps) -> WorkspaceId:
    """Ask Slack about SLACK_BOT_TOKEN and write the workspace down.

    Raises:
        ConfigError: Slack doesn't accept the token, or a scope is missing.
        SlackUnavailable, SlackUnknown: worth another try.
    """
    secret = deps.settings.slack_bot_token
    token = secret.get_secret_value() if secret else ""
    answer = await _auth_test(deps, token)
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
                "token": token,
                "installed_at": deps.clock.now(),
            },
        )
    log.info("workspace_ready", workspace=workspace)
    return workspace


def granted(headers: Any) -> frozenset[str]:
    """Return the scopes in an answer's `x-oauth-scopes` header."""
    lowered = {str(key).lower(): str(value) for key, value in dict(headers).items()}
    listed = lowered.get("x-oauth-scopes", "")
    return frozenset(scope.strip() for scope in listed.split(",") if scope.strip())


async def _auth_test(deps: Deps, token: str) -> Any:
    try:
        return await deps.messenger.client.api_call(
            "auth.test", headers={"Authorization": f"Bearer {token}"}
        )
    except CALL_FAILURES as error:
        failure = classify(error, "auth.test")
        if isinstance(failure, SlackRefused) and failure.code in TOKEN_GONE:
            raise ConfigError(
                "Slack doesn't accept SLACK_BOT_TOKEN. Fix: install the app again and copy the "
                "Bot User OAuth Token from its OAuth & Permissions page."
            ) from error
        raise failure from error


def _domain(url: str) -> str:
    """Return `acme` for `https://acme.slack.com/`."""
    return url.partition("://")[2].partition(".")[0]
