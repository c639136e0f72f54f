"""Erasing a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, delete, false, or_, select, union, update

from storage.models import (
    Assessment,
    DataRequest,
    Decision,
    Event,
    FsmRecord,
    HeldUpdate,
    Invitation,
    InvitationUse,
    MediaFile,
    Person,
    Registration,
    RequestAnswer,
    RoleGrant,
    School,
    SchoolTransfer,
)
from storage.repositories.people import PersonRow
from storage.session import Session

# The row of a school stays: the log, notices and old buttons name its number.
_NO_SCHOOL = {
    "name": "",
    "short_name": "",
    "english_name": "",
    "search_name": "",
    "support_status": None,
    "state": "erased",
}


class Forgetting:
    """What erasing a person takes, in all tables. `erased`: whom this unit of work erased."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.erased: list[PersonRow] = []

    async def erase(self, person: PersonRow) -> None:
        """Erase a person; finished assessments and places in events stay without their owner
        and own words.

        Consents, subjects, roles, wishes to move, courses, outside results, uses of invitations,
        subscriptions, acknowledgements, places in lists, handed requests and owed messages go with
        the row of the person; what the person decided about others or made for them stays, and no
        longer says who did, and so do the figures and words given for a school. The log keeps bare
        numbers.
        """
        me, chat = person.id, person.telegram_id
        organised = await self._naming(Event.id, Event.organiser, person)
        charged = await self._naming(Decision.id, Decision.responsible, person)
        passes = await self._numbers(select(Assessment.id).where(Assessment.person_id == me))
        proposed = await self._numbers(_proposed_for(me))
        pictures = [MediaFile.name.startswith(f"result:{number}:") for number in passes]
        await self._run(
            delete(MediaFile).where(or_(false(), *pictures)),
            delete(Assessment).where(Assessment.person_id == me, Assessment.state != "finished"),
            update(RequestAnswer).where(RequestAnswer.assessment_id.in_(passes)).values(text=None),
            update(Assessment).where(Assessment.person_id == me).values(person_id=None),
            update(Registration)
            .where(Registration.person_id == me)
            .values(person_id=None, comment=None),
            update(Event).where(Event.id.in_(organised)).values(organiser=""),
            update(Decision).where(Decision.id.in_(charged)).values(responsible=""),
            update(Invitation).where(await self._labelled(person)).values(label=""),
            delete(Person).where(Person.id == me),
            update(School).where(School.id.in_(proposed), *_nobody_needs()).values(_NO_SCHOOL),
            delete(HeldUpdate).where(HeldUpdate.telegram_id == chat),
            delete(FsmRecord).where(self._bookmarks(person)),
        )
        self.erased.append(person)

    async def _labelled(self, person: PersonRow) -> ColumnElement[bool]:
        """Invitations that were made for this person and say so."""
        used = select(InvitationUse.invitation_id).where(InvitationUse.person_id == person.id)
        named = await self._naming(Invitation.id, Invitation.label, person)
        personal = Invitation.max_uses == 1
        return or_(Invitation.id.in_(used) & personal, Invitation.id.in_(named))

    async def _naming(self, number: Any, words: Any, person: PersonRow) -> list[int]:
        """Numbers of rows in whose words the person's name stands, in whatever case."""
        name = (person.full_name or "").casefold()
        if not name:
            return []
        found = await self._session.execute(select(number, words).where(words != ""))
        return [one for one, text in found if name in text.casefold()]

    def _bookmarks(self, person: PersonRow) -> ColumnElement[bool]:
        """One's own, and those of colleagues in whose search the name stands."""
        own = FsmRecord.chat_id == person.telegram_id
        if not person.full_name:
            return own
        return or_(own, FsmRecord.data.contains(person.full_name, autoescape=True))

    async def _numbers(self, query: Any) -> list[int]:
        return sorted((await self._session.execute(query)).scalars())

    async def _run(self, *statements: Any) -> None:
        for statement in statements:
            await self._session.execute(statement)


def _proposed_for(me: int) -> Any:
    """Schools not in the list yet that the person's rows name."""
    named: Iterable[Any] = (
        select(Person.school_id).where(Person.id == me),
        select(RoleGrant.school_id).where(RoleGrant.person_id == me),
        select(SchoolTransfer.from_school_id).where(SchoolTransfer.person_id == me),
        select(SchoolTransfer.to_school_id).where(SchoolTransfer.person_id == me),
    )
    return select(School.id).where(School.state == "proposed", School.id.in_(union(*named)))


def _nobody_needs() -> list[ColumnElement[bool]]:
    """Nothing refers to the school any more."""
    referring = (
        Person.school_id,
        RoleGrant.school_id,
        SchoolTransfer.from_school_id,
        SchoolTransfer.to_school_id,
        Invitation.school_id,
        DataRequest.school_id,
        Decision.school_id,
    )
    return [~select(column).where(column == School.id).exists() for column in referring]
