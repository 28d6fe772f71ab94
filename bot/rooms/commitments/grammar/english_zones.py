"""English words for a zone beside an hour: "5pm ET", "9:00 UTC+2", "10am her time"."""

from re import Match

from bot.rooms.commitments.grammar.dates import UNREADABLE
from bot.rooms.commitments.grammar.english_spans import TOMORROW
from bot.rooms.commitments.grammar.english_words import WEEKDAY_STEM
from bot.rooms.commitments.grammar.facts import Builder, Facts, Need
from bot.rooms.commitments.grammar.model import Setting

ZONES = {
    "utc": "UTC",
    "gmt": "UTC",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "eastern time": "America/New_York",
    "new york time": "America/New_York",
    "pacific time": "America/Los_Angeles",
    "london time": "Europe/London",
    "uk time": "Europe/London",
    "berlin time": "Europe/Berlin",
    "paris time": "Europe/Paris",
    "india time": "Asia/Kolkata",
    "beijing time": "Asia/Shanghai",
    "shanghai time": "Asia/Shanghai",
    "singapore time": "Asia/Singapore",
    "tokyo time": "Asia/Tokyo",
    "sydney time": "Australia/Sydney",
}
# Said of more than one zone, or known by it alone: asked about.
OTHER_ZONES = (
    r"(?:ct|cst|cdt|mt|mst|mdt|bst|ist|jst|kst|sgt|hkt|aest|aedt|nzst|nzdt)\b"
    r"|(?:her|his|their|your|(?-i:[A-Z][a-z]+)(?:['’]s)?)\s+time\b"
)
LARGEST_OFFSET = 12  # of the zones known by it alone
ALONE = rf"\b(?=\s*(?:$|[,.;:!)]|(?:on|by|at|today|{'|'.join(TOMORROW)}|{WEEKDAY_STEM})\b))"


def _zone(found: Match[str], setting: Setting) -> Facts:
    said = " ".join(found[0].lower().split())
    return Facts(zone=ZONES.get(said) or ZONES[f"{said} time"])


def _offset(found: Match[str], setting: Setting) -> Facts:
    """Read "UTC+2", which IANA names by the opposite sign."""
    if not 0 <= int(found["hours"]) <= LARGEST_OFFSET:
        return UNREADABLE
    return Facts(zone=f"Etc/GMT{'-' if found['sign'] == '+' else '+'}{int(found['hours'])}")


def _unclear(found: Match[str], setting: Setting) -> Facts:
    return UNREADABLE


PATTERNS: tuple[tuple[str, Builder, Need], ...] = (
    (rf"(?:{'|'.join(ZONES).replace(' ', '[ ]')})\b(?![+-]\d)", _zone, Need.BESIDE),
    (rf"(?:eastern|pacific){ALONE}", _zone, Need.BESIDE),
    (rf"(?:central|mountain){ALONE}", _unclear, Need.BESIDE),
    (r"(?:utc|gmt)\s?(?P<sign>[+-])(?P<hours>\d\d?)(?::?00)?\b", _offset, Need.BESIDE),
    (rf"(?:{OTHER_ZONES})", _unclear, Need.BESIDE),
)
