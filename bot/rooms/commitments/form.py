"""The form of a promise, filled in with whatever is known; and what comes back from it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from blockkit import (
    Context,
    DatePicker,
    Input,
    Option,
    PlainTextInput,
    RadioButtons,
    Section,
    StaticSelect,
    TimePicker,
    UsersSelect,
)

from bot.rooms.commitments.capture import MAX_CHARS, REPEATS, Draft, Entered
from bot.rooms.commitments.said import Voice, repeats
from bot.slack.blocks import MAX_SECTION_CHARS, Block, clipped, label, modal, ours, theirs
from bot.slack.ids import encode, reading
from bot.slack.inputs import Form

NEW = "commitments.form.send"
CHANGE = "commitments.change.send"
TEXT = "commitments.form.text"
TO = "commitments.form.to"
DAY = "commitments.form.day"
AT = "commitments.form.at"
READING = "commitments.form.reading"
REPEAT = "commitments.form.repeats"
AS_READ, OR_READ = "as_read", "or_read"  # the line's own recurrence, and how else it may be read
OTHER = "other"  # none of the readings, but what the pickers say
MOST_READINGS = 9  # Slack: ten radio buttons
MOST_REST_CHARS = 12_000


def promise_form(voice: Voice, draft: Draft, callback_id: str, meta: Mapping[str, Any]) -> Block:
    """Return the form; *meta* says which promise it is about. What was typed is all there."""
    link = {"link": draft.link} if draft.link else {}
    rules = {"rrule": draft.recurrence, "or_rrule": draft.or_recurrence}
    read = {name: rule for name, rule in rules.items() if rule}
    return modal(
        callback_id,
        title=voice("commitments-form-title"),
        parts=[
            Context([ours(voice("commitments-form-deal"))]),
            *_why(voice, draft),
            _text(voice, draft),
            *([_readings(voice, draft)] if draft.readings else []),
            *when_fields(voice, draft.day, draft.at, optional=bool(draft.readings)),
            _to(voice, draft),
            _repeats(voice, draft),
        ],
        submit=voice("commitments-form-send"),
        close=voice("commitments-cancel"),
        metadata=encode({**meta, **link, **read}),
    )


def when_fields(
    voice: Voice,
    day: date | None,
    at: time | None,
    *,
    optional: bool = False,
    which: str = "by",
) -> list[Any]:
    """Return the pickers for a date and a time, *by* when or *instead*; no time: end of work."""
    return [
        Input(
            label=label(voice(f"commitments-form-day-{which}")),
            element=DatePicker(action_id=DAY, initial_date=day.isoformat() if day else None),
            block_id=DAY,
            optional=optional or None,
        ),
        Input(
            label=label(voice(f"commitments-form-at-{which}")),
            hint=label(voice("commitments-form-at-hint", zone=voice.zone_name)),
            element=TimePicker(
                action_id=AT, initial_time=at.strftime("%H:%M") if at is not None else None
            ),
            block_id=AT,
            optional=True,
        ),
    ]


def read_form(form: Form) -> Entered:
    """Return what was entered. Raises: UnreadableValue for a choice that was never offered."""
    chosen = form.choice(READING)
    with reading():
        at = datetime.fromisoformat(chosen) if chosen and chosen != OTHER else None
    return Entered(
        text=form.text(TEXT),
        to=form.choice(TO),
        **read_when(form),
        repeats=form.choice(REPEAT) or "never",
        reading=at,
    )


def read_when(form: Form) -> dict[str, Any]:
    """Return the day and the time that were entered. Raises: UnreadableValue."""
    day, at = form.choice(DAY), form.choice(AT)
    with reading():
        return {
            "day": date.fromisoformat(day) if day else None,
            "at": time.fromisoformat(at) if at else None,
        }


def _why(voice: Voice, draft: Draft) -> list[Any]:
    """Say why the form opened, and show what of a long text doesn't fit into its field."""
    if draft.problem is None:
        return []
    why = voice(f"commitments-why-{draft.problem.replace('_', '-')}")
    rest = draft.rest[:MOST_REST_CHARS]
    pieces = [rest[at : at + MAX_SECTION_CHARS] for at in range(0, len(rest), MAX_SECTION_CHARS)]
    return [Section(ours(why)), *(Section(theirs(one)) for one in pieces if one.strip())]


def _text(voice: Voice, draft: Draft) -> Input:
    return Input(
        label=label(voice("commitments-form-text")),
        element=PlainTextInput(
            action_id=TEXT,
            multiline=True,
            max_length=MAX_CHARS,
            initial_value=draft.text or None,
            placeholder=label(voice("commitments-form-text-example")),
        ),
        block_id=TEXT,
    )


def _readings(voice: Voice, draft: Draft) -> Input:
    options = [
        Option(text=label(clipped(voice.moment(at), 75)), value=at.isoformat())
        for at in draft.readings[:MOST_READINGS]
    ]
    options.append(Option(text=label(voice("commitments-form-other")), value=OTHER))
    return Input(
        label=label(voice("commitments-form-which")),
        element=RadioButtons(action_id=READING, options=options),
        block_id=READING,
    )


def _to(voice: Voice, draft: Draft) -> Input:
    return Input(
        label=label(voice("commitments-form-to")),
        element=UsersSelect(action_id=TO, initial_user=draft.to),
        block_id=TO,
        optional=True,
    )


def _repeats(voice: Voice, draft: Draft) -> Input:
    options: dict[str, Option] = {
        one: Option(text=label(voice(f"commitments-form-repeats-{one}")), value=one)
        for one in REPEATS
    }
    for name, rule in ((AS_READ, draft.recurrence), (OR_READ, draft.or_recurrence)):
        if rule:
            options[name] = Option(text=label(clipped(repeats(voice, rule), 75)), value=name)
    chosen = options[AS_READ if draft.recurrence else "never"]
    return Input(
        label=label(voice("commitments-form-repeats")),
        element=StaticSelect(
            action_id=REPEAT, options=list(options.values()), initial_option=chosen
        ),
        block_id=REPEAT,
    )
