"""Asks.

`ask @ana` asks Ana for a second view: what comes through most in working with the asker, what
would help most, and, if she likes, one thing to change. It rides once in her daily slot. The asker
reads the same line whatever happens, until an answer comes: nobody can tell a no from a switch
that is off, or from a message that was never seen. Once per pair in 90 days, to one person once a
week.
"""

from bot.deps import Room
from bot.rooms.asks import clock, handlers, views
from bot.rooms.asks.personal import PERSONAL

ROOM = Room(
    name="asks",
    words={"ask": handlers.on_command_ask},
    actions={
        views.ANSWER: handlers.on_press_answer,
        views.DECLINE: handlers.on_press_decline,
        views.SWITCH_OFF: handlers.on_press_switch_off,
        views.LIST: handlers.on_press_list,
        views.OLDER: handlers.on_press_turn,
        views.NEWER: handlers.on_press_turn,
        views.SWITCH: handlers.on_press_switch,
    },
    views={views.ASK: handlers.on_submit_ask, views.SEND: handlers.on_submit_answer},
    riders=[clock.ASK, clock.ANSWER],
    personal=PERSONAL,
)
