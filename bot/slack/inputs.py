"""What people do in Slack, as typed input for the rooms' handlers."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.members.reader import Reader
from bot.slack.blocks import Block, Message
from bot.slack.ids import ChannelId, MemberId


@dataclass(frozen=True)
class Form:
    """The values of a view's inputs, by action id; the block ids may change between views."""

    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    block_ids: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, state: Mapping[str, Any] | None) -> "Form":
        blocks = (state or {}).get("values") or {}
        values = {action: one for block in blocks.values() for action, one in block.items()}
        places = {action: block for block, actions in blocks.items() for action in actions}
        return cls(values, places)

    def text(self, action_id: str) -> str:
        """Return what was typed, stripped; empty where nothing was."""
        return str(self.values.get(action_id, {}).get("value") or "").strip()

    def choice(self, action_id: str) -> str | None:
        """Return the value of the one chosen option, date, time, person or channel."""
        return read_choice(self.values.get(action_id, {}))

    def choices(self, action_id: str) -> list[str]:
        """Return the values of the chosen options of checkboxes or a multi-select."""
        chosen = self.values.get(action_id, {}).get("selected_options") or ()
        return [str(option["value"]) for option in chosen]


@dataclass(frozen=True)
class ViewRef:
    """A modal or Home as it was when somebody acted in it."""

    id: str
    hash: str
    type: str


@dataclass(frozen=True)
class MessageRef:
    """A message somebody acted on; Slack leaves the content out of those for one's own eyes."""

    channel: ChannelId
    ts: str
    text: str = ""
    author: MemberId | None = None
    thread_ts: str | None = None
    blocks: Sequence[Block] = ()


@dataclass(frozen=True)
class Command:
    """A slash command: *text* is what stood behind the word that chose the handler."""

    who: Reader
    text: str
    channel: ChannelId
    trigger: str
    response_url: str


@dataclass(frozen=True)
class Press:
    """A button, menu or picker: *value* is decoded, *chosen* what was picked in a menu."""

    who: Reader
    value: Mapping[str, Any]
    chosen: str | None
    form: Form
    trigger: str
    response_url: str | None
    view: ViewRef | None
    message: MessageRef | None


@dataclass(frozen=True)
class Submission:
    """A modal sent: *meta* is its decoded private_metadata."""

    who: Reader
    meta: Mapping[str, Any]
    form: Form
    view: ViewRef
    trigger: str


@dataclass(frozen=True)
class Closing:
    """A modal closed without sending it."""

    who: Reader
    meta: Mapping[str, Any]


@dataclass(frozen=True)
class Shortcut:
    """A global or message shortcut; *message* only for the latter."""

    who: Reader
    trigger: str
    message: MessageRef | None


@dataclass(frozen=True)
class Event:
    """An event from Slack: *body* is the inner event, *who* the person it is about, if any.

    at: when it happened (aware UTC, Slack's time), perhaps a day ago; None where it isn't said.
    """

    who: Reader
    type: str
    body: Mapping[str, Any]
    event_id: str
    at: datetime | None = None

    def text(self, key: str) -> str:
        """Return the string under *key*; empty where Slack left it out."""
        value = self.body.get(key)
        return value if isinstance(value, str) else ""

    def fields(self, key: str) -> Mapping[str, Any]:
        """Return the object under *key*; an empty one where Slack left it out."""
        value = self.body.get(key)
        return value if isinstance(value, Mapping) else {}


Later = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Reply:
    """What goes back in the ack, and what may be done (and lost) after it.

    is_quiet: no room does anything after it, not even Home changes: for acts that leave no trace.
    """

    body: Mapping[str, Any] | None = None
    later: Later | None = None
    is_quiet: bool = False

    @classmethod
    def say(cls, message: Message, later: Later | None = None) -> "Reply":
        """Answer a command, for its author's eyes only."""
        body = {
            "response_type": "ephemeral",
            "text": message.text,
            "blocks": list(message.blocks),
        }
        return cls(
            body if message.blocks else {k: body[k] for k in ("response_type", "text")}, later
        )

    @classmethod
    def show(cls, view: Block, later: Later | None = None) -> "Reply":
        """Put *view* in the place of the modal that was submitted."""
        return cls({"response_action": "update", "view": view}, later)

    @classmethod
    def push(cls, view: Block) -> "Reply":
        return cls({"response_action": "push", "view": view})

    @classmethod
    def errors(cls, errors: Mapping[str, str]) -> "Reply":
        """Keep the modal open with *errors* by block id."""
        return cls({"response_action": "errors", "errors": dict(errors)})

    @classmethod
    def clear(cls, later: Later | None = None) -> "Reply":
        """Close every modal of the stack."""
        return cls({"response_action": "clear"}, later)


def read_choice(element: Mapping[str, Any]) -> str | None:
    """Return what a menu, picker or radio group is set to; None for a plain button."""
    option = element.get("selected_option")
    if isinstance(option, Mapping):
        return str(option["value"])
    for key in (
        "selected_date", "selected_time", "selected_date_time", "selected_user",
        "selected_conversation", "selected_channel",
    ):  # fmt: skip
        if element.get(key) is not None:
            return str(element[key])
    return None
