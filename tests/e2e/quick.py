"""`python -m tests.e2e.quick ROLE`: the bot's own command with delivery's durations shortened."""

import asyncio
import sys
from datetime import timedelta

from bot import serve
from bot.delivery.rules import Timing
from bot.logs import set_up_logs
from bot.settings import Settings

QUICK = Timing(
    lease=timedelta(seconds=5),
    request=timedelta(seconds=1.5),
    send_margin=timedelta(seconds=2.5),
    first_read=timedelta(seconds=4),
    second_read=timedelta(seconds=1),
    first_backoff=timedelta(seconds=0.5),
)

if __name__ == "__main__":
    settings = Settings.load(env_file=None)
    set_up_logs(settings.log_level)
    command = {"worker": serve.worker, "run": serve.run}[sys.argv[1]]
    asyncio.run(command(settings, QUICK))
