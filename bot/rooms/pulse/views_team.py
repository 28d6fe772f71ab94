"""What people see of a team's pulse as a whole: the set-up, the news in the channel. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from babel import Locale
from blockkit import Actions, Button, Checkboxes, Input, Option, Section, StaticSelect

from bot.content import Words
from bot.members.mention import still_here
from bot.rooms.pulse.mentions import channel_link, member_link
from bot.rooms.pulse.rules import WEEKS, PulseSettings
from bot.rooms.pulse.views import leave_button
from bot.slack.blocks import Block, Buildable, Message, finish, label, modal, ours
from bot.slack.ids import encode, reading
from bot.slack.inputs import Form

SET_UP = "pulse.setup.send"
CHANGE = "pulse.settings.send"
WEEKDAY = "pulse.weekday.choose"
EVERY = "pulse.weeks.choose"
MINIMUM = "pulse.minimum.choose"
COMMENTS = "pulse.comments.choose"
LANGUAGE = "pulse.language.choose"
TAKE_OVER = "pulse.owner.take"
INSTANT = "pulse.instant.send"
MINIMA = (5, 6, 7, 8, 10, 12, 15, 20)
WORKDAYS = range(5)
ON = "on"


def settings_form(
    words: Words, locales: Sequence[str], settings: PulseSettings, channel: str, *, is_new: bool
) -> Block:
    """Return what an owner chooses, headed by the deal; *channel* is where it will run."""
    languages = {locale: _language(locale) for locale in locales}
    minima = sorted({*MINIMA, settings.minimum})
    intro = words(
        "pulse-setup-deal" if is_new else "pulse-settings-intro", channel=channel_link(channel)
    )
    return modal(
        SET_UP if is_new else CHANGE,
        title=words("pulse-title"),
        parts=[
            Section(ours(intro)),
            _select(
                words("pulse-setup-weekday"),
                WEEKDAY,
                {str(day): words.weekday(day) for day in WORKDAYS},
                str(settings.weekday),
            ),
            _select(
                words("pulse-setup-weeks"),
                EVERY,
                {str(weeks): words("pulse-every", weeks=weeks) for weeks in WEEKS},
                str(settings.weeks),
            ),
            _select(
                words("pulse-setup-minimum"),
                MINIMUM,
                {str(count): words("pulse-answers", count=count) for count in minima},
                str(settings.minimum),
            ),
            _select(words("pulse-setup-language"), LANGUAGE, languages, settings.locale),
            _comments(words, settings),
        ],
        submit=words("pulse-setup-send" if is_new else "pulse-settings-send"),
        close=words("pulse-not-now"),
        metadata=encode({"channel": channel}),
    )


def instant_form(words: Words, channel: str) -> Block:
    """Return the deal of an instant pulse, to be sent by whoever starts it."""
    return modal(
        INSTANT,
        title=words("pulse-title"),
        parts=[Section(ours(words("pulse-instant-deal", channel=channel_link(channel))))],
        submit=words("pulse-instant-send"),
        close=words("pulse-not-now"),
        metadata=encode({"channel": channel}),
    )


def read_settings(form: Form, locales: Sequence[str]) -> PulseSettings:
    """Return what was chosen. Raises: UnreadableValue for what the form doesn't offer."""
    with reading():
        language = locales.index(form.choice(LANGUAGE) or "")
        return PulseSettings(
            weekday=int(form.choice(WEEKDAY) or 0),
            weeks=int(form.choice(EVERY) or 0),
            minimum=int(form.choice(MINIMUM) or 0),
            has_comments=ON in form.choices(COMMENTS),
            locale=locales[language],
        )


def refused(words: Words, text: str) -> Message:
    return Message(text, finish([Section(ours(text))]))


def set_up_news(words: Words, data: Mapping[str, Any]) -> Message:
    """Return what the channel reads: who set up what, when it comes, and how to leave.

    *data*: `what`, `channel`, `owner`, `on`, `weekday`, `weeks`, `minimum`, `comments`, `until`.
    """
    on = date.fromisoformat(data["on"]) if data["on"] else None
    text = words(
        f"pulse-news-{data['what'].replace('_', '-')}",
        owner=member_link(still_here(data["owner"])) or words("pulse-news-owner-left"),
        on=words.day(on) if on else "",
        every=every(words, data["weekday"], data["weeks"]),
        until=words.day(date.fromisoformat(data["until"])) if data["until"] else "",
    )
    parts: list[Buildable | Block] = [Section(ours(text))]
    if data["what"] != "stopped":
        comments = words("pulse-comments-on" if data["comments"] else "pulse-comments-off")
        deal = words("pulse-news-deal", minimum=data["minimum"], comments=comments)
        buttons: list[Any] = [leave_button(words, data["channel"])]
        if data["what"] == "orphaned":
            buttons.insert(0, take_over_button(words, data["channel"]))
        parts += [Section(ours(deal)), Actions(buttons)]
    return Message(words("pulse-news-notification"), finish(parts))


def reminder(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the one reminder, to all; *data*: `enough`, `closes`, `zone`, `now`."""
    closes = words.moment(
        datetime.fromisoformat(data["closes"]),
        data["zone"],
        now=datetime.fromisoformat(data["now"]),
    )
    text = words(
        "pulse-reminder-enough" if data["enough"] else "pulse-reminder-not-yet", closes=closes
    )
    return Message(text, finish([Section(ours(text))]))


def shut_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return why no poll comes this time; *data*: `why`, a `Shut`."""
    text = words(f"pulse-shut-{data['why'].replace('_', '-')}")
    return Message(words("pulse-news-notification"), finish([Section(ours(text))]))


def every(words: Words, weekday: int, weeks: int) -> str:
    return words("pulse-rhythm", weekday=words.weekday(weekday), weeks=weeks)


def take_over_button(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("pulse-take-over")),
        action_id=TAKE_OVER,
        value=encode({"channel": channel}),
    )


def _select(name: str, action: str, choices: Mapping[str, str], chosen: str) -> Input:
    options = {value: Option(text=label(text), value=value) for value, text in choices.items()}
    return Input(
        label=label(name),
        element=StaticSelect(
            action_id=action,
            options=list(options.values()),
            initial_option=options.get(chosen) or next(iter(options.values())),
        ),
        block_id=action,
    )


def _comments(words: Words, settings: PulseSettings) -> Input:
    option = Option(text=label(words("pulse-setup-comments")), value=ON)
    return Input(
        label=label(words("pulse-setup-comments-label")),
        hint=label(words("pulse-setup-comments-hint")),
        element=Checkboxes(
            action_id=COMMENTS,
            options=[option],
            initial_options=[option] if settings.has_comments else None,
        ),
        block_id=COMMENTS,
        optional=True,
    )


def _language(locale: str) -> str:
    """Name a language in itself."""
    return str(Locale.parse(locale, sep="-").get_display_name() or locale)
