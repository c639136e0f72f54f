"""People: consent, sign-up field by field, the card, and being forgotten."""

from __future__ import annotations

from dataclasses import replace

from content import Catalogue
from services import fields
from services.access import Access, Acting, Guarded, own
from services.cards import STEPS, TEACHER, Card, missing_steps
from services.consents import consenting
from services.errors import Refusal
from services.forgotten import Forgotten
from services.leads import follow_lead
from services.municipality import Municipality
from services.permissions import OWN, STAFF
from services.school_names import search_form
from services.schools import kept_open, school_of
from services.transfers import ask_for_school, tell_of_proposal
from storage.repositories.people import PersonRow as Person
from storage.uow import Store

__all__ = ["STEPS", "Card", "People", "Person"]


class People(Guarded):
    """Use cases around a person's own data. No consent, no data: every change asks for it."""

    def __init__(
        self,
        access: Access,
        municipality: Municipality,
        catalogue: Catalogue,
        forgotten: Forgotten,
    ) -> None:
        super().__init__(access)
        self.forgotten = forgotten
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
        """Set the school to one of the list; after sign-up ask for it and wait.

        Choosing the present school takes back what was asked for.
        """
        async with self._uow.writing() as store:
            acting = await self._acting(store, person_id)
            if (await kept_open(store, school_id)).state != "active":
                raise Refusal("school-gone")
            await ask_for_school(store, self._access, acting, school_id)

    @own(writes=True)
    async def propose_school(self, person_id: int, typed: str) -> None:
        """The same with a school that is not in the list; a methodist will look at it."""
        title = fields.school_title(typed)
        async with self._uow.writing() as store:
            acting = await self._acting(store, person_id)
            school = await store.schools.propose(title, search_form(title), acting.now)
            await kept_open(store, school.id)
            heard = await ask_for_school(store, self._access, acting, school.id)
            if heard and acting.person.registered_at is not None:
                await tell_of_proposal(store, self._access, school.id)

    @own(writes=True)
    async def choose_position(self, person_id: int, position: str) -> None:
        """Set the position: it decides which questionnaire is offered, and who heads a school."""
        if position not in {entry.key for entry in self._catalogue.positions}:
            raise Refusal("choice-gone")
        async with self._uow.writing() as store:
            acting = await self._staying(store, person_id)
            before, after = acting.person, replace(acting.person, position=position)
            await store.people.change(person_id, acting.now, position=position)
            if before.registered_at is not None:
                await follow_lead(store, self._access, acting, before, after)

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
            acting = await self._staying(store, person_id)
            card = await self._card(store, acting.person)
            if card.missing:
                raise Refusal("signup-missing")
            if acting.person.registered_at is not None:
                return
            await store.people.complete(person_id, acting.now)
            await follow_lead(store, self._access, acting, None, acting.person)
            if card.school is not None and card.school.proposed:
                await tell_of_proposal(store, self._access, card.school.id)

    @own(writes=False)
    async def asked_briefly(self, person_id: int) -> bool:
        """Whether the name is all that sign-up asks for: of those who work in the service."""
        async with self._uow.reading() as store:
            return await self._briefly(store, await self._consenting(store, person_id))

    @own(writes=True)
    async def forget(self, person_id: int) -> None:
        """Erase a person at their wish; their finished results stay as nameless statistics.

        That is also how consent is withdrawn, to whichever document it was given.
        """
        async with self._uow.writing() as store:
            if await store.people.get(person_id) is None:
                return
            person = await self.forgotten.erase(store, person_id)
        await self.forgotten.remember(person)

    async def _change(self, person_id: int, **values: str) -> None:
        async with self._uow.writing() as store:
            await self._consenting(store, person_id)
            await store.people.change(person_id, self._clock.now(), **values)

    async def _consenting(self, store: Store, person_id: int) -> Person:
        return await consenting(store, person_id, self._consent_version)

    async def _acting(self, store: Store, person_id: int) -> Acting:
        return await self._access.acting(store, person_id, OWN)

    async def _staying(self, store: Store, person_id: int) -> Acting:
        """The acting person, at a school that nobody closes or merges until the unit ends."""
        acting = await self._acting(store, person_id)
        if acting.person.school_id is not None:
            await store.schools.keep(acting.person.school_id)
            acting = await self._acting(store, person_id)  # may have been moved just before
        return acting

    async def _briefly(self, store: Store, person: Person) -> bool:
        if person.position is not None:
            return False
        grants = await store.roles.held(person.id)
        return bool(self._access.roles(person, grants) & STAFF)

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
            missing=missing_steps(person, subjects, briefly=await self._briefly(store, person)),
        )
