"""The Trust Equation, T = (C + R + I) / S, and what one check tells. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from bot.content import FactorStatement

Factor = Literal["C", "R", "I", "S"]
FACTORS: tuple[Factor, ...] = ("C", "R", "I", "S")
TIE_ORDER: tuple[Factor, ...] = ("I", "S", "R", "C")  # which of equals to start with
LOWEST, HIGHEST = 1, 5
MOST_TRUST = 15
BAR_CELLS = 10
FOLLOW_THROUGH_FROM = 5  # ended promises, before they are told beside the self-rated R


@dataclass(frozen=True)
class Scores:
    """One check's scores, each from 1 to 5; a high S is attention on oneself."""

    C: float
    R: float
    I: float  # noqa: E741  # the equation's own letter
    S: float

    def __post_init__(self) -> None:
        for factor in FACTORS:
            if not LOWEST <= self.of(factor) <= HIGHEST:
                raise ValueError(f"{factor} must be from {LOWEST} to {HIGHEST}")

    @classmethod
    def read(cls, values: Mapping[str, float]) -> "Scores":
        return cls(*(float(values[factor]) for factor in FACTORS))

    def of(self, factor: Factor) -> float:
        return float(getattr(self, factor))

    def as_dict(self) -> dict[str, float]:
        return {factor: self.of(factor) for factor in FACTORS}


def trust(scores: Scores) -> float:
    """Return T, one decimal, from 0.6 to 15."""
    return round((scores.C + scores.R + scores.I) / scores.S, 1)


def focus_on_others(scores: Scores) -> float:
    """Return S turned round, so that up is good: what people see."""
    return LOWEST + HIGHEST - scores.S


def shown(scores: Scores, factor: Factor) -> float:
    """Return a factor as people see it, from 1 to 5, up being good."""
    return focus_on_others(scores) if factor == "S" else scores.of(factor)


def weakest(scores: Scores) -> Factor:
    """Return the factor least favourable on a common 0 to 1 scale; ties go I, S, R, C."""
    return weakest_first(scores)[0]


def weakest_first(scores: Scores) -> list[Factor]:
    """Return the factors, the least favourable first; ties go I, S, R, C."""
    return sorted(TIE_ORDER, key=lambda factor: shown(scores, factor))


def bar(value: float) -> str:
    """Return *value* (1 to 5) as a bar of ten cells."""
    filled = round(value / HIGHEST * BAR_CELLS)
    return "▰" * filled + "▱" * (BAR_CELLS - filled)


def trust_bar(value: float) -> str:
    """Return T (up to 15) as a bar of ten cells."""
    return bar(value * HIGHEST / MOST_TRUST)


def full_scores(chosen: Mapping[str, int], statements: Sequence[FactorStatement]) -> Scores:
    """Return the mean of each factor's statements, the reversed ones turned round.

    Raises:
        KeyError: a statement without an answer.
    """
    by_factor: dict[str, list[int]] = {factor: [] for factor in FACTORS}
    for statement in statements:
        by_factor[statement.factor].append(statement.score(chosen[statement.id]))
    return Scores.read({factor: fmean(scores) for factor, scores in by_factor.items()})


def pages(statements: Sequence[FactorStatement]) -> list[Sequence[FactorStatement]]:
    """Return the statements, one of each factor to a page."""
    size = len(FACTORS)
    return [statements[at : at + size] for at in range(0, len(statements), size)]
