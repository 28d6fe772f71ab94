"""Drafts.

`draft` shows a message somebody is about to send back to them, with the test of whom it serves
and first-person ways to say a feeling. `thank @ana` has the beginnings of a specific thank-you, to
edit and send themselves. Nothing is stored, and nothing is sent to anybody.
"""

from bot.deps import Room
from bot.rooms.drafts import handlers, views

ROOM = Room(
    name="drafts",
    words={"draft": handlers.on_command_draft, "thank": handlers.on_command_thank},
    actions={
        views.OCCASION: handlers.on_press_occasion,
        views.CHAT: handlers.on_press_chat,
    },
    views={views.MIRROR: handlers.on_submit_mirror, views.THANKS: handlers.on_submit_thanks},
)
