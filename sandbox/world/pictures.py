"""Width and height of a picture from its first bytes: PNG, JPEG, GIF, WebP. No imaging library."""

from __future__ import annotations

import struct

# Sides of the copies that Telegram makes of a photo, and the letters it gives them.
PHOTO_SIDES = (90, 320, 800, 1280)


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Return (width, height), or None if this is not a picture that Telegram processes."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        # Start-of-frame markers carry the size; C4, C8 and CC of that range mean other things.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    if data[12:16] == b"VP8X" and len(data) >= 30:
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def photo_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The sizes in which Telegram offers a photo, smallest first."""
    longest = max(width, height)
    sides = [side for side in PHOTO_SIDES if side < longest]
    sides.append(min(longest, PHOTO_SIDES[-1]))
    scaled = [(side / longest * width, side / longest * height) for side in dict.fromkeys(sides)]
    return [(max(1, round(w)), max(1, round(h))) for w, h in scaled]
