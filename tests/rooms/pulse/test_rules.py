"""Who may set up, start, change and answer a pulse, and when a poll stays shut."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.members.rules import Rhythm
from bot.rooms.pulse.calendar import TeamWeek, timetable
from bot.rooms.pulse.rules import (
    Asker,
    Channel,
    ChannelKind,
    PastPoll,
    PulseSettings,
    Refusal,
    Shut,
    Unanswerable,
    may_answer,
    may_change,
    may_open,
    may_set_up,
    may_start_instant,
)
from bot.rooms.pulse.similarity import OtherPoll
from bot.slack.ids import MemberId

ANN, BEN = MemberId("U1"), MemberId("U2")
MEMBER = Asker(ANN, is_full_member=True)
ADMIN = Asker(BEN, is_full_member=True, is_admin=True)
TEAM = Channel(ChannelKind.PUBLIC, people=8, has_bot=True)
PLAN = timetable(date(2025, 6, 3), [Rhythm(zone="UTC", slot=time(9, 30))], TeamWeek("UTC"))
EIGHT = frozenset(MemberId(f"U{n}") for n in range(8))


@pytest.mark.parametrize(
    ("asker", "channel", "answer"),
    [
        (MEMBER, {}, None),
        (MEMBER, {"kind": ChannelKind.DIRECT_MESSAGE}, Refusal.DIRECT_MESSAGE),
        (MEMBER, {"kind": ChannelKind.GROUP_MESSAGE}, Refusal.GROUP_MESSAGE),
        (MEMBER, {"kind": ChannelKind.PRIVATE}, Refusal.PRIVATE),
        (MEMBER, {"kind": ChannelKind.PRIVATE, "has_bot": False}, Refusal.PRIVATE),
        (ADMIN, {"is_shared": True}, Refusal.SHARED),
        (MEMBER, {"is_archived": True}, Refusal.ARCHIVED),
        (MEMBER, {"has_bot": False}, Refusal.BOT_ABSENT),
        (Asker(ANN, is_full_member=False), {}, Refusal.NOT_FULL_MEMBER),
        (Asker(ANN, is_full_member=False, is_admin=True), {}, Refusal.NOT_FULL_MEMBER),
        (ADMIN, {"people": 0}, Refusal.TOO_SMALL),
        (MEMBER, {"people": 3}, Refusal.TOO_SMALL),
        (MEMBER, {"people": 4}, None),
        (MEMBER, {"people": 50}, None),
        (MEMBER, {"people": 51}, Refusal.LARGE_NEEDS_ADMIN),
        (ADMIN, {"people": 51}, None),
        (ADMIN, {"people": 5000}, None),
    ],
)
def test_set_up_is_refused_by_name_when_it_cannot_be(
    asker: Asker, channel: dict[str, Any], answer: Refusal | None
) -> None:
    assert may_set_up(asker, replace(TEAM, **channel)) is answer


def test_set_up_is_refused_when_the_channel_has_a_pulse() -> None:
    assert may_set_up(MEMBER, TEAM, is_set_up=True) is Refusal.ALREADY_SET_UP


def test_set_up_is_for_admins_when_the_workspace_says_so() -> None:
    assert may_set_up(MEMBER, TEAM, admins_only=True) is Refusal.ADMINS_ONLY
    assert may_set_up(ADMIN, TEAM, admins_only=True) is None


@pytest.mark.parametrize(
    ("asker", "owner", "people", "is_off", "answer"),
    [
        (MEMBER, ANN, 8, False, None),
        (MEMBER, BEN, 8, False, Refusal.OWNER_OR_ADMIN_ONLY),
        (MEMBER, None, 8, False, Refusal.OWNER_OR_ADMIN_ONLY),
        (ADMIN, ANN, 8, False, None),
        (ADMIN, None, 100, False, None),
        (ADMIN, ANN, 101, False, Refusal.TOO_LARGE),
        (MEMBER, ANN, 3, False, Refusal.TOO_SMALL),
        (ADMIN, ANN, 8, True, Refusal.INSTANT_OFF),
    ],
)
def test_instant_poll_is_refused_by_name_when_it_cannot_be(
    asker: Asker, owner: MemberId | None, people: int, is_off: bool, answer: Refusal | None
) -> None:
    channel = replace(TEAM, people=people)
    assert may_start_instant(asker, channel, owner=owner, is_off=is_off) is answer


@pytest.mark.parametrize(
    ("asker", "owner", "may"),
    [(MEMBER, ANN, True), (MEMBER, BEN, False), (MEMBER, None, False), (ADMIN, ANN, True)],
)
def test_settings_are_changed_only_when_owner_or_admin_asks(
    asker: Asker, owner: MemberId | None, may: bool
) -> None:
    assert may_change(asker, owner) is may


@pytest.mark.parametrize("wrong", [{"minimum": 4}, {"weekday": 7}, {"weeks": 3}, {"weeks": 0}])
def test_settings_are_refused_when_no_form_offers_them(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"minimum|pulse"):
        replace(PulseSettings(), **wrong)


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, None),
        ({"paused_until": date(2025, 6, 4)}, Shut.PAUSED),
        ({"paused_until": date(2025, 6, 3)}, None),
        ({"now": PLAN.closes_at}, Shut.MISSED),
        ({"now": PLAN.closes_at - timedelta(seconds=1)}, None),
        ({"previous": PastPoll(date(2025, 5, 20), is_open=True)}, Shut.PREVIOUS_OPEN),
        ({"previous": PastPoll(date(2025, 5, 28), is_open=False)}, Shut.TOO_SOON),
        ({"previous": PastPoll(date(2025, 5, 27), is_open=False)}, None),
        ({"asked": frozenset()}, Shut.TOO_FEW_PEOPLE),
        ({"asked": frozenset(sorted(EIGHT)[:3])}, Shut.TOO_FEW_PEOPLE),
        ({"asked": frozenset(sorted(EIGHT)[:4])}, None),
        ({"others": [OtherPoll(PLAN.opens_at, EIGHT)]}, Shut.ALMOST_SAME_PEOPLE),
    ],
)
def test_poll_stays_shut_by_name_when_it_must(changed: dict[str, Any], answer: Shut | None) -> None:
    facts: dict[str, Any] = {"now": PLAN.opens_at, "plan": PLAN, "asked": EIGHT} | changed
    assert may_open(facts.pop("now"), facts.pop("plan"), facts.pop("asked"), **facts) is answer


@pytest.mark.parametrize(
    ("now", "is_asked", "has_answered", "answer"),
    [
        (PLAN.opens_at, True, False, None),
        (PLAN.opens_at, True, True, Unanswerable.ALREADY_ANSWERED),
        (PLAN.opens_at - timedelta(seconds=1), True, False, Unanswerable.NOT_OPEN_YET),
        (PLAN.closes_at - timedelta(seconds=1), True, False, None),
        (PLAN.closes_at, True, False, Unanswerable.CLOSED),
        (PLAN.results_at, True, True, Unanswerable.CLOSED),
        (datetime(2030, 1, 1, tzinfo=UTC), False, True, Unanswerable.NOT_ASKED),
    ],
)
def test_answer_is_refused_by_name_when_it_is_not_taken(
    now: datetime, is_asked: bool, has_answered: bool, answer: Unanswerable | None
) -> None:
    assert may_answer(now, PLAN, is_asked=is_asked, has_answered=has_answered) is answer
