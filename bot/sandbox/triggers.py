"""Trigger ids: good once, for three seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.ids import secret
from bot.sandbox.refusal import Refusal

if TYPE_CHECKING:
    from bot.sandbox.workspace import App
    from bot.sandbox.world import World

TRIGGER_LIFETIME_S = 3.0  # Slack: interactivity, trigger_id


@dataclass
class Trigger:
    """What a person did that lets the app open a view for them."""

    app: App
    user_id: str
    given_at_s: float
    in_modal: bool
    exchanged: bool = False


class Triggers:
    """Every trigger handed out."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._triggers: dict[str, Trigger] = {}

    def clear(self) -> None:
        self._triggers.clear()

    def give(self, app: App, user_id: str, *, in_modal: bool = False) -> str:
        """A new trigger id for what *user_id* just did; *in_modal* lets the app push a view."""
        serial = str(len(self._triggers) + 1)
        trigger_id = f"{serial}.{app.team.team_id}.{secret('trigger', serial, user_id)}"
        self._triggers[trigger_id] = Trigger(app, user_id, self._world.elapsed(), in_modal)
        return trigger_id

    def exchange(self, app: App, trigger_id: object) -> Trigger:
        """Use a trigger up. Raises: Refusal when unknown, used or older than three seconds."""
        trigger = self._triggers.get(str(trigger_id))
        if trigger is None or trigger.app is not app:
            raise Refusal("invalid_trigger_id")
        if trigger.exchanged:
            raise Refusal("exchanged_trigger_id")
        if self._world.elapsed() - trigger.given_at_s > TRIGGER_LIFETIME_S:
            raise Refusal("expired_trigger_id")
        trigger.exchanged = True
        return trigger
