"""One job: what it does, when, how it went last; pausing it, running it now."""

from __future__ import annotations

import asyncio
from typing import Any

from aiogram import Bot
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.schedule.words import city, job_key, outcome, title, when
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import ScheduleStates
from services.errors import Refusal
from services.schedule import Run

_AT_ONCE = 3.0  # seconds: so long a pressed button may wait for what comes of it
_SHOWN = 120  # characters of what came of it, in a short note


def _one(manager: DialogManager) -> str:
    """The job of the card."""
    job = job_key(manager)
    if job is None:
        raise Refusal("choice-gone")
    return job


async def job_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The job in words."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.schedule.job_card(me, _one(dialog_manager))
    last, since = card.last, card.paused_since
    return {
        "title": title(ctx, card.job),
        "does": ctx.l10n(f"job-does-{card.job}"),
        "daily": card.next_at is not None,
        "often": card.next_at is None,
        "next": when(ctx, card.next_at) if card.next_at else "",
        "city": city(ctx),
        "paused": since is not None,
        "runs": since is None,
        "since": when(ctx, since) if since else "",
        "has_last": last is not None,
        "moment": when(ctx, last.finished_at) if last else "",
        "came": outcome(ctx, last) if last else "",
    }


async def pause_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What will not happen any more, until it goes on."""
    ctx, me = person_id(dialog_manager)
    job = job_key(dialog_manager)
    if job is None:
        await ctx.services.schedule.agenda(me)
        return {"one": False, "all": True, "title": "", "does": ""}
    card = await ctx.services.schedule.job_card(me, job)
    does = ctx.l10n(f"job-does-{card.job}")
    return {"one": True, "all": False, "title": title(ctx, card.job), "does": does}


async def run_now(manager: DialogManager) -> None:
    """Run it; what takes long is told by a message."""
    ctx, me = person_id(manager)
    running = asyncio.ensure_future(ctx.services.schedule.run_now(me, _one(manager)))
    done, _ = await asyncio.wait({running}, timeout=_AT_ONCE)
    if done:
        run = running.result()
        what = cut(outcome(ctx, run), _SHOWN)
        toast(manager, "schedule-ran", title=title(ctx, run.job), what=what)
    else:
        ctx.background.run(_tell(manager.middleware_data["bot"], ctx, running))
        toast(manager, "schedule-runs-long")


async def _tell(bot: Bot, ctx: Ctx, running: asyncio.Future[Run]) -> None:
    try:
        run = await running
        text = ctx.l10n("schedule-ran-long", title=title(ctx, run.job), what=outcome(ctx, run))
    except Refusal as refusal:
        text = ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts)
    await bot.send_message(ctx.user.id, text)


async def ask_to_pause(manager: DialogManager) -> None:
    """Ask whether to pause it."""
    await manager.switch_to(ScheduleStates.pause)


async def pause(manager: DialogManager) -> None:
    """Keep it, or all, from running."""
    ctx, me = person_id(manager)
    await ctx.services.schedule.pause(me, job_key(manager))
    toast(manager, "schedule-is-paused")
    await back(manager)


async def resume(manager: DialogManager) -> None:
    """Let it go on."""
    ctx, me = person_id(manager)
    await ctx.services.schedule.resume(me, _one(manager))
    toast(manager, "schedule-resumed")


async def runs(manager: DialogManager) -> None:
    """What it did."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(ScheduleStates.runs)


async def to_jobs(manager: DialogManager) -> None:
    """Back to all."""
    await manager.switch_to(ScheduleStates.jobs)


async def back(manager: DialogManager) -> None:
    """To the card of the job, or to all."""
    await manager.switch_to(ScheduleStates.job if job_key(manager) else ScheduleStates.jobs)


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("schedule-card"),
            T("schedule-card-paused", when="paused"),
            T("schedule-card-next", when="daily"),
            T("schedule-card-often", when="often"),
            T("schedule-card-last", when="has_last"),
        ),
        press("schedule-run", run_now, id="run"),
        press("schedule-pause", ask_to_pause, id="pause", when="runs"),
        press("schedule-resume", resume, id="resume", when="paused"),
        press("schedule-runs", runs, id="runs"),
        Row(press("back", to_jobs, id="back"), to_menu()),
        no_typing(),
        state=ScheduleStates.job,
        getter=job_data,
    )


def pause_window() -> Window:
    """Whether to pause."""
    return Window(
        paragraphs(
            T("schedule-pause-ask", when="one"),
            T("schedule-pause-all-ask", when="all"),
        ),
        press("schedule-pause-yes", pause, id="pause"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=ScheduleStates.pause,
        getter=pause_data,
    )
