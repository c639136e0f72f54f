"""Around every update: the duplicate guard and the acting person."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.background import Background
from bot.context import Ctx, Services
from bot.l10n import Localizer
from services.audit import CURRENT_UPDATE

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

_REMEMBERED = 20_000


class DuplicateGuard(BaseMiddleware):
    """Drops an update that was delivered before. Across restarts, services are idempotent."""

    def __init__(self) -> None:
        self._seen: OrderedDict[int, None] = OrderedDict()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        if event.update_id in self._seen:
            return None
        self._seen[event.update_id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return await handler(event, data)


class PersonMiddleware(BaseMiddleware):
    """Finds the acting person and puts `ctx` into the event's data.

    Registered on each observer, errors included, so that every handler has one.
    """

    def __init__(self, services: Services, localizer: Localizer, background: Background) -> None:
        self._services = services
        self._localizer = localizer
        self._background = background

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None:
            return None
        person = await self._services.people.find(user.id)
        if person is not None and person.unreachable_at is not None:
            await self._services.outbox.is_back(person.id)
        locale = person.locale if person else self._localizer.guess(user.language_code)
        l10n = self._localizer[locale]
        data["ctx"] = Ctx(self._services, self._localizer, l10n, user, person, self._background)
        with _update_of(data):
            return await handler(event, data)


@contextmanager
def _update_of(data: dict[str, Any]) -> Iterator[None]:
    """The audit log names the update in which something was done."""
    update = data.get("event_update")
    number = update.update_id if isinstance(update, Update) else CURRENT_UPDATE.get()
    token = CURRENT_UPDATE.set(number)
    try:
        yield
    finally:
        CURRENT_UPDATE.reset(token)
