"""English lines whose figures stay text, and lines that must ask."""

import pytest

from tests.rooms.commitments.reading import said

FIGURES = [
    ("call 555 by noon", "Mon 2026-03-02 12:00 | call 555"),
    ("call 555-1234 at 3", "Mon 2026-03-02 15:00 | call 555-1234"),
    ("call +1 555 123 4567 by noon", "Mon 2026-03-02 12:00 | call +1 555 123 4567"),
    ("sat down with Bob friday", "Fri 2026-03-06 end of work | sat down with Bob"),
    (
        "talk with Sat about the budget by Monday",
        "Mon 2026-03-09 end of work | talk with Sat about the budget",
    ),
    ("Q3 plan by Friday", "Fri 2026-03-06 end of work | Q3 plan"),
    ("review the Q3 plan by Wednesday", "Wed 2026-03-04 end of work | review the Q3 plan"),
    (
        "reduce costs by 5 percent by Friday",
        "Fri 2026-03-06 end of work | reduce costs by 5 percent",
    ),
    ("reduce costs by 5% by Friday", "Fri 2026-03-06 end of work | reduce costs by 5%"),
    ("raise prices by 10 by Friday", "Fri 2026-03-06 end of work | raise prices by 10"),
    ("read chapters 3-5 by Friday", "Fri 2026-03-06 end of work | read chapters 3-5"),
    ("finish items 1 and 2 by Friday", "Fri 2026-03-06 end of work | finish items 1 and 2"),
    ("review PR 5/6 by Friday", "Fri 2026-03-06 end of work | review PR 5/6"),
    ("review PR #123 by Friday", "Fri 2026-03-06 end of work | review PR #123"),
    ("fix bug 1234 by 3 pm", "Mon 2026-03-02 15:00 | fix bug 1234"),
    ("ship v2.1 by 3/15", "Sun 2026-03-15 end of work | ship v2.1"),
    ("ship 3/4 of the tickets by Thursday", "Thu 2026-03-05 end of work | ship 3/4 of the tickets"),
    ("give 24/7 support by Friday", "Fri 2026-03-06 end of work | give 24/7 support"),
    ("deploy the 10.30 release by Friday", "Fri 2026-03-06 end of work | deploy the 10.30 release"),
    ("pay $5 by 5pm", "Mon 2026-03-02 17:00 | pay $5"),
    ("book a table for 4 at 7pm", "Mon 2026-03-02 19:00 | book a table for 4"),
    ("order 12 donuts for Friday", "Fri 2026-03-06 end of work | order 12 donuts"),
    ("room 4 at 4", "Mon 2026-03-02 16:00 | room 4"),
    ("finalize the 2027 budget by Friday", "Fri 2026-03-06 end of work | finalize the 2027 budget"),
    ("I may go to 5 shops by Friday", "Fri 2026-03-06 end of work | I may go to 5 shops"),
    ("march on Friday", "Fri 2026-03-06 end of work | march"),
    ("second draft by Wednesday", "Wed 2026-03-04 end of work | second draft"),
    ("the 3rd draft by Friday", "Fri 2026-03-06 end of work | the 3rd draft"),
    ("Friday 5 slides", "Fri 2026-03-06 end of work | 5 slides"),
    ("move the 3pm call by Friday", "Fri 2026-03-06 end of work | move the 3pm call"),
    ("review the 3pm deck by Friday", "Fri 2026-03-06 end of work | review the 3pm deck"),
    ("prepare Monday's slides by Friday", "Fri 2026-03-06 end of work | prepare Monday's slides"),
    ("send the Monday report by Friday", "Fri 2026-03-06 end of work | send the Monday report"),
    (
        "read the email from Monday by Wednesday",
        "Wed 2026-03-04 end of work | read the email from Monday",
    ),
    (
        "prepare for the 2pm Thursday meeting by Wednesday noon",
        "Wed 2026-03-04 12:00 | prepare for the 2pm Thursday meeting",
    ),
    ("send the weekly report by Friday", "Fri 2026-03-06 end of work | send the weekly report"),
    ("send yesterday's notes by noon", "Mon 2026-03-02 12:00 | send yesterday's notes"),
    (
        "send `friday 3pm` as an example by Thursday",
        "Thu 2026-03-05 end of work | send `friday 3pm` as an example",
    ),
    (
        "post in <#C12|friday-standup> by Thursday",
        "Thu 2026-03-05 end of work | post in <#C12|friday-standup>",
    ),
    (
        "send <https://x.test/2026-05-04|the May 4 doc> by Friday",
        "Fri 2026-03-06 end of work | send <https://x.test/2026-05-04|the May 4 doc>",
    ),
    ("the May report by Friday", "Fri 2026-03-06 end of work | the May report"),
    (
        "ask June about the budget tomorrow",
        "Tue 2026-03-03 end of work | ask June about the budget",
    ),
    ("1-1 with Bob notes by Friday 10am", "Fri 2026-03-06 10:00 | 1-1 with Bob notes"),
    ("top 10 list by Tues", "Tue 2026-03-03 end of work | top 10 list"),
    ("the 2025 report by end of day", "Mon 2026-03-02 end of work | the 2025 report"),
    ("read pages 10-15 by tomorrow night", "Tue 2026-03-03 21:00 | read pages 10-15"),
    ("10 minute demo for Sam tomorrow", "Tue 2026-03-03 end of work | 10 minute demo for Sam"),
    (
        "every single slide checked by Friday",
        "Fri 2026-03-06 end of work | every single slide checked",
    ),
    ("order 12 pizzas for Thursday noon", "Thu 2026-03-05 12:00 | order 12 pizzas"),
    ("not later than Friday: release", "Fri 2026-03-06 end of work | release"),
    ("up to 5 pages by Friday", "Fri 2026-03-06 end of work | up to 5 pages"),
    ("hire two people by Friday", "Fri 2026-03-06 end of work | hire two people"),
    ("2nd review by the 5th", "Thu 2026-03-05 end of work | 2nd review"),
    ("release 3.10 on Monday", "Mon 2026-03-09 end of work | release 3.10"),
    ("by 3 people by Friday", "Fri 2026-03-06 end of work | by 3 people"),
    ("around 10 slides by Friday", "Fri 2026-03-06 end of work | around 10 slides"),
    ("on the 3rd floor Friday", "Fri 2026-03-06 end of work | on the 3rd floor"),
    ("check every 3 pages by Friday", "Fri 2026-03-06 end of work | check every 3 pages"),
    ("crop the aspect 16:10 by Friday", "Fri 2026-03-06 end of work | crop the aspect 16:10"),
    ("the 10:15 train tomorrow", "Tue 2026-03-03 end of work | the 10:15 train"),
    ("mar the surface Friday", "Fri 2026-03-06 end of work | mar the surface"),
    ("at 50% load test by Thu", "Thu 2026-03-05 end of work | at 50% load test"),
]

ASKS = [
    ("send the deck by 12/05", "ask: Tue 05-12 17:00 or Sat 12-05 17:00 | send the deck"),
    ("send the deck on 3/6 at 3pm", "ask: Fri 03-06 15:00 or Wed 06-03 15:00 | send the deck"),
    ("call Bob at 7", "ask: Mon 03-02 19:00 or Tue 03-03 07:00 | call Bob"),
    ("call Bob tomorrow at 7", "ask: Tue 03-03 07:00 or Tue 03-03 19:00 | call Bob"),
    ("call Bob at 3 or 4", "ask: Mon 03-02 15:00 or Mon 03-02 16:00 | call Bob"),
    ("call Bob 3-4pm tomorrow", "ask: Tue 03-03 15:00 or Tue 03-03 16:00 | call Bob"),
    ("call Bob tomorrow between 3 and 4pm", "ask: Tue 03-03 15:00 or Tue 03-03 16:00 | call Bob"),
    (
        "send the notes Friday or Monday",
        "ask: Fri 03-06 17:00 or Mon 03-09 17:00 | send the notes",
    ),
    (
        "send the deck on Friday and the notes on Monday",
        "ask: Fri 03-06 17:00 or Mon 03-09 17:00 | send the deck on Friday and the notes on Monday",
    ),
    (
        "Monday report by Friday",
        "ask: Fri 03-06 17:00 or Mon 03-09 17:00 | Monday report by Friday",
    ),
    (
        "send the deck by Tuesday 30 November",
        "ask: Tue 03-03 17:00 or Mon 11-30 17:00 | send the deck",
    ),
    ("send the deck by October", "ask: Wed 09-30 17:00 or Sat 10-31 17:00 | send the deck"),
    ("send the deck", "ask: no_time | send the deck"),
    ("review the Q3 plan", "ask: no_time | review the Q3 plan"),
    ("follow up with Bob about Friday", "ask: no_time | follow up with Bob about Friday"),
    ("send the deck soon", "ask: no_time | send the deck soon"),
    ("send the deck in a few days", "ask: no_time | send the deck in a few days"),
    ("call me at home", "ask: no_time | call me at home"),
    ("prepare Monday's slides", "ask: no_time | prepare Monday's slides"),
    ("book a table for 4", "ask: no_time | book a table for 4"),
    ("send the deck by yesterday", "ask: past | send the deck"),
    ("send the deck last Friday", "ask: past | send the deck"),
    ("send the deck today at 9am", "ask: past | send the deck"),
    ("send the deck on 2 March 2025", "ask: past | send the deck"),
    ("send the deck by Feb 30", "ask: unreadable | send the deck"),
    ("send the deck by 25:00", "ask: unreadable | send the deck"),
    ("send the deck at 13pm", "ask: unreadable | send the deck"),
    ("send the deck by the 32nd", "ask: unreadable | send the deck"),
    ("send the deck early next week", "ask: unreadable | send the deck"),
    ("send the deck on March 3 2126", "ask: too_far | send the deck"),
    ("send the deck in 30 years", "ask: too_far | send the deck"),
    ("send the deck in 99999999999999 days", "ask: too_far | send the deck"),
    ("send the deck by 1 hour after noon", "ask: Mon 03-02 13:00 | send the deck"),
    ("not before Friday: release", "ask: no_time | not before Friday: release"),
    ("finish version 2.5", "ask: no_time | finish version 2.5"),
    ("book room 12", "ask: no_time | book room 12"),
    ("finish the 5 slides", "ask: no_time | finish the 5 slides"),
    ("write up 3 options", "ask: no_time | write up 3 options"),
    ("we may need a budget", "ask: no_time | we may need a budget"),
    ("march the team through the plan", "ask: no_time | march the team through the plan"),
    ("call me at 555 1234", "ask: no_time | call me at 555 1234"),
    ("prepare 2 day workshop", "ask: no_time | prepare 2 day workshop"),
    ("draft the annual review", "ask: no_time | draft the annual review"),
    ("every time I merge, tell Bob", "ask: no_time | every time I merge, tell Bob"),
    ("send it by 1430", "Mon 2026-03-02 14:30 | send it"),
    ("send every 5th ticket", "ask: no_time | send every 5th ticket"),
    ("every 2nd page proofread", "ask: no_time | every 2nd page proofread"),
    ("Dec 3 or 4 send it", "ask: Thu 12-03 17:00 or Fri 12-04 17:00 | send it"),
    ("take 5 with Ana", "ask: no_time | take 5 with Ana"),
    ("by 20% cut the bill", "ask: no_time | by 20% cut the bill"),
    ("work on 2 bugs", "ask: no_time | work on 2 bugs"),
    ("call Bo 10 to 2", "ask: no_time | call Bo 10 to 2"),
]


@pytest.mark.parametrize(("line", "expected"), FIGURES)
def test_figures_stay_text_where_they_are_no_time(line: str, expected: str) -> None:
    assert said(line) == expected


@pytest.mark.parametrize(("line", "expected"), ASKS)
def test_line_asks_where_it_is_not_enough(line: str, expected: str) -> None:
    assert said(line) == expected
