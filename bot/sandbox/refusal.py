"""How the sandbox says no."""

from collections.abc import Sequence
from typing import Any


class Refusal(Exception):
    """An `ok: false` answer: Slack's error *code*, and what else stands in the body."""

    def __init__(
        self, code: str, *, messages: Sequence[str] = (), status: int = 200, **fields: Any
    ) -> None:
        super().__init__(code)
        self.code = code
        self.messages = list(messages)
        self.status = status
        self.fields = fields

    def body(self) -> dict[str, Any]:
        """The answer's JSON."""
        body = {"ok": False, "error": self.code, **self.fields}
        if self.messages:
            body["response_metadata"] = {"messages": self.messages}
        return body
