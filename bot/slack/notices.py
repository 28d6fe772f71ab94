"""How a notice reaches somebody: in the answer to a command, in a modal, or beside a message."""

import re
from collections.abc import Mapping
from typing import Any

from blockkit import Actions, Button, Section

from bot.content import Words
from bot.errors import SlackRefused
from bot.members.reader import Reader
from bot.slack.blocks import Block, Message, clipped, finish, modal, ours, theirs
from bot.slack.ids import encode
from bot.slack.inputs import Reply
from bot.slack.messenger import Messenger

NOTICE_VIEW = "house.notice.read"
HELP = "help"
MAX_LABEL_CHARS = 75  # Slack: button.text
MENTION = re.compile(r"<(?P<sign>[@#!])[^<>|]*(?:\|(?P<name>[^<>]*))?>")
RUN_WORD = "house.word.run"  # the button that runs what somebody probably meant


async def said(notice: str) -> Reply:
    """Answer a command."""
    return Reply.say(Message(notice, finish([Section(ours(notice))])))


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


def old_card(words: Words) -> str:
    return words("house-old-card")


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


class Shower:
    """Tells somebody who pressed: in a modal on top where they pressed in a view, else beside."""

    def __init__(
        self, messenger: Messenger, words: Words, who: Reader, body: Mapping[str, Any]
    ) -> None:
        self._messenger = messenger
        self._words = words
        self._who = who
        self._body = body

    async def __call__(self, notice: str) -> Reply:
        return Reply(later=lambda: self._tell(notice))

    async def _tell(self, notice: str) -> None:
        message = Message(notice, finish([Section(ours(notice))]))
        url = self._body.get("response_url")
        if url:
            await self._messenger.respond(url, message)
            return
        view = self._body.get("view") or {}
        if view.get("type") == "modal":
            try:
                await self._push(notice)
                return
            except SlackRefused:
                pass  # the trigger is used up or the stack is full: the message tab remains
        await self._messenger.say(self._who.workspace, self._who.member, message)

    async def _push(self, notice: str) -> None:
        trigger = self._body.get("trigger_id") or ""
        view = notice_view(self._words, notice)
        await self._messenger.push_view(self._who.workspace, trigger, view)
