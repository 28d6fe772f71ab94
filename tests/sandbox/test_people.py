"""What people do with buttons, menus and forms, and what Slack makes of the app's answers."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import actions, asks, button, option, plain, section

WORDS = asks({"type": "plain_text_input", "action_id": "words"}, block_id="said")
DAYS = [{"text": plain(day), "value": day[:2].lower()} for day in ("Monday", "Tuesday")]


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "title": plain("Check"),
        "submit": plain("Send"),
        "callback_id": "check",
        "blocks": [*blocks],
        **more,
    }


@pytest.fixture
def ann(sandbox: Sandbox, http_app: HttpApp) -> Person:
    return sandbox.person("U0ANN")


async def opened(
    client: AsyncWebClient, sandbox: Sandbox, app: App, view: dict[str, Any]
) -> dict[str, Any]:
    trigger = sandbox.world.triggers.give(app, "U0ANN")
    answer = await client.views_open(trigger_id=trigger, view=view)
    return dict(answer["view"])


async def test_a_form_is_sent_with_what_was_filled_in(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    radio = asks(
        {"type": "radio_buttons", "action_id": "day", "options": DAYS},
        block_id="when",
        label=plain("Which day"),
    )
    boxes = asks(
        {"type": "checkboxes", "action_id": "days", "options": DAYS}, block_id="some", optional=True
    )
    await opened(client, sandbox, app, modal(WORDS, radio, boxes))
    outcome = await ann.submits({"said": "Fine", "Which day": "Tuesday", "days": ["Monday"]})
    assert outcome.ok
    assert ann.modal is None
    values = http_app.payloads[-1]["view"]["state"]["values"]
    assert values["said"]["words"]["value"] == "Fine"
    assert values["when"]["day"]["selected_option"]["value"] == "tu"
    assert [each["value"] for each in values["some"]["days"]["selected_options"]] == ["mo"]


async def test_a_form_stays_open_when_the_app_finds_errors(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    await opened(client, sandbox, app, modal(WORDS))
    http_app.will_answer({"response_action": "errors", "errors": {"said": "Say more."}})
    outcome = await ann.submits({"words": "x"})
    assert (outcome.ok, outcome.errors) == (False, {"said": "Say more."})
    assert ann.modal is not None


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "dance"},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "push", "view": {"type": "home", "blocks": []}},
    ],
)
async def test_trouble_is_shown_when_a_forms_answer_makes_no_sense(
    ann: Person,
    client: AsyncWebClient,
    sandbox: Sandbox,
    app: App,
    http_app: HttpApp,
    answer: dict[str, Any],
) -> None:
    await opened(client, sandbox, app, modal(WORDS))
    http_app.will_answer(answer)
    outcome = await ann.submits({"words": "x"})
    assert not outcome.ok
    assert "trouble connecting" in str(outcome.error_shown)
    assert ann.modal is not None


async def test_a_form_gives_way_to_what_the_app_answers(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    view = await opened(client, sandbox, app, modal(WORDS))
    http_app.will_answer(
        {"response_action": "update", "view": modal(WORDS, title=plain("Second"))},
        {"response_action": "push", "view": modal(WORDS, title=plain("Third"))},
        {"response_action": "clear"},
    )
    await ann.submits({"words": "x"})
    assert ann.modal is not None
    assert (ann.modal["id"], ann.modal["title"]["text"]) == (view["id"], "Second")
    await ann.submits({"words": "x"})
    assert (ann.modal["previous_view_id"], ann.modal["title"]["text"]) == (view["id"], "Third")
    await ann.submits({"words": "x"})
    assert ann.modal is None


@pytest.mark.parametrize("notify", [True, False])
async def test_closing_is_told_only_when_asked_for(
    ann: Person,
    client: AsyncWebClient,
    sandbox: Sandbox,
    app: App,
    http_app: HttpApp,
    notify: bool,
) -> None:
    await opened(client, sandbox, app, modal(WORDS, notify_on_close=notify))
    await ann.closes()
    assert [payload["type"] for payload in http_app.payloads] == ["view_closed"] * notify
    assert ann.modal is None


async def test_the_nth_of_several_buttons_is_pressed(
    ann: Person, client: AsyncWebClient, http_app: HttpApp
) -> None:
    for value in ("old", "new"):
        blocks = [actions(button(text=plain("Did it"), value=value, action_id="did"))]
        await client.chat_postMessage(channel="U0ANN", text="x", blocks=blocks)
    await ann.clicks("did it")
    await ann.clicks("did", nth=0)
    await ann.clicks("Did it", message=ann.sees()[0])
    pressed = [payload["actions"][0]["value"] for payload in http_app.payloads]
    assert pressed == ["new", "old", "old"]
    with pytest.raises(LookupError, match="2 times"):
        await ann.clicks("Did it", nth=2)
    with pytest.raises(LookupError, match="'Did it'"):
        await ann.clicks("Another")


async def test_the_open_modal_comes_before_home_and_messages(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    blocks = [actions(button(text=plain("Go"), action_id="go"))]
    await client.chat_postMessage(channel="U0ANN", text="x", blocks=blocks)
    await client.views_publish(user_id="U0ANN", view={"type": "home", "blocks": blocks})
    await ann.clicks("Go")
    await ann.opens_home()
    await ann.clicks("Go")
    await opened(client, sandbox, app, modal(*blocks))
    await ann.clicks("Go")
    acts = [p for p in http_app.payloads if p["type"] == "block_actions"]
    assert [p["container"]["type"] for p in acts] == ["message", "view", "view"]
    assert [p.get("view", {}).get("type") for p in acts] == [None, "home", "modal"]


async def test_a_menus_entry_is_clicked_or_chosen(
    ann: Person, client: AsyncWebClient, http_app: HttpApp
) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": DAYS}
    select = {
        "type": "static_select",
        "action_id": "day",
        "placeholder": plain("Choose"),
        "options": [option("z"), *DAYS],
    }
    blocks = [section(accessory=menu), actions(select)]
    await client.chat_postMessage(channel="U0ANN", text="x", blocks=blocks)
    await ann.clicks("Tuesday")
    await ann.chooses("more", "Monday")
    await ann.chooses("Choose", "tuesday")
    chosen = [p["actions"][0]["selected_option"]["value"] for p in http_app.payloads]
    assert chosen == ["tu", "mo", "tu"]
    with pytest.raises(LookupError, match="'Monday'"):
        await ann.chooses("day", "Sunday")


async def test_an_external_select_offers_what_the_app_suggests(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    select = {"type": "external_select", "action_id": "who", "min_query_length": 1}
    await opened(client, sandbox, app, modal(asks(select, block_id="b")))
    http_app.will_answer({"options": DAYS})
    await ann.submits({"who": "Monday"})
    asked, sent = http_app.payloads
    assert (asked["type"], asked["value"]) == ("block_suggestion", "Monday")
    assert sent["view"]["state"]["values"]["b"]["who"]["selected_option"]["value"] == "mo"


async def test_an_input_sends_at_once_when_it_dispatches(
    ann: Person, client: AsyncWebClient, sandbox: Sandbox, app: App, http_app: HttpApp
) -> None:
    await opened(client, sandbox, app, modal({**WORDS, "dispatch_action": True}))
    await ann.fills({"words": "now"})
    assert http_app.payloads[0]["actions"][0]["value"] == "now"


async def test_an_unknown_command_never_reaches_the_app(
    ann: Person, app: App, http_app: HttpApp
) -> None:
    app.adopt(
        {
            "features": {
                "bot_user": {"display_name": "Trustcheck"},
                "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
                "slash_commands": [
                    {"command": "/nudge", "should_escape": True},
                    {"command": "/raw"},
                ],
            },
            "oauth_config": {"scopes": {"bot": ["commands"]}},
        }
    )
    outcome = await ann.types("/trustcheck")
    assert outcome.error_shown == "/trustcheck is not a valid command."
    await ann.types("/nudge @ben")
    await ann.types("/raw @ben <3")
    assert [payload["text"] for payload in http_app.payloads] == ["<@U0BEN|ben>", "@ben &lt;3"]


async def test_what_is_typed_arrives_escaped_so_that_it_pings_nobody(
    ann: Person, http_app: HttpApp
) -> None:
    await ann.types("/trustcheck <!channel> & <https://x.example> @nobody #nowhere")
    typed = http_app.payloads[0]["text"]
    assert typed == ("&lt;!channel&gt; &amp; &lt;<https://x.example>&gt; @nobody #nowhere")


async def test_nobody_acts_where_they_arent(
    sandbox: Sandbox, team: Team, http_app: HttpApp
) -> None:
    cleo = sandbox.person("U0CLEO")
    with pytest.raises(LookupError, match="not in C0PROJ"):
        await cleo.types("hello", channel="C0PROJ")
    with pytest.raises(LookupError, match="no conversation"):
        await cleo.types("hello", channel="C0NONE")
    with pytest.raises(LookupError, match="no modal"):
        await cleo.submits()
    with pytest.raises(LookupError, match="sees no message"):
        await cleo.clicks("x", message="1.1")
    with pytest.raises(LookupError, match="no member"):
        sandbox.person("U0NONE")


async def test_a_message_shortcut_carries_the_message(ann: Person, http_app: HttpApp) -> None:
    await ann.types("I'll send it", channel="C0PROJ")
    await ann.uses_shortcut("track", message=ann.sees("C0PROJ")[0])
    payload = http_app.payloads[-1]
    assert (payload["type"], payload["message"]["text"]) == ("message_action", "I'll send it")
