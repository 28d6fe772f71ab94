"""What people see of a team's pulse as a whole: the forms, what is refused, news in the channel."""

from datetime import timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content, Words
from bot.rooms.pulse import views_team
from bot.rooms.pulse.management import refusal_id
from bot.rooms.pulse.opening import TOLD
from bot.rooms.pulse.rules import PulseSettings, Refusal, Shut
from bot.slack.ids import UnreadableValue
from bot.slack.inputs import Form
from tests.rooms.pulse.seen import LONDON, NOW, OWNER, PROJ, view_within_limits, within_limits

NEWS = {
    "channel": PROJ,
    "owner": OWNER,
    "on": "2026-12-01",
    "weekday": 1,
    "weeks": 1,
    "minimum": 5,
    "comments": False,
    "until": None,
}


@pytest.mark.parametrize(
    ("settings", "is_new"),
    [
        pytest.param(PulseSettings(), True, id="new"),
        pytest.param(PulseSettings(4, 2, 9, True, "zh-CN"), False, id="to be changed"),
    ],
)
def test_settings_form_holds_what_is_chosen(
    content: Content,
    words: Words,
    snapshot: SnapshotAssertion,
    settings: PulseSettings,
    is_new: bool,
) -> None:
    view = views_team.settings_form(words, content.locales, settings, PROJ, is_new=is_new)
    assert view_within_limits(view) == snapshot


def test_instant_form_is_the_deal(words: Words, snapshot: SnapshotAssertion) -> None:
    assert view_within_limits(views_team.instant_form(words, PROJ)) == snapshot


@pytest.mark.parametrize("why", Refusal)
def test_refusal_names_its_reason(words: Words, snapshot: SnapshotAssertion, why: Refusal) -> None:
    message = views_team.refused(words, words(refusal_id(why)))
    assert within_limits(message) == snapshot


@pytest.mark.parametrize(
    "news",
    [
        pytest.param({"what": "set_up"}, id="set up"),
        pytest.param({"what": "set_up", "weeks": 2, "comments": True}, id="set up fortnightly"),
        pytest.param({"what": "changed"}, id="changed"),
        pytest.param(
            {"what": "changed", "weeks": 2, "weekday": 4, "on": "2026-12-04"},
            id="changed to fortnightly",
        ),
        pytest.param({"what": "paused", "until": "2026-12-30", "on": "2027-01-05"}, id="paused"),
        pytest.param({"what": "resumed"}, id="resumed"),
        pytest.param({"what": "stopped", "on": None}, id="stopped"),
        pytest.param({"what": "handed_over"}, id="handed over"),
        pytest.param({"what": "orphaned", "owner": None}, id="orphaned"),
    ],
)
def test_news_tells_the_channel_what_happened_and_how_to_leave(
    words: Words, snapshot: SnapshotAssertion, news: dict[str, object]
) -> None:
    assert within_limits(views_team.set_up_news(words, {**NEWS, **news})) == snapshot


@pytest.mark.parametrize("enough", [False, True])
@pytest.mark.parametrize("days", [0, 1, 3])
def test_reminder_says_whether_there_are_enough(
    words: Words, snapshot: SnapshotAssertion, days: int, enough: bool
) -> None:
    closes = (NOW + timedelta(days=days, hours=7, minutes=30)).isoformat()
    data = {"enough": enough, "closes": closes, "zone": LONDON, "now": NOW.isoformat()}
    assert within_limits(views_team.reminder(words, data)) == snapshot


@pytest.mark.parametrize("why", sorted(TOLD))
def test_a_poll_that_stays_shut_says_why(
    words: Words, snapshot: SnapshotAssertion, why: Shut
) -> None:
    assert within_limits(views_team.shut_post(words, {"why": why.value})) == snapshot


def test_an_instant_poll_that_stays_shut_says_why(
    words: Words, snapshot: SnapshotAssertion
) -> None:
    said = {why.value: words(f"pulse-instant-{why.replace('_', '-')}") for why in Shut}
    assert said == snapshot


@pytest.mark.parametrize(
    ("choice", "forged"),
    [("minimum", "4"), ("weekday", "9"), ("weeks", "3"), ("language", "xx"), ("language", "")],
)
def test_settings_are_unreadable_when_no_form_offers_them(choice: str, forged: str) -> None:
    offered = {"weekday": "1", "weeks": "1", "minimum": "5", "language": "en"}
    chosen = {**offered, choice: forged}
    values = {f"pulse.{key}.choose": {"selected_option": {"value": chosen[key]}} for key in chosen}
    with pytest.raises(UnreadableValue):
        views_team.read_settings(Form(values), ["en", "zh-CN"])
