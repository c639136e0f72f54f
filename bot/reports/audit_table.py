"""The audit log as a spreadsheet."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice

from aiogram import Bot

from bot.audit_words import kind_title, name_of
from bot.context import Ctx
from bot.files import send_file
from bot.reports.tables import Cell, TableSheet, write_tables
from services.audit_log import AuditFilter, Entry, Export
from services.errors import Refusal

PATIENCE = 60.0  # seconds for a piece; a program that ends does not wait for the rest

COLUMNS = (
    "audit-column-moment",
    "audit-column-actor",
    "audit-column-actor-number",
    "audit-column-kind",
    "audit-column-key",
    "audit-column-subject",
    "audit-column-subject-number",
    "audit-column-school",
    "audit-column-facts",
    "audit-column-update",
)


async def send_audit_table(bot: Bot, ctx: Ctx, wanted: AuditFilter, scope: Export) -> None:
    """Send the wanted entries; they are read piece by piece while the table is written."""
    loop = asyncio.get_running_loop()

    async def read(before: int) -> Sequence[Entry]:
        return await ctx.services.audit_log.exported(ctx.me.id, wanted, before)

    def piece(before: int) -> Sequence[Entry]:
        return asyncio.run_coroutine_threadsafe(read(before), loop).result(PATIENCE)

    rows = islice(_rows(ctx, piece, scope.newest + 1), scope.count)
    today = ctx.services.clock.now().astimezone(ctx.services.clock.zone)
    name = ctx.l10n.plain("audit-file", date=f"{today:%Y-%m-%d}")
    with suppress(Refusal):  # the role has ended, or the person was forgotten meanwhile
        await send_file(
            bot, ctx, f"{name}.xlsx", _caption(ctx, scope), partial(_written, ctx, rows)
        )


def _written(ctx: Ctx, rows: Iterable[Sequence[Cell]]) -> bytes:
    columns = [ctx.l10n.plain(key) for key in COLUMNS]
    return write_tables([TableSheet(ctx.l10n.plain("audit-sheet"), columns, rows)], long=True)


def _rows(
    ctx: Ctx, piece: Callable[[int], Sequence[Entry]], before: int
) -> Iterator[Sequence[Cell]]:
    while entries := piece(before):
        for entry in entries:
            yield _row(ctx, entry)
        before = entries[-1].id


def _row(ctx: Ctx, entry: Entry) -> Sequence[Cell]:
    actor, subject = entry.actor, entry.subject
    return (
        entry.at.astimezone(ctx.services.clock.zone),
        name_of(ctx, actor),
        actor.id if actor else None,
        kind_title(ctx, entry.kind),
        entry.kind,
        name_of(ctx, subject) if subject else None,
        subject.id if subject else None,
        entry.school_title(ctx.locale),
        json.dumps(entry.facts, ensure_ascii=False) if entry.facts else None,
        None if entry.update_id is None else str(entry.update_id),
    )


def _caption(ctx: Ctx, scope: Export) -> str:
    if scope.count < scope.total:
        return ctx.l10n("audit-caption-cut", count=scope.count, total=scope.total)
    return ctx.l10n("audit-caption", count=scope.count)
