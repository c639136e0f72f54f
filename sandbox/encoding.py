"""JSON as everything here sends it: UTF-8, compact, and only what every reader takes."""

from __future__ import annotations

import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def to_json(value: Any) -> bytes:
    """The value as JSON; half a character, which no text may hold, becomes a question mark."""
    return _encode(value).encode("utf-8", "replace")
