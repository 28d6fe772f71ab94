"""A kickoff, from the form to the post that collects it."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bot.errors import UserError
from bot.members.reader import Reader
from bot.members.tables import WorkspaceChoice
from bot.rooms.kickoff import usecases, views
from bot.sandbox.outcome import SeenMessage
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from tests.talk import PROJ, TEAM, Talk

BRING, HOPE = "kickoff.bring.write", "kickoff.hope.write"


async def tells(talk: Talk, name: str, text: str = "Two years of support calls") -> None:
    """Have somebody fill the form in, look at the preview, and post it."""
    person = talk.person(name)
    await person.types("/trustcheck kickoff", channel=PROJ)
    await person.submits({BRING: text})
    await person.submits()
    await talk.settle()


def kickoffs(talk: Talk) -> list[SeenMessage]:
    """The channel's messages that collect a kickoff."""
    return [one for one in talk.person("ann").sees(PROJ) if views.ADD in str(one.blocks)]


def told(talk: Talk) -> str:
    """What the one post says."""
    [post] = kickoffs(talk)
    return str(post.blocks)


async def test_nothing_is_posted_before_the_preview_was_sent(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck kickoff", channel=PROJ)
    assert "will read this, with your name" in ann.reads_modal()
    await ann.submits({BRING: "Two years of support calls", HOPE: "No manual"})
    await talk.settle()
    shown = ann.reads_modal()
    assert "This is what #proj will read" in shown
    assert "Two years of support calls" in shown
    assert "beyond work" not in shown
    assert kickoffs(talk) == []
    await ann.submits()
    await talk.settle()
    assert "Two years of support calls" in told(talk)


async def test_later_entries_are_added_to_the_one_post(talk: Talk) -> None:
    await tells(talk, "ann")
    first = kickoffs(talk)[0].ts
    await talk.person("fay").clicks("Add yours")
    await talk.person("fay").submits({HOPE: "To enjoy June"})
    await talk.person("fay").submits()
    await talk.settle()
    assert [one.ts for one in kickoffs(talk)] == [first]
    assert told(talk).index("U0ANN") < told(talk).index("U0FAY")
    assert "To enjoy June" in told(talk)


async def test_entry_is_replaced_when_its_author_writes_again(talk: Talk) -> None:
    await tells(talk, "ann", "the old text")
    await tells(talk, "ann", "the new text")
    assert "the new text" in told(talk)
    assert "the old text" not in told(talk)


async def test_entry_goes_when_its_author_deletes_it(talk: Talk) -> None:
    await tells(talk, "ann", "the text of ann")
    await tells(talk, "fay", "the text of fay")
    await talk.person("ann").types("/trustcheck kickoff", channel=PROJ)
    await talk.person("ann").clicks("Delete my entry")
    await talk.settle()
    assert "Your entry is deleted" in talk.person("ann").reads_modal()
    assert "the text of ann" not in told(talk)
    assert "the text of fay" in told(talk)


async def test_entry_can_be_deleted_when_the_channel_was_shared_meanwhile(talk: Talk) -> None:
    await tells(talk, "ann", "the text of ann")
    await talk.person("ann").types("/trustcheck kickoff", channel=PROJ)
    await talk.person("ann").shares(PROJ, "T0OTHERCO")
    await talk.settle()
    await talk.person("ann").clicks("Delete my entry")
    await talk.settle()
    assert "the text of ann" not in told(talk)


async def test_form_holds_what_was_written_when_one_goes_back(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck kickoff", channel=PROJ)
    await ann.submits({BRING: "a first try"})
    await ann.clicks("Change it")
    await ann.submits({HOPE: "a hope"})
    assert "a first try" in ann.reads_modal()
    assert "a hope" in ann.reads_modal()


async def test_empty_form_stays_open(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck kickoff", channel=PROJ)
    outcome = await ann.submits({BRING: "   "})
    assert "at least one" in str(outcome)


async def test_text_is_shown_as_typed_and_pings_nobody(talk: Talk) -> None:
    hostile = "<!channel> <@U0BEN> & *bold* <https://x.example|y>"
    await tells(talk, "ann", hostile)
    [section] = [one for one in kickoffs(talk)[0].blocks if hostile in str(one)]
    assert section["text"]["type"] == "plain_text"


async def test_two_clicks_post_one_entry_once(talk: Talk) -> None:
    ann = Reader(WorkspaceId(TEAM), MemberId("U0ANN"), known=True)
    draft = await usecases.keep_draft(talk.bot.deps, ann, ChannelId(PROJ), {"bring": "once"})
    both = [usecases.publish(talk.bot.deps, ann, ChannelId(PROJ), draft) for _ in range(2)]
    results = await asyncio.gather(*both, return_exceptions=True)
    await talk.settle()
    assert sorted(type(one).__name__ for one in results) == ["NoneType", "UserError"]
    assert told(talk).count("once") == 1


async def test_text_that_wasnt_looked_at_is_never_posted(talk: Talk) -> None:
    ann = Reader(WorkspaceId(TEAM), MemberId("U0ANN"), known=True)
    seen = await usecases.keep_draft(talk.bot.deps, ann, ChannelId(PROJ), {"bring": "seen"})
    await usecases.keep_draft(talk.bot.deps, ann, ChannelId(PROJ), {"bring": "unseen"})
    with pytest.raises(UserError, match="kickoff-draft-gone"):
        await usecases.publish(talk.bot.deps, ann, ChannelId(PROJ), seen)


@pytest.mark.parametrize(
    ("workspace", "member", "channel"),
    [(TEAM, "U0STRANGER", PROJ), ("T0OTHER", "U0ANN", PROJ), (TEAM, "U0ANN", "C0NOWHERE")],
)
async def test_strangers_read_and_write_nothing_when_they_forge_a_channel(
    talk: Talk, workspace: str, member: str, channel: str
) -> None:
    who = Reader(WorkspaceId(workspace), MemberId(member), known=True)
    with pytest.raises(UserError, match="kickoff-refused"):
        await usecases.read_all(talk.bot.deps, who, ChannelId(channel))
    with pytest.raises(UserError, match="kickoff-refused"):
        await usecases.keep_draft(talk.bot.deps, who, ChannelId(channel), {"bring": "x"})
    with pytest.raises(UserError, match="kickoff-refused"):
        await usecases.publish(talk.bot.deps, who, ChannelId(channel), "d1")


async def test_kickoff_is_refused_by_name_where_it_cannot_be(talk: Talk) -> None:
    ann, team = talk.person("ann"), talk.sandbox.world.teams[TEAM]
    team.add_channel("C0ALONE", "alone", members=["U0ANN"])
    await ann.types("/trustcheck kickoff", channel="C0ALONE")
    assert "invite me first" in ann.reads("C0ALONE")
    await ann.types("/trustcheck kickoff")
    assert "A kickoff belongs to a team" in ann.reads()
    await ann.shares(PROJ, "T0OTHERCO")
    await talk.settle()
    await ann.types("/trustcheck kickoff", channel=PROJ)
    assert "shared with another company" in ann.reads(PROJ)


async def test_kickoff_is_refused_when_admins_switched_it_off(talk: Talk) -> None:
    async with talk.bot.deps.db.write() as session:
        session.add(WorkspaceChoice(workspace_id=TEAM, switched_off=["kickoff"]))
    await talk.person("ann").types("/trustcheck kickoff", channel=PROJ)
    assert "switched kickoffs off" in talk.person("ann").reads(PROJ)


async def test_post_comes_anew_when_it_was_deleted_in_slack(talk: Talk) -> None:
    await tells(talk, "ann", "the text of ann")
    talk.sandbox.faults.add(method="chat.update", kind="error:message_not_found")
    await tells(talk, "fay", "the text of fay")
    await tells(talk, "fay", "a second text of fay")
    newest = str(kickoffs(talk)[-1].blocks)
    assert "the text of ann" in newest
    assert "a second text of fay" in newest


def is_kickoff(args: Mapping[str, Any]) -> bool:
    return views.ADD in str(args.get("blocks"))


async def test_whoever_began_decides_and_nobody_is_left_out_when_the_post_is_in_doubt(
    quick: Talk,
) -> None:
    quick.sandbox.faults.add(method="chat.postMessage", kind="reset_before", when=is_kickoff)
    await tells(quick, "fay", "the text of fay")
    await tells(quick, "ann", "the text of ann")
    assert kickoffs(quick) == []
    await quick.person("fay").clicks("Post it again")
    await quick.settle()
    assert "the text of fay" in told(quick)
    assert "the text of ann" in told(quick)


async def test_entry_leaves_the_post_and_the_ledger_when_its_author_is_forgotten(
    talk: Talk,
) -> None:
    await tells(talk, "ann", "the text of ann")
    await tells(talk, "fay", "the text of fay")
    await talk.person("ann").types("/trustcheck forget", channel=PROJ)
    await talk.person("ann").submits()
    await talk.settle()
    assert "the text of ann" not in told(talk)
    assert "the text of fay" in told(talk)


async def test_ledger_keeps_no_text_once_it_is_posted(talk: Talk) -> None:
    from sqlmodel import col, select

    from bot.delivery.tables import Delivery

    await tells(talk, "ann", "the text of ann")
    async with talk.bot.deps.db.read() as session:
        kept = await session.scalars(
            select(Delivery.content).where(col(Delivery.kind).startswith("kickoff."))
        )
        assert list(kept) == [None]


async def test_kickoff_speaks_the_language_of_whoever_began(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/trustcheck kickoff", channel=PROJ)
    await chen.submits({BRING: "两年客服电话"})
    await chen.submits()
    await talk.settle()
    assert "写我的" in told(talk)
