"""Schools: the list people choose from, forgiving search, proposals."""

from __future__ import annotations

from dataclasses import dataclass

from content import Profile
from services import fields
from services.access import Access, Guarded
from services.school_names import best_matches, search_form
from storage.repositories.schools import SchoolRow

PAGE = 6


@dataclass(frozen=True, slots=True)
class School:
    """A school as shown to people."""

    id: int
    name: str
    english_name: str
    proposed: bool

    def title(self, locale: str) -> str:
        """Short name in the person's language."""
        return self.english_name if locale == "en" and self.english_name else self.name


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """One page of the list; `number` counts from 0."""

    schools: tuple[School, ...]
    number: int
    pages: int
    total: int


def school_of(row: SchoolRow) -> School:
    """A school from its row."""
    return School(row.id, row.short_name, row.english_name, row.state == "proposed")


class Schools(Guarded):
    """Use cases around schools."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._uow = access.uow
        self._clock = access.clock

    async def import_profile(self, profile: Profile) -> None:
        """Bring the schools of the profile into the database. Repeating changes nothing."""
        now = self._clock.now()
        async with self._uow.writing() as store:
            for school in profile.schools:
                short, english = school.short_name.get("ru"), school.short_name.get("en")
                await store.schools.put(
                    school.key,
                    name=school.name.get("ru"),
                    short_name=short,
                    english_name="" if english == short else english,
                    search_name=search_form(f"{short} {english if english != short else ''}"),
                    support_status=school.status,
                    now=now,
                )

    async def page(self, number: int) -> SchoolPage:
        """A page of the list in alphabetical order; past the last comes the first again."""
        async with self._uow.reading() as store:
            total = await store.schools.count()
            pages = max(1, -(-total // PAGE))
            number %= pages
            rows = await store.schools.page(number * PAGE, PAGE)
        return SchoolPage(tuple(school_of(row) for row in rows), number, pages, total)

    async def search(self, text: str) -> tuple[School, ...]:
        """Schools whose name resembles the typed text, best first, at most a page of them."""
        async with self._uow.reading(long=True) as store:
            rows = {row.id: row for row in await store.schools.active()}
        names = ((row.id, row.search_name) for row in rows.values())
        found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, PAGE)
        return tuple(school_of(rows[key]) for key in found)
