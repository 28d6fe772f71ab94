"""A kickoff from beginning to end in each language, with those who come late and those who go."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from bot.content import Content, Words
from bot.errors import SlackError, UserError
from bot.members.reader import Reader
from bot.rooms.kickoff import ROOM, views
from bot.sandbox.outcome import SeenMessage
from bot.slack.ids import MemberId
from bot.slack.inputs import Form, Press, Submission, ViewRef
from tests.talk import PROJ, TEAM, Talk

FIELDS = ("kickoff.bring.write", "kickoff.hope.write", "kickoff.beyond.write")


@pytest.fixture
def words(request: pytest.FixtureRequest, content: Content, spoken: Talk) -> Words:
    return content.words(spoken.sandbox.world.teams[TEAM].members["U0ANN"].locale)


def the_post(talk: Talk) -> SeenMessage:
    [post] = [one for one in talk.person("ann").sees(PROJ) if views.ADD in str(one.blocks)]
    return post


async def test_one_post_collects_what_each_may_leave_out_until_the_last_takes_it_back(
    spoken: Talk, words: Words
) -> None:
    ann, ben, fay = (spoken.person(name) for name in ("ann", "ben", "fay"))
    await ann.types("/trustcheck kickoff", channel=PROJ)
    for person, field in zip((ann, ben, fay), FIELDS, strict=True):  # each fills in another one
        if person is not ann:
            await person.clicks(words("kickoff-add"))
        await person.submits({field: f"words of {person.name}"})
        intro = words("kickoff-preview-intro", channel="#proj")
        assert "".join(intro.split()) in "".join(person.reads_modal().replace("│", "").split())
        assert f"words of {person.name}" not in spoken.person("chen").reads(PROJ)
        await person.submits()
        await spoken.settle()
        assert f"words of {person.name}" in spoken.person("chen").reads(PROJ)
    first = the_post(spoken).ts
    await spoken.at(datetime(2027, 2, 3, 12, 0, tzinfo=UTC))  # much later, somebody new
    team = spoken.sandbox.world.teams[TEAM]
    team.add_member("U0GUS", "gus", locale=words.locale)
    gus = spoken.person("gus")
    await gus.joins(PROJ)
    await spoken.settle()
    await gus.clicks(words("kickoff-add"))
    await gus.submits({FIELDS[2]: "words of gus"})
    await gus.submits()
    await spoken.settle()
    assert (the_post(spoken).ts, "words of gus" in str(the_post(spoken).blocks)) == (first, True)
    for name in ("ann", "ben", "fay", "gus"):
        person = spoken.person(name)
        await person.closes()
        await person.types("/trustcheck kickoff", channel=PROJ)
        await person.clicks(words("kickoff-delete"))
        await spoken.settle()
        assert f"words of {name}" not in str(the_post(spoken).blocks)
    assert the_post(spoken).ts == first
    assert words("kickoff-empty") in str(the_post(spoken).blocks)


async def test_own_entry_can_be_deleted_and_nothing_written_when_the_channel_is_shared(
    spoken: Talk, words: Words
) -> None:
    ann = spoken.person("ann")
    for name in ("ann", "fay"):
        await spoken.person(name).types("/trustcheck kickoff", channel=PROJ)
        await spoken.person(name).submits({FIELDS[0]: f"words of {name}"})
        await spoken.person(name).submits()
        await spoken.settle()
        await spoken.person(name).closes()
    await ann.shares(PROJ, "T0OTHERCO")
    await spoken.settle()
    await spoken.person("ben").types("/trustcheck kickoff", channel=PROJ)  # has written nothing
    refused = "".join(words("kickoff-refused-shared").split())
    assert refused in "".join(spoken.person("ben").reads(PROJ).split())
    await ann.types("/trustcheck kickoff", channel=PROJ)
    shown = ann.reads_modal()
    assert "words of ann" in shown
    assert "words of fay" not in shown
    assert words("kickoff-preview") not in shown
    await ann.clicks(words("kickoff-delete"))
    await spoken.settle()
    assert "words of ann" not in str(the_post(spoken).blocks)
    assert "words of fay" in str(the_post(spoken).blocks)


async def test_nobody_deletes_or_rewrites_anothers_entry_whatever_they_press(
    spoken: Talk, words: Words
) -> None:
    """Neither an admin nor whoever began: a button holds the channel, and who presses is known."""
    deps, ids = spoken.bot.deps, {"channel": PROJ, "member": "U0FAY", "draft": "d"}
    await spoken.person("fay").types("/trustcheck kickoff", channel=PROJ)
    await spoken.person("fay").submits({FIELDS[0]: "words of fay"})
    await spoken.person("fay").submits()
    await spoken.settle()
    before = str(the_post(spoken).blocks)
    for name in ("U0ANN", "U0BEN"):
        who, view = Reader(spoken.workspace, MemberId(name), known=True), ViewRef("V1", "", "modal")
        for action in ROOM.actions:
            trigger = spoken.sandbox.world.triggers.give(spoken.sandbox.world.teams[TEAM].app, name)
            press = Press(who, ids, None, Form(), trigger, None, view, None)
            with suppress(UserError, SlackError):  # it has done what it does before it shows it
                await ROOM.actions[action](deps, press)
        with suppress(UserError):
            sent = Submission(who, ids, Form(), view, "trigger")
            await ROOM.views[views.PREVIEW](deps, sent)
    await spoken.settle()
    assert str(the_post(spoken).blocks) == before
