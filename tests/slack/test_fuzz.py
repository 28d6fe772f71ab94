"""Whatever Slack may send: always an answer, never an unhandled exception, nothing half done."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.app import ROOMS
from bot.slack.gateway import Gateway
from bot.slack.inputs import Reply
from bot.slack.router import Routes
from bot.web import metrics
from tests.talk import PROJ, TEAM, Talk

ROUTES = Routes.of(ROOMS)
FUZZ = settings(
    phases=[Phase.generate],
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", "x" * 10_000, "<!channel>", "<@U0BEN>", "every day by 5", "林 <&>", "\x00"]
    ),
)
JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
USERS = st.sampled_from(["U0ANN", "U0BEN", "U0NOBODY", "USLACKBOT"])
VALUES = st.one_of(
    TEXTS,
    st.sampled_from(['{"v":1}', '{"v":9}', "[]", '{"v":1,"page":-1}', '{"v":1,"promise":"other"}',
                     '{"v":1,"poll":"other"}', '{"v":1,"ask":"other","channel":"C0NONE"}']),
)  # fmt: skip
STATES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.just({}),
    st.just({"values": {}}),
    st.dictionaries(TEXTS, st.dictionaries(TEXTS, st.just({"value": "x"}), max_size=2), max_size=2)
    .map(lambda values: {"values": values}),
)  # fmt: skip
COMMANDS = st.fixed_dictionaries(
    {
        "command": st.sampled_from(["/trustcheck", *ROUTES.aliases]),
        "user_id": USERS,
        "channel_id": st.sampled_from([PROJ, "C0NONE", "D0X", "", None]),
        "text": st.one_of(
            TEXTS, st.tuples(st.sampled_from(sorted(ROUTES.words)), TEXTS).map(" ".join)
        ),
        "trigger_id": st.just("gone"),
        "response_url": st.just("http://127.0.0.1:9/"),
    }
)
VIEW = {"id": "V1", "hash": "h", "type": "modal"}
PRESSES = st.builds(
    lambda user, action, value, chosen, state, where: {
        "user": {"id": user},
        "actions": [{"action_id": action, "type": "button", "value": value,
                     "selected_option": chosen}],
        "trigger_id": "gone",
        **({"view": {**VIEW, "state": state}} if where else {"message": {"ts": "1.2", "text": None},
            "channel": {"id": PROJ}, "response_url": "http://127.0.0.1:9/"}),
    },
    USERS, st.sampled_from([*sorted(ROUTES.actions), "nobodys.own.id"]), VALUES,
    st.one_of(st.none(), VALUES.map(lambda value: {"value": value})), STATES, st.booleans(),
)  # fmt: skip
SUBMISSIONS = st.builds(
    lambda user, view, value, state: {
        "user": {"id": user}, "trigger_id": "gone",
        "view": {**VIEW, "callback_id": view, "private_metadata": value, "state": state},
    },
    USERS, st.sampled_from([*sorted(ROUTES.views), "nobodys.own.id"]), VALUES, STATES,
)  # fmt: skip
EVENTS = st.builds(
    lambda kind, body: {"event": {"type": kind, **body}},
    st.sampled_from([*sorted(ROUTES.events), "unheard_of"]),
    st.one_of(
        st.dictionaries(st.sampled_from(["user", "channel", "tab", "text", "tokens"]), JUNK),
        st.fixed_dictionaries({"user": USERS, "channel": st.sampled_from([PROJ, "C0NONE"])}),
    ),
)


@pytest.fixture
def gateway(talk: Talk) -> Gateway:
    return Gateway(talk.bot.deps, talk.bot.routes)


def bugs() -> float:
    return sum(
        sample.value
        for metric in metrics.bugs.collect()
        for sample in metric.samples
        if sample.name.endswith("_total")
    )


async def answered(gateway: Gateway, method: str, body: Mapping[str, Any]) -> None:
    """The payload gets an ack."""
    with capture_logs():  # drawing a traceback takes longer than all the rest
        assert isinstance(await getattr(gateway, method)(TEAM, body), Reply)


async def understood(gateway: Gateway, method: str, body: Mapping[str, Any]) -> None:
    """The payload gets an ack, and no handler broke over it."""
    before = bugs()
    await answered(gateway, method, body)
    assert bugs() == before, body


@FUZZ
@given(body=COMMANDS)
async def test_any_command_is_understood(gateway: Gateway, body: Mapping[str, Any]) -> None:
    await understood(gateway, "on_command", body)


@FUZZ
@given(body=PRESSES)
async def test_any_press_is_answered(gateway: Gateway, body: Mapping[str, Any]) -> None:
    await answered(gateway, "on_press", body)


@FUZZ
@given(body=SUBMISSIONS)
async def test_any_submission_is_answered(gateway: Gateway, body: Mapping[str, Any]) -> None:
    await answered(gateway, "on_submission", body)


@FUZZ
@given(body=EVENTS)
async def test_any_event_is_understood(gateway: Gateway, body: Mapping[str, Any]) -> None:
    await understood(gateway, "on_event", body)
