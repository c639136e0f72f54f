"""Campaigns: dated collections, what they ask for, what is to happen in them and when."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class IndicatorSet(HasId, Base):
    """One immutable set of variables and indicators; `digest` is the SHA-256 of `body`."""

    __tablename__ = "indicator_set"

    digest: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class Campaign(HasId, Base):
    """A dated collection.

    `kind`: `monitoring`. `state`: `planned`, `open`, `closed`, `skipped` (of the calendar, not
    held this time) or `discarded` (planned by hand and given up). `key` is that of the profile's
    calendar, empty when made by hand; `occasion`, such as `may:2026`, makes each of them once.
    The data are about `covers_from` to `covers_to`. `opens_on` and `deadline_on` are local days;
    `wished_on` is the day that was wished before it fell on a day off. `due_at` is the moment at
    which an answer becomes late: the local midnight after the deadline. `schools`: the ids asked,
    empty for all active ones at the opening. `indicator_set_id` is set when it opens.
    """

    __tablename__ = "campaign"
    __table_args__ = (Index("ix_campaign_state_opens", "state", "opens_at"), NUMBERS_ONCE)

    kind: Mapped[str] = mapped_column(String(16))
    key: Mapped[str] = mapped_column(String(24), default="")
    occasion: Mapped[str | None] = mapped_column(String(40), unique=True)
    state: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(200))
    wording: Mapped[str] = mapped_column(String(1000), default="")
    consolidated: Mapped[bool] = mapped_column(default=False)
    covers_from: Mapped[date]
    covers_to: Mapped[date]
    opens_on: Mapped[date]
    opens_at: Mapped[datetime]
    wished_on: Mapped[date]
    deadline_on: Mapped[date]
    due_at: Mapped[datetime]
    schools: Mapped[list[int] | None]
    indicator_set_id: Mapped[int | None] = mapped_column(ForeignKey("indicator_set.id"))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class CampaignStep(HasId, Base):
    """Something that is to happen in a campaign at a moment, such as a reminder to all who owe.

    `step`: `ahead`, `open`, `before-7`, `overdue-3`, `digest` and the like. `state`: `waiting`,
    `done`, or `missed` (a later one of the same sort was due already). `reached` is the last
    request that was told, so that a step may be done in parts.
    """

    __tablename__ = "campaign_step"
    __table_args__ = (
        Index("uq_campaign_step", "campaign_id", "step", unique=True),
        Index("ix_campaign_step_state_due", "state", "due_at"),
        NUMBERS_ONCE,
    )

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    due_at: Mapped[datetime]
    reached: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
