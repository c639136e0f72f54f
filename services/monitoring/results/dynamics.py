"""An indicator over the last periods."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.answers.earlier import last_campaigns
from services.monitoring.results.measured import Result, alike, campaign_held, collect, compared
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, campaign_of
from services.permissions import SEE_INDICATORS
from storage.uow import Store

PERIODS = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One period; without a result the indicator was not collected then, or reckoned otherwise."""

    campaign: Campaign
    result: Result | None


@dataclass(frozen=True, slots=True)
class Dynamics:
    """Up to `PERIODS` periods, the latest last, which is the one that was asked for."""

    result: Result
    points: tuple[Point, ...]


class Development(Guarded):
    """Use cases around what changed from period to period."""

    @reads(SEE_INDICATORS, long=True)
    async def indicator_dynamics(
        self, store: Store, _acting: Acting, campaign_id: int, key: str
    ) -> Dynamics:
        """An indicator in this period and in those before it."""
        row = await campaign_held(store, campaign_id)
        assert row.indicator_set_id is not None
        now = await set_of(store, row.indicator_set_id)
        wanted = next((one for one in now.indicators if one.key == key), None)
        if wanted is None:
            raise Refusal("choice-gone")
        points: list[Point] = []
        for one in [row, *await last_campaigns(store, row, PERIODS - 1)]:
            results = compared(await collect(store, one, wanted.parts), None)
            found = next((r for r in results if r.indicator.key == key), None)
            same = found if found and alike(found.indicator, wanted) else None
            points.append(Point(campaign_of(one), same))
        latest = points[0].result
        assert latest is not None
        return Dynamics(latest, tuple(reversed(points)))
