"""Block Kit: blockkit's builders, made safe, and the last check before anything is sent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from blockkit import Text

Block = dict[str, Any]
Surface = Literal["message", "modal", "home"]

MAX_BLOCKS: Mapping[Surface, int] = {"message": 50, "modal": 100, "home": 100}
MAX_TEXT_CHARS = 4000  # Slack: top-level text, before it is cut
MAX_SECTION_CHARS = 3000  # Slack: section.text
# Of all blocks of a message together. Slack publishes no figure; it has refused 11,341 as
# `msg_blocks_too_long` (bolt-js issue 2867).
MAX_MESSAGE_CHARS = 11_000


class Buildable(Protocol):
    """A blockkit component."""

    def build(self) -> Block: ...


@dataclass(frozen=True)
class Message:
    """A message ready to be sent: *text* is what phones show and screen readers read."""

    text: str
    blocks: Sequence[Block] = field(default_factory=tuple)


def ours(text: str) -> Text:
    """Return our own words as mrkdwn; names and links in them are never guessed at."""
    return Text(text, type=Text.MD, verbatim=True)


def theirs(text: str) -> Text:
    """Return somebody's words, or a line that holds them, shown as typed and pinging nobody."""
    return Text(text, type=Text.PLAIN, emoji=False)


def label(text: str) -> Text:
    """Return our own words where Slack takes plain text only: buttons, titles, labels."""
    return Text(text, type=Text.PLAIN, emoji=True)


def escaped(text: str) -> str:
    """Return *text* so that inside mrkdwn it is shown as typed, save for *, _, ~ and `."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clipped(text: str, limit: int) -> str:
    """Return *text* within *limit* characters, an ellipsis where it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def finish(parts: Iterable[Buildable | Block], surface: Surface = "message") -> list[Block]:
    """Build *parts* into blocks and check what blockkit lets pass.

    Raises:
        ValueError: too many blocks or, in a message, characters; a block_id or action_id twice, or
            two `focus_on_load`.
    """
    blocks: list[Block] = [
        without_nulls(part if isinstance(part, dict) else part.build()) for part in parts
    ]
    if len(blocks) > MAX_BLOCKS[surface]:
        raise ValueError(f"{len(blocks)} blocks, a {surface} takes {MAX_BLOCKS[surface]}")
    if surface == "message" and (chars := _chars(blocks)) > MAX_MESSAGE_CHARS:
        raise ValueError(f"{chars} characters, a message takes {MAX_MESSAGE_CHARS}")
    _unique([block["block_id"] for block in blocks if "block_id" in block], "block_id")
    for block in blocks:
        _unique([one["action_id"] for one in _elements(block) if "action_id" in one], "action_id")
    if sum(bool(one.get("focus_on_load")) for block in blocks for one in _elements(block)) > 1:
        raise ValueError("focus_on_load twice in one view")
    return blocks


def _chars(part: object) -> int:
    if isinstance(part, list):
        return sum(map(_chars, part))
    if not isinstance(part, dict):
        return 0
    own = part.get("text")
    return (len(own) if isinstance(own, str) else 0) + sum(map(_chars, part.values()))


def modal(
    callback_id: str,
    *,
    title: str,
    parts: Iterable[Buildable | Block],
    close: str,
    submit: str | None = None,
    metadata: str | None = None,
    notify_on_close: bool = False,
) -> Block:
    """Return a modal view; *metadata* comes from `ids.encode`.

    Raises:
        ValueError: as `finish`, or inputs without *submit*.
    """
    blocks = finish(parts, "modal")
    if submit is None and any(block["type"] == "input" for block in blocks):
        raise ValueError("a modal with inputs needs a submit button")
    view: Block = without_nulls(
        {
            "type": "modal",
            "callback_id": callback_id,
            "title": _plain(title),
            "submit": _plain(submit) if submit else None,
            "close": _plain(close),
            "blocks": blocks,
            "private_metadata": metadata,
            "notify_on_close": notify_on_close or None,
        }
    )
    return view


def without_nulls(value: Any) -> Any:
    """Return *value* without keys whose value is null, at any depth: Slack refuses them."""
    if isinstance(value, dict):
        return {key: without_nulls(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [without_nulls(one) for one in value]
    return value


def _plain(text: str) -> Block:
    built: Block = label(text).build()  # type: ignore[no-untyped-call]  # blockkit's own
    return built


def _elements(block: Block) -> Iterator[Block]:
    yield from block.get("elements", ())
    for key in ("accessory", "element"):
        if isinstance(block.get(key), dict):
            yield block[key]


def _unique(ids: Sequence[str], what: str) -> None:
    twice = {one for one in ids if ids.count(one) > 1}
    if twice:
        raise ValueError(f"{what} used twice: {', '.join(sorted(twice))}")
