"""What the tests of the pulse's views have in common: a team, its pulse, and Slack's limits."""

from datetime import UTC, date, datetime
from typing import Any

from bot.rooms.pulse.tables import Pulse
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.blocks import MAX_TEXT_CHARS, Block, Message

PROJ, OWNER, SOMEBODY = "C0123456789", "U0123456789", "U9876543210"  # as long as Slack's ids
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONDON = "Europe/London"
HOSTILE = "<!channel> <@U0BEN> & *bold* `code` "


def hostile(chars: int) -> str:
    """Return that many characters of what would ping and mark up, were it ever markup."""
    return (HOSTILE * (chars // len(HOSTILE) + 1))[:chars]


def within_limits(message: Message) -> Message:
    """Return *message*, which Slack would take."""
    assert check_blocks(list(message.blocks), "message") == []
    assert 0 < len(message.text) <= MAX_TEXT_CHARS
    return message


def view_within_limits(view: Block) -> Block:
    """Return *view*, which Slack would take."""
    assert check_view(view) == []
    return view


def pulse(channel: str = PROJ, **other: Any) -> Pulse:
    """A weekly pulse of Ann's, on Tuesdays, but for *other*."""
    usual = {
        "owner_id": OWNER,
        "zone": LONDON,
        "weekday": 1,
        "weeks": 1,
        "minimum": 5,
        "has_comments": False,
        "locale": "en",
        "first_on": date(2026, 12, 1),
        "next_on": date(2026, 12, 1),
    }
    return Pulse(workspace_id="T1", channel_id=channel, **{**usual, **other})
