"""`ask @ana`, on both sides."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import UserError
from bot.members import store as members
from bot.rooms.asks import clock, store, usecases
from bot.slack.ids import MemberId
from tests.talk import MONDAY_NOON, Talk

ANN = MemberId("U0ANN")
LINE = "Asked. If an answer comes within a week, it'll be here."
ANNS_SLOT = datetime(2026, 11, 24, 9, 31, tzinfo=UTC)  # Tuesday 09:30 in London
BENS_SLOT = datetime(2026, 11, 24, 17, 31, tzinfo=UTC)  # the same day in Los Angeles
ASKS = "asks you for a second view"


async def ask(talk: Talk, asker: str = "ben", asked: str = "ann") -> str:
    person = talk.person(asker)
    await person.types(f"/trustcheck ask @{asked}", channel="C0PROJ")
    await person.submits()
    return person.reads_modal()


async def answer(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.clicks("Answer")
    await ann.submits(
        {
            "asks.most.choose": "R",
            "asks.more.choose": "I",
            "asks.change.write": "Ask <!channel> & me first",
        }
    )


async def test_asker_sees_what_is_asked_before_it_is(talk: Talk) -> None:
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    assert "one thing you could change" in ben.reads_modal()
    await ben.closes()
    await talk.at(ANNS_SLOT)
    assert talk.person("ann").sees() == []


async def test_ask_rides_in_the_slot_with_the_askers_name_and_the_deal(talk: Talk) -> None:
    assert LINE in await ask(talk)
    ann = talk.person("ann")
    assert ann.sees() == []
    await talk.at(ANNS_SLOT)
    said = ann.reads()
    assert f"@ben {ASKS}" in said
    assert "Only @ben sees this, with your name on it" in said
    assert "ben" not in ann.sees()[-1].text


async def test_ask_comes_once_however_long_nothing_is_said(talk: Talk) -> None:
    await ask(talk)
    for day in range(5):
        await talk.at(ANNS_SLOT + timedelta(days=day))
    assert talk.person("ann").reads().count(ASKS) == 1


async def test_answer_reaches_the_asker_in_their_slot_and_is_read_in_the_window(
    talk: Talk,
) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    await answer(talk)
    assert "@ben will read it" in talk.person("ann").reads_modal()
    await talk.at(BENS_SLOT)
    ben = talk.person("ben")
    assert "An answer arrived." in ben.reads()
    assert "@ann" not in ben.reads()
    assert "Ask <!channel> & me first" not in ben.reads()
    await ben.clicks("Open")
    shown = ben.reads_modal()
    assert "Comes through most: Reliability" in shown
    assert "Ask <!channel> & me first" in shown
    await talk.at(BENS_SLOT + timedelta(days=1))
    assert ben.reads().count("An answer arrived") == 1


@pytest.mark.parametrize("what", ["declined", "switched off", "never seen", "not answered"])
async def test_asker_cannot_tell_why_there_is_no_answer(talk: Talk, what: str) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    if what == "switched off":
        await ann.types("/trustcheck ask off", channel="C0PROJ")
    if what == "never seen":
        await ann.sets_status("Vacationing", ":palm_tree:")
        await talk.settle()
    assert LINE in await ask(talk)
    await talk.at(ANNS_SLOT)
    if what == "declined":
        await ann.clicks("Not this time")
    await talk.at(BENS_SLOT)
    await ben.types("/trustcheck ask", channel="C0PROJ")
    assert f"│ @ann, asked on Monday 23 November\n│ {LINE}\n" in ben.reads_modal()
    assert (ASKS in ann.reads()) == (what == "not answered")
    assert ben.sees() == []
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    assert "You can ask them again from" in ben.reads("C0PROJ")


async def test_ask_is_closed_after_a_week(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    await talk.at(MONDAY_NOON + timedelta(days=7, hours=1))
    ann = talk.person("ann")
    await ann.clicks("Answer")
    await talk.settle()
    assert "This ask is closed" in ann.reads()


async def test_ask_is_closed_for_a_form_left_open(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    await ann.clicks("Answer")
    await ann.fills({"asks.most.choose": "R", "asks.more.choose": "I"})
    await talk.at(MONDAY_NOON + timedelta(days=7, hours=1))
    await ann.submits()
    assert "This ask is closed" in ann.reads_modal()


async def test_ask_has_no_buttons_left_once_it_is_answered(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    await answer(talk)
    await talk.settle()
    said = talk.person("ann").reads()
    assert "You answered. Thank you." in said
    assert "[Answer]" not in said
    assert ASKS not in said


async def test_declining_is_told_in_place(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    await ann.clicks("Not this time")
    await talk.settle()
    assert "Nothing is said about it" in ann.reads()
    assert "[Answer]" not in ann.reads()
    assert len(ann.sees()) == 1


async def test_declining_is_told_beside_the_message_that_cannot_be_read(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    talk.sandbox.faults.add(method="conversations.history", kind="error:missing_scope")
    await ann.clicks("Not this time")
    await talk.settle()
    assert "Nothing is said about it" in ann.reads()
    await ann.clicks("Answer")
    await talk.settle()
    assert "This ask is closed" in ann.reads()


async def test_answer_sent_twice_is_kept_once(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    await ann.clicks("Answer")
    await ann.fills({"asks.most.choose": "R", "asks.more.choose": "I"})
    await asyncio.gather(ann.submits(), ann.submits())
    await talk.at(BENS_SLOT)
    assert talk.person("ben").reads().count("An answer arrived") == 1


async def test_no_asks_for_me_stops_the_next_one_from_anybody(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    await ann.clicks("No asks for me")
    await talk.settle()
    assert "Asks are off for you" in ann.reads()
    await talk.at(ANNS_SLOT + timedelta(days=7))
    assert LINE in await ask(talk, asker="fay")
    await talk.at(ANNS_SLOT + timedelta(days=8))
    assert ASKS not in ann.reads()


async def test_ask_on_its_way_stays_back_where_admins_switch_asks_off(talk: Talk) -> None:
    await ask(talk)
    ann = talk.person("ann")
    await ann.types("/trustcheck admin")
    await ann.submits({"admin.features.choose": ["comments"]})
    await ann.closes()
    await talk.at(ANNS_SLOT)
    assert ASKS not in ann.reads()


async def test_nobody_is_asked_twice_a_week_by_different_people(talk: Talk) -> None:
    await ask(talk)
    fay = talk.person("fay")
    await fay.types("/trustcheck ask @ann", channel="C0PROJ")
    said = " ".join(fay.reads("C0PROJ").split())
    assert "Nobody gets more than one ask a week" in said
    assert "asked again from Tuesday 1 December on" in said
    assert fay.modal is None


async def test_two_asks_at_the_same_moment_make_one(talk: Talk) -> None:
    ben, fay = talk.person("ben"), talk.person("fay")
    for person in (ben, fay):
        await person.types("/trustcheck ask @ann", channel="C0PROJ")
    await asyncio.gather(ben.submits(), fay.submits())
    shown = [person.reads_modal() for person in (ben, fay)]
    assert sum(LINE in one for one in shown) == 1


async def test_same_form_sent_twice_asks_once_and_reads_the_same_line(talk: Talk) -> None:
    ben = talk.person("ben")
    await ben.types("/trustcheck ask @ann", channel="C0PROJ")
    await asyncio.gather(ben.submits(), ben.submits())
    assert LINE in ben.reads_modal()
    await talk.at(ANNS_SLOT)
    assert talk.person("ann").reads().count(ASKS) == 1


async def test_declining_what_was_answered_changes_nothing_and_says_so(talk: Talk) -> None:
    await ask(talk)
    await talk.at(ANNS_SLOT)
    ann = talk.person("ann")
    talk.sandbox.faults.add(method="conversations.history", kind="error:missing_scope")
    await answer(talk)
    await ann.closes()
    await talk.settle()
    await ann.clicks("Not this time")
    await talk.settle()
    assert "You have answered this one" in ann.reads()
    await talk.at(BENS_SLOT)
    assert "An answer arrived" in talk.person("ben").reads()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Pago_Pago"])
async def test_ask_is_not_lost_when_the_zone_changes_between_planning_and_sending(
    talk: Talk, zone: str
) -> None:
    await ask(talk)
    deps, now = talk.bot.deps, ANNS_SLOT + timedelta(hours=12)
    async with deps.db.write() as session:
        ann = await members.ensure_member(session, talk.workspace, ANN)
        planned = await clock.asks_waiting(deps, session, talk.workspace, [ann], now)
        ann.zone = zone
        written = await clock.asks_waiting(deps, session, talk.workspace, [ann], now)
        assert planned == written != {}
        await clock.asks_taken(session, talk.workspace, written, now)
        assert await clock.asks_waiting(deps, session, talk.workspace, [ann], now) == {}


async def test_ask_is_put_in_the_language_its_reader_has_by_then(talk: Talk) -> None:
    await ask(talk)
    ann = talk.person("ann")
    await ann.speaks("zh-CN")
    await talk.settle()
    await talk.at(ANNS_SLOT)
    assert "@ben 想听听你的看法" in ann.reads()


async def test_ask_waits_while_the_other_is_on_vacation(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.sets_status("Vacationing", ":palm_tree:")
    await talk.settle()
    await ask(talk)
    await talk.at(ANNS_SLOT)
    assert ASKS not in ann.reads()
    await ann.sets_status("")
    await talk.settle()
    await talk.at(ANNS_SLOT + timedelta(days=1))
    assert ASKS in ann.reads()


async def test_ask_waits_while_the_other_has_paused(talk: Talk) -> None:
    await ask(talk)
    async with talk.bot.deps.db.write() as session:
        row = await members.ensure_member(session, talk.workspace, ANN)
        row.paused_until = ANNS_SLOT + timedelta(hours=1)
    ann = talk.person("ann")
    await talk.at(ANNS_SLOT)
    assert ASKS not in ann.reads()
    await talk.at(ANNS_SLOT + timedelta(days=1))
    assert ASKS in ann.reads()


async def test_ask_of_somebody_else_cannot_be_answered_or_declined(talk: Talk) -> None:
    await ask(talk)
    deps = talk.bot.deps
    async with deps.db.read() as session:
        [row] = await store.open_to(session, talk.workspace, [ANN], deps.clock.now())
    chen = await deps.people.reader(talk.workspace, MemberId("U0CHEN"))
    with pytest.raises(UserError):
        await usecases.answer(deps, chen, row.ask_id, usecases.Answer("C", "I", ""))
    with pytest.raises(UserError):
        await usecases.decline(deps, chen, row.ask_id)
    async with deps.db.read() as session:
        assert await store.open_to(session, talk.workspace, [ANN], deps.clock.now()) == [row]


async def test_switch_stands_under_the_list(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck ask", channel="C0PROJ")
    assert "You haven't asked anybody yet" in ann.reads_modal()
    await ann.clicks("Switch them off")
    assert "Asks of others don't reach you" in ann.reads_modal()
    await ann.clicks("Switch them on")
    assert "Asks of others reach you" in ann.reads_modal()
