"""Slack's rate limits, each breached once; time passes by `elapse`, never by waiting."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.limits import RESTRICTED_HISTORY_PAGE
from bot.sandbox.server import Sandbox
from tests.sandbox.refused import error_of, refusal


async def post(client: AsyncWebClient, channel: str = "U0ANN") -> None:
    await client.chat_postMessage(channel=channel, text="x")


async def test_a_channel_takes_one_message_a_second_after_a_burst(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    for _ in range(sandbox.limits.channel_burst):
        await post(client)
    answer = await refusal(client.chat_postMessage(channel="U0ANN", text="x"))
    assert (answer.status_code, answer["error"]) == (429, "ratelimited")
    assert answer.headers["retry-after"] == "1"
    await post(client, "U0BEN")
    sandbox.world.elapse(1)
    await post(client)


async def test_a_dm_has_one_limit_whether_named_by_person_or_channel(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.limits.channel_burst = 1
    sent = await client.chat_postMessage(channel="U0ANN", text="x")
    call = client.chat_postMessage(channel=sent["channel"], text="x")
    assert await error_of(call) == "ratelimited"


async def test_a_workspace_has_a_ceiling_of_its_own(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.limits.workspace_burst = 2
    sandbox.limits.posts_per_workspace_per_min = 30
    await post(client, "U0ANN")
    await post(client, "U0BEN")
    answer = await refusal(client.chat_postMessage(channel="U0CLEO", text="x"))
    assert answer.headers["retry-after"] == "2"
    other = sandbox.world.add_workspace("T0BETA", name="Beta", domain="beta")
    other.install(bot_token="xoxb-b", app_token="xapp-b", scopes=["chat:write"], signing_secret="s")
    other.add_member("U0DAN", "Dan")
    client.token = "xoxb-b"
    await post(client, "U0DAN")


async def test_a_method_has_the_limit_of_its_tier(client: AsyncWebClient) -> None:
    for _ in range(20):
        await client.users_list()
    answer = await refusal(client.users_list())
    assert answer.headers["retry-after"] == "3"
    await client.users_info(user="U0ANN")


async def test_a_methods_limit_can_be_changed(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sandbox.limits.per_minute["users.info"] = 1
    await client.users_info(user="U0ANN")
    assert await error_of(client.users_info(user="U0ANN")) == "ratelimited"


async def test_history_is_read_once_a_minute_when_restricted(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.limits.off()
    for _ in range(RESTRICTED_HISTORY_PAGE + 1):
        await post(client, "C0PROJ")
    sandbox.limits.on()
    sandbox.limits.restricted_history = True
    page = await client.conversations_history(channel="C0PROJ", limit=200)
    assert len(page["messages"]) == RESTRICTED_HISTORY_PAGE
    answer = await refusal(client.conversations_history(channel="C0PROJ"))
    assert answer.headers["retry-after"] == "60"


@pytest.mark.parametrize("method", ["users.list", "chat.postMessage"])
async def test_everything_passes_when_limits_are_off(
    client: AsyncWebClient, sandbox: Sandbox, method: str
) -> None:
    sandbox.limits.off()
    for _ in range(70):
        await client.api_call(method, json={"channel": "U0ANN", "text": "x"})
    assert sandbox.limits.refused == 0
