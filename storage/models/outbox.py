"""Every message that the bot owes, one row each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId, RowId

_NOTICE = text("broadcast_id IS NULL")


class OutboxMessage(HasId, Base):
    """A notice to one person, or a broadcast's copy for one person.

    `state`: `waiting`, `sending` (a sender has it until `lease_until`), `sent`, `failed`,
    `unreachable`, `missed` (too late to be useful) or `cancelled`. `kind` names the text, `facts`
    its ids and keys; words are put in when it is sent. `subject` is what it is about, such as
    `event:7`. `next_at` is when to try next, `due_at` when it was meant to come, `expires_at` from
    when on it is pointless. `uncertain` counts tries of which nobody knows whether they arrived.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_notice_due", "state", "next_at", sqlite_where=_NOTICE,
            postgresql_where=_NOTICE,
        ),
        Index("ix_outbox_broadcast_due", "broadcast_id", "state", "next_at"),
        Index("ix_outbox_state_lease", "state", "lease_until"),
        Index("ix_outbox_subject_state", "subject", "state"),
        NUMBERS_ONCE,
    )  # fmt: skip

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    broadcast_id: Mapped[int | None] = mapped_column(RowId)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str | None] = mapped_column(String(40))
    facts: Mapped[dict[str, Any]]
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    uncertain: Mapped[int] = mapped_column(SmallInteger, default=0, server_default="0")
    due_at: Mapped[datetime | None]
    next_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    error: Mapped[str | None] = mapped_column(String(300))
