"""Spreadsheets around a request that are sent to people: the form, and what becomes of its rows."""

from __future__ import annotations

from functools import partial

from aiogram import Bot

from bot.answer_words import answer_words
from bot.collected_words import title_of_campaign
from bot.context import Ctx
from bot.dialogs.requests.data import whose
from bot.files import read_again, send_file
from bot.reports.request_form import request_form
from bot.reports.sheet_reports import reasons
from bot.reports.tables import TableSheet, write_tables
from content import load_sheets
from services.errors import Refusal
from services.monitoring.answers.form_reading import FormPlan, FormRow
from services.monitoring.answers.forms import Form
from services.monitoring.answers.given import Given

_UNFIT = str.maketrans("/\\", "--")  # in names of files


async def send_form(bot: Bot, ctx: Ctx, form: Form) -> None:
    """The form to fill in."""
    name = ctx.l10n.plain("form-file", school=whose(ctx, form.school)).translate(_UNFIT)
    title = title_of_campaign(form.campaign, ctx.l10n, ctx.services.profile)
    caption = ctx.l10n("form-caption", campaign=title)
    await send_file(bot, ctx, f"{name}.xlsx", caption, partial(request_form, ctx, form, title))


async def send_form_report(
    bot: Bot, ctx: Ctx, request_id: int, file_id: str, file_name: str, replace: bool
) -> None:
    """What becomes of each row of a filled form, as things stand now."""
    try:
        sheet = await read_again(bot, ctx, file_id, file_name, load_sheets().requests)
        plan = await ctx.services.monitoring.forms.plan_form(ctx.me.id, request_id, sheet, replace)
    except Refusal as refusal:
        await bot.send_message(ctx.user.id, reasons(ctx, [refusal]), parse_mode=None)
        return
    name = ctx.l10n.plain("form-report-file")
    caption = ctx.l10n("form-report-caption")
    await send_file(bot, ctx, f"{name}.xlsx", caption, partial(_report, ctx, plan))


def _report(ctx: Ctx, plan: FormPlan) -> bytes:
    l10n, layout = ctx.l10n, load_sheets().requests
    shown = [layout.column(key).title.get(ctx.locale) for key in ("question", "answer", "reason")]
    columns = [l10n.plain("sheet-row"), *shown, l10n.plain("sheet-what"), l10n.plain("sheet-why")]
    rows = [
        (
            one.row.number,
            title_of(ctx, one),
            one.row.values["answer"],
            one.row.values["reason"],
            l10n.plain(f"form-becomes-{one.action}"),
            why(ctx, one),
        )
        for one in plan.rows
    ]
    return write_tables([TableSheet(l10n.plain("form-report-file"), columns, rows)])


def title_of(ctx: Ctx, row: FormRow) -> str:
    """What a row is about; as it stands there where the bot does not know it."""
    return row.variable.title.get(ctx.locale) if row.variable else row.row.values["question"]


def why(ctx: Ctx, row: FormRow) -> str:
    """What is to be known about a row."""
    if row.problem is not None:
        return reasons(ctx, [row.problem])
    parts = []
    if row.newer:
        parts.append(ctx.l10n.plain("form-newer", before=before(ctx, row)))
    if row.jump is not None:
        parts.append(ctx.l10n.plain("form-jump", before=jumped_from(ctx, row)))
    return " ".join(parts)


def before(ctx: Ctx, row: FormRow) -> str:
    """What the bot has now."""
    return answer_words(ctx.l10n, row.asked, row.before)


def jumped_from(ctx: Ctx, row: FormRow) -> str:
    """What it was in the last period."""
    return answer_words(ctx.l10n, row.asked, Given(number=row.jump.before if row.jump else None))
