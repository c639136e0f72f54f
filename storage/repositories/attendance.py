"""Coming to events: checking in, marking who came, closing what has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select, update

from storage.models import Event, Registration
from storage.session import Session
from storage.statements import upsert

_HERE = Registration.attended_at.is_not(None)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A person's row at an event, as far as coming there is concerned."""

    id: int
    event_id: int
    person_id: int
    state: str
    attended_at: datetime | None
    walked_in: bool
    code_tries: int
    rating: int | None
    comment: str | None


_PLACE = select(
    Registration.id,
    Registration.event_id,
    Registration.person_id,
    Registration.state,
    Registration.attended_at,
    Registration.walked_in,
    Registration.code_tries,
    Registration.rating,
    Registration.comment,
)


class Attendance:
    """Rows of people's places, seen from the day of the event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def place(self, event_id: int, person_id: int) -> PlaceRow | None:
        """What somebody has at an event, also a place given up."""
        query = _PLACE.where(Registration.event_id == event_id, Registration.person_id == person_id)
        row = (await self._session.execute(query)).first()
        return PlaceRow(*row) if row else None

    async def on_now(self, person_id: int, opens: datetime, closes: datetime) -> list[PlaceRow]:
        """Places of a person at events that begin before `opens` and end after `closes`."""
        query = (
            _PLACE.join(Event, Event.id == Registration.event_id)
            .where(
                Registration.person_id == person_id,
                Registration.state == "registered",
                Event.state.in_(("published", "over")),
                Event.starts_at <= opens,
                Event.ends_at >= closes,
            )
            .order_by(Event.starts_at, Event.id)
        )
        return [PlaceRow(*row) for row in await self._session.execute(query)]

    async def event_by_token(self, token: str) -> int | None:
        """The number of the event that a link names."""
        query = select(Event.id).where(Event.token == token)
        found = (await self._session.execute(query)).scalar()
        return None if found is None else int(found)

    async def come(self, event_id: int, person_id: int, how: str, now: datetime) -> bool:
        """Note that somebody is there, with a place or without; whether that was new."""
        values = {
            "event_id": event_id, "person_id": person_id, "state": "registered", "since": now,
            "created_at": now, "attended_at": now, "attended_how": how, "walked_in": True,
            "code_tries": 0,
        }  # fmt: skip
        dialect, key = self._session.dialect, ["event_id", "person_id"]
        added = await self._session.execute(upsert(dialect, Registration, values, key))
        if added.rowcount > 0:
            return True
        changed = await self._session.execute(
            update(Registration)
            .where(
                Registration.event_id == event_id,
                Registration.person_id == person_id,
                Registration.attended_at.is_(None),
            )
            .values(
                walked_in=Registration.state != "registered",
                state="registered",
                attended_at=now,
                attended_how=how,
            )
        )
        return changed.rowcount > 0

    async def all_came(self, event_id: int, now: datetime) -> list[int]:
        """Note that everybody who has a place came; ids of those of whom it was not known."""
        changed = await self._session.execute(
            update(Registration)
            .where(
                Registration.event_id == event_id,
                Registration.person_id.is_not(None),
                Registration.state == "registered",
                Registration.attended_at.is_(None),
            )
            .values(attended_at=now, attended_how="list")
            .returning(Registration.person_id)
        )
        return sorted(changed.scalars())

    async def not_there(self, event_id: int, person_id: int | None = None) -> int:
        """Take back that somebody came, or that anybody did: how many it were.

        Who came without a place has none again.
        """
        wanted = [Registration.event_id == event_id, _HERE]
        if person_id is not None:
            wanted.append(Registration.person_id == person_id)
        changed = await self._session.execute(
            update(Registration)
            .where(*wanted)
            .values(
                state=case((Registration.walked_in, "withdrawn"), else_=Registration.state),
                walked_in=False,
                attended_at=None,
                attended_how=None,
            )
        )
        return int(changed.rowcount)

    async def count_try(self, registration_id: int) -> None:
        """Count one more wrong code."""
        await self._session.execute(
            update(Registration)
            .where(Registration.id == registration_id)
            .values(code_tries=Registration.code_tries + 1)
        )

    async def who_came(self, event_id: int) -> list[int]:
        """Ids of the people who came, as far as they are still there."""
        query = select(Registration.person_id).where(
            Registration.event_id == event_id, Registration.person_id.is_not(None), _HERE
        )
        return sorted((await self._session.execute(query)).scalars())

    async def ended(self, now: datetime) -> list[int]:
        """Ids of events that have ended and are not closed yet, the earliest first."""
        query = (
            select(Event.id)
            .where(Event.state == "published", Event.ends_at <= now)
            .order_by(Event.ends_at, Event.id)
        )
        return list((await self._session.execute(query)).scalars())

    async def next_end(self) -> datetime | None:
        """When the next event that is not closed yet ends."""
        query = select(func.min(Event.ends_at)).where(Event.state == "published")
        found = (await self._session.execute(query)).scalar_one()
        assert found is None or isinstance(found, datetime)
        return found
