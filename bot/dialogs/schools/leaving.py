"""Merging a school into another, and closing one: where to, what will happen, yes."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.schools.data import school_id, to_card
from bot.dialogs.widgets import (
    T,
    no_typing,
    number_of,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
    typed,
)
from bot.dialogs.widgets.schools import (
    school_buttons,
    school_choices,
    school_texts,
    search_school,
)
from bot.l10n import Safe
from bot.states import SchoolStates
from services.schools import Leaving


async def target_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools to choose from, without the one that goes."""
    ctx, mine = ctx_of(dialog_manager), school_id(dialog_manager)
    leaving = await ctx.services.schools.leaving(ctx.me.id, mine)
    return {
        **await school_choices(dialog_manager, without={mine}),
        "school": leaving.school.title(ctx.locale),
        "people": leaving.people,
    }


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What will happen."""
    ctx, target = ctx_of(dialog_manager), dialog_manager.dialog_data.get("target_id")
    mine = school_id(dialog_manager)
    leaving = await ctx.services.schools.leaving(ctx.me.id, mine, target)
    ends = _ties(ctx, leaving, with_people=False)
    return {
        "school": leaving.school.title(ctx.locale),
        "target": leaving.target.title(ctx.locale) if leaving.target else "",
        "people": leaving.people,
        "moves": bool(leaving.target and leaving.people),
        "ties": _ties(ctx, leaving, with_people=True)
        or ctx.l10n("bullet", text=ctx.l10n.plain("school-tie-nothing")),
        "ends": ends,
        "has_ends": bool(ends),
    }


def _ties(ctx: Ctx, leaving: Leaving, *, with_people: bool) -> Safe:
    counts = {
        "people": leaving.people if with_people else 0,
        "holders": leaving.holders,
        "invitations": leaving.invitations,
        "wishes": leaving.wishes,
    }
    words = [ctx.l10n.plain(f"school-tie-{key}", count=n) for key, n in counts.items() if n]
    return Safe("\n".join(ctx.l10n("bullet", text=text) for text in words))


async def choose_merge(manager: DialogManager, item: str) -> None:
    """Merge with this one: ask once more."""
    manager.dialog_data["target_id"] = number_of(item)
    await manager.switch_to(SchoolStates.merge_confirm)


async def choose_close(manager: DialogManager, item: str) -> None:
    """Its people go there: ask once more."""
    manager.dialog_data["target_id"] = number_of(item)
    await manager.switch_to(SchoolStates.close_confirm)


async def merge(manager: DialogManager) -> None:
    """Do it, and show the school that stays."""
    ctx, me = person_id(manager)
    target = number_of(str(manager.dialog_data.get("target_id")))
    done = await ctx.services.schools.merge(me, school_id(manager), target)
    toast(manager, "school-merged" if done else "school-merged-already")
    manager.dialog_data["school_id"] = target
    await to_card(manager)


async def close(manager: DialogManager) -> None:
    """Do it."""
    ctx, me = person_id(manager)
    target = manager.dialog_data.get("target_id")
    done = await ctx.services.schools.close(me, school_id(manager), target)
    toast(manager, "school-closed" if done else "school-closed-already")
    await to_card(manager)


def merge_window() -> Window:
    """Which school it becomes part of."""
    return Window(
        paragraphs(T("school-merge-ask"), *school_texts()),
        *school_buttons(choose_merge),
        Row(press("school-back", to_card, id="back"), to_menu()),
        *typed(search_school),
        state=SchoolStates.merge,
        getter=target_data,
    )


def merge_confirm_window() -> Window:
    """What the merger brings, and the question."""
    return Window(
        paragraphs(T("school-merge-confirm"), T("school-ties")),
        press("school-merge-do", merge, id="merge"),
        Row(press("school-back", to_card, id="back"), to_menu()),
        no_typing(),
        state=SchoolStates.merge_confirm,
        getter=confirm_data,
    )


def close_window() -> Window:
    """Where its people go."""
    return Window(
        paragraphs(T("school-close-ask"), *school_texts()),
        *school_buttons(choose_close),
        Row(press("school-back", to_card, id="back"), to_menu()),
        *typed(search_school),
        state=SchoolStates.close,
        getter=target_data,
    )


def close_confirm_window() -> Window:
    """What closing brings, and the question."""
    return Window(
        paragraphs(
            T("school-close-confirm"),
            T("school-close-move", when="moves"),
            T("school-close-ends", when="has_ends"),
        ),
        press("school-close-do", close, id="close"),
        Row(press("school-back", to_card, id="back"), to_menu()),
        no_typing(),
        state=SchoolStates.close_confirm,
        getter=confirm_data,
    )
