"""Preferences.

`/trustcheck pause 2 weeks` gives quiet until a day, `/trustcheck resume` ends it; both work at
once, from everywhere, and say back what they did and when the next slot is.
"""

from bot.deps import Room
from bot.rooms.preferences import handlers, views

ROOM = Room(
    name="preferences",
    words={"pause": handlers.on_command_pause, "resume": handlers.on_command_resume},
    actions={views.RESUME: handlers.on_press_resume},
)
