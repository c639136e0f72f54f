"""One message of the outbox on its way to Telegram, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import InlineKeyboardMarkup

from bot.broadcasts import compose_broadcast
from bot.l10n import L10n, Localizer
from bot.notices import compose
from bot.pacing import Paced
from content import Profile
from services.broadcasts import Content
from services.outbox import Fate, Outcome, Owed

log = structlog.get_logger(__name__)

CALL_SECONDS = 10
# Answers about this very message; all others pass, and it is tried again.
_FINAL = (TelegramForbiddenError, TelegramBadRequest, TelegramMigrateToChat)
# Raised before anything was sent: nobody was reached, so nothing has arrived.
_NEVER_LEFT = ("ClientConnector", "ClientProxyConnectionError", "ClientOSError: [Errno 111]")
_UNKNOWN_CHATS = ("chat not found", "user not found", "peer_id_invalid")


class _Text(Paced, SendMessage):
    """An answer, the whole message once more, is not turned into objects."""

    __returning__ = Any  # type: ignore[assignment]


class _Photo(Paced, SendPhoto):
    """The same with a picture."""

    __returning__ = Any  # type: ignore[assignment]


class _Document(Paced, SendDocument):
    """The same with a file."""

    __returning__ = Any  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes to one person. `media` is `photo`, `document` or nothing."""

    text: str
    media: str | None
    file_id: str | None
    markup: InlineKeyboardMarkup | None


class Composer:
    """Puts messages into words; those of a broadcast once for all who read the same language."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._latest: dict[str, tuple[Content, Profile, Outgoing]] = {}

    def compose(self, owed: Owed, profile: Profile) -> Outgoing:
        """The message in the language of its recipient."""
        l10n = self._localizer[owed.recipient.locale]
        if owed.broadcast is None:
            notice = compose(owed, l10n, profile)
            return Outgoing(notice.text, None, None, notice.markup)
        known = self._latest.get(l10n.locale)
        if known is not None and known[0] == owed.broadcast and known[1] is profile:
            return known[2]
        made = _broadcast(owed.broadcast, l10n, profile)
        self._latest[l10n.locale] = (owed.broadcast, profile, made)
        return made


def _broadcast(content: Content, l10n: L10n, profile: Profile) -> Outgoing:
    message = compose_broadcast(content, l10n, profile)
    return Outgoing(message.text, message.media, message.file_id, message.markup)


async def send(bot: Bot, owed: Owed, message: Outgoing) -> Outcome:
    """One call; what came of it. Raises `TelegramRetryAfter`."""
    try:
        sent = await bot(_method(owed, message), request_timeout=CALL_SECONDS)
    except TelegramRetryAfter:
        raise
    except _FINAL as error:
        fate = Fate.UNREACHABLE if _is_gone(error) else Fate.FAILED
        log.info("a message failed", kind=owed.kind, id=owed.id, error=told(error))
        return Outcome(owed, fate, reason=told(error))
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("a message waits", kind=owed.kind, id=owed.id, error=told(error))
        return Outcome(owed, Fate.RETRY, reason=told(error), uncertain=_may_have_arrived(error))
    return Outcome(owed, Fate.SENT, sent["message_id"])


def _method(owed: Owed, message: Outgoing) -> TelegramMethod[Any]:
    how: dict[str, Any] = {
        "chat_id": owed.recipient.telegram_id,
        "reply_markup": message.markup,
        "disable_notification": owed.silent or None,
    }
    if message.file_id is not None and message.media == "photo":
        return _Photo(photo=message.file_id, caption=message.text or None, **how)
    if message.file_id is not None and message.media == "document":
        return _Document(document=message.file_id, caption=message.text or None, **how)
    return _Text(text=message.text, **how)


def _may_have_arrived(error: Exception) -> bool:
    """A lost answer, a timeout, a gateway's page: perhaps Telegram has sent it all the same."""
    if isinstance(error, TelegramNetworkError):
        return not error.message.startswith(_NEVER_LEFT)
    return isinstance(error, ClientDecodeError)


def _is_gone(error: TelegramAPIError) -> bool:
    """Whether nothing can reach this person: blocked, deactivated, never seen."""
    if isinstance(error, TelegramForbiddenError):
        return True
    return any(words in error.message.lower() for words in _UNKNOWN_CHATS)


def told(error: Exception) -> str:
    """What is kept of an error: Telegram's words, never ours to a person."""
    if isinstance(error, TelegramAPIError):
        return f"{type(error).__name__}: {error.message}"
    return type(error).__name__
