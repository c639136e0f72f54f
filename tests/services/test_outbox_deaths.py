"""Senders that are killed, senders side by side, and clocks that are set."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from services.outbox import LEASE, Outbox
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.messages import broadcast, only, rows, tell
from tests.wiring import Services

HOUR = timedelta(hours=1)
SECONDS = LEASE.total_seconds()


class Watch:
    """Seconds that nobody can set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def other(services: Services, watch: Watch) -> Outbox:
    """The sender of another process, or of the next life."""
    return Outbox(services.access, services.municipality, watch)


class TestWhatAKilledSenderHad:
    async def test_is_recovered_at_the_next_start_and_known(
        self, services: Services, anna: int, other: Outbox, database: Database, clock: FixedClock
    ) -> None:
        for cause in range(3):
            await tell(services, anna, cause)
            clock.advance(seconds=1)
        await services.outbox.claim(2)
        assert await other.recover() == 2
        found = [(row.state, row.uncertain) for row in await rows(database)]
        assert found == [("waiting", 1), ("waiting", 1), ("waiting", 0)]
        assert [one.uncertain for one in await other.claim(10)] == [1, 1, 0]

    async def test_is_taken_over_by_another_process_when_the_lease_is_over(
        self, services: Services, anna: int, other: Outbox, watch: Watch, database: Database
    ) -> None:
        await tell(services, anna)
        await services.outbox.claim(10)
        assert await other.take_over() == 0
        watch.now += SECONDS
        assert await other.take_over() == 0
        watch.now += 1
        assert await other.take_over() == 1
        assert (await only(database)).uncertain == 1
        assert len(await other.claim(10)) == 1

    async def test_is_left_alone_as_long_as_it_is_sent_one_after_the_other(
        self, services: Services, anna: int, other: Outbox, watch: Watch
    ) -> None:
        """A sender that lives has other rows each time."""
        for cause in range(4):
            await tell(services, anna, cause)
            [owed] = await services.outbox.claim(1)
            assert await other.take_over() == 0
            watch.now += SECONDS - 1
            await services.outbox.sent(owed, cause)

    async def test_is_taken_over_by_one_of_two(
        self, services: Services, anna: int, other: Outbox, watch: Watch, database: Database
    ) -> None:
        third = Outbox(services.access, services.municipality, watch)
        await tell(services, anna)
        await services.outbox.claim(10)
        for _ in range(2):
            found = await asyncio.gather(other.take_over(), third.take_over())
            watch.now += SECONDS + 1
        assert sum(found) == 1
        assert (await only(database)).uncertain == 1

    async def test_never_goes_to_the_sender_that_has_it_itself(
        self, services: Services, anna: int, watch: Watch
    ) -> None:
        sender = Outbox(services.access, services.municipality, watch)
        await tell(services, anna)
        await sender.claim(10)
        for _ in range(3):
            assert await sender.take_over() == 0
            watch.now += SECONDS + 1

    async def test_is_marked_as_sent_if_it_was_only_slow(
        self, services: Services, anna: int, other: Outbox, database: Database
    ) -> None:
        await tell(services, anna)
        [owed] = await services.outbox.claim(10)
        await other.recover()
        await services.outbox.sent(owed, 5)
        assert (await only(database)).state == "sent"
        assert await other.claim(10) == []


async def test_two_senders_share_a_broadcast_and_no_copy_goes_to_both(
    services: Services, anna: int, boris: int, other: Outbox, database: Database
) -> None:
    for _ in range(10):
        await broadcast(services, database, anna, boris)
    found: list[int] = []
    while True:
        batches = await asyncio.gather(
            *(sender.claim(3) for sender in (services.outbox, other) for _ in range(2))
        )
        if not any(batches):
            break
        found += [owed.id for batch in batches for owed in batch]
    assert len(found) == len(set(found)) == 20


class TestAClockThatJumps:
    async def test_forward_gives_nobody_what_another_has(
        self, services: Services, anna: int, other: Outbox, clock: FixedClock
    ) -> None:
        await tell(services, anna)
        await services.outbox.claim(10)
        clock.advance(HOUR)
        assert await services.outbox.claim(10) == []
        assert await other.take_over() == 0
        assert await other.claim(10) == []

    async def test_back_holds_up_neither_notices_nor_a_broadcast(
        self, services: Services, anna: int, boris: int, database: Database, clock: FixedClock
    ) -> None:
        await services.outbox.claim(10)
        clock.advance(HOUR)
        await broadcast(services, database, anna, boris)
        await tell(services, anna)
        [first] = await services.outbox.claim(1)
        clock.advance(-HOUR)
        found = await services.outbox.claim(10)
        assert [one.kind for one in (first, *found)] == ["service-resumed", *["broadcast"] * 2]

    async def test_back_over_a_restart_does_not_either(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        clock.advance(HOUR)
        await broadcast(services, database, anna)
        clock.advance(-HOUR)
        next_life = Outbox(services.access, services.municipality)
        await next_life.recover()
        assert len(await next_life.claim(10)) == 1

    async def test_back_does_not_bring_early_what_has_its_time(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        at = clock.now() + 3 * HOUR
        async with services.access.uow.writing() as store:
            await store.outbox.add(anna, "service-resumed", {}, "key", clock.now(), at=at)
        clock.advance(2 * HOUR)
        assert await services.outbox.claim(10) == []
        clock.advance(-2 * HOUR)
        assert await services.outbox.claim(10) == []
        assert (await only(database)).next_at == at

    async def test_back_makes_a_retry_wait_no_hour_longer(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        clock.advance(HOUR)
        await tell(services, anna)
        [owed] = await services.outbox.claim(10)
        await services.outbox.retry(owed, "502")
        clock.advance(-HOUR)
        assert len(await services.outbox.claim(10)) == 1
