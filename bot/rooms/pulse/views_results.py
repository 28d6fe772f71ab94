"""What the channel reads when a poll is over: words first, then figures and the trend. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from blockkit import Actions, Button, Context, Divider, Section

from bot.content import Practice, Words
from bot.content.schema import FACTORS
from bot.rooms.pulse.mentions import channel_link
from bot.rooms.pulse.publication import Bound, Figure
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.views_promise import last_promise, make_button
from bot.slack.blocks import Block, Buildable, Message, clipped, finish, label, ours
from bot.slack.ids import encode

CSV = "pulse.history.send"
HIGH, MIDDLE = 40, 30  # tenths: from here on the anchor is told as high, as middling
MAX_CHART_LABEL = 20  # Slack: data_visualization, labels
MAX_CHART_TITLE = 50  # Slack: data_visualization, title


def figure_said(words: Words, tenths: int) -> str:
    """Say a figure as published: a point, or a closed end."""
    value = words.number(tenths / 10)
    match Figure(tenths).bound:
        case Bound.OR_MORE:
            return words("pulse-or-more", value=value)
        case Bound.OR_LESS:
            return words("pulse-or-less", value=value)
    return value


def closed_post(words: Words, opening: Sequence[Buildable | Block]) -> Message:
    """Return what a week reads like that isn't published: the same for no answer and for four."""
    text = words("pulse-stays-closed")
    return Message(words("pulse-results-notification"), finish([*opening, Section(ours(text))]))


def results_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the first post: words and one practice. *data* is `results.results_data`'s."""
    opening = last_promise(words, data["promise"]) if data["promise"] else []
    if data["state"] == "closed":
        return closed_post(words, opening)
    level = "high" if data["anchor"] >= HIGH else "middle" if data["anchor"] >= MIDDLE else "low"
    lines = [words(f"pulse-level-{level}", answers=answers_said(words, data))]
    if data["state"] == "pool":
        lines.insert(0, words("pulse-is-pool"))
    if data["change"]:
        lines.append(change_said(words, *data["change"]))
    parts: list[Buildable | Block] = [
        *opening,
        Section(ours(words("pulse-results-title"))),
        Section(ours("\n".join(lines))),
    ]
    if data["practice"]:
        parts += [
            Section(ours(words("pulse-start-with", idea=data["practice"]["idea"]))),
            Section(ours(data["practice"]["wording"])),
        ]
    if not data["promise"]:
        parts.append(Actions([make_button(words, data["channel"])]))
    parts.append(Context([ours(words("pulse-in-thread"))]))
    return Message(words("pulse-results-notification"), finish(parts))


def practice_data(words: Words, practice: Practice | None, number: int) -> dict[str, str] | None:
    """Return a practice's words for `results_post`, a wording after the other by poll."""
    if practice is None:
        return None
    wording = practice.wordings[number % len(practice.wordings)]
    return {"idea": practice.idea, "wording": wording.said(words("common-someone"))}


def answers_said(words: Words, data: Mapping[str, Any]) -> str:
    if data["out_of"]:
        return words("pulse-answers-of", count=data["answers"], asked=data["out_of"])
    return words("pulse-answers", count=data["answers"])


def change_said(words: Words, direction: str, tenths: int, is_at_least: bool) -> str:
    by = words.number(tenths / 10)
    if is_at_least and direction in ("up", "down"):
        return words(f"pulse-change-{direction}-at-least", by=by)
    return words(f"pulse-change-{direction}", by=by)


def figures_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the thread's reply with the figures, the chart, and the same in words."""
    lines = [_figure_line(words, asked, data) for asked in (ANCHOR, *FACTORS)]
    parts: list[Buildable | Block] = [
        Section(ours(words("pulse-figures-title", answers=answers_said(words, data)))),
        *(Section(ours(line)) for line in lines),
        Context([ours(words("pulse-figures-note"))]),
        Divider(),
        *trend_parts(words, data["trend"]),
    ]
    return Message(words("pulse-figures-notification"), finish(parts))


def _figure_line(words: Words, asked: str, data: Mapping[str, Any]) -> str:
    name = words(f"pulse-asked-{asked.lower()}")
    value = figure_said(words, data["figures"][asked])
    text = data["texts"].get(asked)
    if text is None:
        return words("pulse-figure-pooled", name=name, value=value)
    return words("pulse-figure", name=name, value=value, text=text)


def history(words: Words, trend: Sequence[Mapping[str, Any]], channel: str) -> Message:
    """Return the trend and the way to the file; *trend* holds as many points as a chart takes."""
    button = Button(
        text=label(words("pulse-csv")), action_id=CSV, value=encode({"channel": channel})
    )
    parts = [*trend_parts(words, trend), Actions([button])]
    return Message(words("pulse-trend-title"), finish(parts))


def trend_parts(words: Words, trend: Sequence[Mapping[str, Any]]) -> list[Buildable | Block]:
    """Return the anchor's trend: Slack's chart from two points on, and the same in words."""
    lines = [_trend_line(words, point) for point in trend]
    said = "\n".join([words("pulse-trend-title"), *lines])
    chart = trend_chart(words, trend)
    return [*([chart] if chart else []), Section(ours(said))]


def _trend_line(words: Words, point: Mapping[str, Any]) -> str:
    on = words.day(date.fromisoformat(point["on"]))
    if point["tenths"] is None:
        return words("pulse-trend-closed", on=on)
    value = figure_said(words, point["tenths"])
    return words(
        "pulse-trend-pool" if point["is_pool"] else "pulse-trend-point", on=on, value=value
    )


def trend_chart(words: Words, trend: Sequence[Mapping[str, Any]]) -> Block | None:
    """Return Slack's chart of the single polls, or None below two; ends stand at 1.5 and 4.5."""
    points = [
        {"label": clipped(point["on"], MAX_CHART_LABEL), "value": point["tenths"] / 10}
        for point in trend
        if point["tenths"] is not None and not point["is_pool"]
    ]
    if len(points) < 2:
        return None
    series = {"name": clipped(words("pulse-chart-series"), MAX_CHART_LABEL), "data": points}
    return {
        "type": "data_visualization",
        "title": clipped(words("pulse-chart-title"), MAX_CHART_TITLE),
        "chart": {
            "type": "line",
            "series": [series],
            "axis_config": {"categories": [point["label"] for point in points]},
        },
    }


def guide_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the guide for a talk of fifteen minutes; *data* is the guide's own."""
    steps = [
        words("pulse-guide-step", minutes=step["minutes"], text=step["text"])
        for step in data["steps"]
    ]
    text = "\n".join([f"*{data['title']}*", data["intro"], *steps])
    return Message(words("pulse-guide-notification"), finish([Section(ours(text))]))


def owner_line(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the owner's private line on how to respond."""
    text = words("pulse-owner-line", channel=channel_link(data["channel"]))
    return Message(words("pulse-owner-notification"), finish([Section(ours(text))]))


def late_line(words: Words, data: Mapping[str, Any]) -> Message:
    """Return that posts were left out which came too late; *data*: `channel`."""
    text = words("pulse-late", channel=channel_link(data["channel"]))
    return Message(words("pulse-news-notification"), finish([Section(ours(text))]))


def barred_line(words: Words, data: Mapping[str, Any]) -> Message:
    """Return why nothing of the pulse is posted in the channel; *data*: `channel`, `why`."""
    why = words(f"pulse-refused-{data['why'].replace('_', '-')}")
    text = words("pulse-barred", channel=channel_link(data["channel"]), why=why)
    return Message(words("pulse-news-notification"), finish([Section(ours(text))]))
