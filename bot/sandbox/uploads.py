"""Takes the bytes of announced files."""

from email.parser import BytesParser
from email.policy import HTTP

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.sandbox.world import World


class Uploads:
    """Serves the upload urls that files.getUploadURLExternal gives out."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def take(self, request: Request) -> Response:
        """Keep the file's bytes; they must be as many as announced."""
        team = self._world.teams.get(request.path_params["team"])
        file = team.files.get(request.path_params["file"]) if team else None
        if file is None:
            return PlainTextResponse("no such upload", status_code=404)
        content = _content(await request.body(), request.headers.get("content-type", ""))
        if len(content) != file.length:
            return PlainTextResponse("length mismatch", status_code=400)
        file.content = content
        return PlainTextResponse(f"OK - {len(content)}")


def _content(body: bytes, content_type: str) -> bytes:
    """The bytes themselves, or those of the one part of a multipart form."""
    if not content_type.startswith("multipart/form-data"):
        return body
    head = f"content-type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            return payload
    return b""
