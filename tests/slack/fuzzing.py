"""Payloads of every kind there is, for every id that is registered, broken in any way."""

import importlib
import json
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import bot.rooms
from bot.slack.router import Routes
from tests.slack import payloads
from tests.slack.payloads import PLACES, TEXTS, USERS, VALUES, Json

ANY_ID, ANY_FIELD = "any.registered.id", "every.field.there"  # exchanged once a payload is broken
NOBODYS = "nobodys.own.id"
GONE_FOR_GOOD = ("tokens_revoked", "app_uninstalled")
ID = re.compile(r"[a-z_]+\.[a-z_]+\.[a-z_]+")
COMPUTED = (
    *(f"kickoff.{one}.write" for one in ("bring", "hope", "beyond")),
    *(f"{room}.answer.{one}" for room in ("pulse", "trustcheck")
      for one in ("anchor", "C", "R", "I", "S")),
    *(f"trustcheck.answer.full-{factor}-{number}" for factor in "CRIS" for number in range(1, 6)),
)  # fmt: skip
ELEMENTS = ("button", "overflow", "static_select", "multi_static_select", "radio_buttons",
            "checkboxes", "users_select", "multi_users_select", "conversations_select",
            "channels_select", "datepicker", "timepicker", "datetimepicker", "plain_text_input",
            "external_select", "unheard_of")  # fmt: skip
MOMENTS = st.sampled_from(
    ["2026-12-24", "2026-01-01", "9999-12-31", "0000-00-00", "09:30", "25:99"]
)
OPTIONS = st.fixed_dictionaries(
    {"value": st.one_of(VALUES, MOMENTS, st.integers(-9, 99).map(str), st.just("on"))}
)
FIELD = st.fixed_dictionaries(
    {"type": st.sampled_from(ELEMENTS)},
    optional={
        "value": st.one_of(VALUES, MOMENTS),
        "selected_option": OPTIONS,
        "selected_options": st.lists(OPTIONS, max_size=3),
        "selected_date": MOMENTS, "selected_time": MOMENTS,
        "selected_date_time": st.integers(-(2**63), 2**63),
        "selected_user": USERS, "selected_users": st.lists(USERS, max_size=3),
        "selected_channel": st.sampled_from(PLACES), "selected_conversation": TEXTS,
    },
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of payload, with `ANY_ID` where an id stands, and the ids there are."""

    name: str
    whole: st.SearchStrategy[Json]
    ids: Sequence[str]


def kinds(routes: Routes) -> list[Kind]:
    """Return every kind Slack sends; what ends the installation comes last."""
    events = sorted(set(routes.events) - set(GONE_FOR_GOOD))
    ending = [one for one in GONE_FOR_GOOD if one in routes.events]
    text = TEXTS.map(lambda said: f"{ANY_ID} {said}")
    place, is_so = st.sampled_from(PLACES), st.booleans()
    filled, meta = FIELD.map(_form), VALUES
    return [
        Kind("command", st.builds(payloads.command, USERS, st.just("/trustcheck"), text, place),
             sorted(routes.words)),
        Kind("alias", st.builds(payloads.command, USERS, st.just(ANY_ID), TEXTS, place),
             sorted(routes.aliases)),
        Kind("press", st.builds(_pressed, USERS, FIELD, VALUES, filled, is_so),
             [*sorted(routes.actions), NOBODYS]),
        Kind("submission", st.builds(payloads.submission, USERS, st.just(ANY_ID), meta, filled),
             [*sorted(routes.views), NOBODYS]),
        Kind("closing", st.builds(payloads.closing, USERS, st.just(ANY_ID), meta),
             [*sorted(routes.closings), NOBODYS]),
        Kind("shortcut", st.builds(payloads.shortcut, USERS, st.just(ANY_ID), on_message=is_so),
             [*sorted(routes.shortcuts), NOBODYS]),
        Kind("suggestion", st.builds(_asked_for, USERS, TEXTS), [NOBODYS]),
        Kind("unheard of", st.builds(_unheard_of, USERS, TEXTS), [NOBODYS]),
        *(Kind("event", st.builds(payloads.event, USERS, st.just(one), place), [one])
          for one in [*events, "unheard_of"]),
        *(Kind("end", st.builds(payloads.event, USERS, st.just(one), place), [one])
          for one in ending),
    ]  # fmt: skip


def broken_ones(kind: Kind, times: int) -> Iterator[tuple[str, Json]]:
    """Give a whole payload for each id of *kind*, and *times* broken ones."""
    for strategy, count in ((kind.whole, 1), (payloads.broken(kind.whole), times)):
        for number, body in enumerate(_drawn(strategy, count * len(kind.ids))):
            one = kind.ids[number % len(kind.ids)]
            yield one, _exchanged(body, one)


def _drawn(strategy: st.SearchStrategy[Json], count: int) -> list[Json]:
    """Draw payloads; they aren't shrunk, for the bot remembers what it was sent."""
    found: list[Json] = []

    if not count:
        return found

    @settings(
        phases=[Phase.generate], max_examples=count, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def collect(body: Json) -> None:
        found.append(body)

    collect()
    return found


def _form(field: Json) -> Json:
    return {"values": {"b": {ANY_FIELD: field}}}


def _pressed(user: str, field: Json, value: str, filled: Json, in_view: bool) -> Json:
    body = payloads.press(user, ANY_ID, value, in_view=in_view)
    body["actions"] = [{**body["actions"][0], **field, "action_id": ANY_ID}]
    place = body["view"] if in_view else body
    place["state"] = filled
    return body


def _asked_for(user: str, text: str) -> Json:
    return {
        "type": "block_suggestion", **payloads.envelope(user), "action_id": ANY_ID, "block_id": "b",
        "value": text, "container": {"type": "view", "view_id": "V1"},
        "view": payloads.view("x", '{"v":1}'),
    }  # fmt: skip


def _unheard_of(user: str, text: str) -> Json:
    return {"type": "unheard_of", **payloads.envelope(user), "callback_id": ANY_ID, "text": text}


def _exchanged(body: Json, one: str) -> Json:
    """Put the id *one* in its place, and every field of its room in that of the one field."""
    found: Json = _fields_in(json.loads(json.dumps(body).replace(ANY_ID, one)), one)
    return found


def _fields_in(value: Any, one: str) -> Any:
    if isinstance(value, list):
        return [_fields_in(item, one) for item in value]
    if not isinstance(value, dict):
        return value
    names = FIELDS[one.partition(".")[0]] or [ANY_FIELD]
    whole: dict[str, Any] = {}
    for key, item in value.items():
        whole |= dict.fromkeys(names, item) if key == ANY_FIELD else {key: _fields_in(item, one)}
    return whole


def named_ids() -> Iterator[str]:
    """Every id the rooms' modules name: of buttons, forms and fields."""
    yield from COMPUTED
    for module in pkgutil.walk_packages(bot.rooms.__path__, "bot.rooms."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, str) and ID.fullmatch(value):
                yield value


def _by_room() -> Mapping[str, list[str]]:
    known = {*payloads.ROUTES.actions, *payloads.ROUTES.views}
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(named_ids()) - known):
        found[name.partition(".")[0]].append(name)
    return found


FIELDS = _by_room()
