"""Nudges.

Whoever presses *Start* gets one small relationship practice at their local slot, on the days of
their rhythm: four of five from the time-tested principles, one virtual. *Did it*, *Another* and
*Not this practice* are shown in place and feed the next choice, which is a pure function of
catalogue, history and tastes.
"""

from bot.deps import Card, Room
from bot.rooms.nudges import clock, handlers, views
from bot.rooms.nudges.personal import PERSONAL
from bot.rooms.nudges.usecases import RHYTHMS

ROOM = Room(
    name="nudges",
    words={"nudge": handlers.on_command_nudge, "start": handlers.on_command_start},
    aliases={"/nudge": "nudge"},
    actions={
        **{f"{views.START}.{rhythm}": handlers.on_press_start for rhythm in RHYTHMS},
        views.DONE: handlers.on_press_done,
        views.ANOTHER: handlers.on_press_another,
        views.MENU: handlers.on_press_menu,
    },
    kinds=(clock.KIND,),
    claims=(clock.CLAIM,),
    card=Card(10, handlers.home_card),
    personal=PERSONAL,
)
