"""Column types: instants that are always aware UTC, and values encrypted at rest."""

import json
from datetime import UTC, datetime
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import DateTime, Dialect, LargeBinary, String
from sqlalchemy.types import TypeDecorator

from bot.zones import DEFAULT_ZONE, known_zone

NO_TIME = 0  # seconds since 1970


class Cipher:
    """Encrypts with the first of *keys* and decrypts with any of them."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self._newest = Fernet(keys[0])
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def seal(self, value: object) -> bytes:
        """Return *value*, anything JSON can hold, as an encrypted token.

        A token carries when it was made, in the clear: a comment's hour would tell whose it is, so
        all of them say the same.
        """
        text = json.dumps(value, ensure_ascii=False).encode()
        return self._fernet.encrypt_at_time(text, NO_TIME)

    def open(self, token: bytes) -> Any:
        """Return what `seal` was given.

        Raises:
            cryptography.fernet.InvalidToken: none of the keys made this token.
        """
        return json.loads(self._fernet.decrypt(token))

    def rotate(self, token: bytes) -> bytes:
        """Return the same value, encrypted with the newest key."""
        return self.seal(self.open(token))

    def is_newest(self, token: bytes) -> bool:
        """Say whether *token* was made with the first of the keys."""
        try:
            self._newest.decrypt(token)
        except InvalidToken:
            return False
        return True


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Takes aware datetimes only, gives aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Encrypted(TypeDecorator[Any]):
    """Anything JSON can hold, unreadable without the keys the `Database` was opened with."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else _cipher(dialect).seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else _cipher(dialect).open(value)


class Zone(TypeDecorator[str]):
    """An IANA time zone; one that no longer exists is read as UTC, so that nothing breaks on it."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else known_zone(value) or DEFAULT_ZONE


def _cipher(dialect: Dialect) -> Cipher:
    cipher: Cipher = dialect.cipher  # type: ignore[attr-defined]  # set by Database: no globals
    return cipher
