"""The page for hosts names commands, settings and figures as they are."""

import re
from pathlib import Path

import pytest
import typer.main
from prometheus_client import Counter, Gauge, Histogram

from bot.__main__ import app
from bot.settings import Settings
from bot.web import metrics

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
NOT_SETTINGS = {"SIGTERM", "COPY_TO_DATABASE_URL", "VACUUM", "INTO"}  # the second is `copy`'s own


def test_every_command_it_names_is_one() -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"python -m bot ([a-z-]+)", PAGE))
    assert named >= {"migrate", "web", "worker", "copy", "reencrypt", "new-key", "doctor"}
    assert named - known == set()


def test_every_setting_it_names_is_one() -> None:
    named = set(re.findall(r"`?\b([A-Z]{2,}(?:_[A-Z]+)*)\b(?:=|`)", PAGE)) - NOT_SETTINGS
    assert named >= {"DATABASE_URL", "ENCRYPTION_KEYS", "SLACK_SIGNING_SECRET", "PORT"}
    assert {name.lower() for name in named} - set(Settings.model_fields) == set()


def test_every_figure_it_names_is_measured() -> None:
    kept = [one for one in vars(metrics).values() if isinstance(one, Counter | Gauge | Histogram)]
    known = {described.name for one in kept for described in one.describe()}
    named = re.findall(r"^\| `(trustcheck_\w+)`", PAGE, re.M)
    assert len(named) == 9
    assert set(named) - known == set()


@pytest.mark.parametrize(
    ("procedure", "test"),
    [
        ("One small machine", "e2e/test_run.py"),
        ("Many workspaces", "e2e/test_many_processes.py"),
        ("From SQLite to PostgreSQL", "contracts/test_copying.py"),
        ("Stopping and upgrading", "contracts/test_upgrade.py"),
        ("Backup and restore", "rooms/test_hold.py"),
        ("Rotating keys", "contracts/test_rotating.py"),
        ("What to watch", "delivery/test_standing.py"),
        ("Why a promise was read", "rooms/commitments/test_parse_command.py"),
        ("What can't be closed", "e2e/test_kills.py"),
    ],
)
def test_every_procedure_has_a_test_of_its_own(procedure: str, test: str) -> None:
    assert (Path(__file__).parents[1] / test).exists()
    sections = re.findall(r"^## (.+)$", PAGE, re.M)
    assert any(one.startswith(procedure) for one in sections)
    assert len(sections) == 9  # one more needs a line here
