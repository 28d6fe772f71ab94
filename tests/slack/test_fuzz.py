"""Whatever Slack may send, through the real router: always an ack, no bug, nothing of others."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request
from starlette.responses import Response
from structlog.testing import capture_logs

from bot.app import ROOMS
from bot.content import Content
from bot.deps import Deps, Room
from bot.slack.http import Endpoint
from bot.slack.inputs import Reply
from bot.slack.notices import RUN_WORD
from bot.slack.router import Routes
from bot.web import metrics
from tests.conftest import TEST_KEY
from tests.contracts.filled import contents
from tests.slack import fuzzing, payloads
from tests.talk import SETTLED_WITHIN_S, SIGNING_SECRET, Talk

TIMES = 2  # broken payloads for each id
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
async def talk(sqlite_url: str, content: Content) -> AsyncIterator[Talk]:
    """As everywhere, and with a secret: the payloads come in signed, over HTTP."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY) as opened:
        yield opened


def bugs() -> float:
    return sum(
        sample.value
        for metric in metrics.bugs.collect()
        for sample in metric.samples
        if sample.name.endswith("_total")
    )


async def send(talk: Talk, content_type: str, raw: bytes) -> Response:
    """Post *raw* as Slack would, signed."""
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SIGNING_SECRET).generate_signature(
        timestamp=stamp, body=raw.decode(errors="replace")
    )
    headers = {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": str(signature),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw, "more_body": False}

    scope = {
        "type": "http", "method": "POST", "path": "/slack/events", "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    endpoint = Endpoint(talk.bot.bolt, talk.bot.background)
    response = await endpoint.answer(Request(scope, receive))
    if response.background is not None:
        await response.background()
    await talk.bot.background.drain()
    return response


async def trouble(
    talk: Talk, body: Mapping[str, Any], within_s: float = SETTLED_WITHIN_S
) -> str | None:
    """Say what went wrong over the payload, before its ack or after it; None where nothing."""
    before = bugs()
    with capture_logs() as logs:  # drawing a traceback takes longer than all the rest
        try:
            async with asyncio.timeout(within_s):
                response = await send(talk, *as_request(body))
        except TimeoutError:
            return "no answer"
    if response.status_code != 200:
        return f"status {response.status_code}"
    if bugs() != before or any(one["event"] == "later_broke" for one in logs):
        return "it broke"
    return None


def as_request(body: Mapping[str, Any]) -> tuple[str, bytes]:
    """Return the payload's content type and bytes, as Slack sends its kind."""
    if "command" in body:
        fields = {key: value for key, value in body.items() if isinstance(value, str)}
        return FORM, urlencode(fields, errors="replace").encode()
    text = json.dumps(body)
    if "event" in body or body.get("type") == "event_callback":
        return "application/json", text.encode()
    return FORM, urlencode({"payload": text}).encode()


async def annas(talk: Talk) -> dict[str, list[str]]:
    """Every row that names Ann: nothing of it is for others to change."""
    tables = await contents(talk.bot.deps.db)
    return {
        name: [str(row) for row in rows if "U0ANN" in str(row)] for name, rows in tables.items()
    }


@pytest.mark.parametrize("names", [("press",), ("command", "alias", "shortcut", "suggestion"),
                                   ("submission", "closing", "unheard of")])  # fmt: skip
async def test_anything_is_understood_and_changes_nothing_of_others(
    talk: Talk, names: Sequence[str]
) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by 18 Dec 3pm")
    await ann.types("/nudge")
    await talk.settle()
    before = await annas(talk)
    for kind in fuzzing.kinds(payloads.ROUTES):
        for one, body in fuzzing.broken_ones(kind, TIMES) if kind.name in names else ():
            assert (one, await trouble(talk, body), body) == (one, None, body)
    assert await annas(talk) == before


async def test_any_event_is_understood(talk: Talk) -> None:
    for kind in fuzzing.kinds(payloads.ROUTES):
        for one, body in fuzzing.broken_ones(kind, 10) if kind.name in ("event", "end") else ():
            assert (one, await trouble(talk, body), body) == (one, None, body)


def test_every_id_there_is_gets_payloads_of_its_kind() -> None:
    """Or what is understood might be what was never sent."""
    routes, sent = payloads.ROUTES, defaultdict[str, set[str]](set)
    for kind in fuzzing.kinds(routes):
        sent[kind.name] |= {
            one for one, body in fuzzing.broken_ones(kind, 0) if f'"{one}' in json.dumps(body)
        }
    for name, ids in (
        ("command", routes.words), ("alias", routes.aliases), ("press", routes.actions),
        ("submission", routes.views), ("closing", routes.closings), ("shortcut", routes.shortcuts),
        ("event", set(routes.events) - sent["end"]), ("end", ["app_uninstalled"]),
        ("suggestion", [fuzzing.NOBODYS]), ("unheard of", [fuzzing.NOBODYS]),
    ):  # fmt: skip
        assert set(ids) - sent[name] == set(), name


async def never(_deps: Deps, _given: Any) -> Reply:
    await asyncio.Event().wait()
    return Reply()


async def breaks_later(_deps: Deps, _given: Any) -> Reply:
    async def later() -> None:
        raise LookupError

    return Reply(later=later)


def does(wrong: Callable[[Any], object]) -> Callable[[Deps, Any], Awaitable[Any]]:
    """Return a handler that stumbles over what it is given, or forgets to answer."""

    async def handle(_deps: Deps, given: Any) -> Any:
        wrong(given)
        return Reply() if wrong is not forgets else None

    return handle


def forgets(_given: Any) -> None:
    """Nothing is said in the place of an answer: there is no ack."""


FIELD = "planted.field.choose"
PLANTED = Room(
    name="planted",
    words={"number": does(lambda said: int(said.text)), "silent": does(forgets), "hangs": never},
    aliases={"/planted": "number"},
    actions={
        "planted.value.key": does(lambda press: press.value["gone"]),
        "planted.message.needed": does(lambda press: press.message.channel),
        "planted.view.needed": does(lambda press: press.view.id),
        "planted.state.date": does(lambda press: date.fromisoformat(press.chosen or "")),
        "planted.ack.forgotten": does(forgets),
        "planted.later.broken": breaks_later,
    },
    views={
        "planted.meta.key": does(lambda sent: sent.meta["gone"]),
        "planted.form.empty": does(lambda sent: sent.form.values[FIELD]["selected_users"][0]),
    },
    closings={"planted.closed.key": does(lambda closed: closed.meta["gone"])},
    shortcuts={"planted.shortcut.message": does(lambda used: used.message.text)},
    events={"planted_event": does(lambda event: event.body["thread_ts"])},
)


async def test_bugs_planted_in_handlers_are_found(sqlite_url: str, content: Content) -> None:
    """One of a kind: a field that isn't there, another type, no ack, no answer, one that comes
    later and breaks."""
    found: set[str] = set()
    async with Talk.open(sqlite_url, content, key=TEST_KEY, rooms=[*ROOMS, PLANTED]) as talk:
        for kind in fuzzing.kinds(Routes.of([PLANTED])):
            for one, body in fuzzing.broken_ones(kind, 60):
                if one not in found and await trouble(talk, body, within_s=0.5) is not None:
                    found.add(one)
    planted = {*PLANTED.words, *PLANTED.aliases, *PLANTED.actions, *PLANTED.views,
               *PLANTED.closings, *PLANTED.shortcuts, *PLANTED.events}  # fmt: skip
    assert planted - found == set()


def hidden(word: str) -> str:
    """Return a value in which everything that is ever hidden in one is *word*."""
    return json.dumps({"v": 1, **dict.fromkeys((*payloads.HIDDEN, *payloads.NUMBERS), word)})


@pytest.mark.parametrize("value", ['{"v":1}', hidden("other"), hidden("C0NONE"), hidden("-5")])
async def test_every_button_and_form_takes_what_another_version_hid_in_it(
    talk: Talk, value: str
) -> None:
    routes = payloads.ROUTES
    bodies = [
        *(payloads.press("U0BEN", one, value, in_view=True) for one in routes.actions),
        *(payloads.press("U0BEN", one, value, in_view=False) for one in routes.actions),
        payloads.press("U0BEN", f"{RUN_WORD}.x", value, in_view=False),
        *(payloads.submission("U0BEN", one, value, {}) for one in routes.views),
        *(payloads.closing("U0BEN", one, value) for one in routes.closings),
    ]
    for body in bodies:
        assert (await trouble(talk, body), body) == (None, body)


RAW = (b"", b"{", b"{}", b"[]", b"null", b"\xff", b"payload=", b"payload=[", b"payload=7")


@pytest.mark.parametrize("content_type", ["application/json", FORM, "text/plain"])
async def test_what_is_no_payload_is_refused_or_passed_over(talk: Talk, content_type: str) -> None:
    for raw in RAW:
        assert (await send(talk, content_type, raw)).status_code in (200, 400), raw
