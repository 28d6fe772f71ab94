"""Reading how the pretend Slack says no, through the real SDK."""

from collections.abc import Awaitable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse


async def refusal(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """The `ok: false` answer of a call that must not succeed."""
    with pytest.raises(SlackApiError) as refused:
        await call
    response: AsyncSlackResponse = refused.value.response
    return response


async def error_of(call: Awaitable[AsyncSlackResponse]) -> Any:
    """The error code of a call that must not succeed."""
    return (await refusal(call))["error"]
