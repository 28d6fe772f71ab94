"""Lines from the keyboard, without holding up the end of the demo."""

import asyncio
import sys
import threading

import typer


async def read_line(prompt: str) -> str:
    """Return the next line typed.

    `asyncio.to_thread` would have Ctrl-C wait for Enter: the loop's own threads are joined.

    Raises:
        EOFError: there is no more.
    """
    loop = asyncio.get_running_loop()
    typed: asyncio.Future[str] = loop.create_future()

    def hand_over(line: str | None) -> None:
        if typed.done():
            return
        if line is None:
            typed.set_exception(EOFError())
        else:
            typed.set_result(line)

    def read() -> None:
        try:
            line: str | None = _ask(prompt)
        except EOFError:
            line = None
        if not loop.is_closed():
            loop.call_soon_threadsafe(hand_over, line)

    threading.Thread(target=read, daemon=True).start()
    return await typed


def _ask(prompt: str) -> str:
    if sys.stdin.isatty():
        return input(prompt)
    typer.echo(prompt, nl=False)
    # Unbuffered: Python can't end while a thread of ours holds the buffer's lock.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as pipe:
        line = pipe.readline()
    if not line:
        raise EOFError
    return line.decode(errors="replace")
