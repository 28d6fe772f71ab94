"""What a member sees of a poll: the message, the form, and what is answered to it. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Context, Input, Option, PlainTextInput, RadioButtons, Section

from bot.content import Pulse, Statement, Words
from bot.content.schema import FACTORS
from bot.rooms.pulse.ballots import SCORES
from bot.rooms.pulse.mentions import channel_link
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.tables import Poll
from bot.rooms.pulse.usecases import MAX_COMMENT_CHARS
from bot.slack.blocks import Block, Buildable, Message, finish, label, modal, ours, theirs
from bot.slack.ids import encode

ANSWER = "pulse.poll.answer"
SKIP = "pulse.poll.skip"
LEAVE = "pulse.poll.leave"
COME_BACK = "pulse.poll.rejoin"
FORM = "pulse.answer.send"
NOTICE = "pulse.notice.read"
COMMENT = "pulse.comment.write"
ASKED = (ANCHOR, *FACTORS)


def answer_id(asked: str) -> str:
    return f"pulse.answer.{asked}"


def poll_message(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the poll, of one team or several: the deal and the buttons, or that it has closed.

    *data*: `polls` (each `poll`, `channel`, `closes`, `closed`), `zone` and `now`.
    """
    polls = data["polls"]
    now = datetime.fromisoformat(data["now"])
    parts: list[Buildable | Block] = [Section(ours(words("pulse-poll-intro", count=len(polls))))]
    for poll in polls:
        if poll["closed"]:
            parts.append(
                Section(ours(words("pulse-poll-closed", channel=channel_link(poll["channel"]))))
            )
            continue
        closes = words.moment(datetime.fromisoformat(poll["closes"]), data["zone"], now=now)
        parts += [
            Section(
                ours(words("pulse-poll-open", channel=channel_link(poll["channel"]), closes=closes))
            ),
            _poll_buttons(words, poll["poll"], poll["channel"]),
        ]
    parts.append(Context([ours(words("pulse-poll-deal", minimum=data["minimum"]))]))
    return Message(words("pulse-poll-notification"), finish(parts))


def poll_data(polls: Sequence[Poll], zone: str, now: datetime) -> dict[str, Any]:
    """Return what `poll_message` says of *polls* at *now*, in the reader's *zone*."""
    return {
        "polls": [
            {
                "poll": poll.poll_id,
                "channel": poll.channel_id,
                "closes": poll.closes_at.isoformat(),
                "closed": poll.state != "open",
            }
            for poll in polls
        ],
        "minimum": max(poll.minimum for poll in polls),
        "zone": zone,
        "now": now.isoformat(),
    }


def _poll_buttons(words: Words, poll: str, channel: str) -> Actions:
    return Actions(
        [
            Button(
                text=label(words("pulse-answer")),
                action_id=ANSWER,
                value=encode({"poll": poll}),
                style=Button.PRIMARY,
            ),
            Button(text=label(words("pulse-skip")), action_id=SKIP, value=encode({"poll": poll})),
            leave_button(words, channel),
        ]
    )


def leave_button(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("pulse-leave")), action_id=LEAVE, value=encode({"channel": channel})
    )


def come_back_button(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("pulse-rejoin")),
        action_id=COME_BACK,
        value=encode({"channel": channel}),
    )


def answer_form(
    words: Words,
    pulse: Pulse,
    statements: Mapping[str, Mapping[str, Any]],
    *,
    poll: str,
    channel: str,
    channel_name: str,
    minimum: int,
    has_comments: bool,
    is_warned: bool = False,
) -> Block:
    """Return the anchor and one statement a factor, headed by the deal.

    Statements are said in the reader's language; one that has left the bank in the words
    *statements* froze. *is_warned*: above the comment stands that it seems to name somebody.
    """
    parts: list[Buildable | Block] = [
        Section(ours(words("pulse-form-deal", channel=channel_link(channel), minimum=minimum)))
    ]
    known: dict[str, Statement] = {one.id: one for bank in pulse.bank.values() for one in bank}
    known[pulse.anchor.id] = pulse.anchor
    for asked in ASKED:
        text, low, high = _wording(known, statements[asked])
        parts.append(_question(words, asked, text, {SCORES[0]: low, SCORES[-1]: high}))
    if has_comments:
        if is_warned:
            parts.append(Section(ours(words("pulse-comment-names"))))
        parts.append(_comment_field(words, channel_name))
    parts.append(Context([ours(words("pulse-form-final"))]))
    return modal(
        FORM,
        title=words("pulse-title"),
        parts=parts,
        submit=words("pulse-send"),
        close=words("pulse-not-now"),
        metadata=encode({"poll": poll} | ({"warned": True} if is_warned else {})),
    )


def _wording(known: Mapping[str, Statement], frozen: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return text and ends of what was *frozen*, in the reader's language where it is *known*."""
    here = known.get(frozen["id"])
    if here is None:
        return frozen["text"], frozen["low"], frozen["high"]
    return here.text, here.low, here.high


def _question(words: Words, asked: str, text: str, ends: Mapping[int, str]) -> Input:
    options = [
        Option(
            text=label(
                words("pulse-scale-end", value=score, end=ends[score])
                if score in ends
                else str(score)
            ),
            value=str(score),
        )
        for score in SCORES
    ]
    return Input(
        label=label(text),
        element=RadioButtons(action_id=answer_id(asked), options=options),
        block_id=answer_id(asked),
    )


def _comment_field(words: Words, channel_name: str) -> Input:
    return Input(
        label=label(words("pulse-comment")),
        hint=theirs(words("pulse-comment-hint", channel=channel_name)),
        element=PlainTextInput(action_id=COMMENT, multiline=True, max_length=MAX_COMMENT_CHARS),
        block_id=COMMENT,
        optional=True,
    )


def notice(words: Words, text: str, buttons: Sequence[Button] = ()) -> Block:
    """Return a small modal that says one thing."""
    parts: list[Any] = [Section(ours(text))]
    if buttons:
        parts.append(Actions(list(buttons)))
    return modal(NOTICE, title=words("pulse-title"), parts=parts, close=words("pulse-close"))


def skipped(words: Words) -> Message:
    return _said(words("pulse-skipped"))


def left(words: Words, channel: str) -> Message:
    """Return what somebody reads who left a team's poll, with the way back."""
    return _said(
        words("pulse-left", channel=channel_link(channel)), come_back_button(words, channel)
    )


def is_back(words: Words, channel: str) -> Message:
    return _said(words("pulse-is-back", channel=channel_link(channel)))


def _said(text: str, *buttons: Button) -> Message:
    parts: list[Any] = [Section(ours(text))]
    if buttons:
        parts.append(Actions(list(buttons)))
    return Message(text, finish(parts))
