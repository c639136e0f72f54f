"""People: consent, sign-up field by field, the card, and being forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from content import Catalogue
from services import fields
from services.access import Access, Guarded, own
from services.consents import consenting
from services.errors import Refusal
from services.municipality import Municipality
from services.school_names import search_form
from services.schools import School, school_of
from storage.repositories.people import PersonRow as Person
from storage.uow import Store

STEPS = ("name", "school", "position", "subjects", "experience", "post", "category")
TEACHER = "teacher"

__all__ = ["STEPS", "Card", "People", "Person"]


@dataclass(frozen=True, slots=True)
class Card:
    """A person with everything that a summary shows. `young` holds keys of the grounds met."""

    person: Person
    school: School | None
    subjects: tuple[str, ...]
    young: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def next_step(self) -> str | None:
        """The first step of sign-up that still lacks an answer."""
        return self.missing[0] if self.missing else None


def _missing(person: Person, subjects: tuple[str, ...]) -> tuple[str, ...]:
    subjects_done = person.subjects_given and (person.position != TEACHER or bool(subjects))
    given = {
        "name": person.full_name,
        "school": person.school_id,
        "position": person.position,
        "subjects": subjects_done or None,
        "experience": person.experience_years,
        "post": person.post_years,
        "category": person.category,
    }
    return tuple(step for step in STEPS if given[step] is None)


class People(Guarded):
    """Use cases around a person's own data. No consent, no data: every change asks for it."""

    def __init__(self, access: Access, municipality: Municipality, catalogue: Catalogue) -> None:
        super().__init__(access)
        self._uow = access.uow
        self._clock = access.clock
        self._municipality = municipality
        self._catalogue = catalogue
        self._consent_version = access.consent_version

    async def find(self, telegram_id: int) -> Person | None:
        """The person behind a Telegram account, if they ever agreed."""
        async with self._uow.reading() as store:
            return await store.people.by_telegram(telegram_id)

    def consented(self, person: Person | None) -> bool:
        """Whether the person agreed to the consent document of today."""
        return person is not None and person.consent == self._consent_version

    async def give_consent(self, telegram_id: int, locale: str, version: str) -> Person:
        """Store the agreement and with it the person. Repeating changes nothing."""
        if version != self._consent_version:
            raise Refusal("consent-outdated")
        now = self._clock.now()
        async with self._uow.writing() as store:
            person_id = await store.people.add(telegram_id, locale, now)
            await store.people.consent(person_id, version, locale, now)
            person = await store.people.get(person_id)
        assert person is not None
        return person

    @own(writes=True)
    async def set_locale(self, person_id: int, locale: str) -> None:
        """Speak this language from now on."""
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            await store.people.change(person_id, self._clock.now(), locale=locale)

    @own(writes=False)
    async def card(self, person_id: int) -> Card:
        """Everything known about a person, for the person."""
        async with self._uow.reading() as store:
            return await self._card(store, await self._consenting(store, person_id))

    @own(writes=True)
    async def save_name(self, person_id: int, typed: str) -> None:
        """Set the full name."""
        await self._change(person_id, full_name=fields.full_name(typed))

    @own(writes=True)
    async def choose_school(self, person_id: int, school_id: int) -> None:
        """Set the school to one of the list."""
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            school = await store.schools.get(school_id)
            if school is None or school.state != "active":
                raise Refusal("school-gone")
            await store.people.change(person_id, self._clock.now(), school_id=school_id)

    @own(writes=True)
    async def propose_school(self, person_id: int, typed: str) -> None:
        """Set the school to one that is not in the list; a methodist will look at it."""
        title = fields.school_title(typed)
        now = self._clock.now()
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            school = await store.schools.propose(title, search_form(title), now)
            await store.people.change(person_id, now, school_id=school.id)

    @own(writes=True)
    async def choose_position(self, person_id: int, position: str) -> None:
        """Set the position; it decides which questionnaire is offered."""
        if position not in {entry.key for entry in self._catalogue.positions}:
            raise Refusal("choice-gone")
        await self._change(person_id, position=position)

    @own(writes=True)
    async def mark_subject(self, person_id: int, subject: str, chosen: bool) -> None:
        """Add or remove a subject; saying it twice changes nothing."""
        if subject not in {entry.key for entry in self._catalogue.subjects}:
            raise Refusal("choice-gone")
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            if chosen:
                await store.people.add_subject(person_id, subject)
            else:
                await store.people.remove_subjects(person_id, [subject])

    @own(writes=True)
    async def confirm_subjects(self, person_id: int) -> None:
        """Take the marked subjects as complete; a teacher has at least one."""
        async with self._uow.writing() as store:
            person = await self._consenting(store, person_id)
            if person.position == TEACHER and not await store.people.subjects(person_id):
                raise Refusal("subjects-needed")
            await store.people.change(person_id, self._clock.now(), subjects_given=True)

    @own(writes=True)
    async def save_experience(self, person_id: int, typed: str) -> None:
        """Set the years in education. Years in the post that no longer fit are asked again."""
        value = fields.years(typed)
        async with self._uow.writing() as store:
            person = await self._consenting(store, person_id)
            post = person.post_years
            fits = post is None or post <= value
            await store.people.change(
                person_id,
                self._clock.now(),
                experience_years=value,
                post_years=post if fits else None,
            )

    @own(writes=True)
    async def save_post_years(self, person_id: int, typed: str) -> None:
        """Set the years in the present post; they cannot exceed the years in education."""
        value = fields.years(typed)
        async with self._uow.writing() as store:
            person = await self._consenting(store, person_id)
            if person.experience_years is not None and value > person.experience_years:
                raise Refusal("post-years", years=value, experience=person.experience_years)
            await store.people.change(person_id, self._clock.now(), post_years=value)

    @own(writes=True)
    async def choose_category(self, person_id: int, category: str) -> None:
        """Set the qualification category."""
        if category not in {entry.key for entry in self._catalogue.categories}:
            raise Refusal("choice-gone")
        await self._change(person_id, category=category)

    @own(writes=True)
    async def complete(self, person_id: int) -> None:
        """Finish sign-up. Refused while a field is missing; repeating changes nothing."""
        async with self._uow.writing() as store:
            card = await self._card(store, await self._consenting(store, person_id))
            if card.missing:
                raise Refusal("signup-missing")
            await store.people.complete(person_id, self._clock.now())

    @own(writes=True)
    async def forget(self, person_id: int) -> None:
        """Erase a person at their wish; their finished results stay as nameless statistics."""
        async with self._uow.writing() as store:
            person = await store.people.get(person_id)
            if person is not None:
                await store.people.forget(person)

    async def _change(self, person_id: int, **values: str) -> None:
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            await store.people.change(person_id, self._clock.now(), **values)

    async def _consenting(self, store: Store, person_id: int) -> Person:
        return await consenting(store, person_id, self._consent_version)

    async def _card(self, store: Store, person: Person) -> Card:
        row = await store.schools.get(person.school_id) if person.school_id else None
        subjects = tuple(await store.people.subjects(person.id))
        grounds = self._municipality.profile.young_grounds(
            person.experience_years, person.post_years
        )
        return Card(
            person=person,
            school=school_of(row) if row else None,
            subjects=subjects,
            young=tuple(ground.key for ground in grounds),
            missing=_missing(person, subjects),
        )
