"""Attacks with the SQLite file in hand: what it says about who answered, and what."""

import base64
import re
from contextlib import suppress
from datetime import timedelta

from tests.rooms.pulse.evidence import Rows, sqlite_bytes, sqlite_pages, sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    comments,
    grow,
    set_up,
    votes,
)
from tests.talk import Talk

SCORES = {"ann": 1, "ben": 5, "chen": 2, "deepa": 4, "eli": 3}
ANSWERS = ("poll_ballot", "poll_tally", "poll_comment")


async def open_and_answer(talk: Talk) -> None:
    """Have everybody in `SCORES` answer a poll, in turn."""
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name, score in SCORES.items():
        await votes(talk, name, score)


async def test_nothing_but_ballot_and_tally_changes_when_somebody_answers(
    talk: Talk, sqlite_url: str
) -> None:
    """No row of an event, an errand, a rate or a last visit either, in whatever table."""
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    before = sqlite_tables(sqlite_url)
    await ann.clicks(ANSWER)
    await ann.submits({**answers(4), "pulse.comment.write": "fewer meetings"})
    await talk.settle()
    after = sqlite_tables(sqlite_url)
    assert {name for name in after if before[name] != after[name]} == set(ANSWERS)


async def test_difference_of_two_dumps_shows_one_answer_which_cannot_be_closed(
    talk: Talk, sqlite_url: str
) -> None:
    """Named in the deal and in the docs: whoever runs the server can see an answer being saved."""
    await set_up(talk)
    await talk.at(POLL_DAY)
    before = sqlite_tables(sqlite_url)["poll_tally"]
    await votes(talk, "ann", 4)
    grown = set(sqlite_tables(sqlite_url)["poll_tally"]) - set(before)
    assert {score for *_, score, _ in grown} == {4}


async def test_no_answer_names_a_member_when_read_from_the_tables(
    talk: Talk, sqlite_url: str
) -> None:
    await open_and_answer(talk)
    tables = sqlite_tables(sqlite_url)
    told = repr([tables[name] for name in ANSWERS])
    assert not any(f"U0{name.upper()}" in told for name in EVERYBODY)


async def test_ballots_lie_in_the_order_of_their_hashes_when_people_answered_in_turn(
    talk: Talk, sqlite_url: str
) -> None:
    await open_and_answer(talk)
    ballots = [ballot for *_, ballot in sqlite_tables(sqlite_url)["poll_ballot"]]
    assert len(ballots) == len(SCORES)
    assert ballots == sorted(ballots)


async def test_one_copy_of_the_files_holds_no_earlier_state_when_people_answered_in_turn(
    talk: Talk, sqlite_url: str
) -> None:
    """The log would hold each page as each answer left it: two neighbours differ by one answer."""
    await open_and_answer(talk)
    await talk.settle()
    ballots = {str(one).encode() for *_, one in sqlite_tables(sqlite_url)["poll_ballot"]}
    states = {frozenset(b for b in ballots if b in page) for page in sqlite_pages(sqlite_url)}
    assert states == {frozenset(), frozenset(ballots)}


async def test_tallies_are_complete_and_zero_when_the_poll_opens(
    talk: Talk, sqlite_url: str
) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    counts = [count for *_, count in sqlite_tables(sqlite_url)["poll_tally"]]
    assert counts == [0] * 25


async def test_nothing_finer_than_the_figures_is_left_when_the_poll_has_closed(
    talk: Talk, sqlite_url: str
) -> None:
    await open_and_answer(talk)
    await talk.at(CLOSED)
    tables = sqlite_tables(sqlite_url)
    assert tables["poll_ballot"] == tables["poll_tally"] == tables["poll_comment"] == []


async def test_ballots_and_their_key_are_gone_from_the_disk_when_the_poll_has_closed(
    talk: Talk, sqlite_url: str
) -> None:
    await open_and_answer(talk)
    tables = sqlite_tables(sqlite_url)
    ballots = [str(ballot).encode() for *_, ballot in tables["poll_ballot"]]
    keys = [value for row in tables["poll"] for value in row if isinstance(value, bytes)]
    assert all(secret in sqlite_bytes(sqlite_url) for secret in (*ballots, *keys))
    await talk.at(CLOSED - timedelta(hours=1))  # no night in between, which cuts the log, too
    await talk.at(CLOSED)
    left = sqlite_bytes(sqlite_url)
    assert not any(secret in left for secret in (*ballots, *keys))


async def test_a_sealed_comment_does_not_tell_when_it_was_written(
    talk: Talk, sqlite_url: str
) -> None:
    """A Fernet token carries its making's second in the clear: bytes 1 to 8."""
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    await talk.person("ann").clicks(ANSWER)
    await talk.person("ann").submits({**answers(4), "pulse.comment.write": "fewer meetings"})
    [comment] = sqlite_tables(sqlite_url)["poll_comment"]
    [token] = [value for value in comment if isinstance(value, bytes)]
    assert base64.urlsafe_b64decode(token)[1:9] == bytes(8)


async def test_traces_are_alike_when_some_have_answered_and_others_not(
    talk: Talk, sqlite_url: str
) -> None:
    """Deliveries, edits, skips and message places of those who answered and those who didn't."""
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in ("ann", "ben"):
        await votes(talk, name)
    await talk.at(TOLD)
    traces = {name: traces_of(sqlite_tables(sqlite_url), f"U0{name.upper()}") for name in EVERYBODY}
    assert len({str(trace) for trace in traces.values()}) == 1
    assert traces["ann"]["delivery"] == [("pulse.closed", "sent", 1), ("pulse.poll", "sent", 1)]


def traces_of(tables: dict[str, Rows], member: str) -> dict[str, list[object]]:
    """How often and in what state one member stands in each table, without ids and times.

    Who owns the pulse is told to the whole channel, so that table is left out.
    """
    rows = {
        name: [row for row in rows if member in row]
        for name, rows in tables.items()
        if name not in ("member", "workspace", "pulse")
    }
    deliveries: list[object] = [*sorted((row[2], row[6], row[10]) for row in rows.pop("delivery"))]
    return {"delivery": deliveries} | {name: [len(found)] for name, found in rows.items()}


async def test_a_removed_comment_is_nowhere_when_all_that_was_sealed_is_opened(
    talk: Talk, sqlite_url: str
) -> None:
    """With the host's keys in hand: neither in the comments nor in what the ledger sent."""
    more = await grow(talk, 2)
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, f"words of {name}")
    await talk.at(TOLD)
    assert len(set(unsealed(talk, sqlite_url))) == 8
    before = naming(sqlite_url, "U0BEN")
    await talk.person("ben").clicks("Report")
    await talk.settle()
    assert naming(sqlite_url, "U0BEN") == before  # who reported it is kept nowhere
    await talk.person("ann").clicks("pulse.comment.remove")
    await talk.settle()
    assert len(set(unsealed(talk, sqlite_url))) == 7


def naming(url: str, member: str) -> list[object]:
    """Return every row of every table that names *member*."""
    return [row for rows in sqlite_tables(url).values() for row in rows if member in str(row)]


def unsealed(talk: Talk, url: str) -> list[str]:
    """Every comment that can be read anywhere in the database with the host's keys."""
    cipher, found = talk.bot.deps.db.cipher, []
    for rows in sqlite_tables(url).values():
        for value in (value for row in rows for value in row if isinstance(value, bytes)):
            with suppress(Exception):
                found += re.findall(r"words of \w+", str(cipher.open(value)))
    return found
