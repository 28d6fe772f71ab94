"""Comments, the instant pulse, the team's promise, two teams, and pools over weeks."""

import re
from datetime import UTC, datetime, timedelta

from tests.rooms.pulse.polling import (
    ANSWER,
    COMMENTS,
    EVERYBODY,
    POLL_DAY,
    TOLD,
    answers,
    comments,
    grow,
    has_poll,
    last_post,
    poll_of,
    posts,
    set_up,
    votes,
)
from tests.talk import PROJ, TEAM, Talk

ONE_WEEK = timedelta(weeks=1)


async def test_comments_stand_in_one_reply_when_eight_have_answered(talk: Talk) -> None:
    more = await grow(talk, 2)
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    for number, name in enumerate([*EVERYBODY, *more]):
        await comments(talk, name, f"<!channel> <@U0ANN> words {number} & more")
    await talk.at(TOLD)
    shown = talk.person("fay").reads(PROJ)
    assert all(f"<!channel> <@U0ANN> words {number} & more" in shown for number in range(8))


async def test_comments_are_gone_when_seven_have_answered(talk: Talk) -> None:
    more = await grow(talk, 1)
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, "only seven of us")
    await talk.at(TOLD)
    assert "only seven of us" not in talk.person("fay").reads(PROJ)


async def test_comment_is_taken_out_when_the_owner_removes_a_reported_one_or_an_admin_any(
    talk: Talk,
) -> None:
    more = await grow(talk, 2)
    await set_up(talk, "fay", **COMMENTS)
    await talk.at(POLL_DAY)
    for name in [*EVERYBODY, *more]:
        await comments(talk, name, f"comment of somebody {name}")
    await talk.at(TOLD)
    await talk.person("ben").clicks("Report")
    await talk.settle()
    assert "somebody reported this comment" in talk.person("fay").reads()
    await talk.person("fay").clicks("pulse.comment.remove")
    await talk.settle()
    shown = talk.person("ben").reads(PROJ)
    assert "A comment was removed" in shown
    assert shown.count("comment of somebody") == 7
    await talk.person("ann").clicks("Remove")
    await talk.settle()
    assert talk.person("ben").reads(PROJ).count("comment of somebody") == 6


async def test_comment_goes_from_its_own_page_when_there_are_several(talk: Talk) -> None:
    """Slack takes some 11,000 characters a message: ten comments are one reply."""
    names = [*EVERYBODY, *await grow(talk, 5)]
    await set_up(talk, **COMMENTS)
    await talk.at(POLL_DAY)
    for name in names:
        await comments(talk, name, f"({name})")
    await talk.at(TOLD)
    pages = [str(one.blocks) for one in talk.person("ben").sees(PROJ) if "shuffled" in str(one)]
    assert [page.count("plain_text', 'text': '(") for page in pages] == [10, 1]
    last = str(re.findall(r"\((\w+)\)", pages[1])[0])
    await talk.person("ben").clicks("Report")  # of the newest message, and so the last of all
    await talk.settle()
    assert f"({last})" in talk.person("ann").reads()
    await talk.person("ann").clicks("pulse.comment.remove")
    await talk.settle()
    after = [str(one.blocks) for one in talk.person("ben").sees(PROJ) if "shuffled" in str(one)]
    assert [page.count("plain_text', 'text': '(") for page in after] == [10, 0]
    assert [after[0], "A comment was removed" in after[1]] == [pages[0], True]


async def test_instant_poll_is_one_post_and_takes_the_weeks_place(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    await talk.person("ann").types("/trustcheck team", channel=PROJ)
    assert "A pulse for #proj, now" in talk.person("ann").reads_modal()
    await talk.person("ann").submits({})
    await talk.settle()
    assert ANSWER in last_post(talk)
    assert not has_poll(talk.person("ben"))
    for name in EVERYBODY[:5]:
        await talk.person(name).clicks(ANSWER)
        await talk.person(name).submits(answers(3))
    await talk.at(datetime(2026, 12, 2, 10, 30, tzinfo=UTC))
    assert not has_poll(talk.person("ben"))
    assert any("this poll has closed" in post for post in posts(talk))
    assert "Counting on each other: 3.0" in talk.person("fay").reads(PROJ)


async def test_instant_poll_runs_without_a_pulse_when_an_admin_asks(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck team", channel=PROJ)
    await talk.person("ann").submits({})
    await talk.settle()
    assert ANSWER in last_post(talk)
    await talk.person("ann").types("/trustcheck team", channel=PROJ)
    await talk.person("ann").submits({})
    assert "A poll of this team is still open" in talk.person("ann").reads_modal()


async def test_poll_speaks_the_members_language_and_results_the_teams(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    chen = talk.person("chen")
    await chen.clicks(ANSWER)
    assert "回答" in str(poll_of(chen).blocks)
    assert "团队" in chen.reads_modal()


async def test_instant_poll_is_refused_when_asked_for_by_a_member(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ben").types("/trustcheck team", channel=PROJ)
    assert "for whoever looks after this pulse" in talk.person("ben").reads(PROJ)


async def test_next_results_open_with_the_promise_when_somebody_looks_after_it(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    await talk.at(TOLD)
    await talk.person("ben").clicks("Make a team promise")
    await talk.person("ben").submits({"pulse.promise.write": "no meetings <!here> on Wednesdays"})
    await talk.settle()
    await talk.person("fay").clicks("I'll look after this")
    await talk.settle()
    assert "Somebody looks after it" in last_post(talk)
    assert "fay" not in last_post(talk)
    await talk.at(POLL_DAY + ONE_WEEK)
    await talk.at(TOLD + ONE_WEEK)
    told = talk.person("ben").reads(PROJ)
    assert "Last promise of this team" in told
    await talk.person("ben").clicks("Partly")
    await talk.settle()
    await talk.person("ben").clicks("Let it go")
    await talk.settle()
    assert "It is let go" in talk.person("ben").reads(PROJ)


async def test_pool_is_published_once_when_two_weeks_have_eight_answers(talk: Talk) -> None:
    await set_up(talk)
    for week in range(3):
        await talk.at(POLL_DAY + week * ONE_WEEK)
        for name in EVERYBODY[:4]:
            await votes(talk, name, 2 + week)
        await talk.at(TOLD + week * ONE_WEEK)
    pooled = [post for post in posts(talk) if "several weeks together" in post]
    assert any("8 answers" in post for post in pooled)
    assert sum("This week stays closed" in post for post in posts(talk)) == 2


async def test_two_teams_polls_come_as_one_message(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    for number in range(8):
        team.add_member(f"U0N{number}", f"n{number}")
    team.add_channel("C0OTHER", "other", members=["U0ANN", *(f"U0N{n}" for n in range(8))])
    await talk.person("ann").invites_bot("C0OTHER")
    await talk.settle()
    await set_up(talk)
    await set_up(talk, channel="C0OTHER")
    await talk.at(POLL_DAY)
    assert len([m for m in talk.person("ann").sees() if ANSWER in str(m.blocks)]) == 1
    assert str(poll_of(talk.person("ann")).blocks).count("'pulse.poll.answer'") == 2


async def test_results_stay_out_when_the_channel_was_shared_meanwhile(talk: Talk) -> None:
    await set_up(talk)
    await talk.at(POLL_DAY)
    for name in EVERYBODY[:5]:
        await votes(talk, name)
    await talk.person("ann").shares(PROJ, "T0OTHERCO")
    await talk.at(TOLD)
    assert not any("The pulse of this team" in post for post in posts(talk))
    assert "Nothing of the pulse can be posted" in talk.person("ann").reads()


async def test_history_and_file_tell_what_was_published_and_nothing_finer(talk: Talk) -> None:
    await set_up(talk)
    for week in range(2):
        await talk.at(POLL_DAY + week * ONE_WEEK)
        for number, name in enumerate(EVERYBODY[:5]):
            await votes(talk, name, 5 if number else 1 + week)
        await talk.at(TOLD + week * ONE_WEEK)
    fay = talk.person("fay")
    await fay.types("/pulse history", channel=PROJ)
    assert "Tuesday 8 December: 4.5 or more" in fay.reads(PROJ)
    assert any(b["type"] == "data_visualization" for b in fay.sees(PROJ)[-1].blocks)
    await fay.clicks("Send me the file")
    await talk.settle()
    files = list(talk.sandbox.world.teams[TEAM].files.values())
    assert b"2026-12-01,5 answers,4.0,4.0,4.0,4.0,4.0" in (files[-1].content or b"")


async def test_second_team_isnt_asked_when_almost_the_same_people_were(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    people = [f"U0{name.upper()}" for name in EVERYBODY[:5]]
    team.add_channel("C0TWIN", "twin", members=people)
    await talk.person("ann").invites_bot("C0TWIN")
    await talk.settle()
    await set_up(talk)
    await set_up(talk, channel="C0TWIN")
    await talk.at(POLL_DAY)
    await talk.at(POLL_DAY + timedelta(hours=12))
    blocks = str(poll_of(talk.person("ann")).blocks)
    assert blocks.count("'pulse.poll.answer'") == 1
    told = [post for channel in (PROJ, "C0TWIN") for post in posts(talk, channel)]
    assert sum("Almost the same people" in post for post in told) == 1
