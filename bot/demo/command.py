"""`python -m bot demo`: at the prompt, or as a tour."""

from datetime import UTC, datetime

import typer

from bot.demo.prompt import HELP, Prompt
from bot.demo.stage import set_stage
from bot.demo.tour import take_tour

# A Monday afternoon in London, past 09:30 in Los Angeles: for all six the next slot is Tuesday's.
OPENING = datetime(2026, 11, 23, 17, 45, tzinfo=UTC)


async def play(*, tour: bool, locale: str) -> int:
    """Run the demo; return the exit code: not 0 where a step of the tour didn't happen."""
    async with set_stage(OPENING, locale=locale if tour else None) as stage:
        if tour:
            return await take_tour(stage, locale)
        typer.echo("A pretend Slack with six people and #proj, and the real bot in it.\n")
        typer.echo(HELP)
        typer.echo("\nTry: /trustcheck   then: /commit send Ben the deck by Fri 3pm\n")
        await Prompt(stage).run()
    return 0
