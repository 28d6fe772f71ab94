"""The demo's prompt: act as somebody in the pretend Slack, and read what they then see."""

import asyncio
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

import typer

from bot.demo.moments import read_moment
from bot.demo.stage import CAST, CHANNEL, Stage
from bot.sandbox.outcome import Outcome
from bot.sandbox.people import Person

HELP = (
    """\
  /trustcheck            any slash command, typed as the person at the prompt
  click LABEL            press a button or a menu's entry
  choose LABEL = WHAT    pick in a menu, a picker or a group of radio buttons
  fill LABEL = TEXT      type into a field of the open modal
  submit · close         send the open modal, or close it
  home · read            open Home; read your messages with the bot
  in #proj · in dm       where commands are typed, and what `read` reads
  be ben                 be somebody else: """
    + ", ".join(one.name for one in CAST)
    + """
  time tomorrow 09:30    move the clock (also: time fri 17:00, time 14:00, time +2h)
  help · quit
  anything else is said to the bot"""
)


class Prompt:
    """One person's turn after the other, until they quit."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._name = CAST[0].name
        self._channel: str | None = None
        self._words: dict[str, Callable[[str], Awaitable[Outcome | None]]] = {
            "click": self._click,
            "choose": self._choose,
            "fill": self._fill,
            "submit": self._submit,
            "close": self._close,
            "home": self._home,
            "read": self._read,
            "in": self._in,
            "be": self._be,
            "time": self._time,
            "help": self._help,
        }

    @property
    def _person(self) -> Person:
        return self._stage.person(self._name)

    async def run(self) -> None:
        """Read lines until `quit` or the end of the input."""
        while True:
            try:
                line = await asyncio.to_thread(input, f"{self._name}> ")
            except EOFError:
                return
            if line.strip() in ("quit", "exit"):
                return
            if line.strip():
                await self.act(line.strip())

    async def act(self, line: str) -> None:
        """Do what one line says, and print what the person then sees that is new."""
        before = {message.ts for message in self._person.sees(self._channel)}
        word, _, rest = line.partition(" ")
        do = self._words.get(word)
        try:
            outcome = await (do(rest.strip()) if do else self._say(line))
        except (LookupError, ValueError) as error:
            typer.echo(f"  {error}")
            return
        await self._stage.settle()
        if outcome is not None and outcome.error_shown:
            typer.echo(f"  Slack shows: {outcome.error_shown}")
        for place, said in (outcome.errors if outcome else {}).items():
            typer.echo(f"  {place}: {said}")
        self._show_new(before)

    def _show_new(self, before: set[str]) -> None:
        if self._person.modal:
            typer.echo(self._person.reads_modal())
            return
        seen = self._person.sees(self._channel)
        if any(message.ts not in before for message in seen):
            typer.echo(self._person.reads(self._channel))

    async def _say(self, line: str) -> Outcome:
        return await self._person.types(line, channel=self._channel)

    async def _click(self, label: str) -> Outcome:
        return await self._person.clicks(label)

    async def _choose(self, rest: str) -> Outcome:
        label, value = _pair(rest)
        return await self._person.chooses(label, value)

    async def _fill(self, rest: str) -> None:
        label, value = _pair(rest)
        await self._person.fills({label: value})

    async def _submit(self, _rest: str) -> Outcome:
        return await self._person.submits()

    async def _close(self, _rest: str) -> Outcome:
        return await self._person.closes()

    async def _home(self, _rest: str) -> None:
        await self._person.opens_home()
        await self._stage.settle()
        typer.echo(self._person.reads_home())

    async def _read(self, _rest: str) -> None:
        typer.echo(self._person.reads(self._channel))

    async def _in(self, where: str) -> None:
        self._channel = None if where in ("", "dm", "bot") else CHANNEL

    async def _be(self, name: str) -> None:
        self._stage.person(name)
        self._name = name

    async def _time(self, when: str) -> None:
        zone = next(one.zone for one in CAST if one.name == self._name)
        at = read_moment(when, self._stage.clock.now(), zone)
        await self._stage.move(at)
        typer.echo(f"  It is {at.astimezone(ZoneInfo(zone)):%A %d %B, %H:%M} for {self._name}.")

    async def _help(self, _rest: str) -> None:
        typer.echo(HELP)


def _pair(rest: str) -> tuple[str, str]:
    label, found, value = rest.partition("=")
    if not found:
        raise ValueError("write it as LABEL = VALUE")
    return label.strip(), value.strip()
