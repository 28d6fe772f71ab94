"""The codec for values: what old releases wrote stays readable or is known to be old."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.ids import UnreadableValue, decode, encode

JSON = st.dictionaries(
    st.text(max_size=8).filter(lambda key: key != "v"),
    st.integers(-(2**63), 2**63) | st.text(max_size=8),
    max_size=8,  # what it may come to with every character escaped stays within Slack's limit
)


@given(JSON)
def test_what_was_encoded_comes_back(data: dict[str, object]) -> None:
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["nonsense", "[1]", "null", '{"v":99}', '{"a":1}'])
def test_a_value_of_another_make_is_called_unreadable(text: str) -> None:
    with pytest.raises(UnreadableValue):
        decode(text)


def test_an_absent_value_is_an_empty_one() -> None:
    assert decode(None) == decode("") == {}


def test_a_value_slack_would_refuse_is_never_made() -> None:
    with pytest.raises(ValueError, match="2000"):
        encode({"text": "x" * 2001})


def test_a_value_of_version_1_is_read() -> None:
    """Written by the first release; messages outlive releases."""
    assert decode('{"nudge":"abc","practice":"S-hello","v":1}') == {
        "nudge": "abc",
        "practice": "S-hello",
    }
