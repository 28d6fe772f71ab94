"""The limit: nothing but the SDK's client on one shared session, as many at once as the bot."""

import asyncio
import os
from collections.abc import Iterator

from slack_sdk.web.async_client import AsyncWebClient

from bench.message import nudge
from bench.processes import told_to_stop, wait_for_go
from bot.slack.messenger import CONNECTIONS, close_client, open_client


async def main() -> None:
    client, message = open_client(os.environ["SLACK_API_URL"]), nudge()
    channels = (f"U{number:09d}" for number in range(int(os.environ["MESSAGES"])))
    before_s = await wait_for_go()
    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(_post(client, channels, message))
    await told_to_stop(before_s)
    await close_client(client)


async def _post(
    client: AsyncWebClient, channels: Iterator[str], message: dict[str, object]
) -> None:
    headers = {"Authorization": "Bearer xoxb-bare"}
    for channel in channels:
        body = {"channel": channel, **message}
        await client.api_call("chat.postMessage", json=body, headers=headers)


if __name__ == "__main__":
    asyncio.run(main())
