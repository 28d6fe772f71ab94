"""Attacks with the database's secrets: whose ballot it was, and in which order comments came."""

import re
from contextlib import suppress

from bot.rooms.pulse import ballot_box
from bot.rooms.pulse.ballots import BALLOT_KEY_BYTES, ballot_hash
from bot.slack.ids import MemberId, WorkspaceId
from bot.storage.engine import Database
from bot.storage.types import Cipher
from tests.rooms.pulse.evidence import sqlite_bytes, sqlite_tables
from tests.rooms.pulse.polling import CLOSED, EVERYBODY, ONE_WEEK, POLL_DAY, set_up, votes
from tests.talk import Talk

WORKSPACE = WorkspaceId("T1")
HEX = rf"(?=([0-9a-f]{{{2 * BALLOT_KEY_BYTES}}}))".encode()


def secrets_in(url: str, cipher: Cipher | None = None) -> set[str]:
    """Return whatever in the files may be a ballot's key; with *cipher*, under its seal as well."""
    found = {one.decode() for one in re.findall(HEX, sqlite_bytes(url))}
    for row in (row for rows in sqlite_tables(url).values() for row in rows):
        for value in (value for value in row if cipher and isinstance(value, bytes)):
            with suppress(Exception):
                found |= {str(cipher.open(value))} if cipher else set()
    return {one for one in found if re.fullmatch(r"[0-9a-f]{64}", one)}


def voters(talk: Talk, poll: str, ballots: set[str], keys: set[str]) -> set[str]:
    """Return whose ballots can be told with one of *keys*, trying everybody."""
    return {
        name
        for name in EVERYBODY
        for key in keys
        if ballot_hash(bytes.fromhex(key), talk.workspace, poll, MemberId(f"U0{name.upper()}"))
        in ballots
    }


async def test_nobodys_ballot_can_be_told_without_the_hosts_keys_or_after_closing(
    talk: Talk, sqlite_url: str
) -> None:
    """With them, while the poll is open, it can: that stands in docs/privacy.md."""
    cipher = talk.bot.deps.db.cipher
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in ("ann", "ben"):
        await votes(talk, name)
    [(_, poll, _), *_] = cast = sqlite_tables(sqlite_url)["poll_ballot"]
    ballots = {str(ballot) for *_, ballot in cast}
    assert voters(talk, poll, ballots, secrets_in(sqlite_url)) == set()
    assert voters(talk, poll, ballots, secrets_in(sqlite_url, cipher)) == {"ann", "ben"}
    await talk.at(CLOSED)
    assert voters(talk, poll, ballots, secrets_in(sqlite_url, cipher)) == set()


async def test_each_poll_has_a_key_of_its_own(talk: Talk, sqlite_url: str) -> None:
    """Else one that was found out, or kept from a backup, would open every poll after it."""
    cipher, keys = talk.bot.deps.db.cipher, list[set[str]]()
    await set_up(talk)
    for week in range(2):
        await talk.at(POLL_DAY + week * ONE_WEEK)
        await votes(talk, "ann")
        [(_, poll, ballot)] = sqlite_tables(sqlite_url)["poll_ballot"]
        keys.append(secrets_in(sqlite_url, cipher))
        assert voters(talk, poll, {ballot}, keys[week]) == {"ann"}
        assert voters(talk, poll, {ballot}, keys[0]) == ({"ann"} if week == 0 else set())


async def test_a_comments_id_tells_nothing_of_when_it_came_and_is_another_after_closing(
    db: Database,
) -> None:
    came = list[str]()
    for number in range(20):
        async with db.write() as session:
            before = await ballot_box.comments(session, WORKSPACE, "P1")
            await ballot_box.put_comment(session, WORKSPACE, "P1", f"words {number}")
            after = await ballot_box.comments(session, WORKSPACE, "P1")
        ids = {one.comment_id for one in after} - {one.comment_id for one in before}
        came += ids
    assert len(came) == 20
    assert came not in (sorted(came), sorted(came, reverse=True))
    async with db.write() as session:
        await ballot_box.rewrite_comments(session, WORKSPACE, "P1")
        kept = await ballot_box.comments(session, WORKSPACE, "P1")
    assert {one.comment_id for one in kept}.isdisjoint(came)
    assert sorted(str(one.words) for one in kept) == sorted(f"words {n}" for n in range(20))
    assert [str(one.words) for one in kept] != [f"words {number}" for number in range(20)]
