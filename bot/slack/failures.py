"""What a failed Web API call means: nothing happened, Slack refused, or nobody knows."""

import asyncio
import json
import math
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackError, SlackRefused, SlackUnavailable, SlackUnknown

OK = 200
# "It's possible some aspect of the operation succeeded": chat.postMessage's error table.
AMBIGUOUS = frozenset({"internal_error", "fatal_error"})
LIMITED = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
PASSING = frozenset({"service_unavailable", "team_added_to_org", "request_timeout"})
DEFAULT_RETRY_AFTER_S = 30.0
LONGEST_RETRY_AFTER_S = 86_400.0  # whatever stands between us and Slack may say

TOKEN_GONE = frozenset(
    {"invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"}
)
NOT_INSTALLED = "not_installed"  # our own: there is no token to ask with
MEMBER_GONE = frozenset({"user_not_found", "user_disabled", "cannot_dm_bot", "users_not_found"})
CHANNEL_GONE = frozenset({"channel_not_found", "not_in_channel", "is_archived"})

# Refused for what the message says, and so again the next time.
UNSAYABLE = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
    }
)

CALL_FAILURES = (
    SlackApiError,
    SlackRequestError,
    aiohttp.ClientError,
    asyncio.TimeoutError,
    OSError,
)


def classify(error: BaseException, method: str) -> SlackError:
    """Translate what the SDK raised, once, into one of our own errors.

    A 5xx may come before or after the effect, so it counts as unknown; so does a connection
    that broke once it had been opened.
    """
    if isinstance(error, SlackApiError):
        return _answered(error, method)
    if isinstance(error, aiohttp.ClientConnectorError | SlackRequestError):
        return SlackUnavailable("connect", method=method)
    if isinstance(error, asyncio.TimeoutError):
        return SlackUnknown("timeout", method=method)
    return SlackUnknown("reset", method=method)


def understood(
    status: int, headers: Mapping[str, str], body: bytes, method: str
) -> Mapping[str, Any]:
    """Return what Slack answered, or raise what its refusal means."""
    try:
        data = json.loads(body.decode())
    except ValueError:
        data = None
    if status == OK and isinstance(data, dict) and data.get("ok"):
        return data
    raise _refusal(status, headers, data, method)


def _answered(error: SlackApiError, method: str) -> SlackError:
    response = error.response
    if not isinstance(response, AsyncSlackResponse):  # the SDK couldn't read the body
        return SlackUnknown("unreadable", method=method)
    return _refusal(response.status_code, dict(response.headers), response.data, method)


def _refusal(status: int, headers: Mapping[str, str], answer: object, method: str) -> SlackError:
    if status == OK and not isinstance(answer, dict):
        return SlackUnknown("unreadable", method=method)
    data = answer if isinstance(answer, dict) else {}
    code = str(data.get("error") or f"http_{status}")
    if status == 429 or code in LIMITED:
        return SlackUnavailable("ratelimited", method=method, retry_after_s=_retry_after(headers))
    if status >= 500 or code in AMBIGUOUS:
        return SlackUnknown(code, method=method)
    if code in PASSING:
        return SlackUnavailable(code, method=method)
    return SlackRefused(code, method=method)


def _retry_after(headers: Mapping[str, str]) -> float:
    lowered = {key.lower(): value for key, value in headers.items()}
    try:
        wait_s = float(lowered.get("retry-after", DEFAULT_RETRY_AFTER_S))
    except ValueError:
        return DEFAULT_RETRY_AFTER_S
    if math.isnan(wait_s):
        return DEFAULT_RETRY_AFTER_S
    return min(max(1.0, wait_s), LONGEST_RETRY_AFTER_S)
