"""The whole pretend Slack: workspaces, time, and what happened in them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from bot.sandbox.change import Change
from bot.sandbox.records import Channel, Json, Member
from bot.sandbox.response_urls import ResponseUrls
from bot.sandbox.triggers import Triggers
from bot.sandbox.workspace import App, Team

__all__ = ["App", "Team", "World"]


class World:
    """Several workspaces and their time.

    `ts` is real time, strictly increasing. `elapsed()` is unmovable time, for triggers, response
    urls and rate limits; only tests shift it. `wall()` is what transcripts show and may be moved.
    """

    def __init__(self) -> None:
        self.change = Change()
        self.post: Callable[[App, Json], None] = lambda _app, _event: None
        """Takes an event on its way to an app; the server puts its event feed here."""
        self.triggers = Triggers(self)
        self.response_urls = ResponseUrls(self)
        self.clear()

    def clear(self) -> None:
        """Forget every workspace and put the clocks right."""
        self.teams: dict[str, Team] = {}
        self.apps_by_bot_token: dict[str, App] = {}
        self._last_us = 0
        self._shift_s = 0.0
        self.short_pages = False
        """Whether lists come in pages shorter than asked for, as Slack reserves to itself."""
        self._wall_offset = timedelta()
        self._serial = itertools.count(1)
        self.triggers.clear()
        self.response_urls.clear()
        self.change.notify()

    def add_workspace(self, team_id: str, *, name: str, domain: str) -> Team:
        """Add an empty workspace with Slackbot in it."""
        team = Team(self, team_id, name, domain)
        team.add_member("USLACKBOT", "Slackbot", tz="America/Los_Angeles", locale="en-US")
        self.teams[team_id] = team
        return team

    def team_of(self, user_id: str, team_id: str | None = None) -> Team:
        """The workspace *user_id* belongs to. Raises: LookupError, naming what's wrong."""
        if team_id is not None and team_id not in self.teams:
            raise LookupError(f"no workspace {team_id}")
        teams = [self.teams[team_id]] if team_id else list(self.teams.values())
        found = [team for team in teams if user_id in team.members]
        if not found:
            raise LookupError(f"no member {user_id} in {team_id or 'any workspace'}")
        if len(found) > 1:
            raise LookupError(f"{user_id} is in several workspaces: name one by team_id")
        return found[0]

    def apps_of(self, app_token: str) -> list[App]:
        """Every installation of the app that *app_token* connects."""
        apps = itertools.chain.from_iterable(team.apps for team in self.teams.values())
        return [app for app in apps if app.app_token == app_token]

    def channels_with(self, user_id: str, team: Team) -> Iterator[Channel]:
        """The conversations *user_id* is in."""
        return (c for c in team.channels.values() if user_id in c.members)

    def member(self, team_id: str, user_id: str) -> Member:
        return self.teams[team_id].members[user_id]

    def new_id(self, prefix: str) -> str:
        """A fresh id; the same sequence in every run."""
        return f"{prefix}{next(self._serial):010X}"

    def next_ts(self) -> str:
        """Real time as Slack stamps it, strictly increasing."""
        self._last_us = max(self._last_us + 1, time.time_ns() // 1000)
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    def unix_now(self) -> int:
        """Real time in whole Unix seconds."""
        return int(time.time())

    def elapsed(self) -> float:
        """Unmovable seconds; only `elapse` shifts them."""
        return time.monotonic() + self._shift_s

    def elapse(self, seconds: float) -> None:
        """Let *seconds* pass for triggers, response urls and rate limits, without waiting."""
        self._shift_s += seconds

    def wall(self) -> datetime:
        """The movable clock that transcripts show; aware UTC."""
        return datetime.now(UTC) + self._wall_offset

    def move_clock(self, to: datetime) -> None:
        """Set the movable clock to *to* (aware); it goes on from there."""
        self._wall_offset = to.astimezone(UTC) - datetime.now(UTC)
        self.change.notify()
