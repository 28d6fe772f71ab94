"""Letters on their way: sent side by side, and what became of each written down as answers come."""

import asyncio
from collections.abc import Sequence

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.compose import Composer, Letter
from bot.delivery.outcomes import Outcome, count, record
from bot.delivery.places import Share
from bot.delivery.rules import Timing
from bot.deps import Deps
from bot.errors import SlackError, SlackUnavailable
from bot.slack.deadline import is_past, leaves_before
from bot.slack.ids import ChannelId

log = structlog.get_logger(__name__)

TOGETHER_S = 0.02  # what comes back within it is written down in one go
RECORD_AGAIN_S = 1  # after the database failed


class Sender:
    """One worker's way to Slack for what was chosen and committed."""

    def __init__(self, deps: Deps, composer: Composer, timing: Timing) -> None:
        self._deps = deps
        self._composer = composer
        self._timing = timing

    async def send(self, letters: Sequence[Letter], send_before: float, share: Share) -> bool:
        """Send *letters* of one workspace, none after *send_before* by the loop's clock.

        *share* has a place for each, and gets it back with the answer.
        Returns, whatever happens, only once none is on its way any more: whether Slack or the way
        there had a problem. A slow answer delays nobody else's record.

        Raises:
            SQLAlchemyError: what couldn't be written down stays `sending`, and is looked for.
        """
        record_until = send_before + self._timing.send_margin.total_seconds()
        going = {asyncio.create_task(self._send(one, send_before)) for one in letters}
        had_trouble = False
        try:
            while going:
                await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
                back, going = await asyncio.wait(going, timeout=TOGETHER_S)
                share.keep(len(going))
                outcomes = [one for task in back if (one := task.result()) is not None]
                await self._record(outcomes, record_until)
                had_trouble |= any(one.is_trouble for one in outcomes)
        finally:
            if going:
                await asyncio.wait(going)
        return had_trouble

    async def _record(self, outcomes: Sequence[Outcome], until: float) -> None:
        """Write down what is known, again where the database fails: the lease's time is enough."""
        while outcomes:
            try:
                async with self._deps.db.write() as session:
                    await record(self._deps, session, self._composer, outcomes, self._timing)
            except SQLAlchemyError:
                if asyncio.get_running_loop().time() > until:
                    raise
                log.exception("record_broke", count=len(outcomes))
                await asyncio.sleep(RECORD_AGAIN_S)
            else:
                count(self._deps, outcomes)
                return

    async def _send(self, letter: Letter, send_before: float) -> Outcome | None:
        """Make the one call; whatever happens comes back as an outcome, never as an error.

        None where nobody knows, or where the lease runs out as after a long stop of the process:
        the row stays `sending`, and whoever holds the lease next looks for it.
        """
        try:
            with leaves_before(send_before):
                return await self._post(letter)
        except SlackError as error:
            return Outcome(letter, error=error)
        except SQLAlchemyError:  # its token couldn't be read, so nothing has left
            log.exception("token_unread", workspace=letter.workspace)
            return Outcome(letter, error=SlackUnavailable("database"))
        except Exception:  # BLE001: a bug met by one letter keeps no other from its record
            log.exception("send_broke", delivery=letter.id)
            return None

    async def _post(self, letter: Letter) -> Outcome | None:
        if is_past():
            return None
        messenger = self._deps.messenger
        if letter.edit is not None:
            channel, ts = letter.edit
            await messenger.edit(letter.workspace, ChannelId(channel), ts, letter.message)
            return Outcome(letter, channel, ts)
        posted, ts = await messenger.post(
            letter.workspace,
            ChannelId(letter.target),
            letter.message,
            delivery_id=letter.id,
            thread_ts=letter.thread_ts,
        )
        return Outcome(letter, posted, ts)
