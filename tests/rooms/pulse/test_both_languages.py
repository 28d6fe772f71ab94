"""The long ways through a pulse in each language: what a team reads, week after week."""

from datetime import UTC, date, datetime, timedelta

from bot.content import Words
from tests.rooms.pulse.evidence import sqlite_tables
from tests.rooms.pulse.polling import (
    ANSWER,
    CLOSED,
    EVERYBODY,
    POLL_DAY,
    SLOTS,
    TOLD,
    answers,
    has_poll,
    last_post,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, Talk

ONE_WEEK = timedelta(weeks=1)


async def a_week(talk: Talk, week: int, people: tuple[str, ...], score: int = 4) -> None:
    """Have *people* answer the poll of the *week*-th week, and let the week pass."""
    await talk.at(POLL_DAY + week * ONE_WEEK)
    for name in people:
        outcome = await votes(talk, name, score)
        assert outcome.ok
    await talk.at(TOLD + week * ONE_WEEK)


def read(talk: Talk) -> str:
    return talk.person("fay").reads(PROJ)


async def test_poll_over_five_zones_ends_in_results_when_five_have_answered(
    spoken: Talk, words: Words, locale: str
) -> None:
    await set_up(spoken)
    for name, slot in SLOTS.items():
        await spoken.at(slot - timedelta(minutes=1))
        assert not has_poll(spoken.person(name))
        await spoken.at(slot)
        assert (await votes(spoken, name)).ok
        assert words("pulse-thanks") in spoken.person(name).reads_modal().replace("\n", "")
    await spoken.at(CLOSED)
    for word in ("results", "history"):  # decided, but nobody reads it before the team does
        before = len(read(spoken))
        await spoken.person("fay").types(f"/pulse {word}", channel=PROJ)
        assert words("pulse-no-results") in read(spoken)[before:]
    await spoken.at(TOLD)
    assert words("pulse-results-title").strip("*") in read(spoken)
    assert "4.0" in read(spoken)


async def test_pool_is_published_once_and_emptied_when_it_filled_over_three_weeks(
    spoken: Talk, words: Words, sqlite_url: str
) -> None:
    await set_up(spoken)
    for week in range(3):
        await a_week(spoken, week, EVERYBODY[:3], score=2)
        assert ("2.0" in "".join(posts(spoken))) is (week == 2)
        kept = sum(count for *_, count in sqlite_tables(sqlite_url)["poll_tally"])
        assert kept == (0 if week == 2 else 15 * (week + 1))  # five statements, three people
    closed = words("pulse-stays-closed").split("*")[1]
    assert sum(closed in post for post in posts(spoken)) == 2


async def test_promise_is_told_with_the_next_results_when_kept_and_then_let_go(
    spoken: Talk, words: Words, sqlite_url: str
) -> None:
    await set_up(spoken)
    await a_week(spoken, 0, EVERYBODY[:5])
    ben, fay = spoken.person("ben"), spoken.person("fay")
    await ben.clicks(words("pulse-promise-make"))
    await ben.submits({"pulse.promise.write": "周三上午 no meetings"})
    await spoken.settle()
    await fay.clicks(words("pulse-promise-look-after"))
    await spoken.settle()
    assert words("pulse-promise-taken") in last_post(spoken)
    for week, went, then, said in (
        (1, "kept", "keep", "pulse-promise-is-kept"),
        (2, "partly", "let-go", "pulse-promise-is-let-go"),
    ):
        await a_week(spoken, week, EVERYBODY[:5])
        newest = next(post for post in reversed(posts(spoken)) if "周三上午" in post)
        assert words("pulse-promise-last").split("*")[1] in newest
        assert "U0FAY" not in newest
        await ben.clicks(words(f"pulse-promise-report-{went}"))
        await spoken.settle()
        await ben.clicks(words(f"pulse-promise-decide-{then}"))
        await spoken.settle()
        assert words(said) in ben.reads(PROJ).replace("\n", "")
    await a_week(spoken, 3, EVERYBODY[:5])
    told = [post for post in posts(spoken) if words("pulse-promise-last").split("*")[1] in post]
    assert len(told) == 2
    assert sqlite_tables(sqlite_url)["commitment"] == []  # it counts in nobody's own


async def test_pulse_passes_on_when_it_is_handed_over_and_when_its_owner_left(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken, "fay")
    await spoken.person("fay").types("/pulse hand over", channel=PROJ)
    await spoken.person("fay").submits({"pulse.owner.pick": "U0BEN"})
    await spoken.settle()
    assert "<@U0BEN>" in last_post(spoken)
    await spoken.person("ben").is_deactivated()
    await spoken.at(POLL_DAY)
    await spoken.at(datetime(2026, 12, 2, 10, 30, tzinfo=UTC))
    await spoken.person("chen").clicks(words("pulse-take-over"))
    await spoken.settle()
    await spoken.at(datetime(2026, 12, 3, 10, 30, tzinfo=UTC))
    assert any("<@U0CHEN>" in post for post in posts(spoken))


async def test_instant_poll_is_answered_in_the_channel_and_told_when_it_closed(
    spoken: Talk, words: Words
) -> None:
    await spoken.person("ann").types("/trustcheck team", channel=PROJ)
    await spoken.person("ann").submits({})
    await spoken.settle()
    assert ANSWER in last_post(spoken)
    for name in EVERYBODY[:5]:
        await spoken.person(name).clicks(ANSWER)
        assert (await spoken.person(name).submits(answers(3))).ok
    await spoken.at(datetime(2026, 11, 27, 10, 30, tzinfo=UTC))
    assert words("pulse-results-title").strip("*") in read(spoken)
    assert "3.0" in read(spoken)


async def test_trend_has_a_gap_when_a_week_between_stayed_closed(
    spoken: Talk, words: Words, sqlite_url: str
) -> None:
    await set_up(spoken)
    for week, count in enumerate((5, 2, 5)):
        await a_week(spoken, week, EVERYBODY[:count], score=2 + week)
    await spoken.person("fay").types("/pulse history", channel=PROJ)
    history = spoken.person("fay").sees(PROJ)[-1]
    assert "2.0" in str(history.blocks)
    assert "4.0" in str(history.blocks)
    gap = words("pulse-trend-closed", on=words.day(date(2026, 12, 8)))
    assert gap in str(history.blocks)
    assert sqlite_tables(sqlite_url)["poll_tally"] == []  # nor of the two answers in between
