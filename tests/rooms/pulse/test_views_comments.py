"""What the thread shows of comments, and its owner of a reported one."""

from typing import Any

from syrupy.assertion import SnapshotAssertion

from bot.content import Words
from bot.rooms.pulse import views_comments
from bot.rooms.pulse.posts import COMMENTS_A_POST
from bot.rooms.pulse.usecases import MAX_COMMENT_CHARS
from tests.rooms.pulse.seen import PROJ, hostile, within_limits


def comment(number: int, words: str | None) -> dict[str, Any]:
    return {"id": f"{number:032x}", "words": words}


def test_comments_stand_as_typed_and_a_removed_one_as_removed(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    comments = [comment(1, "Shorter meetings, please"), comment(2, None), comment(3, hostile(60))]
    post = views_comments.comments_post(words, {"poll": "p1", "comments": comments})
    assert within_limits(post) == snapshot


def test_a_page_of_the_longest_comments_is_within_slacks_limits(words: Words) -> None:
    comments = [comment(number, hostile(MAX_COMMENT_CHARS)) for number in range(COMMENTS_A_POST)]
    within_limits(views_comments.comments_post(words, {"poll": "f" * 32, "comments": comments}))


def test_report_card_shows_the_comment_and_nobody(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    data = {"channel": PROJ, "poll": "p1", "id": "c1", "words": "Somebody is always late"}
    assert within_limits(views_comments.report_card(words, data)) == snapshot


def test_report_card_of_the_longest_comment_is_within_slacks_limits(words: Words) -> None:
    long = {"poll": "f" * 32, "id": "f" * 32, "words": hostile(MAX_COMMENT_CHARS)}
    within_limits(views_comments.report_card(words, {"channel": PROJ, **long}))
