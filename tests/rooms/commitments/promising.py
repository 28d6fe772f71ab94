"""What the scenes of `test_every_promise.py` share: lines in two languages, and what is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rooms.commitments.tables import Commitment
from bot.sandbox.people import Person
from tests.rooms.commitments.logged import ended_ones, open_ones
from tests.rooms.every_press import Scene

LONDON = "Europe/London"


@dataclass(frozen=True)
class Lines:
    """What somebody types, in their language; *thing* is a word of each promise's text."""

    thing: str
    friday: str
    tomorrow: str
    weekly: str
    unclear: str
    timeless: str
    overheard: str


LINES = {
    "en": Lines(
        thing="the deck",
        friday="@ben send the deck by Friday 3pm",
        tomorrow="send the deck by tomorrow 3pm",
        weekly="every Friday 3pm present the deck in #proj",
        unclear="send the deck by 12/05",
        timeless="send the deck",
        overheard="I'll send the deck by Friday 3pm",
    ),
    "zh-CN": Lines(
        thing="方案",
        friday="@ben 周五下午三点前把方案发过去",
        tomorrow="明天下午3点前发方案",
        weekly="每周五下午三点在 #proj 讲方案",
        unclear="12/05前发方案",
        timeless="发方案",
        overheard="我周五下午三点前把方案发给你",
    ),
}

TOO_LONG = "so many words " * 214 + "END"  # 2,999 characters and then some
# Lines no promise can be made of yet, and the reason that is told.
BAD_LINES = {
    "en": {
        "by tomorrow 3pm": "no-text",
        "@ben": "no-text",
        "send the deck by yesterday": "past",
        "send the deck in December 2126": "too-far",
        "pay the invoice every 31 February": "never",
        f"{' '.join(f'@person{n}' for n in range(20))} thank them all tomorrow": "too-many-people",
        "@Trustcheck send the deck tomorrow": "to-a-bot",
        f"{TOO_LONG} tomorrow": "too-long",
    },
    "zh-CN": {
        "明天下午三点": "no-text",
        "@ben": "no-text",
        "昨天之前发方案": "past",
        "2126年12月3日前发方案": "too-far",
        "一百年后发方案": "too-far",
        "每年2月31日交费": "never",
        f"{' '.join(f'@person{n}' for n in range(20))} 明天谢谢大家": "too-many-people",
        "@Trustcheck 明天发方案": "to-a-bot",
        f"{TOO_LONG}，明天": "too-long",
    },
}


def flat(shown: str) -> str:
    """Text without spaces and frames: where its lines are wrapped is no matter here."""
    return "".join(shown.replace("│", "").split())


@dataclass
class Promising(Scene):
    """A scene about promises."""

    async def clicks(self, person: Person, *action_ids: str) -> None:
        """Press, and wait for what comes of it; a press of these has nothing fall due."""
        for action_id in action_ids:
            assert (await person.clicks(action_id)).ok, action_id
            await self.talk.sandbox.settled()
            await self.talk.bot.background.drain()
            await self.talk.sandbox.settled()

    @property
    def lines(self) -> Lines:
        return LINES[self.locale]

    def flat_moment(self, at: datetime) -> str:
        return flat(self.moment(at))

    def moment(self, at: datetime) -> str:
        return self.words.moment(at, LONDON, now=self.talk.clock.now())

    def says(self, message_id: str, **args: object) -> str:
        """A sentence as read, without the stars of its bold."""
        return flat(self.words(message_id, **args).replace("*", ""))

    async def submits(self, person: Person, values: Mapping[str, Any] | None = None) -> None:
        outcome = await person.submits(values)
        assert outcome.ok, outcome.error_shown

    async def logs(self, person: Person, line: str) -> Commitment:
        before = {one.promise_id for one in await open_ones(self.talk, person.name)}
        assert (await person.types(f"/commit {line}")).ok
        assert person.modal is None, person.reads_modal()
        [made] = [
            one for one in await open_ones(self.talk, person.name) if one.promise_id not in before
        ]
        return made

    async def endings(self) -> list[str | None]:
        """How Ann's promises ended, the first to end first."""
        return [one.ending for one in await ended_ones(self.talk)][::-1]
