"""APScheduler with a job a member in an SQLAlchemy job store on PostgreSQL."""

import asyncio
import os
from datetime import UTC, datetime
from typing import Any, ClassVar

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_sdk.web.async_client import AsyncWebClient

from bench.message import nudge
from bench.processes import told_to_stop, wait_for_go
from bot.slack.messenger import close_client, open_client


class Member:
    """A stored job names its function by reference, so what it needs hangs on the class."""

    client: ClassVar[AsyncWebClient]
    message: ClassVar[dict[str, Any]]


async def post(channel: str) -> None:
    body = {"channel": channel, **Member.message}
    headers = {"Authorization": "Bearer xoxb-apscheduler"}
    await Member.client.api_call("chat.postMessage", json=body, headers=headers)


async def main() -> None:
    Member.client, Member.message = open_client(os.environ["SLACK_API_URL"]), nudge()
    scheduler = AsyncIOScheduler(
        jobstores={"default": SQLAlchemyJobStore(os.environ["DATABASE_URL"])}, timezone=UTC
    )
    scheduler.start(paused=True)
    now = datetime.now(UTC)
    for number in range(int(os.environ["MESSAGES"])):
        scheduler.add_job(
            "bench.senders.apscheduler:post",
            "interval",
            days=1,
            args=[f"U{number:09d}"],
            next_run_time=now,
            misfire_grace_time=None,
        )
    before_s = await wait_for_go()
    scheduler.resume()
    await told_to_stop(before_s)
    scheduler.shutdown(wait=False)
    await close_client(Member.client)


if __name__ == "__main__":
    # By its name, not as __main__: the job's function must see what is set on Member.
    from bench.senders.apscheduler import main as run

    asyncio.run(run())
