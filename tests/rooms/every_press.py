"""What the scenes of `test_every_press.py` share: rooms that note what was pressed in them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.content import Words
from bot.deps import Deps, Room
from bot.sandbox.people import Person
from bot.slack.inputs import Press, Reply
from tests.talk import PROJ, Talk

Handler = Callable[[Deps, Any], Awaitable[Reply]]
DECLARED = ("words", "actions", "views", "shortcuts")


@dataclass
class Scene:
    """A conversation in one language, which names things by id and never by their words."""

    talk: Talk
    locale: str

    @property
    def words(self) -> Words:
        return self.talk.bot.deps.content.words(self.locale)

    async def types(self, person: Person, text: str) -> None:
        assert (await person.types(f"/trustcheck {text}", channel=PROJ)).ok

    async def clicks(self, person: Person, *action_ids: str) -> None:
        for action_id in action_ids:
            assert (await person.clicks(action_id)).ok, action_id
            await self.talk.settle()

    async def submits(self, person: Person, values: Mapping[str, Any] | None = None) -> None:
        outcome = await person.submits(values)
        assert outcome.ok, outcome.error_shown
        assert not outcome.errors
        await self.talk.settle()

    async def closes_all(self, person: Person) -> None:
        while person.modal:
            assert (await person.closes()).ok


def declared(room: Room) -> set[str]:
    return {f"{kind}: {one}" for kind in DECLARED for one in getattr(room, kind)}


def watched(rooms: Sequence[Room], seen: set[str]) -> list[Room]:
    """Return the rooms with handlers that add to *seen* what they answered without a problem.

    An entry of a menu is one of its own: `actions: room.thing.menu: entry`.
    """

    def watch(name: str, handler: Handler) -> Handler:
        async def run(deps: Deps, given: Any) -> Reply:
            reply = await handler(deps, given)
            seen.add(name)
            if isinstance(given, Press) and "do" in given.value:
                seen.add(f"{name}: {given.value['do']}")
            return reply

        return run

    def watched_room(room: Room) -> Room:
        kinds: dict[str, Any] = {
            kind: {
                one: watch(f"{kind}: {one}", handler)
                for one, handler in getattr(room, kind).items()
            }
            for kind in DECLARED
        }
        return replace(room, **kinds)

    return [watched_room(room) for room in rooms]
