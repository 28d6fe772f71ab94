"""The first words between somebody and the bot, in either language, also where nobody knew them."""

import re
from collections.abc import AsyncIterator

import pytest
from sqlmodel import col, select, update

from bot.content import Content, Words
from bot.members import arriving
from bot.members.tables import Member
from bot.sandbox.people import Person
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.talk import MONDAY_NOON, PROJ, TEAM, Talk

LINES = {"en": "I'll send the deck tomorrow at 3pm", "zh-CN": "我明天下午3点把方案发给小林"}
OURS = re.compile(r"^Good to meet|^What |^Thank|^Hello", re.M)


@pytest.fixture(params=["en", "zh-CN"])
async def talk(
    sqlite_url: str, content: Content, request: pytest.FixtureRequest
) -> AsyncIterator[Talk]:
    """Everybody is new, and reads one language."""
    async with Talk.open(sqlite_url, content, key=TEST_KEY, locale=request.param) as opened:
        async with opened.bot.deps.db.write() as session:
            await session.execute(update(Member).values(welcomed=False))
        yield opened


def locale_of(talk: Talk) -> str:
    return str(talk.sandbox.world.teams[TEAM].members["U0ANN"].locale)


def words_of(talk: Talk) -> Words:
    return talk.bot.deps.content.words(locale_of(talk))


def blocks(person: Person, channel: str | None = None) -> str:
    return str([one.blocks for one in person.sees(channel)])


def newcomer(talk: Talk, name: str = "gus", *, is_restricted: bool = False) -> Person:
    """Somebody who shares no channel with the bot: our rows know nothing of them."""
    team = talk.sandbox.world.teams[TEAM]
    user_id, locale = f"U0{name.upper()}", locale_of(talk)
    team.add_member(user_id, name, locale=locale, is_restricted=is_restricted)
    return talk.person(name)


def lines(text: str) -> list[str]:
    """Return what must be found in a message drawn as JSON."""
    return [line for line in text.splitlines() if line]


def assert_said(words: Words, shown: str, *ids: str) -> None:
    for one in ids:
        for line in lines(words(one)):
            assert line in shown, one
    if words.locale != "en":
        assert OURS.findall(shown) == []


async def test_the_installer_reads_three_steps_once(talk: Talk) -> None:
    for _ in range(2):
        async with talk.bot.deps.db.write() as session:
            await arriving.plan_welcome(session, talk.workspace, MemberId("U0ANN"), MONDAY_NOON)
        await talk.settle()
    ann, words = talk.person("ann"), words_of(talk)
    assert [one.text for one in ann.sees()] == [words("members-welcome-title")]
    shown = blocks(ann)
    assert_said(words, shown, "members-welcome", "members-welcome-admin")
    assert [f"{number}. " in shown for number in (1, 2, 3, 4)] == [True, True, True, False]


async def test_a_channel_is_greeted_in_its_language_and_its_buttons_begin(talk: Talk) -> None:
    team, words = talk.sandbox.world.teams[TEAM], words_of(talk)
    team.add_channel("C0NEW", "new", members=[f"U0{one}" for one in ("ANN", "BEN", "FAY", "ELI")])
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.invites_bot("C0NEW")
    await talk.settle()
    assert [one.text for one in ben.sees("C0NEW") if one.blocks] == [words("members-hello-title")]
    assert_said(words, blocks(ben, "C0NEW"), "members-hello", "members-hello-deal")
    await ben.clicks(words("members-hello-start-weekly"))
    await ann.clicks(words("members-hello-pulse"))
    await talk.settle()
    assert words("pulse-title") in str(ann.modal)
    async with talk.bot.deps.db.read() as session:
        started = await session.scalars(
            select(Member.member_id).where(col(Member.started_at).is_not(None))
        )
        assert list(started) == ["U0BEN"]
    assert [one for one in talk.person("fay").sees() if one.blocks] == []


async def test_a_first_command_shows_round_once_with_the_choice(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    for _ in range(2):
        await ann.types("/trustcheck help")
        await talk.settle()
    texts = [one.text for one in ann.sees()]
    assert texts.count(words("members-round-title")) == 1
    assert texts.count(words("home-help-title")) == 2
    assert_said(words, blocks(ann), "members-round", "members-round-notification", "home-help")
    await ann.clicks(words("members-round-full"))
    await talk.settle()
    assert words("preferences-now-notification-full") in blocks(ann)
    assert [one for one in talk.person("ben").sees() if one.blocks] == []


async def test_a_first_look_at_home_shows_round_and_helps_who_has_not_begun(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    for _ in range(2):
        await ann.opens_home()
        await talk.settle()
    assert [one.text for one in ann.sees()] == [words("members-round-title")]
    shown = str(ann.home)
    assert_said(words, shown, "home-greeting", "home-privacy", "home-settings", "home-run-help")
    assert_said(words, shown, "nudges-home-empty", "nudges-start-daily")


async def test_a_message_gets_help_and_a_promise_the_offer_to_log_it(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await ann.types("hello?")
    await talk.settle()
    assert_said(words, blocks(ann), "home-help", "home-privacy")
    await ann.types(LINES[locale_of(talk)])
    await talk.settle()
    assert ann.sees()[-1].text == words("commitments-line-offer")
    await ann.clicks(words("commitments-line-log"))
    assert (await ann.submits()).ok
    await talk.settle()
    await ann.types("/trustcheck promises")
    assert ("the deck" if locale_of(talk) == "en" else "方案") in ann.reads_modal()


async def test_a_mention_is_answered_for_the_asker_alone(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    bot = talk.sandbox.world.teams[TEAM].app.bot_user_id
    await ann.types(f"<@{bot}> hello", channel=PROJ)
    await talk.settle()
    answer = ann.sees(PROJ)[-1]
    assert (answer.text, answer.ephemeral) == (words("home-help-title"), True)
    assert words("home-help-title") not in [one.text for one in talk.person("ben").sees(PROJ)]
    assert [one for one in ann.sees() if one.blocks] == []


async def test_a_mention_in_a_thread_is_answered_in_it(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    bot = talk.sandbox.world.teams[TEAM].app.bot_user_id
    await talk.person("ben").types("about lunch", channel=PROJ)
    first = ann.sees(PROJ)[-1].ts
    await ann.types(f"<@{bot}> hello", channel=PROJ, thread_ts=first)
    await talk.settle()
    answer = ann.sees(PROJ)[-1]
    assert (answer.text, answer.thread_ts) == (words("home-help-title"), first)


async def test_the_first_answer_to_somebody_nobody_knew_is_in_their_language(talk: Talk) -> None:
    words = words_of(talk)
    gus, may, pat = newcomer(talk), newcomer(talk, "may"), newcomer(talk, "pat")
    await gus.types("/trustcheck help")
    assert gus.sees()[-1].text == words("home-help-title")
    await may.types("hello")
    await talk.settle()
    assert [one.text for one in may.sees() if one.blocks] == [words("home-help-title")]
    await pat.opens_home()
    await talk.settle()
    assert_said(words, str(pat.home), "home-greeting")


async def test_a_guest_nobody_knew_reads_so_at_their_first_word(talk: Talk) -> None:
    words = words_of(talk)
    gus = newcomer(talk, is_restricted=True)
    await gus.types("/trustcheck help")
    assert [one.text for one in gus.sees()] == [words("house-guest")]


async def test_who_was_forgotten_is_answered_in_their_language_and_stays_unknown(
    talk: Talk,
) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await ann.types("/trustcheck forget")
    await ann.submits()
    await talk.settle()
    await ann.types("/trustcheck help")
    await talk.settle()
    assert ann.sees()[-1].text == words("home-help-title")
    async with talk.bot.deps.db.read() as session:
        assert await session.get(Member, (TEAM, "U0ANN")) is None


async def test_a_slow_slack_keeps_no_first_answer_waiting(talk: Talk) -> None:
    """Then it is in English, and the next one in theirs."""
    gus = newcomer(talk)
    asked = talk.sandbox.faults.add(method="users.info", kind="5xx", delay_s=1.0)
    assert (await gus.types("/trustcheck help")).ok
    assert asked.reached == 1
    assert gus.sees()[-1].text == talk.bot.deps.content.words("en")("home-help-title")
    await talk.settle()
    await gus.types("/trustcheck help")
    assert gus.sees()[-1].text == words_of(talk)("home-help-title")
