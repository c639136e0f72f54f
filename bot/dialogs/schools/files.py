"""Spreadsheets of schools that are sent to people: template, export, report by rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from aiogram import Bot

from bot.context import Ctx
from bot.files import read_again, send_file
from bot.reports.sheet_reports import RowReport, reasons, sheet_report
from bot.reports.sheet_templates import filled, template
from bot.reports.tables import TableSheet
from content import load_sheets
from services.errors import Refusal
from services.schools import Exported, PlannedRow

# Columns that people do not know as such.
_INNER = ("search_name", "state")


async def send_template(bot: Bot, ctx: Ctx) -> None:
    """An empty spreadsheet to fill in."""
    make = partial(template, ctx, load_sheets().schools, _lists(ctx))
    caption = ctx.l10n("schools-template-caption")
    await send_file(bot, ctx, _named(ctx.l10n.plain("schools-template-file")), caption, make)


async def send_export(bot: Bot, ctx: Ctx, schools: Sequence[Exported]) -> None:
    """The list, to be corrected and sent back; figures and other schools on a second sheet."""
    rows = [school.values for school in schools if school.state == "active"]
    tables = [_all(ctx, schools)]
    make = partial(filled, ctx, load_sheets().schools, rows, _lists(ctx), tables)
    caption = ctx.l10n("schools-export-caption", count=len(rows))
    await send_file(bot, ctx, _named(ctx.l10n.plain("schools-export-file")), caption, make)


async def send_report(bot: Bot, ctx: Ctx, file_id: str, file_name: str) -> None:
    """What becomes of each row of a spreadsheet, as things stand now."""
    try:
        sheet = await read_again(bot, ctx, file_id, file_name, load_sheets().schools)
        plan = await ctx.services.schools.plan_import(ctx.me.id, sheet)
    except Refusal as refusal:
        await bot.send_message(ctx.user.id, reasons(ctx, [refusal]), parse_mode=None)
        return
    make = partial(sheet_report, ctx, sheet, [_reported(ctx, row) for row in plan.rows])
    caption = ctx.l10n("schools-report-caption")
    await send_file(bot, ctx, _named(ctx.l10n.plain("schools-report-file")), caption, make)


def _named(title: str) -> str:
    return f"{title}.xlsx"


def _lists(ctx: Ctx) -> dict[str, list[str]]:
    """Values to choose from in the column of statuses."""
    statuses = ctx.services.profile.school_statuses
    return {"status": [status.title.get(ctx.locale) for status in statuses]}


def _all(ctx: Ctx, schools: Iterable[Exported]) -> TableSheet:
    l10n = ctx.l10n
    columns = (
        l10n.plain("school-field-short_name"),
        l10n.plain("schools-column-state"),
        l10n.plain("schools-column-people"),
        l10n.plain("schools-column-coordinators"),
    )
    rows = [
        (
            school.values["short_name"],
            l10n.plain(f"school-state-{school.state}"),
            school.people,
            school.coordinators,
        )
        for school in schools
    ]
    return TableSheet(l10n.plain("schools-counts"), columns, rows)


def _reported(ctx: Ctx, planned: PlannedRow) -> RowReport:
    what = ctx.l10n.plain(f"school-plan-{planned.action}")
    if planned.action == "refuse":
        return RowReport(planned.row, what, reasons(ctx, planned.problems))
    changes = [key for key in planned.after if key not in _INNER and planned.school_id is not None]
    return RowReport(planned.row, what, "; ".join(_change(ctx, planned, key) for key in changes))


def _change(ctx: Ctx, planned: PlannedRow, key: str) -> str:
    before, after = (_shown(ctx, key, values[key]) for values in (planned.before, planned.after))
    field = ctx.l10n.plain(f"school-field-{key}")
    return ctx.l10n.plain("school-change", field=field, before=before, after=after)


def _shown(ctx: Ctx, key: str, value: str | None) -> str:
    if key == "support_status":
        for status in ctx.services.profile.school_statuses:
            if status.key == value:
                return status.title.get(ctx.locale)
    return value or ctx.l10n.plain("school-nothing")
