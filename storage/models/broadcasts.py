"""Broadcasts, whom they reach, and who wants which."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class Broadcast(HasId, Base):
    """One text to an audience; columns are filled field by field while it is a draft.

    `state`: `draft`, `scheduled`, `queueing` (its rows are being written), `sending`, `paused`,
    `done` or `cancelled`. `category` is what people subscribe to. `text` is HTML as Telegram
    knows it, `media` is `photo` or `document`, with Telegram's `file_id`. `ack`: readers are asked
    to confirm. `queued_to`: the last person whose row is written. `left_out`: how many, by reason;
    `copies` in it: how many were in each state, once the rows are dropped.
    """

    __tablename__ = "broadcast"
    __table_args__ = (Index("ix_broadcast_state_at", "state", "scheduled_at"), NUMBERS_ONCE)

    state: Mapped[str] = mapped_column(String(16))
    category: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text, default="")
    media: Mapped[str | None] = mapped_column(String(16))
    file_id: Mapped[str | None] = mapped_column(String(200))
    file_name: Mapped[str] = mapped_column(String(120), default="")
    button_text: Mapped[str] = mapped_column(String(40), default="")
    button_url: Mapped[str] = mapped_column(String(500), default="")
    ack: Mapped[bool] = mapped_column(default=False)
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("event.id", ondelete="SET NULL"), index=True
    )
    audience: Mapped[dict[str, Any]]
    left_out: Mapped[dict[str, Any]]
    total: Mapped[int] = mapped_column(default=0)
    queued_to: Mapped[int] = mapped_column(default=0)
    scheduled_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class SavedAudience(HasId, Base):
    """A named audience: `criteria` as a broadcast has them; `listed`: its members are rows."""

    __tablename__ = "saved_audience"
    __table_args__ = NUMBERS_ONCE

    name: Mapped[str] = mapped_column(String(80), unique=True)
    criteria: Mapped[dict[str, Any]]
    listed: Mapped[bool] = mapped_column(default=False)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]


class AudienceMember(Base):
    """A person of an uploaded list."""

    __tablename__ = "audience_member"

    audience_id: Mapped[int] = mapped_column(
        ForeignKey("saved_audience.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Acknowledgement(Base):
    """A person has read a broadcast and said so."""

    __tablename__ = "acknowledgement"

    broadcast_id: Mapped[int] = mapped_column(
        ForeignKey("broadcast.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    at: Mapped[datetime]


class Subscription(Base):
    """A person's own word on a category of broadcasts; without one the default holds."""

    __tablename__ = "subscription"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    category: Mapped[str] = mapped_column(String(60), primary_key=True)
    wanted: Mapped[bool]
    changed_at: Mapped[datetime]
