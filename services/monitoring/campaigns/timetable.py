"""What is to happen in a campaign, and when: told ahead, opened, reminded of, summed up."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from services.monitoring.campaigns.days import (
    DAY,
    TELLS_AT,
    local_day,
    moment,
    working_from,
    working_until,
)
from storage.repositories.campaign_steps import WAITING
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

AHEAD, OPEN, MOVED, DIGEST = "ahead", "open", "moved", "digest"
# Days from the deadline. The nearer ones come first: of two on one day the nearer one stays.
BEFORE = {"before-1": -1, "before-3": -3, "before-7": -7}
OVERDUE = {"overdue-1": 1, "overdue-3": 3, "overdue-7": 7}
REMINDERS = (*reversed(BEFORE), *OVERDUE)
# All there are, in the order in which they come.
STEPS = (AHEAD, OPEN, MOVED, *REMINDERS, DIGEST)

_AHEAD_DAYS, _PATIENCE_DAYS = 7 * DAY, 7 * DAY


def reminder_days(asked_on: date, deadline: date) -> dict[str, date]:
    """On which days those who owe are reminded; never on the day on which they are asked.

    What falls on a day off comes a working day earlier, after the deadline a working day later.
    """
    found: dict[str, date] = {}
    for steps, working in ((BEFORE, working_until), (OVERDUE, working_from)):
        for step, days in steps.items():
            day = working(deadline + days * DAY)
            if day > asked_on and day not in found.values():
                found[step] = day
    return found


def digest_day(asked_on: date, deadline: date) -> date:
    """The working day after the last reminder, but not within a week of the asking."""
    last = working_from(deadline + OVERDUE["overdue-7"] * DAY)
    return max(working_from(last + DAY), working_from(asked_on + _PATIENCE_DAYS))


def timetable(row: CampaignRow, zone: ZoneInfo) -> dict[str, datetime]:
    """Moments of the steps of a campaign that opens by itself, or is open."""
    asked_on = local_day(row.opened_at, zone) if row.opened_at else row.opens_on
    days = reminder_days(asked_on, row.deadline_on)
    days[DIGEST] = digest_day(asked_on, row.deadline_on)
    moments = {step: moment(day, TELLS_AT, zone) for step, day in days.items()}
    if row.state == "planned":
        moments[OPEN] = row.opens_at
        if row.key:
            ahead = working_until(row.opens_on - _AHEAD_DAYS)
            moments[AHEAD] = moment(ahead, TELLS_AT, zone)
    return moments


async def write_steps(
    store: Store, row: CampaignRow, zone: ZoneInfo, now: datetime, *, opens: bool = True
) -> None:
    """Make what waits fit the days of a campaign, as it is stored now.

    `opens`: whether a planned one opens by itself. What was done by other days is to be done anew,
    if its time is still to come; what waited and is past by the new days is missed.
    """
    wanted = timetable(row, zone) if opens or row.state == "open" else {}
    stored = {step.step: step for step in await store.campaign_steps.of_campaign(row.id)}
    for step, due_at in wanted.items():
        before = stored.get(step)
        if before is not None and before.due_at == due_at:
            continue
        if step in (AHEAD, OPEN) and before is not None and before.state != WAITING:
            continue
        if row.state != "open" or due_at > now:
            await store.campaign_steps.put(row.id, step, due_at)
        elif before is not None and before.state == WAITING:
            await store.campaign_steps.change(before.id, state="missed", due_at=due_at)
    kept = (OPEN, MOVED) if row.state == "open" else ()  # news that people are just being told
    await store.campaign_steps.drop_waiting(row.id, (*wanted, *kept))
