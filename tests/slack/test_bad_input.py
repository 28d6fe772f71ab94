"""What bad input gets at the house's door: a clear answer, and nothing lost."""

import asyncio
from typing import Any

import pytest
from sqlmodel import delete
from structlog.testing import capture_logs

from bot.app import ROOMS
from bot.content import Content
from bot.rooms.commitments.tables import Commitment
from bot.slack.notices import other_words
from bot.slack.router import Routes
from tests.talk import PROJ, TEAM, Talk


async def test_an_unknown_word_gets_what_was_probably_meant(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck puase")
    await talk.settle()
    assert "Did you mean `/trustcheck pause`?" in ann.reads()


async def test_what_others_call_a_word_gets_the_word(talk: Talk) -> None:
    """By its letters alone, `delete` would be told that it means `reflect`."""
    for who, typed, meant in (
        ("ann", "stop", "pause"),
        ("ann", "Delete my data", "forget my data"),
        ("ann", "delte", "forget"),
        ("ann", "off", "pause"),
        ("ann", "results", "history"),
        ("chen", "暂停 两周", "pause 两周"),
        ("chen", "暂停两周", "pause"),
        ("chen", "删除", "forget"),
        ("chen", "unsubscribe", "pause"),
    ):
        person = talk.person(who)
        await person.types(f"/trustcheck {typed}")
        newest = person.sees()[-1].blocks[-1]["elements"]
        said = [one["text"]["text"] for one in newest]
        assert said == [f"/trustcheck {meant}", "/trustcheck help"], typed


def test_every_other_word_stands_for_a_word_there_is(content: Content, locale: str) -> None:
    words = Routes.of(ROOMS).words
    others = other_words(content.words(locale))
    assert set(others.values()) <= set(words)
    assert not set(others) & set(words)


async def test_the_suggested_word_runs_when_pressed(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck hlep")
    await ann.clicks("/trustcheck help")
    await talk.settle()
    assert "What you can do here" in ann.reads()


async def test_the_suggested_word_takes_what_stood_behind_the_other(talk: Talk) -> None:
    """Twice, for a press may come twice; a person stays a person; in Chinese too."""
    ann, chen = talk.person("ann"), talk.person("chen")
    await ann.types("/trustcheck meetnig 45", channel=PROJ)
    for _ in range(2):
        await ann.clicks("/trustcheck meeting 45")
        assert "45 minutes" in ann.reads_modal()
        await ann.closes()
    await ann.types("/trustcheck aks @ben", channel=PROJ)
    await ann.clicks("/trustcheck ask @ben")
    assert "@ben" in ann.reads_modal()
    await ann.closes()
    await chen.types("/trustcheck puase 两周")
    await chen.clicks("/trustcheck pause 两周")
    await talk.settle()
    assert "安静" in chen.reads()
    assert "12月7日" in chen.reads()


async def test_a_line_too_long_for_a_button_is_not_cut(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck promies send Ben " + "the long page " * 200)
    assert "takes typing once more" in " ".join(ann.reads().split())
    assert "[/trustcheck promise" not in ann.reads()


async def test_word_may_be_parted_from_the_rest_by_any_space(talk: Talk) -> None:
    """Chinese keyboards type a wide space; pasted text brings others."""
    ann = talk.person("ann")
    for space in ("\u3000", "\u00a0", "\n", "  "):
        await ann.types(f"/trustcheck Meeting{space}45")
        assert "45 minutes, 6 people" in ann.reads_modal()
        await ann.closes()


async def test_gibberish_gets_help(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck xyzzy<!channel>" + "x" * 5000)
    await talk.settle()
    assert "[/trustcheck help]" in ann.reads()
    assert "xyzzy" not in ann.reads()


def marked_up(part: Any) -> str:
    """All text of blocks in which Slack reads markup."""
    if isinstance(part, list):
        return "".join(map(marked_up, part))
    if not isinstance(part, dict):
        return ""
    own = str(part["text"]) if part.get("type") == "mrkdwn" else ""
    return own + "".join(map(marked_up, part.values()))


@pytest.mark.parametrize("said", ["", "林 " * 5000, "x" * 10_000, "<!channel> <@U0BEN> & " * 450])
async def test_every_word_answers_whatever_stands_behind_it(talk: Talk, said: str) -> None:
    """Nothing, ten thousand characters, or what would ping: an answer in time, and no ping."""
    ann = talk.person("ann")
    for word in Routes.of(ROOMS).words:
        before = len(ann.sees()) + len(ann.sees(PROJ))
        with capture_logs() as logs:
            outcome = await ann.types(f"/trustcheck {word} {said}", channel=PROJ)
            await talk.settle()
        assert outcome.ok, word
        assert not [one for one in logs if one["log_level"] == "error"], word
        assert ann.modal or len(ann.sees()) + len(ann.sees(PROJ)) > before, word
        assert "<!channel>" not in marked_up([one.blocks for one in ann.sees()]), word
        assert "<!channel>" not in marked_up(ann.modal), word
        if ann.modal:
            await ann.closes()
    assert not talk.sandbox.shown_errors


async def test_a_form_whose_promise_is_gone_is_answered_kindly(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/commit send Ben the deck by Friday")
    await ann.clicks("Change")
    async with talk.bot.deps.db.write() as session:
        await session.execute(delete(Commitment))
    outcome = await ann.submits({"commitments.form.text": "send Ben the plan"})
    await talk.settle()
    assert outcome.ok
    assert not talk.sandbox.shown_errors
    assert "isn't here any more" in " ".join(ann.reads_modal().split())


async def test_a_form_of_another_version_is_answered_in_their_language(talk: Talk) -> None:
    chen = talk.person("chen")
    await chen.types("/commit 发报告")
    form = talk.sandbox.world.teams[TEAM].members[chen.user_id].modals[-1]
    form.body["private_metadata"] = "another make"
    assert (await chen.submits({"commitments.form.day": "2026-11-27"})).ok
    assert "旧版本" in chen.reads_modal()


async def test_a_card_nobody_knows_is_answered_kindly(talk: Talk) -> None:
    """A message of an older release is pressed."""
    ann = talk.person("ann")
    blocks = [
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "gone.thing.press",
                    "text": {"type": "plain_text", "text": "Old"},
                    "value": "whatever",
                }
            ],
        }
    ]
    await talk.bot.deps.messenger.call(
        talk.workspace, "chat.postMessage", channel="U0ANN", text="old", blocks=blocks
    )
    outcome = await ann.clicks("Old")
    await talk.settle()
    assert outcome.ok
    assert "from an older version" in ann.reads()


async def test_a_mention_answers_the_asker_alone(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    bot = talk.sandbox.world.teams["T0001ACME"].app.bot_user_id
    await ann.types(f"<@{bot}> hello", channel="C0PROJ")
    await talk.settle()
    assert "What you can do here" in ann.reads("C0PROJ")
    assert "What you can do here" not in ben.reads("C0PROJ")


async def test_a_message_to_the_bot_gets_help_once(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("hello?")
    await talk.settle()
    assert ann.reads().count("What you can do here") == 1


async def test_home_shows_a_card_a_room(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.opens_home()
    await talk.settle()
    shown = ann.reads_home()
    for title in ("One small practice a day", "Trust check"):
        assert title in shown


@pytest.mark.timely
async def test_every_ack_is_in_time_while_slack_answers_after_two_and_a_half_seconds(
    talk: Talk,
) -> None:
    talk.sandbox.faults.latency_s = 2.5
    ann, ben, fay = talk.person("ann"), talk.person("ben"), talk.person("fay")
    outcomes = await asyncio.gather(
        ann.types("/trustcheck", channel="C0PROJ"),
        ben.types("/nudge"),
        fay.types("/trustcheck start"),
        talk.person("chen").types("/trustcheck pause 2 weeks"),
        talk.person("deepa").types("/trustcheck help"),
        talk.person("eli").types("/trustcheck nonsense"),
    )
    pressed = await asyncio.gather(
        ben.clicks("Did it"),
        fay.clicks("Every working day"),
        ann.submits(
            {f"trustcheck.answer.{factor}": "3" for factor in ("C", "R", "I", "S")},
        ),
    )
    assert [one.error_shown for one in (*outcomes, *pressed)] == [None] * 9
    talk.sandbox.faults.latency_s = 0.0
