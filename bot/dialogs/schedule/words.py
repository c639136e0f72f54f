"""Jobs and what came of them in words, times by the municipality's clock."""

from __future__ import annotations

from datetime import datetime

from aiogram_dialog import DialogManager
from babel.dates import get_timezone_location
from babel.numbers import format_decimal

from bot.campaign_words import step_words
from bot.context import Ctx
from bot.event_words import short_moment
from services.schedule import Job, Run

JOB = "job"  # which one; empty stands for all
REASONS = ("folder", "tool-missing", "tool-old", "database", "running", "crashed")
_MEGABYTE = 1024**2


def job_key(manager: DialogManager) -> str | None:
    """The job that the screen is about; nothing where it is about all."""
    found = manager.dialog_data.get(JOB)
    return str(found) if found else None


def when(ctx: Ctx, moment: datetime) -> str:
    """«25.11, 14:30» by the local clock."""
    clock = ctx.services.clock
    return short_moment(clock.zone, moment, clock.now())


def city(ctx: Ctx) -> str:
    """By which city the clock goes: «Омск»."""
    return get_timezone_location(ctx.services.clock.zone, locale=ctx.locale, return_city=True)


def title(ctx: Ctx, job: str) -> str:
    """The name of a job; one that the program no longer knows stays a key."""
    return ctx.l10n.plain(f"job-{job}") if job in frozenset(Job) else job


def outcome(ctx: Ctx, run: Run) -> str:
    """What came of a run: «закрыто событий: 2»."""
    if run.failed:
        return _failure(ctx, run)
    if not run.facts:
        return ctx.l10n.plain("schedule-came-nothing")
    if run.job == Job.MONITORING:
        return _campaigns(ctx, run)
    counts = {name: _number(run, name) for name in ("events", "near", "bookmarks", "messages")}
    size = format_decimal(round(_number(run, "bytes") / _MEGABYTE, 1), locale=ctx.locale)
    facts = {**counts, "runs": _number(run, "runs"), "size": size}
    return ctx.l10n.pick(f"schedule-came-{run.job}", facts, markup=False)


def _failure(ctx: Ctx, run: Run) -> str:
    reason = run.facts.get("reason")
    known = reason if reason in REASONS else "crashed"
    return ctx.l10n.plain(
        "schedule-failed", problem=ctx.l10n.plain(f"schedule-failed-{known}"), times=_times(run)
    )


def _times(run: Run) -> int:
    return max(1, _number(run, "times"))


def _campaigns(ctx: Ctx, run: Run) -> str:
    """What was planned, and which steps were done."""
    planned, steps = _number(run, "planned"), run.facts.get("steps")
    parts = [ctx.l10n.plain("schedule-came-planned", count=planned)] if planned else []
    for step, count in steps.items() if isinstance(steps, dict) else ():
        words = step_words(ctx, step)
        parts.append(ctx.l10n.plain("schedule-came-step", step=words, count=count))
    return "; ".join(parts) or ctx.l10n.plain("schedule-came-late")


def _number(run: Run, name: str) -> int:
    found = run.facts.get(name)
    return found if isinstance(found, int) else 0
