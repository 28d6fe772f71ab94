"""What the Friday recap looks like: a line with a button, and the week in a window. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from blockkit import Actions, Button, Context, Section

from bot.content import Words
from bot.ports import FollowThrough
from bot.slack.blocks import Block, Message, clipped, finish, label, modal, ours
from bot.slack.ids import encode

OPEN = "nudges.recap.open"
MAX_IDEAS = 8
MAX_IDEA_CHARS = 300


def recap_card(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the message that says the recap is there."""
    button = Button(
        text=label(words("nudges-recap-open")),
        action_id=OPEN,
        value=encode({"until": data["until"]}),
    )
    text = words("nudges-recap")
    return Message(text, finish([Section(ours(text)), Actions([button])]))


def recap_view(
    words: Words,
    factors: Sequence[str],
    ideas: Sequence[str],
    kept: int,
    promises: FollowThrough | None,
) -> Block:
    """Return the week: practices done by factor and idea, promises kept, how they ended lately."""
    parts: list[Any] = []
    if factors or not kept:
        parts.append(Section(ours(words("nudges-recap-done", count=len(factors)))))
    if factors:
        parts.append(Section(ours(_by_factor(words, factors))))
    parts += [Context([ours(clipped(idea, MAX_IDEA_CHARS))]) for idea in ideas[:MAX_IDEAS]]
    if kept:
        parts.append(Section(ours(words("nudges-recap-kept", count=kept))))
    if promises is not None:
        said = words("nudges-recap-promises", ended=promises.ended, on_time=promises.on_time)
        parts.append(Section(ours(said)))
    parts.append(Context([ours(words("nudges-recap-stop"))]))
    return modal(
        "nudges.recap.read",
        title=words("nudges-recap-title"),
        parts=parts,
        close=words("nudges-close"),
    )


def _by_factor(words: Words, factors: Sequence[str]) -> str:
    counted = Counter(factors).most_common()
    return "\n".join(
        words("nudges-recap-line", factor=words(f"nudges-factor-{factor.lower()}"), count=count)
        for factor, count in counted
    )
