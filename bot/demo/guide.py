"""What the tour's steps share: the stage, what they tell, and what they expect."""

import re
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import typer

from bot.content import Words
from bot.demo.stage import CAST, Stage
from bot.members.rules import local_instant
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.people import Person
from bot.sandbox.typeset import WIDTH, wrap

LONDON = "Europe/London"
BOLD = re.compile(r"\*([^*\n]+)\*")
MENTION = re.compile(r"<@(\w+)>")


class Missing(Exception):
    """A step of the tour didn't happen; the message says which."""


@dataclass
class Tour:
    """The stage, and what has been seen so far."""

    stage: Stage
    locale: str
    began: datetime

    def tell(self, text: str) -> None:
        typer.echo(text)

    def expect(self, happened: object, what: str) -> None:
        if not happened:
            raise Missing(what)

    @property
    def monday(self) -> date:
        """The Monday the tour began on, in London."""
        return self.began.astimezone(ZoneInfo(LONDON)).date()

    def london(self, days: int, at: time) -> datetime:
        """Return the instant of *at* in London, so many days after that Monday."""
        return local_instant(self.monday + timedelta(days=days), at, LONDON)

    @property
    def words(self) -> Words:
        return self.stage.bot.deps.content.words(self.locale)

    def title(self, text: str) -> None:
        rule = "═" * WIDTH
        self.tell("\n".join(["", rule, *wrap(text), rule]))

    def person(self, name: str) -> Person:
        return self.stage.person(name)

    async def do(self, outcome: Awaitable[object], what: str) -> None:
        """Wait for an act to be answered and for what follows from it to arrive."""
        done = await outcome
        ok = getattr(done, "ok", True)
        self.expect(ok, f"{what}: {getattr(done, 'error_shown', '')}")
        await self.stage.settle()


def delivered(person: Person) -> list[SeenMessage]:
    """Return what the clock sent to somebody."""
    return [message for message in person.sees() if message.metadata]


def text_of(message: SeenMessage) -> str:
    """Return a message's own words as people read them, without its buttons."""
    texts = [block.get("text", {}).get("text", "") for block in message.blocks]
    names = {one.user_id: one.name for one in CAST}
    said = BOLD.sub(r"\1", "\n".join(text for text in texts if text))
    return MENTION.sub(lambda found: f"@{names.get(found[1], found[1])}", said)
