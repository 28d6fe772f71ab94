"""Promises.

`/commit send Ana the deck by Fri 3pm` logs one; what was understood is shown back. When it is
due its owner is asked, and takes their own word: kept, not yet, moved. Missing one leads to
owning up, with words to copy; nothing is sent to anybody. How they ended is told in counts, to
their owner alone.
"""

from bot.deps import Card, Room
from bot.rooms.commitments import (
    clock,
    form,
    handlers,
    handlers_life,
    handlers_list,
    handlers_own_up,
    handlers_update,
    ledger,
    listing,
    overheard,
    own_up,
    silence,
    slot,
    store,
    update,
    views,
)
from bot.rooms.commitments.personal import PERSONAL

ROOM = Room(
    name="commitments",
    words={
        "promise": handlers.on_command_promise,
        "promises": handlers_list.on_command_promises,
    },
    aliases={"/commit": "promise"},
    actions={
        views.OPEN_FORM: handlers.on_press_form,
        views.PRACTICE: handlers.on_press_practice,
        views.TEXT: handlers.on_press_text,
        overheard.LOG: overheard.on_press_log,
        f"{views.DO}.change": handlers_life.on_press_change,
        f"{views.DO}.undo": handlers_life.on_press_undo,
        f"{views.DO}.kept": handlers_life.on_press_kept,
        f"{views.DO}.done": handlers_life.on_press_kept,
        f"{views.DO}.by_due": handlers_life.on_press_by_due,
        f"{views.DO}.later": handlers_life.on_press_later,
        f"{views.DO}.on_track": handlers_life.on_press_on_track,
        f"{views.DO}.at_risk": handlers_own_up.on_press_at_risk,
        f"{views.DO}.not_yet": handlers_own_up.on_press_not_yet,
        f"{views.DO}.move": handlers_own_up.on_press_move,
        f"{views.DO}.update": handlers_update.on_press_update,
        f"{views.DO}.nothing_new": handlers_update.on_press_nothing_new,
        update.NOTHING_NEW: handlers_update.on_press_instead,
        update.CHOOSE: handlers_update.on_press_way,
        own_up.CHAT: handlers_own_up.on_press_chat,
        listing.MENU: handlers_list.on_press_menu,
        listing.CORRECT: handlers_list.on_press_correct,
        listing.FRESH: handlers_list.on_press_fresh,
        **{
            f"{action_id}{where}": handler
            for action_id, handler in (
                (views.OPEN_LIST, handlers_list.on_press_list),
                (listing.ENDED, handlers_list.on_press_ended),
            )
            for where in ("", ".before", ".after")
        },
    },
    views={
        form.NEW: handlers.on_submit_form,
        form.CHANGE: handlers_life.on_submit_change,
        own_up.OWN_UP: handlers_own_up.on_submit_own_up,
        own_up.MOVE: handlers_own_up.on_submit_move,
        update.WRITE: handlers_update.on_submit_update,
        own_up.COPIED: handlers_own_up.on_submit_words,
    },
    shortcuts={
        "commitments.promise.start": handlers.on_shortcut_promise,
        "commitments.message.track": handlers.on_shortcut_message,
    },
    kinds=(clock.KIND,),
    riders=(slot.RIDER,),
    sweeps=(clock.QUESTIONS, silence.SILENCE),
    card=Card(20, handlers_list.home_card),
    follow_through=ledger.follow_through,
    kept=store.kept_between,
    offer=overheard.offer,
    personal=PERSONAL,
)
