"""What looking back looks like: the pattern in words and bars, and as a chart. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from blockkit import Actions, Button, Context, Divider, Option, Section, StaticSelect

from bot.content import Words
from bot.rooms.trustcheck.history import History
from bot.rooms.trustcheck.pattern import QUICK, TRUST, Point, Taken, until_pattern
from bot.rooms.trustcheck.rules import FACTORS, trust, trust_bar
from bot.rooms.trustcheck.views import MAX_SUBJECT_CHARS, bars, compared, name
from bot.slack.blocks import (
    MAX_TEXT_CHARS,
    Block,
    Message,
    clipped,
    finish,
    label,
    modal,
    ours,
    theirs,
)
from bot.slack.ids import encode

SUBJECT = "trustcheck.history.choose"
OLDER = "trustcheck.history.older"
NEWER = "trustcheck.history.newer"
CHART = "trustcheck.history.chart"
PER_PAGE = 10  # points of the pattern
MAX_SUBJECTS = 100  # Slack: options of a select
MAX_OPTION_CHARS = 75  # Slack: option.text
MAX_CHART_POINTS = 20  # Slack: data_visualization
MAX_CHART_LABEL_CHARS = 20
FIRST_LINE_FROM = 3  # points; fewer make bars


def history_view(
    words: Words, history: History, zone: str, *, page: int = 0, sent: bool = False
) -> Block:
    """Return the pattern, ten points a page, with the latest check above it."""
    if not history.checks:
        parts: list[Any] = [Section(ours(words("trustcheck-history-empty")))]
    else:
        latest = history.checks[0]
        parts = [
            Section(ours(words("trustcheck-history-deal"))),
            *_subject_menu(words, history, latest),
            Section(ours(_latest(words, latest, zone))),
            bars(words, latest.scores),
            Divider(),
            *_pattern(words, history),
            *_points(words, history, zone, page),
            *_buttons(words, history, page, sent=sent),
        ]
    return modal(
        "trustcheck.history.read",
        title=words("trustcheck-history-title"),
        parts=parts,
        close=words("trustcheck-done"),
    )


def chart_data(words: Words, history: History, zone: str) -> list[dict[str, Any]]:
    """Return what the chart needs, oldest point first: JSON, a chart for each form."""
    charts = []
    for form in ("quick", "full"):
        newest = [point for point in history.points if point.form == form][:MAX_CHART_POINTS]
        marks = _different([_day(words, point, zone, last=True) for point in newest[::-1]])
        rows = [
            {"label": mark, **{key: round(value, 1) for key, value in point.figures.items()}}
            for mark, point in zip(marks, newest[::-1], strict=True)
        ]
        if rows:
            charts.append({"form": form, "rows": rows})
    return charts


def chart_message(words: Words, data: Mapping[str, Any]) -> Message:
    """Return Slack's own charts, each with the same in words."""
    parts: list[Any] = []
    for chart in data["charts"]:
        parts += [_chart(words, chart), Section(ours(_in_words(words, chart)))]
    return Message(_notification(words, data), finish(parts))


def chart_in_words(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the charts for a Slack that knows none."""
    parts = [Section(ours(_in_words(words, chart))) for chart in data["charts"]]
    return Message(_notification(words, data), finish(parts))


def _notification(words: Words, data: Mapping[str, Any]) -> str:
    """Return what phones show and screen readers read: the figures only if they chose so."""
    if not data.get("full"):
        return words("trustcheck-chart-notice")
    said = "\n".join(_in_words(words, chart) for chart in data["charts"])
    return clipped(said, MAX_TEXT_CHARS)


def _chart(words: Words, chart: Mapping[str, Any]) -> Block:
    rows = chart["rows"]
    series = [
        {
            "name": clipped(name(words, key), MAX_CHART_LABEL_CHARS),
            "data": [{"label": row["label"], "value": row[key]} for row in rows],
        }
        for key in (TRUST, *FACTORS)
    ]
    return {
        "type": "data_visualization",
        "title": words(f"trustcheck-chart-{chart['form']}"),
        "chart": {
            "type": "line" if len(rows) >= FIRST_LINE_FROM else "bar",
            "series": series,
            "axis_config": {"categories": [row["label"] for row in rows]},
        },
    }


def _in_words(words: Words, chart: Mapping[str, Any]) -> str:
    heading = words(f"trustcheck-points-{chart['form']}")
    lines = [
        words(
            "trustcheck-chart-line",
            day=row["label"],
            trust=words.number(row[TRUST]),
            bar=trust_bar(row[TRUST]),
            c=words.number(row["C"]),
            r=words.number(row["R"]),
            i=words.number(row["I"]),
            s=words.number(row["S"]),
        )
        for row in chart["rows"]
    ]
    return "\n".join([heading, *lines])


def _subject_menu(words: Words, history: History, latest: Taken) -> list[Any]:
    if len(history.subjects) < 2:
        return (
            [Section(theirs(clipped(latest.subject, MAX_SUBJECT_CHARS)))] if latest.subject else []
        )
    options = {
        one.about: Option(
            text=theirs(clipped(one.subject or words("trustcheck-general"), MAX_OPTION_CHARS)),
            value=one.check_id,
        )
        for one in _with(history.subjects[:MAX_SUBJECTS], latest)
    }
    menu = StaticSelect(
        action_id=SUBJECT, options=list(options.values()), initial_option=options[latest.about]
    )
    return [Section(ours(words("trustcheck-history-about")), accessory=menu, block_id=SUBJECT)]


def _with(subjects: Sequence[Taken], latest: Taken) -> Sequence[Taken]:
    """Return *subjects* with the one that is shown among them."""
    if any(one.about == latest.about for one in subjects):
        return subjects
    return [latest, *subjects[:-1]]


def _latest(words: Words, latest: Taken, zone: str) -> str:
    day = words.day(latest.taken_at.astimezone(ZoneInfo(zone)).date())
    value = words.number(trust(latest.scores))
    return words(f"trustcheck-history-latest-{latest.form}", day=day, value=value)


def _pattern(words: Words, history: History) -> list[Any]:
    sections = [section for pair in history.changes for section in compared(words, pair)]
    left = until_pattern(history.checks)
    if left and history.checks[0].form == QUICK:
        sections.append(Section(ours(words("trustcheck-history-until", count=left))))
    return sections


def _points(words: Words, history: History, zone: str, page: int) -> list[Any]:
    here = history.points[page * PER_PAGE : (page + 1) * PER_PAGE]
    if not here:
        return []
    lines = [
        words(
            f"trustcheck-point-{point.form}",
            first=_day(words, point, zone, last=False),
            last=_day(words, point, zone, last=True),
            value=words.number(point.figures[TRUST]),
            bar=trust_bar(point.figures[TRUST]),
        )
        for point in here
    ]
    return [Divider(), Section(ours("\n".join([words("trustcheck-history-points"), *lines])))]


def _buttons(words: Words, history: History, page: int, *, sent: bool) -> list[Any]:
    like = history.checks[0].check_id
    more = (page + 1) * PER_PAGE < len(history.points)
    buttons: list[Any] = [
        Button(text=label(said), action_id=action, value=encode({"like": like, "page": to}))
        for action, to, said, wanted in (
            (OLDER, page + 1, words("trustcheck-older"), more),
            (NEWER, page - 1, words("trustcheck-newer"), page > 0),
            (CHART, page, words("trustcheck-chart-send"), bool(history.points) and not sent),
        )
        if wanted
    ]
    told = [Context([ours(words("trustcheck-chart-sent"))])] if sent else []
    return [*([Actions(buttons)] if buttons else []), *told]


def _day(words: Words, point: Point, zone: str, *, last: bool) -> str:
    on = (point.last_at if last else point.first_at).astimezone(ZoneInfo(zone)).date()
    locale = Locale.parse(words.locale, sep="-")
    return format_date(on, words("trustcheck-pattern-day"), locale=locale)


def _different(marks: Sequence[str]) -> list[str]:
    """Return *marks* so that none is there twice, as Slack's charts want them."""
    seen: dict[str, int] = {}
    made = []
    for mark in marks:
        seen[mark] = seen.get(mark, 0) + 1
        made.append(mark if seen[mark] == 1 else f"{mark} ({seen[mark]})")
    return made
