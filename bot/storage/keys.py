"""Where the encryption keys come from: the settings, or on SQLite a file beside the database."""

import os
from pathlib import Path

from cryptography.fernet import Fernet

from bot.errors import ConfigError
from bot.settings import Settings
from bot.storage.reach import in_its_folder
from bot.storage.types import Cipher


def load_cipher(settings: Settings) -> Cipher:
    """Return the cipher for *settings*; on SQLite without keys make one, readable by the owner.

    Raises:
        ConfigError: the file with the keys can't be made or read, or holds none.
    """
    if settings.keys:
        return Cipher(settings.keys)
    path = key_file(settings.sqlite_path)
    with in_its_folder(settings.sqlite_path):
        if not path.exists():
            _may_be_new(path, settings.sqlite_path)
            _create(path)
        keys = tuple(path.read_text().split())
    try:
        return Cipher(keys)
    except (IndexError, ValueError):
        raise ConfigError(
            f"{path} holds no key, or something else beside. Fix: put back what stood there, one "
            "key a line; without it what is sealed stays unreadable."
        ) from None


def key_file(database: Path) -> Path:
    return database.with_name(database.name + ".key")


def _may_be_new(path: Path, database: Path) -> None:
    if database.exists() and database.stat().st_size:
        raise ConfigError(
            f"{path} isn't there, and what stands in {database} was sealed with it. Fix: put it "
            "back, or set ENCRYPTION_KEYS to what stood in it."
        )


def _create(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(Fernet.generate_key().decode() + "\n")
