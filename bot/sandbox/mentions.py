"""Text as people type it, turned into Slack's: mentions as ids, `&<>` escaped."""

import re
from collections.abc import Iterator

from bot.sandbox.workspace import Team

TYPED = re.compile(
    r"<@(?P<id>[UW][A-Z0-9]+)>"
    r"|(?<!\w)@(?P<handle>[\w.-]*\w)"
    r"|(?<!\w)#(?P<channel>[\w-]+)"
    r"|(?P<url>https?://[^\s<>]+)"
)
BROADCASTS = {"channel", "here", "everyone"}


def escaped(text: str) -> str:
    """`&`, `<` and `>` as Slack writes them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """The reverse of `escaped`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def from_typed(team: Team, text: str, *, with_names: bool) -> str:
    """What an app gets for a typed *text*; commands have names in mentions (`<@U1|ana>`)."""
    return "".join(_parts(team, text, with_names))


def _parts(team: Team, text: str, with_names: bool) -> Iterator[str]:
    end = 0
    for match in TYPED.finditer(text):
        yield escaped(text[end : match.start()])
        yield _linked(team, match, with_names) or escaped(match.group())
        end = match.end()
    yield escaped(text[end:])


def _linked(team: Team, match: re.Match[str], with_names: bool) -> str | None:
    """The mention or link a match stands for; None when there is nobody and nothing such."""
    if url := match["url"]:
        return f"<{escaped(url)}>"
    if name := match["channel"]:
        named = [c for c in team.channels.values() if c.name == name and not c.is_im]
        return f"<#{named[0].channel_id}|{name}>" if named else None
    if match["handle"] in BROADCASTS:
        return f"<!{match['handle']}>"
    handle, user_id = str(match["handle"] or "").lower(), match["id"]
    for member in team.members.values():
        if user_id == member.user_id or (handle and handle == member.handle):
            label = f"|{member.handle}" if with_names else ""
            return f"<@{member.user_id}{label}>"
    return None
