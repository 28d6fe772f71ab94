"""Rows about workspaces, the people in them and the channels the bot was invited to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, text
from sqlmodel import Field, SQLModel

from bot.storage.types import Encrypted, UtcDateTime


class Workspace(SQLModel, table=True):
    """A Slack workspace the bot is installed in, its token, and who is sending for it now."""

    workspace_id: str = Field(primary_key=True)
    name: str = ""
    domain: str = ""
    bot_user_id: str = ""
    app_id: str = ""
    scopes: str = ""
    installer_id: str | None = None
    token: str | None = Field(default=None, sa_column=Column(Encrypted))
    installed_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_reason: str | None = None
    # The fields below go by the database's time, never by the movable clock.
    lease_owner: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paused_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    bucket_tokens: float | None = None
    bucket_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    alive_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # somebody worked on it
    # By the movable clock: what was due by then is looked for before it is sent.
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Member(SQLModel, table=True):
    """A person in a workspace, with what they chose; what Slack says is in the same row."""

    __table_args__ = (
        Index(
            "ix_member_next_slot",
            "next_slot_at",
            postgresql_where=text("next_slot_at IS NOT NULL"),
            sqlite_where=text("next_slot_at IS NOT NULL"),
        ),
    )

    workspace_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)
    # What Slack says.
    slack_zone: str | None = None
    slack_locale: str | None = None
    is_full: bool = True  # neither bot, guest nor stranger
    is_admin: bool = False
    is_deactivated: bool = False
    on_vacation: bool = False
    dm_channel: str | None = None
    # What they chose; empty means: as Slack says, or the default.
    zone: str | None = None
    locale: str | None = None
    slot_minutes: int = 570  # after local midnight: 09:30
    days: str = "01234"  # 0 is Monday
    rhythm: str = "daily"
    country: str | None = None
    work_start_minutes: int = 540
    work_end_minutes: int = 1020
    notification: str = "discreet"
    recap: bool = False  # on Fridays, in the place of the nudge
    may_be_suggested: bool = False  # to teammates, by name
    never_suggest: Any = Field(default=None, sa_column=Column(Encrypted))  # a list of member ids
    welcomed: bool = False
    language_asked: bool = False  # where Slack's language leaves open which of ours they read
    # Where they stand.
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    paused_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_slot_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unanswered: int = 0  # nudges since they last pressed anything
    slowed: str = ""  # what nudges did about it by themselves: weekly or pause
    slowed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # when that was done
    slowed_told: bool = False
    home_opened_on: date | None = None  # a day says enough, and nothing of what they do there

    @property
    def is_gone(self) -> bool:
        """Nothing is for them: their account is closed, or a guest's."""
        return self.is_deactivated or not self.is_full


class Channel(SQLModel, table=True):
    """A channel the bot is in, or was."""

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    name: str = ""
    is_private: bool = False
    is_shared: bool = False  # with another company
    is_archived: bool = False
    bot_is_in: bool = True


class ChannelMember(SQLModel, table=True):
    """Somebody's being in a channel the bot is in."""

    __tablename__ = "channel_member"

    workspace_id: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    member_id: str = Field(primary_key=True)


class SeenEvent(SQLModel, table=True):
    """An event already handled: Slack may send it again. Never one that tells of a vote."""

    __tablename__ = "seen_event"

    workspace_id: str = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    seen_at: datetime = Field(sa_type=UtcDateTime)


class Tombstone(SQLModel, table=True):
    """That somebody wants to be unknown here: a mark made of their id, and nothing else."""

    workspace_id: str = Field(primary_key=True)
    mark: str = Field(primary_key=True)


class TombstoneKey(SQLModel, table=True):
    """What a workspace's marks are made with. It never changes, or they would mean nobody.

    Encryption keys may rotate: they only wrap it.
    """

    __tablename__ = "tombstone_key"

    workspace_id: str = Field(primary_key=True)
    key: Any = Field(sa_column=Column(Encrypted, nullable=False))


class WorkspaceChoice(SQLModel, table=True):
    """What a workspace's admins chose for everybody in it."""

    __tablename__ = "workspace_choice"

    workspace_id: str = Field(primary_key=True)
    switched_off: list[str] = Field(sa_column=Column(JSON, nullable=False))
    admins_only: bool = False  # may set up a pulse
    retention_days: int | None = None  # shorter than the house's own, where given

    def is_off(self, what: str) -> bool:
        return what in (self.switched_off or ())


TABLES: tuple[Any, ...] = (
    Workspace, Member, Channel, ChannelMember, SeenEvent, Tombstone, TombstoneKey,
    WorkspaceChoice,
)  # fmt: skip
