"""Two lanes, quiet hours, what came too late, and what falls due next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.notices import Notice, owe
from services.outbox import Fate, Outcome
from services.permissions import Role
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.messages import broadcast, only, rows, tell
from tests.wiring import Services

NIGHT = timedelta(hours=12)  # from ten in the morning to ten in the evening


async def claimed(services: Services, limit: int = 10) -> list[str]:
    return [owed.kind for owed in await services.outbox.claim(limit)]


async def remind(services: Services, whom: int, **moments: Any) -> None:
    """Owe something that can wait for the morning."""
    async with services.access.uow.writing() as store:
        now = services.clock.now()
        grants = {"role": "expert", "school_id": None}
        await owe(store, whom, Notice.SCHOOL_MERGED, "x", now, **moments, **grants)


class TestLanes:
    async def test_a_notice_overtakes_a_broadcast_that_runs(
        self, services: Services, anna: int, boris: int, database: Database, clock: FixedClock
    ) -> None:
        await broadcast(services, database, anna, boris)
        clock.advance(minutes=1)
        await tell(services, anna)
        assert await claimed(services, 2) == ["service-resumed", "broadcast"]

    async def test_copies_come_with_what_the_broadcast_says(
        self, services: Services, anna: int, database: Database
    ) -> None:
        number = await broadcast(services, database, anna)
        [owed] = await services.outbox.claim(10)
        assert owed.broadcast is not None
        assert (owed.broadcast.id, owed.broadcast.text) == (number, "Новости")
        assert (owed.notice, owed.recipient.id, owed.silent) == (None, anna, False)

    @pytest.mark.parametrize("state", ["draft", "scheduled", "paused", "cancelled"])
    async def test_a_broadcast_that_does_not_run_keeps_its_copies(
        self, services: Services, anna: int, database: Database, state: str
    ) -> None:
        await broadcast(services, database, anna, state=state)
        assert await claimed(services) == []
        assert (await only(database)).state == "waiting"

    async def test_the_older_of_two_broadcasts_goes_first(
        self, services: Services, anna: int, boris: int, database: Database, clock: FixedClock
    ) -> None:
        first = await broadcast(services, database, anna, boris)
        clock.advance(seconds=1)
        second = await broadcast(services, database, anna)
        found = [owed.broadcast.id for owed in await services.outbox.claim(9) if owed.broadcast]
        assert found == [first, first, second]


class TestMarking:
    async def test_results_are_written_with_the_next_claim(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        for cause in range(3):
            await tell(services, anna, cause)
            clock.advance(seconds=1)
        first, second = await services.outbox.claim(2)
        done = [
            Outcome(first, Fate.SENT, 5),
            Outcome(second, Fate.RETRY, reason="502", uncertain=True),
        ]
        assert len(await services.outbox.claim(10, done)) == 1
        found = [(row.state, row.uncertain) for row in await rows(database)]
        assert found == [("sent", 0), ("waiting", 1), ("sending", 0)]

    async def test_who_blocked_the_bot_is_not_asked_again_until_they_are_back(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        await tell(services, anna, 1)
        [owed] = await services.outbox.claim(10)
        await services.outbox.settle([Outcome(owed, Fate.UNREACHABLE, reason="blocked")])
        await tell(services, anna, 2)
        assert await claimed(services) == []
        assert [row.state for row in await rows(database)] == ["unreachable"] * 2
        await services.outbox.is_back(anna)
        await tell(services, anna, 3)
        assert await claimed(services) == ["service-resumed"]

    async def test_a_block_is_noted_when_telegram_tells_of_it(
        self, services: Services, anna: int, database: Database
    ) -> None:
        async with services.access.uow.reading() as store:
            person = await store.people.get(anna)
        assert person is not None
        await services.outbox.blocked(person.telegram_id, blocked=True)
        await services.outbox.blocked(1, blocked=True)
        await tell(services, anna)
        assert await claimed(services) == []
        await services.outbox.blocked(person.telegram_id, blocked=False)
        await tell(services, anna, 2)
        assert await claimed(services) == ["service-resumed"]


class TestQuietHours:
    async def test_hold_back_what_can_wait_until_the_morning(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        clock.advance(NIGHT)
        await remind(services, anna)
        assert await claimed(services) == []
        row = await only(database)
        assert (row.state, row.attempts) == ("waiting", 0)
        assert row.next_at.astimezone(clock.zone).strftime("%d %H:%M") == "02 07:00"
        clock.set(row.next_at)
        [owed] = await services.outbox.claim(10)
        assert not owed.silent

    async def test_let_personal_answers_pass_without_a_sound(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        clock.advance(NIGHT)
        await tell(services, anna)
        [owed] = await services.outbox.claim(10)
        assert owed.silent

    async def test_let_pass_what_would_be_pointless_in_the_morning(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        clock.advance(NIGHT)
        await remind(services, anna, expires_at=clock.now() + timedelta(hours=2))
        [owed] = await services.outbox.claim(10)
        assert owed.silent

    async def test_are_of_no_account_where_the_settings_switch_them_off(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        services.municipality.quiet_hours = False
        clock.advance(NIGHT)
        await remind(services, anna)
        [owed] = await services.outbox.claim(10)
        assert not owed.silent


class TestWhatIsLate:
    async def test_and_useful_is_sent_and_what_is_pointless_is_missed(
        self, services: Services, anna: int, boris: int, database: Database, clock: FixedClock
    ) -> None:
        due, over = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=3)
        await remind(services, anna, at=due, expires_at=over)
        await remind(services, boris, at=due, expires_at=due + timedelta(minutes=30))
        clock.advance(hours=2)
        [owed] = await services.outbox.claim(10)
        assert owed.recipient.id == anna
        late = (await rows(database))[1]
        assert (late.state, late.error) == ("missed", "too late")


class TestWhatFallsDueNext:
    async def test_is_the_nearest_of_all_that_waits(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        now = clock.now()
        assert await services.outbox.next_due() is None
        async with services.access.uow.writing() as store:
            at = now + timedelta(hours=4)
            await store.broadcasts.add(anna, now, state="scheduled", scheduled_at=at)
        assert await services.outbox.next_due() == at
        await remind(services, anna, at=now + timedelta(hours=3))
        assert await services.outbox.next_due() == now + timedelta(hours=3)

    async def test_counts_with_quiet_hours(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        await remind(services, anna, at=clock.now() + NIGHT)
        due = await services.outbox.next_due()
        assert due == clock.now() + timedelta(hours=21)


class TestTidying:
    async def test_drops_what_nothing_can_cause_again(
        self, services: Services, anna: int, database: Database, clock: FixedClock
    ) -> None:
        now = clock.now()
        async with services.access.uow.writing() as store:
            await store.roles.add(anna, Role.EXPERT, now)
            for state in ("over", "published"):
                event = await store.events.add(anna, "", "1", state, now)
                await store.events.change(event.id, now, state=state, ends_at=now)
                await owe(
                    store, anna, Notice.EVENT_OVER, event.id, now,
                    subject=f"event:{event.id}", event_id=event.id,
                )  # fmt: skip
        await tell(services, anna)
        number = await broadcast(services, database, anna)
        async with services.access.uow.writing() as store:
            await store.broadcasts.change(number, ["sending"], now, finished_at=now)
        done = [Outcome(one, Fate.SENT, 1) for one in await services.outbox.claim(10)]
        await services.outbox.settle(done)
        async with services.access.uow.writing() as store:
            await store.broadcasts.change(number, ["sending"], now, state="done")
        assert await services.housekeeping.drop_messages() == 0
        clock.advance(days=181)
        assert await services.housekeeping.drop_messages() == 1
        clock.advance(days=185)
        assert await services.housekeeping.drop_messages() == 1
        kinds = [row.kind for row in await rows(database)]
        assert kinds == ["event-over", "service-resumed"]
