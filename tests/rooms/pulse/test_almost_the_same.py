"""Two polls of almost the same people, one of them an instant one: what either team reads."""

from datetime import UTC, datetime, timedelta

from bot.content import Words
from bot.rooms.pulse import store
from bot.slack.ids import ChannelId
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    grow,
    has_poll,
    last_post,
    posts,
    set_up,
)
from tests.talk import TEAM, Talk

HERE = [f"U0{name.upper()}" for name in EVERYBODY]
OTHERS = [f"U0N{number}" for number in range(5)]
NEXT_DAY = datetime(2026, 12, 2, 11, 0, tzinfo=UTC)


async def make(talk: Talk, channel: str, people: list[str]) -> None:
    team = talk.sandbox.world.teams[TEAM]
    for one in people:
        if one not in team.members:
            team.add_member(one, one.lower())
    team.add_channel(channel, channel.lower(), members=people)
    await talk.person("ann").invites_bot(channel)
    await talk.settle()


async def start(talk: Talk, channel: str) -> str:
    """Have the admin ask for an instant pulse; return what they read."""
    ann = talk.person("ann")
    await ann.types("/trustcheck team", channel=channel)
    await ann.submits({})
    await talk.settle()
    return "".join(ann.reads_modal().replace("│", "").split())


def differing(by: int) -> list[str]:
    """Return the team's people but for *by* of them and others, as many gone as come or one."""
    gone = by // 2
    return HERE[: len(HERE) - gone] + OTHERS[: by - gone]


async def test_instant_poll_is_refused_when_a_weekly_one_asked_all_but_one_to_four(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    said = "".join(words("pulse-instant-almost-same-people").split())
    for by in range(5):
        await make(spoken, f"C0TWIN{by}", differing(by))
        assert said in await start(spoken, f"C0TWIN{by}"), by
        assert ANSWER not in str(posts(spoken, f"C0TWIN{by}"))
        await spoken.person("ann").closes()
    await make(spoken, "C0TWIN5", differing(5))
    assert said not in await start(spoken, "C0TWIN5")
    assert ANSWER in last_post(spoken, "C0TWIN5")
    async with spoken.bot.deps.db.read() as session:
        polls = [
            len(await store.polls_of(session, spoken.workspace, ChannelId(f"C0TWIN{by}")))
            for by in range(6)
        ]
    assert polls == [0, 0, 0, 0, 0, 1]


async def test_weekly_poll_stays_shut_when_an_instant_one_asked_all_but_four(
    spoken: Talk, words: Words
) -> None:
    """Also four weeks later, and though the instant one has closed: both would be published."""
    await make(spoken, "C0TWIN", differing(4))
    await start(spoken, "C0TWIN")
    assert ANSWER in last_post(spoken, "C0TWIN")
    await set_up(spoken)
    for week in range(3):
        await spoken.at(POLL_DAY + week * timedelta(weeks=1))
        assert not has_poll(spoken.person("ben"))
        await spoken.at(NEXT_DAY + week * timedelta(weeks=1))
    said = words("pulse-shut-almost-same-people")
    assert sum(said in post for post in posts(spoken)) == 3
    await spoken.at(POLL_DAY + timedelta(weeks=3))  # the instant one is over four weeks ago
    assert has_poll(spoken.person("ben"))


async def test_almost_the_same_people_are_found_when_some_joined_after_the_other_poll(
    spoken: Talk, words: Words
) -> None:
    """Who is in the channels now plays no part: it goes by whom the other poll asked."""
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    await grow(spoken, 5)
    await make(spoken, "C0TWIN", HERE)
    await spoken.at(CLOSED)
    said = "".join(words("pulse-instant-almost-same-people").split())
    assert said in await start(spoken, "C0TWIN")
