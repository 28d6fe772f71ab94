"""Reflection.

`reflect` guides somebody through "it's me, not you": a strained working relationship, its story as
it is usually told, the moments when one's own goals came first, and the story retold with a new
last line, with one repair to commit to if there is one to make. The steps live in the window
alone; at the end they are kept encrypted, or not at all.
"""

from bot.deps import Room
from bot.rooms.reflection import handlers, views
from bot.rooms.reflection.personal import PERSONAL

ROOM = Room(
    name="reflection",
    words={"reflect": handlers.on_command_reflect},
    actions={
        views.KEPT: handlers.on_press_kept,
        views.OLDER: handlers.on_press_turn,
        views.NEWER: handlers.on_press_turn,
        views.DROP: handlers.on_press_drop,
    },
    views={views.STEP: handlers.on_submit_step, views.END: handlers.on_submit_end},
    personal=PERSONAL,
)
