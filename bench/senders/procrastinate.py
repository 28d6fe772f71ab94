"""procrastinate on PostgreSQL with a job a message, the client and its session shared."""

import asyncio
import os

from procrastinate import App, PsycopgConnector

from bench.message import nudge
from bench.processes import told_to_stop, wait_for_go
from bot.slack.messenger import close_client, open_client

CONCURRENCY = 100
POOL = 10  # connections, as the bot has
AT_ONCE = 1000  # jobs deferred in one statement


async def main() -> None:
    client, message = open_client(os.environ["SLACK_API_URL"]), nudge()
    app = App(
        connector=PsycopgConnector(
            conninfo=os.environ["DATABASE_URL"], min_size=POOL, max_size=POOL
        )
    )

    @app.task(name="post")
    async def post(channel: str) -> None:
        body = {"channel": channel, **message}
        headers = {"Authorization": "Bearer xoxb-procrastinate"}
        await client.api_call("chat.postMessage", json=body, headers=headers)

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        jobs = [{"channel": f"U{number:09d}"} for number in range(int(os.environ["MESSAGES"]))]
        for start in range(0, len(jobs), AT_ONCE):
            await post.batch_defer_async(*jobs[start : start + AT_ONCE])
        before_s = await wait_for_go()
        await app.run_worker_async(
            concurrency=CONCURRENCY, wait=False, install_signal_handlers=False
        )
        await told_to_stop(before_s)
    await close_client(client)


if __name__ == "__main__":
    # By its name, not as __main__: procrastinate warns of tasks that others couldn't find.
    from bench.senders.procrastinate import main as run

    asyncio.run(run())
