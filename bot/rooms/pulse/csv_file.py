"""What was published of a team, as a file: every figure as the posts said it, nothing finer."""

import csv
import io
from collections.abc import Sequence

import aiohttp

from bot.content import Words
from bot.content.schema import FACTORS
from bot.deps import Deps
from bot.members.reader import Reader
from bot.rooms.pulse.results import Shown
from bot.rooms.pulse.rotation import ANCHOR
from bot.rooms.pulse.views_results import answers_said, figure_said
from bot.slack.failures import CALL_FAILURES, classify

NAME = "pulse.csv"


def csv_text(words: Words, published: Sequence[Shown]) -> str:
    """Return one line a publication, oldest first, in the reader's words."""
    asked = (ANCHOR, *FACTORS)
    lines = io.StringIO()
    writer = csv.writer(lines)
    names = [words(f"pulse-asked-{one.lower()}") for one in asked]
    writer.writerow([words("pulse-csv-day"), words("pulse-csv-answers"), *names])
    for one in published:
        count = {"answers": one.publication.answers, "out_of": one.publication.out_of}
        said = answers_said(words, count)
        if one.publication.is_pool:
            said = words("pulse-csv-pool", answers=said)
        figures = [figure_said(words, one.row.figures[each]) for each in asked]
        writer.writerow([one.row.opened_on.isoformat(), said, *figures])
    return lines.getvalue()


async def send_csv(deps: Deps, who: Reader, text: str, comment: str) -> None:
    """Put the file into the reader's own conversation with the bot.

    Raises:
        SlackError: the file didn't get there, as where the host gave no `files:write`.
    """
    content, messenger = text.encode(), deps.messenger
    place = await messenger.ask(
        who.workspace, "files.getUploadURLExternal", filename=NAME, length=len(content)
    )
    session = messenger.client.session
    assert session is not None  # noqa: S101  # `open_client` always gives one
    try:
        async with session.post(
            str(place["upload_url"]), data=content, timeout=aiohttp.ClientTimeout(30)
        ) as answer:
            answer.raise_for_status()
    except CALL_FAILURES as error:
        raise classify(error, "upload_url") from error
    opened = await messenger.ask(who.workspace, "conversations.open", users=who.member)
    await messenger.call(
        who.workspace,
        "files.completeUploadExternal",
        files=[{"id": place["file_id"], "title": NAME}],
        channel_id=opened["channel"]["id"],
        initial_comment=comment,
    )
