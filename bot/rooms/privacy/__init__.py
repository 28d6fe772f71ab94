"""Privacy.

`privacy` tells what is stored, why, how long and who sees it. `export` sends somebody everything
of theirs as a readable file, deleted again after a day. `forget` asks once and then erases it all
at once, deletes what the bot said to them, and keeps a mark that names nobody, so that no sync
brings them back. What has had its time is let go of every night.
"""

from bot.deps import Room
from bot.rooms.privacy import clock, handlers, views

ROOM = Room(
    name="privacy",
    words={
        "privacy": handlers.on_command_privacy,
        "export": handlers.on_command_export,
        "forget": handlers.on_command_forget,
    },
    actions={
        views.START_EXPORT: handlers.on_press_export,
        views.OPEN_FORGET: handlers.on_press_forget,
    },
    views={views.FORGET: handlers.on_submit_forget},
    errands=clock.ERRANDS,
    sweeps=[clock.UNINSTALLED],
)
