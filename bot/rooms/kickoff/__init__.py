"""Kickoff.

At the beginning of a team each member may say, in its channel, what they bring, what they hope
for, and one thing beyond work. Everything is optional and looked at before it is posted. One post
in the channel collects it; who comes later is added to it, and everybody can take theirs back.
"""

from bot.deps import Room
from bot.rooms.kickoff import handlers, posting, views
from bot.rooms.kickoff.personal import PERSONAL

ROOM = Room(
    name="kickoff",
    words={"kickoff": handlers.on_command_kickoff},
    actions={
        views.ADD: handlers.on_press_add,
        views.CHANGE: handlers.on_press_change,
        views.DELETE: handlers.on_press_delete,
        views.READ: handlers.on_press_read,
        views.OLDER: handlers.on_press_turn,
        views.NEWER: handlers.on_press_turn,
    },
    views={views.FORM: handlers.on_submit_form, views.PREVIEW: handlers.on_submit_preview},
    kinds=posting.KINDS,
    personal=PERSONAL,
    forgets=posting.forget_entries,
)
