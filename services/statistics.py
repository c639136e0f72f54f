"""Numbers of the municipality, in which nobody can be recognised."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from content.text import Text
from services.access import Access, Acting, Guarded, reads
from services.dates import today
from services.permissions import ADMINISTER, SEE_STATISTICS
from services.questionnaires import Questionnaires
from services.roles.holders import role_counts
from storage.repositories.statistics import FailedRow, MissedRow
from storage.uow import Store

# Aggregates of fewer people are not broken down.
FEWEST = 5
MONTH = timedelta(days=30)
_PRONOUNCED = "pronounced"
_REASONS = 5


@dataclass(frozen=True, slots=True)
class Activity:
    """Events and broadcasts of the last `MONTH`; `coming` are the events ahead.

    `places` and `came` are of the events that took place. `delivered` counts copies of broadcasts.
    """

    coming: int
    held: int
    places: int
    came: int
    broadcasts: int
    delivered: int


@dataclass(frozen=True, slots=True)
class Collected:
    """The latest campaign: schools asked, those that answered, those of them late. `campaign` is
    empty where there was none. `decisions` are to be carried out, `overdue` ones by a day past."""

    campaign: str
    asked: int
    answered: int
    late: int
    decisions: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Counts over the whole municipality.

    `deficits` are titles of blocks with how many people have a pronounced deficit there in their
    newest result; blocks of fewer than `FEWEST` people are left out.
    """

    people: int
    people_week: int
    people_month: int
    schools: int
    schools_with_people: int
    schools_with_coordinator: int
    roles: tuple[tuple[str, int], ...]
    finished: int
    open: int
    assessed: int
    deficits: tuple[tuple[Text, int], ...]
    activity: Activity
    collected: Collected

    @property
    def enough(self) -> bool:
        """Whether there are enough results to break them down."""
        return self.assessed >= FEWEST


@dataclass(frozen=True, slots=True)
class Panel:
    """How many people there are, and what asks for attention."""

    people: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Messages that the bot owes. `sent` counts those of today, by the municipality's calendar.

    `ahead` wait for their time, `waiting_since` is when the first of the others was due. `unknown`:
    it is not known whether they arrived, or arrived twice. `missed`: too late to be useful.
    """

    waiting: int
    waiting_since: datetime | None
    ahead: int
    sending: int
    sent: int
    failed: int
    unreachable: int
    unknown: int
    missed: int
    cancelled: int
    reasons: tuple[FailedRow, ...]
    late: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Messages that came too late; `event` is what they were about, if it was an event."""

    event: str
    count: int
    last_at: datetime


class Statistics(Guarded):
    """Use cases around numbers."""

    def __init__(self, access: Access, questionnaires: Questionnaires) -> None:
        super().__init__(access)
        self._questionnaires = questionnaires

    @reads(ADMINISTER)
    async def panel(self, store: Store, acting: Acting) -> Panel:
        """What the first screen of the administration shows."""
        states = await store.statistics.messages(acting.now)
        return Panel(
            people=await store.statistics.registered(),
            waiting=states.get("waiting", 0),
            failed=states.get("failed", 0),
        )

    @reads(ADMINISTER, long=True)
    async def delivery(self, store: Store, acting: Acting) -> Delivery:
        """What waits, what was sent today, and what could not be delivered, with the reasons."""
        counts, local = store.statistics, acting.now.astimezone(self.access.clock.zone)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        states = defaultdict(int, await counts.messages(acting.now))
        return Delivery(
            waiting=states["waiting"],
            waiting_since=await counts.oldest_waiting(acting.now),
            ahead=states["ahead"],
            sending=states["sending"],
            sent=await counts.sent_since(midnight),
            failed=states["failed"],
            unreachable=states["unreachable"],
            unknown=await counts.uncertain(),
            missed=states["missed"],
            cancelled=states["cancelled"],
            reasons=tuple(await counts.failed(_REASONS)),
            late=tuple([await _missed(store, row) for row in await counts.missed(_REASONS)]),
        )

    @reads(SEE_STATISTICS, long=True)
    async def numbers(self, store: Store, acting: Acting) -> Numbers:
        """All numbers."""
        counts, now = store.statistics, acting.now
        version_id, _ = self._questionnaires.live
        states = await counts.assessments()
        assessed = await counts.assessed(version_id)
        return Numbers(
            people=await counts.registered(),
            people_week=await counts.registered(now - timedelta(days=7)),
            people_month=await counts.registered(now - MONTH),
            schools=await counts.schools(),
            schools_with_people=await counts.schools_with_people(),
            schools_with_coordinator=await counts.schools_with_coordinator(),
            roles=tuple((await role_counts(store, self.access)).items()),
            finished=states.get("finished", 0),
            open=states.get("open", 0),
            assessed=assessed,
            deficits=await self._deficits(store, version_id) if assessed >= FEWEST else (),
            activity=await _activity(store, now),
            collected=await _collected(store, today(self.access.clock)),
        )

    async def _deficits(self, store: Store, version_id: int) -> tuple[tuple[Text, int], ...]:
        _, questionnaire = self._questionnaires.live
        counts = await store.statistics.blocks_at(version_id, _PRONOUNCED)
        titles = {
            block.key: block.title for variant in questionnaire.variants for block in variant.blocks
        }
        found = [
            (titles[key], count)
            for key, count in counts.items()
            if count >= FEWEST and key in titles
        ]
        return tuple(sorted(found, key=lambda one: -one[1]))


async def _missed(store: Store, row: MissedRow) -> Missed:
    kind, _, number = (row.subject or "").partition(":")
    event = await store.events.get(int(number)) if kind == "event" else None
    return Missed(event.title if event else "", row.count, row.last_at)


async def _activity(store: Store, now: datetime) -> Activity:
    since, counts = now - MONTH, store.activity
    places, came = await counts.places(since, now)
    return Activity(
        coming=await counts.coming(now),
        held=await counts.held(since, now),
        places=places,
        came=came,
        broadcasts=await counts.broadcasts(since),
        delivered=await counts.delivered(since),
    )


async def _collected(store: Store, day: date) -> Collected:
    campaign, asked, answered, late = await store.activity.collected() or ("", 0, 0, 0)
    decisions, overdue = await store.activity.decided(day)
    return Collected(campaign, asked, answered, late, decisions, overdue)
