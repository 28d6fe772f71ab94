"""Learning.

`why` tells where the ideas come from, a page each. `leader` holds the four reflections for
leaders and switches the leaders' track of nudges on and off. `pressure` leans the practices
towards attention, safety and steady updates for a fortnight. Both choices are private; the room
offers them to whoever chooses practices.
"""

from bot.deps import Room
from bot.rooms.learning import handlers, store, views
from bot.rooms.learning.personal import PERSONAL

ROOM = Room(
    name="learning",
    words={
        "why": handlers.on_command_why,
        "leader": handlers.on_command_leader,
        "pressure": handlers.on_command_pressure,
    },
    actions={
        views.WHY_CHOOSE: handlers.on_press_why,
        views.WHY_BACK: handlers.on_press_why,
        views.WHY_NEXT: handlers.on_press_why,
        views.LEADER_BACK: handlers.on_press_leader,
        views.LEADER_NEXT: handlers.on_press_leader,
        views.TRACK: handlers.on_press_track,
        views.STOP: handlers.on_press_stop,
    },
    pressure=store.under_pressure,
    leaders=store.leaders,
    personal=PERSONAL,
)
