"""What promises look like, in each state, in both languages."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.commitments import cards, form, listing, own_up, update, views
from bot.rooms.commitments.capture import Draft
from bot.rooms.commitments.outcome import Counts
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.rules import Ending, Promise, Series
from bot.rooms.commitments.said import Voice, repeats
from bot.rooms.commitments.usecases import Outcome
from bot.sandbox.blocks import check_blocks, check_view
from bot.slack.blocks import finish
from bot.slack.ids import WorkspaceId

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DUE = datetime(2026, 11, 27, 15, tzinfo=UTC)
LONDON, ACME = "Europe/London", WorkspaceId("T1")
HOSTILE = "<!channel> <@U0BEN> & *bold* " * 100
DECK = Told("p1", "Send the deck", int(DUE.timestamp()), "time", "U0BEN")
WEEKLY = replace(
    DECK, id="p2", repeats="FREQ=WEEKLY;BYDAY=FR", link="https://acme.slack.com/x?a=1&b=2"
)
OVERDUE = replace(
    DECK, id="p3", text=HOSTILE, due=int(datetime(2026, 11, 20, 17, tzinfo=UTC).timestamp())
)
STANDING = Promise(NOW, DUE, "time")
IN_SERIES = replace(STANDING, series=Series("FREQ=WEEKLY;BYDAY=FR", DUE, LONDON, DUE))

pytestmark = pytest.mark.parametrize("locale", ["en", "zh-CN"])


@pytest.fixture
def voice(content: Content, locale: str) -> Voice:
    return Voice(content.words(locale), LONDON, NOW)


def ended(ending: Ending, days_ago: int = 1) -> Promise:
    return replace(STANDING, ending=ending, ended_at=NOW - timedelta(days=days_ago))


def test_logged(voice: Voice, snapshot: SnapshotAssertion) -> None:
    message = views.logged(voice, WEEKLY, DUE)
    assert check_blocks(list(message.blocks), surface="message") == []
    assert message == snapshot


@pytest.mark.parametrize("standing", [STANDING, replace(STANDING, ending=Ending.LATE)])
def test_what_is_a_promise_already(
    voice: Voice, standing: Promise, snapshot: SnapshotAssertion
) -> None:
    view = views.said_in_modal(voice, listing.made_before(voice, Outcome(DECK, standing, DUE)))
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize(
    "draft",
    [
        Draft(),
        Draft("Send the deck", "U0BEN", date(2026, 11, 27), time(15), "FREQ=WEEKLY;BYDAY=FR"),
        Draft("File it", readings=(DUE, DUE + timedelta(days=7)), problem="two_readings"),
        Draft("x" * 3000, problem="too_long", rest=HOSTILE * 3),
        Draft(
            "Post it",
            day=DUE.date(),
            recurrence="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            or_recurrence="FREQ=WEEKLY;INTERVAL=3;BYDAY=FR",
            problem="two_rhythms",
        ),
    ],
    ids=["empty", "filled", "two_readings", "too_long", "two_rhythms"],
)
def test_form(voice: Voice, snapshot: SnapshotAssertion, draft: Draft) -> None:
    view = form.promise_form(voice, draft, form.NEW, {"promise": "p1"})
    assert check_view(view) == []
    assert view == snapshot


@pytest.mark.parametrize("late", [False, True])
def test_due_question(voice: Voice, snapshot: SnapshotAssertion, late: bool) -> None:
    data = _data(ask=[OVERDUE, WEEKLY], late=late)
    message = cards.due_message(voice.words, data)
    assert check_blocks(list(message.blocks), surface="message") == []
    assert "deck" not in message.text
    assert message == snapshot


def test_what_rides_in_the_slot(voice: Voice, snapshot: SnapshotAssertion) -> None:
    some = [replace(OVERDUE, id=f"o{n}") for n in range(5)]
    data = _data(ask=some, check=[WEEKLY], today=[DECK])
    blocks = finish(cards.day_parts(voice.words, data))
    assert check_blocks(blocks, surface="message") == []
    assert len(blocks) <= 30
    assert blocks == snapshot


def test_kept_is_asked_by_then_or_later(voice: Voice, snapshot: SnapshotAssertion) -> None:
    assert finish(views.which_parts(voice, OVERDUE)) == snapshot


def test_open_page(voice: Voice, snapshot: SnapshotAssertion) -> None:
    some = [(OVERDUE, STANDING), (WEEKLY, IN_SERIES)]
    more = [(replace(DECK, id=f"m{n}"), STANDING) for n in range(20)]
    view = listing.open_page(voice, [*some, *more], Counts(on_time=3), 0)
    assert check_view(view) == []
    assert view == snapshot


def test_ended_page(voice: Voice, snapshot: SnapshotAssertion) -> None:
    each = [(replace(DECK, id=ending.value), ended(ending)) for ending in Ending]
    counts = Counts(on_time=15, late=3, owned_up=1, no_word=1, released=2, early=2)
    view = listing.ended_page(voice, each, counts, 0)
    assert check_view(view) == []
    assert view == snapshot


def test_home_card(voice: Voice, snapshot: SnapshotAssertion) -> None:
    last = [(replace(DECK, id="e"), ended(Ending.ON_TIME))]
    parts = listing.home_card(voice, [(WEEKLY, IN_SERIES)], last, Counts(on_time=5))
    assert finish(parts, "home") == snapshot


def test_own_up_and_move(voice: Voice, content: Content, snapshot: SnapshotAssertion) -> None:
    wordings = content.catalogue(voice.words.locale).drafts.own_up
    words = own_up.own_up_words(voice, wordings, wordings[0].id, "Send the deck", DUE)
    shown = [
        own_up.own_up_form(voice, wordings, OVERDUE),
        own_up.move_form(voice, DECK, is_free=True),
        own_up.words_view(voice, "Moved.", words, ACME, "U0BEN"),
    ]
    assert [check_view(view) for view in shown] == [[], [], []]
    assert shown == snapshot


def test_update(voice: Voice, content: Content, snapshot: SnapshotAssertion) -> None:
    kind = content.catalogue(voice.words.locale).drafts.update
    words = update.nothing_new(voice, kind, None, WEEKLY, DUE)
    chosen = kind.nothing_new[0].id
    shown = [
        update.update_form(voice, kind, WEEKLY),
        update.update_words(voice, kind, words, WEEKLY, ACME, chosen=chosen),
    ]
    assert [check_view(view) for view in shown] == [[], []]
    assert shown == snapshot


def test_every_recurrence_is_said(voice: Voice, snapshot: SnapshotAssertion) -> None:
    rules = (
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=DAILY;INTERVAL=3;COUNT=4",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270228T235959Z",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3",
    )  # fmt: skip
    assert [repeats(voice, rule) for rule in rules] == snapshot


def _data(**lists: Any) -> dict[str, Any]:
    shown = {
        key: [asdict(one) for one in many] if isinstance(many, list) else many
        for key, many in lists.items()
    }
    empty: dict[str, Any] = {"ask": [], "check": [], "today": [], "late": False, "full": False}
    return {**empty, "zone": LONDON, "now": NOW.isoformat(), **shown}


def test_a_line_that_opened_no_form_is_shown_back(
    voice: Voice, snapshot: SnapshotAssertion
) -> None:
    message = views.ask_again(voice, HOSTILE * 2)
    assert check_blocks(message.blocks, "message") == []
    assert message == snapshot


def test_a_line_to_an_app_is_shown_back(voice: Voice, snapshot: SnapshotAssertion) -> None:
    message = views.to_a_bot(voice, "@polls send it")
    assert check_blocks(message.blocks, "message") == []
    assert message == snapshot


def test_what_was_said_in_a_modal_leads_to_the_list(
    voice: Voice, snapshot: SnapshotAssertion
) -> None:
    view = views.said_in_modal(voice, views.ask_again(voice, "send it").blocks)
    assert check_view(view) == []
    assert view == snapshot
