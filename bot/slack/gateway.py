"""Turns payloads into typed input, calls the room, and turns failures into kind words."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.content import Words
from bot.deps import Deps
from bot.errors import UserError
from bot.members import store as members
from bot.members.arriving import show_round
from bot.members.reader import DEFAULT_LOCALE, Reader
from bot.slack import mishaps, notices
from bot.slack.blocks import Message
from bot.slack.guests import unless_guest
from bot.slack.ids import ChannelId, MemberId, UnreadableValue, WorkspaceId, decode, reading
from bot.slack.inputs import (
    Closing,
    Command,
    Event,
    Form,
    Later,
    Press,
    Reply,
    Shortcut,
    Submission,
    ViewRef,
)
from bot.slack.payloads import event_in, message_in, press_in, user_in, view_in
from bot.slack.router import Routes, after_act, also, run_events
from bot.web import metrics

Body = Mapping[str, Any]


class Gateway:
    """One method a kind of payload; each returns what goes into the ack."""

    def __init__(self, deps: Deps, routes: Routes) -> None:
        self._deps = deps
        self._routes = routes

    async def on_command(self, team: str, body: Body) -> Reply:
        who = await self._introduced(team, body.get("user_id"))
        handler, word, text = self._routes.command(body["command"], body.get("text") or "")
        command = Command(
            who,
            text,
            ChannelId(body.get("channel_id") or ""),
            body.get("trigger_id") or "",
            body.get("response_url") or "",
        )

        async def answer() -> Reply:
            if handler is None:
                metrics.unknown_ids.labels("command").inc()
                return self._unknown_word(who, word, text)
            return await handler(self._deps, command)

        run = unless_guest(who, word, answer)
        reply = await self._try("command", who, run, notices.said, self._shower(who, body).tell)
        reply = self._after(reply, who)
        if who.is_met:
            return reply
        new = self._guarded("round", who, lambda: show_round(self._deps, who), notices.to_nobody)
        return also(reply, new)

    def _unknown_word(self, who: Reader, word: str, rest: str) -> Reply:
        words = self._words(who)
        others = notices.other_words(self._deps.content.words(DEFAULT_LOCALE))
        meant = self._routes.meant(word, {**others, **notices.other_words(words)})
        return notices.unknown_word(words, meant, rest)

    async def on_press(self, team: str, body: Body) -> Reply:
        who = await self._introduced(team, user_in(body))
        action = body["actions"][0]
        name = action.get("action_id") or ""
        handler = self._routes.actions.get(name)
        tell = self._shower(who, body)
        try:
            press = press_in(who, body, action)
        except UnreadableValue:
            handler = None
        else:
            if name.startswith(notices.RUN_WORD):
                word = await self._try(
                    "action", who, lambda: self._run_word(press), tell, tell.tell
                )
                return self._after(word, who, press.view)
        if handler is None:
            metrics.unknown_ids.labels("action").inc()
            return await tell(notices.old_card(self._words(who)))
        known = handler
        run = unless_guest(who, name, lambda: known(self._deps, press))
        reply = await self._try("action", who, run, tell, tell.tell)
        return self._after(reply, who, press.view)

    async def _run_word(self, press: Press) -> Reply:
        """Run the word a person picked from our suggestions, as if they had typed it.

        What stood behind the word that nobody knew is done with the right one.
        """
        url = press.response_url or ""
        channel = press.message.channel if press.message else ChannelId("")
        with reading():
            word = str(press.value["word"])
            handler = self._routes.words[word]
        rest = str(press.value.get("rest") or "")
        command = Command(press.who, rest, channel, press.trigger, url)
        reply = await unless_guest(press.who, word, lambda: handler(self._deps, command))()
        if reply.body is None:
            return reply
        answer = Message(str(reply.body["text"]), reply.body.get("blocks", ()))
        who, messenger = press.who, self._deps.messenger
        if not url:  # pressed in Home
            return Reply(later=lambda: messenger.say(who.workspace, who.member, answer))
        return Reply(later=lambda: messenger.respond(url, answer))

    async def on_submission(self, team: str, body: Body) -> Reply:
        who = await self._introduced(team, user_in(body))
        view = body["view"]
        name = view.get("callback_id") or ""
        handler = self._routes.views.get(name)
        try:
            meta = decode(view.get("private_metadata"))
        except UnreadableValue:
            handler, meta = None, {}
        if handler is None:
            metrics.unknown_ids.labels("view").inc()
            return notices.shown(self._words(who), notices.old_card(self._words(who)))
        submission = Submission(
            who, meta, Form.read(view.get("state")), view_in(view), body.get("trigger_id") or ""
        )
        words, known = self._words(who), handler

        async def show(notice: str) -> Reply:
            return notices.shown(words, notice)

        run = unless_guest(who, name, lambda: known(self._deps, submission))
        reply = await self._try("view", who, run, show, self._shower(who, body).tell)
        return self._after(reply, who, submission.view)

    async def on_closing(self, team: str, body: Body) -> Reply:
        who = await self._reader(team, user_in(body))
        handler = self._routes.closings.get(body["view"].get("callback_id") or "")
        if handler is None:
            return Reply()
        try:
            meta = decode(body["view"].get("private_metadata"))
        except UnreadableValue:
            return Reply()
        known = handler

        async def run() -> Reply:
            return await known(self._deps, Closing(who, meta))

        return await self._try("closing", who, run, notices.nothing, notices.to_nobody)

    async def on_shortcut(self, team: str, body: Body) -> Reply:
        who = await self._introduced(team, user_in(body))
        name = body.get("callback_id") or ""
        handler = self._routes.shortcuts.get(name)
        tell = self._shower(who, body)
        if handler is None:
            metrics.unknown_ids.labels("shortcut").inc()
            return await tell(notices.old_card(self._words(who)))
        shortcut = Shortcut(who, body.get("trigger_id") or "", message_in(body))
        known = handler
        run = unless_guest(who, name, lambda: known(self._deps, shortcut))
        return await self._try("shortcut", who, run, tell, tell.tell)

    async def on_event(self, team: str, body: Body) -> Reply:
        inner = body.get("event") or {}
        user = inner.get("user")
        user = user.get("id") if isinstance(user, Mapping) else user
        find = self._introduced if notices.is_spoken(inner) else self._reader
        who = await find(team, user if isinstance(user, str) else None)
        event = event_in(who, body)

        async def handle() -> Reply:
            if not await self._is_new(event):
                return Reply()
            return await run_events(self._routes, self._deps, event)

        tell = notices.listener(self._deps.messenger, who, inner)

        async def told(notice: str) -> Reply:
            return Reply(later=lambda: tell(notice))

        return await self._try("event", who, handle, told, tell)

    async def _is_new(self, event: Event) -> bool:
        """Note that an event came: Slack sends one again that it thinks was lost."""
        if not event.event_id:
            return True
        async with self._deps.db.write() as session:
            return await members.first_sight(
                session, event.who.workspace, event.event_id, self._deps.clock.now()
            )

    async def _try(
        self,
        surface: str,
        who: Reader,
        run: Callable[[], Awaitable[Reply]],
        tell: Callable[[str], Awaitable[Reply]],
        tell_later: notices.Tell,
    ) -> Reply:
        """Run a handler; whatever it raises, then or later, becomes one kind message."""
        try:
            reply = await run()
        except Exception as error:  # noqa: BLE001  # the edge: a bug gets a reference
            return await tell(await self._in_words(surface, who, error))
        if reply.later is None:
            return reply
        return replace(reply, later=self._guarded(surface, who, reply.later, tell_later))

    def _guarded(self, surface: str, who: Reader, later: Later, tell: notices.Tell) -> Later:
        """Have *later* tell whom it was for where it fails."""

        async def guarded() -> None:
            try:
                await later()
            except Exception as error:  # noqa: BLE001  # the edge
                await tell(await self._in_words(surface, who, error))

        return guarded

    async def _in_words(self, surface: str, who: Reader, error: Exception) -> str:
        if isinstance(error, UserError):
            who = await self._known_by_now(who)
        return mishaps.in_words(surface, error, self._words(who))

    def _after(self, reply: Reply, who: Reader, view: ViewRef | None = None) -> Reply:
        """Have the rooms do what follows an act; where that fails, Home stays as it was."""

        def guard(later: Later) -> Later:
            return self._guarded("after", who, later, notices.to_nobody)

        return after_act(self._routes, self._deps, reply, who, view, guard)

    def _shower(self, who: Reader, body: Body) -> notices.Shower:
        return notices.Shower(self._deps.messenger, self._words(who), who, body)

    async def _reader(self, team: str, user: str | None) -> Reader:
        if not user:
            return Reader(WorkspaceId(team), MemberId(""))
        return await self._deps.people.reader(WorkspaceId(team), MemberId(user))

    async def _introduced(self, team: str, user: str | None) -> Reader:
        return await self._deps.people.introduce(await self._reader(team, user))

    async def _known_by_now(self, who: Reader) -> Reader:
        """Return somebody new as the handler has learned them meanwhile, with their language."""
        found = who if who.known else await self._reader(who.workspace, who.member)
        return found if found.known else who

    def _words(self, who: Reader) -> Words:
        return self._deps.words(who)
