"""Attacks with forged ids: everything a pulse can be asked, by those it isn't for."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlmodel import select

from bot.errors import SlackError, UserError
from bot.members.reader import Reader
from bot.rooms.pulse import ROOM, views, views_comments, views_manage, views_results, views_team
from bot.rooms.pulse.tables import Poll, PollComment, TeamPromise
from bot.slack.ids import MemberId, UnreadableValue, WorkspaceId
from bot.slack.inputs import Form, Press, Reply, Submission, ViewRef
from tests.rooms.pulse.evidence import Rows, sqlite_tables
from tests.rooms.pulse.polling import (
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    comments,
    grow,
    set_up,
)
from tests.talk import PROJ, TEAM, Talk

SECRETS = ("4.0", "words of", "walks on Fridays")  # the figures, the comments, the promise
OWNERS = {  # what is for the owner and the admins alone
    views_manage.SETTINGS,
    views_manage.PAUSE,
    views_manage.RESUME,
    views_manage.STOP,
    views_manage.HAND_OVER,
    views_manage.PAUSE_FORM,
    views_manage.HAND_OVER_FORM,
    views_team.CHANGE,
    views_team.INSTANT,
    views_comments.MENU,
    views_comments.REMOVE,
}
FILLED: dict[str, dict[str, Any]] = {
    **{action: {"selected_option": {"value": score}} for action, score in answers(3).items()},
    views_team.WEEKDAY: {"selected_option": {"value": "3"}},
    views_team.EVERY: {"selected_option": {"value": "2"}},
    views_team.MINIMUM: {"selected_option": {"value": "20"}},
    views_team.LANGUAGE: {"selected_option": {"value": "en"}},
    views_manage.UNTIL: {"selected_date": "2026-12-20"},
    views_manage.OWNER: {"selected_user": "U0BEN"},
    "pulse.promise.write": {"value": "another promise"},
}


@pytest.fixture
async def told(talk: Talk) -> Talk:
    """A team with results, comments, a promise looked after, and an owner who is no admin."""
    talk.sandbox.world.teams[TEAM].add_member("U0GUS", "gus")
    more = await grow(talk, 2)
    await set_up(talk, "fay", **COMMENTS)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, f"words of {name}")
    await talk.at(TOLD)
    await talk.person("ben").clicks("Make a team promise")
    await talk.person("ben").submits({"pulse.promise.write": "walks on Fridays"})
    await talk.settle()
    await talk.person("fay").clicks("I'll look after this")
    await talk.settle()
    return talk


async def forged(talk: Talk) -> dict[str, Any]:
    """Return every id a button or a form of the pulse holds, as somebody may have copied them."""
    async with talk.bot.deps.db.read() as session:
        [poll] = await session.scalars(select(Poll.poll_id))
        [promise] = await session.scalars(select(TeamPromise.promise_id))
        comment = (await session.scalars(select(PollComment.comment_id))).first()
    ids = {"channel": PROJ, "poll": poll, "promise": promise, "p": poll, "c": comment}
    return {**ids, "do": "remove", "went": "kept", "decision": "let_go"}


async def asks(talk: Talk, name: str, thing: str, ids: Mapping[str, Any]) -> str:
    """Have *name* press or send *thing* with forged *ids*; return all that came of it."""
    who, calls = Reader(talk.workspace, MemberId(name), known=True), len(talk.sandbox.calls)
    form, view, reply = Form(FILLED), ViewRef("V1", "", "modal"), Reply()
    world, team = talk.sandbox.world, talk.sandbox.world.teams[TEAM]
    trigger = world.triggers.give(team.app, name)
    url = world.response_urls.give(team.app, name, team.channels[PROJ])
    try:
        if thing in ROOM.actions:
            press = Press(who, ids, None, form, trigger, url, view, None)
            reply = await ROOM.actions[thing](talk.bot.deps, press)
        else:
            reply = await ROOM.views[thing](
                talk.bot.deps, Submission(who, ids, form, view, trigger)
            )
        if reply.later is not None:
            await reply.later()
    except (UserError, UnreadableValue) as error:
        return str(error)
    except SlackError:  # it got as far as telling Slack something
        pass
    await talk.settle()
    return str(reply.body) + str([call.args for call in talk.sandbox.calls[calls:]])


def kept(url: str) -> dict[str, Rows]:
    """Every table but who left a poll: anybody may not want to be asked."""
    tables = sqlite_tables(url)
    return {name: rows for name, rows in tables.items() if name != "pulse_leaver"}


async def test_stranger_reads_and_changes_nothing_whatever_they_forge(
    told: Talk, sqlite_url: str
) -> None:
    ids, before = await forged(told), kept(sqlite_url)
    assert SECRETS[0] in await asks(told, "U0BEN", views_manage.RESULTS, ids)  # who is in the team
    things = [(thing, ids) for thing in (*ROOM.actions, *ROOM.views)]
    for thing, forgery in [*things, (views_comments.MENU, {**ids, "do": "report"})]:
        said = await asks(told, "U0GUS", thing, forgery)
        assert not any(secret in said for secret in SECRETS), thing
        assert kept(sqlite_url) == before, thing


async def test_member_changes_nothing_of_the_owners_whatever_they_forge(
    told: Talk, sqlite_url: str
) -> None:
    ids, before = await forged(told), kept(sqlite_url)
    assert "has-owner" in await asks(told, "U0BEN", views_team.TAKE_OVER, ids)
    for thing in OWNERS:
        assert "owner-or-admin" in await asks(told, "U0BEN", thing, ids), thing
        assert kept(sqlite_url) == before, thing


async def test_member_of_another_workspace_finds_nothing_whatever_they_forge(
    told: Talk, sqlite_url: str
) -> None:
    ids, before = await forged(told), kept(sqlite_url)
    elsewhere = Reader(WorkspaceId("T0OTHER"), MemberId("U0ANN"), known=True)
    for thing in (views_comments.REMOVE, "pulse.promise.decide.let_go", views_results.CSV):
        press = Press(elsewhere, ids, None, Form(), "trigger", None, None, None)
        with pytest.raises(UserError):
            await ROOM.actions[thing](told.bot.deps, press)
    sent = Submission(elsewhere, ids, Form(FILLED), ViewRef("V1", "", "modal"), "trigger")
    said = (await ROOM.views[views.FORM](told.bot.deps, sent)).body
    assert "This poll isn't open to you" in str(said)
    assert kept(sqlite_url) == before
