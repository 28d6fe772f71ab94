"""What reaches a person when something fails: one of a few kind messages, and what to do."""

import re
from collections.abc import Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from bot.deps import Deps, Room
from bot.errors import SlackRefused, SlackUnavailable, SlackUnknown, UserError
from bot.slack.gateway import Gateway
from bot.slack.ids import UnreadableValue
from bot.slack.inputs import Command, Reply
from bot.slack.router import Routes
from tests.slack import payloads
from tests.talk import PROJ, TEAM, Talk


def fails(error: Exception) -> Callable[[Deps, Command], Awaitable[Reply]]:
    async def on_command(_deps: Deps, _command: Command) -> Reply:
        raise error

    return on_command


async def said(talk: Talk, error: Exception, who: str = "U0ANN") -> tuple[str, list[str]]:
    """Return what *who* reads when a command fails with *error*, and what stands in the log."""
    room = Room(name="x", words={"boom": fails(error)})
    gateway = Gateway(talk.bot.deps, Routes.of([room]))
    with capture_logs() as logs:
        reply = await gateway.on_command(TEAM, payloads.command(who, "/trustcheck", "boom", PROJ))
    assert reply.body is not None
    return str(reply.body["text"]), [f"{one['event']} {one.get('reference', '')}" for one in logs]


@pytest.mark.parametrize(("who", "kind"), [("U0ANN", "Something broke"), ("U0CHEN", "出错了")])
async def test_a_bug_gives_a_reference_that_stands_in_the_log(
    talk: Talk, who: str, kind: str
) -> None:
    text, logs = await said(talk, RuntimeError("with the secret in it"), who)
    found = re.search(r"[0-9a-f]{8}", text)
    assert kind in text
    assert found is not None
    assert f"handler_broke {found.group()}" in logs
    assert "secret" not in text


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (SlackUnavailable("ratelimited"), "Slack is busy", "有点忙"),
        (SlackRefused("channel_not_found"), "Slack didn't take that", "没有收下"),
        (SlackUnknown("timeout"), "Slack didn't take that", "没有收下"),
        (UnreadableValue("x"), "from an older version", "旧版本"),
        (UserError("admin-admins-only"), "for admins", "管理员"),
    ],
)
async def test_what_fails_is_said_kindly_and_with_what_to_do(
    talk: Talk, error: Exception, english: str, chinese: str
) -> None:
    for who, expected in (("U0ANN", english), ("U0CHEN", chinese)):
        text, logs = await said(talk, error, who)
        assert expected in text
        assert str(error) not in text
        assert not any(one.startswith("handler_broke") for one in logs)
