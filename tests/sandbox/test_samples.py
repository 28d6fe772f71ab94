"""The sandbox's payloads, held against the shapes of those that Slack's documentation prints."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.objects import user_object
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.pieces import actions, asks, button, plain
from tests.sandbox.shapes import differences

SAMPLES = {path.stem: path for path in (Path(__file__).parent / "samples").glob("*.json")}

NO_GRID = "our workspaces belong to no Enterprise Grid"
NO_PICTURES = "members of the sandbox have no pictures"
UNREAD = "personal, and the bot has no business with it"
AS_TEXT = "the sandbox keeps what a person typed as text alone"
PICTURES = {f"image_{size}": NO_PICTURES for size in (24, 32, 48, 72, 192, 512)}
PERSONAL = {
    **PICTURES,
    **dict.fromkeys(("phone", "skype", "fields", "first_name", "last_name"), UNREAD),
    "status_emoji_display_info": "how to draw the status, which the bot doesn't",
    "status_text_canonical": "the status in English where Slack set it, which the sandbox doesn't",
}
IN_USER_EVENT = {f"/event/user/profile/{key}": why for key, why in PERSONAL.items()}

LEFT_OUT: dict[str, dict[str, str]] = {
    "slash_command": {"/enterprise_id": NO_GRID, "/enterprise_name": NO_GRID},
    "member_joined_channel": {"/event/enterprise": NO_GRID},
    "message_action": {"/message/blocks": AS_TEXT, "/message/client_msg_id": AS_TEXT},
    "user_change": IN_USER_EVENT,
    "team_join": IN_USER_EVENT,
    "users_info": {
        **{f"/user/profile/{key}": why for key, why in PICTURES.items()},
        "/user/profile/image_original": NO_PICTURES,
        "/user/profile/email": "the bot may not read addresses: it has no users:read.email",
        "/user/has_2fa": "for admins' eyes only",
    },
}
"""sample → pointer → why the sandbox does without."""


class Listener:
    """An app's ear: takes everything in and says only ok."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []

    async def hear(self, request: web.Request) -> web.Response:
        body = (await request.read()).decode()
        if request.content_type == "application/json":
            self.heard.append(json.loads(body))
        else:
            form = dict(parse_qsl(body, keep_blank_values=True))
            self.heard.append(json.loads(form["payload"]) if "payload" in form else form)
        return web.Response()


@dataclass
class Scene:
    """Where things are made to happen, and heard of."""

    sandbox: Sandbox
    team: Team
    listener: Listener
    ann: Person
    client: AsyncWebClient

    async def last(self) -> dict[str, Any]:
        """What the app heard last."""
        await self.sandbox.settled()
        return self.listener.heard[-1]

    async def open_modal(self) -> dict[str, Any]:
        """Open a modal for Ann; what views.open answered."""
        await self.ann.types("/trustcheck")
        command = await self.last()
        answer = await self.client.views_open(trigger_id=command["trigger_id"], view=MODAL)
        return dict(answer.data)  # type: ignore[arg-type]  # bytes only for files


MODAL: dict[str, Any] = {
    "type": "modal",
    "title": plain("Trust check"),
    "submit": plain("Send"),
    "close": plain("Not now"),
    "callback_id": "check",
    "notify_on_close": True,
    "blocks": [
        asks({"type": "plain_text_input", "action_id": "words"}, optional=True, block_id="said"),
        actions(button(action_id="press", value="v")),
    ],
}
HOME: dict[str, Any] = {"type": "home", "blocks": [actions(button(action_id="press", value="v"))]}


@pytest.fixture
async def scene(
    sandbox: Sandbox, team: Team, app: App, client: AsyncWebClient
) -> AsyncIterator[Scene]:
    listener = Listener()
    site = web.Application()
    site.router.add_post("/", listener.hear)
    async with TestServer(site) as server:
        app.use_http(str(server.make_url("/")))
        yield Scene(sandbox, team, listener, sandbox.person("U0ANN"), client)


async def slash_command(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("/trustcheck history")
    return await scene.last()


async def block_actions_message(scene: Scene) -> dict[str, Any]:
    await scene.client.chat_postMessage(channel="U0ANN", text="Hi", blocks=HOME["blocks"])
    await scene.ann.clicks("press")
    return await scene.last()


async def block_actions_modal(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.clicks("press")
    return await scene.last()


async def block_actions_home(scene: Scene) -> dict[str, Any]:
    await app_home_opened(scene)
    await scene.ann.clicks("press")
    return await scene.last()


async def view_submission(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.submits({"words": "Fine"})
    return await scene.last()


async def view_closed(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.closes()
    return await scene.last()


async def shortcut(scene: Scene) -> dict[str, Any]:
    await scene.ann.uses_shortcut("quick_check")
    return await scene.last()


async def message_action(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("I'll send it on Friday", channel="C0PROJ")
    await scene.ann.uses_shortcut("track", message=scene.ann.sees("C0PROJ")[-1])
    return await scene.last()


async def app_home_opened(scene: Scene) -> dict[str, Any]:
    await scene.client.views_publish(user_id="U0ANN", view=HOME)
    await scene.ann.opens_home()
    return await scene.last()


async def member_joined_channel(scene: Scene) -> dict[str, Any]:
    await scene.sandbox.person("U0BEN").invites_bot("C0GEN")
    return await scene.last()


async def app_mention(scene: Scene) -> dict[str, Any]:
    bot = scene.team.app.bot_user_id
    await scene.ann.types(f"<@{bot}> hello", channel="C0PROJ")
    return await scene.last()


async def message_im(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("hello")
    return await scene.last()


async def user_change(scene: Scene) -> dict[str, Any]:
    await scene.ann.moves_to("Asia/Shanghai")
    return await scene.last()


async def team_join(scene: Scene) -> dict[str, Any]:
    newcomer = user_object(scene.team.add_member("U0DAN", "Dan"))
    await scene.sandbox.events.send(scene.team.app, {"type": "team_join", "user": newcomer})
    return await scene.last()


async def users_info(scene: Scene) -> dict[str, Any]:
    return dict((await scene.client.users_info(user="U0ANN")).data)  # type: ignore[arg-type]


async def auth_test(scene: Scene) -> dict[str, Any]:
    return dict((await scene.client.auth_test()).data)  # type: ignore[arg-type]


async def conversations_history(scene: Scene) -> dict[str, Any]:
    sent = await scene.client.chat_postMessage(channel="U0ANN", text="Hi")
    await scene.client.chat_postMessage(channel="U0ANN", text="Hi again")
    answer = await scene.client.conversations_history(channel=sent["channel"], limit=1)
    return dict(answer.data)  # type: ignore[arg-type]


async def views_open(scene: Scene) -> dict[str, Any]:
    return await scene.open_modal()


HAPPENINGS: dict[str, Callable[[Scene], Awaitable[dict[str, Any]]]] = {
    happening.__name__: happening
    for happening in (
        slash_command,
        block_actions_message,
        block_actions_modal,
        block_actions_home,
        view_submission,
        view_closed,
        shortcut,
        message_action,
        app_home_opened,
        member_joined_channel,
        app_mention,
        message_im,
        user_change,
        team_join,
        users_info,
        auth_test,
        conversations_history,
        views_open,
    )
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
async def test_a_payload_has_slacks_shape_when_it_happens(scene: Scene, name: str) -> None:
    shape = json.loads(SAMPLES[name].read_text())["shape"]
    payload = await HAPPENINGS[name](scene)
    assert set(differences(shape, payload)) == set(LEFT_OUT.get(name, ()))


@pytest.mark.parametrize(
    ("shape", "payload", "expected"),
    [
        ({"a": "string"}, {"a": "x", "more": 1}, []),
        ({"a": "string"}, {}, ["/a"]),
        ({"a": "string"}, {"a": None}, ["/a"]),
        ({"a": "string|null"}, {"a": None}, []),
        ({"a": "integer"}, {"a": True}, ["/a"]),
        ({"a": "integer"}, {"a": 1.0}, ["/a"]),
        ({"type": "=modal"}, {"type": "home"}, ["/type"]),
        ({"a": {"b": "string"}}, {"a": []}, ["/a"]),
        ({"a": [{"b": "string"}]}, {"a": [{"b": "x"}, {}]}, ["/a/1/b"]),
        ({"a": [{"b": "string"}]}, {"a": []}, ["/a"]),
        ({"*": {"b": "string"}}, {"x": {"b": 1}}, ["/x/b"]),
    ],
)
def test_a_difference_is_found_when_there_is_one(
    shape: Any, payload: Any, expected: list[str]
) -> None:
    assert list(differences(shape, payload)) == expected
