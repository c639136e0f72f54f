"""Schools of the municipality, from the profile or proposed by people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, HasId


class School(HasId, Base):
    """A school.

    `state`: `active` (can be chosen), `proposed` (waits for a methodist), `closed`, `merged`, or
    `erased`: an empty row that holds the number, so that no other school ever gets it.
    `edited_at`: changed by people since; the profile no longer overwrites it.
    """

    __tablename__ = "school"
    __table_args__ = (
        Index(
            "uq_school_proposed_name",
            "search_name",
            unique=True,
            sqlite_where=text("state = 'proposed'"),
            postgresql_where=text("state = 'proposed'"),
        ),
    )

    key: Mapped[str | None] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(120))
    english_name: Mapped[str] = mapped_column(String(120), default="")
    search_name: Mapped[str] = mapped_column(String(400), index=True)
    support_status: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(16))
    edited_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
