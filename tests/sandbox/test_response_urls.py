"""Answering a person by response url: five times within thirty minutes."""

import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.listening import HttpApp


@pytest.fixture
async def answers(sandbox: Sandbox, http_app: HttpApp) -> AsyncWebhookClient:
    """The response url of a command Ann typed in #general, where the bot isn't."""
    await sandbox.person("U0ANN").types("/trustcheck", channel="C0GEN")
    return AsyncWebhookClient(http_app.payloads[-1]["response_url"], retry_handlers=[])


async def test_an_answer_is_for_the_typist_alone_unless_told(
    sandbox: Sandbox, answers: AsyncWebhookClient
) -> None:
    await answers.send(text="just you")
    await answers.send(text="all of you", response_type="in_channel")
    assert [m.text for m in sandbox.person("U0ANN").sees("C0GEN")] == ["just you", "all of you"]
    assert [m.text for m in sandbox.person("U0BEN").sees("C0GEN")] == ["all of you"]


async def test_a_url_is_refused_when_used_five_times(answers: AsyncWebhookClient) -> None:
    statuses = [(await answers.send(text="x")).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [404]
    assert "used_url" in (await answers.send(text="x")).body


async def test_a_url_is_refused_when_thirty_minutes_old(
    sandbox: Sandbox, answers: AsyncWebhookClient
) -> None:
    sandbox.world.elapse(30 * 60 + 1)
    assert "expired_url" in (await answers.send(text="x")).body


async def test_a_url_is_refused_when_made_up(sandbox: Sandbox) -> None:
    nowhere = AsyncWebhookClient(f"{sandbox.url}/response/T0/1/x", retry_handlers=[])
    assert (await nowhere.send(text="x")).status_code == 404


async def test_bad_blocks_are_refused_naming_the_place(answers: AsyncWebhookClient) -> None:
    answer = await answers.send(blocks=[{"type": "header"}])
    assert answer.status_code == 400
    assert "/blocks/0" in answer.body


async def test_something_must_be_said(answers: AsyncWebhookClient) -> None:
    answer = await answers.send(text="")
    assert (answer.status_code, "no_text" in answer.body) == (400, True)


async def test_an_original_is_refused_when_there_is_none(answers: AsyncWebhookClient) -> None:
    assert "no_original" in (await answers.send(text="x", replace_original=True)).body


@pytest.mark.parametrize("wish", ["replace_original", "delete_original"])
async def test_an_original_is_refused_when_it_was_deleted_meanwhile(
    sandbox: Sandbox, app: App, wish: str
) -> None:
    channel = app.team.channels["C0PROJ"]
    await sandbox.person("U0ANN").types("gone soon", channel="C0PROJ")
    (message,) = channel.messages.values()
    url = sandbox.world.response_urls.give(app, "U0ANN", channel, message=message)
    channel.messages.clear()
    answer = await AsyncWebhookClient(url, retry_handlers=[]).send_dict({"text": "x", wish: True})
    assert (answer.status_code, "no_original" in answer.body) == (404, True)
    assert channel.messages == {}


async def test_an_ephemeral_message_can_be_replaced_and_deleted_but_not_made_public(
    sandbox: Sandbox, app: App
) -> None:
    world = sandbox.world
    channel = app.team.channels["C0PROJ"]
    ann = sandbox.person("U0ANN")
    first = AsyncWebhookClient(world.response_urls.give(app, "U0ANN", channel))
    await first.send(text="psst")
    message = channel.messages[ann.sees("C0PROJ")[0].ts]
    url = world.response_urls.give(app, "U0ANN", channel, message=message)
    answers = AsyncWebhookClient(url, retry_handlers=[])
    await answers.send(text="changed", replace_original=True, response_type="in_channel")
    await answers.send(text="public?", response_type="in_channel")
    assert [(m.text, m.ephemeral) for m in ann.sees("C0PROJ")] == [
        ("changed", True),
        ("public?", True),
    ]
    await answers.send(delete_original=True)
    assert [m.text for m in ann.sees("C0PROJ")] == ["public?"]
