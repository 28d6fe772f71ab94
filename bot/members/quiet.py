"""*Pause…*: the window in which somebody says for how long; any room may open it. Pure."""

from typing import Any

from blockkit import Actions, Button, Context, DatePicker, Section

from bot.content import Words
from bot.slack.blocks import Block, label, modal, ours
from bot.slack.ids import encode

# The preferences room answers these.
BEGIN = "preferences.quiet.begin"  # with a span: {"days": n}
UNTIL = "preferences.quiet.until"  # a date picker
SPANS = {"week": 7, "fortnight": 14, "month": 30}  # days


def quiet_view(words: Words) -> Block:
    """Return the question how long it is to be quiet."""
    spans: list[Any] = [
        Button(
            text=label(words(f"members-quiet-{span}")),
            action_id=f"{BEGIN}.{span}",
            value=encode({"days": days}),
        )
        for span, days in SPANS.items()
    ]
    until: list[Any] = [
        DatePicker(action_id=UNTIL, placeholder=label(words("members-quiet-until")))
    ]
    return modal(
        "preferences.quiet.choose",
        title=words("members-quiet-title"),
        parts=[
            Section(ours(words("members-quiet-ask"))),
            Actions(spans),
            Actions(until),
            Context([ours(words("members-quiet-typed"))]),
        ],
        close=words("house-close"),
    )
