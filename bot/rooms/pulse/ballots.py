"""Votes without voters: who has answered is a keyed hash, what was answered is only counted."""

import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.slack.ids import MemberId, WorkspaceId

BALLOT_KEY_BYTES = 32  # as long as the hash: no shorter key is stronger
SCORES = (1, 2, 3, 4, 5)

Counts = tuple[int, int, int, int, int]


class BallotError(ValueError):
    """An answer the poll's own form can't send: a statement missing or foreign, or no score."""


def ballot_hash(key: bytes, workspace: WorkspaceId, poll: str, member: MemberId) -> str:
    """Say "has answered" in 64 hex digits that mean nothing once *key* is destroyed.

    *key* is the poll's own, random, destroyed at closing; without it the hash can be tied neither
    to a member nor to the same member's ballot in another poll.

    Raises:
        ValueError: a short key, or an id holding the separator (two ballots could share a hash).
    """
    if len(key) != BALLOT_KEY_BYTES:
        raise ValueError(f"a ballot key has {BALLOT_KEY_BYTES} bytes, not {len(key)}")
    parts = (workspace, poll, member)
    if any("|" in part for part in parts):
        raise ValueError("an id can't hold the separator |")
    return hmac.new(key, "|".join(parts).encode(), sha256).hexdigest()


def increments(
    scores: Mapping[str, object], statements: Sequence[str]
) -> dict[tuple[str, int], int]:
    """Turn one answer into what it adds to every tally: (statement, score) → 0 or 1.

    The zeros matter: each ballot rewrites all rows of the poll, in one order. Were only those
    with a one rewritten, a database's row versions would show what the last member answered.

    Raises:
        BallotError: not exactly the poll's *statements*, or a score that isn't 1, 2, 3, 4 or 5.
    """
    if set(scores) != set(statements):
        raise BallotError("not the poll's statements")
    given = {statement: _checked(scores[statement]) for statement in statements}
    return {(each, score): int(given[each] == score) for each, score in no_answers(statements)}


def no_answers(statements: Sequence[str]) -> dict[tuple[str, int], int]:
    """Return the tallies to store at opening, all zero: none may come to be with an answer."""
    return {(statement, score): 0 for statement in statements for score in SCORES}


@dataclass(frozen=True)
class Tally:
    """How often each score from 1 to 5 was given to one statement, or to several of a factor."""

    counts: Counts = (0, 0, 0, 0, 0)

    def __post_init__(self) -> None:
        if min(self.counts) < 0:
            raise ValueError("a tally can't be negative")

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def total(self) -> int:
        """The sum of all scores. It never leaves this room: only `publication.figure` sees it."""
        return sum(score * count for score, count in zip(SCORES, self.counts, strict=True))

    def turned(self) -> "Tally":
        """Count each score x as 6 - x, so that up is good where the statement says the opposite."""
        one, two, three, four, five = self.counts
        return Tally((five, four, three, two, one))

    def __add__(self, other: "Tally") -> "Tally":
        a, b = self.counts, other.counts
        return Tally((a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]))


def tallies_of(
    counted: Mapping[tuple[str, int], int],
    statements: Mapping[str, str],
    turned: Collection[str] = (),
) -> dict[str, Tally]:
    """Gather stored (statement, score) → count into a tally for each thing asked.

    *statements* maps what was asked (the anchor, each factor) to the poll's statement for it;
    those named in *turned* are turned round, so that up is good in every figure.

    Raises:
        KeyError: a count missing; all are stored from the opening on.
    """
    tallies = {asked: Tally(_counts(counted, each)) for asked, each in statements.items()}
    return {k: tally.turned() if k in turned else tally for k, tally in tallies.items()}


def answers_in(tallies: Mapping[str, Tally]) -> int:
    """Count the ballots behind *tallies*.

    Raises:
        ValueError: the statements disagree, so some ballot was counted in part: publish nothing.
    """
    sizes = {tally.answers for tally in tallies.values()}
    if len(sizes) > 1:
        raise ValueError("the tallies of one poll don't agree on how many answered")
    return sizes.pop() if sizes else 0


def _counts(counted: Mapping[tuple[str, int], int], statement: str) -> Counts:
    one, two, three, four, five = (counted[statement, score] for score in SCORES)
    return one, two, three, four, five


def _checked(value: object) -> int:
    if type(value) is not int or value not in SCORES:  # True is an int too
        raise BallotError("not a score from 1 to 5")
    return value
