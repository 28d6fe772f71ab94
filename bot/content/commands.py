"""The command line's `content`: check what authors wrote, and see how it will look."""

from pathlib import Path
from typing import Annotated

import typer

from bot.content.check import check as check_prompts
from bot.content.guards.uses import use_problems
from bot.content.load import PROMPTS, Content
from bot.content.placeholders import names
from bot.content.problems import ContentError

CODE = Path(__file__).parents[1]
Root = Annotated[Path, typer.Option(help="The folder with one sub-folder a language.")]

content = typer.Typer(help="Check and preview what the bot says.", no_args_is_help=True)


@content.command()
def check(root: Root = PROMPTS) -> None:
    """Check every file: each problem with its file, line and fix; ends with 1 if there are any."""
    report = check_prompts(root)
    whole = bool(report.coverage)  # else half the messages couldn't be read
    problems = [*report.problems, *(use_problems(root, CODE) if whole else ())]
    for line in (*problems, *report.coverage):
        typer.echo(line)
    typer.echo(f"{len(problems)} problems" if problems else "All is well")
    raise typer.Exit(bool(problems))


@content.command()
def preview(practice_id: str, locale: str = "en", root: Root = PROMPTS) -> None:
    """Print a practice as people will read it, with a teammate's name and with nobody named."""
    loaded = _load(root)
    if locale not in loaded.locales:
        raise typer.BadParameter(f"{locale} is none of {', '.join(loaded.locales)}")
    catalogue = loaded.catalogue(locale)
    practice = catalogue.practice(practice_id)
    if practice is None:
        known = ", ".join(each.id for each in catalogue.practices)
        raise typer.BadParameter(f"{practice_id} is none of {known}")
    typer.echo(f"{practice.id} ({practice.factor}, {practice.side})")
    typer.echo(f"{practice.idea}\n{practice.reason}")
    for wording in practice.wordings:
        typer.echo(f"\n{wording.id}")
        fillings = ["Ana", loaded.words(locale)("common-someone")]
        for teammate in fillings if names(wording.text) else fillings[:1]:
            typer.echo(f"  {wording.said(teammate)}")


def _load(root: Path) -> Content:
    try:
        return Content.load(root)
    except ContentError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
