"""Saying things to somebody: instants by their clock, recurrences in their words. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.content import Words
from bot.members.reader import Reader
from bot.rooms.commitments.grammar.recurrence import WEEKDAY_CODES

WORKING_WEEK = ["MO", "TU", "WE", "TH", "FR"]


@dataclass(frozen=True)
class Voice:
    """How to speak to somebody: in their words, by the wall clock of *zone*, seen from *now*."""

    words: Words
    zone: str
    now: datetime

    def __call__(self, message_id: str, /, **args: object) -> str:
        return self.words(message_id, **args)

    def moment(self, at: datetime) -> str:
        return self.words.moment(at, self.zone, now=self.now)

    @property
    def zone_name(self) -> str:
        """The zone as people know it: London, for Europe/London."""
        return self.words.city(self.zone)


def voice_of(words: Words, who: Reader, now: datetime) -> Voice:
    return Voice(words, who.zone, now)


def repeats(voice: Voice, recurrence: str) -> str:
    """Say an RRULE: "every other Tuesday, until Sunday 28 February"."""
    parts = dict(part.split("=", 1) for part in recurrence.split(";"))
    words = voice.words
    said = _pattern(words, parts)
    if "COUNT" in parts:
        said = words("commitments-repeats-times", said=said, count=int(parts["COUNT"]))
    if "UNTIL" in parts:
        last = datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        day = words.day(last.astimezone(ZoneInfo(voice.zone)).date(), today=voice.now.date())
        said = words("commitments-repeats-until", said=said, day=day)
    return said


def _pattern(words: Words, parts: dict[str, str]) -> str:
    step = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "DAILY":
            return words("commitments-repeats-daily", step=step)
        case "WEEKLY":
            return _weekly(words, parts["BYDAY"].split(","), step)
        case "MONTHLY":
            return _monthly(words, parts, step)
    return words("commitments-repeats-yearly", step=step)


def _weekly(words: Words, codes: list[str], step: int) -> str:
    if sorted(codes) == sorted(WORKING_WEEK) and step == 1:
        return words("commitments-repeats-workdays")
    days = words.listing([words.weekday(WEEKDAY_CODES.index(code)) for code in codes])
    return words("commitments-repeats-weekly", step=step, days=days)


def _monthly(words: Words, parts: dict[str, str], step: int) -> str:
    if "BYSETPOS" in parts:
        which = "last" if parts["BYSETPOS"] == "-1" else "first"
        return words(f"commitments-repeats-{which}-workday")
    if "BYDAY" in parts:
        nth, code = int(parts["BYDAY"][:-2]), parts["BYDAY"][-2:]
        day = words.weekday(WEEKDAY_CODES.index(code))
        return words("commitments-repeats-nth-weekday", step=step, nth=nth, day=day)
    if parts["BYMONTHDAY"] == "-1":
        if "BYMONTH" in parts:
            return words("commitments-repeats-quarter-end")
        return words("commitments-repeats-month-end", step=step)
    days = words.listing(parts["BYMONTHDAY"].split(","))
    return words("commitments-repeats-monthly", step=step, days=days)
