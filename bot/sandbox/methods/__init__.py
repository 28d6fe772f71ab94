"""The Web API's methods, by family."""

from bot.sandbox.methods import auth, chat, conversations, files, users, views
from bot.sandbox.methods.method import Method

ALL: dict[str, Method] = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **users.METHODS,
    **views.METHODS,
    **files.METHODS,
}
