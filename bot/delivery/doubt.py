"""Channel posts nobody knows the fate of: whoever looks after them is asked, and decides.

Without a scope for channels' history the bot can't look itself, and twice in a channel is worse
than once too few: so it asks one person, in private, and does as they say, once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from blockkit import Actions, Button, Section
from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import Words
from bot.delivery import rules, store
from bot.delivery.compose import due_of
from bot.delivery.tables import Delivery
from bot.deps import Composed, Decision, Deps, Due, Kind, Room, Skip, Wait
from bot.errors import UserError
from bot.members import store as members
from bot.members.people import zone_of
from bot.members.reader import Reader
from bot.members.schedule import awake_at
from bot.members.tables import Member
from bot.slack.blocks import Message, finish, label, ours
from bot.slack.ids import MemberId, WorkspaceId, encode
from bot.slack.inputs import Press, Reply

CARD = "delivery.doubt"
SETTLED = "delivery.doubt.settled"
AGAIN = "delivery.doubt.again"


async def ask_owner(session: AsyncSession, post: Delivery, kind: Kind, now: datetime) -> None:
    """Plan the question about *post* to its owner; where it has none, to whoever installed us."""
    workspace = WorkspaceId(post.workspace_id)
    owners = await kind.owners(session, [due_of(post)]) if kind.owners else {}
    owner = owners.get(post.delivery_id)
    if owner is None:
        home = await members.get_workspace(session, workspace)
        owner = MemberId(home.installer_id) if home and home.installer_id else None
    if owner is not None:
        attempt = str(post.attempts)
        row = store.new_row(workspace, CARD, post.delivery_id, attempt, target=owner, due_at=now)
        await store.plan(session, [row])


async def settle(deps: Deps, who: Reader, post_id: str, attempt: str) -> None:
    """Take a post for sent, on *who*'s word; its room goes on from there.

    Raises:
        UserError: *who* wasn't asked about it, or it is settled already.
    """
    async with deps.db.write() as session:
        post = await _in_doubt(session, who, post_id, attempt)
        post.state, post.channel, post.reason = "sent", post.target, None
        kind = next((one for one in deps.kinds if one.name == post.kind), None)
        if kind is not None and kind.sent is not None:
            await kind.sent(session, [(due_of(post), post.target, "")])
    deps.wake()


async def post_again(deps: Deps, who: Reader, post_id: str, attempt: str) -> None:
    """Have a post sent once more.

    What it says is chosen anew: since then its time may have passed, or its channel may have
    been shared with another company.

    Raises:
        UserError: as `settle`.
    """
    async with deps.db.write() as session:
        post = await _in_doubt(session, who, post_id, attempt)
        post.state, post.content, post.reason, post.try_at = "due", None, None, None
        post.reads += 1  # their look is one, too: it isn't held back again
    deps.wake()


async def _in_doubt(session: AsyncSession, who: Reader, post_id: str, attempt: str) -> Delivery:
    """Return the post, locked. Raises: UserError."""
    card_id = store.delivery_id(who.workspace, CARD, post_id, attempt)
    card = await session.get(Delivery, (who.workspace, card_id))
    post = await session.get(Delivery, (who.workspace, post_id), with_for_update=True)
    if card is None or post is None or card.target != who.member:
        raise UserError("house-old-card")
    if post.state != "doubt" or str(post.attempts) != attempt:
        raise UserError("delivery-doubt-over")
    return post


async def compose(
    deps: Deps, session: AsyncSession, dues: Sequence[Due], now: datetime
) -> Mapping[str, Decision]:
    workspace = dues[0].workspace
    asked = [MemberId(due.target) for due in dues]
    people = {one.member_id: one for one in await members.members_of(session, workspace, asked)}
    return {
        due.id: await _question(deps, session, due, people.get(due.target), now) for due in dues
    }


async def _question(
    deps: Deps, session: AsyncSession, due: Due, owner: Member | None, now: datetime
) -> Decision:
    post = await session.get(Delivery, (due.workspace, due.subject))
    if owner is None or owner.is_gone or post is None or post.state != "doubt":
        return Skip(rules.GONE)
    wakes_at = awake_at(now, zone_of(owner))
    if wakes_at > now:
        return Wait(wakes_at)
    data = {"channel": post.target, "kind": post.kind, "post": due.subject, "attempt": due.slot}
    return Composed(deps.people.reader_of(owner).locale, data)


def card(words: Words, data: Mapping[str, Any]) -> Message:
    """Return the question. *data*: `channel`, `kind`, `post` and `attempt`."""
    what = words(f"delivery-kind-{data['kind'].replace('.', '-')}")
    value = encode({"post": data["post"], "attempt": data["attempt"]})
    buttons: list[Any] = [
        Button(text=label(words("delivery-doubt-settle")), action_id=SETTLED, value=value),
        Button(text=label(words("delivery-doubt-again")), action_id=AGAIN, value=value),
    ]
    asked = words("delivery-doubt-card", what=what, channel=f"<#{data['channel']}>")
    return Message(
        words("delivery-doubt-notification"), finish([Section(ours(asked)), Actions(buttons)])
    )


async def on_press_settled(deps: Deps, press: Press) -> Reply:
    await settle(deps, press.who, *_asked(press))
    return _answer(deps, press, "delivery-doubt-is-settled")


async def on_press_again(deps: Deps, press: Press) -> Reply:
    await post_again(deps, press.who, *_asked(press))
    return _answer(deps, press, "delivery-doubt-is-posted")


def _asked(press: Press) -> tuple[str, str]:
    return str(press.value.get("post")), str(press.value.get("attempt"))


def _answer(deps: Deps, press: Press, message_id: str) -> Reply:
    """Put the answer in the question's place."""
    said, url = deps.words(press.who)(message_id), press.response_url
    if url is None:
        return Reply()
    message = Message(said, finish([Section(ours(said))]))
    return Reply(later=lambda: deps.messenger.respond(url, message, replace=True))


ROOM = Room(
    name="delivery",
    actions={SETTLED: on_press_settled, AGAIN: on_press_again},
    kinds=(Kind(CARD, compose, card),),
)
