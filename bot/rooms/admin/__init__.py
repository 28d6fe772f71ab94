"""Admins.

`/trustcheck admin` lets a workspace's admins switch things off for everybody, say who may set up a
pulse, see which teams have one and who set it up, and have things kept for less time. It tells
nothing about a person, and shows no figure.
"""

from bot.deps import Room
from bot.rooms.admin import handlers, views

ROOM = Room(
    name="admin",
    words={"admin": handlers.on_command_admin},
    actions={views.OLDER: handlers.on_press_turn, views.NEWER: handlers.on_press_turn,
             views.TEAMS: handlers.on_press_teams},
    views={views.FORM: handlers.on_submit_choices},
)  # fmt: skip
