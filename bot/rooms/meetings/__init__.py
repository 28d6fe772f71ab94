"""Meetings.

`meeting 45` gives a plan for a virtual meeting of 45 minutes: an opening question, something to
do about every five minutes, a cap on presenting, pauses to digest, and the last minutes to
reflect. It fits the group, can be had in another version, and can be sent to oneself to copy.
Nothing is stored: a plan follows from its four numbers.
"""

from bot.deps import Room
from bot.rooms.meetings import handlers, views
from bot.rooms.meetings.clock import KIND

ROOM = Room(
    name="meetings",
    words={"meeting": handlers.on_command_meeting},
    actions={
        views.PEOPLE: handlers.on_press_people,
        views.ANOTHER: handlers.on_press_another,
        views.SEND: handlers.on_press_send,
    },
    kinds=[KIND],
)
