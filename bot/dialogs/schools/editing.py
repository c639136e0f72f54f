"""Names and support status of a school."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.schools.data import managed_card, school_id, to_card
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import SchoolStates
from services.errors import Refusal

FIELDS = ("name", "short_name", "english_name")
NO_STATUS = "-"


def _field(manager: DialogManager) -> str:
    found = manager.dialog_data.get("field")
    if found not in FIELDS:
        raise Refusal("choice-gone")
    return str(found)


async def name_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The name as it is."""
    ctx = ctx_of(dialog_manager)
    card, field = await managed_card(dialog_manager), _field(dialog_manager)
    values = {
        "name": card.full_name,
        "short_name": card.school.name,
        "english_name": card.school.english_name,
    }
    return {
        "school": card.school.title(ctx.locale),
        "value": values[field] or ctx.l10n.plain("school-nothing"),
        **{key: field == key for key in FIELDS},
        "clearable": field == "english_name" and bool(values[field]),
    }


async def save_name(manager: DialogManager, text: str) -> None:
    """Set the name that was typed."""
    ctx, me = person_id(manager)
    await ctx.services.schools.rename(me, school_id(manager), _field(manager), text)
    await to_card(manager)


async def clear(manager: DialogManager) -> None:
    """Remove the English name."""
    ctx, me = person_id(manager)
    await ctx.services.schools.rename(me, school_id(manager), "english_name", "")
    toast(manager, "school-renamed")
    await to_card(manager)


async def status_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The statuses of the profile, the present one marked."""
    ctx = ctx_of(dialog_manager)
    card = await managed_card(dialog_manager)
    known = [
        (status.key, status.title.get(ctx.locale))
        for status in ctx.services.profile.school_statuses
    ]
    titles = [*known, (NO_STATUS, ctx.l10n.plain("school-status-none"))]
    now = card.status or NO_STATUS
    return {
        "school": card.school.title(ctx.locale),
        "choices": [Choice(key, f"✓ {title}" if key == now else title) for key, title in titles],
    }


async def save_status(manager: DialogManager, item: str) -> None:
    """Set the status."""
    ctx, me = person_id(manager)
    status = None if item == NO_STATUS else item
    await ctx.services.schools.set_status(me, school_id(manager), status)
    toast(manager, "school-status-saved")
    await to_card(manager)


def name_window() -> Window:
    """A new name."""
    return Window(
        paragraphs(
            T("school-name-ask", when="name"),
            T("school-short-name-ask", when="short_name"),
            T("school-english-name-ask", when="english_name"),
        ),
        press("school-english-clear", clear, id="clear", when="clearable"),
        Row(press("school-back", to_card, id="back"), to_menu()),
        *typed(save_name),
        state=SchoolStates.name,
        getter=name_data,
    )


def status_window() -> Window:
    """The support status."""
    return Window(
        paragraphs(
            T("school-status-ask"),
        ),
        picks("status", save_status, items="choices"),
        Row(press("school-back", to_card, id="back"), to_menu()),
        no_typing(),
        state=SchoolStates.status,
        getter=status_data,
    )
