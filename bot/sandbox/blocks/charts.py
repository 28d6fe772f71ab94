"""Slack's own charts: pie, bar, area and line.

Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block. Later third-party
typings allow twelve segments or series where Slack's page says six: the sandbox takes six.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.blocks.schema import Fields, Place, array, by_type, number, record, text, typed

MAX_TITLE_CHARS = 50
MAX_AXIS_CHARS = 50
MAX_LABEL_CHARS = 20
MAX_PARTS = 6
MAX_POINTS = 20

_label = text(MAX_LABEL_CHARS)


def _positive(value: object, place: Place) -> Iterator[str]:
    problems = [*number(value, place)]
    yield from problems
    if not problems and isinstance(value, int | float) and value <= 0:
        yield place.problem("must be greater than 0")


def _names_differ(chart: Mapping[str, Any], place: Place) -> Iterator[str]:
    names = [series["name"] for series in chart["series"]]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield (place / "series" / index / "name").problem("must be unique in the chart")


def _points_follow_categories(chart: Mapping[str, Any], place: Place) -> Iterator[str]:
    categories = sorted(chart["axis_config"]["categories"])
    for index, series in enumerate(chart["series"]):
        if sorted(point["label"] for point in series["data"]) != categories:
            yield (place / "series" / index / "data").problem(
                "must provide one data point for each category"
            )


_series = record(
    {"name": _label, "data": array(record({"label": _label, "value": number}), MAX_POINTS)}
)
_axes = record(
    {"categories": array(_label, MAX_POINTS)},
    {"x_label": text(MAX_AXIS_CHARS), "y_label": text(MAX_AXIS_CHARS)},
)
_over_categories = typed(
    {"series": array(_series, MAX_PARTS), "axis_config": _axes},
    {},
    _names_differ,
    _points_follow_categories,
)
_pie = typed({"segments": array(record({"label": _label, "value": _positive}), MAX_PARTS)})

CHART: Fields = {
    "title": text(MAX_TITLE_CHARS),
    "chart": by_type(
        {
            "pie": _pie,
            "bar": _over_categories,
            "area": _over_categories,
            "line": _over_categories,
        }
    ),
}
