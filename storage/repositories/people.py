"""People, their consents and subjects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage.models import (
    Consent,
    Person,
    PersonSubject,
)
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as stored; `consent` is the newest version of the document agreed to."""

    id: int
    telegram_id: int
    locale: str
    full_name: str | None
    school_id: int | None
    position: str | None
    experience_years: int | None
    post_years: int | None
    category: str | None
    subjects_given: bool
    attestation_on: date | None
    commands: str | None
    reminders: str | None
    unreachable_at: datetime | None
    registered_at: datetime | None
    created_at: datetime
    consent: str | None


_CONSENT = (
    select(Consent.version)
    .where(Consent.person_id == Person.id)
    .order_by(Consent.given_at.desc(), Consent.version.desc())
    .limit(1)
    .correlate(Person)
    .scalar_subquery()
)
_PERSON = select(
    Person.id,
    Person.telegram_id,
    Person.locale,
    Person.full_name,
    Person.school_id,
    Person.position,
    Person.experience_years,
    Person.post_years,
    Person.category,
    Person.subjects_given,
    Person.attestation_on,
    Person.commands,
    Person.reminders,
    Person.unreachable_at,
    Person.registered_at,
    Person.created_at,
    _CONSENT.label("consent"),
)
_BY_TELEGRAM = _PERSON.where(Person.telegram_id == bindparam("telegram_id"))
_BY_ID = _PERSON.where(Person.id == bindparam("id"))


class People:
    """Rows of people."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def by_telegram(self, telegram_id: int) -> PersonRow | None:
        """The person behind a Telegram account, if they ever agreed."""
        row = (await self._session.execute(_BY_TELEGRAM, {"telegram_id": telegram_id})).first()
        return PersonRow(*row) if row else None

    async def get(self, person_id: int) -> PersonRow | None:
        """A person by id."""
        row = (await self._session.execute(_BY_ID, {"id": person_id})).first()
        return PersonRow(*row) if row else None

    async def many(self, ids: Collection[int]) -> list[PersonRow]:
        """People by id, as far as they are there."""
        rows = await self._session.execute(_PERSON.where(Person.id.in_(ids)))
        return [PersonRow(*row) for row in rows]

    async def set_unreachable(self, person_id: int, since: datetime | None) -> None:
        """Note since when the bot cannot write to somebody, or that it can again."""
        wanted = Person.unreachable_at.is_(None) if since else Person.unreachable_at.is_not(None)
        await self._session.execute(
            update(Person).where(Person.id == person_id, wanted).values(unreachable_at=since)
        )

    async def ids_of(self, telegram_ids: Iterable[int]) -> list[int]:
        """Ids of the people behind these accounts, as far as they are known."""
        query = select(Person.id).where(Person.telegram_id.in_(list(telegram_ids)))
        return sorted((await self._session.execute(query)).scalars())

    async def add(self, telegram_id: int, locale: str, now: datetime) -> int:
        """The id of the person of this account, created when new."""
        values = {
            "telegram_id": telegram_id,
            "locale": locale,
            "subjects_given": False,
            "created_at": now,
            "updated_at": now,
        }
        dialect = self._session.dialect
        await self._session.execute(upsert(dialect, Person, values, ["telegram_id"]))
        found = await self._session.execute(
            select(Person.id).where(Person.telegram_id == telegram_id)
        )
        return int(found.scalar_one())

    async def consent(self, person_id: int, version: str, locale: str, now: datetime) -> None:
        """Record the agreement once."""
        values = {"person_id": person_id, "version": version, "locale": locale, "given_at": now}
        await self._session.execute(
            upsert(self._session.dialect, Consent, values, ["person_id", "version"])
        )

    async def change(self, person_id: int, now: datetime, **fields: Any) -> None:
        """Set fields of a person."""
        await self._session.execute(
            update(Person).where(Person.id == person_id).values(updated_at=now, **fields)
        )

    async def shows(self, person_id: int, commands: str | None) -> None:
        """Note which commands Telegram shows; that is no change of the person."""
        await self._session.execute(
            update(Person).where(Person.id == person_id).values(commands=commands)
        )

    async def complete(self, person_id: int, now: datetime) -> None:
        """Mark sign-up as done; the first moment is kept."""
        await self._session.execute(
            update(Person)
            .where(Person.id == person_id, Person.registered_at.is_(None))
            .values(registered_at=now, updated_at=now)
        )

    async def subjects(self, person_id: int) -> list[str]:
        """Keys of the subjects a person teaches."""
        rows = await self._session.execute(
            select(PersonSubject.subject).where(PersonSubject.person_id == person_id)
        )
        return sorted(rows.scalars())

    async def add_subject(self, person_id: int, subject: str) -> None:
        """Add one subject; adding it again changes nothing."""
        values = {"person_id": person_id, "subject": subject}
        await self._session.execute(
            upsert(self._session.dialect, PersonSubject, values, ["person_id", "subject"])
        )

    async def remove_subjects(self, person_id: int, subjects: Sequence[str] | None = None) -> None:
        """Remove the given subjects, or all of them."""
        statement = delete(PersonSubject).where(PersonSubject.person_id == person_id)
        if subjects is not None:
            statement = statement.where(PersonSubject.subject.in_(subjects))
        await self._session.execute(statement)
