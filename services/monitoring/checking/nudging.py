"""Asking once more: one school, or all that still owe something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from services.access import Acting, Guarded, reads, takes_long
from services.errors import Refusal
from services.monitoring.checking.board import opened
from services.monitoring.views import Campaign, campaign_of, subject_of_request
from services.notices import Notice
from services.permissions import MONITOR
from services.schools import School, school_of
from storage.repositories.nudges import NUDGED, OwingRow
from storage.repositories.owing import Message
from storage.uow import Store

NAMED = 12  # schools of which the names are shown
_AT_ONCE = 200  # schools asked in one unit of work


@dataclass(frozen=True, slots=True)
class Nudge:
    """Whom asking once more reaches: so many schools, and people in them.

    `first`: some of these schools, to be named. `rested` were asked today already, `orphans` have
    nobody to ask.
    """

    campaign: Campaign
    schools: int
    people: int
    first: tuple[School, ...]
    rested: int
    orphans: int


class Nudging(Guarded):
    """Use cases of those who ask once more."""

    @reads(MONITOR, long=True)
    async def nudge_plan(
        self, store: Store, acting: Acting, campaign_id: int, request_id: int | None = None
    ) -> Nudge:
        """What `nudge` would do now."""
        row = await opened(store, campaign_id)
        owing = await self._owing(store, acting, campaign_id, request_id)
        people = await store.nudges.people_of(campaign_id)
        asked = [one for one in owing if not one.nudged and one.id in people]
        reached = {person for one in asked for person in people[one.id]}
        named = await store.schools.some([one.school_id for one in asked[:NAMED]])
        return Nudge(
            campaign=campaign_of(row),
            schools=len(asked),
            people=len(reached),
            first=tuple(school_of(one) for one in named),
            rested=sum(one.nudged for one in owing),
            orphans=sum(not one.nudged and one.id not in people for one in owing),
        )

    @takes_long(MONITOR)
    async def nudge(
        self, acting: Acting, campaign_id: int, request_id: int | None = None
    ) -> tuple[int, int]:
        """Ask everybody who still owes something, or one school; how many schools and people.

        A school is asked at most once a day: the second tap, or the second methodist, asks nobody.
        """
        async with self.access.uow.reading(long=True) as store:
            await opened(store, campaign_id)
            owing = await self._owing(store, acting, campaign_id, request_id)
            people = await store.nudges.people_of(campaign_id)
        schools, reached = 0, set[int]()
        for some in _chunks([one.id for one in owing if not one.nudged and one.id in people]):
            async with self.access.uow.writing() as store:
                await opened(store, campaign_id, lock=True)
                asked = await self._still_owing(store, acting, campaign_id, some)
                await _ask(store, asked, people, acting.now)
            schools += len(asked)
            reached.update(person for one in asked for person in people[one.id])
        return schools, len(reached)

    async def _still_owing(
        self, store: Store, acting: Acting, campaign_id: int, ids: list[int]
    ) -> list[OwingRow]:
        """Those that nobody else has asked meanwhile; from now on they are."""
        since = self._today(acting.now)
        rows = await store.nudges.owing(campaign_id, since, ids)
        wanted = [row for row in rows if not row.nudged]
        await store.nudges.note_all([row.id for row in wanted], NUDGED, acting.id, acting.now)
        return wanted

    async def _owing(
        self, store: Store, acting: Acting, campaign_id: int, request_id: int | None
    ) -> list[OwingRow]:
        ids = None if request_id is None else [request_id]
        rows = await store.nudges.owing(campaign_id, self._today(acting.now), ids)
        if ids and not rows:
            raise Refusal("request-owes-nothing")
        return rows

    def _today(self, now: datetime) -> datetime:
        """When the local day began."""
        zone = self.access.clock.zone
        return datetime.combine(now.astimezone(zone).date(), time(), zone).astimezone(UTC)


async def _ask(
    store: Store, asked: list[OwingRow], people: Mapping[int, list[int]], now: datetime
) -> None:
    owed = [
        Message(
            person_id=person,
            dedupe_key=f"{Notice.DATA_NUDGE}:{one.id}:{now.isoformat()}:{person}",
            subject=subject_of_request(one.id),
            facts={"request_id": one.id},
        )
        for one in asked
        for person in people[one.id]
    ]
    await store.outbox.add_each(owed, Notice.DATA_NUDGE, now)


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(ids), _AT_ONCE):
        yield ids[first : first + _AT_ONCE]
