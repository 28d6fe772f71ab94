"""Ballots: one a member and poll, telling nothing; answers that are only counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rooms.pulse.ballots import (
    SCORES,
    BallotError,
    Tally,
    answers_in,
    ballot_hash,
    increments,
    no_answers,
    tallies_of,
)
from bot.slack.ids import MemberId, WorkspaceId

KEY = bytes(range(32))
W, ANN = WorkspaceId("T1"), MemberId("U1")
STATEMENTS = ("anchor", "C-1", "R-1", "I-1", "S-1")
ids = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="|"), max_size=30)
answers = st.lists(st.fixed_dictionaries({s: st.sampled_from(SCORES) for s in STATEMENTS}))


def test_hash_is_the_same_when_a_member_answers_again() -> None:
    assert ballot_hash(KEY, W, "p1", ANN) == ballot_hash(KEY, W, "p1", ANN)


@pytest.mark.parametrize(
    ("key", "workspace", "poll", "member"),
    [
        (bytes(32), "T1", "p1", "U1"),
        (KEY, "T2", "p1", "U1"),
        (KEY, "T1", "p2", "U1"),
        (KEY, "T1", "p1", "U2"),
        (KEY, "T1p", "1", "U1"),
    ],
)
def test_hash_differs_when_anything_in_it_differs(
    key: bytes, workspace: str, poll: str, member: str
) -> None:
    other = ballot_hash(key, WorkspaceId(workspace), poll, MemberId(member))
    assert other != ballot_hash(KEY, W, "p1", ANN)


@given(st.binary(min_size=32, max_size=32), ids, ids, ids)
def test_hash_has_one_length_and_shows_no_id_when_ids_vary(
    key: bytes, workspace: str, poll: str, member: str
) -> None:
    ballot = ballot_hash(key, WorkspaceId(workspace), poll, MemberId(member))
    assert len(ballot) == 64
    assert set(ballot) <= set("0123456789abcdef")


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_hash_is_refused_when_the_key_has_the_wrong_size(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        ballot_hash(bytes(size), W, "p1", ANN)


def test_hash_is_refused_when_an_id_could_be_read_two_ways() -> None:
    with pytest.raises(ValueError, match="separator"):
        ballot_hash(KEY, W, "p1|U2", ANN)


@pytest.mark.parametrize("score", [0, 6, -1, True, 3.0, "3", None])
def test_answer_is_refused_when_a_score_is_not_one_to_five(score: object) -> None:
    with pytest.raises(BallotError):
        increments(dict.fromkeys(STATEMENTS, 3) | {"C-1": score}, STATEMENTS)


@pytest.mark.parametrize(
    "given_to", [STATEMENTS[:4], (*STATEMENTS, "C-2"), (*STATEMENTS[:4], "S-2"), ()]
)
def test_answer_is_refused_when_its_statements_are_not_the_polls(given_to: tuple[str]) -> None:
    with pytest.raises(BallotError):
        increments(dict.fromkeys(given_to, 3), STATEMENTS)


@given(answers)
def test_every_ballot_rewrites_all_tallies_in_one_order_when_answers_differ(
    ballots: list[dict[str, int]],
) -> None:
    for scores in ballots:
        shuffled = dict(reversed(scores.items()))
        assert list(increments(shuffled, STATEMENTS)) == list(no_answers(STATEMENTS))


@given(answers)
def test_tallies_hold_each_answer_once_when_ballots_are_added_up(
    ballots: list[dict[str, int]],
) -> None:
    counted = no_answers(STATEMENTS)
    for scores in ballots:
        for place, more in increments(scores, STATEMENTS).items():
            counted[place] += more
    tallies = tallies_of(counted, {s: s for s in STATEMENTS})
    assert answers_in(tallies) == len(ballots)
    assert {s: t.total for s, t in tallies.items()} == {
        s: sum(scores[s] for scores in ballots) for s in STATEMENTS
    }


def test_tally_is_turned_when_agreeing_is_bad_news() -> None:
    counted = no_answers(["S-1"]) | {("S-1", 1): 4, ("S-1", 5): 1}
    assert tallies_of(counted, {"S": "S-1"}, turned={"S"}) == {"S": Tally((1, 0, 0, 0, 4))}


def test_counting_stops_when_some_ballot_was_counted_in_part() -> None:
    with pytest.raises(ValueError, match="agree"):
        answers_in({"anchor": Tally((1, 0, 0, 0, 4)), "C": Tally((1, 0, 0, 0, 3))})


def test_reading_stops_when_a_tally_is_missing() -> None:
    with pytest.raises(KeyError):
        tallies_of({}, {"anchor": "anchor"})


def test_tally_is_refused_when_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        Tally((0, 0, -1, 0, 6))
