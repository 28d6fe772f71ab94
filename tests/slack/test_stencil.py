"""Blocks built once, and filled in for each reader."""

import json
from typing import Any

import pytest
from blockkit import Actions, Button, Section

from bot.slack.blocks import finish, label, ours
from bot.slack.ids import encode
from bot.slack.stencil import ID, Stencil, written


def parts(own_id: str) -> list[Any]:
    value = encode({"nudge": own_id})
    button = Button(text=label("Did it"), action_id="nudges.practice.done", value=value)
    return [Section(ours("Say thank you.")), Actions([button])]


def test_a_filled_stencil_is_what_building_for_that_reader_gives() -> None:
    stencil = Stencil(parts(ID))
    for own_id in ("0f3a", "77b1"):
        assert list(stencil.filled(own_id)) == finish(parts(own_id))


def test_filled_blocks_are_sent_as_any_blocks_are() -> None:
    arguments = {"channel": "U0ANN", "text": "约定", "metadata": {"blocks": "}"}}
    sent = json.loads(written({**arguments, "blocks": Stencil(parts(ID)).filled("0f3a")}))
    assert sent == {**arguments, "blocks": finish(parts("0f3a"))}
    assert sent == json.loads(written({**arguments, "blocks": finish(parts("0f3a"))}))


def test_what_one_reader_gets_can_be_changed_without_the_next_one_seeing_it() -> None:
    stencil = Stencil(parts(ID))
    stencil.filled("0f3a")[0]["text"]["text"] = "changed"
    assert "changed" not in json.dumps(list(stencil.filled("77b1")))


def test_what_is_no_id_is_refused() -> None:
    with pytest.raises(ValueError, match="no id of ours"):
        Stencil(parts(ID)).filled('"}')


def test_a_stencil_is_checked_as_any_blocks_are() -> None:
    with pytest.raises(ValueError, match="blocks"):
        Stencil([Section(ours("again"))] * 51)
