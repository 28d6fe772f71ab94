"""The settings' one modal, and what somebody put into it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from blockkit import (
    Button,
    Checkboxes,
    Input,
    MultiUsersSelect,
    Option,
    PlainTextInput,
    RadioButtons,
    Section,
    StaticSelect,
    TimePicker,
)

from bot.content import Words
from bot.members.reader import Reader
from bot.rooms.preferences import views
from bot.rooms.preferences.choices import NOTIFICATIONS, RHYTHMS, Choices, mark_of
from bot.rooms.preferences.places import (
    country_name,
    country_named,
    language_name,
    zone_named,
)
from bot.rooms.preferences.usecases import Standing
from bot.slack.blocks import Block, Buildable, label, modal, ours
from bot.slack.ids import encode
from bot.slack.inputs import Form

SEND = "preferences.settings.send"
SLOT = "preferences.slot.choose"
DAYS = "preferences.days.choose"
RHYTHM = "preferences.rhythm.choose"
NOTIFICATION = "preferences.notification.pick"
EXTRAS = "preferences.extras.choose"
NEVER = "preferences.never.choose"
WORK_START = "preferences.work.start"
WORK_END = "preferences.work.end"
COUNTRY = "preferences.country.write"
ZONE = "preferences.zone.write"
LOCALE = "preferences.locale.choose"
RECAP = "recap"
SUGGESTED = "suggested"
AS_SLACK_SAYS = "slack"
NOWHERE = ""  # no zone's and no country's name
WEEK = frozenset("0123456")
MAX_NEVER = 50
MAX_PLACE_CHARS = 80


class Problems(ValueError):
    """What can't be kept: by field, the id of the message that says why."""

    def __init__(self, by_field: dict[str, str]) -> None:
        super().__init__(", ".join(by_field))
        self.by_field = by_field


def settings_form(
    words: Words, who: Reader, now: Standing, locales: Sequence[str], *, is_afresh: bool = False
) -> Block:
    """Return every setting in one modal, filled in.

    *is_afresh*: in the place of one that held older settings.
    """
    note = [Section(ours(words("preferences-changed-elsewhere")))] if is_afresh else []
    return modal(
        SEND,
        title=words("preferences-title"),
        parts=[
            *note,
            *_state(words, who, now),
            *_when(words, now.choices),
            *_what(words, now.choices),
            *_where(words, now.choices, locales),
        ],
        submit=words("preferences-save"),
        close=words("preferences-cancel"),
        metadata=encode({"seen": mark_of(now.choices)}),
    )


def read_form(form: Form, who: Reader, now: Choices, locales: Sequence[str]) -> Choices:
    """Return *now* with what was chosen. Raises: Problems.

    A field the form doesn't have stays as it is: the form may be another version's.
    """
    readings: dict[str, Callable[[], dict[str, Any]]] = {
        SLOT: lambda: {"slot": _time(form, SLOT)},
        DAYS: lambda: {"days": _days(form)},
        RHYTHM: lambda: {"rhythm": _one_of(form.choice(RHYTHM), RHYTHMS, now.rhythm)},
        NOTIFICATION: lambda: {
            "notification": _one_of(form.choice(NOTIFICATION), NOTIFICATIONS, now.notification)
        },
        EXTRAS: lambda: {
            "recap": RECAP in form.choices(EXTRAS),
            "may_be_suggested": SUGGESTED in form.choices(EXTRAS),
        },
        NEVER: lambda: {"never": _people(form) - {who.member}},
        WORK_START: lambda: {"work_start": _time(form, WORK_START)},
        WORK_END: lambda: {"work_end": _time(form, WORK_END)},
        COUNTRY: lambda: {"country": _place(form, COUNTRY, who, country_named)},
        ZONE: lambda: {"zone": _place(form, ZONE, who, zone_named)},
        LOCALE: lambda: {"locale": _one_of(form.choice(LOCALE), locales, None)},
    }
    said: dict[str, Any] = {}
    for field in readings.keys() & form.values.keys():
        said |= readings[field]()
    found = replace(now, **said)
    if problems := _problems(found):
        raise Problems(problems)
    return found


def _problems(found: Choices) -> dict[str, str]:
    """Name what can't be, by field: nothing chosen, no such place, or a day that ends too soon."""
    needed = {
        SLOT: found.slot, DAYS: found.days, WORK_START: found.work_start, WORK_END: found.work_end,
    }  # fmt: skip
    places = {COUNTRY: found.country, ZONE: found.zone}
    lacking = {field: "preferences-choose-one" for field, one in needed.items() if not one}
    unknown = {
        field: f"preferences-unknown-{field.split('.')[1]}"
        for field, one in places.items()
        if one == NOWHERE
    }
    if lacking or unknown:
        return lacking | unknown
    too_soon = found.work_start >= found.work_end
    return {WORK_END: "preferences-ends-before-it-starts"} if too_soon else {}


def _state(words: Words, who: Reader, now: Standing) -> list[Buildable | Block]:
    """Return the quiet, if any, with the way out, or that nudges slowed down by themselves."""
    if now.paused_until is not None:
        return views.quiet(words, who, now.paused_until)
    if now.slowed:
        return [Section(ours(words(f"preferences-slowed-{now.slowed}")))]
    pause = Button(text=label(words("preferences-pause")), action_id=views.QUIET, value=encode())
    return [Section(ours(words("preferences-pause-ask")), accessory=pause)]


def _when(words: Words, choices: Choices) -> list[Buildable | Block]:
    days = {str(day): words.weekday(day) for day in range(7)}
    rhythms = {rhythm: words(f"preferences-rhythm-{rhythm}") for rhythm in RHYTHMS}
    return [
        _field(words, SLOT, _clock(SLOT, choices.slot)),
        _field(words, DAYS, _several(Checkboxes, DAYS, days, [str(day) for day in choices.days])),
        _field(words, RHYTHM, _single(RadioButtons, RHYTHM, rhythms, choices.rhythm)),
        _field(words, WORK_START, _clock(WORK_START, choices.work_start)),
        _field(words, WORK_END, _clock(WORK_END, choices.work_end)),
    ]


def _what(words: Words, choices: Choices) -> list[Buildable | Block]:
    ways = {way: words(f"preferences-notification-{way}") for way in NOTIFICATIONS}
    extras = {extra: words(f"preferences-extra-{extra}") for extra in (RECAP, SUGGESTED)}
    on = [RECAP] * choices.recap + [SUGGESTED] * choices.may_be_suggested
    people = MultiUsersSelect(
        action_id=NEVER,
        initial_users=sorted(choices.never) or None,
        max_selected_items=MAX_NEVER,
    )
    return [
        _field(
            words, NOTIFICATION, _single(RadioButtons, NOTIFICATION, ways, choices.notification)
        ),
        _field(words, EXTRAS, _several(Checkboxes, EXTRAS, extras, on), optional=True),
        _field(words, NEVER, people, optional=True),
    ]


def _where(words: Words, choices: Choices, locales: Sequence[str]) -> list[Buildable | Block]:
    country = country_name(choices.country, words.locale) if choices.country else None
    languages = {AS_SLACK_SAYS: words("preferences-as-slack-says")}
    languages |= {locale: language_name(locale) for locale in locales}
    chosen = choices.locale if choices.locale in languages else AS_SLACK_SAYS
    return [
        _field(words, COUNTRY, _line(COUNTRY, country), optional=True),
        _field(words, ZONE, _line(ZONE, choices.zone), optional=True),
        _field(words, LOCALE, _single(StaticSelect, LOCALE, languages, chosen)),
    ]


def _field(words: Words, action_id: str, element: Any, *, optional: bool = False) -> Input:
    what = action_id.split(".", 1)[1].replace(".", "-")
    return Input(
        label=label(words(f"preferences-ask-{what}")),
        hint=label(words(f"preferences-ask-{what}.hint")) if action_id in HINTED else None,
        element=element,
        block_id=action_id,
        optional=optional,
    )


HINTED = frozenset({SLOT, DAYS, EXTRAS, NEVER, COUNTRY, ZONE})


def _clock(action_id: str, at: time) -> TimePicker:
    return TimePicker(action_id=action_id, initial_time=f"{at:%H:%M}")


def _line(action_id: str, text: str | None) -> PlainTextInput:
    return PlainTextInput(action_id=action_id, initial_value=text, max_length=MAX_PLACE_CHARS)


def _single(menu: Callable[..., Any], action_id: str, options: dict[str, str], chosen: str) -> Any:
    offered = _options(options)
    return menu(
        action_id=action_id, options=list(offered.values()), initial_option=offered.get(chosen)
    )


def _several(
    menu: Callable[..., Any], action_id: str, options: dict[str, str], chosen: Sequence[str]
) -> Any:
    offered = _options(options)
    initial = [option for value, option in offered.items() if value in chosen]
    return menu(
        action_id=action_id, options=list(offered.values()), initial_options=initial or None
    )


def _options(options: dict[str, str]) -> dict[str, Option]:
    return {value: Option(text=label(text), value=value) for value, text in options.items()}


def _time(form: Form, action_id: str) -> time | None:
    try:
        return time.fromisoformat(form.choice(action_id) or "")
    except ValueError:
        return None


def _days(form: Form) -> frozenset[int]:
    return frozenset(int(day) for day in form.choices(DAYS) if day in WEEK)


def _people(form: Form) -> frozenset[str]:
    return frozenset(str(one) for one in form.values[NEVER].get("selected_users") or ())


def _place(
    form: Form, field: str, who: Reader, named: Callable[[str, str], str | None]
) -> str | None:
    """Return the place that was written: None where none was, `NOWHERE` where we know none."""
    text = form.text(field)
    return (named(text, who.locale) or NOWHERE) if text else None


def _one_of(chosen: str | None, known: Sequence[str], other: Any) -> Any:
    return chosen if chosen is not None and chosen in known else other
