"""Everything that happened to a request: who, when, from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content import Indicator, IndicatorSet
from content.profile.measures import Variable
from services.access import Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.checking.looking import found
from services.monitoring.results.sets import set_of
from services.permissions import MONITOR
from storage.repositories.data_values import ChangeRow
from storage.uow import Store

PAGE = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a history; the kinds are explained at the table.

    It is about a `variable` or an `indicator`, or about the request as a whole. `before` and
    `after` are answers as `said` gives them, or what the kind keeps. `by` is empty when the person
    is forgotten, or nobody did it.
    """

    kind: str
    variable: Variable | None
    indicator: Indicator | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page, the latest first; `number` counts from 0."""

    changes: tuple[Change, ...]
    number: int
    pages: int
    total: int


class History(Guarded):
    """Use cases of those who look back."""

    @reads(MONITOR)
    async def history_of(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        variable: str | None = None,
        page: int = 0,
    ) -> HistoryPage:
        """A page of the history of a request, or of one variable of it."""
        return await changes_of(store, request_id, variable, page)


async def changes_of(
    store: Store, request_id: int, variable: str | None = None, page: int = 0
) -> HistoryPage:
    """A page of a history; past the last comes the first again. The caller has checked who asks."""
    _, campaign = await found(store, request_id)
    if campaign.indicator_set_id is None:
        raise Refusal("campaign-gone")
    chosen = await set_of(store, campaign.indicator_set_id)
    rows, total = await store.data_values.history(request_id, variable, max(0, page) * PAGE, PAGE)
    pages = max(1, -(-total // PAGE))
    number = page % pages
    if number != page:
        rows, _ = await store.data_values.history(request_id, variable, number * PAGE, PAGE)
    names = {
        row.id: row.full_name or ""
        for row in await store.people.many([row.made_by for row in rows if row.made_by])
    }
    changes = tuple(_change(row, chosen, names) for row in rows)
    return HistoryPage(changes, number, pages, total)


def _change(row: ChangeRow, chosen: IndicatorSet, names: Mapping[int, str]) -> Change:
    low = row.kind == "low-reason"
    return Change(
        kind=row.kind,
        variable=None if low else _asked(chosen, row.variable),
        indicator=_reckoned(chosen, row.variable) if low else None,
        before=row.before,
        after=row.after,
        reason=row.reason,
        by=names.get(row.made_by or 0, ""),
        at=row.made_at,
    )


def _asked(chosen: IndicatorSet, key: str) -> Variable | None:
    try:
        return chosen.variable(key)
    except KeyError:
        return None


def _reckoned(chosen: IndicatorSet, key: str) -> Indicator | None:
    try:
        return chosen.indicator(key)
    except KeyError:
        return None
