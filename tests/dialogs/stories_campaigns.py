"""Campaigns as those who run them see them, and the schedule as admins see it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.states import CampaignStates, ScheduleStates
from services.permissions import Role
from services.schedule import Job
from tests.dialogs.situations import situation
from tests.dialogs.staff import ADMIN_ID, COORDINATOR, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.happenings import publish

DESK = ("/monitoring",)
TITLE, WORDING = "Числа к совету <b>&", "Нужны к совету <i>в июне & раньше"
LONG_TITLE = ("Мониторинг методической поддержки <b>& " * 10)[:200]
LONG_WORDING = ("Просим прислать числа <b>& " * 60)[:1000]
CALENDAR, OPEN, DRAFT, FULL, OVER = range(1, 6)
SPRING = datetime(2027, 3, 29, 3, 0, tzinfo=UTC)  # less than two months before the calendar's
SUNDAY = date(2027, 4, 25)
WHO, ADMIN, PAUSED = "a_methodist_with_campaigns", "an_admin_with_a_schedule", "an_admin_in_a_pause"


@situation(after="a_methodist")
async def a_methodist_who_reads_clauses(world: World) -> None:
    """Clauses stay in the language of their document."""
    sources = [one.source for one in world.profile.variables]
    ours = [world.localizer[one].plain("source-default") for one in ("ru", "en")]
    world.typed += tuple(one.replace("default", word) for one in sources for word in ours)


@situation(after="a_methodist_who_reads_clauses")
async def a_methodist_with_campaigns(world: World) -> None:
    """One of the calendar, an open one, a draft, one that says all it can, a closed one."""
    world.typed += (TITLE, WORDING, LONG_TITLE, LONG_WORDING)
    await signs_up(world, COORDINATOR, "Белова Инна Олеговна")
    await appoint(world, COORDINATOR, Role.COORDINATOR, at_own_school=True)
    planning, me = world.services.monitoring.planning, await world.my_id()
    await planning.plan_ahead()
    world.clock.set(SPRING)
    await planning.plan_ahead()
    for title in (TITLE, TITLE, LONG_TITLE, TITLE):
        await planning.plan_by_hand(me, title)
    first = (await world.services.schools.page(0)).schools[0].id
    await planning.change_campaign(
        me, FULL, wording=LONG_WORDING, opens_on=SUNDAY - timedelta(days=7), deadline_on=SUNDAY,
        schools=[first],
    )  # fmt: skip
    for opened in (OPEN, OVER):
        await planning.open_now(me, opened)
    await planning.close_campaign(me, OVER)
    while await world.services.monitoring.steps.advance():
        pass


@situation(after="a_methodist_with_campaigns")
async def a_methodist_after_the_deadline(world: World) -> None:
    world.clock.advance(days=22)


# What jobs may have done, the oldest first.
RUNS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("monitoring", "done", {"planned": 2, "steps": {"open": 1, "before-7": 2}}),
    ("monitoring", "done", {"planned": 0, "steps": {}}),
    ("tick", "done", {"events": 21}),
    ("backup", "done", {"bytes": 12_345_678}),
    ("remind", "done", {"near": 1, "by_hand": True}),
    ("tidy", "done", {"bookmarks": 7, "messages": 1000, "runs": 0}),
    ("tidy", "done", {"by_hand": True}),
    ("backup", "failed", {"reason": "folder"}),
    ("backup", "failed", {"reason": "no-such", "times": 40}),
    ("tick", "failed", {"reason": "crashed"}),
)


@situation(after="a_methodist_with_campaigns")
async def an_admin_with_a_schedule(world: World) -> None:
    """The admin holds the phone; something comes, something was done, one job is paused."""
    world.becomes(ADMIN_ID)
    world.typed += ("Оценивание на уроке",)
    await publish(world.services, after=timedelta(hours=5))
    now = world.clock.now()
    async with world.services.access.uow.writing() as store:
        for job, outcome, facts in RUNS:
            await store.job_runs.add(
                job=job, started_at=now, finished_at=now, outcome=outcome, facts=facts
            )
    await world.services.schedule.pause(await world.my_id(), Job.BACKUP)
    world.clock.advance(minutes=10)


@situation(after="an_admin_with_a_schedule")
async def an_admin_in_a_pause(world: World) -> None:
    await world.services.schedule.pause(await world.my_id(), None)
    world.clock.advance(days=20)


def card(campaign: int, *more: str) -> tuple[str, ...]:
    """The way to a campaign."""
    return (*DESK, f"campaign:{campaign}", *more)


def fields(campaign: int, *more: str) -> tuple[str, ...]:
    """The way to what can be changed about it."""
    return card(campaign, "change", *more)


def seen(*ways: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Ways of the methodist with campaigns."""
    return tuple((WHO, *way) for way in ways)


STORIES: tuple[Story, ...] = (
    *stories(
        CampaignStates.list,
        ("a_methodist_who_reads_clauses", *DESK),
        ("a_methodist_after_the_deadline", *DESK),
        *seen(DESK, card(CALENDAR, "skip", "skip"), card(DRAFT, "discard", "discard")),
    ),
    *stories(
        CampaignStates.card,
        *seen(
            (*card(CALENDAR, "skip", "skip"), f"campaign:{CALENDAR}"),
            (*card(CALENDAR, "skip", "skip"), f"campaign:{CALENDAR}", "resume"),
        ),
        ("a_methodist_who_reads_clauses", *DESK, "new"),
        ("a_methodist_who_reads_clauses", *DESK, "new", "open", "open"),
        ("a_methodist_after_the_deadline", *card(OPEN)),
        *seen(
            *(card(one) for one in (CALENDAR, OPEN, DRAFT, FULL, OVER)),
            card(OPEN, "close", "close"),
            card(OPEN, "«привет»"),
        ),
    ),
    *stories(
        CampaignStates.change,
        *seen(
            fields(FULL),
            fields(OPEN),
            fields(CALENDAR),
            fields(DRAFT, "field:opens", "quick"),
            fields(DRAFT, "field:period", "quick"),
            fields(FULL, "field:wording", "remove"),
            fields(DRAFT, "field:title", f"«{TITLE}»"),
            fields(DRAFT, "field:deadline", "«25.04»"),
            fields(OPEN, "field:deadline", "«25.04»", "move"),
        ),
    ),
    *stories(
        CampaignStates.field,
        *seen(
            *(
                fields(FULL, f"field:{field}")
                for field in ("title", "opens", "deadline", "period", "wording")
            ),
            fields(DRAFT, "field:opens"),
            fields(OPEN, "field:deadline"),
            fields(DRAFT, "field:wording"),
            fields(DRAFT, "field:title", "«5»"),
            fields(DRAFT, "field:deadline", "«завтра 15:00»"),
            fields(DRAFT, "field:period", "«весна»"),
            fields(OPEN, "field:deadline", "«1.03.2027»"),
        ),
    ),
    *stories(
        CampaignStates.move,
        *seen(
            fields(OPEN, "field:deadline", "quick"),
            fields(OPEN, "field:deadline", "«25.04»"),
        ),
    ),
    *stories(
        CampaignStates.schools,
        *seen(
            fields(FULL, "field:schools"),
            fields(DRAFT, "field:schools"),
            fields(DRAFT, "field:schools", "later", "school"),
            fields(DRAFT, "field:schools", "each"),
            fields(DRAFT, "field:schools", "«Аксен»"),
            fields(DRAFT, "field:schools", "«космодром»"),
        ),
    ),
    *stories(
        CampaignStates.variables,
        *seen(
            card(CALENDAR, "questions"),
            card(OPEN, "questions", "earlier"),
        ),
    ),
    *stories(
        CampaignStates.steps,
        *seen(
            card(CALENDAR, "steps"),
            card(OPEN, "steps"),
            card(DRAFT, "steps"),
        ),
    ),
    *stories(CampaignStates.open, *seen(card(FULL, "open"), card(CALENDAR, "open"))),
    *stories(CampaignStates.skip, *seen(card(CALENDAR, "skip"))),
    *stories(CampaignStates.close, *seen(card(OPEN, "close"))),
    *stories(CampaignStates.discard, *seen(card(FULL, "discard"))),
    *stories(
        ScheduleStates.jobs,
        ("an_admin", "/schedule"),
        (ADMIN, "/schedule"),
        (PAUSED, "/schedule"),
        (PAUSED, "/schedule", "resume"),
    ),
    *stories(
        ScheduleStates.job,
        *((ADMIN, "/schedule", f"job:{job}") for job in Job),
        (ADMIN, "/schedule", "job:tidy", "run"),
        (ADMIN, "/schedule", "job:tick", "pause", "pause"),
        (ADMIN, "/schedule", "job:backup", "resume"),
        (PAUSED, "/schedule", "job:monitoring", "run"),
    ),
    *stories(
        ScheduleStates.runs,
        ("an_admin", "/schedule", "runs"),
        (ADMIN, "/schedule", "runs"),
        (ADMIN, "/schedule", "runs", "later"),
        (ADMIN, "/schedule", "job:backup", "runs"),
    ),
    *stories(
        ScheduleStates.pause,
        (ADMIN, "/schedule", "pause"),
        (ADMIN, "/schedule", "job:monitoring", "pause"),
    ),
)
