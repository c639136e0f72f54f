"""What the screens of a school share."""

from __future__ import annotations

from aiogram_dialog import DialogManager

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets.schools import PAGE, QUERY
from bot.states import SchoolStates
from services.errors import Refusal
from services.permissions import MANAGE_SCHOOLS
from services.schools import SchoolCard


def school_id(manager: DialogManager) -> int:
    """The school that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("school_id", start.get("school_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def managed_card(manager: DialogManager) -> SchoolCard:
    """The card, for screens that change it."""
    ctx = ctx_of(manager)
    card = await ctx.services.schools.card(ctx.me.id, school_id(manager))
    if not card.may_manage:
        raise Refusal("role-needed", audience=MANAGE_SCHOOLS.audience)
    return card


def status_title(ctx: Ctx, key: str | None) -> str:
    """A support status in words; a key that the profile no longer has stays as it is."""
    for status in ctx.services.profile.school_statuses:
        if status.key == key:
            return status.title.get(ctx.locale)
    return key or ctx.l10n.plain("school-nothing")


async def to_card(manager: DialogManager) -> None:
    """The card of the school."""
    await manager.switch_to(SchoolStates.card)


async def to_list(manager: DialogManager) -> None:
    """The list, as it was left."""
    await manager.switch_to(SchoolStates.list)


def forget_search(manager: DialogManager) -> None:
    """A choice of a school begins with the whole list."""
    manager.dialog_data.pop(QUERY, None)
    manager.dialog_data.pop(PAGE, None)
