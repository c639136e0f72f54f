"""How screens reach the chat: edits in place, notes over the screen, harmless errors ignored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import EditMessageText
from aiogram.types import (
    CallbackQuery,
    ContentType,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram_dialog.api.entities import NewMessage, OldMessage, ShowMode
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

log = structlog.get_logger(__name__)

_NOTE_LIMIT = 200
_GONE = ("message to delete not found", "message can't be deleted", "message_id_invalid")


class _Edit(EditMessageText):
    """An edit whose answer, the whole message once more, is not turned into objects."""

    __returning__ = Any  # type: ignore[assignment]


class ScreenManager(MessageManager):
    """aiogram-dialog's message manager, with notes that ride on the one answer to a button."""

    def __init__(self) -> None:
        self._notes: dict[str, str] = {}
        self._kept: dict[tuple[int, int], int | None] = {}

    def note(self, callback: CallbackQuery, text: str) -> None:
        """Show a short text over the screen when the button is answered."""
        self._notes[callback.id] = text[:_NOTE_LIMIT]

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Answer once, with the note if there is one."""
        await answer(callback_query, self._notes.pop(callback_query.id, None))

    async def show_message(
        self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None
    ) -> OldMessage:
        """Text over text is edited in place, the common case; the rest goes the library's way."""
        if old_message is None or not _is_plain(new_message, old_message):
            return await super().show_message(bot, new_message, old_message)
        edit = _Edit(
            chat_id=old_message.chat.id,
            message_id=old_message.message_id,
            text=new_message.text or "",
            reply_markup=new_message.reply_markup,
            parse_mode=new_message.parse_mode,
            link_preview_options=new_message.link_preview_options,
        )
        try:
            await bot(edit)
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                raise MessageNotModified from error
            return await super().show_message(bot, new_message, old_message)
        return OldMessage(
            chat=old_message.chat,
            message_id=old_message.message_id,
            media_id=None,
            media_uniq_id=None,
            text=new_message.text,
            has_reply_keyboard=False,
            has_protected_content=None,
            business_connection_id=None,
            content_type=ContentType.TEXT,
        )

    @contextmanager
    def beside(self, callback: CallbackQuery, living: int | None) -> Iterator[None]:
        """Open a screen in a new message and leave the pressed one its buttons.

        They are taken off the `living` message of the conversation instead, if there is one.
        """
        pressed = (callback.from_user.id, callback.message.message_id if callback.message else 0)
        self._kept[pressed] = living
        try:
            yield
        finally:
            self._kept.pop(pressed, None)

    async def remove_inline_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """Take the buttons off an older screen; that they stay is no reason to stop."""
        pressed = (old_message.chat.id, old_message.message_id) if old_message else None
        if old_message is not None and pressed in self._kept:
            living = self._kept[pressed]
            if living is None or living == old_message.message_id:
                return None
            old_message = replace(old_message, message_id=living)
        try:
            return await super().remove_inline_kbd(bot, old_message)
        except TelegramForbiddenError:
            raise
        except TelegramAPIError as error:
            log.info("buttons stay on an old screen", error=error.message)
            return None

    async def remove_message_safe(
        self, bot: Bot, old_message: OldMessage, new_message: NewMessage | None
    ) -> None:
        """Delete a message; one that is gone or too old is no error."""
        try:
            await super().remove_message_safe(bot, old_message, new_message)
        except TelegramBadRequest as error:
            if not any(reason in error.message.lower() for reason in _GONE):
                raise


def _is_plain(new: NewMessage, old: OldMessage) -> bool:
    """Whether a text with inline buttons, or none, takes the place of another."""
    return (
        new.show_mode is ShowMode.EDIT
        and new.media is None
        and old.content_type == ContentType.TEXT
        and not old.has_reply_keyboard
        and not old.business_connection_id
        and not (new.protect_content or old.has_protected_content)
        and (new.reply_markup is None or isinstance(new.reply_markup, InlineKeyboardMarkup))
    )


async def answer(callback: CallbackQuery, text: str | None, *, alert: bool = False) -> None:
    """Answer a button; too late is no error."""
    try:
        await callback.answer(text[:_NOTE_LIMIT] if text else None, show_alert=alert or None)
    except TelegramBadRequest as error:
        if "query is too old" not in error.message:
            raise


async def edit(callback: CallbackQuery, text: str, markup: InlineKeyboardMarkup | None) -> None:
    """Change the message under a button; where it cannot be changed, send a new one."""
    message, bot = callback.message, callback.bot
    assert bot is not None
    if isinstance(message, Message):
        try:
            await message.edit_text(text, reply_markup=markup)
            return
        except TelegramBadRequest as error:
            if "message is not modified" in error.message:
                return
    await bot.send_message(callback.from_user.id, text, reply_markup=markup)


async def change_button(
    callback: CallbackQuery, pressed: str, button: InlineKeyboardButton
) -> None:
    """Put another button in the place of the one with this callback data; the message stays.

    A message that is too old, or gone, keeps what it has.
    """
    message = callback.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    before = message.reply_markup.inline_keyboard
    rows = [[button if one.callback_data == pressed else one for one in row] for row in before]
    if rows == before:
        return
    try:
        await message.edit_reply_markup(reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    except (TelegramBadRequest, TelegramForbiddenError) as error:
        log.debug("the button stays as it was", error=str(error))
