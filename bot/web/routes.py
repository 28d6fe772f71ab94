"""The HTTP face of `web`: Slack's endpoint, health, readiness and metrics."""

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.slack.http import PATH, Endpoint
from bot.storage.migrate import needs

if TYPE_CHECKING:
    from bot.app import Bot


def build_web(bot: "Bot", *, slack: bool) -> Starlette:
    """Return the ASGI app; *slack* says whether Slack's requests are served too."""

    async def ready(_request: Request) -> Response:
        problem = await why_not_ready(bot)
        return JSONResponse({"ready": problem is None, "problem": problem}, 503 if problem else 200)

    routes = [
        Route("/healthz", _alive),
        Route("/readyz", ready),
        Route("/metrics", _metrics),
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
        return await needs(bot.deps.db)
    except (SQLAlchemyError, OSError):
        return "the database doesn't answer"


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def _metrics(_request: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
