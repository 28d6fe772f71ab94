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
from bot.rooms.admin.rules import LONGEST, RETENTIONS, SWITCHES, Choices
from bot.slack.blocks import Block, label, modal, ours
from bot.slack.ids import encode
from bot.slack.inputs import Form

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


def chosen_in(sent: Form) -> Choices:
    """Return what a form says; what isn't one of the choices counts as the default."""
    days = sent.choice(KEPT) or ""
    known = int(days) if days in {str(one) for one in RETENTIONS} else LONGEST
    on = frozenset(sent.choices(ON)) & frozenset(SWITCHES)
    return Choices(on, sent.choice(WHO) == CREATORS[1], known)


def saved(words: Words) -> Block:
    return modal(
        "admin.saved.read",
        title=words("admin-title"),
        parts=[Section(ours(words("admin-saved")))],
        close=words("admin-close"),
    )


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
