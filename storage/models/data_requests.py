"""What schools are asked and what they answered, field by field, with its history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId

_NO_SCHOOL = text("school_id IS NULL")


class DataRequest(HasId, Base):
    """One school's part of a campaign; without a school it is the municipality's own part.

    `state`: `expected` (nothing given yet), `in_work`, `submitted`, `returned` (some fields are to
    be corrected), `accepted` (locked) or `withdrawn` (the school is no longer asked).
    `submitted_at` is the first time, `handed_in_at` the last one. `returns` counts how often it
    went back. `checked_by`: the methodist who looked at it last.
    """

    __tablename__ = "data_request"
    __table_args__ = (
        Index("uq_data_request", "campaign_id", "school_id", unique=True),
        Index(
            "uq_data_request_municipality",
            "campaign_id",
            unique=True,
            sqlite_where=_NO_SCHOOL,
            postgresql_where=_NO_SCHOOL,
        ),
        Index("ix_data_request_campaign_state", "campaign_id", "state"),
        NUMBERS_ONCE,
    )

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    returns: Mapped[int] = mapped_column(SmallInteger, default=0)
    created_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    handed_in_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class DataValue(Base):
    """The present answer to one variable; a draft until the request is submitted.

    Exactly one of `number`, `text` and `no_data` says it; yes and no are 1 and 0. `note` is the
    reason for `no_data` or the word about a jump. `origin`: `typed`, `known` (the bot's count was
    taken) or `sheet`. `returned`: why a methodist wants it corrected, empty once it is.
    `marked`: the reason of a return that a methodist prepares and has not sent yet.
    `before`: what it was when it was returned last, for who looks at the correction.
    """

    __tablename__ = "data_value"

    request_id: Mapped[int] = mapped_column(
        ForeignKey("data_request.id", ondelete="CASCADE"), primary_key=True
    )
    variable: Mapped[str] = mapped_column(String(24), primary_key=True)
    number: Mapped[float | None]
    text: Mapped[str | None] = mapped_column(String(1000))
    no_data: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(400), default="")
    file_id: Mapped[str | None] = mapped_column(String(200))
    file_name: Mapped[str] = mapped_column(String(120), default="")
    origin: Mapped[str] = mapped_column(String(8))
    returned: Mapped[str | None] = mapped_column(String(400))
    marked: Mapped[str | None] = mapped_column(String(400))
    before: Mapped[dict[str, Any] | None]
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]


class LowReason(Base):
    """A school's word on an indicator that lies below its threshold."""

    __tablename__ = "low_reason"

    request_id: Mapped[int] = mapped_column(
        ForeignKey("data_request.id", ondelete="CASCADE"), primary_key=True
    )
    indicator: Mapped[str] = mapped_column(String(24), primary_key=True)
    text: Mapped[str] = mapped_column(String(400))
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]


class DataChange(HasId, Base):
    """One line of the history of a request; rows are only added.

    `kind`: `value`, `evidence`, `low-reason`, `submitted`, `returned`, `accepted`, `reopened`,
    `handed-over`, `nudged`, `withdrawn`, `asked-again`. `variable`: of what, empty for the
    request as a whole.
    """

    __tablename__ = "data_change"
    __table_args__ = (Index("ix_data_change_request", "request_id", "id"), NUMBERS_ONCE)

    request_id: Mapped[int] = mapped_column(ForeignKey("data_request.id", ondelete="CASCADE"))
    variable: Mapped[str] = mapped_column(String(24), default="")
    kind: Mapped[str] = mapped_column(String(16))
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    reason: Mapped[str] = mapped_column(String(400), default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]


class RequestHelper(Base):
    """A colleague to whom a request was handed: may answer it without being a coordinator."""

    __tablename__ = "request_helper"

    request_id: Mapped[int] = mapped_column(
        ForeignKey("data_request.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]
