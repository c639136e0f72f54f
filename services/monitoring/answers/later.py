"""«Ask me later»: one more prompt at a moment that the person chose, and silence until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from services.access import Acting, Guarded, reads, writes
from services.errors import Refusal
from services.monitoring.answers.work import work_on
from services.monitoring.campaigns.days import DAY, local_day, moment
from services.monitoring.views import (
    Campaign,
    DataRequest,
    campaign_of,
    facts_of,
    subject_of_request,
)
from services.notices import Notice, owe
from services.permissions import ANSWER_REQUESTS
from storage.uow import Store

EVENING, MORNING = time(18), time(9)
WHEN = ("evening", "tomorrow", "three-days")


def moments_of(now: datetime, zone: ZoneInfo) -> dict[str, datetime]:
    """What can be chosen and when that is, in UTC. There is no evening once it has begun."""
    today = local_day(now, zone)
    found = {
        "evening": moment(today, EVENING, zone),
        "tomorrow": moment(today + DAY, MORNING, zone),
        "three-days": moment(today + 3 * DAY, MORNING, zone),
    }
    return {when: at for when, at in found.items() if at > now}


@dataclass(frozen=True, slots=True)
class Asking:
    """When somebody can be asked again about a request; `at`: when they will be, if they chose."""

    campaign: Campaign
    request: DataRequest
    moments: Mapping[str, datetime]
    at: datetime | None


class AskingLater(Guarded):
    """Use cases of who is asked."""

    @reads(ANSWER_REQUESTS)
    async def asking(self, store: Store, acting: Acting, request_id: int) -> Asking:
        """What can be chosen, and what was."""
        work = await work_on(store, acting, request_id)
        work.check_open()
        subject = subject_of_request(request_id)
        waiting = await store.outbox.waiting_at(subject, Notice.DATA_LATER, acting.id)
        moments = moments_of(acting.now, self.access.clock.zone)
        return Asking(campaign_of(work.campaign), work.request, moments, waiting)

    @writes(ANSWER_REQUESTS)
    async def ask_later(self, store: Store, acting: Acting, request_id: int, when: str) -> datetime:
        """Ask again then and not before; the moment, in UTC. Another choice takes its place.

        An evening that has begun means tomorrow: old buttons are pressed late.
        """
        work = await work_on(store, acting, request_id, lock=True)
        work.check_open()
        if when not in WHEN:
            raise Refusal("choice-gone")
        moments = moments_of(acting.now, self.access.clock.zone)
        at, subject = moments.get(when, moments["tomorrow"]), subject_of_request(request_id)
        if at == await store.outbox.waiting_at(subject, Notice.DATA_LATER, acting.id):
            return at
        await store.outbox.take_back(subject, [Notice.DATA_LATER], acting.id)
        cause = f"{request_id}:{at.isoformat()}:{acting.now.isoformat()}"
        await owe(
            store, acting.id, Notice.DATA_LATER, cause, acting.now,
            at=at, subject=subject, **facts_of(work.row),
        )  # fmt: skip
        return at
