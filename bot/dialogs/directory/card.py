"""Somebody's card, as far as the looker may see it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.directory.data import back_to_list, origin_of, person_shown, to_origin
from bot.dialogs.widgets import T, listed, no_typing, paragraphs, person_id, press, to_menu
from bot.l10n import Safe
from bot.people_words import (
    category_title,
    course_line,
    held_title,
    position_title,
    subject_titles,
)
from bot.reports.outcomes import percent
from bot.states import DirectoryStates, open_roles_of, open_school
from services.directory import PersonCard
from services.errors import Refusal

# Of the 4,096 characters of a message, for each of the lists of unknown length.
ROOM = 900


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything in words."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.directory.card(me, person_shown(dialog_manager))
    l10n, zone = ctx.l10n, ctx.services.clock.zone
    roles = [l10n("bullet", text=held_title(ctx, held)) for held in card.roles]
    courses = [l10n("bullet", text=course_line(ctx, course)) for course in card.courses]
    assessed = card.assessed_at
    return {
        **_ways_back(dialog_manager),
        "lines": _lines(ctx, card),
        "roles": listed(ctx, roles, ROOM),
        "has_roles": bool(roles),
        **_attestation(ctx, card),
        "courses": listed(ctx, courses, ROOM),
        "count": len(courses),
        "hours": sum(course.hours for course in card.courses),
        "has_courses": bool(courses),
        "no_courses": not courses,
        "moving": card.moves_to is not None,
        "target": card.moves_to.title(ctx.locale) if card.moves_to else "",
        "assessed": assessed is not None,
        "date": l10n.date(assessed.astimezone(zone)) if assessed else "",
        "overall": percent(ctx, card.overall),
        "external": _external(ctx, card),
        "has_external": bool(card.external),
        "attended": card.attended,
        "has_attended": card.attended > 0,
        "may_note": card.may_note,
        "may_grant": card.may_grant,
        "may_open_school": card.may_open_school,
    }


def _ways_back(manager: DialogManager) -> dict[str, bool]:
    """To the question that asked for the card, or to the list."""
    origin = origin_of(manager)
    asked = origin is not None and origin[0] != "school"
    return {"asked": asked, "from_list": not asked}


def _lines(ctx: Ctx, card: PersonCard) -> Safe:
    """The name and the lines of a profile; who works in the service may have given few."""
    l10n = ctx.l10n
    values = {
        "school": card.school.title(ctx.locale) if card.school else "",
        "position": position_title(ctx, card.position),
        "subjects": subject_titles(ctx, card.subjects),
        "experience": _years(ctx, card.experience_years),
        "post": _years(ctx, card.post_years),
        "category": category_title(ctx, card.category),
    }
    lines = [
        l10n("summary-line", label=l10n.plain(f"field-{field}"), value=value)
        for field, value in values.items()
        if value
    ]
    return Safe("\n".join([l10n("people-name", name=card.name), *lines]))


def _years(ctx: Ctx, years: int | None) -> str:
    return "" if years is None else ctx.l10n.plain("years-value", years=years)


def _attestation(ctx: Ctx, card: PersonCard) -> dict[str, Any]:
    found = card.attestation
    return {
        "attestation": ctx.l10n.date(found.on) if found else "",
        "later": found is not None and found.state == "later",
        "near": found is not None and found.state == "near",
        "past": found is not None and found.state == "past",
    }


def _external(ctx: Ctx, card: PersonCard) -> Safe:
    lines = [
        ctx.l10n("external-line", title=one.title, year=str(one.year), outcome=one.outcome)
        for one in card.external
    ]
    return listed(ctx, lines, ROOM)


async def show_results(manager: DialogManager) -> None:
    """The latest result; the look is noted."""
    ctx, me = person_id(manager)
    await ctx.services.directory.open_results(me, person_shown(manager))
    await manager.switch_to(DirectoryStates.results)


async def show_external(manager: DialogManager) -> None:
    """Results of diagnoses made elsewhere."""
    await manager.switch_to(DirectoryStates.external)


async def show_roles(manager: DialogManager) -> None:
    """The roles of this person."""
    await open_roles_of(manager, person_shown(manager))


async def show_school(manager: DialogManager) -> None:
    """The school of this person."""
    ctx = ctx_of(manager)
    card = await ctx.services.directory.card(ctx.me.id, person_shown(manager))
    if card.school is None:
        raise Refusal("choice-gone")
    await open_school(manager, card.school.id)


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("people-card"),
            T("people-moving", when="moving"),
            T("people-roles", when="has_roles"),
            T("people-attestation", when="later"),
            T("people-attestation-near", when="near"),
            T("people-attestation-past", when="past"),
            T("people-courses", when="has_courses"),
            T("people-no-courses", when="no_courses"),
            T("people-assessed", when="assessed"),
            T("people-attended", when="has_attended"),
            T("career-external", when="has_external"),
        ),
        press("people-results", show_results, id="results", when="assessed"),
        press("people-external", show_external, id="external", when="may_note"),
        Row(
            press("people-roles-of", show_roles, id="roles", when="may_grant"),
            press("people-school", show_school, id="school", when="may_open_school"),
        ),
        Row(
            press("people-back", back_to_list, id="back", when="from_list"),
            press("people-back-queue", to_origin, id="origin", when="asked"),
            to_menu(),
        ),
        no_typing(),
        state=DirectoryStates.card,
        getter=card_data,
    )
