"""Whatever fails, wherever it was asked for: whoever asked reads kind words there, and what to do.

A room that breaks on purpose stands beside the others, in a workspace that reads either language.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from blockkit import Actions, Button, Section
from sqlalchemy import text
from sqlmodel import update
from structlog.testing import capture_logs

from bot.app import ROOMS
from bot.content import Content, Words
from bot.deps import Card, Deps, Room
from bot.errands.tables import ErrandRow
from bot.errors import SlackRefused, SlackUnavailable, SlackUnknown, UserError
from bot.sandbox.people import Person
from bot.slack.blocks import Message, finish, label, modal, ours
from bot.slack.ids import UnreadableValue, encode
from bot.slack.inputs import Command, Reply, Submission
from tests.conftest import TEST_KEY
from tests.talk import PROJ, TEAM, Talk

SECRET = "what they wrote"
FAILURES: tuple[tuple[Exception, str], ...] = (
    (RuntimeError(SECRET), "house-bug"),
    (SlackUnavailable("ratelimited"), "house-slack-busy"),
    (SlackRefused("not_allowed"), "house-slack-trouble"),
    (SlackUnknown("timeout"), "house-slack-trouble"),
    (UnreadableValue(SECRET), "house-old-card"),
    (UserError("admin-admins-only"), "admin-admins-only"),
)


@dataclass
class Breaks:
    """What everything in the broken room fails with, before the answer or after it."""

    error: Exception | None = None
    is_later: bool = False

    async def __call__(self, _deps: Deps, _what: object) -> Reply:
        if not self.is_later:
            await self.fail()
        return Reply(later=self.fail)

    async def fail(self) -> None:
        if self.error is not None:
            raise self.error

    async def card(self, *_: object) -> list[Any]:
        await self.fail()
        return [Section(ours("all is well"))]


BUTTON = Actions([Button(text=label("Break it"), action_id="broken.thing.press", value=encode())])


async def shows_a_message(_deps: Deps, _command: Command) -> Reply:
    return Reply.say(Message("x", finish([BUTTON])))


async def opens_a_modal(deps: Deps, command: Command) -> Reply:
    view = modal("broken.form.send", title="x", parts=[BUTTON], submit="Send", close="Close")
    await deps.messenger.open_view(command.who.workspace, command.trigger, view)
    return Reply()


def broken(breaks: Breaks) -> Room:
    async def on_submit(deps: Deps, sent: Submission) -> Reply:
        reply = await breaks(deps, sent)
        return Reply.clear(later=reply.later)

    return Room(
        name="broken",
        words={"boom": breaks, "card": shows_a_message, "form": opens_a_modal},
        actions={"broken.thing.press": breaks},
        views={"broken.form.send": on_submit},
        shortcuts={"broken.whole.start": breaks, "broken.message.start": breaks},
        events={"app_mention": breaks, "message": breaks, "user_change": breaks},
        card=Card(99, breaks.card),
    )


@dataclass
class Scene:
    talk: Talk
    breaks: Breaks

    @property
    def ann(self) -> Person:
        return self.talk.person("ann")

    @property
    def words(self) -> Words:
        locale = self.talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
        return self.talk.bot.deps.content.words(str(locale))

    async def reads(self, act: Callable[[], Awaitable[object]]) -> tuple[str, list[dict[str, Any]]]:
        """Return all that Ann reads which wasn't there before *act*, and what stands in the log."""
        seen = {place: len(self.ann.sees(place)) for place in (None, PROJ)}
        before = str(self.ann.modal)
        with capture_logs() as logs:
            await act()
            await self.talk.settle()
        said = [one for place, from_ in seen.items() for one in self.ann.sees(place)[from_:]]
        shown = str(self.ann.modal) if str(self.ann.modal) != before else ""
        return "\n".join([*(one.text for one in said), shown]), [dict(one) for one in logs]

    def expected(self, message: str, logs: list[dict[str, Any]]) -> str:
        """Return the words; those of a bug with the reference that stands in the log."""
        if message != "house-bug":
            return self.words(message)
        (reference,) = [one["reference"] for one in logs if one["event"] == "handler_broke"]
        assert re.fullmatch("[0-9a-f]{8}", reference)
        return self.words(message, reference=reference)


@pytest.fixture(params=["en", "zh-CN"])
async def scene(
    sqlite_url: str, content: Content, request: pytest.FixtureRequest
) -> AsyncIterator[Scene]:
    breaks = Breaks()
    rooms = [*ROOMS, broken(breaks)]
    async with Talk.open(
        sqlite_url, content, key=TEST_KEY, locale=request.param, rooms=rooms
    ) as talk:
        talk.sandbox.limits.off()  # much goes wrong here in a second
        yield Scene(talk, breaks)


async def commands(scene: Scene) -> object:
    return await scene.ann.types("/trustcheck boom", channel=PROJ)


async def presses(scene: Scene) -> object:
    await scene.ann.types("/trustcheck card")
    return await scene.ann.clicks("broken.thing.press")


async def presses_in_a_modal(scene: Scene) -> object:
    await scene.ann.types("/trustcheck form")
    return await scene.ann.clicks("broken.thing.press")


async def submits(scene: Scene) -> object:
    await scene.ann.types("/trustcheck form")
    return await scene.ann.submits()


async def uses_a_shortcut(scene: Scene) -> object:
    return await scene.ann.uses_shortcut("broken.whole.start")


async def uses_a_messages_shortcut(scene: Scene) -> object:
    await scene.talk.person("ben").types("I'll send it tomorrow", channel=PROJ)
    message = scene.ann.sees(PROJ)[-1]
    return await scene.ann.uses_shortcut("broken.message.start", message=message)


async def mentions(scene: Scene) -> object:
    bot = scene.talk.sandbox.world.teams[TEAM].app.bot_user_id
    return await scene.ann.types(f"<@{bot}> hello", channel=PROJ)


async def writes(scene: Scene) -> object:
    return await scene.ann.types("hello")


ACTS = (commands, presses, presses_in_a_modal, submits, uses_a_shortcut, uses_a_messages_shortcut,
        mentions, writes)  # fmt: skip


@pytest.mark.parametrize("is_later", [False, True], ids=["before", "after"])
async def test_whoever_asked_reads_kind_words_and_what_to_do(scene: Scene, is_later: bool) -> None:
    scene.breaks.is_later = is_later
    for act in ACTS:
        for scene.breaks.error, message in FAILURES:
            said, logs = await scene.reads(partial(act, scene))
            where = f"{act.__name__} {message}"
            assert scene.expected(message, logs) in said, where
            assert SECRET not in said, where
            assert not any(one["event"] in ("later_broke", "later_failed") for one in logs), where
            while scene.ann.modal is not None:
                await scene.ann.closes()


async def test_a_home_that_cannot_be_drawn_says_so_in_its_place(scene: Scene) -> None:
    for scene.breaks.error, message in FAILURES:
        if isinstance(scene.breaks.error, SlackUnavailable):
            continue  # then it comes by itself
        _, logs = await scene.reads(scene.ann.opens_home)
        assert scene.expected(message, logs) in str(scene.ann.home)
    scene.breaks.error = None
    await scene.ann.opens_home()
    await scene.talk.settle()
    assert "all is well" in scene.ann.reads_home()


async def test_an_act_whose_home_cannot_be_drawn_is_done_all_the_same(scene: Scene) -> None:
    await scene.ann.opens_home()
    await scene.talk.settle()
    scene.breaks.error = RuntimeError(SECRET)
    _, logs = await scene.reads(lambda: scene.ann.types("/commit send the deck by Fri 3pm"))
    assert "send the deck" in scene.ann.reads()
    assert [one["surface"] for one in logs if one["event"] == "handler_broke"] == ["after"]


async def test_what_slack_tells_by_itself_tells_nobody_when_it_fails(scene: Scene) -> None:
    scene.breaks.error = RuntimeError(SECRET)
    ben = scene.talk.person("ben")
    _, logs = await scene.reads(lambda: ben.moves_to("Asia/Tokyo"))
    assert [one["surface"] for one in logs if one["event"] == "handler_broke"] == ["event"]
    assert [one.text for who in ("ann", "ben") for one in scene.talk.person(who).sees()] == []


async def test_where_an_address_has_run_out_the_words_come_as_a_message(scene: Scene) -> None:
    scene.breaks.error, scene.breaks.is_later = RuntimeError(SECRET), True
    scene.talk.sandbox.faults.add(method="response_url", kind="error:used_url", times=None)
    for act in (commands, presses):
        said, logs = await scene.reads(partial(act, scene))
        assert scene.expected("house-bug", logs) in said


async def test_who_cannot_even_be_looked_up_is_answered_all_the_same(scene: Scene) -> None:
    """The database doesn't answer: in English, for want of theirs."""
    await scene.ann.types("/trustcheck card")
    await scene.ann.types("/trustcheck form")
    async with scene.talk.bot.deps.db.write() as session:
        await session.execute(text("ALTER TABLE member RENAME COLUMN locale TO elsewhere"))
    for act in (
        scene.ann.submits, lambda: scene.ann.clicks("broken.thing.press"), lambda: commands(scene),
        lambda: uses_a_shortcut(scene),
    ):  # fmt: skip
        said, logs = await scene.reads(act)
        assert any(one["event"] == "handler_broke" and one["reference"] in said for one in logs), (
            said
        )
        assert "Something broke on our side" in said
    await scene.ann.closes()


async def test_a_home_slack_is_too_busy_for_comes_by_itself(scene: Scene) -> None:
    fault = scene.talk.sandbox.faults.add(
        method="views.publish", kind="ratelimited", times=1, delay_s=1
    )
    await scene.ann.opens_home()
    await scene.talk.settle()
    async with scene.talk.bot.deps.db.write() as session:
        await session.execute(update(ErrandRow).values(try_at=None))
    await scene.talk.settle()
    assert fault.reached == 1
    assert "all is well" in scene.ann.reads_home()
    assert [one.text for one in scene.ann.sees()] == []


async def test_a_home_slack_does_not_take_says_so_in_its_place(scene: Scene) -> None:
    scene.talk.sandbox.faults.add(method="views.publish", kind="error:invalid_arguments", times=1)
    await scene.ann.opens_home()
    await scene.talk.settle()
    assert scene.words("house-slack-trouble") in str(scene.ann.home)
