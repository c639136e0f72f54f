"""The people of an event as a spreadsheet: who is expected, who came; also the delegation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from aiogram import Bot

from bot.context import Ctx
from bot.files import send_file
from bot.people_words import position_title, subject_titles
from bot.reports.tables import Cell, TableSheet, write_tables
from services.events.marking import Export

COLUMNS = (
    "name",
    "school",
    "position",
    "subjects",
    "state",
    "since",
    "came",
    "how",
)
_FORBIDDEN, _TITLE = re.compile(r'[\\/:*?"<>|]'), 50  # in names of files


async def send_participants(bot: Bot, ctx: Ctx, export: Export) -> None:
    """Send them."""
    begins = export.event.starts_at
    assert begins is not None
    day = begins.astimezone(ctx.services.clock.zone)
    title = _FORBIDDEN.sub(" ", export.event.title)[:_TITLE]
    words = ctx.l10n.plain("participants-file", date=f"{day:%d.%m.%Y}", event=title)
    name = " ".join(words.split())
    caption = ctx.l10n("participants-caption", event=export.event.title, count=len(export.people))
    await send_file(bot, ctx, f"{name}.xlsx", caption, partial(participants_table, ctx, export))


def participants_table(ctx: Ctx, export: Export) -> bytes:
    """An XLSX file: those with a place by name, then those who wait in the order of the line."""
    columns = [ctx.l10n.plain(f"participants-column-{column}") for column in COLUMNS]
    sheet = ctx.l10n.plain("participants-sheet")
    return write_tables([TableSheet(sheet, columns, _rows(ctx, export))])


def _rows(ctx: Ctx, export: Export) -> Iterator[Sequence[Cell]]:
    zone = ctx.services.clock.zone
    for person in export.people:
        state = "walked-in" if person.walked_in else person.state
        yield (
            person.name,
            person.school.title(ctx.locale) if person.school else None,
            position_title(ctx, person.position),
            subject_titles(ctx, person.subjects),
            ctx.l10n.plain(f"participants-state-{state}"),
            person.since.astimezone(zone),
            person.came_at.astimezone(zone) if person.came_at else None,
            ctx.l10n.plain(f"participants-how-{person.how}") if person.how else None,
        )
