"""Posting, editing and deleting, and every way in which Slack refuses it."""

import json
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.content import MAX_BLOCKS_CHARS, MAX_METADATA_CHARS, MAX_TEXT_CHARS
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import IMAGE, actions, button, mrkdwn, option, section
from tests.sandbox.refused import error_of, refusal

METADATA = {"event_type": "delivery", "event_payload": {"id": "d1"}}
LINE = {"type": "divider"}


async def test_a_message_reaches_the_persons_dm_when_sent_to_their_id(
    client: AsyncWebClient, sandbox: Sandbox, team: Team
) -> None:
    answer = await client.chat_postMessage(channel="U0ANN", text="hi", metadata=METADATA)
    assert answer["channel"] == team.dm("U0ANN").channel_id
    (seen,) = sandbox.person("U0ANN").sees()
    assert (seen.text, seen.ts, seen.metadata) == ("hi", answer["ts"], METADATA)


async def test_timestamps_strictly_increase(client: AsyncWebClient) -> None:
    answers = [await client.chat_postMessage(channel="C0PROJ", text="x") for _ in range(5)]
    stamps = [answer["ts"] for answer in answers]
    assert stamps == sorted(set(stamps))


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ({"channel": "#nowhere", "text": "x"}, "channel_not_found"),
        ({"channel": "C0GEN", "text": "x"}, "not_in_channel"),
        ({"channel": "C0PROJ"}, "no_text"),
        ({"channel": "C0PROJ", "text": "  "}, "no_text"),
        ({"channel": "USLACKBOT", "text": "x"}, "cannot_dm_bot"),
        ({"channel": "C0PROJ", "text": "x", "thread_ts": "1.1"}, "thread_not_found"),
        ({"channel": "C0PROJ", "blocks": "no"}, "invalid_blocks_format"),
        ({"channel": "C0PROJ", "blocks": "[" * 100_000}, "invalid_blocks_format"),
        ({"channel": "C0PROJ", "text": "x", "attachments": 3}, "invalid_attachments"),
        ({"channel": "C0PROJ", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"channel": "C0PROJ", "text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"channel": "C0PROJ", "blocks": [LINE], "markdown_text": "y"}, "markdown_text_conflict"),
        ({"channel": "C0PROJ", "markdown_text": "y" * 12_001}, "msg_too_long"),
        ({"text": "x"}, "invalid_arguments"),
    ],
)
async def test_a_post_is_refused_when_it_cant_stand(
    client: AsyncWebClient, args: dict[str, Any], error: str
) -> None:
    assert await error_of(client.api_call("chat.postMessage", json=args)) == error


@pytest.mark.parametrize("method", ["chat.postEphemeral", "chat.update"])
async def test_something_must_be_said(client: AsyncWebClient, method: str) -> None:
    sent = await client.chat_postMessage(channel="C0PROJ", text="x")
    args = {"channel": "C0PROJ", "user": "U0ANN", "ts": sent["ts"], "text": " "}
    assert await error_of(client.api_call(method, json=args)) == "no_text"


async def test_a_post_passes_when_it_is_filled_to_the_limits(client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel="C0PROJ", text="x", attachments=[{}] * 100)
    await client.chat_postMessage(channel="C0PROJ", markdown_text="y" * 12_000)
    big = {"event_type": "x", "event_payload": {"a": ""}}
    big["event_payload"] = {"a": "b" * (MAX_METADATA_CHARS - len(json.dumps(big)))}
    await client.chat_postMessage(channel="C0PROJ", text="x" * MAX_TEXT_CHARS, metadata=big)


async def test_a_post_is_refused_in_an_archived_channel(client: AsyncWebClient, team: Team) -> None:
    team.channels["C0PROJ"].is_archived = True
    assert await error_of(client.chat_postMessage(channel="C0PROJ", text="x")) == "is_archived"


async def test_a_public_channel_takes_posts_of_an_app_outside_with_the_scope_for_it(
    client: AsyncWebClient, app: App, sandbox: Sandbox
) -> None:
    app.scopes.add("chat:write.public")
    await client.chat_postMessage(channel="C0GEN", text="x")
    assert [m.text for m in sandbox.person("U0CLEO").sees("C0GEN")] == ["x"]


async def test_a_private_channel_is_unknown_when_the_bot_isnt_in_it(
    client: AsyncWebClient, team: Team
) -> None:
    team.add_channel("C0SECRET", "secret", members=["U0ANN"], is_private=True)
    error = await error_of(client.chat_postMessage(channel="C0SECRET", text="x"))
    assert error == "channel_not_found"


async def test_a_dm_is_refused_when_the_messages_tab_is_off(
    client: AsyncWebClient, app: App
) -> None:
    app.messages_tab_enabled = False
    assert await error_of(client.chat_postMessage(channel="U0ANN", text="x")) == (
        "messages_tab_disabled"
    )


async def test_a_dm_is_refused_when_the_person_was_deactivated(
    client: AsyncWebClient, team: Team
) -> None:
    team.members["U0ANN"].deleted = True
    assert await error_of(client.chat_postMessage(channel="U0ANN", text="x")) == (
        "channel_not_found"
    )


async def test_bad_blocks_are_refused_naming_the_place(client: AsyncWebClient) -> None:
    blocks: list[dict[str, Any]] = [
        {"type": "divider"},
        {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    ]
    answer = await refusal(client.chat_postMessage(channel="C0PROJ", text="x", blocks=blocks))
    assert answer["error"] == "invalid_blocks"
    assert "/blocks/1" in answer["response_metadata"]["messages"][0]


async def test_text_is_cut_when_it_is_over_forty_thousand(client: AsyncWebClient) -> None:
    answer = await client.chat_postMessage(channel="C0PROJ", text="x" * (MAX_TEXT_CHARS + 1))
    assert len(answer["message"]["text"]) == MAX_TEXT_CHARS


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ("words", "invalid_metadata_format"),
        ({"event_type": "Not Snake", "event_payload": {}}, "invalid_metadata_format"),
        ({"event_type": "x", "event_payload": "y"}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {"a": {"b": {"c": 1}}}}, "invalid_metadata_schema"),
        (
            {"event_type": "x", "event_payload": {"a": "b" * MAX_METADATA_CHARS}},
            "metadata_too_large",
        ),
    ],
)
async def test_metadata_is_refused_when_malformed(
    client: AsyncWebClient, metadata: Any, error: str
) -> None:
    args = {"channel": "C0PROJ", "text": "x", "metadata": metadata}
    assert await error_of(client.api_call("chat.postMessage", json=args)) == error


async def test_ids_are_filled_in_where_a_block_or_element_has_none(
    client: AsyncWebClient,
) -> None:
    blocks: list[dict[str, Any]] = [
        actions(button()),
        section(accessory=IMAGE, block_id="mine"),
    ]
    answer = await client.chat_postMessage(channel="C0PROJ", text="x", blocks=blocks)
    filled = answer["message"]["blocks"]
    assert filled[0]["block_id"]
    assert filled[0]["elements"][0]["action_id"]
    assert (filled[1]["block_id"], filled[1]["accessory"]) == ("mine", IMAGE)


async def test_an_ephemeral_message_is_seen_by_its_reader_alone(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    await client.chat_postEphemeral(channel="C0PROJ", user="U0ANN", text="psst")
    assert [m.text for m in sandbox.person("U0ANN").sees("C0PROJ")] == ["psst"]
    assert sandbox.person("U0BEN").sees("C0PROJ") == []


async def test_an_ephemeral_message_is_refused_when_its_reader_isnt_there(
    client: AsyncWebClient,
) -> None:
    call = client.chat_postEphemeral(channel="C0PROJ", user="U0CLEO", text="psst")
    assert await error_of(call) == "user_not_in_channel"


async def test_an_ephemeral_message_cant_be_updated(client: AsyncWebClient) -> None:
    sent = await client.chat_postEphemeral(channel="C0PROJ", user="U0ANN", text="psst")
    call = client.chat_update(channel="C0PROJ", ts=sent["message_ts"], text="x")
    assert await error_of(call) == "message_not_found"


DIVIDER = {"type": "divider", "block_id": "line"}
ATTACHED = [{"text": "attached"}]
WHOLE: dict[str, Any] = {
    "text": "a",
    "blocks": [DIVIDER],
    "attachments": ATTACHED,
    "metadata": METADATA,
}
OTHER = {**METADATA, "event_type": "other"}


@pytest.mark.parametrize(
    ("update", "left"),
    [
        ({"text": "b"}, {**WHOLE, "text": "b", "blocks": []}),
        ({"attachments": [{"text": "b"}]}, {**WHOLE, "text": "", "attachments": [{"text": "b"}]}),
        ({"text": "b", "attachments": []}, {**WHOLE, "text": "b", "blocks": [], "attachments": []}),
        ({"text": "b", "blocks": [DIVIDER], "metadata": {}}, {**WHOLE, "text": "b", "metadata": 0}),
        (
            {"text": "b", "blocks": [DIVIDER], "metadata": OTHER},
            {**WHOLE, "text": "b", "metadata": OTHER},
        ),
        ({"text": "b", "blocks": [], "metadata": METADATA}, {**WHOLE, "text": "b", "blocks": []}),
    ],
    ids=["text", "attachments", "none attached", "no metadata", "other metadata", "no blocks"],
)
@pytest.mark.parametrize("in_json", [True, False], ids=["json", "form"])
async def test_an_update_keeps_or_takes_away_what_slack_says_it_does(
    client: AsyncWebClient, update: dict[str, Any], left: dict[str, Any], in_json: bool
) -> None:
    sent = await client.chat_postMessage(channel="U0ANN", **WHOLE)
    given = {"channel": sent["channel"], "ts": sent["ts"], **update}
    written = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
    body: dict[str, Any] = {"json": given} if in_json else {"data": written}
    message = (await client.api_call("chat.update", **body))["message"]
    kept = {"text": "", "blocks": [], "attachments": [], "metadata": 0, **message}
    assert {name: kept[name] for name in WHOLE} == left
    assert message["edited"]["user"] == message["user"]


async def test_an_update_is_refused_when_its_text_is_over_four_thousand(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sent = await client.chat_postMessage(channel="U0ANN", text="a")
    place = {"channel": sent["channel"], "ts": sent["ts"]}
    await client.chat_update(**place, text="b" * 4000)
    call = client.chat_update(**place, text="c" * 4001)
    assert await error_of(call) == "msg_too_long"
    assert sandbox.person("U0ANN").sees()[0].text[0] == "b"


async def test_an_update_forgets_what_was_chosen_in_the_message(
    client: AsyncWebClient, sandbox: Sandbox, http_app: HttpApp
) -> None:
    menu = {"type": "static_select", "action_id": "menu", "options": [option()]}
    sent = await client.chat_postMessage(
        channel="U0ANN", text="a", blocks=[actions(menu, block_id="row")]
    )
    ann = sandbox.person("U0ANN")
    await ann.chooses("menu", "a")
    assert (
        http_app.payloads[-1]["state"]["values"]["row"]["menu"]["selected_option"]["value"] == "a"
    )
    blocks = [actions(menu, button(action_id="go"), block_id="row")]
    await client.chat_update(channel=sent["channel"], ts=sent["ts"], text="b", blocks=blocks)
    await ann.clicks("go")
    assert http_app.payloads[-1]["state"]["values"]["row"]["menu"]["selected_option"] is None


async def test_another_apps_message_cant_be_updated_or_deleted(
    client: AsyncWebClient, team: Team, sandbox: Sandbox
) -> None:
    sent = await client.chat_postMessage(channel="C0PROJ", text="a")
    other = team.install(
        bot_token="xoxb-b", app_token="xapp-b", scopes=["chat:write"], signing_secret="s"
    )
    team.channels["C0PROJ"].members.append(other.bot_user_id)
    client.token = "xoxb-b"
    place = {"channel": "C0PROJ", "ts": sent["ts"]}
    assert await error_of(client.chat_update(**place, text="x")) == "cant_update_message"
    assert await error_of(client.chat_delete(**place)) == "cant_delete_message"
    assert [m.text for m in sandbox.person("U0ANN").sees("C0PROJ")] == ["a"]


async def test_a_persons_message_cant_be_updated_or_deleted(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    ann = sandbox.person("U0ANN")
    await ann.types("mine", channel="C0PROJ")
    ts = ann.sees("C0PROJ")[0].ts
    update = client.chat_update(channel="C0PROJ", ts=ts, text="x")
    assert await error_of(update) == "cant_update_message"
    assert await error_of(client.chat_delete(channel="C0PROJ", ts=ts)) == "cant_delete_message"


async def test_a_message_is_gone_when_deleted(client: AsyncWebClient, sandbox: Sandbox) -> None:
    sent = await client.chat_postMessage(channel="U0ANN", text="a")
    await client.chat_delete(channel=sent["channel"], ts=sent["ts"])
    assert sandbox.person("U0ANN").sees() == []
    again = client.chat_delete(channel=sent["channel"], ts=sent["ts"])
    assert await error_of(again) == "message_not_found"


async def test_an_update_is_refused_in_an_archived_channel(
    client: AsyncWebClient, team: Team
) -> None:
    sent = await client.chat_postMessage(channel="C0PROJ", text="a")
    team.channels["C0PROJ"].is_archived = True
    call = client.chat_update(channel="C0PROJ", ts=sent["ts"], text="b")
    assert await error_of(call) == "is_inactive"


async def test_blocks_that_are_too_long_together_are_refused(client: AsyncWebClient) -> None:
    sections = [section(text=mrkdwn("x" * 2500)) for _ in range(4)]
    rest = MAX_BLOCKS_CHARS - 4 * 2500
    whole: dict[str, Any] = {
        "channel": "C0PROJ",
        "text": "hi",
        "blocks": [*sections, section(text=mrkdwn("x" * rest))],
    }
    ts = (await client.chat_postMessage(**whole))["ts"]
    over = {**whole, "blocks": [*sections, section(text=mrkdwn("x" * (rest + 1)))]}
    assert await error_of(client.chat_postMessage(**over)) == "msg_blocks_too_long"
    assert await error_of(client.chat_update(**over, ts=ts)) == "msg_blocks_too_long"
