"""Setting a pulse up and looking after it, in each language: who may, and what the team reads."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.content import Words
from bot.members.tables import WorkspaceChoice
from bot.rooms.pulse import store
from bot.rooms.pulse.tables import Pulse
from bot.slack.ids import ChannelId
from tests.rooms.pulse.polling import (
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    has_poll,
    last_post,
    posts,
    set_up,
)
from tests.talk import PROJ, TEAM, Talk

SATURDAY = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 10, 30, tzinfo=UTC)
WEDNESDAY = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)


async def answered(talk: Talk, typed: str, channel: str, name: str = "ann") -> str:
    """Have somebody type; return what they read in answer, in one line."""
    person = talk.person(name)
    seen = "" if channel == "" else person.reads(channel)
    await person.types(typed, **({"channel": channel} if channel else {}))
    return flat(person.reads(*([channel] if channel else []))[len(seen) :])


def flat(text: str) -> str:
    """Return *text* as one line: where a terminal broke it plays no part."""
    return "".join(text.split())


def modal(talk: Talk, name: str) -> str:
    return flat(talk.person(name).reads_modal()).replace("│", "")


def is_said(words: Words, message_id: str, shown: str, **values: Any) -> bool:
    """Tell whether *shown*, a flat text, holds the first line of a message."""
    first = words(message_id, **values).partition("\n")[0]
    return flat(first).replace("*", "") in shown.replace("*", "")


async def pulse_of(talk: Talk, channel: str = PROJ) -> Pulse:
    async with talk.bot.deps.db.read() as session:
        found = await store.pulse_of(session, talk.workspace, ChannelId(channel))
    assert found is not None
    return found


async def a_channel(talk: Talk, channel: str, members: list[str], **kind: Any) -> None:
    """Make a channel of *members* and have the bot invited."""
    talk.sandbox.world.teams[TEAM].add_channel(channel, channel.lower(), members=members, **kind)
    await talk.person("ann").invites_bot(channel)
    await talk.settle()


async def test_every_command_is_refused_by_name_where_it_cannot_work(
    spoken: Talk, words: Words
) -> None:
    team, trio = spoken.sandbox.world.teams[TEAM], ["U0ANN", "U0BEN", "U0FAY"]
    team.add_member("U0GUS", "gus", is_restricted=True, locale=words.locale)
    team.add_channel("C0ALONE", "alone", members=trio)
    team.add_channel("G0GROUP", "group", members=trio).is_mpim = True
    await a_channel(spoken, "C0SECRET", trio, is_private=True)
    await a_channel(spoken, "C0BOTH", trio, is_ext_shared=True)
    await a_channel(spoken, "C0TRIO", trio)
    await spoken.person("gus").joins(PROJ)
    await spoken.settle()
    places = [
        ("ann", "", "direct-message"),
        ("ann", "C0ALONE", "bot-absent"),
        ("ann", "G0GROUP", "bot-absent"),
        ("ann", "C0SECRET", "private"),
        ("ann", "C0BOTH", "shared"),
        ("ann", "C0TRIO", "too-small"),
    ]
    for typed in ("/pulse", "/trustcheck team"):
        for name, channel, why in places:
            shown = await answered(spoken, typed, channel, name)
            assert is_said(words, f"pulse-refused-{why}", shown), (typed, why, shown)
        assert is_said(words, "house-guest", await answered(spoken, typed, PROJ, "gus"))
    shown = await answered(spoken, "/pulse", "C0TRIO")
    assert shown.count("？" if words.locale == "zh-CN" else "?") == 2  # two questions instead


async def test_admins_alone_set_up_and_take_over_where_the_team_is_large(
    spoken: Talk, words: Words
) -> None:
    team = spoken.sandbox.world.teams[TEAM]
    people = [f"U0{name.upper()}" for name in EVERYBODY]
    people += [team.add_member(f"U0N{n}", f"n{n}").user_id for n in range(45)]
    await a_channel(spoken, "C0BIG", people)
    refused = await answered(spoken, "/pulse", "C0BIG", "ben")
    assert is_said(words, "pulse-refused-large-needs-admin", refused)
    assert (await set_up(spoken, "ann", "C0BIG")).ok
    await spoken.person("ann").leaves("C0BIG")  # fifty are left
    await spoken.person("ann").joins("C0BIG")
    await spoken.settle()
    await spoken.person("ben").clicks(words("pulse-take-over"))
    await spoken.settle()
    shown = flat(spoken.person("ben").reads("C0BIG"))
    assert shown.count(flat(words("pulse-refused-large-needs-admin"))) == 2
    assert (await pulse_of(spoken, "C0BIG")).owner_id is None
    await spoken.person("ann").clicks(words("pulse-take-over"))
    await spoken.settle()
    assert (await pulse_of(spoken, "C0BIG")).owner_id == "U0ANN"


async def test_admins_alone_set_up_and_take_over_where_the_workspace_says_so(
    spoken: Talk, words: Words
) -> None:
    async with spoken.bot.deps.db.write() as session:
        session.add(WorkspaceChoice(workspace_id=TEAM, switched_off=[], admins_only=True))
    shown = await answered(spoken, "/pulse", PROJ, "ben")
    assert is_said(words, "pulse-refused-admins-only", shown)
    await set_up(spoken)
    await spoken.person("ann").types("/pulse hand over", channel=PROJ)
    await spoken.person("ann").submits({"pulse.owner.pick": "U0FAY"})
    await spoken.person("fay").leaves(PROJ)
    await spoken.settle()
    await spoken.person("ben").clicks(words("pulse-take-over"))
    await spoken.settle()
    assert is_said(words, "pulse-refused-admins-only", flat(spoken.person("ben").reads(PROJ)))


async def test_whatever_was_chosen_is_said_to_the_channel_and_to_whoever_looks(
    spoken: Talk, words: Words
) -> None:
    chosen: dict[str, Any] = {
        "pulse.weekday.choose": "3",
        "pulse.weeks.choose": "2",
        "pulse.minimum.choose": "8",
        "pulse.comments.choose": ["on"],
    }
    await set_up(spoken, "fay", **chosen)
    rhythm = words("pulse-rhythm", weekday=words.weekday(3), weeks=2)
    first = words.day(date(2026, 11, 26))
    looked = await answered(spoken, "/pulse", PROJ, "ben")
    for shown in (flat(last_post(spoken)), looked):
        assert flat(rhythm) in shown
        assert flat(first) in shown
        assert "8" in shown
        assert flat(words("pulse-comments-on")) in shown
    assert words("pulse-leave") in last_post(spoken)
    assert words("pulse-change") not in looked
    looked = await answered(spoken, "/pulse", PROJ, "ann")  # an admin
    assert words("pulse-change") in looked


async def test_open_poll_goes_by_what_was_set_when_it_opened(spoken: Talk, words: Words) -> None:
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    ann = spoken.person("ann")
    await ann.types("/pulse settings", channel=PROJ)
    other = "en" if words.locale == "zh-CN" else "zh-CN"
    await ann.submits(
        {
            "pulse.minimum.choose": "20",
            "pulse.comments.choose": ["on"],
            "pulse.language.choose": other,
        }
    )
    await spoken.settle()
    for name in EVERYBODY[:5]:
        await spoken.person(name).clicks("pulse.poll.answer")
        assert "pulse.comment.write" not in str(spoken.person(name).modal)
        assert (await spoken.person(name).submits(answers(4))).ok
    await spoken.at(TOLD)
    told = flat("".join(posts(spoken)))
    assert is_said(words, "pulse-results-title", told)  # with five answers, in its own language
    assert "4.0" in told
    await spoken.at(POLL_DAY + timedelta(weeks=1))
    await ann.clicks("pulse.poll.answer")
    assert "pulse.comment.write" in str(ann.modal)


async def test_set_up_anew_promises_no_day_on_which_no_poll_may_come(
    spoken: Talk, words: Words
) -> None:
    """Seven days lie between two polls of a team: an earlier day would pass in silence."""
    await set_up(spoken)
    await spoken.at(POLL_DAY)
    await spoken.at(WEDNESDAY)
    await spoken.person("ann").types("/pulse stop", channel=PROJ)
    await spoken.person("ann").clicks("pulse.pulse.stop")
    await spoken.settle()
    assert is_said(words, "pulse-news-stopped", flat(last_post(spoken)))
    await set_up(spoken, **{"pulse.weekday.choose": "0"})
    assert flat(words.day(date(2026, 12, 14))) in flat(last_post(spoken))
    await spoken.at(datetime(2026, 12, 14, 18, 30, tzinfo=UTC))
    assert has_poll(spoken.person("fay"))


async def test_news_that_waited_for_monday_says_nothing_that_is_no_longer_so(
    spoken: Talk, words: Words
) -> None:
    await spoken.at(SATURDAY)
    await set_up(spoken, "fay")
    await spoken.person("fay").types("/pulse pause", channel=PROJ)
    await spoken.person("fay").submits({"pulse.until.choose": "2026-12-20"})
    await spoken.person("fay").types("/pulse resume", channel=PROJ)
    await spoken.person("fay").leaves(PROJ)
    await spoken.settle()
    before = len(posts(spoken))
    await spoken.at(MONDAY)
    told = [flat(post) for post in posts(spoken)[before:]]
    assert [is_said(words, "pulse-news-orphaned", post) for post in told].count(True) == 1
    assert any(flat(words("pulse-news-owner-left")) in post for post in told)
    goes_on = words("pulse-news-resumed", on=words.day(date(2026, 12, 8)))
    assert any(flat(goes_on) in post for post in told)
    assert len(told) == 3  # none of the pause
    await spoken.person("ann").types("/pulse stop", channel=PROJ)
    await spoken.person("ann").clicks("pulse.pulse.stop")
    await spoken.settle()
    await spoken.at(MONDAY + timedelta(days=5))
    await set_up(spoken)
    await spoken.person("ann").types("/pulse stop", channel=PROJ)
    await spoken.person("ann").clicks("pulse.pulse.stop")
    await spoken.settle()
    before = len(posts(spoken))
    await spoken.at(MONDAY + timedelta(days=7))
    told = [flat(post) for post in posts(spoken)[before:]]
    assert [is_said(words, "pulse-news-stopped", post) for post in told] == [True]


async def test_pause_ends_by_itself_and_resuming_what_goes_on_moves_nothing(
    spoken: Talk, words: Words
) -> None:
    await set_up(spoken)
    ann = spoken.person("ann")
    shown = await answered(spoken, "/pulse resume", PROJ)
    assert is_said(words, "pulse-not-paused", shown)
    assert (await pulse_of(spoken)).next_on == date(2026, 12, 1)
    for until, why in (("2026-11-23", "past"), ("9999-12-31", "far")):
        await ann.types("/pulse pause", channel=PROJ)
        assert (await ann.submits({"pulse.until.choose": until})).ok
        assert is_said(words, f"pulse-pause-{why}", modal(spoken, "ann"))
        await ann.closes()
    await ann.types("/pulse pause", channel=PROJ)
    await ann.submits({"pulse.until.choose": "2026-12-07"})
    await spoken.settle()
    until = words.day(date(2026, 12, 7))
    shown = await answered(spoken, "/pulse", PROJ)
    assert is_said(words, "pulse-status-paused", shown, until=until)
    await spoken.at(datetime(2026, 12, 7, 12, 0, tzinfo=UTC))
    shown = await answered(spoken, "/pulse", PROJ)
    assert not is_said(words, "pulse-status-paused", shown, until=until)
    assert words("pulse-pause") in shown
    await spoken.at(datetime(2026, 12, 8, 23, 0, tzinfo=UTC))
    assert has_poll(spoken.person("fay"))


async def test_pulse_is_handed_to_full_members_alone(spoken: Talk, words: Words) -> None:
    team = spoken.sandbox.world.teams[TEAM]
    team.add_member("U0GUS", "gus", is_restricted=True)
    await spoken.person("gus").joins(PROJ)
    team.add_member("U0OUT", "out")
    await set_up(spoken, "fay")
    for to in ("U0GUS", "U0OUT", team.app.bot_user_id):
        await spoken.person("fay").types("/pulse hand over", channel=PROJ)
        await spoken.person("fay").submits({"pulse.owner.pick": to})
        assert is_said(words, "pulse-hand-over-stranger", modal(spoken, "fay"))
        await spoken.person("fay").closes()
    assert (await pulse_of(spoken)).owner_id == "U0FAY"


async def test_one_of_two_becomes_the_owner_when_both_send_the_form(
    spoken: Talk, words: Words
) -> None:
    ben, fay = spoken.person("ben"), spoken.person("fay")
    for one in (ben, fay):
        await one.types("/pulse", channel=PROJ)
    await fay.submits({})
    await ben.submits({})
    await spoken.settle()
    assert is_said(words, "pulse-refused-already-set-up", modal(spoken, "ben"))
    assert (await pulse_of(spoken)).owner_id == "U0FAY"
    assert len([post for post in posts(spoken) if "<@U0" in post]) == 1
