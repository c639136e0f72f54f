"""What people said about events they came to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update

from storage.models import Registration
from storage.session import Session

_SAID = Registration.comment.is_not(None)


class EventFeedback:
    """Ratings and comments, kept at people's places."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def rate(self, registration_id: int, rating: int, now: datetime) -> None:
        """Keep a rating in place of an earlier one."""
        await self._change(registration_id, rating=rating, rated_at=now)

    async def comment(self, registration_id: int, comment: str, now: datetime) -> None:
        """Keep a comment in place of an earlier one."""
        await self._change(registration_id, comment=comment, rated_at=now)

    async def ratings(self, event_id: int) -> dict[int, int]:
        """How many gave each rating."""
        query = (
            select(Registration.rating, func.count())
            .where(Registration.event_id == event_id, Registration.rating.is_not(None))
            .group_by(Registration.rating)
        )
        rows = await self._session.execute(query)
        return {rating: count for rating, count in rows if rating is not None}

    async def count_comments(self, event_id: int) -> int:
        """How many wrote something."""
        query = select(func.count(Registration.id)).where(Registration.event_id == event_id, _SAID)
        return int((await self._session.execute(query)).scalar_one())

    async def comments(self, event_id: int, offset: int, limit: int) -> list[tuple[int, str]]:
        """Ratings and comments, the newest first, without those who wrote them."""
        query = (
            select(Registration.rating, Registration.comment)
            .where(Registration.event_id == event_id, _SAID)
            .order_by(Registration.rated_at.desc(), Registration.id.desc())
            .offset(offset)
            .limit(limit)
        )
        rows = await self._session.execute(query)
        return [(rating or 0, comment or "") for rating, comment in rows]

    async def _change(self, registration_id: int, **values: object) -> None:
        await self._session.execute(
            update(Registration).where(Registration.id == registration_id).values(**values)
        )
