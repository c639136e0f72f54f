"""What one school answered, as those see it who check it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content import IndicatorSet
from content.profile.measures import Variable
from services.access import Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.answers.answerers import answerers
from services.monitoring.answers.checks import Warning, check_given
from services.monitoring.answers.earlier import last_values
from services.monitoring.answers.given import Given, said, same
from services.monitoring.results.formulas import Measured, measure_school
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, DataRequest, campaign_of, request_of
from services.permissions import MONITOR
from services.schools.views import School, school_of
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import RequestRow
from storage.repositories.data_values import LowReasonRow, ValueRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Looked:
    """A variable with its answer, the last period's, and what there is to notice.

    `flags`: `jump` (differs much from the last period), `no-data`, `evidence` (a file),
    `marked` (to be returned, not sent yet), `returned` (to be corrected), `corrected`.
    `was`: what it was before the correction. `by`: who gave it, empty when forgotten.
    """

    variable: Variable
    value: ValueRow | None
    last: ValueRow | None
    was: Given | None
    flags: tuple[str, ...]
    by: str

    @property
    def unchanged(self) -> bool:
        """Whether it came back as it was."""
        return self.was is not None and self.value is not None and same(self.value, self.was)


@dataclass(frozen=True, slots=True)
class Checked:
    """A request with all its answers.

    `measured` and `low` (words on low indicators, by key) are of a school; `people` may answer
    it. `submitted_by` and `checked_by` are names, empty when nobody did or is forgotten.
    `asked_open`: the campaign is open.
    """

    campaign: Campaign
    request: DataRequest
    school: School | None
    school_gone: bool
    values: tuple[Looked, ...]
    measured: tuple[Measured, ...]
    low: dict[str, LowReasonRow]
    people: tuple[str, ...]
    submitted_by: str
    checked_by: str
    returned_at: datetime | None
    accepted_at: datetime | None

    @property
    def marked(self) -> tuple[Looked, ...]:
        """What is to be returned and not sent yet."""
        return tuple(one for one in self.values if "marked" in one.flags)

    @property
    def returned(self) -> tuple[Looked, ...]:
        """What is to be corrected."""
        return tuple(one for one in self.values if "returned" in one.flags)

    @property
    def given(self) -> int:
        """How many variables have an answer."""
        return sum(one.value is not None for one in self.values)

    def look(self, variable: str) -> Looked:
        """One variable; refused when it is not asked."""
        for one in self.values:
            if one.variable.key == variable:
                return one
        raise Refusal("choice-gone")


class Looking(Guarded):
    """Reading what was answered."""

    @reads(MONITOR)
    async def checked_request(self, store: Store, acting: Acting, request_id: int) -> Checked:
        """A request with all its answers, those of the last period beside them."""
        request, campaign = await found(store, request_id)
        if campaign.indicator_set_id is None:
            raise Refusal("campaign-gone")
        chosen = await set_of(store, campaign.indicator_set_id)
        values = await store.data_values.of_request(request_id)
        last = await last_values(store, campaign, request.school_id)
        people = await answerers(store, request)
        names = await _names(store, request, values, people)
        asked = chosen.asked(municipality=request.school_id is None)
        looked = tuple(_looked(chosen, one, values, last.get(one.key), names) for one in asked)
        numbers = {key: value.number for key, value in values.items()}
        school_id = request.school_id
        school = await store.schools.get(school_id) if school_id is not None else None
        return Checked(
            campaign=campaign_of(campaign),
            request=request_of(request, campaign),
            school=school_of(school) if school else None,
            school_gone=school is not None and school.state not in ("active", "proposed"),
            values=looked,
            measured=tuple(measure_school(chosen, numbers)) if school_id is not None else (),
            low=await store.data_values.low_reasons(request_id),
            people=tuple(names[person] for person in people if names.get(person)),
            submitted_by=names.get(request.submitted_by or 0, ""),
            checked_by=names.get(request.checked_by or 0, ""),
            returned_at=request.returned_at,
            accepted_at=request.accepted_at,
        )


async def found(
    store: Store, request_id: int, *, lock: bool = False
) -> tuple[RequestRow, CampaignRow]:
    """A request and its campaign; otherwise a refusal."""
    request = await store.data_requests.get(request_id, lock=lock)
    campaign = await store.campaigns.get(request.campaign_id) if request else None
    if request is None or campaign is None:
        raise Refusal("request-gone")
    return request, campaign


async def _names(
    store: Store, request: RequestRow, values: dict[str, ValueRow], people: list[int]
) -> dict[int, str]:
    """Names of everybody who has to do with a request."""
    wanted = {*people, request.submitted_by, request.checked_by}
    wanted |= {value.given_by for value in values.values()}
    rows = await store.people.many([person for person in wanted if person is not None])
    return {row.id: row.full_name or "" for row in rows}


def _looked(
    chosen: IndicatorSet,
    variable: Variable,
    values: dict[str, ValueRow],
    last: ValueRow | None,
    names: dict[int, str],
) -> Looked:
    value = values.get(variable.key)
    if value is None:
        return Looked(variable, None, last, None, (), "")
    found = {
        "jump": isinstance(
            check_given(chosen, variable, Given(**said(value)), values, last), Warning
        ),
        "no-data": value.no_data,
        "evidence": value.file_id is not None,
        "marked": value.marked is not None,
        "returned": value.returned is not None,
        "corrected": value.before is not None and value.returned is None,
    }
    was = Given(**value.before) if value.before is not None else None
    flags = tuple(flag for flag, raised in found.items() if raised)
    return Looked(variable, value, last, was, flags, names.get(value.given_by or 0, ""))
