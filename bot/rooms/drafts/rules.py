"""From what Slack sends behind a command to what was typed. Pure."""

import re

# Slack's escapes: <@U1|ana>, <#C1|proj>, <!here>, <!subteam^S1|@design>, <https://x|x>.
_LINK = re.compile(r"<(?P<sort>[@#!]?)(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_PERSON = re.compile(r"<@(?P<id>[A-Z0-9]+)(?:\|(?P<handle>[^<>]*))?>")
NAME_ENDS = re.compile(r"[._\d]")


def as_typed(text: str) -> str:
    """Return a command's *text* as its author saw it: mentions and links as words, no escapes."""
    plain = _LINK.sub(_shown, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def people_in(text: str) -> list[tuple[str, str]]:
    """Return the (id, handle) of everybody mentioned, each once; a handle may be empty."""
    found = {person["id"]: person["handle"] or "" for person in _PERSON.finditer(text)}
    return list(found.items())


def first_name(handle: str) -> str:
    """Guess a first name from a handle, to be corrected by the writer: ana.lopez is Ana."""
    return NAME_ENDS.split(handle)[0].capitalize()


def name_in(text: str) -> str:
    """Return a name typed without a mention: one word alone; more may be anything."""
    return text if len(text.split()) == 1 else ""


def _shown(link: re.Match[str]) -> str:
    sort, words = link["sort"], link["label"] or link["target"]
    if not sort:
        return link["target"]
    sign = "#" if sort == "#" else "@"
    return sign + words.removeprefix(sign)
