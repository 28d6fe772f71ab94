"""`/trustcheck admin` in both languages: what is switched off is off everywhere, and for good."""

import re
from typing import Any

import pytest
from sqlmodel import select

from bot.content import Words
from bot.members.tables import WorkspaceChoice
from bot.rooms.pulse.tables import Poll, Pulse
from tests.rooms.pulse.polling import POLL_DAY, set_up
from tests.talk import PROJ, TEAM, Talk

COMMENTS: dict[str, Any] = {"pulse.comments.choose": ["on"]}


@pytest.fixture
def talk(spoken: Talk) -> Talk:
    return spoken


def words_of(talk: Talk) -> Words:
    locale = talk.sandbox.world.teams[TEAM].members["U0ANN"].locale
    return talk.bot.deps.content.words(str(locale))


async def save(talk: Talk, **values: Any) -> str:
    """Have Ann choose; return what she then reads."""
    ann = talk.person("ann")
    await ann.types("/trustcheck admin")
    assert (await ann.submits({f"admin.{key}.choose": value for key, value in values.items()})).ok
    shown = str(ann.modal)
    await ann.closes()
    return shown


async def choices(talk: Talk) -> list[WorkspaceChoice]:
    async with talk.bot.deps.db.read() as session:
        return list(await session.scalars(select(WorkspaceChoice)))


async def stops_being_admin(talk: Talk, name: str) -> None:
    talk.sandbox.world.teams[TEAM].members[f"U0{name.upper()}"].is_admin = False
    await talk.person(name).sets_status("")  # Slack tells of a change, and with it of the account
    await talk.settle()


async def test_each_choice_is_said_back_and_a_second_time_nothing(talk: Talk) -> None:
    words = words_of(talk)
    said = await save(talk, features=["comments", "instant"], creators="admins", retention="90")
    for line in (
        words("admin-now-off"),
        words("admin-feature-asks"),
        words("admin-feature-kickoff"),
        words("admin-now-creators-admins"),
        words("admin-now-kept", count=90),
    ):
        assert line in said
    assert words("admin-feature-instant") not in said
    assert words("admin-unchanged") in await save(talk)
    said = await save(talk, features=["asks", "comments", "instant", "kickoff"])
    assert words("admin-now-on") in said
    assert words("admin-now-kept", count=90) not in said


async def test_what_is_switched_off_is_off_in_what_stands_open_too(talk: Talk) -> None:
    """Forms opened before change nothing; what runs already goes on."""
    ben, fay, words = talk.person("ben"), talk.person("fay"), words_of(talk)
    await ben.types("/trustcheck ask @fay")
    await fay.types("/trustcheck kickoff", channel=PROJ)
    await save(talk, features=[], creators="admins")
    await ben.submits()
    assert words("admin-is-off") in str(ben.modal)
    await fay.submits({"kickoff.bring.write": "cake"})
    assert words("kickoff-refused-off") in str(fay.modal)
    await fay.closes()
    for text, why in (("team", "pulse-refused-instant-off"), ("kickoff", "kickoff-refused-off")):
        await talk.person("ann").types(f"/trustcheck {text}", channel=PROJ)
        assert words(why) in talk.person("ann").sees(PROJ)[-1].text
    await save(talk, features=["asks"], creators="everybody")
    await fay.types("/pulse", channel=PROJ)
    await save(talk, creators="admins")
    await fay.submits()
    assert words("pulse-refused-admins-only") in str(fay.modal)
    async with talk.bot.deps.db.read() as session:
        assert list(await session.scalars(select(Pulse))) == []


async def test_comments_that_are_off_are_off_from_the_next_poll_on(talk: Talk) -> None:
    assert (await set_up(talk, **COMMENTS)).ok
    await save(talk, features=["asks", "instant", "kickoff"])
    await talk.at(POLL_DAY)
    async with talk.bot.deps.db.read() as session:
        (poll,) = await session.scalars(select(Poll))
        (pulse,) = await session.scalars(select(Pulse))
    assert (pulse.has_comments, poll.has_comments) == (True, False)


async def test_who_is_no_admin_any_more_changes_and_sees_nothing(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    await set_up(talk)
    await ann.types("/trustcheck admin")
    await stops_being_admin(talk, "ann")
    await ann.clicks("admin.teams.open")
    await talk.settle()
    assert words("admin-admins-only") in str(ann.modal)
    await ann.closes()
    await ann.submits({"admin.creators.choose": "admins"})
    assert words("admin-admins-only") in str(ann.modal)
    await ann.closes()
    await ann.types("/trustcheck admin")
    assert ann.modal is None
    assert await choices(talk) == []


@pytest.mark.parametrize("is_slow", [False, True])
async def test_an_admin_who_shares_no_channel_gets_in(talk: Talk, is_slow: bool) -> None:
    """At once; where Slack takes its time to say who they are, through a button."""
    team, words = talk.sandbox.world.teams[TEAM], words_of(talk)
    if is_slow:
        kind = "slow_effect_late"
        talk.sandbox.faults.add(method="users.info", kind=kind, delay_s=1.0, times=4)
    for name, is_admin in (("ada", True), ("bob", False)):
        team.add_member(f"U0{name.upper()}", name, locale=words.locale, is_admin=is_admin)
        await talk.person(name).types("/trustcheck admin")
    ada, bob = talk.person("ada"), talk.person("bob")
    if is_slow:
        await ada.clicks("house.word.run.admin")
    assert words("admin-deal") in str(ada.modal)
    assert words("admin-admins-only") in bob.sees()[-1].text


async def test_the_list_of_teams_tells_nothing_of_a_person_and_no_figure(talk: Talk) -> None:
    ann, words = talk.person("ann"), words_of(talk)
    async with talk.bot.deps.db.write() as session:
        for number in range(45):
            session.add(team_of(f"C{number:04}", "U0BEN" if number else None))
    await ann.types("/trustcheck admin")
    await ann.clicks("admin.teams.open")
    pages = [str(ann.modal)]
    await ann.clicks("admin.teams.next")
    pages.append(str(ann.modal))
    await ann.clicks("admin.teams.back")
    assert str(ann.modal).count("<#C0") == 40
    assert [page.count("<#C0") for page in pages] == [40, 5]
    assert words("admin-team-nobody", channel="<#C0000>") in pages[0]
    assert people_in(pages) == {"<@U0BEN>"}
    assert words("admin-no-figures") in pages[1]


def team_of(channel: str, owner: str | None) -> Pulse:
    return Pulse(
        workspace_id=TEAM, channel_id=channel, owner_id=owner, zone="UTC", locale="en", weekday=1,
        weeks=1, minimum=5, has_comments=False, first_on=POLL_DAY.date(), next_on=POLL_DAY.date(),
    )  # fmt: skip


def people_in(pages: list[str]) -> set[str]:
    return set(re.findall(r"<@[^>]+>", "".join(pages)))
