"""The same payloads as signed HTTP requests, to a bare app and to a real Bolt one."""

from typing import Any

import pytest
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.sandbox.listener import Listener
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.listening import HttpApp


async def test_every_request_is_signed(sandbox: Sandbox, http_app: HttpApp) -> None:
    ann = sandbox.person("U0ANN")
    await ann.types("/trustcheck")
    await ann.uses_shortcut("quick_check")
    await ann.opens_home()
    assert [heard.is_genuine for heard in http_app.heard] == [True] * 3
    sorts = [heard.headers["content-type"] for heard in http_app.heard]
    form = "application/x-www-form-urlencoded"
    assert sorts == [form, form, "application/json"]


async def test_a_signature_is_wrong_when_the_secret_is(
    sandbox: Sandbox, http_app: HttpApp, app: App
) -> None:
    app.signing_secret = "another"
    await sandbox.person("U0ANN").types("/trustcheck")
    assert not http_app.heard[0].is_genuine


async def test_a_commands_answer_is_shown_whether_json_or_text(
    sandbox: Sandbox, http_app: HttpApp
) -> None:
    ann = sandbox.person("U0ANN")
    http_app.answers += [
        JSONResponse({"text": "for all", "response_type": "in_channel"}),
        PlainTextResponse("for you"),
    ]
    await ann.types("/trustcheck", channel="C0PROJ")
    await ann.types("/trustcheck", channel="C0PROJ")
    seen = [(m.text, m.ephemeral) for m in ann.sees("C0PROJ")]
    assert seen == [("for all", False), ("for you", True)]


async def test_bad_blocks_in_a_commands_answer_are_shown_as_an_error(
    sandbox: Sandbox, http_app: HttpApp
) -> None:
    http_app.will_answer({"blocks": [{"type": "header"}]})
    outcome = await sandbox.person("U0ANN").types("/trustcheck")
    assert (outcome.ok, outcome.error_shown) == (False, "invalid_blocks")


async def test_an_error_is_shown_when_nothing_listens(sandbox: Sandbox, app: App) -> None:
    app.use_http("http://127.0.0.1:9/slack/events")
    outcome = await sandbox.person("U0ANN").types("/trustcheck")
    assert outcome.error_shown == "dispatch_failed"


def moved(app: App) -> Response:
    return Response(status_code=307, headers={"location": str(app.request_url)})


@pytest.mark.parametrize(("times", "status"), [(2, "acked"), (3, "unreachable")])
async def test_two_redirects_are_followed_and_no_third(
    sandbox: Sandbox, http_app: HttpApp, app: App, times: int, status: str
) -> None:
    http_app.answers += [moved(app)] * times
    assert (await sandbox.person("U0ANN").types("/trustcheck")).status == status
    assert len(http_app.heard) == 3


async def test_an_event_that_found_nobody_says_so_when_it_comes_again(
    sandbox: Sandbox, http_app: HttpApp, app: App
) -> None:
    app.use_http("http://127.0.0.1:9/slack/events")
    await sandbox.person("U0ANN").opens_home()
    app.use_http(http_app.url)
    heard = await http_app.something()
    assert heard.headers["x-slack-retry-reason"] == "connection_failed"
    assert sandbox.shown_errors == []


@pytest.mark.parametrize("status", [302, 400, 503])
async def test_an_error_is_shown_when_the_app_answers_anything_but_2xx(
    sandbox: Sandbox, http_app: HttpApp, status: int
) -> None:
    http_app.answers.append(Response(status_code=status))
    assert (await sandbox.person("U0ANN").types("/trustcheck")).status == "refused"
    (shown,) = sandbox.shown_errors
    assert (shown.user_id, shown.doing, shown.error) == (
        "U0ANN",
        "/trustcheck",
        "http_service_error",
    )


@pytest.mark.parametrize("challenge", ["json", "text", "none"])
async def test_a_request_url_is_verified_by_its_echo(
    sandbox: Sandbox, http_app: HttpApp, app: App, challenge: str
) -> None:
    class Echo(list[Response]):
        def pop(self, _index: Any = -1) -> Response:
            said = http_app.payloads[-1]["challenge"]
            answers = {"json": JSONResponse({"challenge": said}), "text": PlainTextResponse(said)}
            return answers.get(challenge, Response())

    http_app.answers = Echo([Response()])
    assert await sandbox.verify_request_url(app) == (challenge != "none")


async def test_a_real_bolt_app_is_reached_over_http(
    sandbox: Sandbox, app: App, client: AsyncWebClient
) -> None:
    bolt = AsyncApp(client=client, signing_secret=app.signing_secret)

    @bolt.command("/trustcheck")
    async def on_command(ack: Any, body: dict[str, Any]) -> None:
        await ack("Hello from HTTP.")

    handler = AsyncSlackRequestHandler(bolt)
    routes = [Route("/slack/events", handler.handle, methods=["POST"])]
    listener = await Listener.start(Starlette(routes=routes), port=0)
    app.use_http(f"http://127.0.0.1:{listener.port}/slack/events")
    assert await sandbox.verify_request_url(app)
    ann = sandbox.person("U0ANN")
    assert (await ann.types("/trustcheck")).ok
    assert [m.text for m in ann.sees()] == ["Hello from HTTP."]
    await listener.close()
