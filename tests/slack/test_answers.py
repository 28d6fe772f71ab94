"""What Slack's answers mean, those included that no Slack of ours would give."""

import pytest

from bot.errors import SlackError, SlackRefused, SlackUnavailable, SlackUnknown
from bot.slack.failures import DEFAULT_RETRY_AFTER_S, LONGEST_RETRY_AFTER_S, understood


def error_of(status: int, body: bytes, headers: dict[str, str] | None = None) -> SlackError:
    with pytest.raises(SlackError) as raised:
        understood(status, headers or {}, body, "chat.postMessage")
    return raised.value


def test_what_went_well_is_told() -> None:
    body = '{"ok": true, "channel": "D1", "ts": "1.2", "said": "约定"}'.encode()
    assert understood(200, {}, body, "chat.postMessage")["said"] == "约定"


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (200, b'{"ok": false, "error": "channel_not_found"}', SlackRefused, "channel_not_found"),
        (200, b'{"ok": false, "error": "internal_error"}', SlackUnknown, "internal_error"),
        (200, b'{"ok": false, "error": "ratelimited"}', SlackUnavailable, "ratelimited"),
        (
            200,
            b'{"ok": false, "error": "team_added_to_org"}',
            SlackUnavailable,
            "team_added_to_org",
        ),
        (200, b'{"ok": true, "chan', SlackUnknown, "unreadable"),
        (200, b"", SlackUnknown, "unreadable"),
        (200, b"\xff\xfe", SlackUnknown, "unreadable"),
        (200, b"[true]", SlackUnknown, "unreadable"),
        (429, b"slow down", SlackUnavailable, "ratelimited"),
        (503, b"<html>busy</html>", SlackUnknown, "http_503"),
        (404, b"<html>no</html>", SlackRefused, "http_404"),
    ],
)
def test_whatever_else_comes_is_one_of_our_errors(
    status: int, body: bytes, kind: type[SlackError], code: str
) -> None:
    error = error_of(status, body)
    assert (type(error), error.code) == (kind, code)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "12"}, 12),
        ({"retry-after": "0"}, 1),
        ({"Retry-After": "soon"}, DEFAULT_RETRY_AFTER_S),
        ({"Retry-After": "nan"}, DEFAULT_RETRY_AFTER_S),
        ({"Retry-After": "inf"}, LONGEST_RETRY_AFTER_S),
        ({"Retry-After": "1e30"}, LONGEST_RETRY_AFTER_S),
        ({}, DEFAULT_RETRY_AFTER_S),
    ],
)
def test_too_fast_says_how_long_to_wait(headers: dict[str, str], seconds: float) -> None:
    error = error_of(429, b"", headers)
    assert isinstance(error, SlackUnavailable)
    assert error.retry_after_s == seconds
