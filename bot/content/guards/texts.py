"""Every sentence by itself: its length, its blanks, and what it must not contain."""

import re
from collections.abc import Iterator

from bot.content import placeholders
from bot.content.guards.language import Language, Steps
from bot.content.problems import Problem

MAX_CHARS = 400
_MAX_CHARS_OF = {"explainers": 3000, "drafts": 1000}
LONGEST_NAME = "N" * 40  # first names are shorter than "someone you haven't spoken to this week"

# Which blanks may stand where: the file, then the keys on the way to the text.
DECLARED: dict[tuple[str, ...], frozenset[str]] = {
    ("practices", "practices", "wordings"): frozenset({"teammate"}),
    ("drafts", "own_up", "text"): frozenset({"promise", "new_time"}),
    ("drafts", "thanks", "text"): frozenset({"teammate"}),
    ("drafts", "update", "text"): frozenset({"promise", "known", "unknown", "next_time"}),
    ("drafts", "update", "nothing_new", "text"): frozenset({"promise", "next_time"}),
}

# What may not stand in a sentence, and what to do about it.
_BANNED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<[!@#]"), "leave it out: it would ping people or link"),
    (re.compile(r"[!！]"), "end the sentence with a full stop"),
    (re.compile(r"[<>]|&(?!amp;|lt;|gt;)"), "write &lt; &gt; &amp;, or other words"),
    (re.compile(r'"'), "write “ and ”"),
    (re.compile(r"\.\.\."), "write …"),
)
_BANNED_CHINESE = {
    "亲密": "安全感",
    "承诺": "约定",
    "认错": "主动说明",
    "检讨": "主动说明",
    "自查": "信任小测",
    "督促": "小练习",
    "提醒": "小练习, or say what happens",
    "最弱": "可以先从这里开始",
    "脉搏": "团队小调查",
    "自评": "信任小测",
    "反思": "回头看看",
}
_HAN = "\u4e00-\u9fff"
_HALF_WIDTH = re.compile(rf"(?<=[{_HAN}”])[,.;:?()]|[,;:?()](?=[{_HAN}“])")
# Slack takes * and ` for markup only where a space, or nothing, is on either side.
_MARKED = re.compile(r"\*[^*\n]+\*|`[^`\n]+`")
_JOINED = re.compile(rf"[\w{_HAN}\u3000-\u303f\uff00-\uffef“”…]")


def text_problems(language: Language) -> Iterator[Problem]:
    """Check every sentence of a language's YAML files."""
    for stem, source in language.files.items():
        for place, text in language.texts(stem):
            found = [
                *misfits(text, language.is_chinese),
                *(unmarked(text) if language.is_chinese else ()),
                *_length(stem, text),
                *_blanks(stem, place, text),
            ]
            yield from (source.problem(place, what, fix) for what, fix in found)


def misfits(text: str, is_chinese: bool) -> Iterator[tuple[str, str]]:
    """Name what may not stand in a sentence, each with its fix."""
    for pattern, fix in _BANNED:
        if found := pattern.search(text):
            yield f"{found.group()!r} in {_short(text)}", fix
            break
    for term, instead in _BANNED_CHINESE.items() if is_chinese else ():
        if term in text:
            yield f"{term} in {_short(text)}", f"say {instead}"
    if is_chinese and (found := _HALF_WIDTH.search(text)):
        yield f"{found.group()!r} in {_short(text)}", "write Chinese punctuation: ，。；：？（）"


def unmarked(text: str) -> Iterator[tuple[str, str]]:
    """Name what Slack would show with its * or ` in a text without spaces between the words."""
    for found in _MARKED.finditer(text):
        around = (
            text[max(0, found.start() - 1) : found.start()],
            text[found.end() : found.end() + 1],
        )
        if any(_JOINED.fullmatch(sign) for sign in around if sign):
            yield f"{found.group()} touches its neighbour in {_short(text)}", "put a space between"


def _length(stem: str, text: str) -> Iterator[tuple[str, str]]:
    limit = _MAX_CHARS_OF.get(stem, MAX_CHARS)
    blanks = dict.fromkeys(placeholders.names(text), LONGEST_NAME)
    if (length := len(placeholders.fill(text, blanks))) > limit:
        yield f"{length} characters once filled, {limit} fit", "shorten it"


def _blanks(stem: str, place: Steps, text: str) -> Iterator[tuple[str, str]]:
    keys = (stem, *(step for step in place if isinstance(step, str)))
    declared = DECLARED.get(keys, frozenset())
    if unknown := placeholders.names(text) - declared:
        may = ", ".join(f"{{{name}}}" for name in sorted(declared)) or "no placeholder"
        yield f"Undeclared {{{sorted(unknown)[0]}}}", f"only this may stand here: {may}"
    bare = placeholders.fill(text, dict.fromkeys(placeholders.names(text), ""))
    if "{" in bare or "}" in bare:
        yield f"A brace without its other half in {_short(text)}", "write {like_this}"


def _short(text: str) -> str:
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
