"""From a payload to the room that answers it: one look-up in a dict, then the room's handler."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.deps import (
    AfterAct,
    Deps,
    OnClose,
    OnCommand,
    OnEvent,
    OnPress,
    OnShortcut,
    OnSubmit,
    Room,
)
from bot.members.reader import Reader
from bot.slack.inputs import Event, Later, Reply, ViewRef

ROOT_COMMAND = "/trustcheck"
LONGEST_WORD = 40  # characters looked at
CLOSE_ENOUGH = 0.6  # difflib ratio from which an unknown word is taken for a slip


@dataclass
class Routes:
    """Every handler by its id; built once from the rooms."""

    words: dict[str, OnCommand] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    actions: dict[str, OnPress] = field(default_factory=dict)
    views: dict[str, OnSubmit] = field(default_factory=dict)
    closings: dict[str, OnClose] = field(default_factory=dict)
    shortcuts: dict[str, OnShortcut] = field(default_factory=dict)
    events: dict[str, list[OnEvent]] = field(default_factory=dict)
    after_acts: list[AfterAct] = field(default_factory=list)

    @classmethod
    def of(cls, rooms: Sequence[Room]) -> "Routes":
        """Collect what *rooms* declare.

        Raises:
            ValueError: two rooms claim the same id.
        """
        routes = cls()
        for room in rooms:
            for kind in ("words", "aliases", "actions", "views", "closings", "shortcuts"):
                _merge(getattr(routes, kind), getattr(room, kind), f"{room.name}: {kind}")
            for event, handler in room.events.items():
                routes.events.setdefault(event, []).append(handler)
            if room.after_act is not None:
                routes.after_acts.append(room.after_act)
        return routes

    def command(self, command: str, text: str) -> tuple[OnCommand | None, str, str]:
        """Return the handler, the word that chose it, and the text behind the word.

        `/commit …` is `/trustcheck promise …`. The handler is None for a word nobody knows.
        """
        if command in self.aliases:
            word = self.aliases[command]
            return self.words[word], word, text.strip()
        word, rest = [*text.split(maxsplit=1), "", ""][:2]  # at any space: Chinese ones are wide
        return self.words.get(word.lower()), word, rest.strip()

    def meant(self, word: str, others: Mapping[str, str] | None = None) -> str | None:
        """Return the known word that *word* probably was.

        *others*: what people may call known words, as somebody who types `stop` means `pause`.
        """
        typed = word.lower()[:LONGEST_WORD]
        known = {one: one for one in self.words if one} | dict(others or {})
        for one in known:  # Chinese puts no space between the word and the rest
            if not one.isascii() and typed.startswith(one):
                return known[one]
        near = difflib.get_close_matches(typed, known, 3, CLOSE_ENOUGH)
        # Swapped letters are the commonest slip, so the same letters come first.
        found = min(near, key=lambda one: sorted(one) != sorted(typed), default=None)
        return known[found] if found else None


def after_act(
    routes: Routes,
    deps: Deps,
    reply: Reply,
    who: Reader,
    view: ViewRef | None,
    guard: Callable[[Later], Later],
) -> Reply:
    """Have the rooms do what follows somebody's own act, after what the reply itself has left.

    *guard* sees to it that what fails keeps nothing else from being done.
    """
    if reply.is_quiet:
        return reply
    found = [one(deps, who, view) for one in routes.after_acts]
    return also(reply, *(guard(later) for later in found if later is not None))


def also(reply: Reply, *more: Later) -> Reply:
    """Return *reply* with *more* to do after it was sent, one after the other."""
    if not more:
        return reply
    laters = [*([reply.later] if reply.later else ()), *more]

    async def all_of_it() -> None:
        for later in laters:
            await later()

    return Reply(reply.body, all_of_it)


async def run_events(routes: Routes, deps: Deps, event: Event) -> Reply:
    """Have every room that listens for the event's type handle it, one after the other."""
    replies = [await handler(deps, event) for handler in routes.events.get(event.type, ())]
    return also(Reply(), *(reply.later for reply in replies if reply.later is not None))


def _merge(into: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    twice = into.keys() & more.keys()
    if twice:
        raise ValueError(f"{where} claims what another room has: {', '.join(sorted(twice))}")
    into.update(more)
