"""Careers: courses, the next attestation, and results of diagnoses made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from services.access import Access, Acting, Guarded, own, writes
from services.audit import Kind, note
from services.career_fields import course_title, external_result, possible_hours
from services.consents import consenting
from services.dates import shifted, today
from services.errors import Refusal
from services.notices import Notice, owe
from services.permissions import NOTE_EXTERNAL_RESULTS
from storage.repositories.careers import CourseRow, ExternalRow
from storage.repositories.people import PersonRow
from storage.uow import Store

COURSES_LIMIT = 100
EARLIEST_COURSE = date(1960, 1, 1)
COURSE_MONTHS = 36  # courses of the last three years count
WARNING_MONTHS = 6  # the next attestation is told of half a year ahead
ATTESTATION_MONTHS = 120  # the furthest that makes sense

__all__ = ["Attestation", "Career", "Careers", "Course", "ExternalRow"]


@dataclass(frozen=True, slots=True)
class Course:
    """A finished course; `recent` ones lie within the three years that count."""

    id: int
    title: str
    hours: int
    finished_on: date
    recent: bool


@dataclass(frozen=True, slots=True)
class Attestation:
    """The day of the next attestation: `later`, `near` (within half a year) or `past`."""

    on: date
    state: str


@dataclass(frozen=True, slots=True)
class Career:
    """What a person has told of the career, and what a methodist noted; newest first."""

    courses: tuple[Course, ...]
    attestation: Attestation | None
    external: tuple[ExternalRow, ...]


def courses_since(now: date) -> date:
    """The first day of the three years that count."""
    return shifted(now, -COURSE_MONTHS)


def attestation_of(on: date | None, now: date) -> Attestation | None:
    """The next attestation as it stands on a day."""
    if on is None:
        return None
    if on < now:
        return Attestation(on, "past")
    return Attestation(on, "near" if on <= shifted(now, WARNING_MONTHS) else "later")


def courses_of(rows: Iterable[CourseRow], now: date) -> tuple[Course, ...]:
    """Courses as they count on a day."""
    since = courses_since(now)
    return tuple(
        Course(row.id, row.title, row.hours, row.finished_on, row.finished_on >= since)
        for row in rows
    )


class Careers(Guarded):
    """Use cases around careers. Days are those of the municipality."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._uow = access.uow
        self._clock = access.clock

    @own(writes=False)
    async def career(self, person_id: int) -> Career:
        """One's own career."""
        now = today(self._clock)
        async with self._uow.reading() as store:
            person = await self._consenting(store, person_id)
            courses = (await store.careers.courses([person_id])).get(person_id, [])
            external = await store.careers.external(person_id)
        return Career(
            courses_of(courses, now), attestation_of(person.attestation_on, now), tuple(external)
        )

    @own(writes=False)
    async def course(self, person_id: int, course_id: int) -> Course:
        """One of one's own courses."""
        async with self._uow.reading() as store:
            row = await self._mine(store, person_id, course_id)
        if row is None:
            raise Refusal("course-gone")
        return courses_of([row], today(self._clock))[0]

    @own(writes=True)
    async def add_course(self, person_id: int, title: str, hours: int, finished_on: date) -> None:
        """Add a course that is over. Adding it again changes nothing."""
        name, length = course_title(title), possible_hours(hours)
        now = today(self._clock)
        if finished_on > now:
            raise Refusal("course-future")
        if finished_on < EARLIEST_COURSE:
            raise Refusal("course-early", year=EARLIEST_COURSE.year)
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            if await store.careers.count(person_id) >= COURSES_LIMIT:
                raise Refusal("courses-limit", limit=COURSES_LIMIT)
            await store.careers.add_course(person_id, name, length, finished_on, self._clock.now())

    @own(writes=True)
    async def remove_course(self, person_id: int, course_id: int) -> None:
        """Remove one of one's own courses; repeating changes nothing."""
        async with self._uow.writing() as store:
            row = await self._mine(store, person_id, course_id)
            if row is not None:
                await store.careers.remove_course(row.id)

    @own(writes=True)
    async def set_attestation(self, person_id: int, on: date) -> None:
        """Set the day of the next attestation: today or later, within ten years."""
        now = today(self._clock)
        if on < now:
            raise Refusal("attestation-past")
        if on > (last := shifted(now, ATTESTATION_MONTHS)):
            raise Refusal("attestation-far", year=last.year)
        await self._put_attestation(person_id, on)

    @own(writes=True)
    async def clear_attestation(self, person_id: int) -> None:
        """Take the day of the next attestation away; repeating changes nothing."""
        await self._put_attestation(person_id, None)

    async def remind(self) -> int:
        """Tell people of an attestation within half a year, once for each day; how many such."""
        now = today(self._clock)
        async with self._uow.writing() as store:
            near = await store.careers.attestations(now, shifted(now, WARNING_MONTHS))
            for person_id, on in near:
                moment, day = self._clock.now(), on.isoformat()
                await owe(store, person_id, Notice.ATTESTATION_NEAR, day, moment, date=day)
        return len(near)

    @writes(NOTE_EXTERNAL_RESULTS)
    async def note_external(self, store: Store, acting: Acting, person_id: int, typed: str) -> None:
        """Note the result of a diagnosis made elsewhere: «ФИОКО, 2022, 64 балла»."""
        title, year, outcome = external_result(typed, today(self._clock).year)
        person = await store.people.get(person_id)
        if person is None:
            raise Refusal("person-gone")
        known = await store.careers.external(person_id)
        if any((row.title, row.year, row.outcome) == (title, year, outcome) for row in known):
            return
        await store.careers.put_external(person_id, title, year, outcome, acting.id, acting.now)
        await note(store, acting, Kind.EXTERNAL_RESULT_NOTED, about=person_id, year=year)

    @writes(NOTE_EXTERNAL_RESULTS)
    async def remove_external(self, store: Store, acting: Acting, result_id: int) -> None:
        """Remove a noted result; repeating changes nothing."""
        row = await store.careers.external_result(result_id)
        if row is not None:
            await store.careers.remove_external(result_id)
            kind = Kind.EXTERNAL_RESULT_REMOVED
            await note(store, acting, kind, about=row.person_id, year=row.year)

    async def _put_attestation(self, person_id: int, day: date | None) -> None:
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            await store.people.change(person_id, self._clock.now(), attestation_on=day)

    async def _mine(self, store: Store, person_id: int, course_id: int) -> CourseRow | None:
        """A course of this person; nothing where it is gone, a refusal where it is another's."""
        await self._consenting(store, person_id)
        row = await store.careers.course(course_id)
        if row is not None and row.person_id != person_id:
            raise Refusal("other-course")
        return row

    async def _consenting(self, store: Store, person_id: int) -> PersonRow:
        return await consenting(store, person_id, self.access.consent_version)
