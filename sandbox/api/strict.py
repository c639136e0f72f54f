"""The debug switch: does what we send really have the shape of aiogram's types?"""

from __future__ import annotations

from functools import cache
from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter


@cache
def _adapter(returning: Any) -> TypeAdapter[Any]:
    return TypeAdapter(returning)


def check_result(model: type[TelegramMethod[Any]], result: Any) -> None:
    """Raise `ValueError` if the result is not what this method returns, or has extra fields."""
    _check(model.__returning__, result, model.__api_method__)


def check_update(update: dict[str, Any]) -> None:
    """Raise `ValueError` if this is not a valid Update."""
    _check(Update, update, "Update")


def _check(returning: Any, value: Any, where: str) -> None:
    parsed = _adapter(returning).validate_python(value)
    unknown = list(_unknown_fields(parsed, where))
    if unknown:
        raise ValueError(f"fields that aiogram does not know: {', '.join(unknown)}")


def _unknown_fields(value: Any, path: str) -> Any:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _unknown_fields(item, f"{path}[{number}]")
    elif isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}.{name}"
        for name, inner in value:
            yield from _unknown_fields(inner, f"{path}.{name}")
