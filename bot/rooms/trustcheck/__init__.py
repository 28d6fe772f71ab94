"""The trust check.

A person types `/trustcheck` and answers four statements from 1 to 5. The answers give the four
factors of the Trust Equation and T itself, shown at once and only to them, with the factor to
start with and one practice for it. Subject and scores are kept encrypted.
"""

from bot.deps import Card, Room
from bot.rooms.trustcheck import handlers, views
from bot.rooms.trustcheck.usecases import weakest_of

ROOM = Room(
    name="trustcheck",
    words={"": handlers.on_command_quick},
    actions={views.OPEN: handlers.on_press_open},
    views={views.QUICK: handlers.on_submit_quick},
    shortcuts={"trustcheck.quick.start": handlers.on_shortcut_quick},
    card=Card(30, handlers.home_card),
    weakest=weakest_of,
)
