"""The HTTP face of `web`: Slack's endpoint, health, readiness and metrics."""

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.delivery.standing import standing
from bot.slack.http import PATH, Endpoint
from bot.storage.migrate import needs
from bot.web import metrics

if TYPE_CHECKING:
    from bot.app import Bot


def build_web(bot: "Bot", *, slack: bool) -> Starlette:
    """Return the ASGI app; *slack* says whether Slack's requests are served too."""

    async def ready(_request: Request) -> Response:
        problem = await why_not_ready(bot)
        return JSONResponse({"ready": problem is None, "problem": problem}, 503 if problem else 200)

    async def figures(_request: Request) -> Response:
        await look_at_ledger(bot)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [
        Route("/healthz", _alive),
        Route("/readyz", ready),
        Route("/metrics", figures),
    ]
    if slack:
        endpoint = Endpoint(bot.bolt, bot.background)
        routes.append(Route(PATH, endpoint.answer, methods=["POST"]))
    return Starlette(routes=routes)


async def why_not_ready(bot: "Bot") -> str | None:
    """Return what keeps the bot from working, in words for a host; None when all is well."""
    try:
        async with bot.deps.db.read() as session:
            await session.execute(text("SELECT 1"))
        if problem := await needs(bot.deps.db):
            return problem
        now = await standing(bot.deps)
    except (SQLAlchemyError, OSError):
        return "the database doesn't answer"
    if not bot.deps.content.locales:
        return "there is no content"
    if now.is_unattended:
        minutes = int(now.lag.total_seconds() // 60)
        return f"a message has been due for {minutes} minutes and no worker takes it"
    return None


async def look_at_ledger(bot: "Bot") -> None:
    """Bring the gauges up to date; where the database doesn't answer, they stay as they were."""
    try:
        now = await standing(bot.deps)
    except (SQLAlchemyError, OSError):
        return
    metrics.due.set(now.due)
    metrics.paused.set(now.paused)
    metrics.waiting.set(now.lag.total_seconds())


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok")
