"""Reply markup of a request: parsed from raw JSON, refused or silently cut as Telegram does it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from aiogram.types import CallbackGame, CopyTextButton, LoginUrl, WebAppInfo
from aiogram.types import SwitchInlineQueryChosenChat as ChosenChat
from pydantic import BaseModel, ValidationError

from sandbox.api.values import decoded
from sandbox.errors import bad_request
from sandbox.text.links import BadLink, checked_link

MAX_DATA_BYTES = 64
MAX_ROW = 12  # cut silently
MAX_BUTTONS = 300  # cut silently
MAX_INLINE_BUTTONS = 100  # reported by developers, not in the documentation
MAX_MARKUP_BYTES = 10_000  # reported as "about 10 kB"

_ACTIONS: dict[str, type] = {
    "web_app": WebAppInfo,
    "login_url": LoginUrl,
    "switch_inline_query": str,
    "switch_inline_query_current_chat": str,
    "switch_inline_query_chosen_chat": ChosenChat,
    "copy_text": CopyTextButton,
    "callback_game": CallbackGame,
    "pay": bool,
}
_NAMES: dict[type, str] = {str: "String", bool: "Boolean"}
_LOOKS = ("style", "icon_custom_emoji_id")
_PRIVATE = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "request_poll": "poll can be requested",
    "request_users": "users can be requested",
    "request_chat": "chats can be requested",
    "web_app": "Web App buttons can be used",
}


class Markup(NamedTuple):
    """`kind` is inline, keyboard, remove or force_reply; `value` is what a Message would show."""

    kind: str
    value: dict[str, Any]


def parse_markup(raw: Any) -> Markup | None:
    """Parse the `reply_markup` parameter; None when there is nothing to show."""
    if raw is None or raw == "":
        return None
    markup = _decoded(raw)
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "keyboard", "ReplyKeyboardMarkup", _reply_button)
        if rows:
            return Markup("keyboard", {**markup, "keyboard": rows})
    if "inline_keyboard" in markup:
        name, owner = "inline_keyboard", "InlineKeyboardMarkup"
        rows = _rows(markup[name], name, owner, _inline_button)
        if rows:
            inline = {name: rows}
            _check_size(raw, inline)
            return Markup("inline", inline)
    if markup.get("remove_keyboard") is True:
        return Markup("remove", markup)
    if markup.get("force_reply") is True:
        return Markup("force_reply", markup)
    return None


def parse_inline(raw: Any) -> dict[str, Any] | None:
    """Reply markup of an edit: an inline keyboard or nothing."""
    markup = parse_markup(raw)
    if markup is None:
        return None
    if markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    return markup.value


def check_private_buttons(markup: Markup) -> None:
    """Raise 400 if the keyboard asks for what only a person in a private chat can give."""
    for row in markup.value["keyboard"] if markup.kind == "keyboard" else ():
        for button in row:
            for field, refusal in _PRIVATE.items():
                if button.get(field):
                    raise bad_request(f"{refusal} in private chats only")


def _decoded(raw: Any) -> dict[str, Any]:
    if isinstance(raw, str):
        raw = decoded(raw, "can't parse reply keyboard markup JSON object")
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    return raw


def _rows(rows: Any, field: str, owner: str, button: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the {owner} must be an Array')
    kept, total = [], 0
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f'field "{field}" must be an Array of Arrays')
        parsed = [shape for shape in map(button, row) if shape is not None]
        parsed = parsed[: min(MAX_ROW, MAX_BUTTONS - total)]
        total += len(parsed)
        if parsed:
            kept.append(parsed)
    return kept


def _text(button: dict[str, Any]) -> str:
    text = button.get("text")
    if text is None:
        raise ValueError('Can\'t find field "text"')
    if not isinstance(text, str):
        raise ValueError('Field "text" must be of type String')
    return text.strip()


def _inline_button(button: Any) -> dict[str, Any] | None:
    try:
        if not isinstance(button, dict):
            raise ValueError("Object expected as inline keyboard button")
        text = _text(button)
        shape = {"text": text, **_action(button)}
        for look in _LOOKS:
            if button.get(look):
                shape[look] = _checked(button, look, str)
    except ValueError as error:
        raise bad_request(f"can't parse inline keyboard button: {error}") from None
    if not text:
        return None
    return shape


def _action(button: dict[str, Any]) -> dict[str, Any]:
    data = button.get("callback_data")
    if data:
        data = data if isinstance(data, str) else json.dumps(data)
        # A letter takes at most four bytes; encode only what may be too long.
        if len(data) > MAX_DATA_BYTES // 4 and len(data.encode()) > MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    if button.get("url"):
        url = _checked(button, "url", str)
        try:
            return {"url": checked_link(url)}
        except BadLink as error:
            reason = f"inline keyboard button URL '{url}' is invalid: {error}"
            raise bad_request(reason) from None
    for action, kind in _ACTIONS.items():
        if button.get(action) is not None:
            return {action: _checked(button, action, kind)}
    raise ValueError("Text buttons are unallowed in the inline keyboard")


def _checked(button: dict[str, Any], field: str, kind: type) -> Any:
    """The value of a field, of an object only what belongs to it. Raises `ValueError`."""
    value = button[field]
    wanted: type[Any] = dict if issubclass(kind, BaseModel) else kind
    if not isinstance(value, wanted):
        raise ValueError(f'Field "{field}" must be of type {_NAMES.get(kind, "Object")}')
    if not issubclass(kind, BaseModel):
        return value
    try:
        kind.model_validate(value, strict=True)
    except ValidationError as error:
        inner = error.errors(include_url=False)[0]["loc"][0]
        raise ValueError(f'Field "{inner}" of "{field}" is missing or wrong') from None
    return {name: value[name] for name in kind.model_fields if name in value}


def _reply_button(button: Any) -> dict[str, Any] | None:
    if isinstance(button, str):
        button = {"text": button}
    try:
        if not isinstance(button, dict):
            raise ValueError("Object expected as keyboard button")
        text = _text(button)
    except ValueError as error:
        raise bad_request(f"can't parse keyboard button: {error}") from None
    return {**button, "text": text} if text else None


def _check_size(raw: Any, inline: dict[str, Any]) -> None:
    rows = inline["inline_keyboard"]
    if sum(map(len, rows)) > MAX_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    # A raw text is never shorter than the markup without escapes, so most are settled here.
    if isinstance(raw, str) and len(raw) <= MAX_MARKUP_BYTES // 2:
        return
    if len(json.dumps(inline, ensure_ascii=False).encode()) > MAX_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
