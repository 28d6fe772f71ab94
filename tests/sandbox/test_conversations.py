"""Finding conversations, who is in them, and what was said."""

import base64
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App, Team
from tests.sandbox.refused import error_of


async def test_opening_a_dm_twice_gives_the_same(client: AsyncWebClient) -> None:
    first = await client.conversations_open(users="U0ANN")
    again = await client.conversations_open(users=["U0ANN"], return_im=True)
    assert first["channel"]["id"] == again["channel"]["id"]
    assert (first["already_open"], again["already_open"]) == (False, True)
    assert again["channel"]["user"] == "U0ANN"


async def test_opening_a_group_dm_needs_its_own_scope(client: AsyncWebClient, app: App) -> None:
    assert await error_of(client.conversations_open(users="U0ANN,U0BEN")) == "missing_scope"
    app.scopes.add("mpim:write")
    assert (await client.conversations_open(users="U0ANN,U0BEN"))["channel"]["id"].startswith("G")


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "users_list_not_supplied"),
        ("U0NONE", "user_not_found"),
        ("USLACKBOT", "cannot_dm_bot"),
        (",".join(f"U{n}" for n in range(9)), "too_many_users"),
    ],
)
async def test_opening_a_dm_is_refused(client: AsyncWebClient, users: str, error: str) -> None:
    assert await error_of(client.conversations_open(users=users)) == error


async def test_opening_a_dm_is_refused_when_the_person_was_deactivated(
    client: AsyncWebClient, team: Team
) -> None:
    team.members["U0ANN"].deleted = True
    assert await error_of(client.conversations_open(users="U0ANN")) == "user_disabled"


async def test_info_tells_the_sort_of_conversation(client: AsyncWebClient, team: Team) -> None:
    team.add_channel("C0EXT", "ext", members=["U0ANN"], is_ext_shared=True)
    answer = await client.conversations_info(channel="C0EXT", include_num_members=True)
    channel = answer["channel"]
    assert (channel["is_ext_shared"], channel["is_member"], channel["num_members"]) == (
        True,
        False,
        1,
    )
    assert await error_of(client.conversations_info(channel="C0NONE")) == "channel_not_found"


NAMING: dict[str, dict[str, str]] = {
    "chat.postMessage": {"text": "x"},
    "chat.postEphemeral": {"text": "x", "user": "U0ANN"},
    "chat.update": {"text": "x", "ts": "1.1"},
    "chat.delete": {"ts": "1.1"},
    "conversations.info": {},
    "conversations.members": {},
    "conversations.history": {},
    "conversations.open": {},
}
NOBODYS = ("C0NONE", "C0SECRET", "D0CLEO", "proj")
TAKEN_BY_POSTS = ("U0ANN", "#proj")


@pytest.mark.parametrize("method", NAMING)
async def test_a_conversation_is_unknown_when_the_bot_cant_know_it_by_that_name(
    client: AsyncWebClient, team: Team, method: str
) -> None:
    team.add_channel("C0SECRET", "secret", members=["U0ANN"], is_private=True)
    team.add_channel("D0CLEO", "", members=["U0ANN", "U0CLEO"]).im_user = "U0CLEO"
    names = NOBODYS if method.startswith("chat.post") else NOBODYS + TAKEN_BY_POSTS
    errors = {
        name: await error_of(client.api_call(method, data={"channel": name, **NAMING[method]}))
        for name in names
    }
    assert errors == dict.fromkeys(names, "channel_not_found")


async def every_page(client: AsyncWebClient, method: str, key: str, **args: Any) -> list[Any]:
    found: list[Any] = []
    cursor = ""
    while True:
        answer = await client.api_call(method, params={**args, "cursor": cursor})
        found += answer[key]
        metadata: dict[str, str] = answer.get("response_metadata") or {}
        cursor = metadata.get("next_cursor", "")
        if not cursor:
            return found


@pytest.mark.parametrize("short_pages", [False, True])
async def test_members_come_in_pages_when_there_are_many(
    client: AsyncWebClient, sandbox: Sandbox, team: Team, short_pages: bool
) -> None:
    sandbox.world.short_pages = short_pages
    crowd = [f"U{n:04d}" for n in range(230)]
    team.add_channel("C0BIG", "big", members=crowd)
    first = await client.conversations_members(channel="C0BIG")
    assert len(first["members"]) == (50 if short_pages else 100)
    assert await every_page(client, "conversations.members", "members", channel="C0BIG") == crowd


@pytest.mark.parametrize("over", [0, 1])
async def test_there_is_a_next_page_only_where_somebody_is_left(
    client: AsyncWebClient, team: Team, over: int
) -> None:
    team.add_channel("C0BIG", "big", members=[f"U{n}" for n in range(5 + over)])
    answer = await client.conversations_members(channel="C0BIG", limit=5)
    assert bool(answer["response_metadata"]["next_cursor"]) == bool(over)


def cursor(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


LISTS = (
    "conversations.members",
    "conversations.list",
    "conversations.history",
    "users.conversations",
    "users.list",
)


CURSORS = ("junk", cursor("next:-2"), cursor("user:2"), cursor("2"))
LIMITS = ("1001", "-1", "many", "²")


@pytest.mark.parametrize("method", LISTS)
async def test_a_page_is_refused_when_asked_for_wrongly(
    client: AsyncWebClient, method: str
) -> None:
    async def error(**args: str) -> Any:
        return await error_of(client.api_call(method, params={"channel": "C0PROJ", **args}))

    assert {await error(cursor=each) for each in CURSORS} == {"invalid_cursor"}
    assert {await error(limit=each) for each in LIMITS} == {"invalid_limit"}


@pytest.mark.parametrize("method", LISTS[:-1])
async def test_a_page_of_conversations_holds_999_at_most(
    client: AsyncWebClient, method: str
) -> None:
    await client.api_call(method, params={"channel": "C0PROJ", "limit": 999})
    call = client.api_call(method, params={"channel": "C0PROJ", "limit": 1000})
    assert await error_of(call) == "invalid_limit"


async def test_lists_show_only_what_the_bot_may_see(client: AsyncWebClient, team: Team) -> None:
    team.add_channel("C0SECRET", "secret", members=["U0ANN"], is_private=True)
    team.add_channel("C0OURS", "ours", members=["U0ANN", team.app.bot_user_id], is_private=True)
    both = "public_channel,private_channel"
    listed = await client.conversations_list(types=both)
    assert [c["name"] for c in listed["channels"]] == ["proj", "general", "ours"]
    mine = await client.users_conversations(types=both)
    assert [c["name"] for c in mine["channels"]] == ["proj", "ours"]


async def test_lists_leave_archived_channels_out_when_asked(
    client: AsyncWebClient, team: Team
) -> None:
    team.channels["C0GEN"].is_archived = True
    listed = await client.conversations_list(exclude_archived=True)
    assert [c["id"] for c in listed["channels"]] == ["C0PROJ"]
    assert await error_of(client.conversations_list(types="smoke_signals")) == "invalid_types"


async def test_history_is_newest_first_between_its_bounds(client: AsyncWebClient) -> None:
    sent = [await client.chat_postMessage(channel="U0ANN", text=str(n)) for n in range(4)]
    channel = sent[0]["channel"]
    answer = await client.conversations_history(channel=channel, oldest=sent[0]["ts"])
    assert [m["text"] for m in answer["messages"]] == ["3", "2", "1"]
    closed = await client.conversations_history(
        channel=channel, oldest=sent[0]["ts"], latest=sent[1]["ts"], inclusive=True
    )
    assert [m["text"] for m in closed["messages"]] == ["1", "0"]
    pages = await every_page(client, "conversations.history", "messages", channel=channel, limit=3)
    assert [m["text"] for m in pages] == ["3", "2", "1", "0"]


async def test_history_tells_the_metadata_only_when_asked(client: AsyncWebClient) -> None:
    metadata = {"event_type": "delivery", "event_payload": {"id": "d1"}}
    sent = await client.chat_postMessage(channel="U0ANN", text="x", metadata=metadata)
    short = await client.conversations_history(channel=sent["channel"])
    assert short["messages"][0]["metadata"] == {"event_type": "delivery"}
    full = await client.conversations_history(channel=sent["channel"], include_all_metadata=True)
    assert full["messages"][0]["metadata"] == metadata


async def test_history_knows_no_ephemeral_messages(client: AsyncWebClient) -> None:
    await client.chat_postEphemeral(channel="C0PROJ", user="U0ANN", text="psst")
    assert (await client.conversations_history(channel="C0PROJ"))["messages"] == []


async def test_history_is_refused_when_the_bot_isnt_there(client: AsyncWebClient) -> None:
    assert await error_of(client.conversations_history(channel="C0GEN")) == "not_in_channel"


@pytest.mark.parametrize(("bound", "other"), [("oldest", "latest"), ("latest", "oldest")])
async def test_history_is_refused_when_a_bound_is_no_time(
    client: AsyncWebClient, bound: str, other: str
) -> None:
    for junk in ("noon", "nan", "-1"):
        args = {"channel": "C0PROJ", bound: junk, other: "1.5"}
        call = client.api_call("conversations.history", params=args)
        assert await error_of(call) == f"invalid_ts_{bound}", junk


async def test_history_leaves_what_was_said_in_threads_out(client: AsyncWebClient) -> None:
    above = await client.chat_postMessage(channel="C0PROJ", text="above")
    await client.chat_postMessage(channel="C0PROJ", text="below", thread_ts=above["ts"])
    history = await client.conversations_history(channel="C0PROJ")
    assert [m["text"] for m in history["messages"]] == ["above"]


async def test_a_user_object_tells_zone_flags_and_status(
    client: AsyncWebClient, team: Team
) -> None:
    team.members["U0ANN"].status_emoji = ":palm_tree:"
    user = (await client.users_info(user="U0ANN"))["user"]
    assert (user["tz"], user["tz_offset"], user["deleted"]) == ("Asia/Kolkata", 19800, False)
    assert user["profile"]["status_emoji"] == ":palm_tree:"
    assert "locale" not in user
    with_locale = await client.users_info(user="U0ANN", include_locale=True)
    assert with_locale["user"]["locale"] == "en-GB"
    assert await error_of(client.users_info(user="U0NONE")) == "user_not_found"


async def test_of_a_deactivated_member_slack_tells_little_and_no_conversation(
    client: AsyncWebClient, sandbox: Sandbox, app: App
) -> None:
    await sandbox.person("U0BEN").is_deactivated()
    user = (await client.users_info(user="U0BEN", include_locale=True))["user"]
    assert user["deleted"]
    assert not {"tz", "tz_offset", "real_name", "is_admin", "is_restricted"} & set(user)
    assert user["profile"]["real_name"] == "Ben Bell"
    here = await client.conversations_members(channel="C0PROJ")
    assert here["members"] == ["U0ANN", app.bot_user_id]
    await sandbox.person("U0BEN").is_reactivated()
    assert "tz" in (await client.users_info(user="U0BEN"))["user"]
    assert "U0BEN" in (await client.conversations_members(channel="C0PROJ"))["members"]


async def test_a_strangers_user_object_says_so_and_tells_no_locale(
    client: AsyncWebClient, team: Team
) -> None:
    team.add_member("U0EVE", "Eve", home_team="T0OTHER", is_stranger=True)
    user = (await client.users_info(user="U0EVE", include_locale=True))["user"]
    assert (user["is_stranger"], user["team_id"]) == (True, "T0OTHER")
    assert "locale" not in user


async def test_users_list_pages_through_everyone_with_their_flags(
    client: AsyncWebClient, team: Team
) -> None:
    flags = ("deleted", "is_admin", "is_owner", "is_restricted", "is_ultra_restricted", "is_bot")
    for flag in flags:
        setattr(team.add_member(f"U0{flag}", flag), flag, True)
    found = await every_page(client, "users.list", "members", limit=2)
    assert [user["id"] for user in found] == list(team.members)
    said = {user["id"]: [flag for flag in flags if user.get(flag)] for user in found}
    assert {flag: said[f"U0{flag}"] for flag in flags} == {flag: [flag] for flag in flags}
    assert not any("locale" in user for user in found)
    with_locale = await every_page(client, "users.list", "members", include_locale="true")
    assert all(user["locale"] for user in with_locale)
