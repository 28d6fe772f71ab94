"""Home and help.

Whoever opens the App Home sees a card a room, the most relevant first. `/trustcheck help`, a
mention in a channel and a message to the bot get the short help. Home is published when it is
opened and after the person's own acts, never to everybody at once.
"""

from bot.deps import Room
from bot.rooms.home import handlers, publishing

ROOM = Room(
    name="home",
    words={"help": handlers.on_command_help},
    events={
        "app_home_opened": handlers.on_event_home_opened,
        "app_mention": handlers.on_event_mention,
        "message": handlers.on_event_message,
    },
    after_act=publishing.after_act,
    errands=publishing.ERRANDS,
)
