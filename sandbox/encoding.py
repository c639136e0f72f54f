"""JSON as everything here sends it: UTF-8, compact, and only what every reader takes."""

from __future__ import annotations

import json
from typing import Any

import pydantic_core


def to_json(value: Any) -> bytes:
    """The value as JSON; half a character, which no text may hold, becomes a question mark."""
    try:
        # Four times as fast as the standard library, and every answer goes through here.
        return pydantic_core.to_json(value, inf_nan_mode="null")
    except pydantic_core.PydanticSerializationError:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode("utf-8", "replace")
