"""Days off: public holidays by country, and vacations as Slack statuses tell them."""

import re
from datetime import date
from functools import cache

import holidays

VACATION_EMOJI = frozenset(
    {
        "palm_tree",
        "desert_island",
        "beach_with_umbrella",
        "umbrella_on_ground",
        "vacation",
        "holiday",
        "ooo",
        "pto",
    }
)
VACATION_WORDS = (
    r"\bvacation(?:s|ing)?\b",
    r"\bon holidays?\b",
    r"^holidays?$",
    r"\bon leave\b",
    r"\b(?:annual|parental|maternity|paternity|family) leave\b",
    r"\bsabbatical\b",
    r"\b(?:days?|time) off\b",
    r"\bpto\b",
    r"\booo\b",
    r"\bout of (?:the )?office\b",
    r"休假|度假|放假|年假|假期|请假|請假|产假|產假|婚假|不在办公室|不在辦公室",
)
NOT_AWAY = (
    r"\b(?:back|returned|fresh) from (?:my |the |a )?(?:vacation|holidays?|leave|sabbatical|pto)\b",
    r"\b(?:no|not on|before|after) (?:my |the |a )?(?:vacation|holidays?|leave|pto)\b",
    r"(?:休假|度假|假期|放假|年假|产假|產假)(?:刚|剛)?(?:归来|歸來|回来|回來|结束|結束)",
    r"(?:不|没|沒|未)(?:在)?(?:休假|度假|放假)",
)
_VACATION = re.compile("|".join(VACATION_WORDS), re.IGNORECASE)
_NOT_AWAY = re.compile("|".join(NOT_AWAY), re.IGNORECASE)


def is_holiday(on: date, country: str | None) -> bool:
    """Say whether a date is a public holiday throughout a country (ISO 3166), unknown: no.

    Holidays of single provinces or states don't count: we know no one's province.
    """
    calendar = _calendar(country)
    return calendar is not None and on in calendar


def is_working_weekend(on: date, country: str | None) -> bool:
    """Say whether a country works on this weekend day, to make up for a longer holiday.

    Announced a year at a time (for China every November): later years have none yet.
    """
    calendar = _calendar(country)
    if calendar is None or on in calendar:  # asking for a date loads its year
        return False
    return on in calendar.weekend_workdays


@cache
def _calendar(country: str | None) -> holidays.HolidayBase | None:
    if country is None or country not in holidays.list_supported_countries():
        return None
    return holidays.country_holidays(country)


def on_vacation(status_text: str, status_emoji: str) -> bool:
    """Say whether a Slack status tells of a vacation or leave; words win over the emoji."""
    text = status_text.strip()
    if _NOT_AWAY.search(text):
        return False
    emoji = status_emoji.strip(":").partition("::")[0]  # ":surfer::skin-tone-2:"
    return emoji in VACATION_EMOJI or _VACATION.search(text) is not None
