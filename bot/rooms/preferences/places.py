"""Zones and countries as people name them: by code, by city, in English or their own language."""

from collections.abc import Iterable
from functools import cache
from zoneinfo import available_timezones

import holidays
from babel import Locale

ENGLISH = "en"
SHORT = {"UK": "GB", "USA": "US", "UAE": "AE"}


def zone_named(text: str, locale: str) -> str | None:
    """Return the IANA zone that *text* names: "Europe/Berlin", "new york" or "上海"; else None."""
    return _zones(locale).get(_plain(text))


def country_named(text: str, locale: str) -> str | None:
    """Return the ISO 3166 code of a country whose holidays we know: "DE", "Germany" or "德国"."""
    return _countries(locale).get(_plain(SHORT.get(text.strip().upper(), text)))


def country_name(code: str, locale: str) -> str:
    return str(Locale.parse(locale, sep="-").territories.get(code, code))


def language_name(locale: str) -> str:
    """Return what a language calls itself."""
    name = Locale.parse(locale, sep="-").get_display_name()
    return str(name or locale).capitalize()


@cache
def _zones(locale: str) -> dict[str, str]:
    """Index every zone by its name, its own city and, where that is one's, the translated city."""
    known = sorted(available_timezones())
    cities = {_plain(zone.rpartition("/")[2]): zone for zone in known if "/" in zone}
    translated = Locale.parse(locale, sep="-").time_zones
    said = {
        _plain(str(translated[zone]["city"])): zone
        for zone in known
        if "city" in translated.get(zone, ())
    }
    return {**cities, **said, **{_plain(zone): zone for zone in known}}


@cache
def _countries(locale: str) -> dict[str, str]:
    known = [code for code in holidays.list_supported_countries() if len(code) == 2]
    found: dict[str, str] = {}
    for language in (ENGLISH, locale):
        names = Locale.parse(language, sep="-").territories
        found |= _by_name((code, str(names.get(code, code))) for code in known)
    return {**found, **{_plain(code): code for code in known}}


def _by_name(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {_plain(name): code for code, name in named}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())
