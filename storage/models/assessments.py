"""Assessments: passes over a questionnaire, their answers and results."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class Assessment(HasId, Base):
    """One pass of a person over one variant of one questionnaire version.

    `state`: `open`, `finished` or `abandoned`. `cursor` is the step shown now, counted from 0
    over items, then request questions; one past the last is the review.
    `person_id` is empty once the person asked to be forgotten: statistics stay.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        Index(
            "uq_assessment_open",
            "person_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_assessment_person_finished", "person_id", "finished_at"),
        NUMBERS_ONCE,
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    version_id: Mapped[int] = mapped_column(ForeignKey("questionnaire_version.id"))
    variant: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(16))
    cursor: Mapped[int] = mapped_column(SmallInteger, default=0)
    overall: Mapped[float | None]
    started_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class Answer(Base):
    """Answer to the item at `position`; `value` is empty for «не относится ко мне»."""

    __tablename__ = "answer"

    assessment_id: Mapped[int] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item: Mapped[str] = mapped_column(String(40))
    value: Mapped[int | None] = mapped_column(SmallInteger)
    answered_at: Mapped[datetime]


class RequestAnswer(Base):
    """Answer to an unscored request question: chosen option keys, or a text."""

    __tablename__ = "request_answer"

    assessment_id: Mapped[int] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
    )
    request: Mapped[str] = mapped_column(String(40), primary_key=True)
    chosen: Mapped[list[str]]
    text: Mapped[str | None] = mapped_column(String(4000))
    answered_at: Mapped[datetime]


class BlockResult(Base):
    """Stored result of one block of a finished assessment; percentages 0–100, not rounded."""

    __tablename__ = "block_result"
    __table_args__ = (
        CheckConstraint("deficit IS NULL OR deficit BETWEEN 0 AND 100", name="deficit_range"),
        Index("ix_block_result_block_level", "block", "level"),
    )

    assessment_id: Mapped[int] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
    )
    block: Mapped[str] = mapped_column(String(40), primary_key=True)
    answered: Mapped[int] = mapped_column(SmallInteger)
    total: Mapped[int] = mapped_column(SmallInteger)
    deficit: Mapped[float | None]
    level: Mapped[str] = mapped_column(String(24))
    gaps: Mapped[list[str]]
    strength_share: Mapped[float | None]
    is_strength: Mapped[bool]
