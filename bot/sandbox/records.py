"""What the sandbox keeps: members, conversations, messages, views and files."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Json = dict[str, Any]
Entered = dict[str, dict[str, Json]]
"""What a person put into inputs: block_id → action_id → the element's state."""


@dataclass(eq=False)
class View:
    """A modal or a Home as one person has it before them."""

    view_id: str
    team_id: str
    app_id: str
    user_id: str
    kind: Literal["modal", "home"]
    body: Json
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    entered: Entered = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.body["blocks"]
        return blocks

    @property
    def external_id(self) -> str:
        return str(self.body.get("external_id") or "")


@dataclass(eq=False)
class Member:
    """A person (or a bot user) of one workspace."""

    user_id: str
    team_id: str
    name: str
    tz: str = "Europe/London"
    locale: str = "en-GB"
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_bot: bool = False
    is_stranger: bool = False
    deleted: bool = False
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = 0  # Unix seconds, 0 = never, as Slack has it
    updated: int = 0
    home: View | None = None
    home_is_open: bool = False
    modals: list[View] = field(default_factory=list)
    odd: Json = field(default_factory=dict)
    """What their user object says otherwise than it should: null, or something invented."""

    @property
    def handle(self) -> str:
        """What stands behind the @: one word, lower case."""
        return self.name.split()[0].lower() if self.name.strip() else self.user_id.lower()


@dataclass(eq=False)
class Message:
    """One message of a conversation; `ephemeral_to` names the only one who sees it."""

    ts: str
    user: str
    text: str
    shown_at: datetime
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    ephemeral_to: str | None = None
    edited_ts: str | None = None
    attachments: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    entered: Entered = field(default_factory=dict)


@dataclass(eq=False)
class Channel:
    """A channel, a direct message (`im_user` is the person) or a group direct message."""

    channel_id: str
    team_id: str
    name: str
    creator: str
    created: int  # Unix seconds
    members: list[str] = field(default_factory=list)
    is_private: bool = False
    is_ext_shared: bool = False
    is_archived: bool = False
    is_mpim: bool = False
    im_user: str | None = None
    topic: str = ""
    messages: dict[str, Message] = field(default_factory=dict)

    @property
    def is_im(self) -> bool:
        return self.im_user is not None

    @property
    def kind(self) -> str:
        """The conversation type, as `types=` of the list methods names it."""
        if self.is_im:
            return "im"
        if self.is_mpim:
            return "mpim"
        return "private_channel" if self.is_private else "public_channel"

    def lasting(self) -> list[Message]:
        """The messages that history knows: no ephemeral ones. Oldest first."""
        return [m for m in self.messages.values() if m.ephemeral_to is None]


@dataclass(eq=False)
class StoredFile:
    """A file on its way up, or uploaded."""

    file_id: str
    team_id: str
    user: str
    name: str
    length: int
    created: int
    content: bytes | None = None
    title: str = ""
    completed: bool = False
    channels: list[str] = field(default_factory=list)
