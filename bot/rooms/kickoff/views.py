"""What a kickoff looks like: the form, the preview, and the post that collects it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from blockkit import Actions, Button, Confirm, Context, Input, PlainTextInput, Section

from bot.content import Words
from bot.content.schema import Kickoff
from bot.rooms.kickoff.tables import KickoffEntry
from bot.slack.blocks import (
    MAX_SECTION_CHARS,
    Block,
    Buildable,
    Message,
    clipped,
    finish,
    label,
    modal,
    ours,
    theirs,
)
from bot.slack.ids import encode

FORM = "kickoff.form.preview"
PREVIEW = "kickoff.entry.post"
ADD = "kickoff.form.open"
CHANGE = "kickoff.entry.change"
DELETE = "kickoff.entry.delete"
READ = "kickoff.list.open"
OLDER = "kickoff.list.older"
NEWER = "kickoff.list.newer"
MAX_FIELD_CHARS = 250  # three short answers; a dozen entries stay one message
IN_POST = 12
PER_PAGE = 20


def field_id(field: str) -> str:
    return f"kickoff.{field}.write"


def form(
    words: Words,
    kickoff: Kickoff,
    answers: Mapping[str, str],
    *,
    channel: str,
    is_posted: bool,
) -> Block:
    """Return the optional fields, headed by the deal."""
    parts: list[Buildable | Block] = [
        Section(ours(kickoff.intro)),
        Context([ours(words("kickoff-deal", channel=f"<#{channel}>"))]),
    ]
    for field in kickoff.fields:
        element = PlainTextInput(
            action_id=field_id(field.id),
            multiline=True,
            max_length=MAX_FIELD_CHARS,
            placeholder=label(field.example),
            initial_value=answers.get(field.id) or None,
        )
        parts.append(
            Input(
                label=label(field.ask),
                hint=label(field.hint),
                element=element,
                block_id=field_id(field.id),
                optional=True,
            )
        )
    if is_posted:
        parts.append(Actions([_delete(words, channel)]))
    return modal(
        FORM,
        title=words("kickoff-title"),
        parts=parts,
        submit=words("kickoff-preview"),
        close=words("kickoff-cancel"),
        metadata=encode({"channel": channel}),
    )


def preview(
    words: Words,
    kickoff: Kickoff,
    member: str,
    answers: Mapping[str, str],
    place: Mapping[str, str],
) -> Block:
    """Return an entry as the channel will read it. *place*: `channel` and `draft`."""
    change = Button(
        text=label(words("kickoff-change")),
        action_id=CHANGE,
        value=encode({"channel": place["channel"]}),
    )
    return modal(
        PREVIEW,
        title=words("kickoff-title"),
        parts=[
            Context([ours(words("kickoff-preview-intro", channel=f"<#{place['channel']}>"))]),
            *_entry({"member": member, "lines": lines_of(kickoff, answers)}),
            Actions([change]),
        ],
        submit=words("kickoff-post"),
        close=words("kickoff-cancel"),
        metadata=encode(place),
    )


def only_delete(
    words: Words, kickoff: Kickoff, member: str, answers: Mapping[str, str], channel: str
) -> Block:
    """Return an entry whose author may do no more than delete it."""
    return modal(
        "kickoff.notice.read",
        title=words("kickoff-title"),
        parts=[
            Context([ours(words("kickoff-only-delete", channel=f"<#{channel}>"))]),
            *_entry({"member": member, "lines": lines_of(kickoff, answers)}),
            Actions([_delete(words, channel)]),
        ],
        close=words("kickoff-close"),
    )


def notice(words: Words, text: str) -> Block:
    return modal(
        "kickoff.notice.read",
        title=words("kickoff-title"),
        parts=[Section(ours(text))],
        close=words("kickoff-close"),
    )


def post_data(kickoff: Kickoff, entries: Sequence[KickoffEntry], channel: str) -> dict[str, Any]:
    """Return what `post` says: the first entries, and how many there are."""
    shown = [
        {"member": one.member_id, "lines": lines_of(kickoff, one.answers)}
        for one in entries[:IN_POST]
    ]
    return {"channel": channel, "entries": shown, "count": len(entries)}


def lines_of(kickoff: Kickoff, answers: Mapping[str, str]) -> list[list[str]]:
    """Return question and answer of what was filled in, in the order of the form."""
    return [[field.ask, answers[field.id]] for field in kickoff.fields if answers.get(field.id)]


def post(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the channel's post. *data*: as `post_data` makes it."""
    entries = data["entries"]
    parts: list[Any] = [Section(ours(words("kickoff-heading" if entries else "kickoff-empty")))]
    for entry in entries:
        parts += _entry(entry)
    value = encode({"channel": data["channel"]})
    buttons: list[Any] = [Button(text=label(words("kickoff-add")), action_id=ADD, value=value)]
    left = data["count"] - len(entries)
    if left:
        parts.append(Context([ours(words("kickoff-more", count=left))]))
        buttons.append(Button(text=label(words("kickoff-read")), action_id=READ, value=value))
    return Message(words("kickoff-notification"), finish([*parts, Actions(buttons)]))


def list_view(
    words: Words,
    kickoff: Kickoff,
    entries: Sequence[tuple[str, Mapping[str, str]]],
    channel: str,
    page: int = 0,
) -> Block:
    """Return a page of everybody's entries."""
    parts: list[Any] = []
    for member, answers in entries[page * PER_PAGE : (page + 1) * PER_PAGE]:
        parts += _entry({"member": member, "lines": lines_of(kickoff, answers)})
    turns: list[Any] = [
        Button(text=label(said), action_id=action, value=encode({"channel": channel, "page": to}))
        for action, to, said in (
            (OLDER, page - 1, words("kickoff-older")),
            (NEWER, page + 1, words("kickoff-newer")),
        )
        if 0 <= to * PER_PAGE < len(entries)
    ]
    return modal(
        "kickoff.list.read",
        title=words("kickoff-title"),
        parts=[
            *(parts or [Section(ours(words("kickoff-empty")))]),
            *([Actions(turns)] if turns else []),
        ],
        close=words("kickoff-close"),
    )


def _entry(entry: Mapping[str, Any]) -> list[Any]:
    """Return somebody's name, which Slack fills in, and what they wrote, as typed."""
    told = "\n".join(f"{ask}: {answer}" for ask, answer in entry["lines"])
    parts: list[Any] = [Section(ours(f"*<@{entry['member']}>*"))]
    if told:  # else all they answered is no longer asked
        parts.append(Section(theirs(clipped(told, MAX_SECTION_CHARS))))
    return parts


def _delete(words: Words, channel: str) -> Button:
    return Button(
        text=label(words("kickoff-delete")),
        action_id=DELETE,
        value=encode({"channel": channel}),
        style=Button.DANGER,
        confirm=Confirm(
            title=label(words("kickoff-delete-title")),
            text=label(words("kickoff-delete-sure")),
            confirm=label(words("kickoff-delete")),
            deny=label(words("kickoff-cancel")),
        ),
    )
