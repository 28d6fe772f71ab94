"""One form sent to two web processes at once, on PostgreSQL: it counts once."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from sqlmodel import update

from bot.content import Content
from bot.rooms.pulse.tables import Poll
from bot.sandbox.payloads import view_submission
from bot.sandbox.request_urls import encode, sign
from bot.slack.http import PATH
from tests.conftest import TEST_KEY
from tests.e2e.processes import environment, free_port, running
from tests.rooms.pulse.evidence import postgres_rows
from tests.rooms.pulse.polling import ANSWER, POLL_DAY, answers, set_up
from tests.talk import SIGNING_SECRET, TEAM, Talk

AT_ONCE = 8  # to each of the two


async def test_one_answer_counts_when_two_processes_are_sent_the_same_form_at_once(
    postgres_url: str, content: Content
) -> None:
    async with Talk.open(postgres_url, content, key=TEST_KEY) as talk:
        await set_up(talk)
        await talk.at(POLL_DAY)
        form = await filled_in(talk)
        await talk.bot.ticker.stop()  # by its clock the poll would be over
        await open_by_the_real_clock(talk)
        ports = free_port(), free_port()
        env = environment(talk.sandbox.api_url, postgres_url, TEST_KEY)
        async with (
            running("web", env | {"PORT": str(ports[0])}) as one,
            running("web", env | {"PORT": str(ports[1])}) as other,
            aiohttp.ClientSession() as session,
        ):
            await asyncio.gather(one.says("web_started"), other.says("web_started"))
            said = await asyncio.gather(*(post(session, port, form) for port in ports * AT_ONCE))
        logged = "\n".join([*one.lines, *other.lines])
    assert sum("Your answer is counted" in answer for answer in said) == 1
    assert sum("already answered" in answer for answer in said) == 2 * AT_ONCE - 1
    tallies = postgres_rows(postgres_url, "poll_tally", "statement, score, count")
    assert sum(int(count) for *_, count in tallies) == 5
    assert "U0ANN" not in logged


async def filled_in(talk: Talk) -> dict[str, Any]:
    """Return Ann's filled-in form as Slack sends it."""
    ann, team = talk.person("ann"), talk.sandbox.world.teams[TEAM]
    await ann.clicks(ANSWER)
    await ann.fills(answers(4))
    member = team.members["U0ANN"]
    return view_submission(team.app, member, member.modals[-1])


async def open_by_the_real_clock(talk: Talk) -> None:
    """Have the poll be open now: real processes go by the real clock."""
    now = datetime.now(UTC)
    async with talk.bot.deps.db.write() as session:
        await session.execute(
            update(Poll).values(
                opens_at=now - timedelta(hours=1), closes_at=now + timedelta(days=1)
            )
        )


async def post(session: aiohttp.ClientSession, port: int, form: dict[str, Any]) -> str:
    """Send the form, signed, to one of the processes; return what it answered."""
    body, content_type = encode("interactive", form)
    at = int(time.time())
    headers = {
        "content-type": content_type,
        "x-slack-request-timestamp": str(at),
        "x-slack-signature": sign(SIGNING_SECRET, at, body),
    }
    url = f"http://127.0.0.1:{port}{PATH}"
    async with session.post(url, data=body, headers=headers) as answer:
        return await answer.text()
