"""How a notice reaches somebody: in the answer to a command, in a modal, or beside a message."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from blockkit import Actions, Button, Section

from bot.content import Words
from bot.errors import SlackError
from bot.members.reader import Reader
from bot.slack.blocks import Block, Message, clipped, finish, modal, ours, theirs
from bot.slack.ids import ChannelId, encode
from bot.slack.inputs import Reply
from bot.slack.messenger import Messenger

NOTICE_VIEW = "house.notice.read"
HELP = "help"
MAX_LABEL_CHARS = 75  # Slack: button.text
MENTION = re.compile(r"<(?P<sign>[@#!])[^<>|]*(?:\|(?P<name>[^<>]*))?>")
RUN_WORD = "house.word.run"  # the button that runs what somebody probably meant


async def said(notice: str) -> Reply:
    """Answer a command."""
    return Reply.say(_said(notice))


def _said(notice: str) -> Message:
    return Message(notice, finish([Section(ours(notice))]))


async def nothing(_notice: str) -> Reply:
    """Answer something nobody looks at: the log has it."""
    return Reply()


def shown(words: Words, notice: str) -> Reply:
    """Put the notice in the place of the modal that was sent."""
    return Reply.show(notice_view(words, notice))


def notice_view(words: Words, notice: str) -> Block:
    return modal(
        NOTICE_VIEW,
        title=words("house-name"),
        parts=[Section(ours(notice))],
        close=words("house-close"),
    )


def notice_home(notice: str) -> Block:
    """Put the notice in the place of a Home that couldn't be shown."""
    return {"type": "home", "blocks": finish([Section(ours(notice))], "home")}


def old_card(words: Words) -> str:
    return words("house-old-card")


def other_words(words: Words) -> dict[str, str]:
    """Return what people may call our words, each with the word: `stop` is `pause`."""
    found = {}
    for entry in re.split("[;；]", words("house-other-words")):
        word, *others = (one.strip() for one in re.split("[:,：、]", entry))
        found.update(dict.fromkeys(others, word))
    return found


def unknown_word(words: Words, meant: str | None, rest: str = "") -> Reply:
    """Answer a word nobody knows with what was probably meant, and help.

    *rest* stood behind the word: the button does it with the right one. Only its author sees that
    answer, and no app finds it in a history. What is too long for a button must be typed again.
    """
    text = words("house-near-miss", word=meant) if meant else words("house-unknown-word")
    runs = {meant: rest, HELP: ""} if meant and meant != HELP else {HELP: ""}
    if meant in runs and not _fits(meant, rest):
        del runs[meant]
        text = words("house-near-miss-long", word=meant)
    buttons: list[Any] = [
        Button(
            text=theirs(clipped(f"/trustcheck {choice} {_readable(its)}".strip(), MAX_LABEL_CHARS)),
            action_id=f"{RUN_WORD}.{choice}",
            value=encode(_run(choice, its)),
        )
        for choice, its in runs.items()
    ]
    return Reply.say(Message(text, finish([Section(ours(text)), Actions(buttons)])))


def _run(word: str, rest: str) -> dict[str, str]:
    return {"word": word, "rest": rest} if rest else {"word": word}


def _fits(word: str, rest: str) -> bool:
    try:
        encode(_run(word, rest))
    except ValueError:
        return False
    return True


def _readable(rest: str) -> str:
    """Return what was typed with people and channels by name, as far as Slack gave those."""
    return MENTION.sub(lambda one: f"{one['sign'].strip('!')}{one['name'] or '…'}", rest)


Tell = Callable[[str], Awaitable[None]]


async def to_nobody(_notice: str) -> None:
    """Tell nobody: nobody looks, and the log has it."""


class Shower:
    """Tells somebody what became of their act, where they are looking.

    Beside the message they pressed in or the command they typed, in a modal on top of theirs, in
    Home or the channel they spoke in; where that can't be, in their own messages.
    """

    def __init__(
        self, messenger: Messenger, words: Words, who: Reader, body: Mapping[str, Any]
    ) -> None:
        self._messenger = messenger
        self._words = words
        self._who = who
        self._body = body

    async def __call__(self, notice: str) -> Reply:
        return Reply(later=lambda: self.tell(notice))

    async def tell(self, notice: str) -> None:
        message = _said(notice)
        try:
            is_told = await self._tell_there(notice, message)
        except SlackError:
            is_told = False  # the address or the trigger is used up, or the stack is full
        if not is_told:
            await self._messenger.say(self._who.workspace, self._who.member, message)

    async def _tell_there(self, notice: str, message: Message) -> bool:
        """Tell them where they acted; False where that is no place of its own."""
        url, view = self._body.get("response_url"), self._body.get("view") or {}
        if url:
            await self._messenger.respond(url, message)
        elif view.get("type") == "modal" and self._body.get("type") == "block_actions":
            trigger = self._body.get("trigger_id") or ""
            shown = notice_view(self._words, notice)
            await self._messenger.push_view(self._who.workspace, trigger, shown)
        else:
            return False
        return True


def is_spoken(inner: Mapping[str, Any]) -> bool:
    """Say whether an event is somebody's speaking to the bot: a mention, or a direct message."""
    if inner.get("bot_id") or inner.get("subtype"):
        return False
    is_direct = inner.get("type") == "message" and inner.get("channel_type") == "im"
    return is_direct or inner.get("type") == "app_mention"


def listener(messenger: Messenger, who: Reader, inner: Mapping[str, Any]) -> Tell:
    """Return how whoever an event comes from is told: they spoke to the bot, or opened Home."""
    kind, channel = inner.get("type"), inner.get("channel")

    async def aside(notice: str) -> None:
        thread = str(inner.get("thread_ts") or "") or None
        place = ChannelId(str(channel))
        await messenger.whisper(who.workspace, place, who.member, _said(notice), thread_ts=thread)

    async def in_messages(notice: str) -> None:
        await messenger.say(who.workspace, who.member, _said(notice))

    async def in_home(notice: str) -> None:
        await messenger.publish_home(who.workspace, who.member, notice_home(notice))

    if not who.member:
        return to_nobody
    if is_spoken(inner):
        return aside if kind == "app_mention" else in_messages
    return in_home if kind == "app_home_opened" and inner.get("tab") == "home" else to_nobody
