"""What people read when Trustcheck arrives, or when they do. Pure."""

from collections.abc import Mapping
from typing import Any

from blockkit import Actions, Button, Context, Section

from bot.content import Words
from bot.slack.blocks import Message, finish, label, ours
from bot.slack.ids import encode
from bot.slack.notices import RUN_WORD

# Buttons of the rooms' own: the house only shows them.
START = "nudges.habit.start"
NOTIFICATION = "preferences.notification.choose"
LANGUAGE = "preferences.language.choose"
RHYTHMS = ("daily", "three", "weekly")
NOTIFICATIONS = ("full", "discreet")
LANGUAGES = ("zh-CN", "en")  # what a reader of Traditional Chinese may choose between


def welcome(words: Words, _data: Mapping[str, Any]) -> Message:
    """Return the installer's three steps."""
    parts: list[Any] = [
        Section(ours(words("members-welcome"))),
        Context([ours(words("members-welcome-admin"))]),
    ]
    return Message(words("members-welcome-title"), finish(parts))


def hello(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the hello in a channel; `pulse` says whether a pulse can run there."""
    buttons: list[Any] = [
        Button(
            text=label(words(f"members-hello-start-{rhythm}")),
            action_id=f"{START}.{rhythm}",
            value=encode({"rhythm": rhythm}),
        )
        for rhythm in RHYTHMS
    ]
    if data["pulse"]:
        pulse = Button(
            text=label(words("members-hello-pulse")),
            action_id=f"{RUN_WORD}.pulse",
            value=encode({"word": "pulse"}),
        )
        buttons.append(pulse)
    text = words("members-hello" if data["pulse"] else "members-hello-no-pulse")
    parts: list[Any] = [
        Section(ours(text)),
        Actions(buttons),
        Context([ours(words("members-hello-deal"))]),
    ]
    return Message(words("members-hello-title"), finish(parts))


def shown_round(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the one message for somebody new.

    *data*: `notification` where they are to choose what their phone shows, `language` where
    Slack's leaves open which of ours they read.
    """
    parts: list[Any] = [Section(ours(words("members-round")))]
    if data.get("notification"):
        parts += _notification(words)
    if data.get("language"):
        parts += _language(words)
    return Message(words("members-round-title"), finish(parts))


def _notification(words: Words) -> list[Any]:
    buttons: list[Any] = [
        Button(
            text=label(words(f"members-round-{way}")),
            action_id=f"{NOTIFICATION}.{way}",
            value=encode({"text": way}),
        )
        for way in NOTIFICATIONS
    ]
    return [Section(ours(words("members-round-notification"))), Actions(buttons)]


def language(words: Words, _data: Mapping[str, Any]) -> Message:
    """Return the question by itself, for somebody who was shown round before it was asked."""
    return Message(words("members-language-title"), finish(_language(words)))


def _language(words: Words) -> list[Any]:
    return [Section(ours(words("members-round-language"))), Actions(_languages(words))]


def _languages(words: Words) -> list[Any]:
    return [
        Button(
            text=label(words(f"members-round-language-{locale.lower()}")),
            action_id=f"{LANGUAGE}.{locale.lower()}",
            value=encode({"locale": locale}),
        )
        for locale in LANGUAGES
    ]
