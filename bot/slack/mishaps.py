"""What a person reads when something fails: one of a few kind messages; logged once."""

import uuid

import structlog

from bot.content import Words
from bot.errors import SlackError, SlackUnavailable, UserError
from bot.slack.ids import UnreadableValue
from bot.web import metrics

log = structlog.get_logger(__name__)


def in_words(surface: str, error: Exception, words: Words) -> str:
    """Say what *error* means to whoever acted on *surface*, and log it.

    Whatever nobody foresaw is a bug: the reference they read stands in the log too.
    """
    if isinstance(error, UserError):
        log.info("person_told", surface=surface, id=error.message_id)
        return words(error.message_id, **error.message_args)
    if isinstance(error, UnreadableValue):
        metrics.unknown_ids.labels(surface).inc()
        return words("house-old-card")
    if isinstance(error, SlackUnavailable):
        log.warning("slack_unavailable", code=error.code, method=error.method)
        return words("house-slack-busy")
    if isinstance(error, SlackError):
        log.warning("slack_refused", code=error.code, method=error.method)
        return words("house-slack-trouble")
    reference = uuid.uuid4().hex[:8]
    log.error("handler_broke", surface=surface, reference=reference, exc_info=error)
    metrics.bugs.labels(surface).inc()
    return words("house-bug", reference=reference)
