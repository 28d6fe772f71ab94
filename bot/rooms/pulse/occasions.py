"""The names of the messages the clock sends: they stand in the ledger, so they never change."""

from datetime import datetime
from typing import Any

from bot.delivery.store import new_row

POLL = "pulse.poll"  # to a member, in the slot
CLOSED = "pulse.closed"  # the edit of every message a poll stands in
INSTANT = "pulse.instant"  # to the channel
NEWS = "pulse.news"  # to the channel: set up, changed, paused, stopped, handed over
SHUT = "pulse.shut"  # to the channel: why no poll comes
REMINDER = "pulse.reminder"  # to the channel
RESULTS = "pulse.results"  # to the channel: words and one practice
FIGURES = "pulse.figures"  # in the thread of the results
COMMENTS = "pulse.comments"  # in the thread of the results
SET_UP = "set_up"  # begins the slot of the news that a channel has a pulse
COMMENT_GONE = "pulse.comment.gone"  # the edit of the thread after one was removed
GUIDE = "pulse.guide"  # in the thread of the results
BARRED = "pulse.barred"  # to the owner: the channel is shared, archived, or without the bot
LATE = "pulse.late"  # to the owner: posts that came too late were left out
OWNER = "pulse.owner"  # to the owner, beside the results
REPORT = "pulse.report"  # to the owner: somebody reported a comment
PROMISE = "pulse.promise"  # to the channel: a promise is proposed
PROMISE_TAKEN = "pulse.promise.taken"  # its edit once somebody looks after it


def to_channel(
    workspace: str, kind: str, channel: str, slot: str, due_at: datetime
) -> dict[str, Any]:
    """Return the ledger row of a channel post; *slot* is the occasion's key in this channel."""
    return new_row(workspace, kind, channel, slot, target=channel, due_at=due_at)
