"""What stories about roles look at: roles held, notices owed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from storage.engine import Database
from storage.models import OutboxMessage
from tests.wiring import Services

NOBODY = 999_999


async def held(services: Services, person: int) -> list[tuple[str, bool]]:
    """Roles of a person, and whether each is only claimed."""
    return [(one.role, one.claimed) for one in await services.roles.mine(person)]


async def owed(database: Database, kind: str) -> list[tuple[int, dict[str, Any]]]:
    """Notices of a kind: to whom, and the facts; in the order in which they arose."""
    query = select(OutboxMessage.person_id, OutboxMessage.facts).where(OutboxMessage.kind == kind)
    async with database.read() as session:
        rows = await session.execute(query.order_by(OutboxMessage.id))
        return [(person_id, facts) for person_id, facts in rows]
