"""This bot: real nudges, chosen, rendered, recorded; PROFILE names a file for cProfile's report."""

import asyncio
import cProfile
import os

from bench.processes import told_to_stop, wait_for_go
from bot.app import Bot
from bot.clock import SystemClock
from bot.logs import set_up_logs
from bot.serve import keep_what_stands
from bot.settings import Settings


async def main() -> None:
    settings = Settings.load(env_file=None)
    set_up_logs(settings.log_level)
    bot = await Bot.build(settings, SystemClock())
    keep_what_stands()
    before_s = await wait_for_go()
    profile = cProfile.Profile() if os.environ.get("PROFILE") else None
    if profile:
        profile.enable()
    bot.ticker.start()
    bot.ticker.wake()  # the beat's second is not what is measured
    await told_to_stop(before_s)
    await bot.ticker.stop()
    if profile:
        profile.disable()
        profile.dump_stats(os.environ["PROFILE"])
    await bot.close()


if __name__ == "__main__":
    asyncio.run(main())
