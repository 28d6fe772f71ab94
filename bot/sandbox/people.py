"""Everything a person can do in Slack, and what they then see: the module of human actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.sandbox import lives
from bot.sandbox.controls import Control
from bot.sandbox.eyes import Eyes
from bot.sandbox.inputs import KINDS, chosen_state, option
from bot.sandbox.interactions import Interactions
from bot.sandbox.mentions import escaped, from_typed
from bot.sandbox.objects import view_object
from bot.sandbox.outcome import Outcome, SeenMessage
from bot.sandbox.payloads import global_shortcut, message_shortcut, suggestion
from bot.sandbox.records import Json, Member
from bot.sandbox.workspace import Team

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

PRESSED = {"button", "overflow"}
SUGGESTED = {"external_select", "multi_external_select"}


class Person:
    """A member's hands and eyes. `message=` takes a SeenMessage or a ts.

    Labels and ids are looked for in the open modal first, then in Home if it is open, then in
    every message they see, the newest last; `nth` says which, the last one unless told.
    Raises: LookupError, saying what there is, where someone couldn't do it.
    """

    def __init__(self, sandbox: Sandbox, team: Team, member: Member) -> None:
        self._sandbox, self._team, self._member = sandbox, team, member
        self._eyes = Eyes(team, member)

    @property
    def user_id(self) -> str:
        return self._member.user_id

    @property
    def name(self) -> str:
        return self._member.name

    @property
    def _client(self) -> Interactions:
        return Interactions(self._sandbox, self._team.app, self._member)

    async def types(
        self, text: str, *, channel: str | None = None, thread_ts: str | None = None
    ) -> Outcome:
        """Type a slash command, or anything else as a message; to the bot where no channel."""
        where = self._eyes.conversation(channel)
        if not text.startswith("/") or not text[1:].strip():
            said = from_typed(self._team, text, with_names=False)
            ack = await lives.say(self._sandbox, self._team, self._member, where, said, thread_ts)
            return Outcome.of(ack)
        command, _, rest = text.partition(" ")
        commands = self._team.app.commands
        error = None
        if commands is not None and command not in commands:
            error = f"{command} is not a valid command."
        elif thread_ts is not None:
            error = f"{command} is not supported in threads. Sorry!"
        if error is not None:
            self._sandbox.show_error(self.user_id, command, error)
            return Outcome.by_slack(error)
        is_escaped = commands is None or commands[command]
        typed = from_typed(self._team, rest, with_names=True) if is_escaped else escaped(rest)
        return await self._client.command(where, command, typed.strip())

    async def clicks(
        self, label: str, *, message: SeenMessage | str | None = None, nth: int = -1
    ) -> Outcome:
        """Press a button, or the entry of an overflow menu, by its label or action_id."""
        control = self._eyes.find(label, message=message, nth=nth, kinds=PRESSED)
        is_menu = control.element["type"] == "overflow"
        return await self._client.act(control, option(control.element, label) if is_menu else None)

    async def chooses(
        self,
        label: str,
        wanted: Any,
        *,
        message: SeenMessage | str | None = None,
        nth: int = -1,
    ) -> Outcome:
        """Choose in a select, picker, radio group, checkboxes (a list) or overflow menu."""
        control = self._eyes.find(label, message=message, nth=nth)
        if control.element["type"] == "overflow":
            return await self._client.act(control, option(control.element, wanted))
        return await self._puts(control, wanted)

    async def _puts(self, control: Control, wanted: Any) -> Outcome:
        element = control.element
        if element["type"] in SUGGESTED:
            wanted = await self._suggested(control, wanted)
        state = chosen_state(element, wanted)
        entered = control.place.entered.setdefault(control.block["block_id"], {})
        entered[element["action_id"]] = state
        self._sandbox.world.change.notify()
        if control.is_input:
            return Outcome(True, 0.0, "not_sent")
        return await self._client.act(control, state)

    async def _suggested(self, control: Control, wanted: Any) -> Any:
        """What the app suggests for the typed words: the option(s) with exactly that label."""
        several = wanted if isinstance(wanted, list) else [wanted]
        element = {**control.element, "block_id": control.block["block_id"]}
        found = []
        for words in several:
            typed = suggestion(self._team.app, self._member, control.place.view, element, words)
            offered = (await self._client.send("suggestions", typed)).body or {}
            found.append(option(offered, words))
        return found if isinstance(wanted, list) else found[0]

    async def fills(self, values: Mapping[str, Any] | None = None, /, **more: Any) -> None:
        """Fill inputs in by label, action_id or block_id; only `dispatch_action` ones send."""
        for label, value in {**(values or {}), **more}.items():
            await self._puts(self._eyes.find(label), value)

    async def submits(self, values: Mapping[str, Any] | None = None) -> Outcome:
        """Submit the open modal, first filling *values* in."""
        view = self._eyes.top_modal()
        await self.fills(values)
        return await self._client.submit(view)

    async def closes(self) -> Outcome:
        """Close the open modal by its close button: what lay below it is there again."""
        return await self._client.close(self._eyes.top_modal())

    async def uses_shortcut(
        self, callback_id: str, *, message: SeenMessage | str | None = None
    ) -> Outcome:
        """Use a global shortcut, or a message's one."""
        app = self._team.app
        if message is None:
            payload = global_shortcut(app, self._member, callback_id)
        else:
            where, what = self._eyes.pinned(message)
            payload = message_shortcut(app, self._member, callback_id, where, what)
        return await self._client.send(f"shortcut {callback_id}", payload)

    async def opens_home(self) -> Outcome:
        """Open the app's Home; the app may publish it a moment later."""
        return Outcome.of(await lives.open_home(self._sandbox, self._team, self._member))

    async def arrives(self) -> Outcome:
        """Be new in the workspace: the app hears `team_join`."""
        return Outcome.of(await lives.arrive(self._sandbox, self._team, self._member))

    async def joins(self, channel: str) -> Outcome:
        """Join a channel."""
        where = self._eyes.channel(channel)
        return Outcome.of(await lives.join(self._sandbox, self._team, self._member, where))

    async def leaves(self, channel: str) -> Outcome:
        """Leave a channel."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.leave(self._sandbox, self._team, self._member, where))

    async def invites_bot(self, channel: str) -> Outcome:
        """Invite the bot into a channel they are in."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.invite_bot(self._sandbox, self._team, self._member, where))

    async def removes_bot(self, channel: str) -> Outcome:
        """Remove the bot from a channel they are in."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.remove_bot(self._sandbox, self._team, self._member, where))

    async def archives(self, channel: str) -> Outcome:
        """Archive a channel they are in."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.archive(self._sandbox, self._team, self._member, where))

    async def unarchives(self, channel: str) -> Outcome:
        """Bring an archived channel back."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.unarchive(self._sandbox, self._team, self._member, where))

    async def renames(self, channel: str, name: str) -> Outcome:
        """Rename a channel they are in."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.rename(self._sandbox, self._team, where, name))

    async def shares(self, channel: str, with_team: str) -> Outcome:
        """Share a channel with another company's workspace (Slack Connect)."""
        where = self._eyes.conversation(channel)
        return Outcome.of(await lives.share(self._sandbox, self._team, where, with_team))

    async def uninstalls_app(self) -> Outcome:
        """Uninstall the app: its tokens stop working, and it hears so."""
        return Outcome.of(await lives.uninstall(self._sandbox, self._team))

    async def moves_to(self, tz: str) -> Outcome:
        """Change the time zone (an IANA name)."""
        ZoneInfo(tz)
        return await self._changes(tz=tz)

    async def speaks(self, locale: str) -> Outcome:
        """Change the language, e.g. `zh-CN`."""
        return await self._changes(locale=locale)

    async def sets_status(
        self, text: str, emoji: str = "", until: datetime | None = None
    ) -> Outcome:
        """Set the status, until an aware instant (None: for good)."""
        expiration = int(until.timestamp()) if until else 0
        return await self._changes(
            status_text=text, status_emoji=emoji, status_expiration=expiration
        )

    async def is_deactivated(self) -> Outcome:
        """Have the account deactivated."""
        return await self._changes(deleted=True)

    async def is_reactivated(self) -> Outcome:
        """Have the account back."""
        return await self._changes(deleted=False)

    async def _changes(self, **fields: Any) -> Outcome:
        ack = await lives.change_user(self._sandbox, self._team, self._member, fields)
        return Outcome.of(ack)

    @property
    def home(self) -> Json | None:
        """Home as published for them."""
        view = self._member.home
        return view_object(view, self._team.app) if view else None

    @property
    def modal(self) -> Json | None:
        """The modal on top."""
        stack = self._member.modals
        return view_object(stack[-1], self._team.app) if stack else None

    def sees(self, channel: str | None = None) -> list[SeenMessage]:
        """A conversation's messages, oldest first, with those for their eyes only."""
        return self._eyes.messages(channel)

    def reads(self, channel: str | None = None, *, since: int = 0) -> str:
        """A conversation as text, from its *since*-th message on; with the bot if no channel."""
        return self._eyes.text(channel, since)

    def reads_these(self, messages: Sequence[SeenMessage]) -> str:
        """Some of the messages they see, as text."""
        return self._eyes.told(messages)

    def could_press(self) -> list[str]:
        """What stands on the buttons and menu entries within reach."""
        return self._eyes.offered(PRESSED)

    def could_fill(self) -> list[str]:
        """What stands on the inputs and menus within reach."""
        return self._eyes.offered(set(KINDS))

    def kind_of(self, label: str) -> str:
        """What sort of element that is, as Slack calls it. Raises: LookupError."""
        return str(self._eyes.find(label).element["type"])

    def reads_modal(self) -> str:
        """The modal on top as text, "" when none is open."""
        return self._eyes.drawn(self._member.modals[-1] if self._member.modals else None)

    def reads_home(self) -> str:
        """Home as text, "" when never published."""
        return self._eyes.drawn(self._member.home)
