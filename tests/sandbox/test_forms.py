"""What Slack's client finds wrong with a form, before any app hears of it."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import asks, plain


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input", "action_id": "a"}, ""),
        ({"type": "plain_text_input", "action_id": "a", "max_length": 3}, "four"),
        ({"type": "plain_text_input", "action_id": "a", "min_length": 3}, "no"),
        ({"type": "plain_text_input", "action_id": "a"}, "x" * 3001),
        ({"type": "number_input", "action_id": "a", "is_decimal_allowed": False}, "4.5"),
        ({"type": "number_input", "action_id": "a", "is_decimal_allowed": True}, "four"),
        (
            {
                "type": "number_input",
                "action_id": "a",
                "is_decimal_allowed": False,
                "max_value": "3",
            },
            "4",
        ),
        (
            {
                "type": "number_input",
                "action_id": "a",
                "is_decimal_allowed": True,
                "min_value": "1",
            },
            "0.5",
        ),
        ({"type": "email_text_input", "action_id": "a"}, "ann"),
        ({"type": "url_text_input", "action_id": "a"}, "ann"),
    ],
)
async def test_a_form_isnt_sent_when_slacks_client_finds_fault(
    client: AsyncWebClient,
    sandbox: Sandbox,
    app: App,
    http_app: HttpApp,
    element: dict[str, Any],
    value: str,
) -> None:
    asked = asks(element, block_id="b")
    view = {"type": "modal", "title": plain(), "submit": plain(), "blocks": [asked]}
    await client.views_open(trigger_id=sandbox.world.triggers.give(app, "U0ANN"), view=view)
    ann = sandbox.person("U0ANN")
    outcome = await ann.submits({"a": value})
    assert (outcome.ok, outcome.status, list(outcome.errors)) == (False, "not_sent", ["b"])
    assert http_app.heard == []
    assert ann.modal is not None
