"""Moments as they are typed at the demo's prompt."""

from datetime import UTC, datetime

import pytest

from bot.demo.moments import read_moment

NOW = datetime(2026, 11, 23, 17, 45, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("tomorrow 09:30", datetime(2026, 11, 24, 9, 30, tzinfo=UTC)),
        ("fri 17:00", datetime(2026, 11, 27, 17, 0, tzinfo=UTC)),
        ("18:00", datetime(2026, 11, 23, 18, 0, tzinfo=UTC)),
        ("9:30", datetime(2026, 11, 24, 9, 30, tzinfo=UTC)),
        ("+2h", datetime(2026, 11, 23, 19, 45, tzinfo=UTC)),
        ("2026-12-01 08:00", datetime(2026, 12, 1, 8, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_when_it_is_plain(typed: str, at: datetime) -> None:
    assert read_moment(typed, NOW, "Europe/London") == at


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "yesterday 09:00", "2020-01-01 08:00"])
def test_anything_else_says_what_would_do(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_moment(typed, NOW, "Europe/London")
