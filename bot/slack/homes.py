"""The hashes of the Homes this process published lately, by which the next one names it."""

from collections import OrderedDict

from bot.slack.ids import MemberId, WorkspaceId

MOST = 10_000  # people; beyond that those who haven't been seen longest are let go of

Key = tuple[WorkspaceId, MemberId]


class Homes:
    """Hashes by person. They may be lost or outdated: a Home is published all the same then."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._hashes: OrderedDict[Key, str] = OrderedDict()

    def hash_of(self, workspace: WorkspaceId, member: MemberId) -> str | None:
        return self._hashes.get((workspace, member))

    def note(self, workspace: WorkspaceId, member: MemberId, hash_: str) -> None:
        self._hashes[workspace, member] = hash_
        self._hashes.move_to_end((workspace, member))
        while len(self._hashes) > self._most:
            self._hashes.popitem(last=False)

    def drop(self, workspace: WorkspaceId, member: MemberId) -> None:
        """Theirs was emptied, or isn't known any more."""
        self._hashes.pop((workspace, member), None)
