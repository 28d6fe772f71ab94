"""Logging a promise, as people live it."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlmodel import text

from tests.rooms.commitments.logged import open_ones
from tests.talk import MONDAY_NOON, Talk


async def test_a_clear_line_is_logged_and_shown_back_in_words_and_local_time(talk: Talk) -> None:
    ann = talk.person("ann")
    outcome = await ann.types("/commit send the deck by Friday 3pm")
    assert outcome.ok
    shown = ann.reads()
    assert "Friday 27 November, 15:00, London time" in shown
    assert "send the deck" in shown
    assert "[Change]" in shown
    assert "[Undo]" in shown
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 27, 15, tzinfo=UTC)


async def test_a_date_alone_is_due_when_that_day_s_work_ends(talk: Talk) -> None:
    await talk.person("ann").types("/commit review the spec tomorrow")
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 24, 17, tzinfo=UTC)
    assert promise.grain == "day"
    shown = " ".join(talk.person("ann").reads().split())
    assert "I'll ask how it went: Wednesday 25 November, 09:30" in shown


async def test_undo_leaves_no_trace(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.clicks("Undo")
    await talk.settle()
    assert "Undone" in ann.reads()
    assert await open_ones(talk) == []


async def test_undo_after_a_quarter_of_an_hour_says_what_to_do_instead(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await talk.at(MONDAY_NOON + timedelta(minutes=16))
    await ann.clicks("Undo")
    await talk.settle()
    assert "They released me" in ann.reads()
    assert len(await open_ones(talk)) == 1


async def test_change_opens_the_form_filled_in_and_puts_it_right(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.clicks("Change")
    assert "send the deck" in ann.reads_modal()
    outcome = await ann.submits({"By what time?": "16:30"})
    assert outcome.ok
    assert "16:30" in ann.reads_modal()
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 27, 16, 30, tzinfo=UTC)
    assert not promise.moved


async def test_a_line_without_a_time_opens_the_form_filled_in_and_says_why(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send Ana the deck")
    assert "I found no time in that" in ann.reads_modal()
    assert "send Ana the deck" in ann.reads_modal()
    await ann.submits({"By which day?": "2026-11-25"})
    assert "Wednesday 25 November, 17:00" in ann.reads_modal()
    assert len(await open_ones(talk)) == 1


async def test_commit_alone_opens_an_empty_form(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit")
    assert "Only you see this" in ann.reads_modal()
    assert "What do you promise?" in ann.reads_modal()


async def test_two_readings_are_asked_about(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit file the report on 12/05")
    assert "Which time did you mean?" in ann.reads_modal()
    outcome = await ann.submits({"Which time did you mean?": "Saturday 5 December, 17:00"})
    assert outcome.ok, outcome
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 12, 5, 17, tzinfo=UTC)
    assert promise.grain == "day"


async def test_a_past_date_is_told_kindly_and_what_was_typed_is_kept(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by yesterday")
    assert "gone by" in ann.reads_modal()
    outcome = await ann.submits({"By which day?": "2026-11-20"})
    assert "gone by" in str(outcome.errors)
    assert "send the deck" in ann.reads_modal()
    assert await open_ones(talk) == []


async def test_ten_thousand_characters_open_the_form_with_all_of_them(talk: Talk) -> None:
    ann = talk.person("ann")
    text = "so many words " * 714 + "end"
    outcome = await ann.types(f"/commit {text} by Friday")
    assert outcome.ok
    shown = ann.reads_modal()
    assert "3,000 characters" in shown
    assert "end by Friday" in shown


async def test_markup_is_shown_as_typed_and_pings_nobody(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit tell <!channel> & <b> by Friday 3pm")
    [promise] = await open_ones(talk)
    assert promise.text == "tell <!channel> & <b>"
    [section] = [
        block
        for block in ann.sees()[-1].blocks
        if block["type"] == "section" and block["text"]["type"] == "plain_text"
    ]
    assert section["text"]["text"] == "tell <!channel> & <b>"


async def test_a_mention_becomes_whom_it_is_promised_to(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit @ben review the spec tomorrow")
    [promise] = await open_ones(talk)
    assert (promise.to_id, promise.text) == ("U0BEN", "review the spec")
    assert "to @ben" in ann.reads()


async def test_what_was_promised_and_where_is_encrypted_where_it_lies(talk: Talk) -> None:
    ann = talk.person("ann")
    await talk.person("ben").types("send me the figures by Friday", channel="C0PROJ")
    await ann.uses_shortcut("commitments.message.track", message=ann.sees("C0PROJ")[-1])
    await ann.submits()
    async with talk.bot.deps.db.read() as session:
        [row] = (await session.execute(text("SELECT text, link FROM commitment"))).all()
    assert row.text
    assert row.link
    assert not any(plain in f"{row}" for plain in ("figures", "slack.com", "C0PROJ"))


async def test_a_form_sent_twice_at_once_logs_one_promise(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck")
    await ann.fills({"By which day?": "2026-11-25"})
    await asyncio.gather(ann.submits(), ann.submits())
    assert len(await open_ones(talk)) == 1


async def test_the_shortcut_opens_the_form(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.uses_shortcut("commitments.promise.start")
    assert "What do you promise?" in ann.reads_modal()


async def test_track_as_a_promise_takes_text_person_time_and_link(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ben.types("Can you send me the figures by Friday 3pm?", channel="C0PROJ")
    message = ann.sees("C0PROJ")[-1]
    await ann.uses_shortcut("commitments.message.track", message=message)
    assert "send me the figures" in ann.reads_modal()
    outcome = await ann.submits()
    assert outcome.ok
    [promise] = await open_ones(talk)
    assert promise.to_id == "U0BEN"
    assert promise.due_at == datetime(2026, 11, 27, 15, tzinfo=UTC)
    assert promise.link == (
        f"https://acme.slack.com/archives/C0PROJ/p{message.ts.replace('.', '')}"
    )


async def test_a_practice_from_the_check_becomes_a_promise_for_the_next_working_day(
    talk: Talk,
) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    answers = {f"trustcheck.answer.{factor}": "3" for factor in "CRIS"}
    await ann.submits(answers)
    outcome = await ann.clicks("I'll do it")
    assert outcome.ok
    assert (await ann.submits()).ok
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 24, 17, tzinfo=UTC)


async def test_a_form_s_promise_can_be_undone_where_it_is_shown(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck")
    await ann.submits({"By which day?": "2026-11-25"})
    await ann.clicks("Undo")
    await talk.settle()
    assert "Undone" in ann.reads_modal()
    assert await open_ones(talk) == []


async def test_a_change_of_time_is_shown_where_the_promise_was_logged(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.clicks("Change")
    await ann.submits({"By what time?": "16:30"})
    await talk.settle()
    assert "16:30" in ann.reads()
    assert "15:00" not in ann.reads()


async def test_a_change_of_time_after_a_quarter_of_an_hour_is_a_move(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await talk.at(MONDAY_NOON + timedelta(minutes=16))
    await ann.clicks("Change")
    await ann.submits({"What do you promise?": "send Ben the deck", "By what time?": "16:30"})
    [promise] = await open_ones(talk)
    assert promise.moved
    assert promise.text == "send Ben the deck"


async def test_the_notice_for_a_free_move_is_said_before_it_is_made(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send the deck by Friday 3pm")
    await ann.types("/trustcheck promises")
    await ann.clicks("Move")
    assert "the promise goes on" in ann.reads_modal()
    await ann.submits({"Which day instead?": "2026-11-30"})
    assert "now due Monday 30 November, 17:00" in ann.reads_modal()
    [promise] = await open_ones(talk)
    assert promise.moved


async def test_a_nudge_becomes_a_promise_from_its_message(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/nudge")
    assert (await ann.clicks("Make it a promise")).ok
    assert (await ann.submits()).ok
    [promise] = await open_ones(talk)
    assert promise.due_at == datetime(2026, 11, 24, 17, tzinfo=UTC)
