"""The directory: finding people, and their cards as far as the looker may see them."""

from __future__ import annotations

from services.access import Access, Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.careers import (
    attestation_of,
    courses_of,
    courses_since,
)
from services.dates import today
from services.directory.shown import Found, PeoplePage, PersonCard, Reach, held_roles, schools_of
from services.errors import Refusal
from services.fields import NAME_LIMIT, plain
from services.name_search import best_names
from services.permissions import (
    EXPORT_PEOPLE,
    FIND_PEOPLE,
    GRANT_ROLES,
    GRANTED,
    MANAGE_EVENTS,
    NOTE_EXTERNAL_RESULTS,
    SEE_RESULTS,
    SEE_SUPPORT_STATUS,
    Role,
)
from services.results import Outcome, Results
from services.schools import School
from storage.repositories.directory import FoundRow, Wanted
from storage.repositories.people import PersonRow
from storage.uow import Store

PAGE = 5
SEARCH_LIMIT = 50  # nobody turns more pages of guesses


class Directory(Guarded):
    """Use cases around other people. Looking at somebody is noted; a getter only reads."""

    def __init__(self, access: Access, results: Results) -> None:
        super().__init__(access)
        self._results = results

    @reads(FIND_PEOPLE)
    async def reach(self, store: Store, acting: Acting) -> Reach:
        """How far the acting person's directory reaches."""
        schools = await schools_of(store, set(acting.schools) if not acting.everywhere else set())
        return Reach(acting.everywhere, tuple(schools.values()), acting.may(EXPORT_PEOPLE))

    @reads(FIND_PEOPLE, long=True)
    async def find(
        self,
        store: Store,
        acting: Acting,
        text: str,
        school_id: int | None = None,
        role: str | None = None,
        page: int = 0,
    ) -> PeoplePage:
        """People by a part of the name, best first; all in alphabetical order without a text."""
        wanted = people_wanted(self.access, acting, school_id, role)
        typed = plain(text)[:NAME_LIMIT]
        guesses: list[int] = []
        if typed:
            guesses = best_names(typed, await store.directory.names(wanted), SEARCH_LIMIT)
        total = len(guesses) if typed else await store.directory.count(wanted)
        pages = max(1, -(-total // PAGE))
        number = page % pages
        first = number * PAGE
        if typed:
            rows = await store.directory.some(guesses[first : first + PAGE])
        else:
            rows = await store.directory.page(wanted, first, PAGE)
        schools = await schools_of(store, {row.school_id for row in rows} | {school_id})
        people = tuple(_found(row, schools) for row in rows)
        return PeoplePage(people, number, pages, total, schools.get(school_id))

    @writes(FIND_PEOPLE)
    async def view(self, store: Store, acting: Acting, person_id: int) -> None:
        """Note that somebody's card is looked at; one's own is not noted."""
        person = await self._reachable(store, acting, person_id)
        if person.id != acting.id:
            await note(store, acting, Kind.CARD_VIEWED, about=person.id)

    @reads(FIND_PEOPLE)
    async def card(self, store: Store, acting: Acting, person_id: int) -> PersonCard:
        """What the acting person may see of somebody."""
        person = await self._reachable(store, acting, person_id)
        now = today(self.access.clock)
        grants = await store.roles.of_person(person_id, "active", "claimed")
        transfer = await store.transfers.of_person(person_id)
        target = transfer.to_school_id if transfer else None
        schools = await schools_of(
            store, {person.school_id, target, *(grant.school_id for grant in grants)}
        )
        courses = await store.careers.courses([person_id], courses_since(now))
        passes = await store.results.of_person(person_id) if acting.may(SEE_RESULTS) else []
        may_note = acting.may(NOTE_EXTERNAL_RESULTS)
        return PersonCard(
            id=person.id,
            name=person.full_name or "",
            school=schools.get(person.school_id),
            position=person.position,
            subjects=tuple(await store.people.subjects(person_id)),
            experience_years=person.experience_years,
            post_years=person.post_years,
            category=person.category,
            roles=held_roles(self.access, person.telegram_id, grants, schools),
            attestation=attestation_of(person.attestation_on, now),
            courses=courses_of(courses.get(person_id, []), now),
            moves_to=schools.get(target),
            assessed_at=passes[0].finished_at if passes else None,
            overall=passes[0].overall if passes else None,
            external=tuple(await store.careers.external(person_id)) if may_note else (),
            attended=await store.activity.attended(person_id) if acting.may(MANAGE_EVENTS) else 0,
            may_grant=acting.may(GRANT_ROLES),
            may_note=may_note,
            may_open_school=_may_open(acting, person.school_id),
        )

    @writes(SEE_RESULTS)
    async def open_results(self, store: Store, acting: Acting, person_id: int) -> None:
        """Note that somebody's result is looked at."""
        person = await self._reachable(store, acting, person_id)
        if not await store.results.of_person(person_id):
            raise Refusal("results-none")
        if person.id != acting.id:
            await note(store, acting, Kind.RESULTS_VIEWED, about=person.id)

    @reads(SEE_RESULTS)
    async def results(self, store: Store, acting: Acting, person_id: int) -> Outcome:
        """The latest result of somebody."""
        await self._reachable(store, acting, person_id)
        passes = await store.results.of_person(person_id)
        if not passes:
            raise Refusal("results-none")
        return await self._results.outcome_of(store, passes[0])

    async def _reachable(self, store: Store, acting: Acting, person_id: int) -> PersonRow:
        """Somebody who signed up, at a school within reach; everybody reaches themselves."""
        person = await store.people.get(person_id)
        if person is None:
            raise Refusal("person-gone")
        if person.id != acting.id:
            acting.check_school(person.school_id)
        if person.registered_at is None:
            raise Refusal("person-unready")
        return person


def people_wanted(
    access: Access, acting: Acting, school_id: int | None, role: str | None
) -> Wanted:
    """The people asked for, as far as the acting person's directory reaches."""
    if school_id is not None:
        acting.check_school(school_id)
    if role is not None and role not in GRANTED:
        raise Refusal("choice-gone")
    born = access.admin_ids if role == Role.ADMIN else frozenset[int]()
    reach = None if acting.everywhere else acting.schools
    return Wanted(reach, school_id, role, born)


def _may_open(acting: Acting, school_id: int | None) -> bool:
    """Whether the school of somebody can be looked at: by the service, or by its head."""
    heads = SEE_SUPPORT_STATUS.school
    here = any(grant.school_id == school_id and grant.role in heads for grant in acting.grants)
    return school_id is not None and (here or bool(acting.roles & SEE_SUPPORT_STATUS.everywhere))


def _found(row: FoundRow, schools: dict[int | None, School]) -> Found:
    return Found(row.id, row.full_name, schools.get(row.school_id))
