"""A real Bolt app, over Socket Mode, with people talking to it."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.sandbox.server import Sandbox
from bot.sandbox.world import App
from tests.sandbox.conftest import BoltStarter

BUTTON = {
    "type": "actions",
    "elements": [
        {
            "type": "button",
            "action_id": "did",
            "text": {"type": "plain_text", "text": "Did it"},
            "value": "7",
        }
    ],
}


async def test_command_ack_text_is_shown_to_the_typist_alone(
    sandbox: Sandbox, app: App, bolt: AsyncApp, connect: BoltStarter
) -> None:
    seen: list[dict[str, Any]] = []

    @bolt.command("/trustcheck")
    async def on_command(ack: Any, body: dict[str, Any]) -> None:
        seen.append(body)
        await ack("Here you are.")

    await connect(bolt)
    ann = sandbox.person("U0ANN")
    outcome = await ann.types("/trustcheck ask @ben & more in #proj", channel="C0PROJ")
    assert outcome.ok
    assert [(m.text, m.ephemeral) for m in ann.sees("C0PROJ")] == [("Here you are.", True)]
    assert sandbox.person("U0BEN").sees("C0PROJ") == []
    assert seen[0]["text"] == "ask <@U0BEN|ben> &amp; more in <#C0PROJ|proj>"


async def test_click_updates_the_message_when_the_app_answers(
    sandbox: Sandbox, app: App, bolt: AsyncApp, connect: BoltStarter
) -> None:
    @bolt.action("did")
    async def on_did(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        place = body["container"]
        await client.chat_update(
            channel=place["channel_id"], ts=place["message_ts"], text="Well done.", blocks=[]
        )

    await connect(bolt)
    await bolt.client.chat_postMessage(channel="U0ANN", text="Try this", blocks=[BUTTON])
    ann = sandbox.person("U0ANN")
    assert (await ann.clicks("Did it")).ok
    assert [m.text for m in ann.sees()] == ["Well done."]
    assert "Well done." in ann.reads()
