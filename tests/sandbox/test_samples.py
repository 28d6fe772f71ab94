"""The sandbox's payloads, held against the shapes of those that Slack's documentation prints."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.happenings import HAPPENINGS, Listener, Scene
from tests.sandbox.shapes import differences

SAMPLES = {path.stem: path for path in (Path(__file__).parent / "samples").glob("*.json")}

NO_GRID = "our workspaces belong to no Enterprise Grid"
NO_PICTURES = "members of the sandbox have no pictures"
UNREAD = "personal, and the bot has no business with it"
UNREAD_OF_CHANNELS = "tells nothing that is_ext_shared and is_archived don't, which the bot reads"
AS_TEXT = "the sandbox keeps what a person typed as text alone"
PICTURES = {f"image_{size}": NO_PICTURES for size in (24, 32, 48, 72, 192, 512)}
PERSONAL = {
    **PICTURES,
    **dict.fromkeys(("phone", "skype", "fields", "first_name", "last_name"), UNREAD),
    "status_emoji_display_info": "how to draw the status, which the bot doesn't",
    "status_text_canonical": "the status in English where Slack set it, which the sandbox doesn't",
}
UNTOLD = {
    "unlinked": UNREAD_OF_CHANNELS,
    "is_frozen": UNREAD_OF_CHANNELS,
    "updated": UNREAD_OF_CHANNELS,
    "parent_conversation": UNREAD_OF_CHANNELS,
    "pending_shared": UNREAD_OF_CHANNELS,
    "shared_team_ids": UNREAD_OF_CHANNELS,
    "pending_connected_team_ids": UNREAD_OF_CHANNELS,
}
IN_USER_EVENT = {f"/event/user/profile/{key}": why for key, why in PERSONAL.items()}

LEFT_OUT: dict[str, dict[str, str]] = {
    "slash_command": {"/enterprise_id": NO_GRID, "/enterprise_name": NO_GRID},
    "member_joined_channel": {"/event/enterprise": NO_GRID},
    "tokens_revoked": {"/event/tokens/oauth": "the app has a bot's token and nobody's else"},
    "conversations_info": {f"/channel/{key}": why for key, why in UNTOLD.items()},
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


def test_each_happening_has_its_sample() -> None:
    assert set(HAPPENINGS) == set(SAMPLES)


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
