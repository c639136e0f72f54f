"""Whether all parts work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import again, moment_of, size_of, span_of, to_panel
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, to_menu
from bot.l10n import Safe
from bot.states import AdminStates
from services.health import Report
from services.maintenance import Work
from services.schedule import Job


async def health_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything that was found, line by line."""
    ctx, me = person_id(dialog_manager)
    report = await ctx.services.health.report(me)
    questionnaire = ctx.services.questionnaires.live[1]
    return {
        "worries": report.worries,
        "lines": Safe("\n".join(_lines(ctx, report))),
        "uptime": span_of(ctx, report.uptime),
        "memory": size_of(ctx, report.memory) if report.memory else "—",
        "version": report.version or "—",
        "revision": report.revision.split("_")[1],
        "place": ctx.services.profile.title.get(ctx.locale),
        "questionnaire": questionnaire.short_title.get(ctx.locale),
        "questionnaire_version": questionnaire.version,
        "consent": ctx.services.consent.version,
        "has_jobs": bool(report.jobs),
        "jobs": Safe("\n".join(_jobs(ctx, report))),
    }


def _lines(ctx: Ctx, report: Report) -> Iterator[str]:
    l10n = ctx.l10n
    answer = l10n(
        "health-database",
        milliseconds=max(1, round(report.answered_in * 1000)),
        size=size_of(ctx, report.size),
    )
    yield _signed(ctx, answer, worry=report.slow)
    space = l10n("health-space", free=size_of(ctx, report.free))
    yield _signed(ctx, space, worry=report.little_space)
    yield _signed(ctx, _backup(ctx, report), worry=report.backup_missing)
    yield _signed(ctx, _maintenance(ctx, report), worry=report.in_maintenance)
    yield _signed(ctx, _paused(ctx, report), worry=bool(report.paused))
    outbox = l10n("health-outbox", waiting=report.waiting, failed=report.failed)
    yield _signed(ctx, outbox, worry=report.late)


def _backup(ctx: Ctx, report: Report) -> Safe:
    if not report.backups_on:
        return ctx.l10n("health-backups-off")
    if report.backup is None:
        return ctx.l10n("health-backup-none")
    return ctx.l10n("health-backup", ago=span_of(ctx, report.now - report.backup.made_at))


def _maintenance(ctx: Ctx, report: Report) -> Safe:
    status = report.maintenance
    if status.work is Work.OFF or status.since is None:
        return ctx.l10n("health-no-maintenance")
    if status.work is Work.DRAINING:
        return ctx.l10n("health-draining", held=status.held)
    since = moment_of(ctx, status.since)
    return ctx.l10n("health-maintenance", since=since, held=status.held)


def _paused(ctx: Ctx, report: Report) -> Safe:
    if not report.paused:
        return ctx.l10n("health-not-paused")
    titles = [ctx.l10n.plain(f"job-{job}") for job in report.paused]
    return ctx.l10n("health-paused", jobs=", ".join(titles))


def _signed(ctx: Ctx, text: Safe, *, worry: bool) -> Safe:
    return ctx.l10n("health-worry", text=text) if worry else ctx.l10n("health-fine", text=text)


def _jobs(ctx: Ctx, report: Report) -> Iterator[str]:
    for name, moment in report.jobs:
        if name in frozenset(Job):
            title = ctx.l10n.plain(f"job-{name}")
            yield ctx.l10n("health-job", title=title, moment=moment_of(ctx, moment))


def window() -> Window:
    """The report."""
    return Window(
        paragraphs(
            T("health-head"),
            T("health-lines"),
            T("health-jobs", when="has_jobs"),
            T("health-program"),
        ),
        again(),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.health,
        getter=health_data,
    )
