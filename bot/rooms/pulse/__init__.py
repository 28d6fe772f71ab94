"""The weekly pulse.

Somebody sets it up in a channel; the channel is told. On the poll's day each member gets the
poll in their own slot and answers in a form; the answers are only counted, never kept, and who
answered is a keyed hash whose key goes when the poll closes. From five answers on the channel
reads coarse figures; below that the week stays closed.
"""

from bot.deps import Room
from bot.rooms.pulse import (
    card,
    clock,
    events,
    handlers,
    handlers_comments,
    handlers_promise,
    handlers_team,
    instant,
    posts,
    promises,
    thread,
    views,
    views_comments,
    views_manage,
    views_promise,
    views_results,
    views_team,
)
from bot.rooms.pulse import handlers_manage as manage
from bot.rooms.pulse.overview import teams_of
from bot.rooms.pulse.personal import PERSONAL, forget_owner
from bot.rooms.pulse.team_promise import Decision, Report

ROOM = Room(
    name="pulse",
    words={"pulse": handlers_team.on_command_pulse, "team": handlers_team.on_command_team},
    aliases={"/pulse": "pulse"},
    actions={
        views.ANSWER: handlers.on_press_answer,
        views.SKIP: handlers.on_press_skip,
        views.LEAVE: handlers.on_press_leave,
        views.COME_BACK: handlers.on_press_come_back,
        views_manage.RESULTS: handlers_team.on_press_results,
        views_manage.HISTORY: handlers_team.on_press_history,
        views_results.CSV: handlers_team.on_press_csv,
        views_manage.SETTINGS: manage.opens(manage.settings_view),
        views_manage.PAUSE: manage.opens(manage.pause_view),
        views_manage.RESUME: manage.on_press_resume,
        views_manage.HAND_OVER: manage.opens(manage.hand_over_view),
        views_manage.STOP: manage.on_press_stop,
        views_comments.MENU: handlers_comments.on_press_comment,
        views_comments.REMOVE: handlers_comments.on_press_comment,
        views_promise.OPEN: handlers_promise.on_press_open,
        views_promise.LOOK_AFTER: handlers_promise.on_press_look_after,
        **{f"{views_promise.REPORT}.{went}": handlers_promise.on_press_report for went in Report},
        **{f"{views_promise.DECIDE}.{what}": handlers_promise.on_press_decide for what in Decision},
        views_team.TAKE_OVER: manage.on_press_take_over,
    },
    views={
        views.FORM: handlers.on_submit_answer,
        views_team.SET_UP: handlers_team.on_submit_set_up,
        views_promise.FORM: handlers_promise.on_submit_promise,
        views_team.INSTANT: handlers_team.on_submit_instant,
        views_team.CHANGE: handlers_team.on_submit_settings,
        views_manage.PAUSE_FORM: manage.on_submit_pause,
        views_manage.HAND_OVER_FORM: manage.on_submit_hand_over,
    },
    events={
        "member_left_channel": events.on_event_member_left,
        "channel_shared": events.on_event_shared,
        "channel_unshared": events.on_event_unshared,
    },
    kinds=(*clock.KINDS, *posts.KINDS, *thread.KINDS, *instant.KINDS, *promises.KINDS),
    claims=(clock.CLAIM,),
    sweeps=clock.SWEEPS,
    card=card.CARD,
    personal=PERSONAL,
    forgets=forget_owner,
    teams=teams_of,
)
