"""The parts of a line no time may be read from, and the person it names."""

import re
from dataclasses import dataclass

MASK = "\ufffc"  # Unicode's own stand-in for an object within text
LATIN = "A-Za-z0-9_\u00c0-\u024f"
MENTION = (
    r"<@(?P<id>[A-Z0-9]+)(?:\|[^>]*)?>"
    rf"|(?<![{LATIN}.@/])@(?!(?:here|channel|everyone|noon|midnight|eod|cob)\b|\d|周[一二三四五六日天末]|星期|今天|明天|后天|今晚)"
    rf"(?P<name>[{LATIN}](?:[{LATIN}.'-]*[{LATIN}])?|[^\W\d_]+?(?=[和跟与及]\s*@)|[^\W\d_]+)"
)
QUOTES = r"(?<!\w)'[^'\n]+'(?!\w)|‘[^’]+’"
EMOJI = re.compile(r"(?<![\w:]):[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:(?!\d)")
QUOTED = r'(?:"[^"]+"|“[^”]+”|「[^」]+」|《[^》]+》)'
OPAQUE = re.compile(
    rf"{MENTION}|<[^>]*>|https?://\S+|\bwww\.\S+|`[^`]*`|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)#[\w-]+"
    rf"|{QUOTED}(?!\s*$)|(?<!^){QUOTED}|(?<!^)(?:{QUOTES})|{EMOJI.pattern}",
)
# Between these and their like nobody writes a space.
UNSPACED = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
ENDS_CLAUSE = re.compile(r"(?:[?!]+|[.,;:)\]])(?=\s|$)")
# What stood around the words that are taken out: (by Friday), [Friday], *Friday*.
AROUND = re.compile(
    rf"[(（]\s*{MASK}+\s*[)）]|\[\s*{MASK}+\s*\]|{{\s*{MASK}+\s*}}|【\s*{MASK}+\s*】|([*~])\s*{MASK}+\s*\1"
)
AND_ANOTHER = re.compile(rf"\s*(?:,|，|、|&|\+|\band\b|和|跟|与)\s*(?={MASK})", re.IGNORECASE)
DASHES = re.compile(r"\s-(?:\s-)+(?=\s)")  # the deck - by Friday - thanks
LED_AWAY = re.compile(r"\s*(?:[=-]+>|→|[/|])\s*$")  # the deck -> Friday
CUT = re.compile(
    rf"(?P<before>[,，;；]?)\s*{MASK}[{MASK}\s]*(?P<after>[,，；]|;(?!-)|[.。!！](?=\s|$))?\s*"
)
TO = re.compile(
    r"(?:(?:\b(?:to|for|with|from|cc)|\bw/)\s+|[给跟和向帮替对給對]\s*)$",
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
        """The first mention, with the word that leads to it, and that to the next one."""
        if not self.mentions:
            return None
        first = self.mentions[0]
        lead = TO.search(self.masked, 0, first.start)
        another = AND_ANOTHER.match(self.masked, first.end)
        is_person = another and any(one.start == another.end() for one in self.mentions)
        end = another.end() if another and is_person else first.end
        return (lead.start() if lead else first.start, end)


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
    text = AROUND.sub(MASK, "".join(kept))
    text = re.sub(r"\s+", " ", CUT.sub(_closed, text))
    emoji = {found[0]: found[0].replace(":", "\0") for found in EMOJI.finditer(text)}
    for code, guarded in emoji.items():
        text = text.replace(code, guarded)
    text = DASHES.sub(" -", text)
    return LED_AWAY.sub("", text.strip(" ,，;；:：、-–—~～")).replace("\0", ":")


def _closed(cut: re.Match[str]) -> str:
    """Close a cut: one comma of two is enough, Chinese needs no space, an end no full stop."""
    left, right = cut.string[: cut.start()], cut.string[cut.end() :]
    if not left or not right.strip():
        return ""
    comma = cut["after"] or cut["before"] or ""
    if ENDS_CLAUSE.match(right) and EMOJI.match(right) is None:
        return ""
    is_unspaced = UNSPACED.match(right) or UNSPACED.match(comma or left[-1])
    return comma if is_unspaced else f"{comma} "
