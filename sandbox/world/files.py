"""Files that people and the bot have sent: bytes kept in memory, found by file_id or file_path."""

from __future__ import annotations

import hashlib
import mimetypes
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.world.pictures import dimensions, photo_sizes

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO_SIDES = 10_000
MAX_PHOTO_RATIO = 20
MAX_STORED_BYTES = 256 * 1024 * 1024

# Fields of a message that hold a file, and how errors call its type.
FILE_KINDS = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "audio": "Audio",
    "voice": "VoiceNote",
    "animation": "Animation",
    "sticker": "Sticker",
}
# The folder in `file_path` and the first letters of a file_id.
_PLACES = {
    "Photo": ("photos", "AgACAgIAAxk"),
    "Document": ("documents", "BQACAgIAAxk"),
    "Video": ("videos", "BAACAgIAAxk"),
    "Audio": ("music", "CQACAgIAAxk"),
    "VoiceNote": ("voice", "AwACAgIAAxk"),
    "Animation": ("animations", "CgACAgIAAxk"),
    "Sticker": ("stickers", "CAACAgIAAxk"),
}


@dataclass(slots=True)
class Upload:
    """A file as it came in a request."""

    name: str
    data: bytes
    mime_type: str | None = None


@dataclass(slots=True)
class StoredFile:
    """One file on the server; a photo has one file_id for each of its sizes."""

    kind: str  # a value of FILE_KINDS
    data: bytes
    path: str
    shape: Any  # the `photo` array, the `document` object and so on of a message
    file_ids: list[str] = field(default_factory=list)


class FileStore:
    """Keeps the newest files up to a total size, so that memory stays flat under load."""

    def __init__(self, max_bytes: int = MAX_STORED_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._count = 0
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: OrderedDict[str, StoredFile] = OrderedDict()

    def add_photo(self, upload: Upload) -> StoredFile:
        """Store a picture; raises `ApiError` if Telegram would not take it as a photo."""
        _check_size(upload)
        if len(upload.data) > MAX_PHOTO:
            raise bad_request(
                f"file of size {len(upload.data)} bytes is too big for a photo; "
                f"the maximum size is {MAX_PHOTO} bytes"
            )
        size = dimensions(upload.data)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if not (width and height) or width + height > MAX_PHOTO_SIDES:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        if max(size) > MAX_PHOTO_RATIO * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        shape = [
            {**_identity("Photo", upload.data, number), "width": w, "height": h}
            for number, (w, h) in enumerate(photo_sizes(width, height))
        ]
        extension = ".png" if upload.data.startswith(b"\x89PNG") else ".jpg"
        return self._add("Photo", upload, extension, shape)

    def add_document(self, upload: Upload) -> StoredFile:
        """Store any file as a document."""
        return self.add_media("Document", upload, {})

    def add_media(self, kind: str, upload: Upload, facts: dict[str, Any]) -> StoredFile:
        """Store a file that is no photo; `facts` are width, duration and what else its kind has."""
        _check_size(upload)
        guessed = mimetypes.guess_type(upload.name)[0]
        shape = {**facts, **_identity(kind, upload.data, 0)}
        if kind != "Sticker":
            shape["mime_type"] = guessed or upload.mime_type or "application/octet-stream"
        if kind not in ("Sticker", "VoiceNote"):
            shape["file_name"] = upload.name
        dot = upload.name.rfind(".")
        extension = upload.name[dot:] if dot > 0 else ""
        return self._add(kind, upload, extension, shape)

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file of an identifier that this server gave out, unless it is long gone."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file of a `file_path` of getFile."""
        return self._by_path.get(path)

    def all(self) -> list[StoredFile]:
        """Every file that is kept, oldest first."""
        return list(self._by_path.values())

    def _add(self, kind: str, upload: Upload, extension: str, shape: Any) -> StoredFile:
        folder = _PLACES[kind][0]
        # Files of an earlier run have numbers of their own.
        while (path := f"{folder}/file_{self._count}{extension}") in self._by_path:
            self._count += 1
        self._count += 1
        sizes = shape if isinstance(shape, list) else [shape]
        stored = StoredFile(kind, upload.data, path, shape, [size["file_id"] for size in sizes])
        self.keep(stored)
        return stored

    def keep(self, stored: StoredFile) -> None:
        """Take a file in under the names that it has; the oldest may go."""
        self._by_path[stored.path] = stored
        self._by_id.update(dict.fromkeys(stored.file_ids, stored))
        self._bytes += len(stored.data)
        while self._bytes > self._max_bytes and len(self._by_path) > 1:
            _, oldest = self._by_path.popitem(last=False)
            self._bytes -= len(oldest.data)
            for file_id in oldest.file_ids:
                self._by_id.pop(file_id, None)


def is_file_id(text: str) -> bool:
    """Whether it has the form of a file_id: what is no longer kept, or never was, has it too."""
    return text.startswith(tuple(prefix for _, prefix in _PLACES.values()))


def _check_size(upload: Upload) -> None:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")


def _identity(kind: str, data: bytes, number: int) -> dict[str, Any]:
    digest = hashlib.sha256(data + bytes([number])).hexdigest()
    return {
        "file_id": _PLACES[kind][1] + secrets.token_urlsafe(36),
        "file_unique_id": ("AQAD" if kind == "Photo" else "AgAD") + digest[:12],
        "file_size": len(data),
    }
