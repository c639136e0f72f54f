"""A broadcast as people get it: its text, its file, its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from pydantic import Field

from bot.event_words import span_words
from bot.l10n import L10n, Safe
from content import Profile
from services.broadcasts.content import Content
from services.broadcasts.messages import beginning
from services.events import Event
from services.subscriptions import optional

_ID = Field(ge=0, lt=1 << 63)  # what a database can number
# What an announcement shows of long words of an event; `EVENT_ROOM` counts on it.
TITLE_SHOWN, PLACE_SHOWN = 120, 100
_TITLE, _REPEATED = 60, 3000  # characters of a title, and of a text that is repeated


class Register(CallbackData, prefix="reg"):
    """Take a place in an event."""

    event_id: int = _ID


class Acknowledge(CallbackData, prefix="ack"):
    """Say that one has read it."""

    broadcast_id: int = _ID


class Unsubscribe(CallbackData, prefix="unsub"):
    """Get no more broadcasts of a category."""

    category: str


class Resubscribe(CallbackData, prefix="resub"):
    """Take that back."""

    category: str


@dataclass(frozen=True, slots=True)
class BroadcastMessage:
    """What goes to one person. `media` is `photo`, `document` or nothing."""

    text: str
    media: str | None
    file_id: str | None
    markup: InlineKeyboardMarkup | None


def compose_broadcast(content: Content, l10n: L10n, profile: Profile) -> BroadcastMessage:
    """The message in the language of the recipient; the text itself is the methodist's."""
    parts = [event_words(content.event, l10n, profile)] if content.event else []
    parts += [content.text] if content.text else []
    rows = _rows(content, l10n)
    return BroadcastMessage(
        text="\n\n".join(parts),
        media=content.media,
        file_id=content.file_id,
        markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None,
    )


def title_of_content(content: Content, l10n: L10n) -> str:
    """A broadcast in a few words: its event, or how its text begins."""
    words = content.event.title if content.event else beginning(content.text)
    return _cut(words, _TITLE) or l10n.plain("broadcast-untitled")


def reminded_text(content: Content) -> Safe:
    """The text once more, for who has not read it, where it is not too long to be repeated."""
    return Safe(content.text if len(content.text) <= _REPEATED else "")


def event_words(event: Event, l10n: L10n, profile: Profile) -> str:
    """What an event is, when and where, in lines of HTML."""
    lines = [l10n("broadcast-event-title", title=_cut(event.title, TITLE_SHOWN))]
    if event.starts_at is not None:
        begins, zone = event.starts_at, ZoneInfo(profile.timezone)
        when = span_words(l10n, zone, begins, event.ends_at, begins)
        lines.append(l10n("broadcast-event-when", when=when))
    if event.place:
        lines.append(l10n("broadcast-event-place", place=_cut(event.place, PLACE_SHOWN)))
    elif event.link:
        lines.append(l10n("broadcast-event-online"))
    if event.seats is not None:
        lines.append(l10n("broadcast-event-seats", seats=event.seats))
    return "\n".join(lines)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _rows(content: Content, l10n: L10n) -> list[list[InlineKeyboardButton]]:
    """What people can do with it, one thing a row."""
    rows = []
    if content.event_id is not None:
        rows.append(_button(l10n, "broadcast-register", Register(event_id=content.event_id)))
    if content.button_text:
        rows.append(InlineKeyboardButton(text=content.button_text, url=content.button_url))
    if content.ack:
        rows.append(_button(l10n, "broadcast-acknowledge", Acknowledge(broadcast_id=content.id)))
    if optional(content.category):
        unsubscribe = Unsubscribe(category=content.category)
        rows.append(_button(l10n, "broadcast-unsubscribe", unsubscribe))
    return [[button] for button in rows]


def _button(l10n: L10n, key: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=l10n.plain(key), callback_data=data.pack())


async def send_broadcast(bot: Bot, chat_id: int, message: BroadcastMessage, **how: Any) -> Message:
    """Send it to one chat. `how`: what the methods of sending take besides."""
    how["reply_markup"] = message.markup
    if message.media is None or message.file_id is None:
        return await bot.send_message(chat_id, message.text, **how)
    how["caption"] = message.text or None
    if message.media == "photo":
        return await bot.send_photo(chat_id, message.file_id, **how)
    return await bot.send_document(chat_id, message.file_id, **how)
