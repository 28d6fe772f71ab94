"""The demo's prompt: act as somebody in the pretend Slack, and read what they then see."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import typer

from bot.demo.keys import read_line
from bot.demo.moments import read_day, read_moment
from bot.demo.news import Sight, news
from bot.demo.stage import CAST, CHANNEL, Stage
from bot.sandbox.outcome import Outcome
from bot.sandbox.people import Person

HELP = (
    """\
  /trustcheck            any slash command, typed as the person at the prompt
  click LABEL            press a button or a menu's entry; a label's beginning is enough
  choose LABEL = WHAT    pick in a menu, a picker or a group of radio buttons
  fill LABEL = TEXT      type into a field of the open form
  submit · close         send the open form, or close it
  use Quick check        a shortcut; Track as a promise takes the newest message
  home · read            open Home; read the open form, else all messages here
  in #proj · in dm       where commands are typed, and what `read` reads
  be ben                 be somebody else: """
    + ", ".join(one.name for one in CAST)
    + """
  time tomorrow 09:30    move the clock (also: time fri 17:00, time 14:00, time +2h)
  say WORDS              say it to the bot, or in #proj; so does any line not listed here
  help · quit"""
)
TRY = (
    "/trustcheck",
    "choose I say = 4",
    "choose I do = 4",
    "choose People = 2",
    "choose When I talk = 2",
    "submit",
    "close",
    "/commit send Ben the deck by Fri 3pm",
    "time fri 15:00",
    "click Kept",
    "click By today",
    "home",
)
QUIT = ("quit", "exit")
IN_A_FORM = "a form is open: submit or close it first (read shows it)"
DO = Callable[[str], Awaitable[Outcome | None]]


class Prompt:
    """One person's turn after the other, until they quit."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._name = CAST[0].name
        self._channel: str | None = None
        self._alone: dict[str, DO] = {
            "submit": self._submit,
            "close": self._close,
            "home": self._home,
            "read": self._read,
            "help": self._help,
        }
        self._with_more: dict[str, DO] = {
            "click": self._click,
            "choose": self._choose,
            "fill": self._choose,
            "use": self._use,
            "say": self._say,
            "in": self._in,
            "be": self._be,
            "time": self._time,
        }

    @property
    def _person(self) -> Person:
        return self._stage.person(self._name)

    async def run(self) -> None:
        """Read lines until `quit` or the end of the input."""
        while True:
            place = " #proj" if self._channel else ""
            try:
                line = (await read_line(f"{self._name}{place}> ")).strip()
            except EOFError:
                return
            if line.lower() in QUIT:
                return
            if line:
                await self.act(line)

    async def act(self, line: str) -> None:
        """Do what one line says, and print what the person then sees that is new."""
        person, before = self._person, Sight.of(self._person)
        word, _, rest = line.partition(" ")
        do = self._alone.get(word.lower()) if not rest else self._with_more.get(word.lower())
        try:
            if do is None and not rest and word.lower() in self._with_more:
                raise ValueError(f"{word.lower()} what? Type help to see how")
            outcome = await (do(rest.strip()) if do else self._say(line))
        except (LookupError, ValueError) as error:
            typer.echo(f"  {error.args[0]}")
            return
        await self._stage.settle()
        if outcome is None:  # said already: a form shows what was put into it when it is read
            before = replace(before, modal=person.reads_modal())
        self._tell(person, before, outcome)

    def _tell(self, person: Person, before: Sight, outcome: Outcome | None) -> None:
        refused = []
        if outcome is not None and outcome.error_shown:
            refused.append(f"  Slack shows: {outcome.error_shown}")
        if outcome is not None:
            labels = _labels(person)
            refused += [f"  {labels[where]}: {said}" for where, said in outcome.errors.items()]
        told = [*refused, *news(person, before, self._channel)]
        if outcome is not None and not told:
            told = ["  Nothing new is to be seen."]
        if told:
            typer.echo("\n".join(told))

    async def _say(self, line: str) -> Outcome:
        if self._person.modal:
            raise ValueError(IN_A_FORM)
        return await self._person.types(line, channel=self._channel)

    async def _click(self, label: str) -> Outcome:
        return await self._person.clicks(_meant(label, self._person.could_press()))

    async def _choose(self, rest: str) -> Outcome | None:
        wanted, value = _pair(rest)
        label = _meant(wanted, self._person.could_fill())
        outcome = await self._person.chooses(label, self._value(label, value))
        return self._entered(label, value, outcome)

    def _entered(self, label: str, value: str, outcome: Outcome) -> Outcome | None:
        """Say back what was put into a form; what was sent shows for itself."""
        if outcome.status != "not_sent":
            return outcome
        typer.echo(f"  {label} {value}")
        return None

    def _value(self, label: str, value: str) -> str:
        """What Slack's pickers would make of it: an id, or a date."""
        kind = self._person.kind_of(label)
        if kind.endswith("users_select"):
            return self._stage.person(value.removeprefix("@").lower()).user_id
        if kind.endswith(("conversations_select", "channels_select")):
            return CHANNEL
        if kind == "datepicker":
            return read_day(value, self._today()).isoformat()
        return value

    def _today(self) -> date:
        return self._stage.clock.now().astimezone(ZoneInfo(self._zone)).date()

    @property
    def _zone(self) -> str:
        return next(one.zone for one in CAST if one.name == self._name)

    async def _use(self, name: str) -> Outcome:
        if self._person.modal:
            raise ValueError(IN_A_FORM)
        kinds = {one["name"]: one for one in self._stage.shortcuts}
        shortcut = kinds[_meant(name, list(kinds))]
        seen = self._person.sees(self._channel)
        about = seen[-1] if shortcut["type"] == "message" and seen else None
        return await self._person.uses_shortcut(shortcut["callback_id"], message=about)

    async def _submit(self, _rest: str) -> Outcome:
        return await self._person.submits()

    async def _close(self, _rest: str) -> Outcome:
        return await self._person.closes()

    async def _home(self, _rest: str) -> None:
        if self._person.modal:
            raise ValueError(IN_A_FORM)
        await self._person.opens_home()
        await self._stage.settle()
        typer.echo(self._person.reads_home())

    async def _read(self, _rest: str) -> None:
        typer.echo(self._person.reads_modal() or self._person.reads(self._channel))

    async def _in(self, where: str) -> None:
        places = {"#proj": CHANNEL, "proj": CHANNEL, "dm": None}
        if where.lower() not in places:
            raise ValueError(f"{where} isn't here; there are #proj and dm")
        self._channel = places[where.lower()]

    async def _be(self, name: str) -> None:
        self._stage.person(name.lower())
        self._name = name.lower()

    async def _time(self, when: str) -> None:
        at = read_moment(when, self._stage.clock.now(), self._zone)
        await self._stage.move(at)
        typer.echo(
            f"  It is {at.astimezone(ZoneInfo(self._zone)):%A %d %B, %H:%M} for {self._name}."
        )

    async def _help(self, _rest: str) -> None:
        typer.echo(HELP)


def _pair(rest: str) -> tuple[str, str]:
    label, found, value = rest.partition("=")
    if not found:
        raise ValueError("write it as LABEL = VALUE")
    return label.strip(), value.strip()


def _meant(wanted: str, there: list[str]) -> str:
    """Return the label that was typed, or that alone begins so. Raises: ValueError."""
    typed = wanted.casefold()
    exact = [one for one in there if one.casefold() == typed]
    near = exact[:1] or [one for one in there if one.casefold().startswith(typed)]
    if len(near) == 1:
        return near[0]
    listed = "".join(f"\n    {one}" for one in near or there)
    if near:
        raise ValueError(f"{wanted!r} begins several, type more of it:{listed}")
    raise ValueError(f"nothing here says {wanted!r}; there is:{listed or ' nothing'}")


def _labels(person: Person) -> dict[str, str]:
    """Return what stands above the open form's inputs, by their block_id."""
    blocks = (person.modal or {}).get("blocks", ())
    return {one["block_id"]: one["label"]["text"].rstrip(":") for one in blocks if "label" in one}
