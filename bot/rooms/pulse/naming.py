"""Whether a comment seems to name somebody. Pure; it may err, for it only warns."""

import re
from collections.abc import Collection, Iterator

MIN_PART = 3  # letters of a part of a name: shorter ones are words, too
HAN = "\u3400-\u9fff"
# A word ends at what isn't a letter or digit, and between Latin and Chinese, as in 我觉得Ana很好.
BEFORE, AFTER = rf"(?<![^\W{HAN}])", rf"(?![^\W{HAN}])"
MENTION = re.compile(rf"<@\w+|(?<![^\W{HAN}]|[.+])@[^\W\d_]")


def names_somebody(comment: str, names: Collection[str]) -> bool:
    """Tell whether *comment* mentions somebody, or holds one of *names* or a part of it."""
    said = comment.casefold()
    return bool(MENTION.search(comment)) or any(
        _stands(form, said) for name in names for form in _forms(name.casefold())
    )


def _forms(name: str) -> Iterator[str]:
    """Yield what people say for *name*: the whole, its parts, in Chinese the given name."""
    yield name
    yield from (part for part in re.split(r"[\W_]+", name) if len(part) >= MIN_PART)
    if re.fullmatch(f"[{HAN}]{{3,4}}", name):
        yield name[-2:]


def _stands(form: str, said: str) -> bool:
    if len(form) < 2:  # a single letter, or character, is no name in a text
        return False
    if re.search(f"[{HAN}]", form):
        return form in said
    return re.search(BEFORE + re.escape(form) + AFTER, said) is not None
