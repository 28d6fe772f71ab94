"""`/trustcheck`, as people live it."""

from tests.talk import Talk

ANSWERS = {
    "trustcheck.answer.C": "4",
    "trustcheck.answer.R": "4",
    "trustcheck.answer.I": "2",
    "trustcheck.answer.S": "2",
}


async def test_check_shows_its_deal_before_the_first_question(talk: Talk) -> None:
    ann = talk.person("ann")
    outcome = await ann.types("/trustcheck", channel="C0PROJ")
    assert outcome.ok
    assert "Only you see this" in ann.reads_modal()


async def test_result_stands_in_the_same_modal_with_a_place_to_start(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck", channel="C0PROJ")
    outcome = await ann.submits(ANSWERS)
    assert outcome.ok
    shown = ann.reads_modal()
    assert "Trust 5.0" in shown
    assert "Focus on others, 4.0 of 5" in shown
    assert "A good place to start: Intimacy" in shown
    assert "[I'll do it]" in shown
