"""Where the encryption keys come from: the settings, or on SQLite a file beside the database."""

import os
from pathlib import Path

from cryptography.fernet import Fernet

from bot.settings import Settings
from bot.storage.types import Cipher


def load_cipher(settings: Settings) -> Cipher:
    """Return the cipher for *settings*; on SQLite without keys make one, readable by the owner."""
    if settings.keys:
        return Cipher(settings.keys)
    path = key_file(settings.sqlite_path)
    if not path.exists():
        _create(path)
    return Cipher(tuple(key for key in path.read_text().split() if key))


def key_file(database: Path) -> Path:
    return database.with_name(database.name + ".key")


def _create(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(Fernet.generate_key().decode() + "\n")
