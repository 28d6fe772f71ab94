"""Every call the bot makes to Slack, in one place: one client, one shared session, no resends."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SlackRefused, SlackUnavailable
from bot.slack.blocks import Block, Message
from bot.slack.deadline import InTime
from bot.slack.failures import CALL_FAILURES, TOKEN_GONE, classify, understood
from bot.slack.homes import Homes
from bot.slack.ids import ChannelId, MemberId, WorkspaceId
from bot.slack.stencil import written

TIMEOUT_S = 30
CONNECTIONS = 400  # aiohttp's own limit of 100 caps a worker at 590 posts a second
PAGE = 200  # rows a page of a list method
EVENT_TYPE = "trustcheck_delivery"  # of the message metadata

Data = Callable[[], InTime | Mapping[str, Any]]  # made anew for each attempt


class Tokens(Protocol):
    """Finds a workspace's bot token, and may keep it until told to forget it."""

    async def __call__(self, workspace: WorkspaceId) -> str: ...

    def forget(self, workspace: WorkspaceId) -> None: ...


class Pauses(Protocol):
    """Knows which workspaces Slack has asked to wait."""

    async def mind(self, workspace: WorkspaceId) -> None: ...

    async def note(self, workspace: WorkspaceId, seconds: float) -> None: ...


class Messenger:
    """Speaks to Slack for any workspace; *tokens* finds a workspace's bot token.

    Every method raises `SlackUnavailable`, `SlackRefused` or `SlackUnknown`, nothing else.
    """

    def __init__(self, client: AsyncWebClient, tokens: Tokens, pauses: Pauses) -> None:
        self.client = client
        self.homes = Homes()
        self._tokens = tokens
        self._pauses = pauses

    def forget_token(self, workspace: WorkspaceId) -> None:
        """The token is gone or new: look it up at the next call."""
        self._tokens.forget(workspace)

    async def call(self, workspace: WorkspaceId, method: str, **body: Any) -> Mapping[str, Any]:
        """Call *method* once with *body*; null arguments are left out."""
        encoded = written(_given(body)).encode()
        return await self._request(workspace, method, lambda: InTime(encoded))

    async def ask(self, workspace: WorkspaceId, method: str, **query: Any) -> Mapping[str, Any]:
        """Call a reading *method*: those take form arguments, not all of them JSON."""
        return await self._request(workspace, method, lambda: _given(query))

    async def _request(self, workspace: WorkspaceId, method: str, data: Data) -> Mapping[str, Any]:
        """Make a request; once more where it had a token that another process has replaced."""
        token = await self._tokens(workspace)
        try:
            return await self._once(token, method, data)
        except SlackRefused as error:
            if error.code not in TOKEN_GONE:
                raise
            self._tokens.forget(workspace)
            if (newer := await self._tokens(workspace)) == token:
                raise
        return await self._once(newer, method, data)

    async def _once(self, token: str, method: str, data: Data) -> Mapping[str, Any]:
        """As the SDK's own `api_call`, but at two thirds of its cost: docs/decisions/0007."""
        client = self.client
        try:
            async with self._session.post(
                client.base_url + method,
                data=data(),
                headers={**client.headers, "Authorization": f"Bearer {token}"},
                proxy=client.proxy,
            ) as answer:
                return understood(answer.status, answer.headers, await answer.read(), method)
        except CALL_FAILURES as error:
            raise classify(error, method) from error

    @property
    def _session(self) -> aiohttp.ClientSession:
        session = self.client.session
        assert session is not None  # noqa: S101  # `open_client` always gives one
        return session

    async def post(
        self,
        workspace: WorkspaceId,
        channel: ChannelId | MemberId,
        message: Message,
        *,
        delivery_id: str | None = None,
        thread_ts: str | None = None,
    ) -> tuple[ChannelId, str]:
        """Post *message*, once; return the channel it landed in and its ts.

        *delivery_id* goes into the message's metadata, so that it can be found again.
        """
        answer = await self.call(
            workspace,
            "chat.postMessage",
            channel=channel,
            thread_ts=thread_ts,
            metadata=_metadata(delivery_id),
            **_body(message),
        )
        return ChannelId(answer["channel"]), str(answer["ts"])

    async def say(
        self, workspace: WorkspaceId, channel: ChannelId | MemberId, message: Message
    ) -> tuple[ChannelId, str]:
        """Post what isn't in the ledger, as an answer to somebody; return channel and ts.

        Slack's pauses hold for it as for what is.
        """
        await self._pauses.mind(workspace)
        try:
            return await self.post(workspace, channel, message)
        except SlackUnavailable as error:
            if error.retry_after_s is not None:
                await self._pauses.note(workspace, error.retry_after_s)
            raise

    async def edit(
        self, workspace: WorkspaceId, channel: ChannelId, ts: str, message: Message
    ) -> None:
        await self.call(workspace, "chat.update", channel=channel, ts=ts, **_body(message))

    async def delete(self, workspace: WorkspaceId, channel: ChannelId, ts: str) -> None:
        """Delete one of the bot's own messages."""
        await self.call(workspace, "chat.delete", channel=channel, ts=ts)

    async def reserve_file(
        self, workspace: WorkspaceId, name: str, content: bytes
    ) -> tuple[str, str]:
        """Announce a file; return its id, and the url that `share_file` takes."""
        answer = await self.ask(
            workspace, "files.getUploadURLExternal", filename=name, length=len(content)
        )
        return str(answer["file_id"]), str(answer["upload_url"])

    async def share_file(
        self,
        workspace: WorkspaceId,
        reserved: tuple[str, str],
        content: bytes,
        *,
        channel: ChannelId,
        title: str,
        comment: str,
    ) -> None:
        """Upload an announced file and show it in *channel*, a C… or D… id."""
        file_id, url = reserved
        await self._send(url, "upload_url", data=content)
        await self.call(
            workspace,
            "files.completeUploadExternal",
            files=[{"id": file_id, "title": title}],
            channel_id=channel,
            initial_comment=comment,
        )

    async def delete_file(self, workspace: WorkspaceId, file_id: str) -> None:
        await self.call(workspace, "files.delete", file=file_id)

    async def whisper(
        self,
        workspace: WorkspaceId,
        channel: ChannelId,
        member: MemberId,
        message: Message,
        *,
        thread_ts: str | None = None,
    ) -> None:
        """Show *message* in *channel* to *member* alone; Slack doesn't promise that it stays."""
        await self.call(
            workspace,
            "chat.postEphemeral",
            channel=channel,
            user=member,
            thread_ts=thread_ts,
            **_body(message),
        )

    async def open_view(self, workspace: WorkspaceId, trigger: str, view: Block) -> str:
        """Open a modal; *trigger* is good for three seconds and once. Return the view's id."""
        answer = await self.call(workspace, "views.open", trigger_id=trigger, view=view)
        return str(answer["view"]["id"])

    async def push_view(self, workspace: WorkspaceId, trigger: str, view: Block) -> None:
        await self.call(workspace, "views.push", trigger_id=trigger, view=view)

    async def update_view(
        self, workspace: WorkspaceId, view_id: str, view: Block, *, expected_hash: str | None = None
    ) -> None:
        await self.call(workspace, "views.update", view_id=view_id, view=view, hash=expected_hash)

    async def publish_home(
        self,
        workspace: WorkspaceId,
        member: MemberId,
        view: Block,
        *,
        expected_hash: str | None = None,
    ) -> None:
        """Publish *member*'s Home; where its hash isn't *expected_hash* any more, Slack refuses."""
        answer = await self.call(
            workspace, "views.publish", user_id=member, view=view, hash=expected_hash
        )
        self.homes.note(workspace, member, str((answer.get("view") or {}).get("hash") or ""))

    async def respond(
        self, response_url: str, message: Message | None, *, replace: bool = False
    ) -> None:
        """Answer through *response_url* (5 uses, 30 minutes); None deletes what was pressed."""
        body: dict[str, Any] = {"delete_original": True}
        if message is not None:
            body = {"replace_original": replace, **_body(message)}
            if not replace:
                body["response_type"] = "ephemeral"
        await self._send(response_url, "response_url", data=InTime(written(body).encode()))

    async def _send(self, url: str, method: str, **body: Any) -> None:
        """Post *body* to an address that Slack gave out."""
        try:
            async with self._session.post(
                url, timeout=aiohttp.ClientTimeout(TIMEOUT_S), **body
            ) as answer:
                answer.raise_for_status()
        except CALL_FAILURES as error:
            raise classify(error, method) from error


def open_client(api_url: str, timeout_s: float = TIMEOUT_S) -> AsyncWebClient:
    """Return a client on a session of its own; call inside a running loop, close with
    `close_client`.

    The SDK's own retry handler is off: it resends posts that may have taken effect.
    """
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS),
        timeout=aiohttp.ClientTimeout(total=timeout_s),
    )
    return AsyncWebClient(
        base_url=api_url, session=session, retry_handlers=[], timeout=round(timeout_s)
    )


async def close_client(client: AsyncWebClient) -> None:
    if client.session is not None:
        await client.session.close()


def _given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in arguments.items() if value is not None}


def _body(message: Message) -> dict[str, Any]:
    return {
        "text": message.text,
        "blocks": message.blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _metadata(delivery_id: str | None) -> Mapping[str, Any] | None:
    if delivery_id is None:
        return None
    return {"event_type": EVENT_TYPE, "event_payload": {"delivery": delivery_id}}
