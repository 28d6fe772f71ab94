"""The Web API's front door: tokens, scopes, bodies, and what is kept of each call."""

from contextlib import suppress
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.methods import ALL
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.refused import error_of, refusal


async def call(
    session: aiohttp.ClientSession, sandbox: Sandbox, method: str, **request: Any
) -> dict[str, Any]:
    async with session.post(sandbox.api_url + method, **request) as response:
        answer: dict[str, Any] = await response.json()
        return answer


async def test_auth_test_tells_who_and_which_scopes(client: AsyncWebClient, app: App) -> None:
    answer = await client.auth_test()
    assert (answer["team_id"], answer["user_id"]) == ("T0ACME", app.bot_user_id)
    assert set(answer.headers["x-oauth-scopes"].split(",")) == app.scopes


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-nobody", "invalid_auth"), ("xapp-acme", "not_allowed_token_type")],
)
async def test_a_call_is_refused_without_the_right_token(
    client: AsyncWebClient, token: str, error: str
) -> None:
    client.token = token
    assert await error_of(client.auth_test()) == error


async def test_connections_open_is_refused_with_a_bot_token(client: AsyncWebClient) -> None:
    assert await error_of(client.apps_connections_open(app_token="xoxb-acme")) == (
        "not_allowed_token_type"
    )


async def test_a_call_is_refused_when_the_token_was_revoked(
    client: AsyncWebClient, app: App
) -> None:
    app.revoked = True
    assert await error_of(client.auth_test()) == "token_revoked"


PROJ = {"channel": "C0PROJ"}
# what each method needs, and a call for which it needs it
SCOPES: list[tuple[str, dict[str, str], str]] = [
    ("chat.postMessage", {}, "chat:write"),
    ("chat.postEphemeral", {}, "chat:write"),
    ("chat.update", {}, "chat:write"),
    ("chat.delete", {}, "chat:write"),
    ("conversations.open", {"users": "U0ANN"}, "im:write"),
    ("conversations.open", {"users": "U0ANN,U0BEN"}, "mpim:write"),
    ("conversations.open", {"channel": "D0DM"}, "im:write"),
    ("conversations.info", PROJ, "channels:read"),
    ("conversations.info", {"channel": "C0SECRET"}, "groups:read"),
    ("conversations.info", {"channel": "D0DM"}, "im:read"),
    ("conversations.members", PROJ, "channels:read"),
    ("conversations.list", {}, "channels:read"),
    ("conversations.list", {"types": "public_channel,mpim"}, "mpim:read"),
    ("conversations.history", PROJ, "channels:history"),
    ("conversations.history", {"channel": "C0SECRET"}, "groups:history"),
    ("conversations.history", {"channel": "D0DM"}, "im:history"),
    ("users.conversations", {"types": "private_channel"}, "groups:read"),
    ("users.info", {}, "users:read"),
    ("users.list", {}, "users:read"),
    ("files.getUploadURLExternal", {}, "files:write"),
    ("files.completeUploadExternal", {}, "files:write"),
    ("files.info", {}, "files:read"),
    ("files.delete", {}, "files:write"),
    ("team.info", {}, "team:read"),
]
NEED_NONE = {"auth.test", "views.open", "views.push", "views.update", "views.publish"}


async def test_a_call_names_the_scope_when_it_is_missing(
    client: AsyncWebClient, team: Team
) -> None:
    bot = team.app.bot_user_id
    team.add_channel("C0SECRET", "secret", members=["U0ANN", bot], is_private=True)
    team.channels["D0DM"] = team.dm("U0ANN")
    everything = {scope for _, _, scope in SCOPES}
    for method, args, scope in SCOPES:
        team.app.scopes = everything - {scope}
        answer = await refusal(client.api_call(method, params=args))
        assert (answer["error"], answer["needed"]) == ("missing_scope", scope), method
        assert set(answer["provided"].split(",")) == everything - {scope}


def test_every_method_was_asked_for_its_scope() -> None:
    assert {method for method, _, _ in SCOPES} | NEED_NONE == set(ALL)


async def test_an_unknown_method_is_refused(client: AsyncWebClient) -> None:
    assert await error_of(client.api_call("chat.shout")) == "unknown_method"


@pytest.mark.parametrize(
    "request_",
    [
        {"json": {"channel": "C0PROJ", "text": "hi"}},
        {"data": {"channel": "C0PROJ", "text": "hi"}},
        {"params": {"channel": "C0PROJ", "text": "hi"}},
    ],
    ids=["json", "form", "query"],
)
async def test_arguments_are_read_from_any_body(
    session: aiohttp.ClientSession, sandbox: Sandbox, app: App, request_: dict[str, Any]
) -> None:
    headers = {"authorization": f"Bearer {app.bot_token}"}
    answer = await call(session, sandbox, "chat.postMessage", headers=headers, **request_)
    assert answer["message"]["text"] == "hi"


READING: list[tuple[str, dict[str, Any]]] = [
    ("conversations.info", {"channel": "C0PROJ"}),
    ("conversations.members", {"channel": "C0PROJ"}),
    ("conversations.history", {"channel": "C0PROJ"}),
    ("conversations.list", {"types": "smoke_signals"}),
    ("users.conversations", {"types": "smoke_signals"}),
    ("users.info", {"user": "U0ANN"}),
    ("users.list", {"limit": "many"}),
    ("files.info", {"file": "F0NONE"}),
    ("files.getUploadURLExternal", {"filename": "a", "length": 1}),
]


async def test_a_reading_method_sees_nothing_of_a_json_body(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    for method, args in READING:
        with suppress(SlackApiError):
            await client.api_call(method, json=args)
        with suppress(SlackApiError):
            await client.api_call(method, params=args)
        by_json, by_query = sandbox.calls[-2:]
        assert by_json.args == {}, method
        assert by_query.args == {name: str(value) for name, value in args.items()}


def test_only_reading_methods_refuse_json() -> None:
    form_only = {name for name, method in ALL.items() if not method.takes_json}
    assert form_only == {"team.info", *dict(READING)}


async def test_a_token_in_a_json_body_is_none(
    session: aiohttp.ClientSession, sandbox: Sandbox, app: App
) -> None:
    answer = await call(session, sandbox, "auth.test", json={"token": app.bot_token})
    assert answer["error"] == "not_authed"
    assert app.bot_token not in str(sandbox.calls[-1])


async def test_a_token_is_none_when_its_header_speaks_of_another_scheme(
    session: aiohttp.ClientSession, sandbox: Sandbox, app: App
) -> None:
    headers = {"authorization": f"Basic {app.bot_token}"}
    assert (await call(session, sandbox, "auth.test", headers=headers))["error"] == "not_authed"


async def test_a_token_is_read_from_the_form_when_no_header_has_it(
    session: aiohttp.ClientSession, sandbox: Sandbox, app: App
) -> None:
    answer = await call(session, sandbox, "auth.test", data={"token": app.bot_token})
    assert answer["ok"]


@pytest.mark.parametrize(
    ("body", "content_type", "error"),
    [
        (b"{", "application/json", "invalid_json"),
        (b"\xff", "application/json", "invalid_json"),
        (b"[" * 100_000, "application/json", "invalid_json"),
        (b"[]", "application/json", "json_not_object"),
        (b"<x/>", "text/xml", "invalid_post_type"),
        (b"--x--", "multipart/form-data; boundary=x", "invalid_form_data"),
    ],
)
async def test_a_body_is_refused_when_it_cant_be_read(
    session: aiohttp.ClientSession,
    sandbox: Sandbox,
    body: bytes,
    content_type: str,
    error: str,
) -> None:
    headers = {"content-type": content_type}
    assert (await call(session, sandbox, "auth.test", data=body, headers=headers))["error"] == error


async def test_api_test_needs_no_token(session: aiohttp.ClientSession, sandbox: Sandbox) -> None:
    assert (await call(session, sandbox, "api.test", data={"a": "b"}))["args"] == {"a": "b"}
    assert (await call(session, sandbox, "api.test", data={"error": "oh"}))["error"] == "oh"


async def test_every_call_is_kept_without_its_token(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    await client.chat_postMessage(channel="C0PROJ", text="hi")
    record = sandbox.calls[-1]
    assert (record.method, record.team, record.status, record.ok) == (
        "chat.postMessage",
        "T0ACME",
        200,
        True,
    )
    assert record.args["text"] == "hi"
    assert "xoxb-acme" not in str(record)
    assert record.finished is not None
    assert record.finished >= record.started


async def test_team_info_describes_the_workspace(client: AsyncWebClient) -> None:
    assert (await client.team_info())["team"]["domain"] == "acme"
