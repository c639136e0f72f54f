"""What a card tells of somebody's career, and requests to move to another school."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId

_WAITING = text("state = 'waiting'")


class Course(HasId, Base):
    """A finished course of a person; `hours` as the certificate says."""

    __tablename__ = "course"
    __table_args__ = (
        Index("uq_course", "person_id", "title", "finished_on", unique=True),
        NUMBERS_ONCE,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    hours: Mapped[int] = mapped_column(SmallInteger)
    finished_on: Mapped[date]
    created_at: Mapped[datetime]


class ExternalResult(HasId, Base):
    """The result of a diagnosis made elsewhere, noted by a methodist."""

    __tablename__ = "external_result"
    __table_args__ = (
        Index("uq_external_result", "person_id", "title", "year", unique=True),
        NUMBERS_ONCE,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    year: Mapped[int] = mapped_column(SmallInteger)
    outcome: Mapped[str] = mapped_column(String(500))
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]


class SchoolTransfer(HasId, Base):
    """A registered person's wish to belong to another school.

    `state`: `waiting`, `confirmed`, `declined` or `withdrawn`. One wish of a person waits at once.
    """

    __tablename__ = "school_transfer"
    __table_args__ = (
        Index(
            "uq_school_transfer_waiting",
            "person_id",
            unique=True,
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        Index("ix_school_transfer_school_state", "to_school_id", "state"),
        NUMBERS_ONCE,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    from_school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"))
    to_school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
