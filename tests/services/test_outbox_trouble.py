"""What is broken in the sender's own house: it costs one message its turn, and no other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.notices import Notice, owe
from services.outbox import FIRST_WAIT, LEASE, Outbox, pointless
from storage.engine import Database
from storage.repositories.people import People
from tests.clocks import FixedClock
from tests.services.mailing import a_crowd, a_methodist, copies, sends, settle, state_of
from tests.services.messages import only, rows, tell
from tests.wiring import Services

HOUR = timedelta(hours=1)


class Broken(Exception):
    """Nobody has thought of this one."""


async def test_a_check_that_breaks_is_tried_again_later_and_holds_nothing_back(
    services: Services,
    anna: int,
    boris: int,
    clock: FixedClock,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def check(_: Any, owed: Any) -> bool:
        if owed.recipient.id == anna:
            raise Broken
        return False

    await tell(services, anna)
    await tell(services, boris)
    with monkeypatch.context() as patched:
        patched.setitem(pointless.CHECKS, Notice.SERVICE_RESUMED, check)
        assert [owed.recipient.id for owed in await services.outbox.claim(10)] == [boris]
    first = (await rows(database))[0]
    assert (first.state, first.attempts, first.error) == ("waiting", 1, "not understood: Broken")
    assert first.next_at == clock.now() + FIRST_WAIT
    clock.advance(FIRST_WAIT)
    assert [owed.recipient.id for owed in await services.outbox.claim(10)] == [anna]


async def test_what_was_claimed_when_the_database_failed_is_given_back(
    services: Services, anna: int, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def many(*_: Any) -> Any:
        raise Broken

    await tell(services, anna)
    with monkeypatch.context() as patched:
        patched.setattr(People, "many", many)
        with pytest.raises(Broken):
            await services.outbox.claim(10)
    assert (await only(database)).state == "waiting"
    [owed] = await services.outbox.claim(10)
    assert owed.uncertain == 0


async def test_a_sender_that_slept_over_its_lease_changes_nothing_that_another_has(
    services: Services, anna: int, clock: FixedClock, database: Database
) -> None:
    seconds = 0.0
    other = Outbox(services.access, services.municipality, lambda: seconds)
    await tell(services, anna)
    [slept] = await services.outbox.claim(10)
    await other.take_over()
    seconds += LEASE.total_seconds() + 1
    clock.advance(seconds=seconds)
    assert await other.take_over() == 1
    [owed] = await other.claim(10)
    await services.outbox.release([slept])
    await services.outbox.retry(slept, "late")
    assert (await only(database)).state == "sending"
    assert await services.outbox.claim(10) == []
    await other.sent(owed, 7)
    assert (await only(database)).message_id == 7


async def test_what_a_clock_that_was_ahead_took_for_late_comes_after_all(
    services: Services, anna: int, clock: FixedClock, database: Database
) -> None:
    now = clock.now()
    async with services.access.uow.writing() as store:
        await owe(
            store, anna, Notice.SERVICE_RESUMED, 1, now, at=now + HOUR, expires_at=now + 2 * HOUR
        )
    clock.advance(3 * HOUR)
    assert await services.outbox.claim(10) == []
    assert (await only(database)).state == "missed"
    clock.set(now)
    assert await services.outbox.claim(10) == [], "it has its time"
    clock.advance(HOUR)
    assert len(await services.outbox.claim(10)) == 1


async def test_a_broken_broadcast_does_not_stop_the_others(
    services: Services, database: Database, clock: FixedClock
) -> None:
    methodist = await a_methodist(services)
    await a_crowd(database, 3, clock.now())
    broken, whole = [await sends(services, methodist) for _ in range(2)]
    async with services.access.uow.writing() as store:
        await store.broadcasts.change(broken, ["scheduled"], clock.now(), audience={"roles": 7})
    with pytest.raises(TypeError):
        await settle(services)
    assert await state_of(services, broken) == "scheduled"
    assert await copies(database, whole) == {"waiting": 4}


async def test_a_broadcast_that_rests_goes_on_when_a_clock_that_was_ahead_is_set_back(
    services: Services, database: Database, clock: FixedClock
) -> None:
    methodist = await a_methodist(services)
    number = await sends(services, methodist)
    await settle(services)
    clock.advance(12 * HOUR)
    await settle(services)
    assert await state_of(services, number) == "scheduled", "it is night"
    clock.advance(-12 * HOUR)
    await settle(services)
    assert await state_of(services, number) == "sending"
