"""`draft` and `thank`, as people live them."""

from typing import Any

import pytest
from sqlalchemy import Row
from sqlmodel import SQLModel

from bot.content import Content
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene
from tests.talk import Talk

HOSTILE = "You & I <b> <!channel> never talk"


async def test_draft_shows_the_message_back_with_the_test(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft", channel="C0PROJ")
    assert "nothing is stored" in ann.reads_modal()
    await ann.submits({"drafts.mirror.write": HOSTILE})
    shown = ann.reads_modal()
    assert HOSTILE in shown
    assert "Who gains if you send this" in shown
    assert "I feel left out" in shown


async def test_draft_typed_behind_the_word_is_shown_as_typed(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft Tell @ben & #proj: 1 < 2", channel="C0PROJ")
    assert "Tell @ben & #proj: 1 < 2" in ann.reads_modal()


async def test_draft_can_be_changed_and_read_again(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft You never listen", channel="C0PROJ")
    await ann.submits({"drafts.mirror.write": "I feel unheard"})
    assert "I feel unheard" in ann.reads_modal()


async def test_thank_has_words_for_the_occasion_to_edit(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck thank @ben", channel="C0PROJ")
    assert "Ben, thank you for [what you did]" in ann.reads_modal()
    await ann.fills({"drafts.thanks.name": "Benny"})
    await ann.chooses("drafts.thanks.choose", "For something few people saw")
    assert "Benny, I don't think many people saw" in ann.reads_modal()


async def test_thank_ends_with_text_to_copy_and_the_way_to_the_chat(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.types("/trustcheck thank @ben", channel="C0PROJ")
    await ann.submits({"drafts.thanks.write": "Ben, thank you for the map."})
    assert "Ben, thank you for the map." in ann.reads_modal()
    assert (await ann.clicks("Open the chat")).ok
    await talk.settle()
    assert ben.sees() == []


async def test_thank_works_with_nobody_named(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck thank", channel="C0PROJ")
    assert "[name], thank you" in ann.reads_modal()
    await ann.submits({"drafts.thanks.write": "Thank you."})
    assert "Open the chat" not in ann.reads_modal()


@pytest.mark.parametrize(
    ("typed", "addressed"), [("小陈", "小陈, thank"), ("Ana for the map", "[name], thank")]
)
async def test_thank_takes_a_name_that_is_no_mention(
    talk: Talk, typed: str, addressed: str
) -> None:
    ann = talk.person("ann")
    await ann.types(f"/trustcheck thank {typed}", channel="C0PROJ")
    assert addressed in ann.reads_modal()
    await ann.submits()
    assert "Open the chat" not in ann.reads_modal()


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_neither_a_draft_nor_thanks_leave_anything_behind(
    sqlite_url: str, content: Content, locale: str
) -> None:
    """No row anywhere, of whatever it would be, and nothing sent to anybody."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=locale) as talk:
        scene, ann = Scene(talk, locale), talk.person("ann")
        await scene.types(ann, "draft")
        await scene.closes_all(ann)
        before = await everything(talk)
        await scene.types(ann, f"draft {HOSTILE}")
        await scene.submits(ann, {"drafts.mirror.write": f"{HOSTILE}?"})
        await scene.closes_all(ann)
        await scene.types(ann, "thank @ben")
        await scene.submits(ann, {"drafts.thanks.write": HOSTILE})
        await scene.closes_all(ann)
        assert await everything(talk) == before
        assert [talk.person(name).sees() for name in ("ann", "ben")] == [[], []]


async def everything(talk: Talk) -> dict[str, list[Row[Any]]]:
    async with talk.bot.deps.db.read() as session:
        return {
            table.name: list(await session.execute(table.select()))
            for table in SQLModel.metadata.sorted_tables
            if table.name != "workspace"  # whose lease goes on
        }
