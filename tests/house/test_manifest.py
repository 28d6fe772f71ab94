"""`manifest.json` and the code say the same."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from bot.app import ROOMS
from bot.members.install import NEEDED, WISHED
from bot.slack.router import ROOT_COMMAND, Routes
from tests.talk import SCOPES

ROOT = Path(__file__).parents[2]
CREATE = "https://api.slack.com/apps?new_app=1&manifest_json="  # Slack: sharing manifests
INNER_TYPES = {"message.im": "message"}  # how a subscription's event names itself


@pytest.fixture(scope="module")
def manifest() -> Any:
    return json.loads((ROOT / "manifest.json").read_text())


@pytest.fixture(scope="module")
def routes() -> Routes:
    return Routes.of(ROOMS)


def test_every_command_has_a_handler_and_every_alias_is_declared(
    manifest: Any, routes: Routes
) -> None:
    declared = {one["command"] for one in manifest["features"]["slash_commands"]}
    assert declared == {ROOT_COMMAND, *routes.aliases}


def test_the_link_that_creates_the_app_carries_the_manifest(manifest: Any) -> None:
    """When it no longer does, the README's last line is to be replaced by *link*."""
    link = CREATE + quote(json.dumps(manifest, separators=(",", ":"), ensure_ascii=False), safe="")
    assert (ROOT / "README.md").read_text().splitlines()[-1] == f"[create]: {link}"


def test_commands_escape_mentions(manifest: Any) -> None:
    assert all(one["should_escape"] for one in manifest["features"]["slash_commands"])


def test_every_alias_stands_for_a_known_word(routes: Routes) -> None:
    assert set(routes.aliases.values()) <= set(routes.words)


def test_shortcuts_are_those_the_rooms_answer(manifest: Any, routes: Routes) -> None:
    declared = {one["callback_id"] for one in manifest["features"]["shortcuts"]}
    assert declared == set(routes.shortcuts)


def test_subscribed_events_are_those_the_rooms_answer(manifest: Any, routes: Routes) -> None:
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {INNER_TYPES.get(one, one) for one in subscribed} == set(routes.events)


def test_the_app_hears_over_a_socket_and_may_be_written_to(manifest: Any) -> None:
    """README's steps name no switch to set by hand: the manifest sets them all."""
    settings, home = manifest["settings"], manifest["features"]["app_home"]
    assert settings["socket_mode_enabled"]
    assert settings["interactivity"]["is_enabled"]
    assert home["home_tab_enabled"]
    assert (home["messages_tab_enabled"], home["messages_tab_read_only_enabled"]) == (True, False)


def test_scopes_are_those_the_bot_knows_about(manifest: Any) -> None:
    declared = set(manifest["oauth_config"]["scopes"]["bot"])
    assert declared == NEEDED | WISHED == set(SCOPES)


def test_texts_are_within_the_limits_of_a_manifest(manifest: Any) -> None:
    info = manifest["display_information"]
    assert len(info["name"]) <= 35
    assert len(info["description"]) <= 140
    assert 174 <= len(info["long_description"]) <= 4000
    for one in manifest["features"]["shortcuts"]:
        assert len(one["name"]) <= 24
        assert len(one["description"]) <= 150
    for one in manifest["features"]["slash_commands"]:
        assert len(one["command"]) <= 32
        assert len(one["description"]) <= 2000
        assert len(one.get("usage_hint", "")) <= 1000


def test_the_cli_starts_what_make_run_starts() -> None:
    hooks = json.loads((ROOT / ".slack" / "hooks.json").read_text())["hooks"]
    assert hooks["start"] == ".venv/bin/python -m bot run"
    assert "-m bot run" in (ROOT / "Makefile").read_text()


def test_the_procfile_migrates_before_it_serves() -> None:
    lines = dict(
        line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines() if line
    )
    assert lines == {
        "release": "python -m bot migrate",
        "web": "python -m bot web",
        "worker": "python -m bot worker",
    }
