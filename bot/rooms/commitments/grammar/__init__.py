"""The grammar of a promise's one line, English and Chinese: pure, and told the time."""

from bot.rooms.commitments.grammar.model import Grain, Problem, Read, WorkWeek
from bot.rooms.commitments.grammar.reader import read

__all__ = ["Grain", "Problem", "Read", "WorkWeek", "read"]
