"""Campaigns as those who run them look through them: the list, what is asked, whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.profile import Variable
from services.access import Access, Acting, Guarded, reads
from services.dates import today
from services.monitoring.campaigns.campaign_rows import campaign_at, set_in_force
from services.monitoring.views import Campaign, campaign_of
from services.municipality import Municipality
from services.permissions import MONITOR
from storage.uow import Store

PAGE, QUESTIONS = 5, 5
# In which order campaigns are listed; discarded ones are not.
STATES = ("open", "planned", "closed", "skipped")


@dataclass(frozen=True, slots=True)
class Listed:
    """A campaign of the list, with how many schools are asked and have answered.

    `opens_by_itself`: it is planned, and nobody has to open it.
    """

    campaign: Campaign
    asked: int
    answered: int
    opens_by_itself: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of campaigns on a local day; `number` counts from zero."""

    campaigns: tuple[Listed, ...]
    today: date
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of the schools, or of the municipality itself. `number` counts from one."""

    number: int
    variable: Variable
    own: bool


@dataclass(frozen=True, slots=True)
class Questions:
    """A page of what a campaign asks, or would ask if it opened now."""

    campaign: Campaign
    questions: tuple[Question, ...]
    number: int
    pages: int
    total: int


class Overview(Guarded):
    """Use cases of those who look through campaigns."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @reads(MONITOR)
    async def campaign_list(self, store: Store, acting: Acting, page: int) -> ListPage:
        """A page of campaigns: open ones, planned ones by their opening, past ones; round and
        round."""
        rows = [campaign_of(row) for row in await store.campaigns.in_states(STATES)]
        rows.sort(key=_place)
        pages = max(1, -(-len(rows) // PAGE))
        page %= pages
        shown = rows[page * PAGE : (page + 1) * PAGE]
        ids = [one.id for one in shown]
        progress = await store.campaign_lists.progress(ids)
        opening = await store.campaign_lists.opening(ids)
        found = tuple(
            Listed(one, *progress.get(one.id, (0, 0)), one.id in opening) for one in shown
        )
        return ListPage(found, today(self.access.clock), page, pages)

    @reads(MONITOR)
    async def campaign_progress(
        self, store: Store, acting: Acting, campaign_id: int
    ) -> tuple[int, int]:
        """How many schools a campaign asks, and how many have answered."""
        return (await store.campaign_lists.progress([campaign_id])).get(campaign_id, (0, 0))

    @reads(MONITOR)
    async def questions_of(
        self, store: Store, acting: Acting, campaign_id: int, page: int
    ) -> Questions:
        """What a campaign asks, schools first; past the last page comes the first again."""
        row = await campaign_at(store, campaign_id)
        chosen = await set_in_force(store, row, self._municipality.profile)
        found = [(one, own) for own in (False, True) for one in chosen.asked(own)]
        pages = max(1, -(-len(found) // QUESTIONS))
        page %= pages
        numbered = [Question(number, *one) for number, one in enumerate(found, 1)]
        shown = numbered[page * QUESTIONS : (page + 1) * QUESTIONS]
        return Questions(campaign_of(row), tuple(shown), page, pages, len(found))

    @reads(MONITOR)
    async def would_reach(self, store: Store, acting: Acting, campaign_id: int) -> int:
        """How many coordinators are asked if it opens now."""
        row = await campaign_at(store, campaign_id)
        return await store.campaign_lists.coordinators(row.schools)


def _place(campaign: Campaign) -> tuple[int, float, int]:
    """Open and past ones by their deadline, the latest first; planned ones by their opening."""
    planned = campaign.state == "planned"
    moment = campaign.opens_at.timestamp() if planned else -campaign.due_at.timestamp()
    return STATES.index(campaign.state), moment, campaign.id
