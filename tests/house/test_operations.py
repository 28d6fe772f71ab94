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


# What each section tells one to do or to expect, and the tests that do it.
PROCEDURES: dict[str, dict[str, tuple[str, ...]]] = {
    "One small machine": {
        "e2e/test_run.py": ("run_answers_over_a_socket", "a_second_run_on_the_same_file_refuses",
                            "a_first_start_makes_database_and_key_that_only_the_owner"),
    },
    "Many workspaces": {
        "e2e/test_many_processes.py": ("web_answers_a_signed", "two_workers_send_each"),
        "contracts/test_storage.py": ("migrating_twice_changes_nothing",
                                      "one_workspace_is_leased_to_one_worker"),
    },
    "From SQLite to PostgreSQL": {
        "contracts/test_copying.py": (
            "every_column_of_every_table", "a_copy_from_either_is", "who_was_forgotten_stays",
            "a_database_of_another_release_is_migrated_first", "the_command_names_the_key_file",
        ),
    },
    "Stopping and upgrading": {
        "contracts/test_upgrade.py": ("a_release_works_on_the_schema_of_the_next_one",
                                      "rows_survive_an_upgrade_and_the_release_before_still_writes"),
        "e2e/test_outages.py": ("a_worker_told_to_stop_in_mid_run_leaves_nothing",),
        "e2e/test_kills.py": ("a_killed_run_on_sqlite_loses_and_doubles_nothing",),
    },
    "Backup and restore": {
        "contracts/test_backup.py": ("a_backup_taken_while_the_bot_writes_is_whole",
                                     "a_backup_without_its_keys_cannot_be_read"),
        "rooms/test_hold.py": ("what_went_out_after_the_backup_is_not_sent_again",
                               "what_did_not_go_out_before_the_loss_is_sent_once",
                               "a_restart_holds_nothing"),
    },
    "Rotating keys": {
        "contracts/test_rotating.py": ("in_the_order_that_is_told", "put_first_at_once",
                                       "a_key_file_is_rotated_by_a_line"),
        "contracts/test_reencrypt.py": ("afterwards_the_newest_key_alone_opens_everything",
                                        "a_second_run_rewrites_nothing"),
    },
    "What to watch": {
        "delivery/test_standing.py": ("what_is_due_and_who_is_paused", "what_nobody_works_on_makes",
                                      "skips_are_counted"),
        "e2e/test_outages.py": ("a_worker_shows_how_it_is_and_what_it_sent",),
        "test_doctor.py": ("doctor_counts_what_was_given_up", "each_token_slack_does_not_take",
                           "keys_that_open_nothing", "before_the_first_run_nothing_is_wrong"),
        "test_boot.py": ("a_file_that_cannot_be_opened", "keys_that_do_not_open_the_database",
                         "a_port_somebody_has"),
    },
    "Why a promise was read": {
        "rooms/commitments/test_parse_command.py": (),
    },
    "What can't be closed": {
        "e2e/test_kills.py": ("a_worker_stopped_past_its_lease_sends_nothing_twice",
                              "each_message_arrives_once_through_slacks_own_faults"),
        "rooms/test_channel_doubt.py": (),
    },
}  # fmt: skip


def test_every_section_has_tests_that_do_what_it_says() -> None:
    sections = re.findall(r"^## (.+)$", PAGE, re.M)
    assert [any(one.startswith(named) for named in PROCEDURES) for one in sections] == [True] * 9
    assert len(PROCEDURES) == 9


@pytest.mark.parametrize("section", PROCEDURES)
def test_the_tests_of_a_section_are_there(section: str) -> None:
    for file, names in PROCEDURES[section].items():
        found = re.findall(r"def test_(\w+)", (Path(__file__).parents[1] / file).read_text())
        assert found != []
        assert [name for name in names if not any(one.startswith(name) for one in found)] == []
