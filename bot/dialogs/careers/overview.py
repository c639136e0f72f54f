"""All courses and the next attestation; one course, which can be removed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.states import CareerStates, open_profile
from services.careers import Career, Course
from services.errors import Refusal

PAGE, LINES = "page", 5
ROOM = 1500


async def overview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The next attestation, courses newest first, results of diagnoses made elsewhere."""
    ctx, me = person_id(dialog_manager)
    career = await ctx.services.careers.career(me)
    courses = career.courses
    pages = max(1, -(-len(courses) // LINES))
    page = page_number(dialog_manager, PAGE) % pages
    recent = [course for course in courses if course.recent]
    return {
        **_attestation(ctx, career),
        "choices": [_choice(ctx, one) for one in courses[page * LINES : (page + 1) * LINES]],
        "any": bool(courses),
        "empty": not courses,
        "recent": len(recent),
        "hours": sum(course.hours for course in recent),
        "external": _external(ctx, career),
        "has_external": bool(career.external),
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _attestation(ctx: Ctx, career: Career) -> dict[str, Any]:
    found = career.attestation
    return {
        "attestation": ctx.l10n.date(found.on) if found else "",
        "no_attestation": found is None,
        "later": found is not None and found.state == "later",
        "near": found is not None and found.state == "near",
        "past": found is not None and found.state == "past",
    }


def _choice(ctx: Ctx, course: Course) -> Choice:
    label = ctx.l10n.plain("career-course", year=str(course.finished_on.year), title=course.title)
    return Choice(str(course.id), label)


def _external(ctx: Ctx, career: Career) -> Safe:
    lines = [
        ctx.l10n("external-line", title=one.title, year=str(one.year), outcome=one.outcome)
        for one in career.external
    ]
    return listed(ctx, lines, ROOM)


async def open_course(manager: DialogManager, item: str) -> None:
    """Show one course."""
    manager.dialog_data["course_id"] = number_of(item)
    await manager.switch_to(CareerStates.course)


async def add(manager: DialogManager) -> None:
    """Tell of another course."""
    await manager.switch_to(CareerStates.title)


async def set_attestation(manager: DialogManager) -> None:
    """Tell when the next attestation is."""
    await manager.switch_to(CareerStates.attestation)


async def to_overview(manager: DialogManager) -> None:
    """Back to everything."""
    await manager.switch_to(CareerStates.overview)


def window() -> Window:
    """Everything."""
    return Window(
        paragraphs(
            T("career-head"),
            T("career-attestation-none", when="no_attestation"),
            T("career-attestation", when="later"),
            T("career-attestation-near", when="near"),
            T("career-attestation-past", when="past"),
            T("career-courses", when="any"),
            T("career-no-courses", when="empty"),
            T("career-external", when="has_external"),
        ),
        picks("course", open_course, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("career-add", add, id="add"),
            press("career-set", set_attestation, id="date"),
        ),
        Row(press("back", open_profile, id="back"), to_menu()),
        no_typing(),
        state=CareerStates.overview,
        getter=overview_data,
    )


def course_id(manager: DialogManager) -> int:
    """The course that the screen is about."""
    found = manager.dialog_data.get("course_id")
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def course_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One course."""
    ctx = ctx_of(dialog_manager)
    course = await ctx.services.careers.course(ctx.me.id, course_id(dialog_manager))
    return {
        "title": course.title,
        "hours": course.hours,
        "finished": ctx.l10n.date(course.finished_on),
        "old": not course.recent,
    }


async def remove(manager: DialogManager) -> None:
    """Remove the course."""
    ctx, me = person_id(manager)
    await ctx.services.careers.remove_course(me, course_id(manager))
    toast(manager, "career-removed")
    await to_overview(manager)


def course_window() -> Window:
    """One course, and the question whether to remove it."""
    return Window(
        paragraphs(
            T("career-course-card"),
            T("career-course-old", when="old"),
            T("career-remove-ask"),
        ),
        press("career-remove", remove, id="remove"),
        Row(press("back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=CareerStates.course,
        getter=course_data,
    )
