"""What Slack tells as it happens: people joining, leaving and changing, channels, uninstalls."""

from datetime import timedelta

from bot.clock import real_now
from bot.deps import Deps, Room
from bot.errors import SlackError
from bot.members import arriving, channels, refusals, store, sync
from bot.members.following import differing, follow
from bot.members.people import from_slack
from bot.members.personal import PERSONAL, forget_suggestions
from bot.slack.ids import ChannelId, MemberId
from bot.slack.inputs import Event, Reply

LATE = timedelta(minutes=10)  # Slack's own retries end after five


async def on_event_member_joined(deps: Deps, event: Event) -> Reply:
    """Somebody joined a channel the bot is in, or the bot itself did: then learn it whole.

    So is a channel nobody told us of yet. One the bot has left is none of ours: the event is late.
    """
    channel = ChannelId(event.text("channel"))
    workspace, member = event.who.workspace, MemberId(event.text("user"))
    if not channel or not member:
        return Reply()
    async with deps.db.write() as session:
        row = await store.get_workspace(session, workspace)
        is_bot = row is not None and row.bot_user_id == member
        known = await store.get_channel(session, workspace, channel)
        is_ours = known is not None and known.bot_is_in
        if is_ours and not is_bot:
            await store.join_channel(session, workspace, channel, [member])
    if is_bot or known is None:
        await sync.learn_channel(deps, workspace, channel, greet=is_bot)
        return Reply()
    if not is_ours:
        return Reply()
    return Reply(later=lambda: sync.learn_member(deps, workspace, member))


async def on_event_member_left(deps: Deps, event: Event) -> Reply:
    channel = ChannelId(event.text("channel"))
    member = MemberId(event.text("user"))
    async with deps.db.write() as session:
        await store.quit_channel(session, event.who.workspace, channel, member)
    return Reply()


async def on_event_bot_left(deps: Deps, event: Event) -> Reply:
    """The bot was removed from a channel, or the channel is gone."""
    channel = ChannelId(event.text("channel"))
    archived = event.type in {"channel_archive", "group_archive"}
    async with deps.db.write() as session:
        await store.leave_channel(session, event.who.workspace, channel, is_archived=archived)
    return Reply()


async def on_event_channel_back(deps: Deps, event: Event) -> Reply:
    """An archived channel is in use again: learn it anew, and who is in it."""
    workspace, channel = event.who.workspace, ChannelId(event.text("channel"))
    async with deps.db.write() as session:
        if await store.get_channel(session, workspace, channel) is not None:
            await sync.plan_learning(session, workspace, channel, deps.clock.now())
    deps.wake()
    return Reply()


async def on_event_channel_renamed(deps: Deps, event: Event) -> Reply:
    channel = event.fields("channel")
    async with deps.db.write() as session:
        await store.rename_channel(
            session,
            event.who.workspace,
            ChannelId(str(channel.get("id"))),
            str(channel.get("name") or ""),
        )
    return Reply()


async def on_event_channel_moved(deps: Deps, event: Event) -> Reply:
    """A channel has a new id, as when it is shared: all that is about it goes with it."""
    before, after = (event.text(key) for key in ("old_channel_id", "new_channel_id"))
    async with deps.db.write() as session:
        await channels.move(session, event.who.workspace, ChannelId(before), ChannelId(after))
    return Reply()


async def on_event_person(deps: Deps, event: Event) -> Reply:
    """A person is new or changed: write what is news to us; most changes are none of ours."""
    user = event.fields("user")
    if not isinstance(user.get("id"), str):
        return Reply()
    workspace, row = event.who.workspace, from_slack(event.who.workspace, user)
    async with deps.db.read() as session:
        is_news = bool(await differing(session, workspace, [row]))
    if is_news:
        async with deps.db.write() as session:
            await follow(session, workspace, [row], deps.clock.now())
    return Reply()


async def on_event_home_opened(deps: Deps, event: Event) -> Reply:
    """Whoever looks in for the first time is shown round, or asked what nobody asked them."""
    if event.who.is_met or not event.who.member:
        return Reply()
    return Reply(later=lambda: arriving.show_round(deps, event.who))


async def on_event_uninstalled(deps: Deps, event: Event) -> Reply:
    return await _stop(deps, event)


async def on_event_tokens_revoked(deps: Deps, event: Event) -> Reply:
    """Stop where the bot's own token went; people's tokens aren't ours."""
    return await _stop(deps, event) if event.fields("tokens").get("bot") else Reply()


async def _stop(deps: Deps, event: Event) -> Reply:
    if await _is_back(deps, event):
        return Reply()
    async with deps.db.write() as session:
        await refusals.uninstall(session, event.who.workspace, event.type, deps.clock.now())
    deps.messenger.forget_token(event.who.workspace)
    return Reply()


async def _is_back(deps: Deps, event: Event) -> bool:
    """Say whether an event is late, and the app has been installed again since: its token works."""
    if event.at is None or real_now() - event.at < LATE:
        return False
    try:
        await deps.messenger.ask(event.who.workspace, "auth.test")
    except SlackError:
        return False
    return True


ROOM = Room(
    name="members",
    personal=PERSONAL,
    forgets=forget_suggestions,
    errands=sync.ERRANDS,
    kinds=arriving.KINDS,
    events={
        "member_joined_channel": on_event_member_joined,
        "member_left_channel": on_event_member_left,
        "channel_left": on_event_bot_left,
        "group_left": on_event_bot_left,
        "channel_archive": on_event_bot_left,
        "channel_deleted": on_event_bot_left,
        "group_archive": on_event_bot_left,
        "group_deleted": on_event_bot_left,
        "channel_unarchive": on_event_channel_back,
        "group_unarchive": on_event_channel_back,
        "channel_rename": on_event_channel_renamed,
        "group_rename": on_event_channel_renamed,
        "channel_id_changed": on_event_channel_moved,
        "app_home_opened": on_event_home_opened,
        "team_join": on_event_person,
        "user_change": on_event_person,
        "app_uninstalled": on_event_uninstalled,
        "tokens_revoked": on_event_tokens_revoked,
    },
)
