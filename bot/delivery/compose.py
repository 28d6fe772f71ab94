"""From due rows to letters: ask each row's room what to say, and put the riders in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Content
from bot.delivery import rules, store
from bot.delivery.sweep import NOTICES
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
        self.kinds = {kind.name: kind for kind in [*kinds, notices_kind(content)]}
        self._riders = {rider.name: rider for rider in riders}

    async def compose(
        self, deps: Deps, session: AsyncSession, rows: Sequence[Delivery], now: datetime
    ) -> list[Letter]:
        """Decide about *rows* of one workspace: letters to send; the rest is skipped or put off.

        Content chosen by an earlier attempt is kept, so a resend says the same, if it may still
        be said at all.
        """
        decisions: dict[str, Decision] = {}
        fresh: dict[str, list[Due]] = defaultdict(list)
        again: dict[str, list[Due]] = defaultdict(list)
        for row in rows:
            if row.kind not in self.kinds:
                decisions[row.delivery_id] = Skip(rules.UNKNOWN_KIND)
            elif row.content is not None:
                decisions[row.delivery_id] = composed_from(row.content)
                again[row.kind].append(due_of(row))
            else:
                fresh[row.kind].append(due_of(row))
        for kind, dues in again.items():
            decisions.update(await _hindered(session, self.kinds[kind], dues, now))
        for kind, dues in fresh.items():
            made = await self._fresh(deps, session, self.kinds[kind], dues, now)
            decisions.update(made)
        await self._settle(session, rows, decisions)
        return [
            self._letter(row, decision)
            for row in rows
            if isinstance(decision := decisions[row.delivery_id], Composed)
        ]

    async def _fresh(
        self, deps: Deps, session: AsyncSession, kind: Kind, dues: Sequence[Due], now: datetime
    ) -> Mapping[str, Decision]:
        made = dict(await kind.compose(deps, session, dues, now))
        if kind.rides:
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
                waits.append({**key, "due_at": decision.until})
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
        return Letter(
            due_of(row),
            content_of(decision),
            Message(message.text, [*message.blocks, *finish(parts)]),
            row.attempts + 1,
            decision.thread_ts,
            decision.edit,
        )


async def _hindered(
    session: AsyncSession, kind: Kind, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    """Say what is in the way of sending again: what the kind knows, and who has left."""
    people = await members.members_of(
        session, dues[0].workspace, [MemberId(due.target) for due in dues]
    )
    gone = {person.member_id for person in people if person.is_deactivated}
    hindered: dict[str, Decision] = {due.id: Skip(rules.GONE) for due in dues if due.target in gone}
    if kind.hinders is not None:
        hindered.update(await kind.hinders(session, dues, now))
    return hindered


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


def notices_kind(content: Content) -> Kind:
    """Return the kind for riders that go alone: it has no words of its own but a greeting."""

    async def compose(
        deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
    ) -> Mapping[str, Decision]:
        people = await members.members_of(
            session, dues[0].workspace, [MemberId(due.target) for due in dues]
        )
        locales = {row.member_id: deps.people.reader_of(row).locale for row in people}
        return {
            due.id: Composed(locales[due.target], {}) if due.target in locales else Skip(rules.GONE)
            for due in dues
        }

    return Kind(
        NOTICES,
        compose,
        lambda words, _data: Message(words("house-notices"), []),
        rides=True,
    )


def _with_riders(kind: Kind, decision: Composed, riding: Mapping[str, Any]) -> Decision:
    if kind.name == NOTICES and not riding:
        return Skip(rules.GONE)  # what was waiting has been dealt with meanwhile
    return Composed(
        decision.locale,
        {**decision.data, "riders": dict(riding)},
        decision.thread_ts,
        decision.edit,
    )
