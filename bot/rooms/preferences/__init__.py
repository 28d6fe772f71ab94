"""Preferences.

`/trustcheck settings` is one modal for everything somebody may choose; `pause until Friday` gives
quiet until a day, `resume` ends it. All work at once, from everywhere, and say back in words what
changed and when the next slot is.
"""

from bot.deps import Card, Room
from bot.members import quiet
from bot.rooms.preferences import form, handlers, views

ROOM = Room(
    name="preferences",
    words={
        "pause": handlers.on_command_pause,
        "resume": handlers.on_command_resume,
        "settings": handlers.on_command_settings,
    },
    actions={
        views.RESUME: handlers.on_press_resume,
        **{f"{quiet.BEGIN}.{span}": handlers.on_press_begin for span in quiet.SPANS},
        quiet.UNTIL: handlers.on_press_begin,
        views.QUIET: handlers.on_press_quiet,
        views.OPEN: handlers.on_press_settings,
        **{
            f"{views.NOTIFICATION}.{way}": handlers.on_press_notification
            for way in ("discreet", "full")
        },
        **{f"{views.LANGUAGE}.{one}": handlers.on_press_language for one in ("zh-cn", "en")},
    },
    views={form.SEND: handlers.on_submit_settings},
    card=Card(0, handlers.home_card),
)
