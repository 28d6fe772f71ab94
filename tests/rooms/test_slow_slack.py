"""However slow Slack's answers are, whoever types or picks anything is answered in time."""

import asyncio
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from typing import Any

import pytest

from bot.app import ROOMS
from bot.slack.router import Routes
from tests.talk import PROJ, Talk

# Two rounds, for what one process answers at once is bounded, too.
TYPED = (
    {
        "ann": ("full", "reflect"),
        "ben": ("history", "ask @ann"),
        "chen": ("why", "draft 你从来不听"),
        "deepa": ("leader", "thank @ben"),
        "eli": ("meeting 45", "pressure", "ask"),
        "fay": ("ask @chen",),
    },
    {
        "ann": ("admin", "team", "promises"),
        "ben": ("kickoff", "pulse"),
        "chen": ("settings", "export"),
        "deepa": ("privacy", "resume"),
        "eli": ("forget", "promise call Ben by Friday"),
        "fay": ("promise", "stop"),
    },
)
# Typed while Slack is slow in tests/slack/test_bad_input.py.
ELSEWHERE = {"", "nudge", "start", "pause", "help"}


@pytest.mark.timely
async def test_everything_is_answered_while_slack_takes_two_and_a_half_seconds(
    talk: Talk,
) -> None:
    ann, ben, chen, deepa, eli, fay = (talk.person(name) for name in TYPED[0])
    await ben.types("I'll send the figures tomorrow", channel=PROJ)
    said = ben.sees(PROJ)[-1]
    talk.sandbox.faults.latency_s = 2.5
    first = await asyncio.gather(*_typed(talk, TYPED[0]))
    asked = await fay.submits()
    second = await asyncio.gather(
        *_typed(talk, TYPED[1]),
        ann.uses_shortcut("trustcheck.quick.start"),
        ben.uses_shortcut("commitments.message.track", message=said),
        chen.uses_shortcut("commitments.promise.start"),
        deepa.opens_home(),
        eli.types("hello"),
    )
    talk.sandbox.faults.latency_s = 0.0
    assert {one.error_shown for one in (*first, asked, *second)} == {None}
    assert talk.sandbox.shown_errors == []


def _typed(talk: Talk, by_name: Mapping[str, Sequence[str]]) -> Iterator[Coroutine[Any, Any, Any]]:
    for name, words in by_name.items():
        for word in words:
            yield talk.person(name).types(f"/trustcheck {word}", channel=PROJ)


def test_no_word_was_forgotten() -> None:
    typed = {line.split()[0] for one in TYPED for lines in one.values() for line in lines}
    assert set(Routes.of(ROOMS).words) <= typed | ELSEWHERE
