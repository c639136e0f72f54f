"""What the bot owes: each message claimed once, tried again for a day, ended with a reason."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from services.notices import Notice, owe
from services.outbox import GIVE_UP_AFTER, LONGEST_WAIT, wait_after
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.messages import only, rows, tell
from tests.services.stories import ANNA, sign_up
from tests.wiring import Services, build_services

ADMIN = 700_000_100


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """A municipality with an admin by the settings."""
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def admin(services: Services) -> int:
    """Id of the admin, who works the queue too: there is no methodist."""
    return await sign_up(services, ADMIN, name="Ларина Ада Игоревна")


class TestOwing:
    async def test_the_same_cause_is_told_to_the_same_person_once(
        self, services: Services, anna: int, boris: int, database: Database
    ) -> None:
        for person in (anna, anna, boris):
            await tell(services, person)
        assert [row.person_id for row in await rows(database)] == [anna, boris]

    async def test_a_sender_is_woken_after_the_commit_and_only_by_what_is_new(
        self, services: Services, anna: int, database: Database
    ) -> None:
        woken: list[int] = []

        def wake() -> None:
            woken.append(1)

        services.access.uow.on_owed = wake
        await tell(services, anna)
        assert woken == [1]
        await tell(services, anna)
        await services.people.save_name(anna, "Иванова Анна Ильинична")
        assert woken == [1]

    async def test_who_erased_themselves_is_told_nothing(
        self, services: Services, anna: int, database: Database
    ) -> None:
        await tell(services, anna)
        await services.people.forget(anna)
        assert await services.outbox.claim(10) == []
        assert await rows(database) == []


class TestClaiming:
    async def test_the_oldest_come_first_and_no_more_than_asked_for(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        for number in (1, 2, 3):
            await tell(services, anna, number, number=number)
            clock.advance(seconds=1)
        batches = [await services.outbox.claim(2) for _ in range(2)]
        assert [[one.facts["number"] for one in batch] for batch in batches] == [[1, 2], [3]]

    async def test_of_two_senders_each_message_goes_to_one(
        self, services: Services, anna: int
    ) -> None:
        for cause in range(20):
            await tell(services, anna, cause, number=cause)
        batches = await asyncio.gather(*(services.outbox.claim(3) for _ in range(10)))
        while batch := await services.outbox.claim(3):
            batches.append(batch)
        assert sorted(one.facts["number"] for batch in batches for one in batch) == [*range(20)]

    async def test_what_was_released_comes_at_once(self, services: Services, anna: int) -> None:
        await tell(services, anna)
        await services.outbox.release(await services.outbox.claim(10))
        assert len(await services.outbox.claim(10)) == 1

    async def test_what_was_sent_never_comes_again_not_even_by_a_late_failure(
        self, services: Services, anna: int, clock: FixedClock, database: Database
    ) -> None:
        await tell(services, anna)
        [owed] = await services.outbox.claim(10)
        await services.outbox.sent(owed, 77)
        await services.outbox.retry(owed, "late")
        await services.outbox.fail(owed, "late")
        await services.outbox.release([owed])
        clock.advance(days=3)
        assert await services.outbox.claim(10) == []
        row = await only(database)
        assert (row.state, row.message_id, row.error) == ("sent", 77, None)
        assert row.sent_at == clock.now() - timedelta(days=3)


class TestTryingAgain:
    async def test_a_failure_is_tried_again_a_little_later_each_time(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        await tell(services, anna)
        for seconds in (1, 2, 4, 8):
            [owed] = await services.outbox.claim(10)
            await services.outbox.retry(owed, "502")
            clock.advance(seconds=seconds - 0.1)
            assert await services.outbox.claim(10) == []
            clock.advance(seconds=0.1)

    async def test_after_a_day_of_failures_it_is_given_up_and_the_reason_stays(
        self, services: Services, anna: int, clock: FixedClock, database: Database
    ) -> None:
        await tell(services, anna)
        began = clock.now()
        while found := await services.outbox.claim(10):
            await services.outbox.retry(found[0], "Bad Gateway")
            if (row := await only(database)).state == "waiting":
                clock.set(row.next_at)
        row = await only(database)
        assert (row.state, row.error) == ("failed", "Bad Gateway")
        assert GIVE_UP_AFTER - LONGEST_WAIT <= clock.now() - began <= GIVE_UP_AFTER

    async def test_a_message_outlives_a_bot_that_was_switched_off_for_a_week(
        self, services: Services, anna: int, clock: FixedClock, database: Database
    ) -> None:
        await tell(services, anna)
        clock.advance(days=7)
        [owed] = await services.outbox.claim(10)
        await services.outbox.retry(owed, "no network yet")
        assert (await only(database)).state == "waiting"

    def test_the_waits_grow_to_an_hour(self) -> None:
        waits = [wait_after(attempts) for attempts in range(40)]
        known = [wait for wait in waits if wait is not None]
        assert known == sorted(known)
        assert known[-1] == LONGEST_WAIT
        assert waits[-1] is None

    async def test_a_permanent_failure_keeps_its_reason_and_no_more_than_fits(
        self, services: Services, anna: int, database: Database
    ) -> None:
        await tell(services, anna)
        [owed] = await services.outbox.claim(10)
        await services.outbox.fail(owed, "x" * 999)
        row = await only(database)
        assert (row.state, row.error) == ("failed", "x" * 300)


class TestNames:
    async def test_are_put_in_when_it_is_sent(self, services: Services, anna: int) -> None:
        school = (await services.schools.page(0)).schools[0]
        await tell(services, anna, person_id=anna, school_id=school.id)
        await services.people.save_name(anna, "Петрова Анна Петровна")
        [owed] = await services.outbox.claim(1)
        assert owed.concerned == "Петрова Анна Петровна"
        assert owed.school == school
        assert (owed.recipient.telegram_id, owed.recipient.locale) == (ANNA, "ru")

    async def test_a_kind_that_nobody_knows_fails_and_holds_nothing_back(
        self, services: Services, anna: int, database: Database
    ) -> None:
        await tell(services, anna)
        async with database.write() as session:
            await session.execute(text("UPDATE outbox SET kind = 'of-tomorrow'"))
        await tell(services, anna, 2)
        [owed] = await services.outbox.claim(10)
        assert owed.notice is Notice.SERVICE_RESUMED
        first, _ = await rows(database)
        assert (first.state, first.error) == ("failed", "unknown kind of-tomorrow")

    @pytest.mark.parametrize(
        "kind", [Notice.CLAIM_WAITS, Notice.TRANSFER_WAITS, Notice.ROLE_GRANTED]
    )
    async def test_one_that_lacks_its_facts_fails_and_holds_nothing_back(
        self, services: Services, admin: int, database: Database, kind: Notice
    ) -> None:
        async with services.access.uow.writing() as store:
            await owe(store, admin, kind, "cause", services.clock.now())
        await tell(services, admin)
        [owed] = await services.outbox.claim(10)
        assert owed.notice is Notice.SERVICE_RESUMED
        first, _ = await rows(database)
        assert (first.state, first.error) == ("failed", "not understood: KeyError")


async def _kinds(services: Services) -> list[str]:
    return [str(owed.notice) for owed in await services.outbox.claim(10)]


class TestWhatIsOver:
    """A notice whose subject was decided or erased meanwhile is cancelled."""

    @pytest.fixture
    def cancelled(self, services: Services, database: Database) -> Callable[..., Any]:
        async def look(*notices: Notice) -> None:
            assert await _kinds(services) == []
            found = [row.kind for row in await rows(database) if row.state == "cancelled"]
            assert found == list(notices)

        return look

    async def claims(self, services: Services, decider: int, teacher: int) -> int:
        """A teacher claims a role, which somebody is to decide."""
        async with services.access.uow.writing() as store:
            now = services.clock.now()
            await store.roles.add(teacher, Role.EXPERT, now, state="claimed")
            [grant] = await store.roles.of_person(teacher, "claimed")
            facts = {"grant_id": grant.id, "person_id": teacher, "role": "expert"}
            await owe(store, decider, Notice.CLAIM_WAITS, grant.id, now, **facts)
        return grant.id

    async def decide(self, services: Services, grant_id: int, state: str) -> None:
        async with services.access.uow.writing() as store:
            await store.roles.decide(grant_id, ["claimed"], state, services.clock.now(), None)

    async def test_a_claim_that_waits_is_told_with_its_names(
        self, services: Services, admin: int, anna: int
    ) -> None:
        grant = await self.claims(services, admin, anna)
        [owed] = await services.outbox.claim(10)
        assert (owed.notice, owed.facts["grant_id"]) == (Notice.CLAIM_WAITS, grant)
        assert owed.concerned == "Иванова Анна Петровна"

    @pytest.mark.parametrize("state", ["active", "declined"])
    async def test_a_claim_that_is_decided(
        self, services: Services, admin: int, anna: int, state: str, cancelled: Any
    ) -> None:
        await self.decide(services, await self.claims(services, admin, anna), state)
        await cancelled(Notice.CLAIM_WAITS)

    async def test_a_claim_of_somebody_who_erased_themselves(
        self, services: Services, admin: int, anna: int, cancelled: Any
    ) -> None:
        await self.claims(services, admin, anna)
        await services.people.forget(anna)
        await cancelled(Notice.CLAIM_WAITS)

    async def test_a_claim_is_told_to_nobody_who_may_no_longer_decide(
        self, services: Services, anna: int, boris: int, cancelled: Any
    ) -> None:
        await self.claims(services, boris, anna)
        await cancelled(Notice.CLAIM_WAITS)

    async def test_a_role_that_was_given_and_taken_back(
        self, services: Services, admin: int, anna: int
    ) -> None:
        await services.roles.grant(admin, anna, Role.EXPERT)
        async with services.access.uow.reading() as store:
            [grant] = await store.roles.held(anna)
        await services.roles.end(admin, grant.id)
        assert await _kinds(services) == [Notice.ROLE_ENDED]

    async def test_an_attestation_that_is_on_another_day(
        self, services: Services, anna: int, clock: FixedClock, cancelled: Any
    ) -> None:
        async with services.access.uow.writing() as store:
            day = "2026-12-24"
            await owe(store, anna, Notice.ATTESTATION_NEAR, day, clock.now(), date=day)
        await cancelled(Notice.ATTESTATION_NEAR)
