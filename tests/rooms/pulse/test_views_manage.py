"""What a team sees of its running pulse, and its owner of the ways to change it."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Words
from bot.members.tables import Member
from bot.rooms.pulse import views_manage
from bot.rooms.pulse.management import Look
from bot.rooms.pulse.rules import Channel, ChannelKind
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.team import Team
from bot.slack.ids import ChannelId
from tests.rooms.pulse.seen import OWNER, PROJ, pulse, view_within_limits, within_limits

HERE = Channel(ChannelKind.PUBLIC, people=6, has_bot=True)


def look(running: Pulse, *, has_left: bool = False) -> Look:
    """The team of *running* as one of its members finds it; only Ann is named."""
    people = [Member(workspace_id="T1", member_id=OWNER)]
    return Look(Team(ChannelId(PROJ), HERE, people, running), None, None, has_left)


@pytest.mark.parametrize("may_change", [False, True], ids=["member", "owner"])
@pytest.mark.parametrize(
    ("running", "has_left"),
    [
        pytest.param(pulse(), False, id="weekly"),
        pytest.param(pulse(weeks=2, has_comments=True, minimum=20), True, id="fortnightly, left"),
        pytest.param(pulse(owner_id=None), False, id="nobody's"),
        pytest.param(pulse(paused_until=date(2026, 11, 30)), False, id="paused"),
    ],
)
def test_status_tells_all_and_offers_changes_to_who_may(
    words: Words, snapshot: SnapshotAssertion, running: Pulse, has_left: bool, may_change: bool
) -> None:
    found = look(running, has_left=has_left)
    resting = running.paused_until is not None
    message = views_manage.status(words, running, found, may_change=may_change, is_resting=resting)
    assert within_limits(message) == snapshot


def test_stop_card_asks_again(words: Words, snapshot: SnapshotAssertion) -> None:
    assert within_limits(views_manage.stop_card(words, PROJ)) == snapshot


def test_pause_form_proposes_a_day(words: Words, snapshot: SnapshotAssertion) -> None:
    view = views_manage.pause_form(words, PROJ, date(2026, 12, 15))
    assert view_within_limits(view) == snapshot


def test_hand_over_form_asks_to_whom(words: Words, snapshot: SnapshotAssertion) -> None:
    assert view_within_limits(views_manage.hand_over_form(words, PROJ)) == snapshot
