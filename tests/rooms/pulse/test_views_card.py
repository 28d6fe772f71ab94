"""What Home shows of the pulses somebody is asked in."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.content import Words
from bot.rooms.pulse import views_card
from bot.rooms.pulse.tables import Pulse
from bot.sandbox.blocks import check_blocks
from bot.slack.blocks import finish
from tests.rooms.pulse.seen import pulse


@pytest.mark.parametrize(
    "pulses",
    [
        pytest.param([], id="none"),
        pytest.param([pulse(), pulse("C2", weeks=2, next_on=date(2026, 12, 8))], id="two"),
        pytest.param([pulse(f"C{n:010}", weeks=2) for n in range(13)], id="more than are named"),
    ],
)
def test_home_card_names_the_teams_and_when_each_comes_next(
    words: Words, snapshot: SnapshotAssertion, pulses: list[Pulse]
) -> None:
    blocks = finish(views_card.home_card(words, pulses), "home")
    assert check_blocks(blocks, "home") == []
    assert blocks == snapshot
