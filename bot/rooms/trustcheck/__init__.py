"""The trust check.

A person types `/trustcheck` and answers four statements from 1 to 5; `full` has twenty, over five
pages. The answers give the four factors of the Trust Equation and T itself, shown at once and only
to them, with the factor to start with and one practice for it. `history` shows the pattern of
several checks, and sends it as a chart. Subject and scores are kept encrypted.
"""

from bot.deps import Card, Room
from bot.rooms.trustcheck import (
    clock,
    full_handlers,
    full_views,
    handlers,
    history_handlers,
    history_views,
    views,
)
from bot.rooms.trustcheck.personal import PERSONAL
from bot.rooms.trustcheck.usecases import weakest_of

ROOM = Room(
    name="trustcheck",
    words={
        "": handlers.on_command_quick,
        "full": full_handlers.on_command_full,
        "history": history_handlers.on_command_history,
    },
    actions={
        views.OPEN: handlers.on_press_open,
        full_views.BACK: full_handlers.on_press_back,
        views.HISTORY: history_handlers.on_press_history,
        history_views.SUBJECT: history_handlers.on_press_turn,
        history_views.OLDER: history_handlers.on_press_turn,
        history_views.NEWER: history_handlers.on_press_turn,
        history_views.CHART: history_handlers.on_press_chart,
    },
    views={
        views.QUICK: handlers.on_submit_quick,
        full_views.PAGE: full_handlers.on_submit_page,
    },
    shortcuts={"trustcheck.quick.start": handlers.on_shortcut_quick},
    kinds=[clock.CHART, clock.CHART_IN_WORDS],
    sweeps=clock.SWEEPS,
    card=Card(30, handlers.home_card),
    weakest=weakest_of,
    shown_in=handlers.shown_in,
    personal=PERSONAL,
)
