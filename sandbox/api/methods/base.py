"""The table of methods and what their implementations share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from aiogram.methods import TelegramMethod

from sandbox.api.params import Call
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.text.entities import MAX_CAPTION, formatted
from sandbox.world.chats import Chat, Group, PrivateChat
from sandbox.world.state import World

Handler = Callable[[World, Call], Any]


class Method(NamedTuple):
    """A served method: aiogram's model of its parameters, and the function that does it."""

    model: type[TelegramMethod[Any]]
    handler: Handler


class Told(NamedTuple):
    """A result with a word about it in the envelope."""

    result: Any
    description: str


METHODS: dict[str, Method] = {}


def serves(*models: type[TelegramMethod[Any]]) -> Callable[[Handler], Handler]:
    """Register an implementation under the API name of the model(s)."""

    def register(handler: Handler) -> Handler:
        for model in models:
            METHODS[model.__api_method__.lower()] = Method(model, handler)
        return handler

    return register


def known_chat(world: World, chat_id: Any) -> Chat:
    """A chat that the bot may look at: of a person it knows, or of a group; 400 or 403 if not."""
    if chat_id is None or chat_id == "":
        raise bad_request("chat_id is empty")
    chat = world.chats.get(chat_id)
    if chat is None or not (chat.seen or (isinstance(chat, PrivateChat) and chat.met)):
        raise bad_request("chat not found")
    if isinstance(chat, Group) and chat.info["type"] == "supergroup":
        _check_inside(chat)
    return chat


def editable_chat(world: World, chat_id: Any) -> Chat:
    """A chat in which the bot may change and delete messages; 403 if it was thrown out."""
    chat = known_chat(world, chat_id)
    if isinstance(chat, PrivateChat):
        if chat.deleted:
            raise forbidden("user is deactivated")
    elif isinstance(chat, Group) and not chat.deleted and chat.successor is None:
        _check_inside(chat)
    return chat


def writable_chat(world: World, chat_id: Any) -> Chat:
    """A chat that takes messages; 403 if the person, the bot or the group went away."""
    if chat_id == world.bot["id"]:
        raise forbidden("the bot can't send messages to the bot")
    chat = editable_chat(world, chat_id)
    if isinstance(chat, PrivateChat):
        if not chat.seen:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
    elif isinstance(chat, Group) and chat.successor is not None:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, reason, {"migrate_to_chat_id": chat.successor})
    elif isinstance(chat, Group) and chat.deleted:
        raise forbidden("the group chat was deleted")
    return chat


def _check_inside(group: Group) -> None:
    kind = group.info["type"]
    if group.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    if group.bot_status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")


def _parse_mode(method: Any) -> str | None:
    """None also for aiogram's `Default` marker."""
    return method.parse_mode if isinstance(method.parse_mode, str) else None


def text_content(world: World, text: str, method: Any) -> dict[str, Any]:
    """`text` and `entities` of a message, parsed by `parse_mode` or the given entities."""
    plain, found = formatted(text, _parse_mode(method), method.entities)
    content: dict[str, Any] = {"text": plain}
    if found := known_mentions(world, found):
        content["entities"] = found
    if preview := _link_preview(method):
        content["link_preview_options"] = preview
    return content


def caption_content(world: World, method: Any) -> dict[str, Any]:
    """`caption` and `caption_entities`; nothing for an empty caption."""
    mode, entities = _parse_mode(method), method.caption_entities
    plain, found = formatted(method.caption or "", mode, entities, allow_empty=True)
    if len(plain) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: dict[str, Any] = {"caption": plain} if plain else {}
    if plain and (found := known_mentions(world, found)):
        content["caption_entities"] = found
    if plain and getattr(method, "show_caption_above_media", None) is True:
        content["show_caption_above_media"] = True
    return content


def known_mentions(world: World, entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give mentions by id their user; a mention of somebody unknown is plain text."""
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = world.user(entity["user"]["id"])
            if user is None:
                continue
            entity["user"] = user
        kept.append(entity)
    return kept


def _link_preview(method: Any) -> dict[str, Any] | None:
    if method.disable_web_page_preview is True:
        return {"is_disabled": True}
    options = method.link_preview_options
    if options is None or not hasattr(options, "is_disabled"):
        return None
    shown = options.model_dump(exclude_none=True, exclude_defaults=True)
    return {key: value for key, value in shown.items() if isinstance(value, (bool, str))}
