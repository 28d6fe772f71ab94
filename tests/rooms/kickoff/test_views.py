"""What a kickoff looks like, in both languages, however long and hostile."""

from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.kickoff import views
from bot.rooms.kickoff.tables import KickoffEntry
from bot.sandbox.blocks import check_blocks, check_view

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLACE = {"channel": "C0PROJ", "draft": "d1"}
HOSTILE = "<!channel> & <@U1> \U0001f642" * 20
ANSWERS = {"bring": "Support calls", "beyond": "Rye bread"}


def entries(count: int, answers: dict[str, str]) -> list[KickoffEntry]:
    return [
        KickoffEntry(
            workspace_id="T1", channel_id="C1", member_id=f"U{n}", written_at=AT, answers=answers
        )
        for n in range(count)
    ]


def hostile() -> dict[str, str]:
    return dict.fromkeys(("bring", "hope", "beyond"), HOSTILE[: views.MAX_FIELD_CHARS])


def test_form_and_preview_state_their_deal(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    words, kickoff = content.words(locale), content.catalogue(locale).kickoff
    shown = [
        views.form(words, kickoff, {}, channel="C0PROJ", is_posted=False),
        views.form(words, kickoff, ANSWERS, channel="C0PROJ", is_posted=True),
        views.preview(words, kickoff, "U0ANN", ANSWERS, PLACE),
        views.notice(words, words("kickoff-deleted")),
        views.only_delete(words, kickoff, "U0ANN", ANSWERS, "C0PROJ"),
    ]
    assert [check_view(view) for view in shown] == [[]] * 5
    assert shown == snapshot


@pytest.mark.parametrize("count", [0, 1, 12, 13])
def test_post_says_who_is_there(
    content: Content, locale: str, snapshot: SnapshotAssertion, count: int
) -> None:
    kickoff = content.catalogue(locale).kickoff
    data = views.post_data(kickoff, entries(count, ANSWERS), "C0PROJ")
    message = views.post(content.words(locale), data)
    assert check_blocks(message.blocks, "message") == []
    assert message == snapshot


@pytest.mark.parametrize("page", [0, 2, 9])
def test_post_and_list_fit_however_many_and_hostile(
    content: Content, locale: str, page: int
) -> None:
    words, kickoff = content.words(locale), content.catalogue(locale).kickoff
    many = entries(60, hostile())
    post = views.post(words, views.post_data(kickoff, many, "C0PROJ"))
    assert check_blocks(post.blocks, "message") == []
    pairs = [(one.member_id, one.answers) for one in many]
    assert check_view(views.list_view(words, kickoff, pairs, "C0PROJ", page)) == []


def test_answer_to_a_question_no_longer_asked_is_left_out(content: Content) -> None:
    kickoff = content.catalogue("en").kickoff
    data = views.post_data(kickoff, entries(1, {"gone": "old"}), "C0PROJ")
    assert "old" not in str(views.post(content.words("en"), data).blocks)
