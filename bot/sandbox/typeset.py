"""Lines of text in a terminal: wrapped by what they measure there, Chinese included."""

import re
import unicodedata

WIDTH = 88
PIECE = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+"
)
NEVER_FIRST = set("，。！？；：、）》」』”’,.!?;:)")


def columns(text: str) -> int:
    """How many terminal columns a text takes."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
        if not unicodedata.combining(char)
    )


def wrap(text: str, *, indent: str = "", width: int = WIDTH) -> list[str]:
    """The text's lines, none wider than *width*, each after *indent*; its own breaks stay."""
    room = width - columns(indent)
    return [
        (indent + line).rstrip()
        for paragraph in text.split("\n")
        for line in _paragraph(paragraph, room)
    ]


def _paragraph(text: str, room: int) -> list[str]:
    lines, line = [], ""
    for piece in PIECE.findall(text):
        closes = piece[0] in NEVER_FIRST
        if line.strip() and not closes and columns(line) + columns(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line = line + piece if line or not piece.isspace() or not lines else ""
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def beside(left: str, right: str, *, width: int = WIDTH) -> list[str]:
    """Both on one line where they fit, else below each other."""
    joined = f"{left}  {right}"
    return [joined] if "\n" not in left and columns(joined) <= width else [left, right]
