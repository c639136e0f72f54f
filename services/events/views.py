"""An event as use cases give it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.audiences.criteria import Criteria
from storage.repositories.events import EventRow

# People may check in from so long before the beginning until so long after the end.
OPENS_BEFORE, CLOSES_AFTER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Event:
    """An event; keys are of the profile, moments in UTC. A draft may lack anything.

    `seats`: nothing stands for as many as come. `taken`, `waiting` and `came` count people;
    who came has a place.
    """

    id: int
    state: str
    title: str
    description: str
    form: str | None
    level: str | None
    vector: str | None
    direction: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    link: str
    seats: int | None
    register_until: datetime | None
    audience: Criteria
    audience_only: bool
    organiser: str
    picture: str | None
    revision: int
    code: str
    token: str
    cancel_reason: str
    blocks: tuple[str, ...]
    subjects: tuple[str, ...]
    rubrics: tuple[str, ...]
    taken: int
    waiting: int
    came: int

    @property
    def free(self) -> int | None:
        """Seats that are left; nothing where nobody counts them."""
        return None if self.seats is None else max(0, self.seats - self.taken)

    @property
    def draft(self) -> bool:
        """Whether only its makers see it."""
        return self.state == "draft"

    def begun(self, now: datetime) -> bool:
        """Whether it has begun."""
        return self.starts_at is not None and self.starts_at <= now

    def open_for_checkin(self, now: datetime) -> bool:
        """Whether people may say that they are there."""
        if self.starts_at is None or self.ends_at is None:
            return False
        if self.state not in ("published", "over"):
            return False
        return self.starts_at - OPENS_BEFORE <= now <= self.ends_at + CLOSES_AFTER


def event_of(
    row: EventRow,
    *,
    blocks: Sequence[str] = (),
    subjects: Sequence[str] = (),
    rubrics: Sequence[str] = (),
    taken: int = 0,
    waiting: int = 0,
    came: int = 0,
) -> Event:
    """The event of a row, with what hangs on it."""
    return Event(
        id=row.id,
        state=row.state,
        title=row.title,
        description=row.description,
        form=row.form,
        level=row.level,
        vector=row.vector,
        direction=row.direction,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        link=row.link,
        seats=row.seats,
        register_until=row.register_until,
        audience=Criteria.load(row.audience),
        audience_only=row.audience_only,
        organiser=row.organiser,
        picture=row.picture,
        revision=row.revision,
        code=row.code,
        token=row.token,
        cancel_reason=row.cancel_reason,
        blocks=tuple(blocks),
        subjects=tuple(subjects),
        rubrics=tuple(rubrics),
        taken=taken,
        waiting=waiting,
        came=came,
    )


def subject_of(event_id: int) -> str:
    """What notices about an event have as their subject."""
    return f"event:{event_id}"
