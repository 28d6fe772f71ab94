"""Nudges.

Whoever presses *Start* gets one small relationship practice at their local slot, on the days of
their rhythm: four of five from the time-tested principles, one virtual. What is pressed is shown
in place and feeds the next choice, a pure function of catalogue, history and tastes. Where nobody
reacts they become fewer by themselves; a Friday recap may take a nudge's place.
"""

from bot.deps import Card, Room
from bot.rooms.nudges import (
    clock,
    handlers,
    home,
    recap,
    recap_handlers,
    recap_views,
    slowing,
    views,
)
from bot.rooms.nudges.elsewhere import practice_of
from bot.rooms.nudges.personal import PERSONAL
from bot.rooms.nudges.promising import promised
from bot.rooms.nudges.usecases import RHYTHMS

ROOM = Room(
    name="nudges",
    words={"nudge": handlers.on_command_nudge, "start": handlers.on_command_start},
    aliases={"/nudge": "nudge"},
    actions={
        **{f"{views.START}.{rhythm}": handlers.on_press_start for rhythm in RHYTHMS},
        views.BACK: handlers.on_press_back,
        views.DONE: handlers.on_press_done,
        views.ANOTHER: handlers.on_press_another,
        views.MENU: handlers.on_press_menu,
        recap_views.OPEN: recap_handlers.on_press_open,
    },
    kinds=(clock.KIND, recap.KIND),
    claims=(recap.CLAIM, clock.CLAIM),
    riders=(slowing.NEWS,),
    card=Card(10, home.home_card),
    practice_of=practice_of,
    may_promise=handlers.on_practice_wanted,
    promised=promised,
    personal=PERSONAL,
)
