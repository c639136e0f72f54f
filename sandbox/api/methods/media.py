"""Sending of files: photos, documents, videos and the like, alone and as albums."""

from __future__ import annotations

import secrets
from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVoice,
)

from sandbox.api.methods.base import caption_content, serves
from sandbox.api.methods.sending import send, target
from sandbox.api.params import Call
from sandbox.errors import ApiError, bad_request
from sandbox.world.files import FILE_KINDS, StoredFile
from sandbox.world.state import World

MAX_ALBUM = 10

_FIELDS = {kind: field for field, kind in FILE_KINDS.items()}
# What a message tells of such a file beside its name and size; not given, it counts as 0.
_FACTS: dict[str, tuple[str, ...]] = {
    "Video": ("width", "height", "duration"),
    "Animation": ("width", "height", "duration"),
    "Audio": ("duration",),
    "VoiceNote": ("duration",),
}
_STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
# These kinds share an album with nothing else.
_APART = ("document", "audio")
_NO_URL = "failed to get HTTP URL content"
# What Telegram calls a refusal inside an album.
_RAW = {_NO_URL: "WEBPAGE_CURL_FAILED"}


def _serve_file(model: Any, field: str) -> None:
    @serves(model)
    def send_file(world: World, call: Call) -> dict[str, Any]:
        method = call.method
        content = file_content(world, call, FILE_KINDS[field], getattr(method, field), method)
        if field != "sticker":
            content |= caption_content(world, method)
        return send(world, call, content)


for _model, _field in (
    (SendPhoto, "photo"),
    (SendDocument, "document"),
    (SendVideo, "video"),
    (SendAudio, "audio"),
    (SendVoice, "voice"),
    (SendAnimation, "animation"),
    (SendSticker, "sticker"),
):
    _serve_file(_model, _field)


@serves(SendMediaGroup)
def send_media_group(world: World, call: Call) -> list[dict[str, Any]]:
    media = call.method.media
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {item.type for item in media}
    for kind in _APART:
        if kind in kinds and len(kinds) > 1:
            raise bad_request(f"{kind} can't be mixed with other media types")
    # Nothing is sent if the chat takes none of them.
    target(world, call, {media[0].type: None})
    album = [_album_item(world, call, number, item) for number, item in enumerate(media, 1)]
    if len(album) > 1:
        group_id = str(secrets.randbits(53))
        album = [{**content, "media_group_id": group_id} for content in album]
    return [send(world, call, content) for content in album]


def _album_item(world: World, call: Call, number: int, item: Any) -> dict[str, Any]:
    caption = caption_content(world, item)
    try:
        content = media_content(world, call, item)
    except ApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        reason = _RAW.get(reason, reason)
        if not reason.isupper():
            raise
        text = f'failed to send message #{number} with the error message "{reason}"'
        raise bad_request(text) from None
    return {**content, **caption}


def media_content(world: World, call: Call, item: Any) -> dict[str, Any]:
    """The file of one InputMedia."""
    if item.type not in FILE_KINDS:
        raise bad_request(f"the sandbox does not know {item.type} yet")
    missing = "can't parse InputMedia: media not found"
    return file_content(world, call, FILE_KINDS[item.type], item.media, item, missing)


def file_content(
    world: World, call: Call, kind: str, value: Any, facts: Any, missing: str = ""
) -> dict[str, Any]:
    """The file of a message under its field, from an upload or an earlier file_id.

    `facts`: the model that may tell width, duration and whether the picture is hidden; `missing`:
    what to answer if there is no file.
    """
    missing = missing or f"there is no {_FIELDS[kind]} in the request"
    stored = _stored(world, call, kind, value, facts, missing)
    content = {_FIELDS[stored.kind]: stored.shape}
    if stored.kind == "Animation":
        # For bots that know no animations.
        known = ("file_id", "file_unique_id", "file_name", "mime_type", "file_size")
        content["document"] = {key: stored.shape[key] for key in known}
    if getattr(facts, "has_spoiler", None):
        content["has_media_spoiler"] = True
    return content


def _stored(
    world: World, call: Call, kind: str, value: Any, facts: Any, missing: str
) -> StoredFile:
    if not value:
        raise bad_request(missing)
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(missing)
        if kind == "Photo":
            return world.files.add_photo(upload)
        return world.files.add_media(kind, upload, _facts(kind, facts))
    if value.startswith(("http://", "https://")):
        # The sandbox stays on this machine and downloads nothing.
        raise bad_request(_NO_URL)
    stored = world.files.by_id(value)
    if stored is None:
        reason = "can't unserialize it. Wrong last symbol"
        raise bad_request(f"wrong remote file identifier specified: {reason}")
    # All kinds but photos are documents to Telegram and keep their own kind when sent again.
    if (stored.kind == "Photo") != (kind == "Photo"):
        raise bad_request(f"can't use file of type {stored.kind} as {kind}")
    return stored


def _facts(kind: str, told: Any) -> dict[str, Any]:
    if kind == "Sticker":
        return {**_STICKER, "emoji": told.emoji} if told.emoji else dict(_STICKER)
    facts: dict[str, Any] = {name: getattr(told, name) or 0 for name in _FACTS.get(kind, ())}
    for name in ("performer", "title") if kind == "Audio" else ():
        if value := getattr(told, name):
            facts[name] = value
    return facts
