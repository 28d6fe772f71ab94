"""The settings' one modal, and what somebody put into it. Pure."""

from collections.abc import Callable, Sequence
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
from bot.members.rules import slot_date
from bot.rooms.preferences import views
from bot.rooms.preferences.choices import NOTIFICATIONS, RHYTHMS, Choices
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
MAX_NEVER = 50
MAX_PLACE_CHARS = 80


class Problems(ValueError):
    """What can't be kept: by field, the id of the message that says why."""

    def __init__(self, by_field: dict[str, str]) -> None:
        super().__init__(", ".join(by_field))
        self.by_field = by_field


def settings_form(words: Words, who: Reader, now: Standing, locales: Sequence[str]) -> Block:
    """Return every setting in one modal, filled in."""
    return modal(
        SEND,
        title=words("preferences-title"),
        parts=[
            *_state(words, who, now),
            *_when(words, now.choices),
            *_what(words, now.choices),
            *_where(words, now.choices, locales),
        ],
        submit=words("preferences-save"),
        close=words("preferences-cancel"),
        metadata=encode(),
    )


def read_form(form: Form, who: Reader, locales: Sequence[str]) -> Choices:
    """Return what was chosen. Raises: Problems."""
    country, zone, locale = form.text(COUNTRY), form.text(ZONE), form.choice(LOCALE)
    start, end = _time(form, WORK_START), _time(form, WORK_END)
    days = frozenset(int(day) for day in form.choices(DAYS) if day in "0123456")
    slot, extras = _time(form, SLOT), form.choices(EXTRAS)
    places = {
        COUNTRY: country_named(country, who.locale) if country else None,
        ZONE: zone_named(zone, who.locale) if zone else None,
    }
    if slot is None or start is None or end is None or not days or start >= end:
        raise Problems(_lacking(slot, days, start, end))
    unknown = {key for key, text in ((COUNTRY, country), (ZONE, zone)) if text and not places[key]}
    if unknown:
        raise Problems({key: f"preferences-unknown-{key.split('.')[1]}" for key in unknown})
    people = form.values.get(NEVER, {}).get("selected_users") or ()
    return Choices(
        slot=slot,
        days=days,
        rhythm=_one_of(form.choice(RHYTHM), RHYTHMS),
        notification=_one_of(form.choice(NOTIFICATION), NOTIFICATIONS),
        recap=RECAP in extras,
        may_be_suggested=SUGGESTED in extras,
        never=frozenset(str(one) for one in people) - {who.member},
        work_start=start,
        work_end=end,
        country=places[COUNTRY],
        zone=places[ZONE],
        locale=locale if locale in locales else None,
    )


def _lacking(
    slot: time | None, days: frozenset[int], start: time | None, end: time | None
) -> dict[str, str]:
    wrong = {
        SLOT: slot is None,
        DAYS: not days,
        WORK_START: start is None,
        WORK_END: end is None,
    }
    found = {key: "preferences-choose-one" for key, is_wrong in wrong.items() if is_wrong}
    return found or {WORK_END: "preferences-ends-before-it-starts"}


def _state(words: Words, who: Reader, now: Standing) -> list[Buildable | Block]:
    """Return the quiet, if any, with the way out, or that nudges slowed down by themselves."""
    if now.paused_until is not None:
        day = words.day(slot_date(now.paused_until, who.zone))
        button = Button(
            text=label(words("preferences-resume")), action_id=views.RESUME, value=encode()
        )
        return [Section(ours(words("preferences-paused", day=day)), accessory=button)]
    if now.slowed:
        return [Section(ours(words(f"preferences-slowed-{now.slowed}")))]
    return []


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


def _one_of(chosen: str | None, known: Sequence[str]) -> str:
    return chosen if chosen is not None and chosen in known else known[0]
