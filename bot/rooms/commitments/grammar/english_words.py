"""The English words for days, months and numbers."""

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
WEEKDAY_STEM = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
WEEKDAY = rf"{WEEKDAY_STEM}\b(?:(?<!day)\.)?"  # Fri. has a full stop of its own
WEEKDAY_LIST = (
    rf"{WEEKDAY_STEM}s?\b\.?(?:\s*(?:,\s*and\b|,|/|&|\+|\band\b)\s*{WEEKDAY_STEM}s?\b\.?)*"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "a|an|one",
            "two|a couple of|a couple|couple of",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        start=1,
    )
    for word in words.split("|")
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60}
NUMBER = rf"(?:\d+|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3} | {
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "last": -1,
}
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"
NTH_WORKDAY = r"(?:the\s+)?(?P<nth>first|last)\s+(?:work(?:ing)?|business)\s?day"
DAY_NUMBER = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\b"
# Dec 3 or 4, the 15th-16th: two days, unless an hour follows
OR_DAY = (
    r"(?:\s*(?:\bor\b|-|–|(?:\band\b|&)(?=\s*(?:the\s+)?\d+(?:st|nd|rd|th)))\s*(?:the\s+)?"
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?\b"
    r"(?!\s*(?:[ap]\.?m\b|[:.%/-]\d|o['’]?clock)))?"
)
# "send the", "pay my": something to be done follows, not what is counted or described.
# "the 30th pay rent" too: these verbs are no things as well, but for a pay run and the like.
DOING = (
    r"\s+(?:[a-z]+\s+(?:the|an?|my|our|your|their|his|her|its)\b"
    r"|(?:send|submit|publish|prepare|write|give|tell|bring|deliver|upload|renew"
    r"|pay(?!\s*(?:run|day|slip|che(?:ck|que)|roll|review|rise|raise)))\b)"
)
# may 5 people join, around 10 slides: what a number counts, in small letters, is no name
COUNTED = r"\s+(?:people|(?-i:[a-z]+[^iusA-Z\W]s))\b"
# the 3rd floor, the 2nd draft
NOT_NTH = (
    r"(?!\s+(?:floor|draft|version|page|item|attempt|time|place|quarter|party|phase|round|chapter"
    r"|edition|avenue|street|century|anniversary)\b)"
)
YEAR = r"(?P<y>(?:19|20|21)\d\d|['’]\d\d)\b"


def weekday_of(word: str) -> int:
    return WEEKDAYS.index(word.lower()[:2])


def month_of(word: str) -> int:
    return MONTHS.index(word.lower()[:3]) + 1


def year_of(figures: str) -> int:
    """Give the year of 2027 and of '27."""
    return int(figures) if figures.isdigit() else 2000 + int(figures[1:])


def number_of(word: str) -> int:
    """Give the value of digits or a number word."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
