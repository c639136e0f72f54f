"""Requests that give no cause to look, and accepting many of them at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import not_, or_, select, update

from storage.models import DataRequest, DataValue
from storage.session import Session

_REMARKED = (
    select(DataValue.request_id)
    .where(
        DataValue.request_id == DataRequest.id,
        or_(DataValue.no_data, DataValue.note != "", DataValue.marked.is_not(None)),
    )
    .correlate(DataRequest)
)
# No jump was confirmed, nothing is without data, nothing is marked for a return.
_CLEAN = (
    DataRequest.state == "submitted",
    DataRequest.school_id.is_not(None),
    not_(_REMARKED.exists()),
)


class Checks:
    """Rows of requests, many at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def clean(self, campaign_id: int) -> list[int]:
        """Submitted requests of schools that give no cause to look."""
        query = select(DataRequest.id).where(DataRequest.campaign_id == campaign_id, *_CLEAN)
        return list((await self._session.execute(query.order_by(DataRequest.id))).scalars())

    async def accept_clean(
        self, ids: Collection[int], by: int, now: datetime
    ) -> list[tuple[int, int]]:
        """Accept those of these requests that still give no cause to look: ids, and how often
        each went back."""
        rows = await self._session.execute(
            update(DataRequest)
            .where(DataRequest.id.in_(list(ids)), *_CLEAN)
            .values(state="accepted", accepted_at=now, checked_by=by)
            .returning(DataRequest.id, DataRequest.returns)
        )
        return sorted((number, returns) for number, returns in rows)
