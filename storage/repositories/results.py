"""Finished assessments and their block results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from storage.models import Assessment, BlockResult
from storage.session import Session


@dataclass(frozen=True, slots=True)
class PassRow:
    """A finished assessment."""

    id: int
    person_id: int | None
    version_id: int
    variant: str
    overall: float | None
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Stored result of a block; percentages 0–100."""

    assessment_id: int
    block: str
    answered: int
    total: int
    deficit: float | None
    level: str
    gaps: tuple[str, ...]
    strength_share: float | None
    is_strength: bool


_PASS = select(
    Assessment.id,
    Assessment.person_id,
    Assessment.version_id,
    Assessment.variant,
    Assessment.overall,
    Assessment.finished_at,
).where(Assessment.state == "finished")


class Results:
    """Rows of results."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def close(self, assessment_id: int, person_id: int, now: datetime) -> bool:
        """Turn an open assessment of this person into a finished one, once."""
        result = await self._session.execute(
            update(Assessment)
            .where(
                Assessment.id == assessment_id,
                Assessment.person_id == person_id,
                Assessment.state == "open",
            )
            .values(state="finished", finished_at=now, updated_at=now)
        )
        return bool(result.rowcount)

    async def put(
        self, assessment_id: int, overall: float | None, blocks: Iterable[Mapping[str, Any]]
    ) -> None:
        """Store the results of an assessment just closed."""
        await self._session.execute(
            update(Assessment).where(Assessment.id == assessment_id).values(overall=overall)
        )
        rows = [{"assessment_id": assessment_id, **block} for block in blocks]
        await self._session.execute(insert(BlockResult), rows)

    async def get(self, assessment_id: int) -> PassRow | None:
        """A finished assessment by id."""
        row = (await self._session.execute(_PASS.where(Assessment.id == assessment_id))).first()
        return PassRow(*row) if row else None

    async def of_person(self, person_id: int) -> list[PassRow]:
        """Finished assessments of a person, newest first."""
        rows = await self._session.execute(
            _PASS.where(Assessment.person_id == person_id).order_by(
                Assessment.finished_at.desc(), Assessment.id.desc()
            )
        )
        return [PassRow(*row) for row in rows]

    async def blocks(self, assessment_id: int) -> list[BlockRow]:
        """Block results of an assessment."""
        rows = await self._session.execute(
            select(
                BlockResult.assessment_id,
                BlockResult.block,
                BlockResult.answered,
                BlockResult.total,
                BlockResult.deficit,
                BlockResult.level,
                BlockResult.gaps,
                BlockResult.strength_share,
                BlockResult.is_strength,
            ).where(BlockResult.assessment_id == assessment_id)
        )
        return [
            BlockRow(a, b, answered, total, deficit, level, tuple(gaps), share, strong)
            for a, b, answered, total, deficit, level, gaps, share, strong in rows
        ]
