"""A request as those who answer it work on it: what is asked, what is given, what may change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content import IndicatorSet
from content.profile.measures import Variable
from services.access import Acting
from services.errors import Refusal
from services.monitoring.answers.answerers import check_answerer
from services.monitoring.results.sets import set_of
from services.monitoring.views import DataRequest, request_of
from services.schools.views import School, school_of
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import RequestRow
from storage.repositories.data_values import ValueRow
from storage.uow import Store

DRAFT = ("expected", "in_work")


@dataclass(frozen=True, slots=True)
class Work:
    """A request, its campaign, the set it is asked for, and the answers so far."""

    row: RequestRow
    campaign: CampaignRow
    chosen: IndicatorSet
    values: dict[str, ValueRow]

    @property
    def request(self) -> DataRequest:
        """The request as it is given out."""
        return request_of(self.row, self.campaign)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Everything that is asked."""
        return self.chosen.asked(self.row.school_id is None)

    @property
    def closed(self) -> Refusal | None:
        """Why nothing can be changed; nothing where it can."""
        if self.row.state == "returned":
            return None
        if self.row.state == "accepted":
            return Refusal("data-accepted")
        if self.campaign.state != "open":
            return Refusal("data-closed")
        return None if self.row.state in DRAFT else Refusal("data-submitted")

    @property
    def fields(self) -> tuple[Variable, ...]:
        """What there is to fill now: of a returned request what was returned, else everything."""
        if self.row.state != "returned":
            return self.variables
        return tuple(one for one in self.variables if self._of_this_return(one.key))

    @property
    def open_fields(self) -> tuple[Variable, ...]:
        """Those of them that still lack an answer, or a correction."""
        return tuple(one for one in self.fields if self._open(one.key))

    def _open(self, key: str) -> bool:
        value = self.values.get(key)
        return value is None or value.returned is not None

    def _of_this_return(self, key: str) -> bool:
        """Whether a field was returned last time, also when it has been corrected since."""
        value = self.values.get(key)
        return value is None or value.returned is not None or value.before is not None

    def asked(self, key: str) -> Variable:
        """A variable of this request; a forged key is refused."""
        for one in self.variables:
            if one.key == key:
                return one
        raise Refusal("choice-gone")

    def check_open(self) -> None:
        """Refuse any change of what is handed in or closed."""
        if self.closed is not None:
            raise self.closed

    def changeable(self, key: str) -> Variable:
        """A variable whose answer may be changed now; others are refused."""
        variable = self.asked(key)
        self.check_open()
        if variable not in self.fields:
            raise Refusal("data-not-returned")
        return variable

    def after(self, key: str) -> str | None:
        """The next field that lacks something, after this one; nothing behind the last."""
        return _next((one.key for one in self.fields), key, {one.key for one in self.open_fields})


def _next(keys: Iterable[str], key: str, wanted: set[str]) -> str | None:
    seen = False
    for one in keys:
        if seen and one in wanted:
            return one
        seen = seen or one == key
    return None


async def work_on(store: Store, acting: Acting, request_id: int, *, lock: bool = False) -> Work:
    """A request that somebody answers; refuses those of others, and those no longer asked."""
    row = await store.data_requests.get(request_id, lock=lock)
    if row is None:
        raise Refusal("request-gone")
    await check_answerer(store, acting, row)
    campaign = await store.campaigns.get(row.campaign_id)
    if row.state == "withdrawn" or campaign is None or campaign.indicator_set_id is None:
        raise Refusal("request-gone")
    chosen = await set_of(store, campaign.indicator_set_id)
    return Work(row, campaign, chosen, await store.data_values.of_request(request_id))


async def school_asked(store: Store, row: RequestRow) -> School | None:
    """The school of a request; nothing for the municipality's own part."""
    school = await store.schools.get(row.school_id) if row.school_id is not None else None
    return school_of(school) if school else None


async def names_of(store: Store, people: Iterable[int | None]) -> dict[int, str]:
    """Full names by id, of those who have one still."""
    ids = {one for one in people if one is not None}
    return {one.id: one.full_name for one in await store.people.many(ids) if one.full_name}
