"""The card of a school: for those who manage it, and a short one for its head."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.schools.data import forget_search, school_id, status_title, to_list
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.l10n import Safe
from bot.states import SchoolStates, open_people_of_school
from services.schools import SchoolCard


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school in lines, and what can be done with it."""
    ctx = ctx_of(dialog_manager)
    card = await ctx.services.schools.card(ctx.me.id, school_id(dialog_manager))
    manages, open_now = card.may_manage, card.state in ("active", "proposed")
    return {
        "school": card.school.title(ctx.locale),
        "lines": _lines(ctx, card),
        "manages": manages,
        "editable": manages and open_now,
        "has_statuses": bool(ctx.services.profile.school_statuses),
        "proposed": manages and card.state == "proposed",
        "closed": manages and card.state == "closed",
        "unavailable": not open_now,
        # Who may only look is the head, and finds the people of the school.
        "has_people": not manages or card.people > 0,
    }


def _lines(ctx: Ctx, card: SchoolCard) -> Safe:
    """Label and value of what is known; figures and state for those who manage schools."""
    nothing, l10n = ctx.l10n.plain("school-nothing"), ctx.l10n
    values = {
        "name": card.full_name,
        "short_name": card.school.name if ctx.locale == "en" else "",
        "english_name": card.school.english_name if ctx.locale != "en" else "",
        "support_status": status_title(ctx, card.status),
    }
    if card.may_manage:
        values |= {
            "key": card.code or nothing,
            "state": l10n.plain(f"school-state-{card.state}"),
            "people": str(card.people),
            "coordinators": str(card.coordinators),
            "heads": str(card.heads),
        }
    return Safe(
        "\n".join(
            l10n("school-line", label=l10n.plain(f"school-field-{key}"), value=value)
            for key, value in values.items()
            if value
        )
    )


async def rename(manager: DialogManager) -> None:
    """Ask for the full name."""
    await _ask(manager, "name")


async def rename_short(manager: DialogManager) -> None:
    """Ask for the short name."""
    await _ask(manager, "short_name")


async def rename_english(manager: DialogManager) -> None:
    """Ask for the English name."""
    await _ask(manager, "english_name")


async def _ask(manager: DialogManager, field: str) -> None:
    manager.dialog_data["field"] = field
    await manager.switch_to(SchoolStates.name)


async def status(manager: DialogManager) -> None:
    """Choose the support status."""
    await manager.switch_to(SchoolStates.status)


async def confirm(manager: DialogManager) -> None:
    """Accept a proposed school."""
    ctx, me = person_id(manager)
    await ctx.services.schools.confirm(me, school_id(manager))
    toast(manager, "school-confirmed")


async def reopen(manager: DialogManager) -> None:
    """Take a closed school back into the list."""
    ctx, me = person_id(manager)
    await ctx.services.schools.reopen(me, school_id(manager))
    toast(manager, "school-reopened")


async def merge(manager: DialogManager) -> None:
    """Choose the school to merge with."""
    forget_search(manager)
    await manager.switch_to(SchoolStates.merge)


async def close(manager: DialogManager) -> None:
    """Choose where its people go; with nobody there, ask at once."""
    ctx, me = person_id(manager)
    forget_search(manager)
    manager.dialog_data.pop("target_id", None)
    leaving = await ctx.services.schools.leaving(me, school_id(manager))
    await manager.switch_to(SchoolStates.close if leaving.people else SchoolStates.close_confirm)


async def people(manager: DialogManager) -> None:
    """Its people."""
    await open_people_of_school(manager, school_id(manager))


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("school-head"),
            T("school-proposed-hint", when="proposed"),
            T("school-closed-hint", when="unavailable"),
        ),
        Row(
            press("school-field-name", rename, id="name"),
            press("school-field-short_name", rename_short, id="short"),
            when="editable",
        ),
        Row(
            press("school-field-english_name", rename_english, id="english"),
            press("school-field-support_status", status, id="status", when="has_statuses"),
            when="editable",
        ),
        press("school-confirm", confirm, id="confirm", when="proposed"),
        press("school-merge", merge, id="merge", when="editable"),
        press("school-close", close, id="close", when="editable"),
        press("school-reopen", reopen, id="reopen", when="closed"),
        press("school-people", people, id="people", when="has_people"),
        Row(press("schools-back", to_list, id="back", when="manages"), to_menu()),
        no_typing(),
        state=SchoolStates.card,
        getter=card_data,
    )
