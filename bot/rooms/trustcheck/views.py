"""What the trust check looks like: the form and its result. Pure."""

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

from bot.content import Practice, Statements, Words
from bot.rooms.trustcheck.rules import FACTORS, Scores, bar, shown, trust
from bot.rooms.trustcheck.usecases import Result
from bot.slack.blocks import Block, label, modal, ours
from bot.slack.ids import encode

QUICK = "trustcheck.quick.send"
SUBJECT = "trustcheck.subject.write"
OPEN = "trustcheck.quick.open"
PROMISE = "commitments.practice.promise"  # answered by the promises room
MAX_SUBJECT_CHARS = 60
SCALE = range(1, 6)


def answer_id(factor: str) -> str:
    return f"trustcheck.answer.{factor}"


def quick_form(words: Words, statements: Statements) -> Block:
    """Return the four statements, headed by the deal."""
    return modal(
        QUICK,
        title=words("trustcheck-title"),
        parts=[
            Section(ours(words("trustcheck-deal"))),
            *(_question(words, statements, factor) for factor in FACTORS),
            Input(
                label=label(words("trustcheck-subject")),
                hint=label(words("trustcheck-subject-hint")),
                element=PlainTextInput(action_id=SUBJECT, max_length=MAX_SUBJECT_CHARS),
                block_id=SUBJECT,
                optional=True,
            ),
        ],
        submit=words("trustcheck-send"),
        close=words("trustcheck-close"),
    )


def result_card(words: Words, result: Result, practice: Practice) -> Block:
    """Return the result: T, the four factors as bars, where to start, and one practice."""
    return modal(
        "trustcheck.result.read",
        title=words("trustcheck-title"),
        parts=[
            Section(ours(words("trustcheck-trust", value=words.number(trust(result.scores))))),
            Section(ours("\n".join(_line(words, result.scores, factor) for factor in FACTORS))),
            Context([ours(words("trustcheck-one-mood"))]),
            Divider(),
            Section(ours(words("trustcheck-start-with", factor=factor_name(words, result)))),
            Section(ours(practice.idea)),
            Section(ours(practice.wordings[0].said(words("common-someone")))),
            Actions(
                [
                    Button(
                        text=label(words("trustcheck-promise")),
                        action_id=PROMISE,
                        value=encode({"practice": practice.id}),
                        style=Button.PRIMARY,
                    )
                ]
            ),
        ],
        close=words("trustcheck-done"),
    )


def factor_name(words: Words, result: Result) -> str:
    return words(f"trustcheck-factor-{result.start_with.lower()}")


def home_card(words: Words, scores: Scores | None) -> list[Section | Actions]:
    """Return the room's part of Home: the last check, or what one is."""
    text = (
        words("trustcheck-home-empty")
        if scores is None
        else "\n".join(
            [
                words("trustcheck-home-last", value=words.number(trust(scores))),
                *(_line(words, scores, factor) for factor in FACTORS),
            ]
        )
    )
    button = Button(text=label(words("trustcheck-open")), action_id=OPEN, value=encode())
    return [Section(ours(text)), Actions([button])]


def _line(words: Words, scores: Scores, factor: str) -> str:
    value = shown(scores, factor)  # type: ignore[arg-type]
    return words(
        "trustcheck-line",
        bar=bar(value),
        factor=words(f"trustcheck-factor-{factor.lower()}"),
        value=words.number(value),
    )


def _question(words: Words, statements: Statements, factor: str) -> Input:
    statement = statements.quick[factor]  # type: ignore[index]
    ends = {1: statement.low, 5: statement.high}
    options = [
        Option(
            text=label(
                words("trustcheck-scale-end", value=value, end=ends[value])
                if value in ends
                else str(value)
            ),
            value=str(value),
        )
        for value in SCALE
    ]
    return Input(
        label=label(statement.text),
        element=RadioButtons(action_id=answer_id(factor), options=options),
        block_id=answer_id(factor),
    )
