"""Entities that the bot gives itself in the place of markup."""

from __future__ import annotations

from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.text.links import BadLink
from sandbox.text.tags import TYPES, Entity, MarkupError, add_emoji, fill_link

MAX_PLACE = 1_000_000

_TYPES = frozenset({*TYPES.values(), "expandable_blockquote", "text_mention"})
# Telegram finds these by itself and ignores what it is told of them.
_FOUND = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number")
_NEEDED = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
_OPTIONAL = {"pre": "language", "date_time": "date_time_format"}


def given_entities(text: str, models: Any) -> list[Entity]:
    """These entities (aiogram's models or None) as a message holds them. Raises `ApiError` 400."""
    entities = [_entity(model) for model in models or () if model.type not in _FOUND]
    for entity in entities:
        for name in ("offset", "length"):
            if not 0 <= entity[name] <= MAX_PLACE:
                raise bad_request(f"receive an entity with incorrect {name} {entity[name]}")
    entities = [entity for entity in entities if entity["length"]]
    if entities:
        _check_places(text, entities)
    return entities


def _entity(model: Any) -> Entity:
    kind = model.type
    if kind not in _TYPES:
        raise _unparsed("Unsupported type specified")
    entity: Entity = {"offset": model.offset, "length": model.length, "type": kind}
    needed = _NEEDED.get(kind, "type")
    if (value := getattr(model, needed)) is None:
        raise _unparsed(f'Can\'t find field "{needed}"')
    if kind == "text_link":
        try:
            fill_link(entity, value)
        except BadLink as error:
            raise bad_request(f"entity URL '{value}' is invalid: {error}") from None
    elif kind == "text_mention":
        entity["user"] = {"id": value.id}
    elif kind == "custom_emoji":
        try:
            add_emoji(entity, value)
        except MarkupError:
            raise _unparsed(f'Field "{needed}" must be a valid Number') from None
    elif kind == "date_time":
        entity["unix_time"] = value
    if (optional := _OPTIONAL.get(kind)) and getattr(model, optional):
        entity[optional] = getattr(model, optional)
    return entity


def _check_places(text: str, entities: list[Entity]) -> None:
    """Entities begin and end inside the text and between its characters."""
    units = text.encode("utf-16-le")

    def splits(at: int) -> bool:
        return 0xDC <= (units[2 * at + 1] if 2 * at < len(units) else 0) <= 0xDF

    def bytes_after(at: int) -> int:
        return len(units[: 2 * at + 2].decode("utf-16-le").encode())

    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        name = f"entity beginning at UTF-16 offset {begin}"
        if 2 * begin > len(units):
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {begin}")
        if 2 * end > len(units):
            raise bad_request(f"{name} ends after the end of the text at UTF-16 offset {end}")
        middle = "in a middle of a UTF-16 symbol at byte offset"
        if splits(begin):
            raise bad_request(f"entity begins {middle} {bytes_after(begin)}")
        if splits(end):
            raise bad_request(f"{name} ends {middle} {bytes_after(end)}")


def _unparsed(reason: str) -> ApiError:
    return bad_request(f"can't parse MessageEntity: {reason}")
