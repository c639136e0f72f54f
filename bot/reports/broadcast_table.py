"""What became of a broadcast, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from aiogram import Bot

from bot.context import Ctx
from bot.files import send_file
from bot.reports.tables import Cell, TableSheet, write_tables
from services.broadcasts.outcome import Reader
from services.errors import Refusal

COLUMNS = ("name", "school", "state", "sent", "acknowledged", "reason")
STATES = ("waiting", "sending", "sent", "unreachable", "failed", "cancelled", "missed")


async def send_readers(bot: Bot, ctx: Ctx, broadcast_id: int) -> None:
    """Send the people of a broadcast, and what became of each copy."""
    try:
        readers = await _read(ctx, broadcast_id)
    except Refusal:
        return  # the role has ended meanwhile
    name = ctx.l10n.plain("broadcast-table-file", number=str(broadcast_id))
    caption = ctx.l10n("broadcast-table-caption")
    await send_file(bot, ctx, f"{name}.xlsx", caption, partial(readers_table, ctx, readers))


async def _read(ctx: Ctx, broadcast_id: int) -> list[Reader]:
    readers: list[Reader] = []
    after: int | None = 0
    while after is not None:
        page = await ctx.services.broadcasts.outcomes.export_readers(ctx.me.id, broadcast_id, after)
        readers += page.readers
        after = page.after
    return readers


def readers_table(ctx: Ctx, readers: Sequence[Reader]) -> bytes:
    """An XLSX file, by name."""
    columns = [ctx.l10n.plain(f"broadcast-column-{column}") for column in COLUMNS]
    rows = _rows(ctx, sorted(readers, key=lambda reader: reader.name))
    sheet = TableSheet(ctx.l10n.plain("broadcast-table-sheet"), columns, rows)
    return write_tables([sheet], long=True)


def _rows(ctx: Ctx, readers: Sequence[Reader]) -> Iterator[Sequence[Cell]]:
    titles = {state: ctx.l10n.plain(f"copy-state-{state}") for state in STATES}
    for reader in readers:
        yield (
            reader.name,
            reader.school.title(ctx.locale) if reader.school else None,
            titles.get(reader.state, reader.state),
            _local(ctx, reader.sent_at),
            _local(ctx, reader.acknowledged_at),
            reader.error if reader.state == "failed" else None,
        )


def _local(ctx: Ctx, at: datetime | None) -> datetime | None:
    return at.astimezone(ctx.services.clock.zone) if at else None
