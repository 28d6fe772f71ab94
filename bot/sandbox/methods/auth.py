"""auth.test and team.info."""

from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import team_object
from bot.sandbox.records import Json


def auth_test(call: Call) -> Json:
    """Say who the token belongs to."""
    app = call.app
    return {
        "url": f"https://{app.team.domain}.slack.com/",
        "team": app.team.name,
        "user": app.name.lower(),
        "team_id": app.team.team_id,
        "user_id": app.bot_user_id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def team_info(call: Call) -> Json:
    """Describe the workspace."""
    return {"team": team_object(call.app.team)}


METHODS = {
    "auth.test": Method(auth_test, "special"),
    "team.info": Method(team_info, "T3", ("team:read",), takes_json=False),
}
