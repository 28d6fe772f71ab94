"""Which statements a poll asks: the anchor always, and one a factor, each before any again."""

from collections.abc import Mapping, Sequence

from bot.content.schema import FACTORS, Factor, FactorStatement

ANCHOR = "anchor"


def statements_for(
    anchor: str,
    bank: Mapping[Factor, Sequence[str]],
    asked: Mapping[Factor, Sequence[str]],
) -> dict[str, str]:
    """Choose the next poll's statements: the *anchor*'s id, and one of *bank* for each factor.

    *asked* holds, oldest first, the statements of all the team's polls so far: those published,
    pooled, deleted and instant alike. The one asked longest ago comes next, those never asked
    first, in the bank's order. While the bank doesn't change, poll n (from 1) therefore asks
    number (n - 1) modulo its size; where a statement comes or goes, the others keep their turns.

    Raises:
        ValueError: a factor without a statement.
    """
    return {ANCHOR: anchor} | {
        factor: _next(bank[factor], asked.get(factor, ())) for factor in FACTORS
    }


def is_turned(statement: FactorStatement) -> bool:
    """Tell whether agreeing is bad news, so that the tally is turned before it is published.

    People see every factor with up as good: S as focus on others, which is 6 - S.
    """
    return (statement.factor == "S") != statement.reversed


def _next(bank: Sequence[str], asked: Sequence[str]) -> str:
    last = {statement: turn for turn, statement in enumerate(asked)}
    return min(bank, key=lambda statement: last.get(statement, -1))
