"""Events, people's places in them, and what hangs on an event."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class Event(HasId, Base):
    """A seminar, webinar and the like; columns are filled field by field while it is a draft.

    `state`: `draft`, `published`, `cancelled` or `over`. `form`, `level`, `vector`, `direction`
    are keys of the profile. `audience` says for whom it is, as a broadcast does; with
    `audience_only` nobody else may register. `seats`: empty for as many as come.
    `revision` grows with each change of time: what was owed for an older one is not sent.
    `code` and `token` let people check in while it is on. `materials_open`: its materials are also
    for those who registered and did not come.
    """

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_state_starts", "state", "starts_at"), NUMBERS_ONCE)

    state: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(200), default="")
    description: Mapped[str] = mapped_column(String(2000), default="")
    form: Mapped[str | None] = mapped_column(String(40))
    level: Mapped[str | None] = mapped_column(String(40))
    vector: Mapped[str | None] = mapped_column(String(40))
    direction: Mapped[str | None] = mapped_column(String(40))
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    seats: Mapped[int | None] = mapped_column(SmallInteger)
    register_until: Mapped[datetime | None]
    audience: Mapped[dict[str, Any]]
    audience_only: Mapped[bool] = mapped_column(default=False)
    organiser: Mapped[str] = mapped_column(String(200), default="")
    picture: Mapped[str | None] = mapped_column(String(200))
    revision: Mapped[int] = mapped_column(SmallInteger, default=0)
    code: Mapped[str] = mapped_column(String(8))
    token: Mapped[str] = mapped_column(String(24), unique=True)
    cancel_reason: Mapped[str] = mapped_column(String(400), default="")
    materials_open: Mapped[bool] = mapped_column(default=False)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    published_at: Mapped[datetime | None]


class EventTopic(Base):
    """What an event is about. `kind`: `block` (of the questionnaire), `subject` or `rubric`."""

    __tablename__ = "event_topic"
    __table_args__ = (Index("ix_event_topic_kind_key", "kind", "key"),)

    event_id: Mapped[int] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(String(40), primary_key=True)


class Registration(HasId, Base):
    """A person's place in an event.

    `state`: `registered`, `waiting` (for a seat) or `withdrawn`; `since` is the moment of it and
    the order of the waitlist. `attended_how`: `link`, `code` or `list`. `walked_in`: came without
    a place. `person_id` may be empty: who asked to be forgotten stays as a figure.
    """

    __tablename__ = "registration"
    __table_args__ = (
        Index("uq_registration", "event_id", "person_id", unique=True),
        Index("ix_registration_person_state", "person_id", "state"),
        Index("ix_registration_event_state_since", "event_id", "state", "since"),
        CheckConstraint("rating IS NULL OR rating BETWEEN 1 AND 5", name="rating_range"),
        NUMBERS_ONCE,
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    created_at: Mapped[datetime]
    attended_at: Mapped[datetime | None]
    attended_how: Mapped[str | None] = mapped_column(String(8))
    walked_in: Mapped[bool] = mapped_column(default=False)
    code_tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    rating: Mapped[int | None] = mapped_column(SmallInteger)
    comment: Mapped[str | None] = mapped_column(String(1000))
    rated_at: Mapped[datetime | None]


class EventMaterial(HasId, Base):
    """A file (`document` or `photo`, by Telegram's id) or a `link` for those who came."""

    __tablename__ = "event_material"
    __table_args__ = NUMBERS_ONCE

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(120))
    file_id: Mapped[str | None] = mapped_column(String(200))
    url: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime]
