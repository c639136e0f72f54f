"""Two processes on one PostgreSQL: each step of a campaign is done by one of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime

import pytest

from services.monitoring.campaigns import prompts
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import empty, opened
from tests.services.collecting import (
    COORDINATORS,
    METHODIST,
    active_schools,
    local,
    monitored,
    somebody,
    told,
    work_off,
)
from tests.wiring import Services, build_services

SCHOOLS = 12


@pytest.fixture
async def twins(
    migrated_postgres: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[list[Services], Database]]:
    """Two processes that know of the same campaign, and their database."""
    monkeypatch.setattr(prompts, "CHUNK", 2)
    clock.set(datetime(2026, 3, 1, 6, tzinfo=UTC))
    async with AsyncExitStack() as stack:
        databases = [await stack.enter_async_context(opened(migrated_postgres)) for _ in "12"]
        await empty(databases[0])
        found = [await build_services(UnitOfWork(one), clock) for one in databases]
        for services in found:
            services.municipality.profile = monitored(services.profile)
        await somebody(found[0], METHODIST, "Мерц Зоя Павловна", Role.METHODIST)
        for number, school in enumerate(await active_schools(found[0], SCHOOLS)):
            name = f"Ершова Ольга {number}"
            await somebody(found[0], COORDINATORS + number, name, Role.COORDINATOR, school)
        await work_off(found[0])
        yield found, databases[0]


async def test_everything_happens_once(
    twins: tuple[list[Services], Database], clock: FixedClock
) -> None:
    processes, database = twins
    clock.advance(days=7)
    assert sum(await asyncio.gather(*(one.monitoring.planning.plan_ahead() for one in processes)))
    for day in (date(2026, 4, 27), date(2026, 5, 4), date(2026, 5, 25), date(2026, 6, 9)):
        clock.set(local(processes[0], day))
        pieces = await asyncio.gather(*(work_off(one) for one in processes))
        assert sum(pieces)
    for kind, count in (
        ("campaign-ahead", 1), ("campaign-opened", 1), ("campaign-digest", 1),
        ("data-asked", SCHOOLS + 1), ("data-reminder", 2 * (SCHOOLS + 1)),
    ):  # fmt: skip
        people = Counter(person for person, _ in await told(database, kind))
        assert people.total() == count, kind
    async with processes[0].access.uow.reading() as store:
        [campaign] = await store.campaigns.in_states(["open"])
        requests = await store.data_requests.of_campaign(campaign.id)
        states = {step.state for step in await store.campaign_steps.of_campaign(campaign.id)}
    assert len(requests) == len({one.school_id for one in requests})
    assert states == {"done", "missed"}
