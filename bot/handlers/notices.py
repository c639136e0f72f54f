"""Buttons of notices. They stand in chats for years, so everything is checked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot import states
from bot.context import Ctx
from bot.handlers.entering import check_role, sign_up_first
from bot.notices import Go
from bot.screens import ScreenManager, answer
from services.errors import Refusal
from services.permissions import (
    ADMINISTER,
    ANSWER_REQUESTS,
    BROADCAST,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    GRANT_SERVICE_ROLES,
    MANAGE_EVENTS,
    MONITOR,
    OWN,
    SEE_SUPPORT_STATUS,
    Permission,
)

_Opener = Callable[[DialogManager, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Place:
    """What a button opens, and who may go there."""

    opener: _Opener
    permission: Permission = OWN


def _plain(opener: Callable[[DialogManager], Awaitable[None]]) -> _Opener:
    async def open_it(manager: DialogManager, _id: int) -> None:
        await opener(manager)

    return open_it


PLACES = {
    "menu": Place(_plain(states.open_menu)),
    "profile": Place(_plain(states.open_profile)),
    "career": Place(_plain(states.open_career)),
    "claim": Place(states.open_claim, DECIDE_CLAIMS),
    "transfer": Place(states.open_transfer, DECIDE_TRANSFERS),
    "school": Place(states.open_school, SEE_SUPPORT_STATUS),
    "backups": Place(_plain(states.open_backups), ADMINISTER),
    "event": Place(states.open_event),
    "event-comment": Place(states.open_event_comment),
    "attendance": Place(states.open_attendance, MANAGE_EVENTS),
    "broadcast": Place(states.open_broadcast, BROADCAST),
    "campaign": Place(states.open_campaign, MONITOR),
    "board": Place(states.open_board, MONITOR),
    "orphans": Place(states.open_orphans, MONITOR),
    "request": Place(states.open_request, ANSWER_REQUESTS),
    "answer": Place(states.open_answering, ANSWER_REQUESTS),
    "correct": Place(states.open_answering, ANSWER_REQUESTS),
    "checking": Place(states.open_checking, MONITOR),
    "corrections": Place(states.open_corrections, MONITOR),
    "roles": Place(_plain(states.open_roles), GRANT_SERVICE_ROLES),
    "recommendation": Place(states.open_recommendation),
    "recommendations": Place(_plain(states.open_recommendations)),
    "decision": Place(states.open_decision, MONITOR),
}


async def go(
    callback: CallbackQuery, callback_data: Go, ctx: Ctx, dialog_manager: DialogManager, **_: Any
) -> None:
    """Open the screen in a new message; the notice stays as it is, whatever comes of it."""
    place = PLACES.get(callback_data.what)
    if place is None:
        await answer(callback, ctx.l10n.plain("button-old"))
        return
    signed_up = ctx.me.registered_at is not None
    try:
        await check_role(ctx, place.permission)
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        return
    with beside(callback, dialog_manager):
        if not signed_up:
            await sign_up_first(ctx, dialog_manager, asked=True)
        elif not await _opened(place, callback, callback_data.id, ctx, dialog_manager):
            return
    await answer(callback, None)


async def _opened(
    place: Place, callback: CallbackQuery, number: int, ctx: Ctx, manager: DialogManager
) -> bool:
    """Whether it is still there; otherwise a word, and the menu."""
    try:
        await place.opener(manager, number)
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        await states.open_menu(manager)
        return False
    return True


def beside(callback: CallbackQuery, manager: DialogManager) -> AbstractContextManager[None]:
    """New screens come in new messages, and the notice keeps its button."""
    manager.show_mode = ShowMode.SEND
    screens = getattr(manager, "message_manager", None)
    assert isinstance(screens, ScreenManager)
    stack = manager.current_stack()
    return screens.beside(callback, stack.last_message_id if stack else None)


async def _tell(callback: CallbackQuery, why: Refusal, ctx: Ctx) -> None:
    text = ctx.l10n.plain(f"refusal-{why.reason}", **why.facts)
    await answer(callback, text, alert=True)


def router() -> Router:
    """The handler of the buttons of notices."""
    router = Router(name="notices")
    router.callback_query.register(go, Go.filter())
    return router
