"""Where the results of a campaign are discussed, and what is decided there."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class Review(HasId, Base):
    """A campaign's results at one place of discussion; `place` is a key of the profile."""

    __tablename__ = "review"
    __table_args__ = (Index("uq_review", "campaign_id", "place", unique=True), NUMBERS_ONCE)

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    place: Mapped[str] = mapped_column(String(24))
    held_on: Mapped[date | None]
    conclusion: Mapped[str] = mapped_column(String(2000), default="")
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    changed_at: Mapped[datetime]


class Decision(HasId, Base):
    """A decision of a place of discussion; with a school it is a recommendation to that school.

    `state`: `draft`, `open`, `reported` (the school says that it is done), `done` or `dropped`.
    `responsible`: who sees to it, as typed. `schools`: of a draft, the schools that will get one
    each. `report`: what the school said; `sent_back`: why that was not enough.
    """

    __tablename__ = "decision"
    __table_args__ = (Index("ix_decision_school_state", "school_id", "state"), NUMBERS_ONCE)

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(String(1000), default="")
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"))
    schools: Mapped[list[int] | None]
    responsible: Mapped[str] = mapped_column(String(200), default="")
    due_on: Mapped[date | None]
    report: Mapped[str] = mapped_column(String(1000), default="")
    reported_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reported_at: Mapped[datetime | None]
    sent_back: Mapped[str] = mapped_column(String(400), default="")
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
