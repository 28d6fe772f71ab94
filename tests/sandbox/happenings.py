"""What happens in Slack that apps hear of or ask for, each made to happen once in the sandbox."""

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.objects import user_object
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Team
from tests.sandbox.pieces import actions, asks, button, plain


class Listener:
    """An app's ear: takes everything in and says only ok."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []

    async def hear(self, request: web.Request) -> web.Response:
        body = (await request.read()).decode()
        if request.content_type == "application/json":
            self.heard.append(json.loads(body))
        else:
            form = dict(parse_qsl(body, keep_blank_values=True))
            self.heard.append(json.loads(form["payload"]) if "payload" in form else form)
        return web.Response()


@dataclass
class Scene:
    """Where things are made to happen, and heard of."""

    sandbox: Sandbox
    team: Team
    listener: Listener
    ann: Person
    client: AsyncWebClient

    async def last(self) -> dict[str, Any]:
        """What the app heard last."""
        await self.sandbox.settled()
        return self.listener.heard[-1]

    async def open_modal(self, view: dict[str, Any] | None = None) -> dict[str, Any]:
        """Open a modal for Ann; what views.open answered."""
        await self.ann.types("/trustcheck")
        command = await self.last()
        answer = await self.client.views_open(trigger_id=command["trigger_id"], view=view or MODAL)
        return dict(answer.data)  # type: ignore[arg-type]  # bytes only for files


MODAL: dict[str, Any] = {
    "type": "modal",
    "title": plain("Trust check"),
    "submit": plain("Send"),
    "close": plain("Not now"),
    "callback_id": "check",
    "notify_on_close": True,
    "blocks": [
        asks({"type": "plain_text_input", "action_id": "words"}, optional=True, block_id="said"),
        actions(button(action_id="press", value="v")),
    ],
}
HOME: dict[str, Any] = {"type": "home", "blocks": [actions(button(action_id="press", value="v"))]}


async def slash_command(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("/trustcheck history")
    return await scene.last()


async def block_actions_message(scene: Scene) -> dict[str, Any]:
    await scene.client.chat_postMessage(channel="U0ANN", text="Hi", blocks=HOME["blocks"])
    await scene.ann.clicks("press")
    return await scene.last()


async def block_actions_modal(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.clicks("press")
    return await scene.last()


async def block_actions_home(scene: Scene) -> dict[str, Any]:
    await app_home_opened(scene)
    await scene.ann.clicks("press")
    return await scene.last()


async def view_submission(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.submits({"words": "Fine"})
    return await scene.last()


async def view_closed(scene: Scene) -> dict[str, Any]:
    await scene.open_modal()
    await scene.ann.closes()
    return await scene.last()


async def shortcut(scene: Scene) -> dict[str, Any]:
    await scene.ann.uses_shortcut("quick_check")
    return await scene.last()


async def message_action(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("I'll send it on Friday", channel="C0PROJ")
    await scene.ann.uses_shortcut("track", message=scene.ann.sees("C0PROJ")[-1])
    return await scene.last()


async def app_home_opened(scene: Scene) -> dict[str, Any]:
    await scene.client.views_publish(user_id="U0ANN", view=HOME)
    await scene.ann.opens_home()
    return await scene.last()


async def member_joined_channel(scene: Scene) -> dict[str, Any]:
    await scene.sandbox.person("U0BEN").invites_bot("C0GEN")
    return await scene.last()


async def app_mention(scene: Scene) -> dict[str, Any]:
    bot = scene.team.app.bot_user_id
    await scene.ann.types(f"<@{bot}> hello", channel="C0PROJ")
    return await scene.last()


async def message_im(scene: Scene) -> dict[str, Any]:
    await scene.ann.types("hello")
    return await scene.last()


async def user_change(scene: Scene) -> dict[str, Any]:
    await scene.ann.moves_to("Asia/Shanghai")
    return await scene.last()


async def team_join(scene: Scene) -> dict[str, Any]:
    newcomer = user_object(scene.team.add_member("U0DAN", "Dan"))
    await scene.sandbox.events.send(scene.team.app, {"type": "team_join", "user": newcomer})
    return await scene.last()


async def member_left_channel(scene: Scene) -> dict[str, Any]:
    await scene.sandbox.person("U0BEN").leaves("C0PROJ")
    return await scene.last()


async def channel_left(scene: Scene) -> dict[str, Any]:
    await scene.ann.removes_bot("C0PROJ")
    return await scene.last()


async def channel_rename(scene: Scene) -> dict[str, Any]:
    await scene.ann.renames("C0PROJ", "project")
    return await scene.last()


async def channel_archive(scene: Scene) -> dict[str, Any]:
    await scene.ann.archives("C0PROJ")
    return await scene.last()


async def channel_shared(scene: Scene) -> dict[str, Any]:
    await scene.ann.shares("C0PROJ", "T0OTHER")
    return await scene.last()


async def tokens_revoked(scene: Scene) -> dict[str, Any]:
    await scene.ann.uninstalls_app()
    await scene.last()
    return scene.listener.heard[-2]


async def app_uninstalled(scene: Scene) -> dict[str, Any]:
    await scene.ann.uninstalls_app()
    return await scene.last()


async def block_suggestion(scene: Scene) -> dict[str, Any]:
    who = asks({"type": "external_select", "action_id": "who"})
    await scene.open_modal({**MODAL, "blocks": [who]})
    with suppress(LookupError):  # the app offers nothing
        await scene.ann.chooses("who", "Ben")
    return await scene.last()


async def users_info(scene: Scene) -> dict[str, Any]:
    return dict((await scene.client.users_info(user="U0ANN")).data)  # type: ignore[arg-type]


async def auth_test(scene: Scene) -> dict[str, Any]:
    return dict((await scene.client.auth_test()).data)  # type: ignore[arg-type]


async def conversations_history(scene: Scene) -> dict[str, Any]:
    sent = await scene.client.chat_postMessage(channel="U0ANN", text="Hi")
    await scene.client.chat_postMessage(channel="U0ANN", text="Hi again")
    answer = await scene.client.conversations_history(channel=sent["channel"], limit=1)
    return dict(answer.data)  # type: ignore[arg-type]


async def conversations_info(scene: Scene) -> dict[str, Any]:
    return dict((await scene.client.conversations_info(channel="C0PROJ")).data)  # type: ignore[arg-type]


async def views_open(scene: Scene) -> dict[str, Any]:
    return await scene.open_modal()


HAPPENINGS: dict[str, Callable[[Scene], Awaitable[dict[str, Any]]]] = {
    happening.__name__: happening
    for happening in (
        slash_command,
        block_actions_message,
        block_actions_modal,
        block_actions_home,
        view_submission,
        view_closed,
        shortcut,
        message_action,
        app_home_opened,
        member_joined_channel,
        app_mention,
        message_im,
        user_change,
        team_join,
        member_left_channel,
        channel_left,
        channel_rename,
        channel_archive,
        channel_shared,
        tokens_revoked,
        app_uninstalled,
        block_suggestion,
        conversations_info,
        users_info,
        auth_test,
        conversations_history,
        views_open,
    )
}
