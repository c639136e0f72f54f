"""What was done, newest first."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.schedule.job import back
from bot.dialogs.schedule.words import city, job_key, outcome, title, when
from bot.dialogs.widgets import (
    T,
    cut,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    press,
    to_menu,
)
from bot.states import ScheduleStates
from services.schedule import Run

_ROOM, _SHOWN = 3200, 300


async def runs_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of runs of one job, or of all."""
    ctx, me = person_id(dialog_manager)
    job = job_key(dialog_manager)
    page = await ctx.services.schedule.runs(me, job, page_number(dialog_manager, "page"))
    return {
        "one": job is not None,
        "all": job is None,
        "title": title(ctx, job or ""),
        "city": city(ctx),
        "some": bool(page.runs),
        "none": not page.runs,
        "lines": listed(ctx, [_line(ctx, run) for run in page.runs], _ROOM),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _line(ctx: Ctx, run: Run) -> str:
    """«• 22.11, 03:30 — Уборка: …»."""
    return ctx.l10n(
        "schedule-run-failed" if run.failed else "schedule-run-done",
        moment=when(ctx, run.finished_at),
        title=title(ctx, run.job),
        by=ctx.l10n.plain("schedule-by-hand") if run.by_hand else "",
        what=cut(outcome(ctx, run), _SHOWN),
    )


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("schedule-done-by-all", when="all"),
            T("schedule-done-by-one", when="one"),
            T("schedule-done-lines", when="some"),
            T("schedule-done-none", when="none"),
        ),
        pager("page", when="many_pages"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=ScheduleStates.runs,
        getter=runs_data,
    )
