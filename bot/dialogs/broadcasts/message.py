"""What a broadcast says: the message itself, as people should see it."""

from __future__ import annotations

from html import escape
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message, MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row

from bot.context import PROBLEM, ctx_of
from bot.dialogs.broadcasts.data import broadcast_id, broadcast_of, excerpt, media_words, to_draft
from bot.dialogs.widgets import READ, T, paragraphs, person_id, press, to_menu, toast
from bot.states import BroadcastStates
from services.broadcasts.messages import room_for
from services.errors import Refusal

_EXCERPT = 600  # characters of the present text


async def text_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it says now, and how much there is room for."""
    ctx, one = ctx_of(dialog_manager), await broadcast_of(dialog_manager)
    event = one.event_id is not None
    return {
        "text": excerpt(one, _EXCERPT),
        "has_text": bool(one.text),
        "media": media_words(ctx, one),
        "has_media": one.media is not None,
        "limit": room_for(media=False, event=event),
        "caption": room_for(media=True, event=event),
    }


async def on_message(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take a message of any kind; a refusal is shown above the question."""
    if message.message_id <= manager.dialog_data.get(READ, 0):
        return
    manager.dialog_data[READ] = message.message_id
    try:
        await save(manager, message)
        topic = (await broadcast_of(manager)).category
        await (to_draft(manager) if topic else manager.switch_to(BroadcastStates.category))
    except Refusal as refusal:
        manager.middleware_data[PROBLEM] = refusal


async def save(manager: DialogManager, message: Message) -> None:
    """Keep text, picture or file."""
    ctx, me = person_id(manager)
    drafts, number = ctx.services.broadcasts.drafts, broadcast_id(manager)
    if message.media_group_id is not None:
        raise Refusal("broadcast-album")
    if message.content_type == ContentType.TEXT:
        await drafts.set_text(me, number, html_of(message.text, message.entities))
        return
    media, file_id, name = _attached(message)
    caption = html_of(message.caption, message.caption_entities)
    await drafts.set_media(me, number, media, file_id, name, caption)


class _Html(HtmlDecoration):
    """aiogram leaves addresses as they are, and `&lt` in one would become a sign."""

    def link(self, value: str, link: str) -> str:
        return f'<a href="{escape(link)}">{value}</a>'


def html_of(text: str | None, entities: list[MessageEntity] | None) -> str:
    """A text as it was formatted."""
    return _Html().unparse(text, entities) if text else ""


def _attached(message: Message) -> tuple[str, str, str]:
    """Kind, Telegram's id and name of the file."""
    if message.content_type == ContentType.PHOTO and message.photo:
        return "photo", message.photo[-1].file_id, ""
    if message.content_type == ContentType.DOCUMENT and message.document:
        return "document", message.document.file_id, message.document.file_name or ""
    raise Refusal("broadcast-kind")


async def remove_media(manager: DialogManager) -> None:
    """Leave only the text."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.remove_media(me, broadcast_id(manager))
    toast(manager, "broadcast-media-removed")


def window() -> Window:
    """The message."""
    return Window(
        paragraphs(
            T("broadcast-ask-text"),
            T("broadcast-ask-text-room"),
            T("broadcast-text-now", when="has_text"),
            T("broadcast-media-now", when="has_media"),
        ),
        press("broadcast-remove-media", remove_media, id="remove", when="has_media"),
        Row(press("back", to_draft, id="back"), to_menu()),
        MessageInput(on_message, content_types=ContentType.ANY),
        state=BroadcastStates.text,
        getter=text_data,
    )
