"""What the channel reads of the team's promise; no view says who looks after it. Pure."""

from collections.abc import Mapping
from typing import Any

from blockkit import Actions, Button, Input, PlainTextInput, Section

from bot.content import Words
from bot.rooms.pulse.team_promise import Decision, Report
from bot.slack.blocks import Block, Buildable, Message, finish, label, modal, ours, theirs
from bot.slack.ids import encode

OPEN = "pulse.promise.open"
FORM = "pulse.promise.send"
TEXT = "pulse.promise.write"
LOOK_AFTER = "pulse.promise.take"
REPORT = "pulse.promise.report"
DECIDE = "pulse.promise.decide"
MAX_FORM_CHARS = 300


def make_button(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("pulse-promise-make")),
        action_id=OPEN,
        value=encode({"channel": channel}),
    )


def promise_form(words: Words, meta: Mapping[str, Any]) -> Block:
    """Return the form for a promise; *meta*: `channel`, or the `promise` it takes the place of."""
    return modal(
        FORM,
        title=words("pulse-promise-title"),
        parts=[
            Section(ours(words("pulse-promise-deal"))),
            Input(
                label=label(words("pulse-promise-text")),
                hint=label(words("pulse-promise-hint")),
                element=PlainTextInput(action_id=TEXT, max_length=MAX_FORM_CHARS),
                block_id=TEXT,
            ),
        ],
        submit=words("pulse-promise-send"),
        close=words("pulse-not-now"),
        metadata=encode(meta),
    )


def promise_post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return a proposed promise, waiting for somebody or looked after. *data*: `words`, `taken`."""
    parts: list[Buildable | Block] = [
        Section(ours(words("pulse-promise-proposed"))),
        Section(theirs(data["words"])),
    ]
    if data["taken"]:
        parts.append(Section(ours(words("pulse-promise-taken"))))
    else:
        button = Button(
            text=label(words("pulse-promise-look-after")),
            action_id=LOOK_AFTER,
            value=encode({"promise": data["id"]}),
            style=Button.PRIMARY,
        )
        parts.append(Actions([button]))
    return Message(words("pulse-promise-notification"), finish(parts))


def last_promise(words: Words, promise: Mapping[str, str]) -> list[Buildable | Block]:
    """Return how the results open where a promise runs: its text, and how it went."""
    buttons: list[Any] = [
        Button(
            text=label(words(f"pulse-promise-report-{went.value}")),
            action_id=f"{REPORT}.{went.value}",
            value=encode({"promise": promise["id"], "went": went.value}),
        )
        for went in Report
    ]
    return [
        Section(ours(words("pulse-promise-last"))),
        Section(theirs(promise["words"])),
        Actions(buttons),
    ]


def decision_card(words: Words, promise: str) -> Message:
    """Return what whoever reported reads: keep it, change it, or let it go."""
    buttons: list[Any] = [
        Button(
            text=label(words(f"pulse-promise-decide-{decision.value.replace('_', '-')}")),
            action_id=f"{DECIDE}.{decision.value}",
            value=encode({"promise": promise, "decision": decision.value}),
        )
        for decision in Decision
    ]
    text = words("pulse-promise-decide")
    return Message(text, finish([Section(ours(text)), Actions(buttons)]))
