"""Links of invitations on their way to those who hand them on."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import BufferedInputFile

from bot.context import Ctx
from bot.files import send_file
from bot.invitations import link_of, offer_title
from bot.reports.qr import draw_qr
from bot.reports.sheet_reports import RowReport, reasons, sheet_report
from bot.reports.tables import Cell, TableSheet, write_tables
from bot.reports.worker import in_worker
from bot.titles import role_title
from services.invitations import Created, Invitation, Issued, Plan
from services.sheets import Sheet


async def send_link(bot: Bot, ctx: Ctx, created: Created) -> None:
    """A new link as a QR picture and as text; as text alone where the picture does not go."""
    card = await ctx.services.invitations.card(ctx.me.id, created.id)
    link = await link_of(bot, created.token)
    text = _caption(ctx, card.invitation, link)
    try:
        picture = BufferedInputFile(await in_worker(draw_qr, link), "invitation.png")
        await bot.send_photo(ctx.user.id, picture, caption=text)
    except TelegramForbiddenError:
        raise
    except TelegramAPIError:
        await bot.send_message(ctx.user.id, text)


def _caption(ctx: Ctx, invitation: Invitation, link: str) -> str:
    l10n = ctx.l10n
    return l10n(
        "invitation-caption",
        role=offer_title(ctx, invitation.offer),
        link=link,
        once="yes" if invitation.once else "no",
        date=last_day(ctx, invitation.expires_at),
    )


def last_day(ctx: Ctx, moment: datetime) -> str:
    """The last day of a link as people of the municipality read it."""
    return ctx.l10n.date(moment.astimezone(ctx.services.clock.zone))


async def send_links(bot: Bot, ctx: Ctx, issued: Issued) -> None:
    """All links of a spreadsheet; where they do not arrive, says how to get others."""
    caption = ctx.l10n(
        "invitations-caption",
        count=len(issued.tokens),
        date=last_day(ctx, issued.expires_at),
    )
    try:
        rows = await _link_rows(bot, ctx, issued)
        titles = _link_titles(ctx)
        table = TableSheet(ctx.l10n.plain("invitations-sheet"), titles, rows)
        name = ctx.l10n.plain("invitations-file")
        await send_file(bot, ctx, f"{name}.xlsx", caption, partial(write_tables, [table]))
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("invitations-links-lost"))
        raise


def _link_titles(ctx: Ctx) -> tuple[str, ...]:
    l10n = ctx.l10n
    return (
        l10n.plain("invitations-column-school"),
        l10n.plain("invitations-column-name"),
        l10n.plain("invitations-column-role"),
        l10n.plain("invitations-column-link"),
        l10n.plain("invitations-column-until"),
        l10n.plain("invitations-column-note"),
    )


async def _link_rows(bot: Bot, ctx: Ctx, issued: Issued) -> list[list[Cell]]:
    until = issued.expires_at.astimezone(ctx.services.clock.zone).date()
    return [
        [
            row.school.title(ctx.locale),
            row.name,
            role_title(ctx, row.role),
            await link_of(bot, token),
            until,
            row.note,
        ]
        for row, token in zip(issued.plan.rows, issued.tokens, strict=True)
    ]


async def send_report(bot: Bot, ctx: Ctx, sheet: Sheet, plan: Plan) -> None:
    """What would become of each row of a spreadsheet."""
    l10n = ctx.l10n
    planned = {row.number: row for row in plan.rows}
    problems = {row.number: row.problems for row in plan.refused}

    def report() -> bytes:
        rows = []
        for row in sheet.rows:
            if row.number in problems:
                why = reasons(ctx, problems[row.number])
                rows.append(RowReport(row, l10n.plain("invitations-row-refused"), why))
            elif planned[row.number].replaces is None:
                rows.append(RowReport(row, l10n.plain("invitations-row-new")))
            else:
                rows.append(RowReport(row, l10n.plain("invitations-row-replaced")))
        return sheet_report(ctx, sheet, rows)

    name = l10n.plain("invitations-report-file")
    await send_file(bot, ctx, f"{name}.xlsx", l10n("invitations-report-caption"), report)
