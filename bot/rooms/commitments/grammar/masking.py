"""The parts of a line no time may be read from, and the person it names."""

import re
from dataclasses import dataclass

MASK = "\ufffc"  # Unicode's own stand-in for an object within text
LATIN = "A-Za-z0-9_\u00c0-\u024f"
MENTION = (
    r"<@(?P<id>[A-Z0-9]+)(?:\|[^>]*)?>"
    rf"|(?<![{LATIN}.@/])@(?!(?:here|channel|everyone)\b)(?P<name>[{LATIN}](?:[{LATIN}.'-]*[{LATIN}])?|[^\W\d_]+)"
)
OPAQUE = re.compile(
    rf"{MENTION}|<[^>]*>|https?://\S+|\bwww\.\S+|`[^`]*`|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)#[\w-]+",
)
CUT = re.compile(
    rf"(?P<before>[,，;；]?)\s*{MASK}[{MASK}\s]*(?P<after>[,，;；]|[.。!！](?=\s|$))?\s*"
)
TO = re.compile(
    r"(?:\b(?:to|for|with|from|cc)\s+|[给跟和向帮替对給對]\s*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    who: str


@dataclass(frozen=True)
class Masked:
    """A line of the same length, with mentions, links, channels and code made unreadable."""

    line: str
    masked: str
    mentions: tuple[Mention, ...]

    @property
    def people(self) -> int:
        return len({mention.who for mention in self.mentions})

    @property
    def person_span(self) -> tuple[int, int] | None:
        """The first mention, with the word that leads to it."""
        if not self.mentions:
            return None
        first = self.mentions[0]
        lead = TO.search(self.masked, 0, first.start)
        return (lead.start() if lead else first.start, first.end)


def mask(line: str) -> Masked:
    mentions = []
    for found in OPAQUE.finditer(line):
        if found["id"] or found["name"]:
            who = found["id"] or f"@{found['name']}"
            mentions.append(Mention(found.start(), found.end(), who))
    masked = OPAQUE.sub(lambda found: MASK * len(found[0]), line)
    return Masked(line, masked, tuple(mentions))


def without(line: str, spans: list[tuple[int, int]]) -> str:
    """Give the line without these stretches, and without what their absence leaves dangling."""
    kept = list(line)
    for start, end in spans:
        kept[start:end] = MASK * (end - start)
    text = re.sub(rf"[(（]\s*{MASK}+\s*[)）]", MASK, "".join(kept))
    text = CUT.sub(_closed, text)
    return re.sub(r"\s+", " ", text).strip(" ,，;；:：、-–—")


def _closed(cut: re.Match[str]) -> str:
    """Close a cut: one comma of two is enough, Chinese needs no space, an end no full stop."""
    left, right = cut.string[: cut.start()], cut.string[cut.end() :]
    if not left or not right.strip():
        return ""
    comma = cut["after"] or cut["before"] or ""
    is_spaced = right[0].isascii() and (comma or left[-1]).isascii()
    return f"{comma} " if is_spaced else comma
