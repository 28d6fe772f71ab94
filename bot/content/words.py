"""One language's voice: the interface's messages, and dates and numbers said aloud."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog
from babel import Locale
from babel.dates import format_date, format_time, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle

from bot.errors import ConfigError

_YEAR_IS_SAID_AFTER = timedelta(days=300)

log = structlog.get_logger(__name__)


class Words:
    """Says messages in *locale*, or in the fallback's language where *locale* lacks one."""

    def __init__(
        self, locale: str, bundle: FluentBundle, fallback: FluentBundle, *, strict: bool
    ) -> None:
        self.locale = locale
        self._babel = Locale.parse(locale, sep="-")
        self._bundle = bundle
        self._fallback = fallback
        self._strict = strict

    def __call__(self, message_id: str, /, **args: object) -> str:
        """Say *message_id*, or its attribute as "id.attribute".

        Raises: ConfigError, when strict, for an unknown id or a missing argument. Otherwise
        that is logged, and the person reads as much as there is.
        """
        name, _, attribute = message_id.partition(".")
        for bundle in (self._bundle, self._fallback):
            if bundle.has_message(name):
                message = bundle.get_message(name)
                pattern = message.attributes.get(attribute) if attribute else message.value
                if pattern is not None:
                    text, errors = bundle.format_pattern(pattern, args)
                    for error in errors:
                        self._failed(message_id, str(error))
                    return str(text)
        self._failed(message_id, "no such message")
        return message_id

    def _failed(self, message_id: str, reason: str) -> None:
        if self._strict:
            raise ConfigError(f"{self.locale} {message_id}: {reason}")
        log.error("message_incomplete", message_id=message_id, locale=self.locale)

    def moment(self, at: datetime, zone: str, *, now: datetime) -> str:
        """Say when *at* is, seen from *now*, on the wall clock of *zone* (an IANA name).

        Both instants are aware. An hour that a clock change repeats is said alike both times.
        """
        local, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
        clock = self.time(local.time())
        match (local.date() - today).days:
            case 0:
                return self("common-moment-today", time=clock)
            case 1:
                return self("common-moment-tomorrow", time=clock)
            case -1:
                return self("common-moment-yesterday", time=clock)
        return self("common-moment", day=self.day(local.date(), today=today), time=clock)

    def day(self, on: date, *, today: date | None = None) -> str:
        """Say a date; with its year where *today* is given and more than 300 days away."""
        far = today is not None and abs(on - today) > _YEAR_IS_SAID_AFTER
        pattern = self("common-pattern-day-year" if far else "common-pattern-day")
        return format_date(on, pattern, locale=self._babel)

    def time(self, at: time) -> str:
        """Say a time of day."""
        return format_time(at, self("common-pattern-time"), locale=self._babel)

    def city(self, zone: str) -> str:
        """Name the city an IANA zone is called after."""
        named = get_timezone_location(zone, locale=self._babel, return_city=True)
        return named.rpartition("/")[2]

    def number(self, x: float, digits: int = 1) -> str:
        """Say a number with exactly *digits* decimals."""
        return format_decimal(x, format=f"#,##0.{'0' * digits}".rstrip("."), locale=self._babel)

    def listing(self, items: Sequence[str]) -> str:
        """Say several things as one: "Ana, Ben and Chen"."""
        return format_list(items, locale=self._babel)

    def weekday(self, n: int) -> str:
        """Name a weekday, 0 for Monday."""
        return str(get_day_names("wide", "stand-alone", locale=self._babel)[n])
