"""users.info and users.list."""

from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import user_object
from bot.sandbox.records import Json
from bot.sandbox.refusal import Refusal

MOST_USERS = 1000  # Slack: users.list


def info(call: Call) -> Json:
    """Describe one member; the locale only when asked for."""
    member = call.app.team.members.get(str(call.required("user")))
    if member is None:
        raise Refusal("user_not_found")
    return {"user": user_object(member, with_locale=call.flag("include_locale"))}


def list_(call: Call) -> Json:
    """List all members, deactivated ones too, a page at a time."""
    everyone = list(call.app.team.members.values())
    page, metadata = call.page(everyone, call.number("limit", 100, MOST_USERS))
    with_locale = call.flag("include_locale")
    return {
        "members": [user_object(m, with_locale=with_locale) for m in page],
        "cache_ts": call.world.unix_now(),
        "response_metadata": metadata,
    }


METHODS = {
    "users.info": Method(info, "T4", ("users:read",), takes_json=False),
    "users.list": Method(list_, "T2", ("users:read",), takes_json=False),
}
