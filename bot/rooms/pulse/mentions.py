"""Channels and members as Slack links them inside mrkdwn: only ever from ids, never from words."""


def channel_link(channel: str) -> str:
    return f"<#{channel}>"


def member_link(member: str | None) -> str:
    """Name *member*; nothing for nobody."""
    return f"<@{member}>" if member else ""
