"""From due rows to letters: ask each row's room what to say, and put the riders in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Content
from bot.delivery import rules, store
from bot.delivery.notices import KIND, NOTICES
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Deps, Due, Kind, Rider, Skip, Wait
from bot.members import store as members
from bot.slack.blocks import Message, finish
from bot.slack.ids import MemberId, WorkspaceId
from bot.web import metrics


@dataclass(frozen=True)
class Letter:
    """A message chosen and about to be sent; *content* is what a resend would say again."""

    due: Due
    content: Mapping[str, Any]
    message: Message
    attempts: int
    thread_ts: str | None = None
    edit: tuple[str, str] | None = None

    @property
    def id(self) -> str:
        return self.due.id

    @property
    def workspace(self) -> WorkspaceId:
        return self.due.workspace

    @property
    def target(self) -> str:
        return self.due.target


class Composer:
    """Knows every kind and rider; pure but for the rooms' own queries."""

    def __init__(self, content: Content, kinds: Sequence[Kind], riders: Sequence[Rider]) -> None:
        self._content = content
        self.kinds = {kind.name: kind for kind in [*kinds, KIND]}
        self._riders = {rider.name: rider for rider in riders}

    async def compose(
        self, deps: Deps, session: AsyncSession, rows: Sequence[Delivery], now: datetime
    ) -> list[Letter]:
        """Decide about *rows* of one workspace: letters to send; the rest is skipped or put off.

        What an earlier attempt chose is kept, so a resend says the same, if it may still be said
        at all; what rode in it rides anew, as things stand now.
        """
        decisions: dict[str, Decision] = {}
        fresh: dict[str, list[Due]] = defaultdict(list)
        again: dict[str, dict[Due, Composed]] = defaultdict(dict)
        for row in rows:
            if row.kind not in self.kinds:
                decisions[row.delivery_id] = Skip(rules.UNKNOWN_KIND)
            elif row.content is not None:
                again[row.kind][due_of(row)] = composed_from(row.content)
            else:
                fresh[row.kind].append(due_of(row))
        for name, kept in again.items():
            decisions.update(await self._again(deps, session, self.kinds[name], kept, now))
        for name, dues in fresh.items():
            made = await self.kinds[name].compose(deps, session, dues, now)
            decisions.update(await self._seated(deps, session, self.kinds[name], made, dues, now))
        for row in rows:
            decision = decisions[row.delivery_id]
            if isinstance(decision, Composed) and decision.edit is not None:
                decisions[row.delivery_id] = await self._changed(session, row, decision, now)
        await self._settle(session, rows, decisions)
        return [
            self._letter(row, decision)
            for row in rows
            if isinstance(decision := decisions[row.delivery_id], Composed)
        ]

    async def _again(
        self,
        deps: Deps,
        session: AsyncSession,
        kind: Kind,
        kept: Mapping[Due, Composed],
        now: datetime,
    ) -> Mapping[str, Decision]:
        """Decide about what was chosen before and, as is known by now, didn't arrive."""
        dues = list(kept)
        alone = {due.id: one if one.edit else _without_riders(one) for due, one in kept.items()}
        made = {**alone, **await _as_they_are_now(session, kind, alone, dues, now)}
        for due, one in kept.items():
            if one.edit is None:  # a change brings nothing new
                await self.give_back(session, due, one.data)
        return await self._seated(deps, session, kind, made, dues, now)

    async def give_back(self, session: AsyncSession, due: Due, data: Mapping[str, Any]) -> None:
        """Have what rode in a message that didn't arrive wait again."""
        for name, riding in data.get("riders", {}).items():
            rider = self._riders.get(name)
            if rider is not None and rider.returned is not None:
                await rider.returned(session, due.workspace, {MemberId(due.target): riding})

    async def _changed(
        self, session: AsyncSession, row: Delivery, decision: Composed, now: datetime
    ) -> Composed:
        """Leave out of a message that is changed what rode in it and has been dealt with."""
        to, riders = MemberId(row.target), dict[str, Any]()
        for name, riding in decision.data.get("riders", {}).items():
            rider, left = self._riders.get(name), {to: riding}
            if rider is not None and rider.standing is not None:
                left = {**await rider.standing(session, WorkspaceId(row.workspace_id), left, now)}
            if to in left:
                riders[name] = left[to]
        return replace(decision, data={**decision.data, "riders": riders})

    async def _seated(
        self,
        deps: Deps,
        session: AsyncSession,
        kind: Kind,
        decided: Mapping[str, Decision],
        dues: Sequence[Due],
        now: datetime,
    ) -> Mapping[str, Decision]:
        """Put what waits to ride into the messages that go."""
        if not kind.rides:
            return decided
        made = dict(decided)
        going = [due for due in dues if isinstance(made[due.id], Composed)]
        riders = await self._riding(deps, session, going, now)
        for due in going:
            decision = made[due.id]
            if isinstance(decision, Composed):
                made[due.id] = _with_riders(kind, decision, riders.get(due.target, {}))
        return made

    async def _riding(
        self, deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
    ) -> dict[str, dict[str, Any]]:
        if not dues or not self._riders:
            return {}
        workspace = dues[0].workspace
        people = await members.members_of(
            session, workspace, [MemberId(due.target) for due in dues]
        )
        riding: dict[str, dict[str, Any]] = defaultdict(dict)
        for rider in self._riders.values():
            waiting = await rider.waiting(deps, session, workspace, people, now)
            for member, data in waiting.items():
                riding[member][rider.name] = data
            if rider.taken is not None and waiting:
                await rider.taken(session, workspace, waiting, now)
        return riding

    async def _settle(
        self, session: AsyncSession, rows: Sequence[Delivery], decisions: Mapping[str, Decision]
    ) -> None:
        """Write down skips, counted by reason, and rows to be looked at later."""
        skips, waits = [], []
        for row in rows:
            key = {"workspace_id": row.workspace_id, "delivery_id": row.delivery_id}
            decision = decisions[row.delivery_id]
            if isinstance(decision, Skip):
                skips.append({**key, "state": "skipped", "reason": decision.reason})
                metrics.skipped.labels(row.kind, decision.reason).inc()
            elif isinstance(decision, Wait):
                content = row.content and content_of(_without_riders(composed_from(row.content)))
                waits.append({**key, "due_at": decision.until, "content": content})
        await store.set_states(session, skips)
        await store.set_states(session, waits)

    def _letter(self, row: Delivery, decision: Composed) -> Letter:
        words = self._content.words(decision.locale)
        message = self.kinds[row.kind].render(words, decision.data)
        riding = decision.data.get("riders", {})
        parts = [
            part
            for name, data in riding.items()
            if name in self._riders
            for part in self._riders[name].render(words, data)
        ]
        if parts:
            message = Message(message.text, [*message.blocks, *finish(parts)])
        return Letter(
            due_of(row),
            content_of(decision),
            message,
            row.attempts + 1,
            decision.thread_ts,
            decision.edit,
        )


async def _as_they_are_now(
    session: AsyncSession,
    kind: Kind,
    kept: Mapping[str, Composed],
    dues: Sequence[Due],
    now: datetime,
) -> Mapping[str, Decision]:
    """Say what has changed about messages to be sent again: what is in the way, who has left, and
    how much a notification may say."""
    targets = [MemberId(due.target) for due in dues]
    people = {
        row.member_id: row for row in await members.members_of(session, dues[0].workspace, targets)
    }
    changed: dict[str, Decision] = {}
    if kind.hinders is not None:
        changed.update(await kind.hinders(session, dues, now))
    for due in dues:
        person, one = people.get(due.target), changed.get(due.id, kept[due.id])
        if person is not None and person.is_gone:
            changed[due.id] = Skip(rules.GONE)
        elif person is not None and isinstance(one, Composed) and "full" in one.data:
            full = person.notification == "full"
            changed[due.id] = replace(one, data={**one.data, "full": full})
    return changed


def due_of(row: Delivery) -> Due:
    return Due(
        row.delivery_id,
        WorkspaceId(row.workspace_id),
        row.kind,
        row.subject,
        row.slot,
        row.target,
        row.due_at,
    )


def content_of(decision: Composed) -> dict[str, Any]:
    return {
        "locale": decision.locale,
        "data": dict(decision.data),
        "thread_ts": decision.thread_ts,
        "edit": list(decision.edit) if decision.edit else None,
    }


def composed_from(content: Mapping[str, Any]) -> Composed:
    edit = content.get("edit")
    return Composed(
        content["locale"],
        content["data"],
        content.get("thread_ts"),
        (edit[0], edit[1]) if edit else None,
    )


def _without_riders(decision: Composed) -> Composed:
    data = {key: value for key, value in decision.data.items() if key != "riders"}
    return replace(decision, data=data)


def _with_riders(kind: Kind, decision: Composed, riding: Mapping[str, Any]) -> Decision:
    if kind.name == NOTICES and not riding:
        return Skip(rules.GONE)  # what was waiting has been dealt with meanwhile
    return replace(decision, data={**decision.data, "riders": dict(riding)})
