"""`python -m bot demo`: at the prompt, or as a tour."""

from datetime import UTC, datetime

import typer

from bot.demo.prompt import HELP, TRY, Prompt
from bot.demo.stage import set_stage
from bot.demo.tour import take_tour
from bot.errors import ConfigError

# A Monday afternoon in London, past 09:30 in Los Angeles: for all six the next slot is Tuesday's.
OPENING = datetime(2026, 11, 23, 17, 45, tzinfo=UTC)


async def play(*, tour: bool, locale: str | None) -> int:
    """Run the demo; return the exit code: not 0 where a step of the tour didn't happen.

    *locale* is what everybody speaks; None leaves each their own, and the tour in English.

    Raises:
        ConfigError: there are no words in *locale*.
    """
    spoken = locale or ("en" if tour else None)
    async with set_stage(OPENING, locale=spoken) as stage:
        known = stage.bot.deps.content.locales
        if spoken is not None and spoken not in known:
            raise ConfigError(f"There are no words in {spoken}. Fix: --locale {' or '.join(known)}")
        if tour:
            return await take_tour(stage, spoken or "en")
        typer.echo("A pretend Slack with six people and #proj, and the real bot in it.\n")
        typer.echo(HELP)
        typer.echo("\nTry these, a line at a time:" + "".join(f"\n  {line}" for line in TRY) + "\n")
        await Prompt(stage).run()
    return 0
