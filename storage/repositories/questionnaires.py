"""Immutable questionnaire versions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.models import QuestionnaireVersion
from storage.session import Session
from storage.statements import upsert


class Questionnaires:
    """Rows of questionnaire versions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def publish(self, key: str, version: str, digest: str, body: str, now: datetime) -> int:
        """The id of this exact text, stored when new. Stored texts are never changed."""
        values = {
            "key": key,
            "version": version,
            "digest": digest,
            "body": body,
            "created_at": now,
        }
        await self._session.execute(
            upsert(self._session.dialect, QuestionnaireVersion, values, ["digest"])
        )
        found = await self._session.execute(
            select(QuestionnaireVersion.id).where(QuestionnaireVersion.digest == digest)
        )
        return int(found.scalar_one())

    async def find(self, digest: str) -> int | None:
        """The id of a text, when it is stored."""
        found = await self._session.execute(
            select(QuestionnaireVersion.id).where(QuestionnaireVersion.digest == digest)
        )
        return found.scalar_one_or_none()

    async def body(self, version_id: int) -> str | None:
        """The stored text of a version."""
        found = await self._session.execute(
            select(QuestionnaireVersion.body).where(QuestionnaireVersion.id == version_id)
        )
        return found.scalar_one_or_none()

    async def published_at(self, version_id: int) -> datetime | None:
        """When a version was stored first."""
        found = await self._session.execute(
            select(QuestionnaireVersion.created_at).where(QuestionnaireVersion.id == version_id)
        )
        return found.scalar_one_or_none()
