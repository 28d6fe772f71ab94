"""Faults between an app and Slack, as a real client meets them."""

import asyncio

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.refused import error_of, refusal

RESET = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


def said(sandbox: Sandbox) -> list[str]:
    return [message.text for message in sandbox.person("U0ANN").sees()]


async def test_a_5xx_comes_before_any_effect(client: AsyncWebClient, sandbox: Sandbox) -> None:
    fault = sandbox.faults.add(method="chat.postMessage", kind="5xx")
    answer = await refusal(client.chat_postMessage(channel="U0ANN", text="x"))
    assert (answer.status_code, said(sandbox), fault.reached) == (503, [], 1)
    await client.chat_postMessage(channel="U0ANN", text="x")
    assert said(sandbox) == ["x"]


@pytest.mark.parametrize(("kind", "effect"), [("reset_before", []), ("reset_after", ["x"])])
async def test_a_reset_breaks_the_connection(
    client: AsyncWebClient, sandbox: Sandbox, kind: str, effect: list[str]
) -> None:
    sandbox.faults.add(method="chat.postMessage", kind=kind)
    with pytest.raises(RESET):
        await client.chat_postMessage(channel="U0ANN", text="x")
    assert said(sandbox) == effect
    assert sandbox.faults.reached[kind] == 1


async def test_a_reset_spares_other_connections(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sandbox.faults.add(
        method="chat.postMessage",
        kind="reset_before",
        times=None,
        when=lambda args: args["channel"] == "U0ANN",
    )
    outcomes = await asyncio.gather(
        *(client.chat_postMessage(channel=u, text="x") for u in ("U0ANN", "U0BEN") * 5),
        return_exceptions=True,
    )
    assert [isinstance(outcome, RESET) for outcome in outcomes] == [True, False] * 5


async def test_a_slow_answer_takes_effect_after_the_client_gave_up(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.faults.add(method="chat.postMessage", kind="slow_effect_late", delay_s=0.3)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await client.chat_postMessage(channel="U0ANN", text="x")
    assert said(sandbox) == []
    await sandbox.until(lambda: said(sandbox) == ["x"])


async def test_an_internal_error_may_have_had_its_effect(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.faults.add(method="chat.postMessage", kind="internal_error_after")
    call = client.chat_postMessage(channel="U0ANN", text="x")
    assert await error_of(call) == "internal_error"
    assert said(sandbox) == ["x"]


async def test_a_rate_limit_names_the_wait(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sandbox.faults.add(method="*", kind="ratelimited", delay_s=7)
    answer = await refusal(client.chat_postMessage(channel="U0ANN", text="x"))
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")


async def test_any_error_can_be_asked_for_and_comes_as_often_as_told(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.faults.add(method="auth.test", kind="error:account_inactive", times=2)
    assert await error_of(client.auth_test()) == "account_inactive"
    assert await error_of(client.auth_test()) == "account_inactive"
    assert (await client.auth_test())["ok"]
    assert sandbox.calls[0].fault == "error:account_inactive"


async def test_latency_holds_every_call_back(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sandbox.faults.latency_s = 0.2
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await client.auth_test()
    await sandbox.settled()
    assert sandbox.calls[-1].ok


async def test_latency_holds_response_urls_back_too(sandbox: Sandbox, app: App) -> None:
    url = sandbox.world.response_urls.give(app, "U0ANN", app.team.dm("U0ANN"))
    sandbox.faults.latency_s = 60
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await AsyncWebhookClient(url, retry_handlers=[]).send(text="x")
    assert said(sandbox) == []


@pytest.mark.parametrize(
    ("kind", "status"),
    [("5xx", 503), ("internal_error_after", 500), ("ratelimited", 429), ("error:used_url", 404)],
)
async def test_a_response_url_meets_faults_too(
    sandbox: Sandbox, app: App, kind: str, status: int
) -> None:
    url = sandbox.world.response_urls.give(app, "U0ANN", app.team.dm("U0ANN"))
    sandbox.faults.add(method="response_url", kind=kind)
    answer = await AsyncWebhookClient(url, retry_handlers=[]).send(text="x")
    assert answer.status_code == status
    assert said(sandbox) == (["x"] if kind == "internal_error_after" else [])


@pytest.mark.parametrize("kind", ["reset_before", "reset_after"])
async def test_a_response_url_can_be_reset(sandbox: Sandbox, app: App, kind: str) -> None:
    url = sandbox.world.response_urls.give(app, "U0ANN", app.team.dm("U0ANN"))
    sandbox.faults.add(method="response_url", kind=kind)
    with pytest.raises(RESET):
        await AsyncWebhookClient(url, retry_handlers=[]).send(text="x")


async def test_a_response_url_can_take_effect_late(sandbox: Sandbox, app: App) -> None:
    url = sandbox.world.response_urls.give(app, "U0ANN", app.team.dm("U0ANN"))
    sandbox.faults.add(method="response_url", kind="slow_effect_late", delay_s=0.1)
    assert (await AsyncWebhookClient(url, retry_handlers=[]).send(text="x")).status_code == 200
    assert said(sandbox) == ["x"]


def test_a_fault_that_isnt_one_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="reset_before"):
        sandbox.faults.add(method="*", kind="earthquake")
