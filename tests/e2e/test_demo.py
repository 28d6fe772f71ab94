"""The demo, as a person meets it: the tour in both languages, and the prompt."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.demo.guide import Missing, Tour
from bot.sandbox.typeset import columns

ROOT = Path(__file__).parents[2]
WITHIN_S = 120
WIDEST = 104  # columns, in the table of practices; all else keeps to 88
# Latin words that stand in a Chinese transcript for good reason: what is typed, names, marks.
LATIN = {
    "trustcheck", "slack", "commit", "pulse", "proj", "make", "demo", "start", "pause", "resume",
    "full", "ask", "reflect", "export", "forget", "privacy",
    "ann", "ben", "chen", "deepa", "eli", "fay",
}  # fmt: skip


@asynccontextmanager
async def started(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the demo as a process of its own, and end it whatever happens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        *arguments,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        preexec_fn=_hears_ctrl_c,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def _hears_ctrl_c() -> None:
    """Undo what a shell does to commands in its background, and so to their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


async def demo(*arguments: str) -> tuple[int, str]:
    """Let the demo run to its end; return its exit code and what it printed."""
    async with started(*arguments) as process:
        printed, _ = await asyncio.wait_for(process.communicate(), WITHIN_S)
        return await process.wait(), printed.decode()


async def test_the_tour_shows_four_weeks_and_ends_well() -> None:
    code, printed = await demo("--tour")
    assert code == 0, printed[-3000:]
    assert max(map(columns, printed.splitlines())) <= WIDEST
    for happened in (
        "Trust 5.0",
        "eli in Auckland, Tuesday 09:30",
        "ben in Los Angeles, Tuesday 09:30",
        "send Ben the deck",
        "(5 answers)",
        "Page 1 of 5",
        "Trust 5.5",
        "asks you for a second view",
        "Asked. If an answer comes within a week",
        "rather hear it early",
        "left them out",
        "Coming up soon",
        "Moved: now due Wednesday 2 December, 12:00.",
        "Ended on time",
        "An answer arrived",
        "80/20: 8 on time-tested principles, 2 on virtual technique.",
        "of 10 on Focus on others, where his check said to start.",
    ):
        assert happened in printed


async def test_the_tour_in_chinese_leaves_no_english_over() -> None:
    code, printed = await demo("--tour", "--locale", "zh-CN")
    assert code == 0, printed[-3000:]
    assert max(map(columns, printed.splitlines())) <= WIDEST
    words = {word.lower() for word in re.findall(r"[A-Za-z]{2,}", printed)}
    assert words - LATIN == set()


async def test_a_step_that_did_not_happen_stops_the_tour() -> None:
    with pytest.raises(Missing, match="the moon"):
        Tour.expect(None, False, "the moon rises")  # type: ignore[arg-type]


async def test_the_prompt_reads_lines_in_any_language_and_ctrl_c_ends_it_quietly() -> None:
    async with started("--locale", "zh-CN") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = await asyncio.wait_for(process.stdout.readuntil(b"ann> "), WITHIN_S)
        assert b"Try these" in shown
        process.stdin.write("/commit 周五前交报告\n".encode())
        logged = await asyncio.wait_for(process.stdout.readuntil(b"ann> "), WITHIN_S)
        assert "交报告" in logged.decode()
        process.send_signal(signal.SIGINT)
        rest = await asyncio.wait_for(process.stdout.read(), WITHIN_S)
        assert await asyncio.wait_for(process.wait(), WITHIN_S) == 0
    assert rest.strip() == b""
