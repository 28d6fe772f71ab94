"""What pulse conversations have in common: a pulse set up, its days, and people who answer."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sandbox.outcome import Outcome, SeenMessage
from bot.sandbox.people import Person
from tests.talk import PROJ, TEAM, Talk

EAST = timedelta(hours=14)  # before the west
EVERYBODY = ("ann", "ben", "chen", "deepa", "eli", "fay")
SLOTS = {  # half past nine of five of them, on the poll's Tuesday
    "eli": datetime(2026, 11, 30, 20, 30, tzinfo=UTC),
    "chen": datetime(2026, 12, 1, 1, 30, tzinfo=UTC),
    "deepa": datetime(2026, 12, 1, 4, 0, tzinfo=UTC),
    "ann": datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
    "ben": datetime(2026, 12, 1, 17, 30, tzinfo=UTC),
}
ONE_WEEK = timedelta(weeks=1)
POLL_DAY = datetime(2026, 12, 1, 18, 0, tzinfo=UTC)  # every slot of Tuesday has come
WHILE_AWAKE = [  # at 04:00 it is day in the east, at 18:00 in the west
    POLL_DAY + timedelta(weeks=week) - east for week in range(9) for east in (EAST, timedelta())
]
REMINDED = datetime(2026, 12, 3, 10, 30, tzinfo=UTC)
CLOSED = datetime(2026, 12, 3, 18, 0, tzinfo=UTC)
TOLD = datetime(2026, 12, 4, 10, 30, tzinfo=UTC)
ANSWER = "pulse.poll.answer"
COMMENTS: dict[str, Any] = {"pulse.comments.choose": ["on"]}
ASKED = ("anchor", "C", "R", "I", "S")


async def set_up(talk: Talk, who: str = "ann", channel: str = PROJ, **chosen: Any) -> Outcome:
    """Have *who* set up the channel's pulse, with the form's defaults but for *chosen*."""
    person = talk.person(who)
    await person.types("/pulse", channel=channel)
    outcome = await person.submits(chosen)
    await talk.settle()
    talk.awake_at = WHILE_AWAKE  # nothing comes at night
    return outcome


async def returns(talk: Talk, instant: datetime) -> None:
    """Have the bot be away until *instant*: an outage."""
    talk.awake_at = [stop for stop in WHILE_AWAKE if stop > instant]
    await talk.at(instant)


def answers(score: int, **other: int) -> dict[str, str]:
    """A filled-in form: *score* everywhere but in *other*."""
    return {f"pulse.answer.{asked}": str(other.get(asked, score)) for asked in ASKED}


async def votes(talk: Talk, who: str, score: int = 4, **other: int) -> Outcome:
    """Have *who* press *Answer* and send the form."""
    person = talk.person(who)
    await person.clicks(ANSWER)
    return await person.submits(answers(score, **other))


async def comments(talk: Talk, who: str, words: str) -> Outcome:
    """Have *who* answer with a comment, also where they are warned that it names somebody."""
    person = talk.person(who)
    await person.clicks(ANSWER)
    outcome = await person.submits({**answers(4), "pulse.comment.write": words})
    is_warned = '"warned":true' in str((person.modal or {}).get("private_metadata"))
    return await person.submits() if is_warned else outcome


def has_poll(person: Person) -> bool:
    """Whether an open poll stands before them."""
    return any(ANSWER in str(message.blocks) for message in person.sees())


def poll_of(person: Person) -> SeenMessage:
    """The newest message from the bot that holds a poll."""
    found = [message for message in person.sees() if ANSWER in str(message.blocks)]
    assert found, person.reads()
    return found[-1]


def posts(talk: Talk, channel: str = PROJ) -> list[str]:
    """What the bot posted in the channel, oldest first, as one reads it."""
    return [m.text + str(m.blocks) for m in talk.person("ann").sees(channel)]


async def grow(talk: Talk, count: int) -> list[str]:
    """Have *count* more people from London join the channel; return their names."""
    names = [f"m{number}" for number in range(count)]
    team = talk.sandbox.world.teams[TEAM]
    for name in names:
        team.add_member(f"U0{name.upper()}", name)
        await talk.person(name).joins(PROJ)
    await talk.settle()
    return names


def last_post(talk: Talk, channel: str = PROJ) -> str:
    return posts(talk, channel)[-1]
