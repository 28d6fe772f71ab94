"""Every setting by itself, and quiet by every way in: said in words with the next slot, twice."""

from datetime import UTC, datetime, time
from typing import Any

import pytest

from bot.content import Words
from bot.rooms.preferences import form
from bot.rooms.preferences.choices import choices_of
from bot.rooms.preferences.places import country_name, language_name
from tests.rooms.nudges.living import row_of, start
from tests.talk import TEAM, Talk

LONDON = "Europe/London"
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BACK = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)  # after a week that began on a Monday
FRIDAY = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
async def talk(spoken: Talk) -> Talk:
    await start(spoken, "ann")
    return spoken


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
    return talk.bot.deps.content.words(str(locale))


def other_of(talk: Talk) -> Words:
    mine = words_of(talk).locale
    (other,) = (one for one in talk.bot.deps.content.locales if one != mine)
    return talk.bot.deps.content.words(other)


def slot_line(talk: Talk, words: Words, at: datetime, zone: str = LONDON) -> str:
    return words("preferences-next-slot", moment=words.moment(at, zone, now=talk.clock.now()))


async def saved(talk: Talk, field: str, value: Any) -> list[str]:
    """Have Ann change one setting; return the lines she then reads."""
    ann = talk.person("ann")
    await ann.types("/trustcheck settings")
    assert (await ann.submits({field: value})).ok
    (block,) = (ann.modal or {})["blocks"]
    await ann.closes()
    return str(block["text"]["text"]).splitlines()


async def each(talk: Talk) -> list[tuple[str, Any, list[str]]]:
    """Name each setting, a value for it, and what is said of that."""
    words = words_of(talk)
    tuesday = slot_line(talk, words, TUESDAY)
    days = words.listing([words.weekday(1), words.weekday(3)])
    at, early, half_past = time(15, 0), time(8, 15), time(9, 30)
    return [
        (form.SLOT, "15:00", [words("preferences-now-slot", time=words.time(at)),
                              slot_line(talk, words, TUESDAY.replace(day=23, hour=15, minute=0))]),
        (form.SLOT, "09:30", [words("preferences-now-slot", time=words.time(half_past)), tuesday]),
        (form.DAYS, ["1", "3"], [words("preferences-now-days", days=days), tuesday]),
        (form.RHYTHM, "weekly", [words("preferences-now-rhythm-weekly"), tuesday]),
        (form.NOTIFICATION, "full", [words("preferences-now-notification-full"), tuesday]),
        (form.EXTRAS, ["recap"], [words("preferences-now-recap-on"), tuesday]),
        (form.EXTRAS, ["recap", "suggested"],
         [words("preferences-now-may-be-suggested-on"), tuesday]),
        (form.EXTRAS, [], [words("preferences-now-recap-off"),
                           words("preferences-now-may-be-suggested-off"), tuesday]),
        (form.NEVER, ["U0BEN"], [words("preferences-now-never", count=1), tuesday]),
        (form.WORK_START, "08:15", [words("preferences-now-hours", start=words.time(early),
                                          end=words.time(time(17, 0))), tuesday]),
        (form.COUNTRY, "DE",
         [words("preferences-now-country", name=country_name("DE", words.locale)), tuesday]),
        (form.ZONE, "Europe/Berlin", [
            words("preferences-now-zone", name="Europe/Berlin"),
            slot_line(talk, words, TUESDAY.replace(hour=8), "Europe/Berlin")]),
    ]  # fmt: skip


async def test_each_setting_changed_alone_is_said_alone_with_the_next_slot(talk: Talk) -> None:
    for field, value, lines in await each(talk):
        assert await saved(talk, field, value) == lines, field
        again = await saved(talk, field, value)
        assert again == [words_of(talk)("preferences-unchanged"), lines[-1]], field
    chosen = choices_of(await row_of(talk, "ann"))
    assert (chosen.zone, chosen.country, chosen.rhythm) == ("Europe/Berlin", "DE", "weekly")
    assert (chosen.days, chosen.work_start) == (frozenset({1, 3}), time(8, 15))


async def test_a_language_just_chosen_says_so_itself(talk: Talk) -> None:
    other = other_of(talk)
    lines = await saved(talk, form.LOCALE, other.locale)
    assert lines == [
        other("preferences-now-locale", name=language_name(other.locale)),
        slot_line(talk, other, TUESDAY),
    ]
    words = words_of(talk)
    assert await saved(talk, form.LOCALE, "slack") == [
        words("preferences-now-locale-none"), slot_line(talk, words, TUESDAY),
    ]  # fmt: skip


async def test_quiet_by_command_and_from_a_practice_says_until_when_and_what_then(
    talk: Talk,
) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    until = {"en": "until Friday", "zh-CN": "到周五"}[words.locale]
    quiet = words("preferences-paused", day=words.day(FRIDAY.date(), today=talk.clock.now().date()))
    back = words("preferences-resumed-next",
                 moment=words.moment(TUESDAY, LONDON, now=talk.clock.now()))  # fmt: skip
    for _ in range(2):
        await ann.types(f"/trustcheck pause {until}")
        assert ann.sees()[-1].text.splitlines() == [quiet, slot_line(talk, words, FRIDAY)]
    for _ in range(2):
        await ann.types("/trustcheck resume")
        assert ann.sees()[-1].text == back
    await ann.types("/nudge")
    await talk.settle()
    await ann.clicks(words("nudges-menu-pause"))
    await ann.clicks(words("members-quiet-week"))
    await talk.settle()
    assert slot_line(talk, words, BACK) in str(ann.modal)
    assert (await row_of(talk, "ann")).paused_until is not None
    await ann.clicks(words("preferences-resume"))
    await talk.settle()
    assert back in str(ann.modal)
    assert (await row_of(talk, "ann")).paused_until is None


async def test_a_pause_somebody_mistypes_says_how(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    for typed, why in (
        ("until the cows come home", "preferences-pause-unreadable"),
        ("2020-01-01", "preferences-pause-past"),
        ("40 years", "preferences-pause-too-long"),
    ):
        await ann.types(f"/trustcheck pause {typed}")
        assert ann.sees()[-1].text == words(why)
    assert (await row_of(talk, "ann")).paused_until is None
