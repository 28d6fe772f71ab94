"""What an admin sees. Pure."""

from collections.abc import Sequence
from typing import Any

from blockkit import (
    Actions,
    Button,
    Checkboxes,
    Context,
    Input,
    Option,
    RadioButtons,
    Section,
    StaticSelect,
)

from bot.content import Words
from bot.ports import TeamSetUp
from bot.rooms.admin.rules import RETENTIONS, SWITCHES, Choices
from bot.slack.blocks import Block, Message, finish, label, modal, ours
from bot.slack.ids import encode
from bot.slack.inputs import Form
from bot.slack.notices import RUN_WORD

FORM = "admin.choices.save"
TEAMS = "admin.teams.open"
OLDER = "admin.teams.next"
NEWER = "admin.teams.back"
ON = "admin.features.choose"
WHO = "admin.creators.choose"
KEPT = "admin.retention.choose"
CREATORS = ("everybody", "admins")
PER_PAGE = 40


def form(words: Words, choices: Choices) -> Block:
    return modal(
        FORM,
        title=words("admin-title"),
        parts=[
            Section(ours(words("admin-deal"))),
            _features(words, choices),
            _creators(words, choices),
            _retention(words, choices),
            Actions([Button(text=label(words("admin-teams")), action_id=TEAMS, value=encode())]),
        ],
        submit=words("admin-save"),
        close=words("admin-close"),
    )


def _features(words: Words, choices: Choices) -> Input:
    options = {one: _option(words(f"admin-feature-{one}"), one) for one in SWITCHES}
    chosen: list[Any] = [option for one, option in options.items() if one in choices.on]
    every: list[Any] = list(options.values())
    return Input(
        label=label(words("admin-features")),
        element=Checkboxes(action_id=ON, options=every, initial_options=chosen or None),
        block_id=ON,
        optional=True,
    )


def _creators(words: Words, choices: Choices) -> Input:
    options: list[Any] = [_option(words(f"admin-creators-{one}"), one) for one in CREATORS]
    return Input(
        label=label(words("admin-creators")),
        element=RadioButtons(
            action_id=WHO, options=options, initial_option=options[choices.admins_only]
        ),
        block_id=WHO,
    )


def _retention(words: Words, choices: Choices) -> Input:
    options: list[Any] = [
        _option(words("admin-days", count=days), str(days)) for days in RETENTIONS
    ]
    at = RETENTIONS.index(choices.retention_days) if choices.retention_days in RETENTIONS else -1
    return Input(
        label=label(words("admin-retention")),
        hint=label(words("admin-retention-hint")),
        element=StaticSelect(action_id=KEPT, options=options, initial_option=options[at]),
        block_id=KEPT,
    )


def _option(text: str, value: str) -> Option:
    return Option(text=label(text), value=value)


def chosen_in(sent: Form, now: Choices) -> Choices:
    """Return what a form says; what it doesn't ask, or says otherwise than we, stays as *now*."""
    days, who = sent.choice(KEPT) or "", sent.choice(WHO)
    on = frozenset(sent.choices(ON)) & frozenset(SWITCHES)
    return Choices(
        on if ON in sent.values else now.on,
        who == CREATORS[1] if who in CREATORS else now.admins_only,
        int(days) if days in {str(one) for one in RETENTIONS} else now.retention_days,
    )


def saved(words: Words, choices: Choices, changed: Sequence[str]) -> Block:
    """Return each change in words."""
    lines = [_in_words(words, name, choices) for name in changed]
    return modal(
        "admin.saved.read",
        title=words("admin-title"),
        parts=[
            *(Section(ours(line)) for line in lines or [words("admin-unchanged")]),
            *([Context([ours(words("admin-saved"))])] if lines else []),
        ],
        close=words("admin-close"),
    )


def _in_words(words: Words, name: str, choices: Choices) -> str:
    off = [f"• {words(f'admin-feature-{one}')}" for one in SWITCHES if one not in choices.on]
    match name:
        case "on":
            return "\n".join([words("admin-now-off"), *off]) if off else words("admin-now-on")
        case "admins_only":
            return words(f"admin-now-creators-{CREATORS[choices.admins_only]}")
    return words("admin-now-kept", count=choices.retention_days)


def met(words: Words) -> Message:
    """Return the way in for an admin whom Slack had to be asked about first."""
    text = words("admin-met")
    button = Button(
        text=label(words("admin-title")),
        action_id=f"{RUN_WORD}.admin",
        value=encode({"word": "admin"}),
    )
    return Message(text, finish([Section(ours(text)), Actions([button])]))


def teams(words: Words, found: Sequence[TeamSetUp], page: int = 0) -> Block:
    """Return which teams have a pulse and who set it up, a page at a time."""
    here = found[page * PER_PAGE : (page + 1) * PER_PAGE]
    parts: list[Any] = [Section(ours(_team(words, one))) for one in here]
    if not parts:
        parts.append(Section(ours(words("admin-no-teams"))))
    turns: list[Any] = [
        Button(text=label(said), action_id=action, value=encode({"page": to}))
        for action, to, said in (
            (NEWER, page - 1, words("admin-teams-back")),
            (OLDER, page + 1, words("admin-teams-next")),
        )
        if 0 <= to * PER_PAGE < len(found)
    ]
    if turns:
        parts.append(Actions(turns))
    return modal(
        "admin.teams.read",
        title=words("admin-teams-title"),
        parts=[*parts, Context([ours(words("admin-no-figures"))])],
        close=words("admin-close"),
    )


def _team(words: Words, one: TeamSetUp) -> str:
    if one.owner is None:
        return words("admin-team-nobody", channel=f"<#{one.channel}>")
    return words("admin-team", channel=f"<#{one.channel}>", owner=f"<@{one.owner}>")
