"""What holds for the blocks of one message, modal or Home together, and for whole views.

Sources: docs.slack.dev/reference/block-kit/blocks, docs.slack.dev/surfaces/modals
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from bot.sandbox.blocks.composition import plain_text
from bot.sandbox.blocks.layout import BLOCKS, MAX_MARKDOWN_CHARS
from bot.sandbox.blocks.schema import (
    Check,
    Fields,
    Place,
    Surface,
    array,
    boolean,
    by_type,
    text,
    typed,
)

MAX_BLOCKS: Mapping[Surface, int] = {"message": 50, "modal": 100, "home": 100}
MAX_CHARTS = 2
MAX_TABLES = 1
MAX_VIEW_BYTES = 250_000
MAX_PRIVATE_METADATA_CHARS = 3000
MAX_CALLBACK_ID_CHARS = 255
MAX_EXTERNAL_ID_CHARS = 255
MAX_TITLE_CHARS = 24

MARKING = frozenset({"type", "block_id", "action_id", "focus_on_load"})

Block = Mapping[str, Any]


class Mark(NamedTuple):
    """A key whose values must agree across blocks, with the value it has somewhere."""

    key: object
    value: object


def check_blocks(blocks: object, surface: Surface) -> list[str]:
    """Name every problem Slack would have with these blocks, each with its place.

    What concerns the blocks together (ids, counts of charts) is only looked at once each block
    is right for itself. An empty list of blocks is fine: an update may take them all away.
    """
    return [*blocks_fit(blocks, Place(surface) / "blocks")]


def check_view(view: object) -> list[str]:
    """Name every problem Slack would have with this modal or Home, each with its place."""
    kind = view.get("type") if isinstance(view, dict) else None
    place = Place("home" if kind == "home" else "modal") / "view"
    return [*by_type(_VIEWS)(view, place), *_size_fits(view, place)]


def blocks_fit(blocks: object, place: Place) -> Iterator[str]:
    """Check the blocks one by one, then together."""
    problems = [*array(by_type(BLOCKS), MAX_BLOCKS[place.surface], least=0)(blocks, place)]
    yield from problems
    if isinstance(blocks, list) and not problems:
        yield from _agree(blocks, place)


def _agree(blocks: list[Block], place: Place) -> Iterator[str]:
    marks = [[*_marks(block, place / index)] for index, block in enumerate(blocks)]
    everywhere = [*chain.from_iterable(marks)]
    yield from _no_twins("block_id", everywhere)
    for within in marks:
        yield from _no_twins("action_id", within)
    yield from _at_most(1, Mark("focus_on_load", True), everywhere)
    yield from _at_most(MAX_CHARTS, Mark("type", "data_visualization"), everywhere)
    yield from _at_most(MAX_TABLES, Mark("type", "table"), everywhere)
    yield from _markdown_fits(blocks, place)


def _marks(part: object, place: Place) -> Iterator[tuple[Mark, Place]]:
    """Every mark in *part*, however deep, and where it stands."""
    for key, each in _steps(part):
        if key in MARKING:
            yield Mark(key, each), place / key
        elif isinstance(each, dict | list):
            yield from _marks(each, place / key)


def _steps(part: object) -> Iterable[tuple[object, object]]:
    if isinstance(part, dict):
        return part.items()
    return enumerate(part) if isinstance(part, list) else ()


def _no_twins(key: str, marks: list[tuple[Mark, Place]]) -> Iterator[str]:
    seen: set[Mark] = set()
    for mark, place in marks:
        if mark.key == key and mark in seen:
            yield place.problem("must be unique")
        seen.add(mark)


def _at_most(most: int, wanted: Mark, marks: list[tuple[Mark, Place]]) -> Iterator[str]:
    for place in [place for mark, place in marks if mark == wanted][most:]:
        yield place.problem(f"no more than {most} allowed")


def _markdown_fits(blocks: list[Block], place: Place) -> Iterator[str]:
    chars = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if chars > MAX_MARKDOWN_CHARS:
        yield place.problem(f"markdown must be less than {MAX_MARKDOWN_CHARS + 1} characters")


def _inputs_can_be_sent(view: Mapping[str, Any], place: Place) -> Iterator[str]:
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        yield (place / "submit").problem("missing required field: submit, for there are inputs")


def _size_fits(view: object, place: Place) -> Iterator[str]:
    try:
        size = len(json.dumps(view, ensure_ascii=False).encode(errors="surrogatepass"))
    except (TypeError, ValueError, RecursionError):
        yield place.problem("must be JSON")
    else:
        if size > MAX_VIEW_BYTES:
            yield place.problem(f"must be less than {MAX_VIEW_BYTES + 1} bytes")


_kept: Fields = {
    "private_metadata": text(MAX_PRIVATE_METADATA_CHARS, least=0),
    "callback_id": text(MAX_CALLBACK_ID_CHARS, least=0),
    "external_id": text(MAX_EXTERNAL_ID_CHARS, least=0),
}
_label: Check = plain_text(MAX_TITLE_CHARS)
_VIEWS: Fields = {
    "modal": typed(
        {"title": _label, "blocks": blocks_fit},
        {
            **_kept,
            "submit": _label,
            "close": _label,
            "clear_on_close": boolean,
            "notify_on_close": boolean,
        },
        _inputs_can_be_sent,
    ),
    "home": typed({"blocks": blocks_fit}, _kept),
}
