"""Telling of a course: its name, its hours, the day on which it ended."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.careers.overview import PAGE, to_overview
from bot.dialogs.widgets import Choice, T, paragraphs, person_id, picks, press, to_menu, typed
from bot.states import CareerStates
from services.career_fields import course_hours, course_title, possible_hours
from services.dates import today, typed_date
from services.errors import Refusal

HOURS = (16, 36, 72, 108, 144)
TITLE, LENGTH = "title", "hours"


def draft(manager: DialogManager) -> tuple[str, int]:
    """What was given so far; without hours, 0."""
    title, hours = manager.dialog_data.get(TITLE), manager.dialog_data.get(LENGTH)
    return title if isinstance(title, str) else "", hours if isinstance(hours, int) else 0


async def draft_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was given so far, and the usual hours."""
    l10n, (title, hours) = ctx_of(dialog_manager).l10n, draft(dialog_manager)
    return {
        "title": title,
        "hours": hours,
        "suggestions": [Choice("same", title)] if title else [],
        "choices": [Choice(str(usual), l10n.plain("hours-button", hours=usual)) for usual in HOURS],
    }


async def save_title(manager: DialogManager, text: str) -> None:
    """Take the name."""
    manager.dialog_data[TITLE] = course_title(text)
    await manager.switch_to(CareerStates.hours)


async def keep_title(manager: DialogManager, _item: str) -> None:
    """Take the name given before."""
    await save_title(manager, draft(manager)[0])


async def save_hours(manager: DialogManager, text: str) -> None:
    """Take the hours."""
    manager.dialog_data[LENGTH] = course_hours(text)
    await manager.switch_to(CareerStates.finished)


async def save_finished(manager: DialogManager, text: str) -> None:
    """Take the day: the course is complete."""
    ctx, me = person_id(manager)
    title, hours = draft(manager)
    day = typed_date(text, today(ctx.services.clock))
    await ctx.services.careers.add_course(me, title, possible_hours(hours), day)
    for key in (TITLE, LENGTH, PAGE):
        manager.dialog_data.pop(key, None)
    await to_overview(manager)


async def to_title(manager: DialogManager) -> None:
    """Back to the name."""
    await manager.switch_to(CareerStates.title)


async def to_hours(manager: DialogManager) -> None:
    """Back to the hours."""
    if not draft(manager)[0]:
        raise Refusal("choice-gone")
    await manager.switch_to(CareerStates.hours)


def title_window() -> Window:
    """The name."""
    return Window(
        paragraphs(T("career-ask-title")),
        picks("same", keep_title, items="suggestions"),
        Row(press("back", to_overview, id="back"), to_menu()),
        *typed(save_title),
        state=CareerStates.title,
        getter=draft_data,
    )


def hours_window() -> Window:
    """The hours."""
    return Window(
        paragraphs(T("career-draft-title"), T("career-ask-hours")),
        picks("hours", save_hours, items="choices", width=5),
        Row(press("back", to_title, id="back"), to_menu()),
        *typed(save_hours),
        state=CareerStates.hours,
        getter=draft_data,
    )


def finished_window() -> Window:
    """The day on which it ended."""
    return Window(
        paragraphs(T("career-draft"), T("career-ask-finished")),
        Row(press("back", to_hours, id="back"), to_menu()),
        *typed(save_finished),
        state=CareerStates.finished,
        getter=draft_data,
    )
