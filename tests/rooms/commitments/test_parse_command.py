"""The command that prints how lines are read."""

import json

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.rooms.commitments.parse_command import commit_parse

LINE = "<@U123|ana> send the deck by Fri 3pm"
AT = ("--now", "2026-03-02T10:00+00:00", "--tz", "Europe/London", "--locale", "en-GB")


def run(*arguments: str, given: str = "") -> Result:
    app = typer.Typer()
    app.command()(commit_parse)
    return CliRunner().invoke(app, arguments, input=given)


def test_a_line_is_printed_as_one_json_object() -> None:
    assert json.loads(run(LINE, *AT).stdout) == {
        "text": "send the deck",
        "to": "U123",
        "due": "2026-03-06T15:00:00+00:00",
        "grain": "time",
        "recurrence": None,
        "ask": False,
        "readings": [],
    }


def test_lines_of_the_input_are_printed_one_object_each() -> None:
    printed = run("--lines", "-", *AT, given="every Friday post\n\n12/05 交报告\n").stdout
    found = [json.loads(line) for line in printed.splitlines()]
    assert [one["recurrence"] for one in found] == ["FREQ=WEEKLY;BYDAY=FR", None, None]
    assert [one["ask"] for one in found] == [False, True, True]
    assert found[2]["readings"] == ["2026-05-12T17:00:00+01:00", "2026-12-05T17:00:00+00:00"]
    assert found[2]["text"] == "交报告"


def test_now_without_an_offset_is_local_time() -> None:
    printed = run("in 2 hours call", "--now", "2026-03-02T10:00", "--tz", "Asia/Shanghai").stdout
    assert json.loads(printed)["due"] == "2026-03-02T12:00:00+08:00"


def test_now_is_the_present_when_left_out() -> None:
    assert json.loads(run("in 2 hours call").stdout)["grain"] == "time"


@pytest.mark.parametrize(
    "arguments",
    [
        (LINE, "--tz", "Mars/Olympus"),
        (LINE, "--now", "soon"),
        (),
        (LINE, "--lines", "-"),
    ],
)
def test_command_is_refused_when_it_makes_no_sense(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
