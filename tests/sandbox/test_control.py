"""The control API: what people do, faults, clock and reset, by HTTP."""

from dataclasses import asdict
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.control import ACTS
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Team
from tests.sandbox.listening import HttpApp
from tests.sandbox.pieces import actions, button, mrkdwn, plain, section
from tests.sandbox.refused import error_of

READING = {
    "sees", "reads", "reads_these", "reads_modal", "reads_home",
    "could_press", "could_fill", "kind_of",
}  # fmt: skip


class Remote:
    """The control API as somebody outside uses it."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session, self._url = session, url

    async def __call__(self, verb: str, path: str, **request: Any) -> tuple[int, Any]:
        url = f"{self._url}/control/{path}"
        async with self._session.request(verb, url, **request) as response:
            return response.status, await response.json()


@pytest.fixture
def remote(session: aiohttp.ClientSession, sandbox: Sandbox, http_app: HttpApp) -> Remote:
    return Remote(session, sandbox.url)


def test_every_act_of_a_person_can_be_asked_for() -> None:
    public = {name for name, value in vars(Person).items() if callable(value) and name[0] != "_"}
    assert public - READING == set(ACTS)


async def test_a_person_acts_and_reads(
    remote: Remote, client: AsyncWebClient, http_app: HttpApp
) -> None:
    http_app.will_answer({"text": "Hello."})
    status, outcome = await remote("POST", "people/U0ANN/types", json={"text": "/trustcheck"})
    assert (status, outcome["ok"], outcome["body"]) == (200, True, {"text": "Hello."})
    _, read = await remote("GET", "people/U0ANN/reads")
    assert "Hello." in read["reads"]
    _, seen = await remote("GET", "people/U0ANN/sees", params={"team": "T0ACME"})
    assert seen["sees"][0]["ephemeral"] is True
    _, modal = await remote("GET", "people/U0ANN/modal")
    assert modal == {"modal": None}


async def test_modal_and_home_are_read_as_their_owner_sees_them(
    remote: Remote, client: AsyncWebClient, sandbox: Sandbox, team: Team
) -> None:
    home = {"type": "home", "blocks": [section(text=mrkdwn("*Ann's own*"))]}
    modal = {"type": "modal", "title": plain("For Ann"), "blocks": home["blocks"]}
    await client.views_publish(user_id="U0ANN", view=home)
    await client.views_open(trigger_id=sandbox.world.triggers.give(team.app, "U0ANN"), view=modal)
    reads = {
        (user, read): (await remote("GET", f"people/{user}/{read}"))[1][read]
        for user in ("U0ANN", "U0BEN")
        for read in ("home", "modal", "reads_home", "reads_modal")
    }
    assert reads["U0ANN", "home"]["type"] == "home"
    assert reads["U0ANN", "modal"]["title"]["text"] == "For Ann"
    assert "Ann's own" in reads["U0ANN", "reads_home"]
    assert "For Ann" in reads["U0ANN", "reads_modal"]
    assert [reads["U0BEN", read] for read in ("home", "modal")] == [None, None]
    assert [reads["U0BEN", read] for read in ("reads_home", "reads_modal")] == ["", ""]


async def test_a_click_and_a_status_are_told_by_json(
    remote: Remote, client: AsyncWebClient, team: Team, http_app: HttpApp
) -> None:
    blocks = [actions(button(text=plain("Go"), action_id="go"))]
    await client.chat_postMessage(channel="U0ANN", text="x", blocks=blocks)
    status, _ = await remote("POST", "people/U0ANN/clicks", json={"label": "Go", "nth": 0})
    assert (status, http_app.payloads[0]["actions"][0]["action_id"]) == (200, "go")
    away = {"text": "Away", "emoji": ":palm_tree:", "until": "2030-01-01T00:00:00Z"}
    await remote("POST", "people/U0ANN/sets_status", json=away)
    assert team.members["U0ANN"].status_expiration == 1893456000
    await remote("POST", "people/U0ANN/sets_status", json={**away, "until": None})
    assert team.members["U0ANN"].status_expiration == 0


@pytest.mark.parametrize(
    ("verb", "path", "body", "status", "words"),
    [
        ("POST", "people/U0NONE/types", {"text": "x"}, 404, "no member U0NONE"),
        ("POST", "people/U0ANN/dances", {}, 404, "no act 'dances'"),
        ("GET", "people/U0ANN/thoughts", None, 404, "nothing 'thoughts'"),
        ("GET", "people/U0ANN/reads?channel=C0NONE", None, 404, "no conversation C0NONE"),
        ("GET", "people/U0CLEO/sees?channel=C0PROJ", None, 404, "not in C0PROJ"),
        ("GET", "people/U0ANN/reads?since=noon", None, 400, "since"),
        ("POST", "people/U0ANN/types", {}, 400, "text: Missing"),
        ("POST", "people/U0ANN/types", {"text": 5}, 400, "text: Input should be a valid string"),
        ("POST", "people/U0ANN/types", {"text": "x", "volume": 11}, 400, "volume: Unexpected"),
        ("POST", "people/U0ANN/types", [], 400, "a JSON object wanted"),
        ("POST", "people/U0ANN/clicks", {"label": "Go"}, 404, "finds no 'Go'"),
        ("POST", "people/U0ANN/sets_status", {"text": "x", "until": "noon"}, 400, "noon"),
        ("POST", "faults", {"method": "*", "kind": "earthquake"}, 400, "no fault 'earthquake'"),
        ("POST", "people/U0ANN/types", {"text": "x", "team": "T0NONE"}, 404, "no workspace T0NONE"),
        ("POST", "people/U0ANN/types", {"text": "x", "team": ["T0ACME"]}, 400, "team"),
        ("POST", "people/U0ANN/moves_to", {"tz": "Mars/Olympus"}, 404, "Mars/Olympus"),
        ("POST", "faults", {"latency_s": "long"}, 400, "latency_s"),
        ("POST", "faults", {"duplicate_events": 1}, 400, "duplicate_events"),
        ("POST", "faults", {"method": "*", "kind": "5xx", "match": "x"}, 400, "match"),
        ("POST", "faults", {"method": "*", "kind": "5xx", "when": 1}, 400, "match"),
        ("POST", "faults", {"method": "*", "kind": "5xx", "times": "often"}, 400, "times"),
        ("POST", "faults", {"kind": "5xx"}, 400, "method"),
        ("POST", "clock", {}, 400, "None"),
        ("POST", "clock", {"to": "2030-01-01T00:00:00"}, 400, "offset"),
        ("POST", "limits", {}, 400, "enabled"),
    ],
)
async def test_wrong_input_is_answered_clearly_and_changes_nothing(
    remote: Remote,
    sandbox: Sandbox,
    team: Team,
    http_app: HttpApp,
    verb: str,
    path: str,
    body: Any,
    status: int,
    words: str,
) -> None:
    before = asdict(team.members["U0ANN"])
    answered, answer = await remote(verb, path, json=body)
    assert (answered, words in answer["error"]) == (status, True), answer
    assert asdict(team.members["U0ANN"]) == before
    assert (sandbox.faults.planned, http_app.heard) == ([], [])


async def test_faults_are_planned_counted_and_cleared(
    remote: Remote, client: AsyncWebClient
) -> None:
    fault = {"method": "chat.postMessage", "kind": "5xx", "match": {"channel": "U0BEN"}}
    await remote("POST", "faults", json={**fault, "latency_s": 0.01})
    await client.chat_postMessage(channel="U0ANN", text="x")
    call = client.chat_postMessage(channel="U0BEN", text="x")
    assert await error_of(call) == "service_unavailable"
    _, faults = await remote("GET", "faults")
    assert (faults["reached"], faults["latency_s"]) == ({"5xx": 1}, 0.01)
    _, cleared = await remote("DELETE", "faults")
    assert (cleared["planned"], cleared["latency_s"]) == ([], 0.0)


async def test_the_clock_moves_what_transcripts_show(
    remote: Remote, client: AsyncWebClient, sandbox: Sandbox
) -> None:
    await remote("POST", "clock", json={"to": "2030-01-01T09:30:00+05:30"})
    await client.chat_postMessage(channel="U0ANN", text="x")
    (seen,) = sandbox.person("U0ANN").sees()
    assert seen.shown_at.isoformat().startswith("2030-01-01T04:00")
    assert float(seen.ts) < 1893456000
    _, clock = await remote("GET", "clock")
    assert clock["now"].startswith("2030-01-01T04:00")


async def test_limits_are_switched_and_calls_read(
    remote: Remote, client: AsyncWebClient, sandbox: Sandbox
) -> None:
    await remote("POST", "limits", json={"enabled": False})
    assert not sandbox.limits.enabled
    await client.auth_test()
    _, calls = await remote("GET", "calls", params={"method": "auth.test"})
    assert [call["method"] for call in calls["calls"]] == ["auth.test"]


async def test_reset_forgets_everything(
    remote: Remote, client: AsyncWebClient, sandbox: Sandbox
) -> None:
    await client.auth_test()
    sandbox.faults.latency_s = 9
    await remote("POST", "reset")
    assert (sandbox.world.teams, sandbox.calls, sandbox.faults.latency_s) == ({}, [], 0.0)
    assert await error_of(client.auth_test()) == "invalid_auth"
