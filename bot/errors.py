"""The bot's own errors: raised where the cause is known, translated once at the edge."""


class BotError(Exception):
    """Base of every error the bot raises on purpose."""


class UserError(BotError):
    """Something the person can mend; shown to them kindly, logged at info.

    *message_id* names a Fluent message; *args* fill its placeholders.
    """

    def __init__(self, message_id: str, **args: object) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.message_args = args


class ConfigError(BotError):
    """The boot can't go on; the message holds the fix."""


class SlackError(BotError):
    """A Web API call didn't succeed; *code* is Slack's error or the transport's."""

    def __init__(self, code: str, *, method: str = "") -> None:
        super().__init__(f"{method}: {code}" if method else code)
        self.code = code
        self.method = method


class SlackUnavailable(SlackError):
    """Nothing happened at Slack's side; worth another try after *retry_after_s* seconds."""

    def __init__(self, code: str, *, method: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(code, method=method)
        self.retry_after_s = retry_after_s


class SlackRefused(SlackError):
    """Slack said no; trying the same again gives the same answer."""


class SlackUnknown(SlackError):
    """The request left but its outcome isn't known: it may have taken effect."""
