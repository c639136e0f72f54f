"""Questionnaire versions as they were when people answered them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, HasId


class QuestionnaireVersion(HasId, Base):
    """One immutable text of a questionnaire; `digest` is the SHA-256 of `body`."""

    __tablename__ = "questionnaire_version"

    key: Mapped[str] = mapped_column(String(40), index=True)
    version: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
