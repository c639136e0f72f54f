"""Results as files: what is taken out is noted, and read in pages, however many schools."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content import IndicatorSet
from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.monitoring.results.formulas import Measured, measure_school
from services.monitoring.results.measured import Place, campaign_held, place_of
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, campaign_of
from services.permissions import SEE_INDICATORS
from storage.repositories.campaigns import CampaignRow
from storage.repositories.indicator_values import CellRow
from storage.uow import Store

FILES = ("progress", "picture", "table", "summary")
SCHOOLS, LINES = 100, 1000


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody answered to one variable; `returned`: it is to be corrected, and why."""

    number: float | None
    text: str | None
    no_data: bool
    note: str
    returned: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One request: what was given by variable, its indicators, and words on low ones by key."""

    place: Place
    given: Mapping[str, Given]
    measured: tuple[Measured, ...]
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Some requests by the names of the schools, and how many were passed so far.

    `after` is empty when these were the last.
    """

    sheets: tuple[Sheet, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class Past:
    """One line of history; `before` and `after` say what changed."""

    request_id: int
    variable: str
    kind: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PastPage:
    """Some lines of history, and after which the next ones come; nothing: these were all."""

    lines: tuple[Past, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """Who answered when; `own` is the municipality's own part."""

    campaign: Campaign
    chosen: IndicatorSet
    places: tuple[Place, ...]
    own: Place | None


class Exporting(Guarded):
    """Use cases around taking results out."""

    @writes(SEE_INDICATORS)
    async def export_results(
        self, store: Store, acting: Acting, campaign_id: int, file: str
    ) -> None:
        """Note that results are taken out, as one of `FILES`."""
        row = await campaign_held(store, campaign_id)
        if file not in FILES:
            raise Refusal("choice-gone")
        await note(store, acting, Kind.INDICATORS_EXPORTED, campaign_id=row.id, file=file)

    @reads(SEE_INDICATORS, long=True)
    async def progress_of(self, store: Store, _acting: Acting, campaign_id: int) -> Progress:
        """Who answered when."""
        return await _progress(store, await campaign_held(store, campaign_id))

    @reads(SEE_INDICATORS, long=True)
    async def exported_sheets(
        self, store: Store, _acting: Acting, campaign_id: int, after: int = 0
    ) -> SheetPage:
        """What schools answered, a page at a time; the municipality's own part comes first."""
        progress = await _progress(store, await campaign_held(store, campaign_id))
        everybody = [progress.own] if progress.own else []
        everybody += progress.places
        shown = everybody[after : after + SCHOOLS]
        ids = [place.request_id for place in shown]
        given: dict[int, dict[str, CellRow]] = {}
        for cell in await store.indicator_values.cells(ids):
            given.setdefault(cell.request_id, {})[cell.variable] = cell
        reasons = await store.indicator_values.reasons(ids)
        sheets = tuple(
            _sheet(progress.chosen, place, given.get(place.request_id, {}), reasons)
            for place in shown
        )
        behind = after + len(shown)
        return SheetPage(sheets, behind if behind < len(everybody) else None)

    @reads(SEE_INDICATORS, long=True)
    async def exported_past(
        self, store: Store, _acting: Acting, campaign_id: int, after: int = 0
    ) -> PastPage:
        """The history of what was answered and checked, a page at a time."""
        campaign = await campaign_held(store, campaign_id)
        rows = await store.indicator_values.past(campaign.id, after, LINES)
        lines = tuple(
            Past(
                request_id=row.request_id,
                variable=row.variable,
                kind=row.kind,
                before=row.before,
                after=row.after,
                reason=row.reason,
                made_at=row.made_at,
            )
            for row in rows
        )
        return PastPage(lines, rows[-1].id if len(rows) == LINES else None)


async def _progress(store: Store, row: CampaignRow) -> Progress:
    assert row.indicator_set_id is not None
    chosen = await set_of(store, row.indicator_set_id)
    asked = [place_of(one, row) for one in await store.indicator_values.asked(row.id)]
    return Progress(
        campaign=campaign_of(row),
        chosen=chosen,
        places=tuple(one for one in asked if one.school is not None),
        own=next((one for one in asked if one.school is None), None),
    )


def _sheet(
    chosen: IndicatorSet,
    place: Place,
    cells: Mapping[str, CellRow],
    reasons: Mapping[tuple[int, str], str],
) -> Sheet:
    numbers = {
        key: cell.number
        for key, cell in cells.items()
        if cell.returned is None and (cell.number is not None or cell.no_data)
    }
    return Sheet(
        place=place,
        given={key: _given(cell) for key, cell in cells.items()},
        measured=tuple(measure_school(chosen, numbers)) if place.school else (),
        reasons={
            key: text for (request, key), text in reasons.items() if request == place.request_id
        },
    )


def _given(cell: CellRow) -> Given:
    return Given(cell.number, cell.text, cell.no_data, cell.note, cell.returned)
