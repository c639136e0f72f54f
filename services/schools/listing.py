"""The list of schools: what people choose from, and what those who manage it go through."""

from __future__ import annotations

from content import Profile
from services import fields
from services.access import Acting, Guarded, reads
from services.permissions import MANAGE_SCHOOLS
from services.school_names import best_matches, search_form
from services.schools.views import (
    ListedSchool,
    ManagedPage,
    School,
    SchoolPage,
    listed,
    school_of,
)
from storage.uow import Store

PAGE = 6
MANAGED_PAGE = 5
# What the managed list shows: merged schools live on in others.
LISTED = ("active", "proposed", "closed")


class Listing(Guarded):
    """Finding schools."""

    async def import_profile(self, profile: Profile) -> None:
        """Bring the schools of the profile into the database. Repeating changes nothing."""
        now = self.access.clock.now()
        async with self.access.uow.writing() as store:
            for school in profile.schools:
                short, english = school.short_name.get("ru"), school.short_name.get("en")
                english = "" if english == short else english
                await store.schools.put(
                    school.key,
                    name=school.name.get("ru"),
                    short_name=short,
                    english_name=english,
                    search_name=search_form(f"{short} {english}"),
                    support_status=school.status,
                    now=now,
                )

    async def page(self, number: int) -> SchoolPage:
        """A page of the list in alphabetical order; past the last comes the first again."""
        async with self.access.uow.reading() as store:
            total = await store.schools.count()
            pages = max(1, -(-total // PAGE))
            number %= pages
            rows = await store.schools.page(number * PAGE, PAGE)
        return SchoolPage(tuple(school_of(row) for row in rows), number, pages, total)

    async def search(self, text: str) -> tuple[School, ...]:
        """Schools whose name resembles the typed text, best first, at most a page of them."""
        async with self.access.uow.reading(long=True) as store:
            rows = {row.id: row for row in await store.schools.active()}
        names = ((row.id, row.search_name) for row in rows.values())
        found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, PAGE)
        return tuple(school_of(rows[key]) for key in found)

    @reads(MANAGE_SCHOOLS)
    async def counts(self, store: Store, acting: Acting) -> dict[str, int]:
        """How many schools are in each state that occurs."""
        return await store.schools.counts()

    @reads(MANAGE_SCHOOLS)
    async def managed(
        self, store: Store, acting: Acting, number: int, *, proposed: bool = False
    ) -> ManagedPage:
        """A page of all schools, or of the proposed ones; past the last comes the first again."""
        states = ("proposed",) if proposed else LISTED
        counts = await store.schools.counts()
        total = sum(counts.get(state, 0) for state in states)
        pages = max(1, -(-total // MANAGED_PAGE))
        number %= pages
        first = number * MANAGED_PAGE
        rows = await store.schools.page_of(states, first, MANAGED_PAGE)
        return ManagedPage(tuple(listed(row) for row in rows), number, pages, total, counts)

    @reads(MANAGE_SCHOOLS, long=True)
    async def find(self, store: Store, acting: Acting, text: str) -> tuple[ListedSchool, ...]:
        """Schools of the managed list that resemble the typed text, at most a page of them."""
        rows = {row.id: row for row in await store.schools.in_states(*LISTED)}
        names = ((row.id, row.search_name) for row in rows.values())
        found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, MANAGED_PAGE)
        return tuple(listed(rows[key]) for key in found)
