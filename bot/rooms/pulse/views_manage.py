"""What an owner sees who pauses, stops or hands over a pulse. Pure."""

from datetime import date
from typing import Any

from blockkit import Actions, Button, Confirm, DatePicker, Input, Section, UsersSelect

from bot.content import Words
from bot.rooms.pulse.management import Look
from bot.rooms.pulse.mentions import channel_link, member_link
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.views import come_back_button, leave_button
from bot.rooms.pulse.views_team import every, take_over_button
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode

SETTINGS = "pulse.settings.open"
RESULTS = "pulse.results.read"
HISTORY = "pulse.history.read"
PAUSE = "pulse.pause.open"
RESUME = "pulse.pause.end"
STOP = "pulse.pulse.stop"
HAND_OVER = "pulse.owner.choose"
PAUSE_FORM = "pulse.pause.send"
UNTIL = "pulse.until.choose"
HAND_OVER_FORM = "pulse.owner.send"
OWNER = "pulse.owner.pick"


def status(
    words: Words, pulse: Pulse, look: Look, *, may_change: bool, is_resting: bool
) -> Message:
    """Return a running pulse as anybody in its channel may see it; the rest is its owner's."""
    comments = words("pulse-comments-on" if pulse.has_comments else "pulse-comments-off")
    owner = look.team.owner
    lines = [
        words(
            "pulse-status",
            channel=channel_link(pulse.channel_id),
            every=every(words, pulse.weekday, pulse.weeks),
            on=words.day(pulse.next_on) if pulse.next_on else "",
            minimum=pulse.minimum,
            comments=comments,
        ),
        words("pulse-status-owner", owner=member_link(owner))
        if owner
        else words("pulse-status-nobody"),
    ]
    if is_resting and pulse.paused_until is not None:
        lines.append(words("pulse-status-paused", until=words.day(pulse.paused_until)))
    parts: list[Any] = [Section(ours("\n".join(lines))), Actions(_for_all(words, pulse, look))]
    if may_change:
        parts.append(Actions(_for_owner(words, pulse, is_resting=is_resting)))
    return Message(words("pulse-title"), finish(parts))


def _for_all(words: Words, pulse: Pulse, look: Look) -> list[Any]:
    way = come_back_button if look.has_left else leave_button
    buttons = [
        _button(words("pulse-see-results"), RESULTS, pulse.channel_id),
        _button(words("pulse-see-history"), HISTORY, pulse.channel_id),
        way(words, pulse.channel_id),
    ]
    if look.team.owner is None:
        buttons.append(take_over_button(words, pulse.channel_id))
    return buttons


def _for_owner(words: Words, pulse: Pulse, *, is_resting: bool) -> list[Any]:
    return [
        _button(words("pulse-change"), SETTINGS, pulse.channel_id),
        _button(
            words("pulse-resume" if is_resting else "pulse-pause"),
            RESUME if is_resting else PAUSE,
            pulse.channel_id,
        ),
        _button(words("pulse-hand-over"), HAND_OVER, pulse.channel_id),
        stop_button(words, pulse.channel_id),
    ]


def stop_button(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("pulse-stop")),
        action_id=STOP,
        value=encode({"channel": channel}),
        style=Button.DANGER,
        confirm=Confirm(
            title=label(words("pulse-stop-title")),
            text=label(words("pulse-stop-sure")),
            confirm=label(words("pulse-stop")),
            deny=label(words("pulse-not-now")),
        ),
    )


def stop_card(words: Words, channel: str) -> Message:
    text = words("pulse-stop-sure")
    return Message(text, finish([Section(ours(text)), Actions([stop_button(words, channel)])]))


def pause_form(words: Words, channel: str, first: date) -> Block:
    """Return the form that asks until when; *first* is what it proposes."""
    return modal(
        PAUSE_FORM,
        title=words("pulse-title"),
        parts=[
            Section(ours(words("pulse-pause-intro", channel=channel_link(channel)))),
            Input(
                label=label(words("pulse-pause-until")),
                element=DatePicker(action_id=UNTIL, initial_date=first.isoformat()),
                block_id=UNTIL,
            ),
        ],
        submit=words("pulse-pause-send"),
        close=words("pulse-not-now"),
        metadata=encode({"channel": channel}),
    )


def hand_over_form(words: Words, channel: str) -> Block:
    return modal(
        HAND_OVER_FORM,
        title=words("pulse-title"),
        parts=[
            Section(ours(words("pulse-hand-over-intro", channel=channel_link(channel)))),
            Input(
                label=label(words("pulse-hand-over-to")),
                element=UsersSelect(action_id=OWNER),
                block_id=OWNER,
            ),
        ],
        submit=words("pulse-hand-over-send"),
        close=words("pulse-not-now"),
        metadata=encode({"channel": channel}),
    )


def _button(text: str, action: str, channel: str) -> Button:
    return Button(text=label(text), action_id=action, value=encode({"channel": channel}))
