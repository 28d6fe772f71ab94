"""What the trust check looks like: the form and its result. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from blockkit import (
    Actions,
    Button,
    Context,
    Divider,
    Input,
    Option,
    PlainTextInput,
    RadioButtons,
    Section,
)

from bot.content import FactorStatement, Practice, Statements, Words
from bot.ports import FollowThrough, NextPractice
from bot.rooms.trustcheck.pattern import QUICK as QUICK_FORM
from bot.rooms.trustcheck.pattern import TRUST, Point
from bot.rooms.trustcheck.rules import FACTORS, Scores, bar, shown, trust
from bot.rooms.trustcheck.usecases import Result
from bot.slack.blocks import Block, clipped, label, modal, ours
from bot.slack.ids import encode

QUICK = "trustcheck.quick.send"
SUBJECT = "trustcheck.subject.write"
OPEN = "trustcheck.quick.open"
HISTORY = "trustcheck.history.open"
PROMISE = "commitments.practice.promise"  # answered by the promises room
MAX_SUBJECT_CHARS = 60
SCALE = range(1, 6)


def answer_id(key: str) -> str:
    """Return the id of the field for a factor (quick) or a statement (full)."""
    return f"trustcheck.answer.{key}"


def quick_form(words: Words, statements: Statements, check_id: str) -> Block:
    """Return the four statements, headed by the deal."""
    return modal(
        QUICK,
        title=words("trustcheck-title"),
        parts=[
            Section(ours(words("trustcheck-deal"))),
            *(question(words, factor, statements.quick[factor]) for factor in FACTORS),
            subject_field(words),
        ],
        submit=words("trustcheck-send"),
        close=words("trustcheck-close"),
        metadata=encode({"check": check_id}),
    )


def question(
    words: Words, key: str, statement: FactorStatement, chosen: int | None = None
) -> Input:
    """Return a statement with its scale; the two ends are worded."""
    ends = {1: statement.low, 5: statement.high}
    options = {
        value: Option(
            text=label(
                words("trustcheck-scale-end", value=value, end=ends[value])
                if value in ends
                else str(value)
            ),
            value=str(value),
        )
        for value in SCALE
    }
    return Input(
        label=label(statement.text),
        element=RadioButtons(
            action_id=answer_id(key),
            options=list(options.values()),
            initial_option=options[chosen] if chosen is not None else None,
        ),
        block_id=answer_id(key),
    )


def subject_field(words: Words, subject: str = "") -> Input:
    return Input(
        label=label(words("trustcheck-subject")),
        hint=label(words("trustcheck-subject-hint")),
        element=PlainTextInput(
            action_id=SUBJECT,
            max_length=MAX_SUBJECT_CHARS,
            initial_value=clipped(subject, MAX_SUBJECT_CHARS) or None,
        ),
        block_id=SUBJECT,
        optional=True,
    )


def result_card(words: Words, result: Result, practice: Practice | None) -> Block:
    """Return the result: T, the four factors as bars, where to start, and one practice."""
    return modal(
        "trustcheck.result.read",
        title=words("trustcheck-title"),
        parts=[
            Section(ours(words("trustcheck-trust", value=words.number(trust(result.scores))))),
            bars(words, result.scores),
            *_follow_through(words, result.scores, result.follow_through),
            *compared(words, result.compared),
            Context([ours(words("trustcheck-one-mood"))]),
            Divider(),
            Section(ours(words("trustcheck-start-with", factor=name(words, result.start_with)))),
            *_practice(words, result, practice),
        ],
        close=words("trustcheck-done"),
    )


def _practice(words: Words, result: Result, practice: Practice | None) -> list[Any]:
    """Return the practice to start with and its button, or that every one is set aside."""
    shown = result.practice
    if practice is None or shown is None:
        return [Section(ours(words("trustcheck-all-aside")))]
    wording = next((one for one in practice.wordings if one.id == shown.wording_id), None)
    factor = name(words, practice.factor)
    aside = (
        [] if practice.factor == result.start_with else [words("trustcheck-aside", factor=factor)]
    )
    return [
        *(Section(ours(said)) for said in aside),
        Section(ours(practice.idea)),
        Section(ours((wording or practice.wordings[0]).said(words("common-someone")))),
        _promise(words, shown),
    ]


def _promise(words: Words, shown: NextPractice) -> Actions | Context:
    """Return the button that makes the practice a promise, or that it is one."""
    if shown.is_promised:
        return Context([ours(words("trustcheck-promised"))])
    button = Button(
        text=label(words("trustcheck-promise")),
        action_id=PROMISE,
        value=encode({"practice": shown.practice_id, "nudge": shown.shown_id}),
        style=Button.PRIMARY,
    )
    return Actions([button])


def bars(words: Words, scores: Scores) -> Section:
    """Return each factor in words, and beside it as a bar: aligned, and read out in that order."""
    fields = []
    for factor in FACTORS:
        value = shown(scores, factor)
        said = words("trustcheck-line", factor=name(words, factor), value=words.number(value))
        fields += [ours(said), ours(bar(value))]
    return Section(fields=fields)


def name(words: Words, factor: str) -> str:
    """Return how a factor, or T itself, is called."""
    return words(f"trustcheck-factor-{factor.lower()}")


def compared(words: Words, points: tuple[Point, Point] | None) -> list[Section]:
    """Return what changed between two points of the pattern; nothing without two."""
    if points is None:
        return []
    newest, before = points
    quick = newest.form == QUICK_FORM
    heading = words("trustcheck-change-quick" if quick else "trustcheck-change-full")
    return [Section(ours("\n".join([heading, *changes(words, newest.figures, before.figures)])))]


def changes(
    words: Words, newest: Mapping[str, float], before: Mapping[str, float]
) -> Sequence[str]:
    """Return a line for T and each factor: what it is now, and how far from what it was."""
    lines = []
    for key in (TRUST, *FACTORS):
        by = round(newest[key], 1) - round(before[key], 1)
        lines.append(
            words(
                "trustcheck-change-line",
                what=name(words, key),
                value=words.number(newest[key]),
                way="same" if abs(by) < 0.05 else "up" if by > 0 else "down",
                by=words.number(abs(by)),
            )
        )
    return lines


def home_card(
    words: Words, scores: Scores | None, trends: Sequence[tuple[Point, Point]] = ()
) -> list[Any]:
    """Return the room's part of Home: the last check and the trend, or what a check is."""
    button = Button(text=label(words("trustcheck-open")), action_id=OPEN, value=encode())
    if scores is None:
        return [Section(ours(words("trustcheck-home-empty"))), Actions([button])]
    last = words("trustcheck-home-last", value=words.number(trust(scores)))
    history = Button(
        text=label(words("trustcheck-history-open")), action_id=HISTORY, value=encode()
    )
    return [
        Section(ours(last)),
        bars(words, scores),
        *(section for pair in trends for section in compared(words, pair)),
        Actions([button, history]),
    ]


def _follow_through(words: Words, scores: Scores, found: FollowThrough | None) -> list[Section]:
    if found is None:
        return []
    value = words.number(scores.R)
    said = words("trustcheck-follow-through", value=value, ended=found.ended, on_time=found.on_time)
    return [Section(ours(said))]
