"""What people typed, as they saw it, and the link to a message. Pure."""

import re

# Slack's escapes: <@U1|ana>, <#C1|proj>, <!here>, <!subteam^S1|@design>, <https://x|x>.
_LINK = re.compile(r"<(?P<sort>[@#!]?)(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
# Unicode's private letters stand for Slack's &lt; &gt; &amp; while a line is read.
_GUARDS = {"\ue000": ("&lt;", "<"), "\ue001": ("&gt;", ">"), "\ue002": ("&amp;", "&")}
_SIGNS = {"#": "#", "@": "@", "!": "@", "": ""}


def guarded(text: str) -> str:
    """Return *text* with one letter for each escaped sign, which no reading of it takes apart."""
    for sign, (escape, _) in _GUARDS.items():
        text = text.replace(escape, sign)
    return text


def as_typed(text: str) -> str:
    """Return *text*, guarded or not, without Slack's escapes: mentions and links as words."""
    plain = _LINK.sub(_shown, guarded(text))
    for sign, (_, typed) in _GUARDS.items():
        plain = plain.replace(sign, typed)
    return plain


def _shown(link: re.Match[str]) -> str:
    sort, words = link["sort"], link["label"] or link["target"]
    return link["target"] if not sort else _SIGNS[sort] + words.removeprefix(_SIGNS[sort])


def message_link(domain: str, channel: str, ts: str, thread_ts: str | None = None) -> str | None:
    """Return the link to a message, made as Slack makes them; None where the domain is unknown.

    Slack's own method for it fails in other people's direct messages.
    """
    if not (domain and channel and ts):
        return None
    link = f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={thread_ts}&cid={channel}" if thread_ts and thread_ts != ts else link
