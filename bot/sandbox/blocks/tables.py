"""Tables: the plain one, and the one that sorts and turns pages.

Source: docs.slack.dev/reference/block-kit/blocks/table-block and /data-table-block. Of two
figures for the rows of a data table, 101 and 201, the sandbox takes the lower.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.blocks.schema import (
    Fields,
    Place,
    Rule,
    array,
    boolean,
    by_type,
    number,
    one_of,
    record,
    text,
    typed,
    whole,
)

MAX_COLUMNS = 20
MAX_ROWS = 100
MAX_PAGE_ROWS = 100
MAX_DATA_TABLE_CHARS = 10_000

_PLAIN_CELLS: Fields = {
    "raw_text": typed({"text": text()}),
    "raw_number": typed({"value": number, "text": text()}),
}
_row = array(by_type({**_PLAIN_CELLS, "rich_text": typed(RICH_TEXT)}), MAX_COLUMNS)
_column = record({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})

TABLE: Fields = {"rows": array(_row, MAX_ROWS)}
TABLE_LOOKS: Fields = {"column_settings": array(_column, MAX_COLUMNS, least=0)}

DATA_TABLE: Fields = {
    "caption": text(),
    "rows": array(_row, MAX_ROWS + 1, least=2),  # the first row is the header
}
DATA_TABLE_LOOKS: Fields = {
    "page_size": whole(1, MAX_PAGE_ROWS),
    "row_header_column_index": whole(0, MAX_COLUMNS - 1),
}


def _header_is_plain(table: Mapping[str, Any], place: Place) -> Iterator[str]:
    for index, cell in enumerate(table["rows"][0]):
        if cell["type"] == "rich_text":
            yield (place / "rows" / 0 / index / "type").problem("unsupported type: rich_text")


def _rows_are_even(table: Mapping[str, Any], place: Place) -> Iterator[str]:
    columns = len(table["rows"][0])
    for index, row in enumerate(table["rows"]):
        if len(row) != columns:
            yield (place / "rows" / index).problem(f"must provide {columns} items, as the header")


def _words_fit(table: Mapping[str, Any], place: Place) -> Iterator[str]:
    if _chars(table["rows"]) > MAX_DATA_TABLE_CHARS:
        yield (place / "rows").problem(
            f"must be less than {MAX_DATA_TABLE_CHARS + 1} characters across cells"
        )


def _chars(part: object) -> int:
    if isinstance(part, list):
        return sum(_chars(each) for each in part)
    if isinstance(part, dict):
        words = part.get("text", "")
        return len(words) + _chars(part.get("elements", []))
    return 0


DATA_TABLE_RULES: tuple[Rule, ...] = (_header_is_plain, _rows_are_even, _words_fit)
