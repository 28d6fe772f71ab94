"""Modals and Homes: triggers, stacks, hashes, limits, and data that survives updates."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.pieces import asks, plain
from tests.sandbox.refused import error_of, refusal

HOME = {"type": "home", "blocks": [{"type": "divider"}]}


def modal(**more: Any) -> dict[str, Any]:
    words = asks({"type": "plain_text_input", "action_id": "words"}, block_id="said")
    return {
        "type": "modal",
        "title": plain("Check"),
        "submit": plain("Send"),
        "blocks": [words],
        **more,
    }


@pytest.fixture
def trigger(sandbox: Sandbox, app: App) -> str:
    """What Ann gives the app by doing something."""
    return sandbox.world.triggers.give(app, "U0ANN")


async def test_a_modal_opens_for_the_person_whose_trigger_it_was(
    client: AsyncWebClient, sandbox: Sandbox, trigger: str
) -> None:
    opened = await client.views_open(trigger_id=trigger, view=modal())
    seen = sandbox.person("U0ANN").modal
    assert seen is not None
    assert seen["id"] == opened["view"]["id"]


async def test_a_trigger_is_refused_when_used_before(client: AsyncWebClient, trigger: str) -> None:
    await client.views_open(trigger_id=trigger, view=modal())
    again = client.views_open(trigger_id=trigger, view=modal())
    assert await error_of(again) == "exchanged_trigger_id"


@pytest.mark.parametrize("method", ["views.open", "views.push"])
async def test_a_trigger_is_refused_when_older_than_three_seconds(
    client: AsyncWebClient, sandbox: Sandbox, app: App, trigger: str, method: str
) -> None:
    await client.views_open(trigger_id=trigger, view=modal())
    inside = sandbox.world.triggers.give(app, "U0ANN", in_modal=True)
    sandbox.world.elapse(3.001)
    call = client.api_call(method, json={"trigger_id": inside, "view": modal()})
    assert await error_of(call) == "expired_trigger_id"


async def test_a_trigger_is_good_for_nearly_three_seconds(
    client: AsyncWebClient, sandbox: Sandbox, trigger: str
) -> None:
    sandbox.world.elapse(1.5)  # the rest is for a busy machine
    await client.views_open(trigger_id=trigger, view=modal())


async def test_a_trigger_is_refused_when_another_app_uses_it(
    client: AsyncWebClient, team: Team, trigger: str
) -> None:
    team.install(bot_token="xoxb-b", app_token="xapp-b", scopes=(), signing_secret="s")
    client.token = "xoxb-b"
    call = client.views_open(trigger_id=trigger, view=modal())
    assert await error_of(call) == "invalid_trigger_id"


async def test_a_modal_is_found_by_no_other_app(
    client: AsyncWebClient, team: Team, trigger: str
) -> None:
    opened = await client.views_open(trigger_id=trigger, view=modal(external_id="one"))
    team.install(bot_token="xoxb-b", app_token="xapp-b", scopes=(), signing_secret="s")
    client.token = "xoxb-b"
    for named in ({"view_id": opened["view"]["id"]}, {"external_id": "one"}):
        assert await error_of(client.views_update(view=modal(), **named)) == "not_found"


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("views.open", {"view": modal()}),
        ("views.push", {"view": modal()}),
        ("views.open", {"trigger_id": "1.2.3"}),
        ("views.update", {"view": modal()}),
        ("views.publish", {"view": HOME}),
        ("views.publish", {"user_id": "U0ANN"}),
    ],
)
async def test_a_call_about_views_is_refused_when_a_part_is_missing(
    client: AsyncWebClient, method: str, args: dict[str, Any]
) -> None:
    assert await error_of(client.api_call(method, json=args)) == "invalid_arguments"


async def test_a_trigger_is_refused_when_made_up(client: AsyncWebClient) -> None:
    call = client.views_open(trigger_id="1.2.3", view=modal())
    assert await error_of(call) == "invalid_trigger_id"


@pytest.mark.parametrize(
    ("view", "place"),
    [
        (modal(title=plain("x" * 25)), "/view/title"),
        (modal(callback_id="x" * 256), "/view/callback_id"),
        (modal(private_metadata="x" * 3001), "/view/private_metadata"),
        (modal(blocks=[{"type": "divider"}] * 101), "/view/blocks"),
        (HOME, "/view/type"),
        ("words", "view"),
    ],
)
async def test_a_bad_view_is_refused_naming_the_place(
    client: AsyncWebClient, trigger: str, view: Any, place: str
) -> None:
    args = {"trigger_id": trigger, "view": view}
    answer = await refusal(client.api_call("views.open", json=args))
    assert answer["error"] == "invalid_arguments"
    assert place in answer["response_metadata"]["messages"][0]


async def test_a_view_is_refused_when_over_250_kilobytes(
    client: AsyncWebClient, trigger: str
) -> None:
    text = {"type": "section", "text": plain("x" * 3000)}
    call = client.views_open(trigger_id=trigger, view=modal(blocks=[text] * 90))
    assert await error_of(call) == "view_too_large"


async def test_an_external_id_is_refused_when_taken(
    client: AsyncWebClient, sandbox: Sandbox, app: App, trigger: str
) -> None:
    await client.views_open(trigger_id=trigger, view=modal(external_id="one"))
    other = sandbox.world.triggers.give(app, "U0BEN")
    call = client.views_open(trigger_id=other, view=modal(external_id="one"))
    assert await error_of(call) == "duplicate_external_id"


async def test_an_update_is_refused_when_its_external_id_is_taken(
    client: AsyncWebClient, sandbox: Sandbox, app: App, trigger: str
) -> None:
    await client.views_open(trigger_id=trigger, view=modal(external_id="one"))
    other = sandbox.world.triggers.give(app, "U0BEN")
    await client.views_open(trigger_id=other, view=modal(external_id="two"))
    taken = client.views_update(external_id="two", view=modal(external_id="one"))
    assert await error_of(taken) == "duplicate_external_id"
    await client.views_update(external_id="two", view=modal(external_id="two"))


async def test_an_external_id_is_free_again_when_its_modal_was_closed(
    client: AsyncWebClient, sandbox: Sandbox, app: App, trigger: str
) -> None:
    await client.views_open(trigger_id=trigger, view=modal(external_id="one"))
    await sandbox.person("U0ANN").closes()
    again = sandbox.world.triggers.give(app, "U0ANN")
    await client.views_open(trigger_id=again, view=modal(external_id="one"))


async def test_a_stack_holds_three_modals(
    client: AsyncWebClient, sandbox: Sandbox, app: App, trigger: str
) -> None:
    opened = await client.views_open(trigger_id=trigger, view=modal())
    for _ in range(2):
        inside = sandbox.world.triggers.give(app, "U0ANN", in_modal=True)
        pushed = await client.views_push(trigger_id=inside, view=modal())
    assert pushed["view"]["root_view_id"] == opened["view"]["id"]
    inside = sandbox.world.triggers.give(app, "U0ANN", in_modal=True)
    call = client.views_push(trigger_id=inside, view=modal())
    assert await error_of(call) == "push_limit_reached"


async def test_a_push_is_refused_when_its_trigger_came_from_outside_a_modal(
    client: AsyncWebClient, trigger: str
) -> None:
    assert await error_of(client.views_push(trigger_id=trigger, view=modal())) == "not_found"


async def test_an_update_is_refused_when_the_hash_is_old(
    client: AsyncWebClient, trigger: str
) -> None:
    view = (await client.views_open(trigger_id=trigger, view=modal()))["view"]
    newer = await client.views_update(view_id=view["id"], hash=view["hash"], view=modal())
    assert newer["view"]["hash"] != view["hash"]
    call = client.views_update(view_id=view["id"], hash=view["hash"], view=modal())
    assert await error_of(call) == "hash_conflict"


async def test_an_update_is_refused_when_the_modal_was_closed(
    client: AsyncWebClient, sandbox: Sandbox, trigger: str
) -> None:
    view = (await client.views_open(trigger_id=trigger, view=modal()))["view"]
    await sandbox.person("U0ANN").closes()
    assert await error_of(client.views_update(view_id=view["id"], view=modal())) == "not_found"


async def test_data_survives_an_update_when_its_ids_stay(
    client: AsyncWebClient, sandbox: Sandbox, trigger: str
) -> None:
    view = modal(external_id="one")
    await client.views_open(trigger_id=trigger, view=view)
    await sandbox.person("U0ANN").fills({"words": "kept"})
    kept = await client.views_update(external_id="one", view=view)
    assert kept["view"]["state"]["values"]["said"]["words"]["value"] == "kept"
    other = asks({"type": "plain_text_input", "action_id": "words"}, block_id="other")
    lost = await client.views_update(external_id="one", view={**view, "blocks": [other]})
    assert lost["view"]["state"]["values"]["other"]["words"]["value"] is None


async def test_data_is_lost_when_its_ids_stand_for_another_sort_of_input(
    client: AsyncWebClient, sandbox: Sandbox, trigger: str
) -> None:
    await client.views_open(trigger_id=trigger, view=modal(external_id="one"))
    await sandbox.person("U0ANN").fills({"words": "not kept"})
    asked = asks({"type": "email_text_input", "action_id": "words"}, block_id="said")
    update = await client.views_update(external_id="one", view=modal(blocks=[asked]))
    state = update["view"]["state"]["values"]["said"]["words"]
    assert state == {"type": "email_text_input", "value": None}


async def test_home_keeps_its_id_and_guards_its_hash(client: AsyncWebClient) -> None:
    first = (await client.views_publish(user_id="U0ANN", view=HOME))["view"]
    second = await client.views_publish(user_id="U0ANN", view=HOME, hash=first["hash"])
    assert second["view"]["id"] == first["id"]
    call = client.views_publish(user_id="U0ANN", view=HOME, hash=first["hash"])
    assert await error_of(call) == "hash_conflict"


async def test_a_refused_home_is_seen_by_nobody(client: AsyncWebClient, sandbox: Sandbox) -> None:
    ann = sandbox.person("U0ANN")
    call = client.views_publish(user_id="U0ANN", view=HOME, hash="1.old")
    assert await error_of(call) == "hash_conflict"
    assert ann.home is None
    first = (await client.views_publish(user_id="U0ANN", view=HOME))["view"]
    other = {**HOME, "callback_id": "other"}
    for bad in ({"view": other, "hash": "1.old"}, {"view": {**HOME, "blocks": 3}}):
        await error_of(client.views_publish(user_id="U0ANN", **bad))
    assert ann.home == first


@pytest.mark.parametrize("user", ["U0NONE", "USLACKBOT"])
async def test_home_is_refused_when_there_is_nobody_to_have_one(
    client: AsyncWebClient, user: str
) -> None:
    assert await error_of(client.views_publish(user_id=user, view=HOME)) == "user_not_found"


async def test_home_is_refused_when_the_tab_is_off(client: AsyncWebClient, app: App) -> None:
    app.home_tab_enabled = False
    assert await error_of(client.views_publish(user_id="U0ANN", view=HOME)) == "not_enabled"


async def test_home_is_refused_when_the_app_has_no_scope_at_all(
    client: AsyncWebClient, app: App
) -> None:
    app.scopes = set()
    assert await error_of(client.views_publish(user_id="U0ANN", view=HOME)) == "not_enabled"
