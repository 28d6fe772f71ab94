"""files.getUploadURLExternal, completeUploadExternal, info and delete."""

from bot.sandbox.content import Content
from bot.sandbox.conversations import channel_to_share, say
from bot.sandbox.methods.method import Call, Method
from bot.sandbox.objects import file_object
from bot.sandbox.records import Json, StoredFile
from bot.sandbox.refusal import Refusal


def get_upload_url(call: Call) -> Json:
    """Announce a file; the url takes its bytes."""
    name, length = str(call.required("filename")), str(call.required("length"))
    if not length.isdecimal() or int(length) < 1:
        raise Refusal("invalid_arguments", messages=["[ERROR] length: must be at least 1"])
    team = call.app.team
    file = StoredFile(
        call.world.new_id("F"),
        team.team_id,
        call.app.bot_user_id,
        name,
        int(length),
        call.world.unix_now(),
    )
    team.files[file.file_id] = file
    upload_url = f"{call.base_url}/upload/{team.team_id}/{file.file_id}"
    return {"upload_url": upload_url, "file_id": file.file_id}


def complete_upload(call: Call) -> Json:
    """Finish uploads, and share them where `channel_id` says: no person's id will do."""
    listed = call.required("files")
    if not (listed and isinstance(listed, list) and all(isinstance(f, dict) for f in listed)):
        raise Refusal("invalid_arguments", messages=["[ERROR] files: must be a list of files"])
    files = [_uploaded(call, str(each.get("id"))) for each in listed]
    channel_id = call.args.get("channel_id")
    channel = channel_to_share(call.app, channel_id) if channel_id else None
    for file, each in zip(files, listed, strict=True):
        file.completed = True
        file.title = str(each.get("title") or file.name)
    if channel is not None:
        message = say(call.app, channel, Content(str(call.args.get("initial_comment") or "")))
        for file in files:
            file.channels.append(channel.channel_id)
            message.files.append(file_object(file))
        call.world.change.notify()
    return {"files": [file_object(file) for file in files]}


def _uploaded(call: Call, file_id: str) -> StoredFile:
    file = _found(call, file_id)
    if file.content is None:
        raise Refusal("file_not_found")
    return file


def _found(call: Call, file_id: str) -> StoredFile:
    file = call.app.team.files.get(file_id)
    if file_id in call.app.team.deleted_files:
        raise Refusal("file_deleted")
    if file is None:
        raise Refusal("file_not_found")
    return file


def info(call: Call) -> Json:
    """Describe an uploaded file."""
    file = _found(call, str(call.required("file")))
    if not file.completed:
        raise Refusal("file_not_found")
    return {"file": file_object(file)}


def delete(call: Call) -> Json:
    """Delete a file, also from the messages that show it."""
    file = _found(call, str(call.required("file")))
    if file.user != call.app.bot_user_id:
        raise Refusal("cant_delete_file")
    del call.app.team.files[file.file_id]
    call.app.team.deleted_files.add(file.file_id)
    for channel_id in file.channels:
        for message in call.app.team.channels[channel_id].messages.values():
            message.files = [f for f in message.files if f["id"] != file.file_id]
    call.world.change.notify()
    return {}


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, "T4", ("files:write",), takes_json=False),
    "files.completeUploadExternal": Method(complete_upload, "T4", ("files:write",)),
    "files.info": Method(info, "T4", ("files:read",), takes_json=False),
    "files.delete": Method(delete, "T3", ("files:write",)),
}
