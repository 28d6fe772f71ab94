"""Slack's rate limits, each breached once; time passes by `elapse`, never by waiting."""

from functools import partial

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.limits import RESTRICTED_HISTORY_PAGE, Limits, Tier
from bot.sandbox.methods import ALL
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


TIERS: dict[Tier, set[str]] = {
    "T1": {"apps.connections.open"},
    "T2": {"conversations.list", "users.conversations", "users.list"},
    "T3": {
        "chat.delete",
        "chat.update",
        "conversations.info",
        "conversations.open",
        "files.delete",
        "team.info",
    },
    "T4": {
        "chat.postEphemeral",
        "conversations.members",
        "files.completeUploadExternal",
        "files.getUploadURLExternal",
        "files.info",
        "users.info",
        "views.open",
        "views.publish",
        "views.push",
        "views.update",
    },
    "special": {"auth.test"},
    "posting": {"chat.postMessage"},
    "history": {"conversations.history"},
}
"""As the Java SDK's table of rate limits has them: slack-facts, section 1."""


def test_every_method_is_in_its_tier(sandbox: Sandbox) -> None:
    methods = {**ALL, **sandbox.sockets.methods()}
    tiers: dict[Tier, set[str]] = {}
    for name, method in methods.items():
        tiers.setdefault(method.tier, set()).add(name)
    assert tiers == TIERS


@pytest.mark.parametrize(
    ("tier", "at_once", "wait_s"),
    [
        ("T1", 30, 60),
        ("T2", 20, 3),
        ("T3", 50, 2),
        ("T4", 100, 1),
        ("special", 600, 1),
        ("history", 50, 2),
        ("posting", 10, 1),
    ],
)
def test_a_tier_refuses_what_comes_after_its_burst_and_then_takes_one_at_a_time(
    tier: Tier, at_once: int, wait_s: int
) -> None:
    now_s = 0.0
    limits = Limits(lambda: now_s)
    asked = [limits.retry_after("some.method", tier, "T0ACME", "C1") for _ in range(at_once + 1)]
    assert asked == [0] * at_once + [wait_s]
    assert limits.retry_after("some.method", tier, "T0BETA", "C1") == 0
    assert limits.retry_after("other.method", tier, "T0ACME", "C1") == 0
    now_s += wait_s
    again = [limits.retry_after("some.method", tier, "T0ACME", "C1") for _ in range(11)]
    assert again[0] == 0
    assert 0 < again[-1] <= wait_s
    assert limits.refused == 1 + len([each for each in again if each])


def test_what_isnt_used_is_saved_up_no_further_than_the_burst() -> None:
    now_s = 0.0
    limits = Limits(lambda: now_s)
    assert limits.retry_after("users.list", "T2", "T0ACME", "") == 0
    now_s += 3600
    asked = [limits.retry_after("users.list", "T2", "T0ACME", "") for _ in range(21)]
    assert asked == [0] * 20 + [3]


def test_a_refused_call_uses_nothing_up() -> None:
    now_s = 0.0
    limits = Limits(lambda: now_s, channel_burst=1, workspace_burst=2)
    post = partial(limits.retry_after, "chat.postMessage", "posting", "T0ACME")
    assert [post("C1"), post("C1"), post("C2"), post("C3")] == [0, 1, 0, 1]
    now_s += 0.25  # a fifth of a second a message in all, a second a channel
    assert [post("C3"), post("C1")] == [0, 1]


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
    for _ in range(25):
        await client.api_call(method, json={"channel": "U0ANN", "text": "x"})
    assert sandbox.limits.refused == 0
    sandbox.limits.on()
    sandbox.limits.per_minute[method] = 1
    await client.api_call(method, json={"channel": "U0ANN", "text": "x"})
    call = client.api_call(method, json={"channel": "U0ANN", "text": "x"})
    assert await error_of(call) == "ratelimited"
