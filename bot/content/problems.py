"""What is wrong in a content file, where, and how to mend it."""

from dataclasses import dataclass
from pathlib import Path

from bot.errors import ConfigError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend; *line* counts from 1."""

    path: Path
    line: int
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. Fix: {self.fix}."


class ContentError(ConfigError):
    """The content can't be used; every problem is named with its file, line and fix."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
