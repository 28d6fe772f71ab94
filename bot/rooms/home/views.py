"""The App Home and the help. Pure."""

from collections.abc import Sequence

from blockkit import Actions, Button, Context, Divider, Section

from bot.content import Words
from bot.slack.blocks import Block, Buildable, Message, finish, label, ours
from bot.slack.ids import encode
from bot.slack.notices import RUN_WORD

OPEN_SETTINGS = "preferences.settings.open"  # answered by the preferences room
OPEN_QUIET = "preferences.quiet.open"  # the same
HELP_WORDS = ("", "start", "promises")  # what the help offers as buttons


def home(words: Words, cards: Sequence[Sequence[Buildable | Block]]) -> Block:
    """Return the Home view: a greeting, then the rooms' cards with a line between them."""
    parts: list[Buildable | Block] = [Section(ours(words("home-greeting")))]
    for card in filter(None, cards):
        parts += [Divider(), *card]
    settings, pause = (
        Button(text=label(words(f"home-{name}")), action_id=action_id, value=encode())
        for name, action_id in (("settings", OPEN_SETTINGS), ("pause", OPEN_QUIET))
    )
    help_ = Button(
        text=label(words("home-run-help")),
        action_id=f"{RUN_WORD}.help",
        value=encode({"word": "help"}),
    )
    parts += [Divider(), Actions([settings, pause, help_]), Context([ours(words("home-privacy"))])]
    return {"type": "home", "blocks": finish(parts, "home")}


def guests_home(words: Words) -> Block:
    """Return what a guest, or somebody from another company, sees in the place of Home."""
    return {"type": "home", "blocks": finish([Section(ours(words("house-guest")))], "home")}


def guests_message(words: Words) -> Message:
    """Return what a guest is told who speaks to the bot."""
    text = words("house-guest")
    return Message(text, finish([Section(ours(text))]))


def help_message(words: Words) -> Message:
    """Return the short help; its first line doubles as the text of the notification."""
    return Message(
        words("home-help-title"),
        finish(
            [
                Section(ours(words("home-help"))),
                Actions([_run(words, word) for word in HELP_WORDS]),
                Context([ours(words("home-privacy"))]),
            ]
        ),
    )


def _run(words: Words, word: str) -> Button:
    return Button(
        text=label(words(f"home-run-{word or 'check'}")),
        action_id=f"{RUN_WORD}.{word or 'check'}",
        value=encode({"word": word}),
    )
