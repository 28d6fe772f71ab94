"""How somebody is named to others, also once they had themselves forgotten."""

from collections.abc import Callable

from bot.slack.ids import MemberId

GONE = MemberId("gone")  # stands in others' rows where somebody stood who was forgotten


def mention(words: Callable[[str], str], member: str) -> str:
    """Return a name that Slack fills in, for mrkdwn; or that they are no longer here."""
    return words("members-someone-gone") if member == GONE else f"<@{member}>"


def still_here(member: str | None) -> MemberId | None:
    """Return *member*, None for nobody and for one who was forgotten."""
    return MemberId(member) if member and member != GONE else None
