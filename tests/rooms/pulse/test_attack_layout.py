"""Attacks with where rows lie: in SQLite's pages, and under PostgreSQL's numbers."""

import shutil
from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from bot.content import Content
from bot.rooms.pulse import ballot_box
from bot.rooms.pulse.ballots import increments
from bot.rooms.pulse.laying import BESIDE
from bot.rooms.pulse.tables import PollBallot
from bot.slack.ids import WorkspaceId
from bot.storage.engine import Database
from bot.storage.types import Cipher
from bot.storage.upsert import insert_new
from tests.conftest import TEST_KEY
from tests.rooms.pulse.evidence import postgres_rows, sqlite_bytes, sqlite_tables
from tests.rooms.pulse.polling import COMMENTS, EVERYBODY, POLL_DAY, comments, grow, set_up
from tests.talk import Talk

WORKSPACE = WorkspaceId("T1")
STATEMENTS = ("anchor", "C")
ANSWERS = ((5, 1), (5, 2), (4, 2), (4, 1))  # by each of four: two scores pass from one to two


async def file_after(path: Path, cipher: Cipher, order: Sequence[int]) -> bytes:
    """Return the file as it lies once four have answered in *order*, between two other polls."""
    url = f"sqlite+aiosqlite:///{path}"
    db = Database.open(url, cipher)
    for poll in ("P1", "P2", "P3"):
        async with db.write() as session:
            await ballot_box.prepare(session, WORKSPACE, poll, STATEMENTS)
            await ballot_box.cast(session, WORKSPACE, poll, "f" * 64, answer(3, 3))
    for one in order:
        async with db.write() as session:
            ballot = str(one) * 64
            await ballot_box.cast(session, WORKSPACE, "P2", ballot, answer(*ANSWERS[one]))
    assert await db.settle_log()
    await db.close()
    cast = Counter(poll for _, poll, _ in sqlite_tables(url)["poll_ballot"])
    assert cast == {"P1": 1, "P2": 1 + len(order), "P3": 1}
    return sqlite_bytes(url)


def answer(*scores: int) -> dict[tuple[str, int], int]:
    return increments(dict(zip(STATEMENTS, scores, strict=True)), STATEMENTS)


async def test_file_is_the_same_byte_by_byte_in_whatever_order_people_answered(
    migrated_sqlite: Path, tmp_path: Path, cipher: Cipher
) -> None:
    """A page keeps rows as they came, and moves one whose number needs another byte."""
    files = set()
    for number, order in enumerate(permutations(range(len(ANSWERS)))):
        path = tmp_path / f"{number}.db"
        shutil.copyfile(migrated_sqlite, path)
        files.add(await file_after(path, cipher, order))
    assert len(files) == 1


async def test_ballots_and_comments_lie_in_the_order_of_their_random_ids(
    talk: Talk, sqlite_url: str
) -> None:
    """Else the third comment would be the third ballot's, and a host could tell whose that is."""
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    for name in EVERYBODY:
        await comments(talk, name, name)
    await talk.settle()
    tables, data = sqlite_tables(sqlite_url), sqlite_bytes(sqlite_url)
    for table in ("poll_ballot", "poll_comment"):
        ids = [str(row[2]) for row in tables[table]]
        lying = sorted(ids, key=lambda one: data.index(one.encode()), reverse=True)
        assert lying == sorted(ids)
        assert len(ids) == len(EVERYBODY)


async def test_ballots_and_comments_bear_one_transaction_in_the_order_of_their_random_ids(
    postgres_url: str, content: Content
) -> None:
    async with Talk.open(postgres_url, content, key=TEST_KEY) as talk:
        names = [*EVERYBODY, *await grow(talk, 2)]
        await set_up(talk, **COMMENTS)
        await talk.at(POLL_DAY)
        for name in names:
            await comments(talk, name, name)
        for table, own in (("poll_ballot", "ballot"), ("poll_comment", "comment_id")):
            rows = postgres_rows(postgres_url, table, f"ctid, xmin::text, {own}")
            ids = [own for *_, own in rows]
            assert ids == sorted(ids)
            assert len(ids) == len(names)
            assert len({version for _, version, _ in rows}) == 1


async def test_ballot_hides_among_two_hundred_beside_it_where_a_team_is_large(
    postgres_url: str, cipher: Cipher
) -> None:
    """To lay all of ten thousand anew with every answer would be too much; none gets lost."""
    db = Database.open(postgres_url, cipher)
    ballots = [f"{number:063d}x" for number in range(4 * BESIDE)]
    rows = [{"workspace_id": WORKSPACE, "poll_id": "P1", "ballot": one} for one in ballots]
    async with db.write() as session:
        await ballot_box.prepare(session, WORKSPACE, "P1", STATEMENTS)
        await insert_new(session, PollBallot, rows)
    for last in (f"{2 * BESIDE:064d}", "0" * 64, "9" * 64):  # in the middle, and at either end
        async with db.write() as session:
            await ballot_box.cast(session, WORKSPACE, "P1", last, answer(3, 3))
        found = postgres_rows(postgres_url, "poll_ballot", "ctid, xmin::text, ballot")
        ballots.append(last)
        newest = next(version for _, version, ballot in found if ballot == last)
        beside = sum(version == newest for _, version, _ in found)
        assert BESIDE < beside <= 2 * BESIDE + 1
        assert sorted(ballot for *_, ballot in found) == sorted(ballots)
    await db.close()
