"""`make bench-limits`: how much of what Slack allows is used, and whether anything gets lost.

The sandbox holds the bot to Slack's ceiling a workspace. The bucket's first burst is let pass;
counted is what comes after, by the sandbox.
"""

import argparse
import asyncio
from collections import Counter
from time import monotonic

from bench.databases import Databases, databases
from bench.figures import say_figure, say_machine
from bench.processes import started
from bot.sandbox.server import Sandbox
from bot.storage.types import Cipher
from tests.e2e.crowd import gather_crowd

BURST_S = 20
BURST_POSTS = 120  # what bucket and start may let through beside the sustained rate


def taken(sandbox: Sandbox) -> int:
    """Count the posts Slack took."""
    return sum(
        call.method == "chat.postMessage" and bool(call.answer and call.answer.get("ok"))
        for call in sandbox.calls
    )


async def sustained(sandbox: Sandbox, window_s: float) -> float:
    """Return the messages a minute that were taken during *window_s*, after the burst."""
    await asyncio.sleep(BURST_S)
    before, began = taken(sandbox), monotonic()
    await asyncio.sleep(window_s)
    return (taken(sandbox) - before) * 60 / (monotonic() - began)


async def measure(workspaces: int, window_s: float, kind: str, here: Databases) -> None:
    sandbox = await Sandbox.start()
    per_minute = sandbox.limits.posts_per_workspace_per_min
    members = int(per_minute * (BURST_S + window_s) / 60) + BURST_POSTS
    url, cipher = await here.new(kind), Cipher((here.key,))
    crowd = await gather_crowd(sandbox, url, cipher, workspaces=workspaces, members=members)
    env = {
        "SLACK_API_URL": sandbox.api_url,
        "DATABASE_URL": url,
        "ENCRYPTION_KEYS": here.key,
        "LOG_LEVEL": "WARNING",
    }
    async with started("bench.senders.bot", env=env) as sender:
        sender.go()
        rate = await sustained(sandbox, window_s)
        await sandbox.until(lambda: taken(sandbox) >= len(crowd.owed), within_s=window_s + 300)
    arrived = crowd.arrived(sandbox)
    lost = sum((Counter(crowd.owed) - arrived).values())
    doubled = sum((arrived - Counter(crowd.owed)).values())
    say_figure(f"limits.{kind}.share_of_allowed", rate / (per_minute * workspaces), ">=0.95")
    say_figure(f"limits.{kind}.lost", lost, "=0")
    say_figure(f"limits.{kind}.doubled", doubled, "=0")
    say_figure(f"limits.{kind}.messages_a_minute", rate)
    say_figure(f"limits.{kind}.answered_429", sandbox.limits.refused)
    await sandbox.close()


async def main(options: argparse.Namespace) -> None:
    with databases() as here:
        for kind in ("sqlite", "postgres"):
            await measure(options.workspaces, options.seconds, kind, here)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="30 s instead of 3 minutes")
    parser.add_argument("--workspaces", type=int, default=4)
    parser.add_argument("--seconds", type=float)
    options = parser.parse_args()
    options.seconds = options.seconds or (30.0 if options.quick else 180.0)
    return options


if __name__ == "__main__":
    say_machine()
    asyncio.run(main(read_options()))
