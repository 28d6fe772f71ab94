"""However slow Slack's answers are, whoever types a command is answered in time."""

import asyncio

import pytest

from tests.talk import PROJ, Talk

pytestmark = pytest.mark.timely

TYPED = {
    "ann": ("full", "reflect"),
    "ben": ("history", "ask @ann"),
    "chen": ("why", "draft 你从来不听"),
    "deepa": ("leader", "thank @ben"),
    "eli": ("meeting 45", "pressure", "ask"),
    "fay": ("ask @chen",),
}


async def test_every_command_is_answered_while_slack_takes_two_and_a_half_seconds(
    talk: Talk,
) -> None:
    talk.sandbox.faults.latency_s = 2.5
    outcomes = await asyncio.gather(
        *(
            talk.person(name).types(f"/trustcheck {word}", channel=PROJ)
            for name, typed in TYPED.items()
            for word in typed
        )
    )
    asked = await talk.person("fay").submits()
    talk.sandbox.faults.latency_s = 0.0
    assert [one.error_shown for one in (*outcomes, asked)] == [None] * 13
    assert talk.sandbox.shown_errors == []
