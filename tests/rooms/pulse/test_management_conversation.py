"""Looking after a pulse: who may, what changes when, and how it passes from hand to hand."""

from datetime import UTC, datetime

import pytest

from tests.rooms.pulse.polling import POLL_DAY, has_poll, last_post, set_up
from tests.talk import PROJ, TEAM, Talk

WEEK_LATER = datetime(2026, 12, 8, 23, 0, tzinfo=UTC)


async def test_set_up_is_refused_when_typed_in_a_direct_message(talk: Talk) -> None:
    await talk.person("ann").types("/pulse")
    assert "a team is a channel" in talk.person("ann").reads()


async def test_set_up_asks_for_an_invitation_when_the_bot_isnt_in_the_channel(talk: Talk) -> None:
    talk.sandbox.world.teams[TEAM].add_channel("C0NEW", "new", members=["U0ANN"])
    await talk.person("ann").types("/pulse", channel="C0NEW")
    assert "invite me first" in talk.person("ann").reads("C0NEW")


async def test_set_up_is_refused_when_the_channel_is_private(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0SECRET", "secret", members=["U0ANN", "U0BEN"], is_private=True)
    await talk.person("ann").invites_bot("C0SECRET")
    await talk.settle()
    await talk.person("ann").types("/pulse", channel="C0SECRET")
    assert "This channel is private" in talk.person("ann").reads("C0SECRET")


async def test_set_up_gives_two_questions_when_the_team_is_three(talk: Talk) -> None:
    team = talk.sandbox.world.teams[TEAM]
    team.add_channel("C0TRIO", "trio", members=["U0ANN", "U0BEN", "U0FAY"])
    await talk.person("ann").invites_bot("C0TRIO")
    await talk.settle()
    await talk.person("ann").types("/pulse", channel="C0TRIO")
    assert "With three people no figure is anonymous" in talk.person("ann").reads("C0TRIO")


async def test_anyone_may_look_and_only_the_owner_gets_buttons_to_change(talk: Talk) -> None:
    await set_up(talk, "fay")
    await talk.person("ben").types("/pulse", channel=PROJ)
    seen = talk.person("ben").reads(PROJ)
    assert "@fay looks after it" in seen
    assert "[Hand over]" not in seen
    await talk.person("ben").types("/pulse settings", channel=PROJ)
    assert "for whoever looks after this pulse" in talk.person("ben").reads(PROJ)


async def test_settings_hold_from_the_next_poll_and_are_announced(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ann").types("/pulse settings", channel=PROJ)
    await talk.person("ann").submits({"On which day?": "Thursday"})
    await talk.settle()
    assert "every Thursday, next on Thursday 26 November" in last_post(talk)


async def test_no_poll_comes_when_the_pulse_is_paused(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ann").types("/pulse pause", channel=PROJ)
    await talk.person("ann").submits({"pulse.until.choose": "2026-12-07"})
    await talk.settle()
    assert "pulse is paused until Monday 7 December" in last_post(talk)
    await talk.at(POLL_DAY)
    assert not has_poll(talk.person("fay"))
    await talk.at(WEEK_LATER)
    assert has_poll(talk.person("fay"))


async def test_no_poll_comes_when_the_pulse_was_stopped(talk: Talk) -> None:
    await set_up(talk)
    await talk.person("ann").types("/pulse stop", channel=PROJ)
    await talk.person("ann").clicks("pulse.pulse.stop")
    await talk.settle()
    assert "has been stopped" in last_post(talk)
    await talk.at(POLL_DAY)
    assert not has_poll(talk.person("fay"))


async def test_pulse_is_handed_over_when_its_owner_says_so(talk: Talk) -> None:
    await set_up(talk, "fay")
    await talk.person("fay").types("/pulse hand over", channel=PROJ)
    await talk.person("fay").submits({"To whom?": "U0BEN"})
    await talk.settle()
    assert "<@U0BEN> looks after this channel's pulse now" in last_post(talk)
    await talk.person("fay").types("/pulse settings", channel=PROJ)
    assert "for whoever looks after this pulse" in talk.person("fay").reads(PROJ)


async def test_somebody_may_take_over_when_the_owner_left(talk: Talk) -> None:
    await set_up(talk, "fay")
    await talk.person("fay").leaves(PROJ)
    await talk.settle()
    assert "Nobody looks after this channel's pulse" in last_post(talk)
    await talk.person("ben").clicks("I'll look after it")
    await talk.settle()
    assert "<@U0BEN> looks after this channel's pulse now" in last_post(talk)


async def test_leaver_isnt_asked_until_they_come_back(talk: Talk) -> None:
    await set_up(talk)
    fay = talk.person("fay")
    posts = len(talk.person("ann").sees(PROJ))
    await fay.clicks("Leave this poll")
    await talk.settle()
    assert len(talk.person("ann").sees(PROJ)) == posts
    await talk.at(POLL_DAY)
    assert not has_poll(fay)
    await fay.clicks("Come back")
    await talk.settle()
    await talk.at(WEEK_LATER)
    assert has_poll(fay)


@pytest.mark.parametrize("word", ["result", "statistics", "pause please"])
async def test_unknown_word_is_answered_with_what_there_is(talk: Talk, word: str) -> None:
    await set_up(talk)
    await talk.person("ann").types(f"/pulse {word}", channel=PROJ)
    ann = talk.person("ann")
    assert "hand over" in ann.reads(PROJ) or "pulse of" in ann.reads_modal()
