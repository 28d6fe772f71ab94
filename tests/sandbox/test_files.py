"""Files: announced, uploaded, completed, and deleted again."""

from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.records import StoredFile
from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.refused import error_of


async def test_the_sdk_uploads_a_file_into_a_dm(
    client: AsyncWebClient, sandbox: Sandbox, team: Team
) -> None:
    dm = team.dm("U0ANN").channel_id
    answer = await client.files_upload_v2(
        content="{}", filename="export.json", title="Your data", channel=dm
    )
    file_id = answer["files"][0]["id"]
    (seen,) = sandbox.person("U0ANN").sees()
    assert seen.files[0]["name"] == "export.json"
    assert team.files[file_id].content == b"{}"
    assert (await client.files_info(file=file_id))["file"]["title"] == "Your data"
    await client.files_delete(file=file_id)
    assert sandbox.person("U0ANN").sees()[0].files == []
    assert await error_of(client.files_info(file=file_id)) == "file_deleted"
    assert await error_of(client.files_delete(file=file_id)) == "file_deleted"


async def test_a_multipart_upload_is_read_too(
    client: AsyncWebClient, session: aiohttp.ClientSession, team: Team
) -> None:
    announced = await client.files_getUploadURLExternal(filename="a.txt", length=3)
    form = aiohttp.FormData()
    form.add_field("file", b"abc", filename="a.txt")
    async with session.post(announced["upload_url"], data=form) as response:
        assert response.status == 200
    assert team.files[announced["file_id"]].content == b"abc"


async def test_an_upload_is_refused_when_its_length_isnt_as_announced(
    client: AsyncWebClient, session: aiohttp.ClientSession
) -> None:
    announced = await client.files_getUploadURLExternal(filename="a.txt", length=3)
    for content in (b"four", b"2!", b""):
        async with session.post(announced["upload_url"], data=content) as response:
            assert response.status == 400
    async with session.post(announced["upload_url"] + "X", data=b"abc") as response:
        assert response.status == 404


async def test_a_file_is_refused_when_it_isnt_there(client: AsyncWebClient, app: App) -> None:
    announced = await client.files_getUploadURLExternal(filename="a.txt", length=3)
    unsent = client.files_completeUploadExternal(files=[{"id": announced["file_id"], "title": "x"}])
    assert await error_of(unsent) == "file_not_found"
    assert await error_of(client.files_info(file=announced["file_id"])) == "file_not_found"
    assert await error_of(client.files_delete(file="F0NONE")) == "file_not_found"
    app.scopes.discard("files:read")
    assert await error_of(client.files_info(file=announced["file_id"])) == "missing_scope"


@pytest.mark.parametrize(
    "args",
    [{"length": -1}, {"length": 0}, {"length": "²"}, {"length": "1", "filename": ""}, {}],
)
async def test_a_file_is_refused_when_announced_wrongly(
    client: AsyncWebClient, args: dict[str, Any]
) -> None:
    call = client.api_call("files.getUploadURLExternal", data={"filename": "a.txt", **args})
    assert await error_of(call) == "invalid_arguments"


@pytest.mark.parametrize("files", [[], {}, ["F1"], "F1"])
async def test_completing_is_refused_when_it_lists_no_files(
    client: AsyncWebClient, files: Any
) -> None:
    call = client.api_call("files.completeUploadExternal", json={"files": files})
    assert await error_of(call) == "invalid_arguments"


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("U0ANN", "channel_not_found"),
        ("#proj", "channel_not_found"),
        ("C0NONE", "channel_not_found"),
        ("C0GEN", "not_in_channel"),
    ],
)
async def test_sharing_is_refused_when_it_names_no_conversation_the_bot_is_in(
    client: AsyncWebClient, session: aiohttp.ClientSession, channel: str, error: str
) -> None:
    announced = await client.files_getUploadURLExternal(filename="a.txt", length=3)
    await (await session.post(announced["upload_url"], data=b"abc")).read()
    listed = [{"id": announced["file_id"]}]
    call = client.files_completeUploadExternal(files=listed, channel_id=channel)
    assert await error_of(call) == error
    assert await error_of(client.files_info(file=announced["file_id"])) == "file_not_found"


async def test_anothers_file_cant_be_deleted(client: AsyncWebClient, team: Team) -> None:
    team.files["F1"] = StoredFile("F1", team.team_id, "U0ANN", "a.txt", 3, 0)
    assert await error_of(client.files_delete(file="F1")) == "cant_delete_file"
