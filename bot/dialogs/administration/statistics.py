"""People and assessments in numbers."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import to_panel
from bot.dialogs.widgets import T, listed, no_typing, paragraphs, person_id, to_menu
from bot.l10n import Safe
from bot.states import AdminStates
from bot.titles import role_title
from services.permissions import ADMINISTER
from services.statistics import FEWEST, Activity, Collected, Numbers

_ROOM = 1200


async def statistics_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All numbers."""
    ctx, me = person_id(dialog_manager)
    numbers = await ctx.services.statistics.numbers(me)
    return {
        "admin": (await ctx.services.desk.overview(me)).may(ADMINISTER),
        "people": numbers.people,
        "week": numbers.people_week,
        "month": numbers.people_month,
        "schools": numbers.schools,
        "with_people": numbers.schools_with_people,
        "with_coordinator": numbers.schools_with_coordinator,
        "finished": numbers.finished,
        "open": numbers.open,
        "has_roles": bool(numbers.roles),
        "roles": _roles(ctx, numbers),
        "assessed": numbers.assessed,
        "fewest": FEWEST,
        "has_deficits": bool(numbers.deficits),
        "deficits": _deficits(ctx, numbers),
        "no_deficits": numbers.enough and not numbers.deficits,
        "few": not numbers.enough,
        **_activity(numbers.activity),
        **_collected(numbers.collected),
    }


def _collected(collected: Collected) -> dict[str, Any]:
    return {
        "monitored": bool(collected.campaign),
        "campaign": collected.campaign,
        "asked": collected.asked,
        "answered": collected.answered,
        "late": collected.late,
        "decided": collected.decisions > 0,
        "decisions": collected.decisions,
        "overdue": collected.overdue,
    }


def _activity(activity: Activity) -> dict[str, Any]:
    return {
        "coming": activity.coming,
        "held": activity.held,
        "has_held": activity.held > 0,
        "places": activity.places,
        "came": activity.came,
        "broadcasts": activity.broadcasts,
        "delivered": activity.delivered,
    }


def _roles(ctx: Ctx, numbers: Numbers) -> Safe:
    lines = [_line(ctx, role_title(ctx, role), count) for role, count in numbers.roles]
    return listed(ctx, lines, _ROOM)


def _deficits(ctx: Ctx, numbers: Numbers) -> Safe:
    lines = [_line(ctx, title.get(ctx.locale), count) for title, count in numbers.deficits]
    return listed(ctx, lines, _ROOM)


def _line(ctx: Ctx, title: str, count: int) -> Safe:
    return ctx.l10n("statistics-line", title=title, count=count)


def window() -> Window:
    """The numbers."""
    return Window(
        paragraphs(
            T("statistics-people"),
            T("statistics-roles", when="has_roles"),
            T("statistics-events"),
            T("statistics-attendance", when="has_held"),
            T("statistics-broadcasts"),
            T("statistics-monitoring", when="monitored"),
            T("statistics-decisions", when="decided"),
            T("statistics-assessments"),
            T("statistics-deficits", when="has_deficits"),
            T("statistics-no-deficits", when="no_deficits"),
            T("statistics-few", when="few"),
        ),
        to_panel(when="admin"),
        to_menu(),
        no_typing(),
        state=AdminStates.statistics,
        getter=statistics_data,
    )
