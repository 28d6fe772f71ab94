"""The steps of a reflection: which must be answered, and how one begins another. Pure."""

from collections.abc import Mapping, Sequence

RELATIONSHIP, USUAL, FACTOR, RETOLD, REPAIR = (
    "relationship",
    "usual",
    "factor",
    "retold",
    "repair",
)
REQUIRED = frozenset({RELATIONSHIP, USUAL, RETOLD})
SHORT = frozenset({RELATIONSHIP, REPAIR})  # one line is enough
FACTORS = ("C", "R", "I")  # what one's own goals can hurt; the fourth is the goals themselves


def missing(answers: Mapping[str, str], steps: Sequence[str]) -> list[str]:
    """Return those of *steps* that can't be left empty and are."""
    return [step for step in steps if step in REQUIRED and not answers.get(step)]


def is_as_before(answers: Mapping[str, str]) -> bool:
    """Say whether the story retold is the usual one still, last line and all."""
    return RETOLD in answers and answers[RETOLD].split() == answers.get(USUAL, "").split()


def begun_with(step: str, answers: Mapping[str, str]) -> str:
    """Return what stands in a step's field already: the story is retold from the usual one."""
    return answers.get(step) or (answers.get(USUAL, "") if step == RETOLD else "")
