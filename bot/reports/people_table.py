"""People as a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from aiogram import Bot

from bot.context import Ctx
from bot.files import send_file
from bot.people_words import (
    category_title,
    course_line,
    held_title,
    position_title,
    subject_titles,
)
from bot.reports.tables import Cell, Marked, TableSheet, write_tables
from services.directory import PersonFacts
from services.errors import Refusal
from services.name_search import name_words
from services.school_names import search_form

COLUMNS = (
    "name",
    "school",
    "position",
    "subjects",
    "experience",
    "post",
    "category",
    "attestation",
    "courses",
    "hours",
    "roles",
    "assessed",
    "registered",
)
_NUMBERS = re.compile(r"(\d+)")


async def send_people(bot: Bot, ctx: Ctx, school_id: int | None, role: str | None) -> None:
    """Send the people of a school, with a role, or all."""
    try:
        people = await _read(ctx, school_id, role)
    except Refusal:
        return  # the role has ended meanwhile
    clock = ctx.services.clock
    today = clock.now().astimezone(clock.zone)
    name = ctx.l10n.plain("people-table-file", date=f"{today:%Y-%m-%d}")
    caption = ctx.l10n("people-table-caption", count=len(people))
    await send_file(bot, ctx, f"{name}.xlsx", caption, partial(people_table, ctx, people))


async def _read(ctx: Ctx, school_id: int | None, role: str | None) -> list[PersonFacts]:
    people: list[PersonFacts] = []
    after: int | None = 0
    while after is not None:
        page = await ctx.services.people_export.export(ctx.me.id, school_id, role, after)
        people += page.rows
        after = page.after
    return people


def people_table(ctx: Ctx, people: Sequence[PersonFacts]) -> bytes:
    """An XLSX file, sorted by school and name."""
    columns = [ctx.l10n.plain(f"people-column-{column}") for column in COLUMNS]
    rows = _rows(ctx, sorted(people, key=partial(_place, ctx)))
    return write_tables([TableSheet(ctx.l10n.plain("people-table-sheet"), columns, rows)])


def _place(ctx: Ctx, person: PersonFacts) -> tuple[bool, list[tuple[int, str]], list[str]]:
    """Where a person stands: № 2 before № 10, «Ё» beside «Е», who has no school at the end."""
    title = search_form(person.school.title(ctx.locale)) if person.school else ""
    parts = [(int(part), "") if part.isdigit() else (0, part) for part in _NUMBERS.split(title)]
    return person.school is None, parts, name_words(person.name)


def _rows(ctx: Ctx, people: Sequence[PersonFacts]) -> Iterator[Sequence[Cell]]:
    zone = ctx.services.clock.zone
    for person in people:
        attestation, assessed = person.attestation, person.assessed_at
        soon = attestation is not None and attestation.state != "later"
        day = attestation.on if attestation else None
        yield (
            person.name,
            person.school.title(ctx.locale) if person.school else None,
            position_title(ctx, person.position),
            subject_titles(ctx, person.subjects),
            person.experience_years,
            person.post_years,
            category_title(ctx, person.category),
            Marked(day) if soon else day,
            "\n".join(course_line(ctx, course) for course in person.courses),
            sum(course.hours for course in person.courses) or None,
            "\n".join(held_title(ctx, held) for held in person.roles),
            assessed.astimezone(zone).date() if assessed else None,
            person.registered_at.astimezone(zone).date(),
        )
