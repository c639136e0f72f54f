"""Changes of school: asked for after sign-up, decided by the new school or the service."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services.access import Access, Acting, Guarded, own, reads, writes
from services.audit import Kind, note
from services.consents import consenting
from services.errors import Refusal
from services.leads import follow_lead
from services.notices import DAY, TOLD_A_DAY, Notice, owe, owe_the_service
from services.permissions import DECIDE_TRANSFERS
from services.schools import School, school_of
from storage.repositories.people import PersonRow
from storage.repositories.transfers import TransferRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Transfer:
    """A change of school. `state`: `waiting`, `confirmed`, `declined` or `withdrawn`.

    `may_see_person`: the looker may open the card of the person.
    """

    id: int
    person_id: int
    name: str
    position: str | None
    origin: School | None
    school: School | None
    state: str
    since: datetime
    may_see_person: bool

    @property
    def waits(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state == "waiting"


@dataclass(frozen=True, slots=True)
class TransferPage:
    """One of the changes that wait, the oldest first; `number` counts from 0."""

    transfer: Transfer | None
    number: int
    total: int


class Transfers(Guarded):
    """Use cases around changes of school."""

    @own(writes=False)
    async def awaited(self, person_id: int) -> School | None:
        """The school that one has asked for and not yet got."""
        async with self.access.uow.reading() as store:
            await consenting(store, person_id, self.access.consent_version)
            found = await store.transfers.of_person(person_id)
            return await _school(store, found.to_school_id) if found else None

    @own(writes=True)
    async def withdraw(self, person_id: int) -> None:
        """Stay where one is. Repeating changes nothing."""
        async with self.access.uow.writing() as store:
            await consenting(store, person_id, self.access.consent_version)
            await store.transfers.withdraw(person_id, self.access.clock.now())

    @reads(DECIDE_TRANSFERS)
    async def transfers(self, store: Store, acting: Acting, number: int) -> TransferPage:
        """A waiting change by its place in the queue; past the last comes the first again."""
        total = await store.transfers.count_waiting(schools_of(acting))
        number %= max(1, total)
        rows = await store.transfers.waiting(schools_of(acting), number, 1)
        found = await self._transfer(store, acting, rows[0]) if rows else None
        return TransferPage(found, number, total)

    @reads(DECIDE_TRANSFERS)
    async def transfer(self, store: Store, acting: Acting, transfer_id: int) -> Transfer:
        """One change of school, decided or not."""
        return await self._transfer(store, acting, await _asked(store, acting, transfer_id))

    @writes(DECIDE_TRANSFERS)
    async def confirm(self, store: Store, acting: Acting, transfer_id: int) -> bool:
        """Let the person change; whether this decided it. Repeating changes nothing.

        A head leaves the role at the old school and claims it at the new one.
        """
        asked = await self._decided(store, acting, transfer_id, "confirmed")
        if asked is None:
            return False
        person, school_id = await store.people.get(asked.person_id), asked.to_school_id
        school = await store.schools.get(school_id)
        if person is None or school is None or school.state not in ("active", "proposed"):
            raise Refusal("school-gone")
        await store.people.change(person.id, acting.now, school_id=school_id)
        await follow_lead(store, self.access, acting, person, _moved(person, school_id))
        return True

    @writes(DECIDE_TRANSFERS)
    async def decline(self, store: Store, acting: Acting, transfer_id: int) -> bool:
        """Let the person stay; whether this decided it. Repeating changes nothing."""
        return await self._decided(store, acting, transfer_id, "declined") is not None

    async def _decided(
        self, store: Store, acting: Acting, transfer_id: int, state: str
    ) -> TransferRow | None:
        """The change if it waited until now: decided, told and noted."""
        asked = await _asked(store, acting, transfer_id)
        if await store.schools.keep(asked.to_school_id):  # a merger may just have changed it
            asked = await _asked(store, acting, transfer_id)
        if asked.person_id == acting.id and not acting.everywhere:
            raise Refusal("own-wish")
        if not await store.transfers.decide(transfer_id, state, acting.now, acting.id):
            return None
        confirmed, school_id = state == "confirmed", asked.to_school_id
        kind = Kind.TRANSFER_CONFIRMED if confirmed else Kind.TRANSFER_DECLINED
        await note(store, acting, kind, about=asked.person_id, school_id=school_id)
        notice = Notice.TRANSFER_CONFIRMED if confirmed else Notice.TRANSFER_DECLINED
        facts: dict[str, Any] = {"transfer_id": transfer_id, "school_id": school_id}
        await owe(store, asked.person_id, notice, transfer_id, acting.now, **facts)
        return asked

    async def _transfer(self, store: Store, acting: Acting, row: TransferRow) -> Transfer:
        person = await store.people.get(row.person_id)
        return Transfer(
            id=row.id,
            person_id=row.person_id,
            name=(person.full_name if person else None) or "",
            position=person.position if person else None,
            origin=await _school(store, row.from_school_id) if row.from_school_id else None,
            school=await _school(store, row.to_school_id),
            state=row.state,
            since=row.created_at,
            may_see_person=acting.everywhere,
        )


def schools_of(acting: Acting) -> frozenset[int] | None:
    """Schools whose changes somebody decides on; nothing for all."""
    return None if acting.everywhere else acting.schools


async def ask_for_school(store: Store, access: Access, acting: Acting, school_id: int) -> bool:
    """Set the school of somebody who has none or is signing up; others ask for it and wait.

    Whether those who decide should hear of it: of somebody who changes their mind all day long
    they find the last wish in the queue.
    """
    person, now = acting.person, acting.now
    if person.registered_at is None or person.school_id is None:
        await store.people.change(person.id, now, school_id=school_id)
        if person.registered_at is not None:
            await follow_lead(store, access, acting, person, _moved(person, school_id))
        return True
    if person.school_id == school_id:
        await store.transfers.withdraw(person.id, now)
        return False
    if not await store.transfers.ask(person.id, person.school_id, school_id, now):
        return False
    if await store.transfers.asked_since(person.id, now - DAY) > TOLD_A_DAY:
        return False
    asked = await store.transfers.of_person(person.id)
    assert asked is not None
    facts = {"transfer_id": asked.id, "person_id": person.id, "school_id": school_id}
    await owe_the_service(
        store, access, Notice.TRANSFER_WAITS, asked.id, coordinators_of=school_id, **facts
    )
    return True


async def tell_of_proposal(store: Store, access: Access, school_id: int) -> None:
    """Tell the service that a school was proposed; of each school they hear once."""
    await owe_the_service(store, access, Notice.SCHOOL_PROPOSED, school_id, school_id=school_id)


def _moved(person: PersonRow, school_id: int) -> PersonRow:
    return replace(person, school_id=school_id)


async def _asked(store: Store, acting: Acting, transfer_id: int) -> TransferRow:
    asked = await store.transfers.get(transfer_id)
    if asked is None:
        raise Refusal("person-gone")
    acting.check_school(asked.to_school_id)
    return asked


async def _school(store: Store, school_id: int) -> School | None:
    row = await store.schools.get(school_id)
    return school_of(row) if row else None
