"""The Bolt app: one catch-all for each kind of payload, the rest is the router's."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from bot.deps import Deps
from bot.members.reader import DEFAULT_LOCALE, Reader
from bot.slack import mishaps, notices
from bot.slack.authorize import Tokens
from bot.slack.gateway import Gateway
from bot.slack.ids import MemberId, WorkspaceId
from bot.slack.inputs import Reply
from bot.slack.router import Routes

ANY = re.compile(r"[\s\S]*")
LATER = "trustcheck_later"  # where the transport finds what to do after the response

Answer = Callable[[str, Mapping[str, Any]], Awaitable[Reply]]


def build_bolt(deps: Deps, routes: Routes, tokens: Tokens) -> AsyncApp:
    """Return the Bolt app; it does nothing until a transport hands it requests."""
    secret = deps.settings.slack_signing_secret

    # Bolt reads the argument names, and of a bound method it would take `self` for one.
    async def authorize(
        context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None
    ) -> Any:
        found = await tokens.authorize(enterprise_id, team_id)
        if found is None:  # Bolt then says so in its answer, and needn't call Slack for that
            context["response_url"] = None
        return found

    app = AsyncApp(
        name="trustcheck",  # or it looks through the whole stack for one
        client=deps.messenger.client,
        signing_secret=secret.get_secret_value() if secret else "",
        request_verification_enabled=secret is not None,
        authorize=authorize,
        user_facing_authorize_error_message=deps.content.words(DEFAULT_LOCALE)(
            "house-unknown-workspace"
        ),
        process_before_response=True,
        attaching_conversation_kwargs_enabled=False,
    )
    gateway = Gateway(deps, routes)
    app.command(ANY)(_listener(deps, gateway.on_command))
    app.action(ANY)(_listener(deps, gateway.on_press))
    app.view(ANY)(_listener(deps, gateway.on_submission))
    app.view_closed(ANY)(_listener(deps, gateway.on_closing))
    app.shortcut(ANY)(_listener(deps, gateway.on_shortcut))
    app.event(ANY)(_listener(deps, gateway.on_event))
    return app


def _listener(deps: Deps, answer: Answer) -> Callable[..., Awaitable[None]]:
    async def listen(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        team = context.team_id or ""
        try:
            reply = await answer(team, body)
        except Exception as error:  # the edge: not even who they are could be read
            if "event" in body:  # not answered, so that Slack sends it again
                raise
            reply = await _last_words(deps, team, body, error)
        if reply.body is None:
            await ack()
        else:
            # Bolt's ack() knows only some of the arguments Slack takes; a dict passes whole.
            await ack(dict(reply.body))
        context[LATER] = reply.later

    return listen


async def _last_words(deps: Deps, team: str, body: Mapping[str, Any], error: Exception) -> Reply:
    """Answer somebody while not even who they are can be read: in English, for want of theirs."""
    words = deps.content.words(DEFAULT_LOCALE)
    notice = mishaps.in_words("edge", error, words)
    if "command" in body:
        return await notices.said(notice)
    if body.get("type") == "view_submission":
        return notices.shown(words, notice)
    if body.get("type") == "view_closed":
        return Reply()
    member = MemberId((body.get("user") or {}).get("id") or "")
    return await notices.Shower(deps.messenger, words, Reader(WorkspaceId(team), member), body)(
        notice
    )
