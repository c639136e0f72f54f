"""Numbers of the municipality, and the health of the installation."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from services.installation import BackupPlan, Installation
from services.notices import Notice, owe
from storage import models
from storage.base import Base
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, Colleagues, gather, joins
from tests.services.stories import Taking, refused
from tests.wiring import Services, build_services


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def finishes(services: Services, person: int, value: int) -> None:
    """A whole assessment with the same answer everywhere."""
    taking = await Taking.begin(services, person)
    for number in range(len((await services.assessments.overview(person)).variant.items)):
        await taking.answer(number, value)
    await services.assessments.finish(person, taking.id)


class TestNumbers:
    async def test_people_schools_and_roles_are_counted(
        self, town: Colleagues, clock: FixedClock
    ) -> None:
        clock.advance(days=10)
        await joins(town.services, 800_000_200, "Зимин Иван Петрович", school=3)
        numbers = await town.services.statistics.numbers(town.methodist)
        assert (numbers.people, numbers.people_week, numbers.people_month) == (7, 1, 7)
        assert numbers.schools == 14
        assert (numbers.schools_with_people, numbers.schools_with_coordinator) == (4, 1)
        assert dict(numbers.roles) == {"head": 1, "coordinator": 1, "methodist": 1, "admin": 1}

    async def test_assessments_are_counted_and_deficits_of_few_are_not_told(
        self, town: Colleagues
    ) -> None:
        people = [town.head, town.teacher, town.stranger, town.coordinator]
        for person in people:
            await finishes(town.services, person, 0)
        await Taking.begin(town.services, town.methodist)
        numbers = await town.services.statistics.numbers(town.admin)
        assert (numbers.finished, numbers.open, numbers.assessed) == (4, 1, 4)
        assert not numbers.enough
        assert numbers.deficits == ()

    async def test_deficits_are_told_from_five_people_on_by_their_newest_result(
        self, town: Colleagues, clock: FixedClock
    ) -> None:
        everybody = [town.head, town.teacher, town.stranger, town.coordinator, town.methodist]
        for person in everybody:
            await finishes(town.services, person, 0)
        numbers = await town.services.statistics.numbers(town.admin)
        assert numbers.enough
        assert numbers.deficits
        assert {count for _, count in numbers.deficits} == {5}
        clock.advance(days=1)
        await finishes(town.services, town.teacher, 3)
        numbers = await town.services.statistics.numbers(town.admin)
        assert (numbers.assessed, numbers.finished) == (5, 6)
        assert numbers.deficits == (), "four are too few to be told"

    async def test_are_for_methodists_and_admins(self, town: Colleagues) -> None:
        for person in (town.head, town.coordinator, town.teacher):
            with refused("role-needed"):
                await town.services.statistics.numbers(person)
        assert (await town.services.statistics.numbers(town.methodist)).people

    async def test_of_the_administration_are_for_admins(self, town: Colleagues) -> None:
        with refused("role-needed"):
            await town.services.statistics.panel(town.methodist)
        assert (await town.services.statistics.panel(town.admin)).people


class TestEventsAndBroadcasts:
    async def test_of_the_last_month_are_counted(
        self, town: Colleagues, clock: FixedClock, database: Database
    ) -> None:
        now = clock.now()
        for number, days in enumerate((-40, -5, -2, 3), start=1):
            await _event(database, number, now + timedelta(days=days), now)
        came = {"attended_at": now}
        await _place(database, 1, town.teacher, now, **came)  # too long ago
        await _place(database, 2, town.teacher, now, **came)
        await _place(database, 2, town.head, now)
        await _place(database, 3, town.teacher, now, state="withdrawn")
        await _place(database, 4, town.teacher, now)
        activity = (await town.services.statistics.numbers(town.methodist)).activity
        assert (activity.coming, activity.held) == (1, 2)
        assert (activity.places, activity.came) == (2, 1)
        assert (activity.broadcasts, activity.delivered) == (0, 0)

    async def test_copies_of_broadcasts_count_and_notices_do_not(
        self, town: Colleagues, clock: FixedClock, database: Database
    ) -> None:
        now = clock.now()
        made = {"audience": {}, "left_out": {}, "created_at": now, "changed_at": now}
        await _insert(
            database, models.Broadcast, id=1, state="done", category="law", started_at=now, **made
        )
        owed = {"kind": "broadcast", "facts": {}, "next_at": now, "created_at": now}
        for number, state in enumerate(("sent", "unreachable")):
            await _insert(
                database,
                models.OutboxMessage,
                person_id=town.teacher,
                broadcast_id=1,
                dedupe_key=f"b:1:{number}",
                state=state,
                sent_at=now,
                **owed,
            )
        activity = (await town.services.statistics.numbers(town.methodist)).activity
        assert (activity.broadcasts, activity.delivered) == (1, 1)


async def _insert(database: Database, model: type[Base], **values: Any) -> None:
    async with database.write() as session:
        await session.execute(insert(model).values(**values))


async def _event(database: Database, number: int, begins: datetime, now: datetime) -> None:
    await _insert(
        database,
        models.Event,
        id=number,
        state="published" if begins > now else "over",
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        audience={},
        code="1234",
        token=str(number),
        created_at=now,
        changed_at=now,
    )


async def _place(
    database: Database, event_id: int, person: int, now: datetime, **more: Any
) -> None:
    place = {"event_id": event_id, "person_id": person, "since": now, "created_at": now}
    await _insert(database, models.Registration, **{"state": "registered", **place, **more})


class TestDelivery:
    async def test_tells_what_waits_what_went_and_why_some_failed(
        self, town: Colleagues, clock: FixedClock
    ) -> None:
        services, now = town.services, clock.now()
        async with services.access.uow.writing() as store:
            for number in range(5):
                await owe(store, town.teacher, Notice.ROLE_ENDED, number, now, role="head")
        async with services.access.uow.writing() as store:
            rows = await store.outbox.claim(100, now, now + timedelta(seconds=30))
            for row in rows[:3]:
                await store.outbox.close(row.id, "failed", "bot was blocked by the user")
            await store.outbox.sent(rows[3].id, 5, now - timedelta(hours=12))
            await store.outbox.sent(rows[4].id, 6, now)
        delivery = await services.statistics.delivery(town.admin)
        assert (delivery.sending, delivery.sent, delivery.failed) == (len(rows) - 5, 1, 3)
        assert [(row.error, row.count) for row in delivery.reasons] == [
            ("bot was blocked by the user", 3)
        ]

    async def test_is_for_admins(self, town: Colleagues) -> None:
        with refused("role-needed"):
            await town.services.statistics.delivery(town.methodist)


class TestHealth:
    async def test_looks_at_every_part(self, town: Colleagues, clock: FixedClock) -> None:
        health = town.services.health
        health.jobs = lambda: [("tidy", clock.now())]
        report = await health.report(town.admin)
        assert report.revision.startswith("2026")
        assert report.size > 10_000
        assert report.free > 0
        assert report.jobs == (("tidy", clock.now()),)
        assert (report.backups_on, report.backup, report.backup_missing) == (False, None, True)
        assert (report.in_maintenance, report.slow) == (False, False)

    async def test_worries_about_an_old_backup_maintenance_and_messages_that_wait(
        self, uow: UnitOfWork, clock: FixedClock, tmp_path: Path
    ) -> None:
        plan = BackupPlan(name="ust-ishim", passphrase="x" * 12, folder=tmp_path)
        (plan.folder / "ust-ishim-20260831T203000Z.backup.age").write_bytes(b"12345")
        services = await build_services(
            uow, clock, admin_ids=[ADMIN], installation=Installation(backups=plan)
        )
        town = await gather(services)
        report = await services.health.report(town.admin)
        assert report.backup is not None
        assert (report.backup.size, report.backup_missing) == (5, False)
        await services.maintenance.on(town.admin)
        clock.advance(hours=24)
        report = await services.health.report(town.admin)
        assert (report.backup_missing, report.in_maintenance, report.late) == (True, True, True)

    async def test_is_for_admins(self, town: Colleagues) -> None:
        with refused("role-needed"):
            await town.services.health.report(town.methodist)
