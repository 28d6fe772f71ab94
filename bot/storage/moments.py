"""Instants that a statement learns when it is run: built once, it is asked at every beat."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, bindparam


@dataclass(frozen=True)
class Moment:
    """An instant, `NOW + ONE_DAY` say, that stands where a statement compares with a datetime.

    A statement that is run while nobody says which instant it is fails with LookupError.
    """

    _at: ContextVar[datetime]
    _later: timedelta = timedelta()

    def __add__(self, by: timedelta) -> "Moment":
        return Moment(self._at, self._later + by)

    def __sub__(self, by: timedelta) -> "Moment":
        return self + -by

    def __clause_element__(self) -> BindParameter[datetime]:
        return bindparam(None, callable_=lambda: self._at.get() + self._later, unique=True)

    @contextmanager
    def being(self, at: datetime) -> Iterator[None]:
        """Let it be *at* (aware UTC) for the statements that this task runs within."""
        token = self._at.set(at - self._later)
        try:
            yield
        finally:
            self._at.reset(token)


When = datetime | Moment

NOW = Moment(ContextVar("now"))  # by the clock
DB_NOW = Moment(ContextVar("db_now"))  # by the database's time: leases and pauses
