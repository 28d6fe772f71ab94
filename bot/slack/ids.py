"""Slack's ids as types, and the one codec for what we hide in buttons and modals."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NewType

WorkspaceId = NewType("WorkspaceId", str)
MemberId = NewType("MemberId", str)
ChannelId = NewType("ChannelId", str)

VERSION = 1  # of every value and private_metadata; messages outlive releases
MAX_VALUE_CHARS = 2000  # Slack: button value


class UnreadableValue(ValueError):
    """A value this release can't read: from another version, or not ours."""


@contextmanager
def reading() -> Iterator[None]:
    """Read what a card or form holds: what isn't among the choices comes from another version.

    Raises:
        UnreadableValue: in the place of the error that says so.
    """
    try:
        yield
    except (KeyError, ValueError, OverflowError) as error:
        raise UnreadableValue from error


def encode(data: Mapping[str, Any] | None = None) -> str:
    """Return *data* as a button value or private_metadata.

    Never put a score, an answer or a text in it: Slack shows these to any app with history. Only an
    answer for its author's eyes alone, which is in no history, may hold what they have typed.
    """
    text = json.dumps({"v": VERSION, **(data or {})}, separators=(",", ":"), sort_keys=True)
    if len(text) > MAX_VALUE_CHARS:
        raise ValueError(f"a value of {len(text)} characters, Slack takes {MAX_VALUE_CHARS}")
    return text


def decode(text: str | None) -> dict[str, Any]:
    """Return what `encode` was given; an absent value is an empty one.

    Raises:
        UnreadableValue: not JSON, not an object, or a version this release doesn't know.
    """
    if not text:
        return {}
    try:
        data = json.loads(text)
    except ValueError as error:
        raise UnreadableValue(text[:40]) from error
    if not isinstance(data, dict) or data.pop("v", None) != VERSION:
        raise UnreadableValue(text[:40])
    return data
