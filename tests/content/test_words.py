"""How a language's voice says messages, dates and numbers."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
from structlog.testing import capture_logs

from bot.content import Content, Words
from bot.errors import ConfigError

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday
SOME = """
tests-plain = Hello
tests-named = Hello { $name }
    .title = A title for { $name }
tests-counted = { $count ->
    [one] one promise
   *[other] { $count } promises
}
"""


@pytest.fixture
def words(prompts: Path) -> Words:
    (prompts / "en" / "tests.ftl").write_text(SOME)
    return Content.load(prompts, strict=True).words("en")


@pytest.fixture
def lenient(prompts: Path) -> Words:
    (prompts / "en" / "tests.ftl").write_text(SOME)
    return Content.load(prompts).words("en")


@pytest.fixture
def chinese(prompts: Path) -> Words:
    (prompts / "zh-CN").mkdir()
    (prompts / "zh-CN" / "tests.ftl").write_text("tests-plain = 你好\n", encoding="utf-8")
    return Content.load(prompts, strict=True).words("zh-CN")


def test_message_is_said_with_its_arguments(words: Words) -> None:
    assert words("tests-named", name="Ana") == "Hello Ana"


def test_argument_stands_bare_when_put_into_a_message(words: Words) -> None:
    assert words("tests-named", name="<@U1>") == "Hello <@U1>"


def test_attribute_is_said_when_named_after_a_dot(words: Words) -> None:
    assert words("tests-named.title", name="Ana") == "A title for Ana"


@pytest.mark.parametrize(("count", "said"), [(1, "one promise"), (2, "2 promises")])
def test_plural_follows_the_count(words: Words, count: int, said: str) -> None:
    assert words("tests-counted", count=count) == said


@pytest.mark.parametrize("message_id", ["tests-none", "tests-plain.none"])
def test_unknown_message_raises_when_strict(words: Words, message_id: str) -> None:
    with pytest.raises(ConfigError, match=message_id):
        words(message_id)


def test_missing_argument_raises_when_strict(words: Words) -> None:
    with pytest.raises(ConfigError, match="tests-named"):
        words("tests-named")


def test_unknown_message_is_its_id_and_logged_when_lenient(lenient: Words) -> None:
    with capture_logs() as logs:
        assert lenient("tests-none") == "tests-none"
    assert [(log["event"], log["message_id"]) for log in logs] == [
        ("message_incomplete", "tests-none")
    ]


def test_missing_argument_leaves_the_rest_when_lenient(lenient: Words) -> None:
    with capture_logs():
        assert lenient("tests-named").startswith("Hello ")


def test_message_is_english_when_the_language_lacks_it(chinese: Words) -> None:
    assert chinese("tests-plain") == "你好"
    assert chinese("common-someone") == "someone you haven't spoken to this week"


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(hours=5), "today 15:00"),
        (timedelta(days=1, hours=5), "tomorrow 15:00"),
        (timedelta(days=-1, hours=5), "yesterday 15:00"),
        (timedelta(days=3, hours=5), "Friday 27 November, 15:00"),
        (timedelta(days=300, hours=5), "Monday 20 September, 15:00"),
        (timedelta(days=301, hours=5), "Tuesday 21 September 2027, 15:00"),
        (timedelta(days=-400, hours=5), "Monday 20 October 2025, 15:00"),
    ],
)
def test_moment_is_said_as_seen_from_now(words: Words, later: timedelta, said: str) -> None:
    assert words.moment(NOW + later, "UTC", now=NOW) == said


def test_moment_is_tomorrow_when_it_is_already_tomorrow_there(words: Words) -> None:
    at = datetime(2026, 11, 24, 20, tzinfo=UTC)
    assert words.moment(at, "Pacific/Auckland", now=NOW) == "tomorrow 09:00"


def test_moment_raises_when_the_zone_no_longer_exists(words: Words) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        words.moment(NOW, "Atlantis/Capital", now=NOW)


def test_day_is_said_without_a_year_when_nothing_is_known_of_today(words: Words) -> None:
    assert words.day(date(2031, 1, 2)) == "Thursday 2 January"


def test_time_is_said_on_the_24_hour_clock(words: Words) -> None:
    assert words.time(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("x", "digits", "said"),
    [(6, 1, "6.0"), (0.6, 1, "0.6"), (1234.4, 0, "1,234"), (-2, 2, "-2.00")],
)
def test_number_has_exactly_its_digits(words: Words, x: float, digits: int, said: str) -> None:
    assert words.number(x, digits) == said


def test_listing_joins_with_and(words: Words) -> None:
    assert words.listing(["Ana", "Ben"]) == "Ana and Ben"


def test_listing_is_empty_when_nothing_is_listed(words: Words) -> None:
    assert words.listing([]) == ""


def test_weekday_counts_from_monday(words: Words) -> None:
    assert (words.weekday(0), words.weekday(6)) == ("Monday", "Sunday")


def test_weekday_is_said_in_the_language(chinese: Words) -> None:
    assert chinese.weekday(2) == "星期三"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/London", "London"),
        ("America/Los_Angeles", "Los Angeles"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_called_after_its_city(words: Words, zone: str, said: str) -> None:
    assert words.city(zone) == said


def test_a_city_has_its_chinese_name(chinese: Words) -> None:
    assert chinese.city("Europe/London") == "伦敦"
