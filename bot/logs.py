"""Logging: one JSON line an event, and only fields that can't hold what somebody said."""

import logging
import sys
from collections.abc import MutableMapping

import structlog

# A field not listed here is dropped: bodies, texts, names, answers and tokens never reach a log.
ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "exception", "reference", "workspace", "delivery", "kind",
        "state", "reason", "code", "method", "id", "surface", "count", "attempt", "retry_after_s",
        "seconds", "role", "port", "signal", "file", "locale", "error", "scopes", "revision",
        "message_id",
    }
)  # fmt: skip
QUIET = ("slack_bolt", "slack_sdk", "aiohttp", "apscheduler", "uvicorn", "alembic", "aiosqlite")


def set_up_logs(level: str) -> None:
    """Send every log line of the process to stderr as JSON; call once at boot."""
    shared: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        allow_listed,
    ]
    structlog.configure(
        processors=[
            *shared,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s")
    for name in QUIET:
        # At INFO and DEBUG these print whole bodies (slack-bolt's request_verification).
        logging.getLogger(name).setLevel(logging.WARNING)


def allow_listed(
    _logger: object, _method: str, fields: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Keep only the fields in `ALLOWED`, and `exc_info` for the traceback."""
    return {key: value for key, value in fields.items() if key in ALLOWED or key == "exc_info"}
