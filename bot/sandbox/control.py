"""The control API: everything of the sandbox by HTTP, under `/control/`."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError, validate_call
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.people import Person
from bot.sandbox.records import Json

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

ACTS = (
    "types",
    "clicks",
    "chooses",
    "fills",
    "submits",
    "closes",
    "uses_shortcut",
    "opens_home",
    "arrives",
    "joins",
    "leaves",
    "invites_bot",
    "removes_bot",
    "archives",
    "unarchives",
    "renames",
    "shares",
    "uninstalls_app",
    "moves_to",
    "speaks",
    "sets_status",
    "is_deactivated",
    "is_reactivated",
)
"""What `POST /control/people/{user}/{act}` may name; the body holds the arguments."""

READS = ("sees", "reads", "reads_modal", "reads_home", "modal", "home")
"""What `GET /control/people/{user}/{read}` may name; the query, its arguments."""


class Control:
    """Maps HTTP one to one onto Person, faults, limits, clock, calls and reset."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def app(self) -> Starlette:
        """The routes below `/control`."""
        routes = [
            ("/people/{user}/{act}", self._act, "POST"),
            ("/people/{user}/{read}", self._read, "GET"),
            ("/faults", self._add_fault, "POST"),
            ("/faults", self._show_faults, "GET"),
            ("/faults", self._clear_faults, "DELETE"),
            ("/limits", self._set_limits, "POST"),
            ("/clock", self._move_clock, "POST"),
            ("/clock", self._show_clock, "GET"),
            ("/calls", self._show_calls, "GET"),
            ("/reset", self._reset, "POST"),
        ]
        return Starlette(
            routes=[Route(path, _kindly(run), methods=[verb]) for path, run, verb in routes]
        )

    def _person(self, request: Request, team_id: str | None) -> Person:
        return self._sandbox.person(request.path_params["user"], team_id)

    async def _act(self, request: Request) -> Any:
        act = request.path_params["act"]
        if act not in ACTS:
            raise LookupError(f"no act {act!r}; there is: {', '.join(ACTS)}")
        given = await _body(request)
        person = self._person(request, _text("team", given.pop("team", None)))
        if given.get("until") is not None:
            given["until"] = _instant(given["until"])
        return await validate_call(getattr(person, act))(**given) or {"ok": True}

    async def _read(self, request: Request) -> Any:
        read = request.path_params["read"]
        if read not in READS:
            raise LookupError(f"nothing {read!r} to read; there is: {', '.join(READS)}")
        given = dict(request.query_params)
        person = self._person(request, given.pop("team", None))
        found = getattr(person, read)
        return {read: validate_call(found)(**given) if callable(found) else found}

    async def _add_fault(self, request: Request) -> Any:
        """Plan a fault, or set `latency_s`, `duplicate_events`, `reorder_events`.

        `match` (an object) limits a fault to calls whose arguments contain it.
        """
        given, faults = await _body(request), self._sandbox.faults
        for name in ("latency_s", "duplicate_events", "reorder_events"):
            if name in given:
                setattr(faults, name, _like(getattr(faults, name), name, given.pop(name)))
        if given:
            match = given.pop("match", {})
            if not isinstance(match, dict) or "when" in given:
                raise ValueError("match: an object of arguments wanted")
            validate_call(faults.add)(**given, when=partial(_contains, match))
        return self._faults()

    async def _show_faults(self, _request: Request) -> Any:
        return self._faults()

    def _faults(self) -> Json:
        faults = self._sandbox.faults
        return {
            "latency_s": faults.latency_s,
            "duplicate_events": faults.duplicate_events,
            "reorder_events": faults.reorder_events,
            "planned": [
                {"method": f.method, "kind": f.kind, "times": f.times, "reached": f.reached}
                for f in faults.planned
            ],
            "reached": dict(faults.reached),
        }

    async def _clear_faults(self, _request: Request) -> Any:
        self._sandbox.faults.clear()
        return self._faults()

    async def _set_limits(self, request: Request) -> Any:
        given, limits = await _body(request), self._sandbox.limits
        if not isinstance(given.get("enabled"), bool):
            raise ValueError("enabled: true or false wanted")
        (limits.on if given["enabled"] else limits.off)()
        return {"enabled": limits.enabled, "refused": limits.refused}

    async def _move_clock(self, request: Request) -> Any:
        self._sandbox.world.move_clock(_instant((await _body(request)).get("to")))
        return {"now": self._sandbox.world.wall()}

    async def _show_clock(self, _request: Request) -> Any:
        return {"now": self._sandbox.world.wall()}

    async def _show_calls(self, request: Request) -> Any:
        method = request.query_params.get("method")
        return {"calls": [c for c in self._sandbox.calls if method in (None, c.method)]}

    async def _reset(self, _request: Request) -> Any:
        self._sandbox.reset()
        return {"ok": True}


def _like(now: float | bool, name: str, given: object) -> object:
    """*given*, which must be of the sort that *now* is. Raises: ValueError."""
    wanted = (bool,) if isinstance(now, bool) else (int, float)
    if type(given) not in wanted:
        raise ValueError(f"{name}: {' or '.join(each.__name__ for each in wanted)} wanted")
    return given


def _text(name: str, given: object) -> str | None:
    """*given*, which must be a text if anything. Raises: ValueError."""
    if given is not None and not isinstance(given, str):
        raise ValueError(f"{name}: str wanted")
    return given


def _instant(given: object) -> datetime:
    """An ISO 8601 instant with its offset. Raises: ValueError."""
    instant = datetime.fromisoformat(str(given))
    if instant.tzinfo is None:
        raise ValueError(f"{given}: an ISO 8601 time with its offset wanted")
    return instant


def _contains(match: Json, args: Mapping[str, Any]) -> bool:
    return all(args.get(name) == value for name, value in match.items())


async def _body(request: Request) -> Json:
    body = await request.body()
    given = json.loads(body) if body else {}
    if not isinstance(given, dict):
        raise ValueError("a JSON object wanted")
    return given


def _kindly(
    run: Callable[[Request], Awaitable[Any]],
) -> Callable[[Request], Awaitable[Response]]:
    """Answer JSON; 404 for who or what isn't there, 400 for arguments that can't be read."""

    async def answer(request: Request) -> Response:
        try:
            return _json(await run(request), 200)
        except LookupError as missing:
            return _json({"error": str(missing.args[0] if missing.args else missing)}, 404)
        except ValidationError as wrong:
            problems = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors()]
            return _json({"error": "; ".join(problems)}, 400)
        except ValueError as wrong:
            return _json({"error": str(wrong)}, 400)

    return answer


def _json(body: Any, status: int) -> Response:
    return JSONResponse(json.loads(json.dumps(body, default=_plain)), status_code=status)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)
