"""What the scheduler did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class JobRun(HasId, Base):
    """A run of a job that did something, or failed. `facts`: what came of it, in numbers."""

    __tablename__ = "job_run"
    __table_args__ = (Index("ix_job_run_job_started", "job", "started_at"), NUMBERS_ONCE)

    job: Mapped[str] = mapped_column(String(24))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(8))
    facts: Mapped[dict[str, Any]]
