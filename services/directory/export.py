"""People as rows of a table, read in pages; that each row was taken out is noted with it."""

from __future__ import annotations

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note_about_each
from services.careers import attestation_of, courses_of, courses_since
from services.dates import today
from services.directory.directory import people_wanted
from services.directory.shown import ExportPage, PersonFacts, held_roles, schools_of
from services.permissions import EXPORT_PEOPLE
from storage.repositories.directory import FactsRow
from storage.repositories.roles import GrantRow
from storage.uow import Store

PAGE = 250


class PeopleExport(Guarded):
    """Use cases around taking people out as a table."""

    @reads(EXPORT_PEOPLE)
    async def exportable(
        self, store: Store, acting: Acting, school_id: int | None = None, role: str | None = None
    ) -> int:
        """How many people the table would have."""
        return await store.directory.count(people_wanted(self.access, acting, school_id, role))

    @writes(EXPORT_PEOPLE)
    async def export(
        self,
        store: Store,
        acting: Acting,
        school_id: int | None = None,
        role: str | None = None,
        after: int = 0,
    ) -> ExportPage:
        """Rows of the people after this number, and the note about each that it was taken out."""
        wanted = people_wanted(self.access, acting, school_id, role)
        found = await store.directory.facts(wanted, after, PAGE)
        others = [row.id for row in found if row.id != acting.id]
        await note_about_each(store, acting, Kind.PEOPLE_EXPORTED, others, role=role or "")
        rows = await self._rows(store, found)
        return ExportPage(rows, found[-1].id if len(found) == PAGE else None)

    async def _rows(self, store: Store, found: list[FactsRow]) -> tuple[PersonFacts, ...]:
        now, ids = today(self.access.clock), [row.id for row in found]
        subjects = await store.directory.subjects(ids)
        courses = await store.careers.courses(ids, courses_since(now))
        grants: dict[int, list[GrantRow]] = {}
        for grant in await store.roles.of_people(ids):
            grants.setdefault(grant.person_id, []).append(grant)
        at_schools = {grant.school_id for held in grants.values() for grant in held}
        schools = await schools_of(store, {row.school_id for row in found} | at_schools)
        return tuple(
            PersonFacts(
                id=row.id,
                name=row.full_name,
                school=schools.get(row.school_id),
                position=row.position,
                subjects=tuple(subjects.get(row.id, [])),
                experience_years=row.experience_years,
                post_years=row.post_years,
                category=row.category,
                attestation=attestation_of(row.attestation_on, now),
                courses=courses_of(courses.get(row.id, []), now),
                roles=held_roles(self.access, row.telegram_id, grants.get(row.id, []), schools),
                assessed_at=row.assessed_at,
                registered_at=row.registered_at,
            )
            for row in found
        )
