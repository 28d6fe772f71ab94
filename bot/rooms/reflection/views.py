"""What a reflection looks like, step by step, at its end, and kept. Pure."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from blockkit import (
    Actions,
    Button,
    Confirm,
    Context,
    Divider,
    Input,
    Option,
    PlainTextInput,
    RadioButtons,
    Section,
)

from bot.content import Reflection, Words
from bot.content.schema import Prompt
from bot.rooms.reflection.rules import (
    FACTOR,
    FACTORS,
    RELATIONSHIP,
    REPAIR,
    REQUIRED,
    RETOLD,
    SHORT,
    USUAL,
    begun_with,
)
from bot.rooms.reflection.usecases import Kept
from bot.slack.blocks import MAX_SECTION_CHARS, Block, clipped, label, modal, ours, theirs
from bot.slack.ids import encode

STEP = "reflection.step.send"
END = "reflection.end.send"
KEEP = "reflection.keep.choose"
KEPT = "reflection.kept.open"
OLDER = "reflection.kept.older"
NEWER = "reflection.kept.newer"
DROP = "reflection.kept.drop"
PROMISE = "commitments.text.promise"  # answered by the promises room, which reads PROMISE_TEXT
PROMISE_TEXT = "commitments.text.write"
YES, NO = "keep", "leave"
MAX_INPUT_CHARS = 3000  # Slack: plain_text_input
MAX_SHORT_CHARS = 300


def field_id(step: str) -> str:
    return f"reflection.answer.{step}"


def step_view(
    words: Words,
    content: Reflection,
    step: int,
    answers: Mapping[str, str],
    *,
    reflection_id: str,
    kept: int = 0,
) -> Block:
    """Return step number *step* (0, 1, …), with the steps before it below, to look back at.

    Everything stays in the window: nothing is stored before the end.
    """
    is_last = step == len(content.steps) - 1
    said = words("reflection-progress", step=step + 1, steps=len(content.steps))
    parts: list[Any] = [Context([ours(said)])]
    if step == 0:
        parts = [Section(ours(content.intro)), *_way_to_kept(words, kept), *parts]
    parts.append(_field(words, content.steps[step], answers))
    if is_last:
        parts.append(_keep_choice(words))
    if step:
        parts += [Divider(), Context([ours(words("reflection-so-far"))])]
        parts += [_field(words, one, answers) for one in content.steps[:step]]
    return modal(
        STEP,
        title=words("reflection-title"),
        parts=parts,
        submit=words("reflection-finish" if is_last else "reflection-next"),
        close=words("reflection-leave"),
        metadata=encode({"step": step, "id": reflection_id}),
    )


def end_view(
    words: Words,
    content: Reflection,
    answers: Mapping[str, str],
    *,
    reflection_id: str,
    is_kept: bool,
) -> Block:
    """Return the story both ways, and the repair, if there is one, to be made a promise: one."""
    kept = words("reflection-is-kept" if is_kept else "reflection-is-not-kept")
    parts: list[Any] = [
        *_story(words, answers),
        Section(ours(content.close)),
        Context([ours(kept)]),
    ]
    repair = answers.get(REPAIR)
    if repair:
        parts += [Divider(), *_repair(words, repair, reflection_id)]
    return modal(
        END,
        title=words("reflection-title"),
        parts=parts,
        submit=words("reflection-done"),
        close=words("reflection-close"),
    )


def kept_view(words: Words, kept: Kept, zone: str) -> Block:
    """Return one kept reflection, with the way to the others."""
    if kept.answers is None or kept.kept_at is None:
        parts: list[Any] = [Section(ours(words("reflection-none-kept")))]
    else:
        day = words.day(kept.kept_at.astimezone(ZoneInfo(zone)).date())
        place = words("reflection-kept-on", day=day, number=kept.number + 1, count=kept.count)
        parts = [
            Context([ours(place)]),
            Section(theirs(clipped(kept.answers[RELATIONSHIP], MAX_SECTION_CHARS))),
            *_story(words, kept.answers),
            *_more(words, kept.answers),
            Actions(_kept_buttons(words, kept)),
        ]
    return modal(
        "reflection.kept.read",
        title=words("reflection-kept-title"),
        parts=parts,
        close=words("reflection-close"),
    )


def _field(words: Words, step: Prompt, answers: Mapping[str, str]) -> Input:
    element = _factors(words, answers.get(FACTOR)) if step.id == FACTOR else _text(step, answers)
    return Input(
        label=label(step.ask),
        hint=label(step.hint),
        element=element,
        block_id=field_id(step.id),
        optional=step.id not in REQUIRED,
    )


def _text(step: Prompt, answers: Mapping[str, str]) -> PlainTextInput:
    is_short = step.id in SHORT
    longest = MAX_SHORT_CHARS if is_short else MAX_INPUT_CHARS
    return PlainTextInput(
        action_id=field_id(step.id),
        multiline=not is_short,
        max_length=longest,
        placeholder=label(step.example),
        initial_value=clipped(begun_with(step.id, answers), longest) or None,
    )


def _factors(words: Words, chosen: str | None) -> RadioButtons:
    options = {
        factor: Option(text=label(words(f"reflection-factor-{factor.lower()}")), value=factor)
        for factor in FACTORS
    }
    return RadioButtons(
        action_id=field_id(FACTOR),
        options=list(options.values()),
        initial_option=options.get(chosen or ""),
    )


def _keep_choice(words: Words) -> Input:
    options = [
        Option(text=label(words(f"reflection-choice-{choice}")), value=choice)
        for choice in (YES, NO)
    ]
    return Input(
        label=label(words("reflection-keep-ask")),
        element=RadioButtons(action_id=KEEP, options=options),
        block_id=KEEP,
    )


def _way_to_kept(words: Words, kept: int) -> list[Any]:
    if not kept:
        return []
    button = Button(
        text=label(words("reflection-kept-open", count=kept)), action_id=KEPT, value=encode()
    )
    return [Actions([button])]


def _story(words: Words, answers: Mapping[str, str]) -> list[Any]:
    return [
        Section(ours(words("reflection-told-before"))),
        Section(theirs(clipped(answers[USUAL], MAX_SECTION_CHARS))),
        Section(ours(words("reflection-told-now"))),
        Section(theirs(clipped(answers[RETOLD], MAX_SECTION_CHARS))),
    ]


def _more(words: Words, answers: Mapping[str, str]) -> list[Any]:
    """Return the other steps of a kept reflection, where they were answered."""
    parts: list[Any] = []
    for step in ("moments", "other", REPAIR):
        if answers.get(step):
            parts.append(Section(ours(words(f"reflection-kept-{step}"))))
            parts.append(Section(theirs(clipped(answers[step], MAX_SECTION_CHARS))))
    if answers.get(FACTOR) in FACTORS:
        hurt = words(f"reflection-factor-{answers[FACTOR].lower()}")
        parts.append(Section(ours(words("reflection-kept-factor", factor=hurt))))
    return parts


def _repair(words: Words, repair: str, promise_id: str) -> list[Any]:
    button = Button(
        text=label(words("reflection-promise")),
        action_id=PROMISE,
        value=encode({"promise": promise_id}),
        style=Button.PRIMARY,
    )
    return [
        Input(
            label=label(words("reflection-repair")),
            hint=label(words("reflection-repair-hint")),
            element=PlainTextInput(
                action_id=PROMISE_TEXT,
                max_length=MAX_SHORT_CHARS,
                initial_value=clipped(repair, MAX_SHORT_CHARS),
            ),
            block_id=PROMISE_TEXT,
            optional=True,
        ),
        Actions([button]),
    ]


def _kept_buttons(words: Words, kept: Kept) -> list[Any]:
    turns = [
        Button(text=label(said), action_id=action, value=encode({"number": to}))
        for action, to, said in (
            (OLDER, kept.number + 1, words("reflection-older")),
            (NEWER, kept.number - 1, words("reflection-newer")),
        )
        if 0 <= to < kept.count
    ]
    drop = Button(
        text=label(words("reflection-drop")),
        action_id=DROP,
        value=encode({"number": kept.number, "id": kept.id}),
        confirm=Confirm(
            title=label(words("reflection-drop-title")),
            text=label(words("reflection-drop-text")),
            confirm=label(words("reflection-drop")),
            deny=label(words("reflection-close")),
        ),
    )
    return [*turns, drop]
