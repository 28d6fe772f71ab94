"""The regular update: what is known, what isn't, when the next one comes. Pure."""

from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Input, Option, PlainTextInput, Section, StaticSelect

from bot.content.placeholders import fill
from bot.content.schema import Update
from bot.rooms.commitments.capture import MAX_CHARS
from bot.rooms.commitments.own_up import COPIED, SHOWN_CHARS, WORDS, chat_parts
from bot.rooms.commitments.record import Told
from bot.rooms.commitments.said import Voice
from bot.slack.blocks import Block, clipped, label, modal, ours, theirs
from bot.slack.ids import WorkspaceId, encode
from bot.slack.inputs import Form

WRITE = "commitments.update.send"
FIELD = "commitments.update"  # with the prompt's id behind it
NOTHING_NEW = "commitments.update.nothing_new"  # in the form
CHOOSE = "commitments.update.choose"


def update_form(voice: Voice, content: Update, promise: Told) -> Block:
    """Ask what is known and what isn't; *Nothing new* is one tap."""
    value = encode({"promise": promise.id, "at": promise.due})
    nothing_new = Button(
        text=label(voice("commitments-do-nothing-new")), action_id=NOTHING_NEW, value=value
    )
    fields = [
        Input(
            label=label(prompt.ask),
            hint=label(prompt.hint),
            element=PlainTextInput(
                action_id=f"{FIELD}.{prompt.id}",
                multiline=True,
                max_length=MAX_CHARS // 3,
                placeholder=label(prompt.example),
            ),
            block_id=f"{FIELD}.{prompt.id}",
            optional=True,
        )
        for prompt in content.prompts
    ]
    return modal(
        WRITE,
        title=voice("commitments-update-title"),
        parts=[
            Section(theirs(clipped(promise.text, SHOWN_CHARS))),
            Actions([nothing_new]),
            *fields,
        ],
        submit=voice("commitments-own-up-send"),
        close=voice("commitments-cancel"),
        metadata=value,
    )


def written(
    voice: Voice, content: Update, form: Form, promise: Told, next_at: datetime | None
) -> str:
    """Return the update in the words that were put in."""
    said = {prompt.id: form.text(f"{FIELD}.{prompt.id}") for prompt in content.prompts}
    blank = voice("commitments-update-blank")
    filled = {key: text or blank for key, text in said.items()}
    return fill(content.text, {**filled, **_about(voice, promise, next_at)})


def nothing_new(
    voice: Voice, content: Update, chosen: str | None, promise: Told, next_at: datetime | None
) -> str:
    """Return an update that says there is none."""
    draft = next((one for one in content.nothing_new if one.id == chosen), content.nothing_new[0])
    return draft.said(**_about(voice, promise, next_at))


def _about(voice: Voice, promise: Told, next_at: datetime | None) -> dict[str, str]:
    next_time = voice.moment(next_at) if next_at else voice("commitments-update-last")
    return {"promise": promise.text, "next_time": next_time}


def update_words(
    voice: Voice,
    content: Update,
    words: str,
    promise: Told,
    workspace: WorkspaceId,
    *,
    chosen: str | None = None,
) -> Block:
    """Return the update to edit and copy; where there is nothing new, other ways to say so."""
    parts: list[Any] = []
    if chosen is not None:
        parts.append(_ways(voice, content, promise, chosen))
    parts.append(
        Input(
            label=label(voice("commitments-words")),
            element=PlainTextInput(
                action_id=WORDS, multiline=True, initial_value=clipped(words, MAX_CHARS)
            ),
            # Other words need another id: Slack keeps what stands in a known one.
            block_id=f"{WORDS}.{chosen or 'update'}",
        )
    )
    return modal(
        COPIED,
        title=voice("commitments-update-title"),
        parts=[*parts, *chat_parts(voice, workspace, promise.to)],
        submit=voice("commitments-words-done"),
        close=voice("commitments-close"),
    )


def _ways(voice: Voice, content: Update, promise: Told, chosen: str) -> Section:
    options = {
        one.id: Option(
            text=label(clipped(one.when, 75)),
            value=encode({"promise": promise.id, "draft": one.id}),
        )
        for one in content.nothing_new
    }
    return Section(
        ours(voice("commitments-own-up-which")),
        accessory=StaticSelect(
            action_id=CHOOSE,
            options=list(options.values()),
            initial_option=options.get(chosen) or next(iter(options.values())),
        ),
        block_id=CHOOSE,
    )
