"""The secret in an invitation's link.

A checksum tells a token that was mistyped or cut from one that is simply not known here.
"""

from __future__ import annotations

import binascii
import hashlib
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from services.errors import Refusal

_SECRET_BYTES = 16
_SHAPE = re.compile(r"[A-Za-z0-9_-]{24}")


def new_token() -> str:
    """128 random bits and a checksum, 24 characters that a link may carry.

    The last is a letter or a digit: mail programs leave other signs out of a link's end.
    """
    while True:
        secret = secrets.token_bytes(_SECRET_BYTES)
        token = urlsafe_b64encode(secret + _checksum(secret)).decode()
        if token[-1].isalnum():
            return token


def token_hash(token: str) -> str:
    """What is stored in place of a token; refuses one that was never made."""
    if not _SHAPE.fullmatch(token):
        raise Refusal("invitation-mistyped")
    data = urlsafe_b64decode(token)
    if _checksum(data[:_SECRET_BYTES]) != data[_SECRET_BYTES:]:
        raise Refusal("invitation-mistyped")
    return hashlib.sha256(token.encode()).hexdigest()


def _checksum(secret: bytes) -> bytes:
    """CRC-16: notices every wrong character and every two neighbours that changed places."""
    return binascii.crc_hqx(secret, 0xFFFF).to_bytes(2, "big")
