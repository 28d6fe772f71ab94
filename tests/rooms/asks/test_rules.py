"""Who may ask whom, and when."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from bot.rooms.asks.rules import is_open, mentioned, resting

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ages = st.none() | st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=200))


@given(ages, ages)
@example(timedelta(days=90), None)
@example(timedelta(days=90) - timedelta(seconds=1), None)
@example(None, timedelta(days=7))
@example(None, timedelta(days=7) - timedelta(seconds=1))
def test_pair_rests_90_days_and_a_person_seven(
    pair: timedelta | None, person: timedelta | None
) -> None:
    found = resting(
        None if pair is None else NOW - pair, None if person is None else NOW - person, NOW
    )
    pair_rests = pair is not None and pair < timedelta(days=90)
    person_rests = person is not None and person < timedelta(days=7)
    assert (found is not None) == (pair_rests or person_rests)
    if found is not None:
        assert found.until > NOW
        assert found.whose == ("pair" if pair_rests else "person")


def test_ask_is_open_for_a_week() -> None:
    almost = NOW + timedelta(days=7) - timedelta(seconds=1)
    assert is_open("open", NOW, almost)
    assert not is_open("open", NOW, NOW + timedelta(days=7))
    assert not is_open("declined", NOW, NOW)


def test_mentioned_names_each_person_once_and_no_groups() -> None:
    text = "<@U1|ana> <@U2> <@U1|ana> <!subteam^S1|@crew> @nobody"
    assert mentioned(text) == ["U1", "U2"]
