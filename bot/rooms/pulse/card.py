"""The pulse's part of the App Home: the teams somebody is in that have one."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.deps import Card, Deps
from bot.members.reader import Reader
from bot.members.tables import ChannelMember
from bot.rooms.pulse import store, views_card
from bot.slack.blocks import Block, Buildable

RANK = 40


async def home_card(deps: Deps, session: AsyncSession, who: Reader) -> Sequence[Buildable | Block]:
    mine = await session.scalars(
        select(ChannelMember.channel_id).where(
            col(ChannelMember.workspace_id) == who.workspace,
            col(ChannelMember.member_id) == who.member,
        )
    )
    pulses = await store.running_in(session, who.workspace, list(mine))
    return views_card.home_card(deps.words(who), pulses)


CARD = Card(RANK, home_card)
