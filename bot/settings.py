"""The host's settings: read once at boot from the environment and `.env`, refused with the fix."""

from pathlib import Path
from typing import Literal, Self

from cryptography.fernet import Fernet
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import ConfigError

Role = Literal["run", "web", "worker", "migrate"]

SQLITE = "sqlite+aiosqlite"
POSTGRES = "postgresql+psycopg"
DRIVERS = {
    "sqlite": SQLITE,
    "sqlite3": SQLITE,
    SQLITE: SQLITE,
    "postgres": POSTGRES,
    "postgresql": POSTGRES,
    POSTGRES: POSTGRES,
}
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FIXES = {
    "DATABASE_URL": "use sqlite:///trustcheck.db or postgresql://user:password@host/name",
    "ENCRYPTION_KEYS": "one or more Fernet keys, comma-separated, the newest first; "
    "make one with: python -m bot new-key",
    "SLACK_API_URL": "leave it out for real Slack; otherwise an http(s) address ending in /",
    "PORT": "a port number from 0 to 65535",
    "POSTS_PER_MINUTE": "a whole number, 0 to switch pacing off",
    "LOG_LEVEL": "one of " + ", ".join(LOG_LEVELS),
}


class Settings(BaseSettings):
    """Everything a host may set; field names are the variables' names in lower case."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///trustcheck.db"
    encryption_keys: SecretStr | None = None
    port: int = Field(default=3000, ge=0, le=65535)
    posts_per_minute: int = Field(default=300, ge=0)
    log_level: str = "INFO"

    @field_validator("database_url")
    @classmethod
    def _known_driver(cls, url: str) -> str:
        return driver_url(url)

    @field_validator("encryption_keys")
    @classmethod
    def _fernet_keys(cls, keys: SecretStr | None) -> SecretStr | None:
        for key in split_keys(keys):
            Fernet(key)
        return keys

    @field_validator("slack_api_url")
    @classmethod
    def _web_address(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("not a web address")
        return url if url.endswith("/") else url + "/"

    @field_validator("log_level")
    @classmethod
    def _level(cls, level: str) -> str:
        if level.upper() not in LOG_LEVELS:
            raise ValueError("unknown level")
        return level.upper()

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith(SQLITE)

    @property
    def sqlite_path(self) -> Path:
        """Where the SQLite file lies; only meaningful when `on_sqlite`."""
        return Path(self.database_url.partition(":///")[2])

    @property
    def keys(self) -> tuple[str, ...]:
        return split_keys(self.encryption_keys)

    @classmethod
    def load(cls, env_file: str | None = ".env") -> Self:
        """Read the environment over *env_file*.

        Raises:
            ConfigError: a value is wrong; the message names each with its fix, never its value.
        """
        try:
            return cls(_env_file=env_file)
        except ValidationError as error:
            lines = [_explain(str(one["loc"][0]), one["msg"]) for one in error.errors()]
            raise ConfigError("\n".join(lines)) from None

    def demand(self, role: Role) -> None:
        """Check that *role* has what it needs.

        Raises:
            ConfigError: something is missing or half filled; the message says what to set.
        """
        problems = [*_missing(self, role), *_misplaced(self, role)]
        if problems:
            raise ConfigError("\n".join(problems))


def driver_url(url: str) -> str:
    """Return a database's address, as platforms give it, with the driver we use.

    Raises:
        ValueError: it is neither SQLite nor PostgreSQL, or not a whole address.
    """
    scheme, found, rest = url.partition("://")
    if not found or scheme not in DRIVERS:
        raise ValueError("neither SQLite nor PostgreSQL")
    address = f"{DRIVERS[scheme]}://{rest}"
    try:
        named = make_url(address).database
    except (ArgumentError, ValueError):  # their words repeat it, password and all
        raise ValueError("not a database's address") from None
    if DRIVERS[scheme] == SQLITE and named in (None, "", ":memory:"):
        raise ValueError("SQLite without a file")
    return address


def split_keys(keys: SecretStr | None) -> tuple[str, ...]:
    text = keys.get_secret_value() if keys else ""
    return tuple(key.strip() for key in text.split(",") if key.strip())


def _explain(field: str, problem: str) -> str:
    name = field.upper()
    said = problem.removeprefix("Value error, ").rstrip(".")
    return f"{name}: {said}. Fix: {FIXES.get(name, 'see README')}."


def _missing(settings: Settings, role: Role) -> list[str]:
    problems = []
    if role in ("run", "web", "worker"):
        problems += _token(settings.slack_bot_token, "SLACK_BOT_TOKEN", "xoxb-", "Install App")
    if role == "run":
        problems += _token(
            settings.slack_app_token,
            "SLACK_APP_TOKEN",
            "xapp-",
            "Basic Information, App-Level Tokens",
        )
    if role == "web" and settings.slack_signing_secret is None:
        problems.append(
            "SLACK_SIGNING_SECRET is missing. Fix: copy it from the app's Basic Information page."
        )
    if not settings.on_sqlite and not settings.keys:
        problems.append(f"ENCRYPTION_KEYS is missing. Fix: {FIXES['ENCRYPTION_KEYS']}.")
    return problems


def _misplaced(settings: Settings, role: Role) -> list[str]:
    if role in ("web", "worker") and settings.on_sqlite:
        return [
            f"DATABASE_URL is SQLite, which serves one process. Fix: `python -m bot run`, or set "
            f"DATABASE_URL to PostgreSQL for `{role}`."
        ]
    return []


def _token(value: SecretStr | None, name: str, prefix: str, page: str) -> list[str]:
    where = f"copy the one that begins with {prefix} from the app's page ({page}) into .env"
    if value is None:
        return [f"{name} is missing. Fix: {where}."]
    if not value.get_secret_value().startswith(prefix):
        return [f"{name} doesn't begin with {prefix}. Fix: {where}."]
    return []
