"""From an HTTP request to aiogram's model of the method.

The real server is lenient: parameters come from the query, a form or JSON, numbers and booleans
are read generously, unknown parameters are ignored. What is missing becomes the error text that
Telegram gives for that parameter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from aiohttp import web
from pydantic import ValidationError

from sandbox.api.values import (
    NOT_UTF8,
    as_boolean,
    as_chat_id,
    as_float,
    as_integer,
    as_text,
    check_utf8,
    decoded,
    form,
)
from sandbox.errors import STALE_QUERY, bad_request
from sandbox.world.files import FILE_KINDS, Upload

# What Telegram says instead of 'parameter "x" is required'; the order is the order of its checks.
_MISSING = {
    "text": "message text is empty",
    **{kind: f"there is no {kind} in the request" for kind in FILE_KINDS},
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "user_id": "invalid user_id specified",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "callback_query_id": STALE_QUERY,
    "action": "wrong parameter action in request",
    "file_id": "file_id not specified",
}
# What Telegram calls the objects of these parameters, and the types of their fields.
_OBJECTS = {
    "entities": "MessageEntity",
    "caption_entities": "MessageEntity",
    "media": "InputMedia",
    "commands": "BotCommand",
    "scope": "BotCommandScope",
    "menu_button": "MenuButton",
}
_TYPES = {
    "string": "String",
    "int": "Number",
    "float": "Number",
    "bool": "Boolean",
    "list": "Array",
    "dict": "Object",
    "model": "Object",
}


@dataclass(slots=True)
class Call:
    """One request: the method as aiogram's model, the raw markup, the uploaded files."""

    method: Any
    raw: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def markup(self) -> Any:
        """`reply_markup` as it came: `keyboards.py` parses it, its errors are its own."""
        return self.raw.get("reply_markup") if hasattr(self.method, "reply_markup") else None


async def read_parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Collect the parameters of a request from everywhere Telegram looks for them.

    Raises `ApiError` 400 for what is not in UTF-8 or no JSON.
    """
    raw: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    try:
        if request.query_string:
            raw.update(form(request.rel_url.raw_query_string))
        if request.can_read_body:
            await _read_body(request, raw, files)
    except (UnicodeError, LookupError):
        raise bad_request(NOT_UTF8) from None
    except ValueError:
        raise bad_request("can't parse multipart form data") from None
    return raw, files


async def _read_body(request: web.Request, raw: dict[str, Any], files: dict[str, Upload]) -> None:
    kind = request.content_type
    if kind == "application/x-www-form-urlencoded":
        raw.update(form((await request.read()).decode()))
    elif kind == "multipart/form-data":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                check_utf8((name, value.filename, value.content_type))
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                raw[name] = value if isinstance(value, str) else value.decode()
                check_utf8((name, raw[name]))
    elif kind == "application/json" and (body := await request.read()):
        refusal = "can't parse request JSON object"
        values = decoded(body.decode(), refusal)
        if not isinstance(values, dict):
            raise bad_request(refusal)
        raw.update(values)


def parse_call(
    model: type[TelegramMethod[Any]], raw: dict[str, Any], files: dict[str, Upload]
) -> Call:
    """Build the method model; raises `ApiError` 400 with Telegram's words."""
    converters = _converters(model)
    values: dict[str, Any] = {}
    for name, value in raw.items():
        converter = converters.get(name)
        if converter is not None and value != "" and value is not None:
            values[name] = converter(value)
    for name in files:
        if name in converters:
            values.setdefault(name, f"attach://{name}")
    try:
        method = model.model_validate(values)
    except ValidationError as error:
        raise bad_request(_reason(error)) from None
    return Call(method, raw, files)


def _reason(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_input=False)
    missing = [p["loc"][0] for p in problems if p["type"] == "missing" and len(p["loc"]) == 1]
    for name, reason in _MISSING.items():
        if name in missing:
            return reason
    if missing:
        return f'parameter "{missing[0]}" is required'
    # An object that may be of several types is tried as each; those that it does not name are out.
    others = {p["loc"][:3] for p in problems if p["type"] == "literal_error"}
    told = next((p for p in problems if p["loc"][:3] not in others), problems[0])
    parameter, *path = map(str, told["loc"])
    complaint = _complaint(told["type"], path)
    return f"can't parse {_OBJECTS.get(parameter, parameter)}: {complaint}"


def _complaint(problem: str, path: list[str]) -> str:
    # Beside fields the path holds types, as in `media.0.InputMediaPhoto.caption.str`.
    fields = [part for part in path if part.isidentifier() and part.islower()]
    fields = [part for part in fields if part not in ("str", "int", "bool")]
    if problem == "missing":
        return f'Can\'t find field "{fields[-1]}"'
    what = f'Field "{fields[-1]}"' if fields else "value"
    kind = _TYPES.get(problem.partition("_")[0])
    return f"{what} must be of type {kind}" if kind else f"{what} is wrong"


@cache
def _converters(model: type[TelegramMethod[Any]]) -> dict[str, Callable[[Any], Any]]:
    """How to read each parameter, from the annotations of the model."""
    return {
        name: _converter(name, _members(info.annotation))
        for name, info in model.model_fields.items()
        if name != "reply_markup"
    }


def _members(annotation: Any) -> set[Any]:
    inner = get_args(annotation)
    if not inner or getattr(annotation, "__origin__", None) in (list, dict):
        return {annotation}
    return set().union(*map(_members, inner)) - {type(None), Default}


def _converter(name: str, members: set[Any]) -> Callable[[Any], Any]:
    if {int, str} <= members:
        return as_chat_id
    if bool in members:
        return as_boolean
    if int in members:
        return as_integer
    if str in members or InputFile in members:
        return as_text
    if float in members:
        return as_float

    def as_json(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return decoded(value, f"can't parse {name} JSON object")

    return as_json
