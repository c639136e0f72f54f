"""The audit log. A trigger of the database refuses to change or delete what stands in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class AuditEntry(HasId, Base):
    """Who did what, about whom. Numbers without names: who is forgotten stays a bare number.

    `actor_id` is empty for the program itself; neither it nor `subject_id` is a foreign key,
    because entries outlive people. `facts` holds keys and counts, never personal data.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_subject_at", "subject_id", "at"),
        Index("ix_audit_entry_actor_at", "actor_id", "at"),
        Index("ix_audit_entry_kind_at", "kind", "at"),
        NUMBERS_ONCE,
    )

    at: Mapped[datetime]
    update_id: Mapped[int | None] = mapped_column(BigInteger)
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int | None] = mapped_column(BigInteger)
    school_id: Mapped[int | None] = mapped_column(BigInteger)
    facts: Mapped[dict[str, Any]]
