"""The demo's prompt, as somebody meets it who has never seen it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo.command import OPENING
from bot.demo.prompt import TRY, Prompt
from bot.demo.stage import set_stage

README = Path(__file__).parents[2] / "README.md"
Says = Callable[..., Awaitable[str]]


@pytest.fixture
async def says(capsys: pytest.CaptureFixture[str]) -> AsyncIterator[Says]:
    """Type lines at the prompt; gives what the last one printed."""
    async with set_stage(OPENING) as stage:
        prompt = Prompt(stage)

        async def say(*lines: str) -> str:
            for line in lines:
                capsys.readouterr()
                await prompt.act(line)
            return capsys.readouterr().out

        yield say


def conversation_in_the_readme() -> dict[str, list[str]]:
    """Return what the README says that each line of its conversation shows."""
    shown: dict[str, list[str]] = {}
    for block in README.read_text().split("\n\n"):
        if not block.startswith("    ann> "):
            continue
        for part in block.split("    ann> ")[1:]:
            line, *rest = part.splitlines()
            shown[line] = [one.removeprefix("    ") for one in rest]
    return shown


async def test_the_readme_shows_a_conversation() -> None:
    assert len(conversation_in_the_readme()) == 4


async def test_the_lines_to_try_do_what_they_are_for(says: Says) -> None:
    printed = {line: await says(line) for line in TRY}
    assert "Only you see this" in printed["/trustcheck"]
    assert printed["choose I say = 4"].endswith("and what I don't know. 4\n")
    assert "Trust 5.0" in printed["submit"]
    assert printed["close"] == "  The form is closed.\n"
    assert "Logged. Due Friday 27 November, 15:00" in printed[TRY[7]]
    assert "Good to meet you" not in printed[TRY[7]]  # what was there before isn't repeated
    assert "Due now. How did it go?" in printed["time fri 15:00"]
    assert "Kept. By today 15:00, or later?" in printed["click Kept"]  # an edit is news, too
    assert "Kept, on time." in printed["click By today"]
    assert "Trust check: 5.0 last time" in printed["home"]
    assert not any("nothing here says" in one for one in printed.values())
    for line, shown in conversation_in_the_readme().items():
        missing = [one for one in shown if one not in printed[line].splitlines()]
        assert not missing, line


async def test_wrong_lines_say_what_would_do(says: Says) -> None:
    await says("/trustcheck")
    for line, answer in {
        "submit": "what I think, and what I don't know.: Please complete",
        "/commit send Ben the deck by Friday": "a form is open: submit or close it first",
        "hello": "a form is open",
        "home": "a form is open",
        "use Quick check": "a form is open",
        "choose I = 4": "'I' begins several, type more of it:\n    I say plainly",
        "choose I do = 9": "no option '9'; there is: '1: Hardly ever'",
        "choose Nothing = 4": "nothing here says 'Nothing'; there is:\n    I say plainly",
        "choose I do 4": "write it as LABEL = VALUE",
        "click": "click what? Type help to see how",
        "click Show it in full": "nothing here says 'Show it in full'",  # it lies beneath
    }.items():
        assert answer in await says(line), line
    await says("close")
    for line, answer in {
        "/pause": "Slack shows: /pause is not a valid command.",
        "submit": "ann has no modal open",
        "time tomorrow 25:99": "try: time tomorrow 09:30",
        "time soon 10:00": "try: time tomorrow 09:30",
        "time +0h": "the clock only moves forward",
        "be bob": "bob isn't here; there are ann, ben",
        "in nowhere": "nowhere isn't here; there are #proj and dm",
        "HELP": "/trustcheck            any slash command",
        "close the books by Friday 3pm": "close the books by Friday 3pm",  # said, not done
        "say home": "ann · Mon 17:45\n    home",
    }.items():
        assert answer in await says(line), line
    assert "It is Tuesday 24 November, 09:30 for ann." in await says("time tomorrow 09:30")


async def test_pickers_take_people_and_days_and_the_news_come_from_everywhere(says: Says) -> None:
    shown = await says(
        "use Log a promise",
        "choose To whom = ben",
        "choose By which day = friday",
        "fill What = send the figures",
        "submit",
    )
    assert "send the figures" in shown
    assert "due Friday 27 November, 17:00 · to @ben" in shown
    await says("close", "in #PROJ", "/pulse", "submit")
    assert "The form is closed." in await says("close")
    assert "@ann set up a team pulse" in await says("be Ben", "read")
    assert "I found no time in that" in await says("say I will call you", "use Track as a promise")
    hello = await says("close", "in dm", "be fay", "/trustcheck start", "click Every working day")
    assert "Your first practice comes tomorrow 09:30" in hello
