"""What apps answer to a person: by response url, or in the ack of a command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.sandbox.content import read_content
from bot.sandbox.conversations import reword, say
from bot.sandbox.faults import ERROR, Fault, Faults
from bot.sandbox.records import Channel, Json, Message
from bot.sandbox.refusal import Refusal
from bot.sandbox.requests import read_body
from bot.sandbox.response_urls import ResponseUrl
from bot.sandbox.web_api import Record
from bot.sandbox.world import App, World

PARTS = ("blocks", "attachments", "metadata")
METHOD = "response_url"
"""How faults and records name a use of a response url."""


class Answers:
    """Serves every response url."""

    def __init__(
        self,
        world: World,
        faults: Faults,
        records: list[Record],
        abort: Callable[[Request], None],
    ) -> None:
        self._world, self._faults, self._records, self._abort = world, faults, records, abort

    async def answer(self, request: Request) -> Response:
        """Take one answer, and keep a record of it as of any call."""
        record = Record(METHOD, request.path_params["path"].split("/")[0], {}, datetime.now(UTC))
        self._records.append(record)
        try:
            response = await self._answer(request, record)
        except Refusal as no:
            record.answer = no.body()
            response = JSONResponse(no.body(), status_code=no.status if no.status != 200 else 400)
        record.status, record.finished = response.status_code, datetime.now(UTC)
        self._world.change.notify()
        return response

    async def _answer(self, request: Request, record: Record) -> Response:
        body = await request.body()
        record.args = read_body(body, request.headers.get("content-type", ""))
        await asyncio.sleep(self._faults.latency_s)
        path = request.path_params["path"]
        if fault := self._faults.take(METHOD, record.args):
            record.fault = fault.kind
            return await self._go_wrong(fault, request, path, dict(record.args))
        self._apply(path, dict(record.args))
        record.answer = {"ok": True}
        return PlainTextResponse("ok")

    def _apply(self, path: str, given: Json) -> None:
        respond(self._world.response_urls.use(path), given)

    async def _go_wrong(self, fault: Fault, request: Request, path: str, given: Json) -> Response:
        if fault.kind == "slow_effect_late":
            await fault.delay()
        if fault.kind in {"slow_effect_late", "reset_after", "internal_error_after"}:
            self._apply(path, given)
        if fault.kind in {"reset_before", "reset_after"}:
            self._abort(request)
        if fault.kind == "slow_effect_late":
            return PlainTextResponse("ok")
        if fault.kind == "ratelimited":
            headers = {"retry-after": str(max(1, round(fault.delay_s)))}
            return PlainTextResponse("ratelimited", status_code=429, headers=headers)
        if fault.kind.startswith(ERROR):
            raise Refusal(fault.kind.removeprefix(ERROR), status=404)
        return PlainTextResponse("no", status_code=503 if fault.kind == "5xx" else 500)


def respond(to: ResponseUrl, given: Json) -> Message | None:
    """Do what an answer asks for: replace or delete the original, or say something new.

    Raises: Refusal for bad content, or where there is no original to replace.
    """
    original = to.message
    if given.get("delete_original") or given.get("replace_original"):
        if original is None or original.ts not in to.channel.messages:
            raise Refusal("no_original", status=404)
        if given.get("delete_original"):
            del to.channel.messages[original.ts]
            to.app.team.world.change.notify()
            return None
        reword(to.app, original, _content(to.app, given), given=PARTS)
        return original
    stays_private = original is not None and original.ephemeral_to is not None
    in_channel = given.get("response_type") == "in_channel" and not stays_private
    return say(
        to.app,
        to.channel,
        _content(to.app, given),
        thread_ts=given.get("thread_ts"),
        ephemeral_to=None if in_channel else to.user_id,
    )


def _content(app: App, given: Json) -> Any:
    return read_content(given, app.team.world.new_id)


def answer_command(app: App, user_id: str, channel: Channel, body: object) -> Message | None:
    """Show what stands in a command's ack: text or JSON. Raises: Refusal for bad content."""
    given = {"text": body} if isinstance(body, str) else body
    if not isinstance(given, dict) or not (given.get("text") or given.get("blocks")):
        return None
    now_s = app.team.world.elapsed()
    return respond(ResponseUrl(app, user_id, channel, now_s, message=None), given)
