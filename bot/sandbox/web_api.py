"""The Web API's front door: who calls, may they, what goes wrong on purpose, and a record."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox.faults import ERROR, Fault, Faults
from bot.sandbox.limits import Limits
from bot.sandbox.methods import ALL
from bot.sandbox.methods.method import Call, Method
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal
from bot.sandbox.requests import read_call
from bot.sandbox.world import App, World


@dataclass(eq=False)
class Record:
    """One call as it happened, without tokens; `answer` is None where none was given."""

    method: str
    team: str
    args: Mapping[str, Any]
    started: datetime
    finished: datetime | None = None
    status: int | None = None
    answer: Json | None = None
    fault: str | None = None

    @property
    def ok(self) -> bool:
        return bool(self.answer and self.answer.get("ok"))


class WebApi:
    """Answers `/api/{method}`."""

    def __init__(
        self,
        world: World,
        faults: Faults,
        limits: Limits,
        *,
        more: Mapping[str, Method],
        abort: Callable[[Request], None],
    ) -> None:
        self.base_url = ""
        self.records: list[Record] = []
        self.in_flight = 0
        self._world, self._faults, self._limits = world, faults, limits
        self._methods = {**ALL, **more}
        self._abort = abort

    async def answer(self, request: Request) -> Response:
        """Answer one call and keep a record of it."""
        record = Record(request.path_params["method"], "", {}, datetime.now(UTC))
        self.records.append(record)
        self.in_flight += 1
        self._world.change.notify()
        try:
            return await self._answer(request, record)
        except Refusal as no:
            return self._reply(record, no.body(), status=no.status)
        finally:
            self.in_flight -= 1
            record.finished = datetime.now(UTC)
            self._world.change.notify()

    async def _answer(self, request: Request, record: Record) -> Response:
        method = self._methods.get(record.method)
        takes_json = method is None or method.takes_json
        record.args, token = await read_call(request, takes_json=takes_json)
        if self._faults.latency_s:
            await asyncio.sleep(self._faults.latency_s)
        if record.method == "api.test":  # the one method without a token
            return self._reply(record, api_test(record.args))
        if method is None:
            raise Refusal("unknown_method", req_method=record.method)
        app = self._caller(method, token)
        record.team = app.team.team_id
        if wait_s := self._too_fast(method, record, app):
            return self._too_many(record, wait_s)
        call = Call(self._world, app, record.args, self._limits, self.base_url)
        if fault := self._faults.take(record.method, record.args):
            return await self._go_wrong(fault, request, record, method, call)
        return self._reply(record, run(method, call), app=app, method=method)

    def _caller(self, method: Method, token: str) -> App:
        if not token:
            raise Refusal("not_authed")
        app = self._world.apps_by_bot_token.get(token)
        connected = self._world.apps_of(token) if app is None else []
        if app is None and not connected:
            raise Refusal("invalid_auth")
        if (app is not None) != (method.token == "bot"):
            raise Refusal("not_allowed_token_type")
        found = app or connected[0]
        if found.revoked and method.token == "bot":  # an app's own token outlives installations
            raise Refusal("token_revoked")
        return found

    def _too_fast(self, method: Method, record: Record, app: App) -> int:
        channel = str(record.args.get("channel", ""))
        known = app.team.channels.get(channel)
        place = (known.im_user if known else None) or channel
        return self._limits.retry_after(record.method, method.tier, app.team.team_id, place)

    def _too_many(self, record: Record, wait_s: int) -> Response:
        response = self._reply(record, {"ok": False, "error": "ratelimited"}, status=429)
        response.headers["retry-after"] = str(wait_s)
        return response

    async def _go_wrong(
        self, fault: Fault, request: Request, record: Record, method: Method, call: Call
    ) -> Response:
        record.fault = kind = fault.kind
        if kind == "ratelimited":
            return self._too_many(record, max(1, round(fault.delay_s)))
        if kind == "slow_effect_late":
            await fault.delay()
            return self._reply(record, run(method, call), app=call.app, method=method)
        body: Json = {"ok": False, "error": kind.removeprefix(ERROR)}
        if kind in {"reset_after", "internal_error_after"}:
            run(method, call)
            body["error"] = "internal_error"
        await fault.delay()
        if kind in {"reset_before", "reset_after"}:
            self._abort(request)
            return Response()
        if kind == "5xx":
            return self._reply(record, {"ok": False, "error": "service_unavailable"}, status=503)
        return self._reply(record, body, app=call.app, method=method)

    def _reply(
        self,
        record: Record,
        body: Json,
        *,
        status: int = 200,
        app: App | None = None,
        method: Method | None = None,
    ) -> Response:
        record.status, record.answer = status, body
        headers = {}
        if app is not None and method is not None:
            headers["x-oauth-scopes"] = ",".join(sorted(app.scopes))
            headers["x-accepted-oauth-scopes"] = ",".join(method.scopes)
        return JSONResponse(body, status_code=status, headers=headers)


def api_test(args: Mapping[str, Any]) -> Json:
    """Say the arguments back, and an `error` among them as the error."""
    if error := args.get("error"):
        return {"ok": False, "error": error, "args": dict(args)}
    return {"ok": True, "args": dict(args)}


def run(method: Method, call: Call) -> Json:
    """The method's whole effect and its answer; a refusal is an answer too."""
    try:
        call.need(*method.scopes)
        return {"ok": True, **method.run(call)}
    except Refusal as no:
        return no.body()
