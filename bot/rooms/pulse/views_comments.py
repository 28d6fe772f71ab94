"""What the thread shows of comments, and what the owner sees of a reported one. Pure."""

from collections.abc import Mapping
from typing import Any

from blockkit import Actions, Button, Confirm, Option, Overflow, Section

from bot.content import Words
from bot.rooms.pulse.mentions import channel_link
from bot.slack.blocks import Block, Buildable, Message, finish, label, ours, theirs
from bot.slack.ids import encode

MENU = "pulse.comment.choose"
REMOVE = "pulse.comment.remove"


def comments_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return a page of comments, as typed and pinging nobody. *data*: `poll`, `comments`."""
    parts: list[Buildable | Block] = [Section(ours(words("pulse-comments-title")))]
    for comment in data["comments"]:
        if comment["words"] is None:
            parts.append(Section(ours(words("pulse-comment-removed"))))
        else:
            menu = _menu(words, data["poll"], comment["id"])
            parts.append(Section(theirs(comment["words"]), accessory=menu))
    return Message(words("pulse-comments-notification"), finish(parts))


def _menu(words: Words, poll: str, comment: str) -> Overflow:
    what = {"report": words("pulse-comment-report"), "remove": words("pulse-comment-remove")}
    options = [
        Option(text=label(text), value=encode({"p": poll, "c": comment, "do": do}))
        for do, text in what.items()
    ]
    return Overflow(action_id=MENU, options=options)


def report_card(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the owner's card about a reported comment; it says nothing of who reported it."""
    button = Button(
        text=label(words("pulse-comment-remove")),
        action_id=REMOVE,
        value=encode({"p": data["poll"], "c": data["id"], "do": "remove"}),
        style=Button.DANGER,
        confirm=Confirm(
            title=label(words("pulse-comment-remove-title")),
            text=label(words("pulse-comment-remove-sure")),
            confirm=label(words("pulse-comment-remove")),
            deny=label(words("pulse-not-now")),
        ),
    )
    buttons: list[Any] = [button]
    return Message(
        words("pulse-report-notification"),
        finish(
            [
                Section(ours(words("pulse-report-card", channel=channel_link(data["channel"])))),
                Section(theirs(data["words"])),
                Actions(buttons),
            ]
        ),
    )
