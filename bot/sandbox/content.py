"""What a message may consist of: text, blocks and metadata, each checked as Slack does."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.blocks import check_blocks
from bot.sandbox.inputs import elements
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal

MAX_TEXT_CHARS = 40_000  # Slack: chat.postMessage truncates beyond
MAX_MARKDOWN_CHARS = 12_000  # Slack: markdown_text
MAX_BLOCKS_CHARS = 11_000
"""Of all blocks together. Slack publishes no figure; it has refused 11,341 (bolt-js issue 2867)."""
MAX_ATTACHMENTS = 100  # Slack: chat.postMessage
MAX_METADATA_CHARS = 16_000  # Slack publishes no figure; far more than an id needs
SNAKE_CASE = re.compile(r"[a-z][a-z0-9_]*\Z")


@dataclass
class Content:
    """A message's checked parts."""

    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None


def read_content(args: Mapping[str, Any], new_id: Callable[[str], str]) -> Content:
    """The content in a call's arguments. Raises: Refusal, as chat.postMessage would answer."""
    blocks = read_blocks(args.get("blocks"), new_id)
    attachments = _list_of(args.get("attachments"), "invalid_attachments")
    if len(attachments) > MAX_ATTACHMENTS:
        raise Refusal("too_many_attachments")
    text = str(args.get("text") or "")
    markdown = str(args.get("markdown_text") or "")
    if markdown and (text or blocks):
        raise Refusal("markdown_text_conflict")
    if len(markdown) > MAX_MARKDOWN_CHARS:
        raise Refusal("msg_too_long")
    text = (text or markdown)[:MAX_TEXT_CHARS]
    if not text.strip() and not blocks and not attachments:
        raise Refusal("no_text")
    return Content(text, blocks, attachments, read_metadata(args.get("metadata")))


def read_blocks(given: object, new_id: Callable[[str], str]) -> list[Json]:
    """Checked blocks with every id filled in. Raises: Refusal naming the place."""
    if given in (None, "", []):
        return []
    if not isinstance(given, list):
        raise Refusal("invalid_blocks_format")
    if problems := check_blocks(given, "message"):
        raise Refusal("invalid_blocks", errors=problems, messages=_as_errors(problems))
    if text_chars(given) > MAX_BLOCKS_CHARS:
        raise Refusal("msg_blocks_too_long")
    return with_ids(given, new_id)


def text_chars(part: object) -> int:
    """How many characters of text *part* of a message holds, in all of its blocks and elements."""
    if isinstance(part, list):
        return sum(map(text_chars, part))
    if not isinstance(part, dict):
        return 0
    own = part.get("text")
    return (len(own) if isinstance(own, str) else 0) + sum(map(text_chars, part.values()))


def _as_errors(problems: list[str]) -> list[str]:
    return [f"[ERROR] {problem}" for problem in problems]


def with_ids(blocks: list[Json], new_id: Callable[[str], str]) -> list[Json]:
    """The blocks, each with a block_id and each element with an action_id, as Slack fills them."""
    filled: list[Json] = json.loads(json.dumps(blocks))
    for block in filled:
        if not block.get("block_id"):
            block["block_id"] = new_id("b")
        for element in elements(block):
            if not element.get("action_id"):
                element["action_id"] = new_id("a")
    return filled


def read_metadata(given: object) -> Json | None:
    """Message metadata, checked. Raises: Refusal."""
    if given in (None, "", {}):
        return None
    if not isinstance(given, dict) or set(given) - {"event_type", "event_payload", "entities"}:
        raise Refusal("invalid_metadata_format")
    event_type, payload = given.get("event_type"), given.get("event_payload")
    if not isinstance(event_type, str) or not SNAKE_CASE.match(event_type):
        raise Refusal("invalid_metadata_format", messages=["event_type: snake_case wanted"])
    if not isinstance(payload, dict) or not all(_is_flat(value) for value in payload.values()):
        raise Refusal("invalid_metadata_schema", messages=["event_payload: one level at most"])
    if len(json.dumps(given)) > MAX_METADATA_CHARS:
        raise Refusal("metadata_too_large")
    return given


def _is_flat(value: object, depth: int = 1) -> bool:
    if isinstance(value, dict):
        return depth > 0 and all(_is_flat(each, depth - 1) for each in value.values())
    if isinstance(value, list):
        return depth > 0 and all(_is_flat(each, depth) for each in value)
    return True


def _list_of(given: object, error: str) -> list[Json]:
    if given in (None, ""):
        return []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise Refusal(error)
    return given
