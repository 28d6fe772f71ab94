"""An app that doesn't answer well or in time: what Slack would show is kept, forms stay open."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from starlette.responses import PlainTextResponse, Response

from bot.sandbox.outcome import Outcome
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.conftest import IMPATIENT
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import actions, asks, button, plain

FORM: dict[str, Any] = {
    "type": "modal",
    "title": plain("Check"),
    "submit": plain("Send"),
    "callback_id": "check",
    "notify_on_close": True,
    "blocks": [
        asks({"type": "plain_text_input", "action_id": "words"}, optional=True),
        actions(button(action_id="press")),
    ],
}
ACTS: dict[str, Callable[[Person], Awaitable[Outcome]]] = {
    "/trustcheck": lambda ann: ann.types("/trustcheck"),
    "shortcut quick": lambda ann: ann.uses_shortcut("quick"),
    "action press": lambda ann: ann.clicks("press"),
    "submission check": lambda ann: ann.submits(),
    "closing": lambda ann: ann.closes(),
}


@pytest.fixture
async def ann(sandbox: Sandbox, app: App, client: AsyncWebClient, http_app: HttpApp) -> Person:
    """Ann, with a form before her."""
    await client.views_open(trigger_id=sandbox.world.triggers.give(app, "U0ANN"), view=FORM)
    return sandbox.person("U0ANN")


@IMPATIENT
@pytest.mark.parametrize("doing", ACTS)
async def test_an_error_is_shown_when_the_app_is_late(
    ann: Person, sandbox: Sandbox, http_app: HttpApp, doing: str
) -> None:
    http_app.hold = asyncio.Event()
    outcome = await ACTS[doing](ann)
    assert (outcome.ok, outcome.status) == (False, "late")
    (shown,) = sandbox.shown_errors
    assert (shown.user_id, shown.doing, shown.error) == ("U0ANN", doing, "operation_timeout")
    assert (ann.modal is None) == (doing == "closing")


@pytest.mark.parametrize(
    "answer",
    [
        Response(status_code=500),
        PlainTextResponse("OK"),
        Response("{", media_type="application/json"),
        Response("[1]", media_type="application/json"),
    ],
    ids=["500", "words", "broken", "list"],
)
async def test_trouble_is_shown_when_a_form_gets_no_answer_that_slack_can_read(
    ann: Person, sandbox: Sandbox, http_app: HttpApp, answer: Response
) -> None:
    http_app.answers.append(answer)
    assert not (await ann.submits()).ok
    assert len(sandbox.shown_errors) == 1
    assert ann.modal is not None
