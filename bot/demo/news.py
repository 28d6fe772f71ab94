"""What an act changed before somebody's eyes: new and edited messages, the modal, Home."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.demo.stage import CHANNEL
from bot.sandbox.outcome import SeenMessage
from bot.sandbox.people import Person

HEADS = {None: "With Trustcheck:", CHANNEL: "In #proj:"}
Place = str | None  # a channel, or the messages with the bot


@dataclass(frozen=True)
class Sight:
    """Everything somebody sees at one moment."""

    messages: dict[Place, dict[str, SeenMessage]]
    modal: str
    home: str

    @classmethod
    def of(cls, person: Person) -> "Sight":
        messages = {place: {one.ts: one for one in person.sees(place)} for place in HEADS}
        return cls(messages, person.reads_modal(), person.reads_home())


def news(person: Person, before: Sight, here: Place) -> Iterator[str]:
    """Tell what is new since *before*, where they are last; the modal at the end."""
    after = Sight.of(person)
    for place in sorted(HEADS, key=lambda one: one == here):
        seen = before.messages[place]
        new = [one for ts, one in after.messages[place].items() if one != seen.get(ts)]
        if new:
            head = "" if place == here else f"{HEADS[place]}\n"
            yield head + person.reads_these(new)
        if seen.keys() - after.messages[place].keys():
            yield "  A message is gone."
    if before.home and after.home != before.home:
        yield "  Home has changed; home shows it."
    if after.modal != before.modal:
        yield after.modal or "  The form is closed."
