"""What Slack may send, whole, and then with something missing, null, huge or wrong in it."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from bot.app import ROOMS
from bot.slack.router import Routes
from tests.talk import PROJ, TEAM

ROUTES = Routes.of(ROOMS)
Json = dict[str, Any]
NOWHERE = "http://127.0.0.1:9/"  # a response_url that has run out
PLACES = (PROJ, "C0NONE", "D0X", "")
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", "x" * 10_000, "<!channel>", "<@U0BEN>", "every day by 5", "林 <&>", "\x00", "\ud800"]
    ),
)
JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
USERS = st.sampled_from(["U0BEN", "U0NOBODY", "USLACKBOT", "U0CHEN"])
HIDDEN = ("promise", "poll", "ask", "nudge", "channel", "word", "practice", "id", "check", "draft",
          "rhythm", "do", "went", "decision", "ending", "to", "p", "c", "post", "like")  # fmt: skip
NUMBERS = ("page", "at", "days", "number", "step", "until", "attempt", "on", "off")
WHOLE = {"page": 0, "step": 1, "at": 1_800_000_000, "days": 7, "draft": "d1"}
VALUES = st.one_of(
    st.just(json.dumps({"v": 1, **dict.fromkeys(HIDDEN, "other"), **WHOLE})),
    st.sampled_from(['{"v":1}', '{"v":9}', "[]", '{"v":1,"page":-1}', '{"v":1,"page":1000000}']),
    st.dictionaries(st.sampled_from(HIDDEN), st.sampled_from(["other", "C0NONE", ""])).map(
        lambda data: json.dumps({"v": 1, **data})
    ),
    TEXTS,
)


def envelope(user: str) -> Json:
    return {
        "team": {"id": TEAM, "domain": "acme"},
        "user": {"id": user, "username": "x", "name": "x", "team_id": TEAM},
        "api_app_id": "A1", "token": "t", "enterprise": None, "is_enterprise_install": False,
        "trigger_id": "gone",
    }  # fmt: skip


def state(action: str, value: Any) -> Json:
    """Return a form in which the field *action* was filled in, whatever kind it is."""
    field = {
        "type": "plain_text_input", "value": value, "selected_option": {"value": value},
        "selected_options": [{"value": value}], "selected_user": value,
    }  # fmt: skip
    return {"values": {"b": {action: field}}}


def command(user: str, name: str, text: str, place: str) -> Json:
    return {
        "team_id": TEAM, "team_domain": "acme", "channel_id": place, "channel_name": "x",
        "user_id": user, "user_name": "x", "command": name, "text": text, "api_app_id": "A1",
        "is_enterprise_install": "false", "response_url": NOWHERE, "trigger_id": "gone",
    }  # fmt: skip


def press(user: str, action: str, value: str, *, in_view: bool) -> Json:
    body = {
        "type": "block_actions",
        **envelope(user),
        "actions": [{"action_id": action, "block_id": "b", "type": "button", "value": value,
                     "selected_option": {"value": value}, "action_ts": "1.1"}],
    }  # fmt: skip
    if in_view:
        return {**body, "container": {"type": "view", "view_id": "V1"}, "view": view("x", value)}
    return {
        **body,
        "container": {"type": "message", "message_ts": "1.2", "channel_id": PROJ},
        "channel": {"id": PROJ, "name": "proj"},
        "message": {"ts": "1.2", "text": "x", "user": "U0BOT", "blocks": []},
        "state": {"values": {}},
        "response_url": NOWHERE,
    }


def view(callback: str, meta: str) -> Json:
    return {
        "id": "V1", "hash": "h", "type": "modal", "callback_id": callback, "team_id": TEAM,
        "private_metadata": meta, "state": state("x", "y"), "blocks": [],
    }  # fmt: skip


def submission(user: str, callback: str, meta: str, filled: Json) -> Json:
    body = view(callback, meta)
    return {"type": "view_submission", **envelope(user), "view": {**body, "state": filled}}


def closing(user: str, callback: str, meta: str) -> Json:
    return {"type": "view_closed", **envelope(user), "view": view(callback, meta)}


def shortcut(user: str, callback: str, *, on_message: bool) -> Json:
    body = {"type": "shortcut", **envelope(user), "callback_id": callback, "action_ts": "1.1"}
    if not on_message:
        return body
    return {
        **body, "type": "message_action", "message_ts": "1.2", "response_url": NOWHERE,
        "channel": {"id": PROJ, "name": "proj"},
        "message": {"ts": "1.2", "text": "I'll send it tomorrow", "user": "U0CHEN", "blocks": []},
    }  # fmt: skip


def event(user: str, kind: str, place: str) -> Json:
    inner: Json = {
        "type": kind, "user": user, "channel": place, "tab": "home", "text": "hello",
        "channel_type": "im", "ts": "1.2", "event_ts": "1.2",
    }  # fmt: skip
    if kind in ("team_join", "user_change"):
        inner["user"] = {"id": user, "team_id": TEAM, "tz": "Europe/London", "locale": "en-GB",
                         "profile": {"status_text": "", "status_emoji": ""}}  # fmt: skip
    if kind.endswith("_rename"):
        inner["channel"] = {"id": place, "name": "new"}
    if kind == "channel_id_changed":
        inner |= {"old_channel_id": place, "new_channel_id": "C0NEW"}
    if kind == "tokens_revoked":
        inner["tokens"] = {"oauth": [user], "bot": []}
    return {"type": "event_callback", "team_id": TEAM, "api_app_id": "A1", "event_id": "",
            "authorizations": [], "event_time": 1, "event": inner}  # fmt: skip


@st.composite
def broken(draw: st.DrawFn, whole: st.SearchStrategy[Json]) -> Json:
    """A payload in which up to three things, at any depth, are missing or something else."""
    body = copy.deepcopy(draw(whole))
    for _ in range(draw(st.integers(0, 3))):
        places = [path for path in paths(body) if path[0] not in ("type", "command")]
        *where, last = draw(st.sampled_from(places))
        inside: Any = body
        for key in where:
            inside = inside[key]
        if draw(st.booleans()) and isinstance(inside, dict):
            del inside[last]
        else:
            inside[last] = draw(JUNK)
    return body


def paths(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in *value* that holds something, outermost first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*here, key)
        if isinstance(one, dict | list):
            yield from paths(one, (*here, key))
