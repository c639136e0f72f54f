"""How a person's screen looks in words, for messages of failed assertions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sandbox.api.server import RecordedCall
from sandbox.world.files import FILE_KINDS

SHOWN_CALLS = 6
MAX_VALUE = 120

_SHOWN = (*FILE_KINDS, "location", "contact")


def shown_text(message: dict[str, Any] | None) -> str:
    """Text or caption of a message; empty for none."""
    if message is None:
        return ""
    return str(message.get("text") or message.get("caption") or "")


def inline_rows(message: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """Rows of the inline keyboard under a message."""
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def describe(message: dict[str, Any]) -> str:
    """One message as a small drawing: kind, text, buttons."""
    author = "bot" if message["from"]["is_bot"] else message["from"]["first_name"]
    edited = ", edited" if "edit_date" in message else ""
    lines = [f"  #{message['message_id']} {author}{edited}"]
    for field in _SHOWN:
        if field in message:
            name = message[field].get("file_name") if field == "document" else None
            lines.append(f"    <{field} {name}>" if name else f"    <{field}>")
    lines += [f"    | {line}" for line in shown_text(message).splitlines()]
    for row in inline_rows(message):
        lines.append("    " + " ".join(f"[{button['text']}]" for button in row))
    return "\n".join(lines)


def describe_calls(calls: Iterable[RecordedCall]) -> str:
    """The last API calls, one line each."""
    lines = []
    for call in list(calls)[-SHOWN_CALLS:]:
        refusal = call.fault or call.response.get("description")
        outcome = "ok" if call.status == 200 else str(refusal)
        params = ", ".join(f"{key}={_short(value)}" for key, value in call.params.items())
        lines.append(f"  {call.method}({params}) -> {call.status} {outcome}")
    return "\n".join(lines) or "  (the bot has called nothing)"


def _short(value: Any) -> str:
    text = str(value)
    return repr(text if len(text) <= MAX_VALUE else text[:MAX_VALUE] + "…")
