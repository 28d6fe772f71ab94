"""What reaches the log: events and the fields on the list, never what somebody said."""

import json

import pytest
import structlog

from bot.logs import set_up_logs


def test_a_field_that_is_not_on_the_list_never_reaches_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = structlog.get_config()
    try:
        set_up_logs("INFO")
        log = structlog.get_logger(__name__)
        log.info("nudge_sent", workspace="T1", text="a secret", name="Ann", member="U0ANN")
        log.debug("too_much", workspace="T1")
    finally:
        structlog.configure(**before)
    (line,) = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert said.pop("timestamp")
    assert said == {"event": "nudge_sent", "level": "info", "workspace": "T1"}
