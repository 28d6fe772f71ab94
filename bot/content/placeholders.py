"""The blanks in a text, written {like_this}, and how they are filled."""

import re
from collections.abc import Mapping

_BLANK = re.compile(r"\{([^{}]*)\}")


def names(text: str) -> frozenset[str]:
    """Name the blanks in *text*."""
    return frozenset(_BLANK.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put *values* into the blanks; braces inside a value stay as they are.

    Raises: KeyError for a blank without a value.
    """
    return _BLANK.sub(lambda blank: values[blank.group(1)], text)
