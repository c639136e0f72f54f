"""What will happen by itself, in order, and what is paused."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import step_words, title_words
from bot.context import Ctx, ctx_of
from bot.dialogs.schedule.words import JOB, city, title, when
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import ScheduleStates, open_administration
from services.schedule import Agenda, Ahead, Job

_ROOM, _TITLE = 2500, 60


async def jobs_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What comes, and the jobs to choose from."""
    ctx = ctx_of(dialog_manager)
    agenda = await ctx.services.schedule.agenda(ctx.me.id)
    lines = [_line(ctx, agenda, one) for one in agenda.ahead]
    return {
        "city": city(ctx),
        "lines": listed(ctx, lines, _ROOM),
        "some": bool(lines),
        "none": not lines,
        "choices": [_choice(ctx, job, agenda) for job in Job],
        "paused": bool(agenda.paused),
        "all_paused": len(agenda.paused) == len(Job),
        "some_run": len(agenda.paused) < len(Job),
        "jobs": ", ".join(title(ctx, job) for job in agenda.paused),
    }


def _line(ctx: Ctx, agenda: Agenda, one: Ahead) -> str:
    if one.step:
        what = ctx.l10n(
            "schedule-step",
            title=cut(title_words(ctx, one.key, one.title), _TITLE),
            step=step_words(ctx, one.step),
        )
    elif one.title:
        what = ctx.l10n("schedule-event", title=cut(one.title, _TITLE))
    else:
        what = ctx.l10n("schedule-job", title=title(ctx, one.job))
    moment = ctx.l10n.plain("schedule-now") if one.at <= agenda.now else when(ctx, one.at)
    key = "schedule-line-paused" if one.paused else "schedule-line"
    return ctx.l10n(key, moment=moment, what=what)


def _choice(ctx: Ctx, job: Job, agenda: Agenda) -> Choice:
    label = ctx.l10n.plain(f"job-short-{job}")
    return Choice(job, f"⏸ {label}" if job in agenda.paused else label)


async def open_job(manager: DialogManager, job: str) -> None:
    """One job."""
    manager.dialog_data[JOB] = job
    await manager.switch_to(ScheduleStates.job)


async def all_runs(manager: DialogManager) -> None:
    """What was done by all of them."""
    manager.dialog_data.update({JOB: "", "page": 0})
    await manager.switch_to(ScheduleStates.runs)


async def ask_to_pause_all(manager: DialogManager) -> None:
    """Ask whether to pause everything."""
    manager.dialog_data[JOB] = ""
    await manager.switch_to(ScheduleStates.pause)


async def resume_all(manager: DialogManager) -> None:
    """Let everything go on."""
    ctx, me = person_id(manager)
    await ctx.services.schedule.resume(me, None)
    toast(manager, "schedule-resumed")


async def look_again(manager: DialogManager) -> None:
    """Show the screen once more, and say so: it may look the same."""
    toast(manager, "looked-again")


def window() -> Window:
    """The overview."""
    return Window(
        paragraphs(
            T("schedule-head"),
            T("schedule-paused", when="paused"),
            T("schedule-ahead", when="some"),
            T("schedule-ahead-none", when="none"),
        ),
        picks("job", open_job, items="choices", width=2),
        Row(
            press("schedule-runs", all_runs, id="runs"),
            press("schedule-pause-all", ask_to_pause_all, id="pause", when="some_run"),
        ),
        press("schedule-resume-all", resume_all, id="resume", when="paused"),
        press("to-administration", open_administration, id="panel"),
        Row(press("look-again", look_again, id="again"), to_menu()),
        no_typing(),
        state=ScheduleStates.jobs,
        getter=jobs_data,
    )
