"""What of an odd payload passes the door: the rest of a form is read as if that weren't there."""

from typing import Any

import pytest

from bot.slack.door import tidied
from bot.slack.inputs import Form

A, NO_VALUE, NO_TEXT = {"value": "a"}, {"text": "A"}, {"value": 7}


def form(field: dict[str, Any]) -> Form:
    body = {"view": {"id": "V1", "type": "modal", "state": {"values": {"block": {"days": field}}}}}
    return Form.read(tidied(body)["view"]["state"])


@pytest.mark.parametrize("broken", [{}, NO_VALUE, NO_TEXT, None, "a", ["a"]])
def test_an_option_without_a_value_was_not_chosen(broken: object) -> None:
    assert form({"selected_options": [A, broken]}).choices("days") == ["a"]
    assert form({"selected_options": [broken]}).choices("days") == []
    assert form({"selected_option": broken}).choice("days") is None
