"""What is known about a person, in words: the same on cards and in tables."""

from __future__ import annotations

from collections.abc import Iterable

from bot.context import Ctx
from bot.titles import role_title
from content import Entry
from services.careers import Course
from services.directory import HeldRole


def titles_of(entries: Iterable[Entry], keys: Iterable[str], locale: str) -> str:
    """Titles of the catalogue for some of its keys: «Математика, Физика»."""
    wanted = set(keys)
    return ", ".join(entry.title.get(locale) for entry in entries if entry.key in wanted)


def position_title(ctx: Ctx, key: str | None) -> str:
    """A position, empty where none was given."""
    return titles_of(ctx.services.catalogue.positions, [key or ""], ctx.locale)


def category_title(ctx: Ctx, key: str | None) -> str:
    """A category, empty where none was given."""
    return titles_of(ctx.services.catalogue.categories, [key or ""], ctx.locale)


def subject_titles(ctx: Ctx, keys: Iterable[str]) -> str:
    """Subjects."""
    return titles_of(ctx.services.catalogue.subjects, keys, ctx.locale)


def held_title(ctx: Ctx, held: HeldRole) -> str:
    """A role with its scope; a claimed one says so."""
    title = role_title(ctx, held.role, held.school, held.direction)
    return ctx.l10n.plain("people-role-claimed", role=title) if held.claimed else title


def course_line(ctx: Ctx, course: Course) -> str:
    """A course in one line."""
    finished = f"{course.finished_on:%d.%m.%Y}"
    return ctx.l10n.plain(
        "people-course", title=course.title, hours=course.hours, finished=finished
    )
