"""What a person has before them, and where on it a label stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox import terminal
from bot.sandbox.controls import Control, Place, named, visible_names
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.records import Channel, Member, Message, View
from bot.sandbox.workspace import Team


class Eyes:
    """One member's view of a workspace."""

    def __init__(self, team: Team, member: Member) -> None:
        self._team, self._member = team, member

    def conversation(self, channel_id: str | None) -> Channel:
        """A conversation they are in; the one with the bot for None. Raises: LookupError."""
        if channel_id is None:
            return self._team.dm(self._member.user_id)
        channel = self.channel(channel_id)
        if self._member.user_id not in channel.members:
            raise LookupError(f"{self._member.name} is not in {channel_id}")
        return channel

    def channel(self, channel_id: str) -> Channel:
        """Any conversation of the workspace. Raises: LookupError."""
        if channel_id not in self._team.channels:
            raise LookupError(f"no conversation {channel_id}")
        return self._team.channels[channel_id]

    def messages(self, channel_id: str | None) -> list[SeenMessage]:
        """A conversation's messages, oldest first, with those for their eyes only."""
        where = self.conversation(channel_id)
        return [_seen(where, m) for m in where.messages.values() if self._may_see(m)]

    def _may_see(self, message: Message) -> bool:
        return message.ephemeral_to in (None, self._member.user_id)

    def text(self, channel_id: str | None, since: int = 0) -> str:
        """A conversation as text from its *since*-th message on, times in their zone."""
        return self.told(self.messages(channel_id)[since:])

    def told(self, messages: Sequence[SeenMessage]) -> str:
        """Messages as text, times in their zone."""
        names = terminal.Names(self._team, self._member.locale)
        return terminal.conversation(messages, names, self._member.tz)

    def drawn(self, view: View | None) -> str:
        """A view as text; "" for none."""
        names = terminal.Names(self._team, self._member.locale)
        return terminal.view(view, names) if view else ""

    def top_modal(self) -> View:
        """The modal on top. Raises: LookupError."""
        if not self._member.modals:
            raise LookupError(f"{self._member.name} has no modal open")
        return self._member.modals[-1]

    def pinned(self, message: SeenMessage | str) -> tuple[Channel, Message]:
        """The message meant, and where it stands. Raises: LookupError."""
        ts = message.ts if isinstance(message, SeenMessage) else message
        for where in self._team.world.channels_with(self._member.user_id, self._team):
            found = where.messages.get(ts)
            if found is not None and self._may_see(found):
                return where, found
        raise LookupError(f"{self._member.name} sees no message {ts}")

    def find(
        self,
        label: str,
        *,
        message: SeenMessage | str | None = None,
        nth: int = -1,
        kinds: set[str] | None = None,
    ) -> Control:
        """The control of that name. Raises: LookupError, listing what there is."""
        groups = self._looked_at(message)
        for places in groups:
            if found := named(places, label, kinds=kinds):
                if not -len(found) <= nth < len(found):
                    raise LookupError(f"{label!r} is there {len(found)} times: no number {nth}")
                return found[nth]
        there = ", ".join(map(repr, self.offered(kinds, message=message))) or "nothing"
        raise LookupError(f"{self._member.name} finds no {label!r}; there is: {there}")

    def offered(
        self, kinds: set[str] | None = None, *, message: SeenMessage | str | None = None
    ) -> list[str]:
        """What one reads on everything within reach: in the open modal alone, if there is one."""
        groups = self._looked_at(message)
        within = groups[:1] if message is None and self._member.modals else groups
        return visible_names([place for places in within for place in places], kinds)

    def _looked_at(self, message: SeenMessage | str | None) -> list[Sequence[Place]]:
        if message is not None:
            where, what = self.pinned(message)
            return [[Place(what.blocks, channel=where, message=what)]]
        groups: list[Sequence[Place]] = [
            [Place(view.blocks, view=view)] for view in self._member.modals[-1:]
        ]
        home = self._member.home
        if home is not None and self._member.home_is_open:
            groups.append([Place(home.blocks, view=home)])
        seen = [
            (m.ts, Place(m.blocks, channel=c, message=m))
            for c in self._team.world.channels_with(self._member.user_id, self._team)
            for m in c.messages.values()
            if m.blocks and self._may_see(m)
        ]
        return [*groups, [place for _, place in sorted(seen, key=lambda each: each[0])]]


def _seen(where: Channel, message: Message) -> SeenMessage:
    return SeenMessage(
        channel_id=where.channel_id,
        ts=message.ts,
        user=message.user,
        text=message.text,
        blocks=message.blocks,
        shown_at=message.shown_at,
        thread_ts=message.thread_ts,
        metadata=message.metadata,
        edited=message.edited_ts is not None,
        ephemeral=message.ephemeral_to is not None,
        files=message.files,
    )
