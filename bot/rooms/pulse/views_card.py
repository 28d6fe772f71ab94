"""The pulse's card on Home. Pure."""

from collections.abc import Sequence

from blockkit import Section

from bot.content import Words
from bot.rooms.pulse.mentions import channel_link
from bot.rooms.pulse.tables import Pulse
from bot.rooms.pulse.views_team import every
from bot.slack.blocks import ours

MOST = 20  # teams named on Home; more is told as a number


def home_card(words: Words, pulses: Sequence[Pulse]) -> list[Section]:
    """Return the reader's teams with a pulse and when each comes next, or what a pulse is."""
    if not pulses:
        return [Section(ours(words("pulse-home-empty")))]
    lines = [words("pulse-home-title"), *(_line(words, pulse) for pulse in pulses[:MOST])]
    if len(pulses) > MOST:
        lines.append(words("pulse-home-more", count=len(pulses) - MOST))
    return [Section(ours("\n".join(lines)))]


def _line(words: Words, pulse: Pulse) -> str:
    return words(
        "pulse-home-line",
        channel=channel_link(pulse.channel_id),
        every=every(words, pulse.weekday, pulse.weeks),
        on=words.day(pulse.next_on) if pulse.next_on else "",
    )
