"""What interactions tell beside their shape: where something was pressed, and what goes with it."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import actions, asks, button, plain

PRESS = [actions(button(action_id="press", value="v"), block_id="row")]
WORDS = asks({"type": "plain_text_input", "action_id": "words"}, block_id="said", optional=True)


@pytest.fixture
def ann(sandbox: Sandbox, http_app: HttpApp) -> Person:
    return sandbox.person("U0ANN")


async def test_a_press_in_a_thread_tells_the_thread(
    ann: Person, client: AsyncWebClient, http_app: HttpApp
) -> None:
    above = await client.chat_postMessage(channel="C0PROJ", text="above")
    below = await client.chat_postMessage(
        channel="C0PROJ", text="x", blocks=PRESS, thread_ts=above["ts"]
    )
    await ann.clicks("press")
    payload = http_app.payloads[-1]
    assert payload["container"] == {
        "type": "message",
        "message_ts": below["ts"],
        "channel_id": "C0PROJ",
        "is_ephemeral": False,
        "thread_ts": above["ts"],
    }
    assert payload["message"]["thread_ts"] == above["ts"]
    assert payload["channel"] == {"id": "C0PROJ", "name": "proj"}


async def test_a_press_in_an_ephemeral_message_tells_nothing_of_its_content(
    ann: Person, client: AsyncWebClient, http_app: HttpApp
) -> None:
    await client.chat_postEphemeral(channel="C0PROJ", user="U0ANN", text="x", blocks=PRESS)
    await ann.clicks("press")
    payload = http_app.payloads[-1]
    assert payload["container"]["is_ephemeral"] is True
    assert "message" not in payload
    assert payload["response_url"]


async def test_a_command_in_a_thread_never_reaches_the_app(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, http_app: HttpApp
) -> None:
    above = await client.chat_postMessage(channel="C0PROJ", text="above")
    outcome = await ann.types("/trustcheck", channel="C0PROJ", thread_ts=above["ts"])
    assert (outcome.ok, outcome.status, http_app.heard) == (False, "not_sent", [])
    assert "threads" in sandbox.shown_errors[0].error


async def test_where_somebody_is_has_slacks_name(
    ann: Person, team: Team, http_app: HttpApp
) -> None:
    team.add_channel("C0SECRET", "secret", members=["U0ANN"], is_private=True)
    for channel in ("C0PROJ", "C0SECRET", None):
        await ann.types("/trustcheck", channel=channel)
    names = [payload["channel_name"] for payload in http_app.payloads]
    assert names == ["proj", "privategroup", "directmessage"]


async def opened(client: AsyncWebClient, sandbox: Sandbox, app: App, **more: Any) -> dict[str, Any]:
    view = {"type": "modal", "title": plain(), "submit": plain(), "blocks": [WORDS, *PRESS], **more}
    trigger = sandbox.world.triggers.give(app, "U0ANN")
    return dict((await client.views_open(trigger_id=trigger, view=view))["view"])


async def test_a_press_in_a_modal_tells_the_view_with_what_was_filled_in(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    view = await opened(client, sandbox, app, private_metadata="kept", callback_id="check")
    await ann.fills({"words": "Fine"})
    await ann.clicks("press")
    payload = http_app.payloads[-1]
    assert payload["container"] == {"type": "view", "view_id": view["id"]}
    state = {"said": {"words": {"type": "plain_text_input", "value": "Fine"}}}
    assert payload["view"] == {**view, "state": {"values": state}}
    assert not {"message", "channel", "response_url"} & set(payload)
    pushed = await client.views_push(trigger_id=payload["trigger_id"], view={**MODAL})
    assert pushed["view"]["previous_view_id"] == view["id"]


MODAL: dict[str, Any] = {"type": "modal", "title": plain(), "blocks": []}


@pytest.mark.parametrize("clears", [True, False])
async def test_closing_tells_whether_the_whole_stack_went(
    ann: Person,
    client: AsyncWebClient,
    sandbox: Sandbox,
    app: App,
    http_app: HttpApp,
    clears: bool,
) -> None:
    below = await opened(client, sandbox, app)
    inside = sandbox.world.triggers.give(app, "U0ANN", in_modal=True)
    top = {**MODAL, "notify_on_close": True, "clear_on_close": clears}
    await client.views_push(trigger_id=inside, view=top)
    await ann.closes()
    assert http_app.payloads[-1]["is_cleared"] is clears
    left = ann.modal["id"] if ann.modal else None
    assert left == (None if clears else below["id"])


async def test_a_persons_own_company_stands_beside_the_workspace(
    team: Team, sandbox: Sandbox, http_app: HttpApp
) -> None:
    team.add_member("U0EVE", "Eve", home_team="T0OTHER")
    await sandbox.person("U0EVE").uses_shortcut("quick")
    payload = http_app.payloads[-1]
    assert (payload["team"]["id"], payload["user"]["team_id"]) == ("T0ACME", "T0OTHER")
