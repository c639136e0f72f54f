"""How a broadcast goes out: to each person of the audience once, whatever happens on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.broadcasts import sending
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.mailing import (
    a_crowd,
    a_draft,
    a_methodist,
    block,
    copies,
    deliver,
    facts_of,
    sends,
    settle,
    state_of,
)
from tests.services.stories import ANNA, refused
from tests.wiring import Services

NIGHT = datetime(2026, 9, 1, 18, 0, tzinfo=UTC)  # midnight in Omsk, between two working days
MORNING = datetime(2026, 9, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
async def zoya(services: Services) -> int:
    """Id of the methodist."""
    return await a_methodist(services)


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "CHUNK", 3)


class TestQueueing:
    async def test_everybody_of_the_audience_gets_one_copy(
        self, services: Services, zoya: int, anna: int, boris: int, database: Database
    ) -> None:
        number = await sends(services, zoya)
        await settle(services)
        assert await copies(database, number) == {"waiting": 3}
        assert await state_of(services, number) == "sending"
        assert len(await deliver(services)) == 3
        await settle(services)
        assert await state_of(services, number) == "done"
        assert await facts_of(database, "broadcast-done") == [(zoya, {"broadcast_id": number})]

    @pytest.mark.usefixtures("small_chunks")
    async def test_whoever_is_killed_between_two_chunks_goes_on_after_the_last_one(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 10, clock.now())
        number = await sends(services, zoya)
        await services.broadcasts.sending.advance()
        for done in (3, 6, 9, 11):
            assert await services.broadcasts.sending.advance()
            # The next chunk comes from a process that knows nothing of this one.
            again = sending.Sending(services.access, services.municipality)
            assert await copies(database, number) == {"waiting": done}
        await again.advance()
        assert await copies(database, number) == {"waiting": 11}

    @pytest.mark.usefixtures("small_chunks")
    async def test_the_first_copies_go_out_while_the_last_are_written(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 10, clock.now())
        await sends(services, zoya)
        for _ in range(2):
            await services.broadcasts.sending.advance()
        assert len(await deliver(services)) == 3

    async def test_who_blocked_the_bot_is_named_in_the_result_and_gets_none(
        self, services: Services, zoya: int, anna: int, database: Database, clock: FixedClock
    ) -> None:
        await block(database, ANNA, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        assert await copies(database, number) == {"waiting": 1, "unreachable": 1}
        page = await services.broadcasts.outcomes.names(zoya, number, "unreachable", 0)
        assert [reader.name for reader in page.readers] == ["Иванова Анна Петровна"]

    async def test_who_unsubscribed_gets_none_and_is_counted(
        self, services: Services, zoya: int, anna: int, database: Database
    ) -> None:
        await services.subscriptions.mark(anna, "events", False)
        number = await sends(services, zoya, "events")
        await settle(services)
        assert await copies(database, number) == {"waiting": 1}
        broadcast = await services.broadcasts.drafts.broadcast(zoya, number)
        assert (broadcast.total, broadcast.unsubscribed) == (1, 1)

    async def test_who_signs_up_after_it_began_gets_none(
        self, services: Services, zoya: int, anna: int, database: Database, clock: FixedClock
    ) -> None:
        number = await sends(services, zoya)
        await services.broadcasts.sending.advance()
        clock.advance(seconds=1)
        await a_crowd(database, 2, clock.now() + timedelta(days=2))
        await settle(services)
        assert await copies(database, number) == {"waiting": 2}

    async def test_to_nobody_it_is_done_at_once(
        self, services: Services, zoya: int, database: Database
    ) -> None:
        await services.subscriptions.mark(zoya, "events", False)
        number = await sends(services, zoya, "events")
        await settle(services)
        assert await state_of(services, number) == "done"
        assert await copies(database, number) == {}


class TestControl:
    async def test_sending_twice_is_the_same_as_once(
        self, services: Services, zoya: int, anna: int, database: Database
    ) -> None:
        number = await sends(services, zoya)
        await services.broadcasts.control.send(zoya, number, True)
        await settle(services)
        await services.broadcasts.control.send(zoya, number, True)
        await settle(services)
        assert await copies(database, number) == {"waiting": 2}

    async def test_a_pause_stops_at_once_and_going_on_loses_and_repeats_nobody(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 5, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        first = await deliver(services, 2)
        await services.broadcasts.control.pause(zoya, number)
        assert await deliver(services) == []
        await services.broadcasts.control.go_on(zoya, number)
        rest = await deliver(services)
        assert len(first + rest) == len({*first, *rest}) == 6

    async def test_what_is_called_off_goes_to_nobody_else(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 5, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        await deliver(services, 2)
        await services.broadcasts.control.cancel(zoya, number)
        progress = await services.broadcasts.outcomes.progress(zoya, number)
        assert (progress.delivered, progress.dropped, progress.waiting) == (2, 4, 0)
        await settle(services)
        assert await copies(database, number) == {"sent": 2, "cancelled": 4}
        assert await facts_of(database, "broadcast-done") == []
        with refused("broadcast-not-running"):
            await services.broadcasts.control.go_on(zoya, number)

    async def test_before_it_begins_it_can_become_a_draft_again(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        number = await a_draft(services, zoya)
        later = clock.now() + timedelta(hours=3)
        await services.broadcasts.control.set_moment(zoya, number, later)
        assert await services.broadcasts.control.send(zoya, number, False) == later
        with refused("broadcast-begun"):
            await services.broadcasts.drafts.set_text(zoya, number, "иначе")
        await services.broadcasts.control.unschedule(zoya, number)
        await services.broadcasts.drafts.set_text(zoya, number, "иначе")
        await services.broadcasts.control.send(zoya, number, False)
        await settle(services)
        assert await state_of(services, number) == "scheduled"
        clock.set(later)
        await settle(services)
        with refused("broadcast-begun"):
            await services.broadcasts.control.unschedule(zoya, number)

    async def test_what_is_not_complete_is_refused(self, services: Services, zoya: int) -> None:
        number = await services.broadcasts.drafts.create(zoya)
        with refused("broadcast-needs-text"):
            await services.broadcasts.control.send(zoya, number, False)
        await services.broadcasts.drafts.set_text(zoya, number, "текст")
        with refused("broadcast-needs-category"):
            await services.broadcasts.control.plan(zoya, number)


class TestQuietHours:
    async def test_by_night_it_waits_for_the_morning(
        self, services: Services, zoya: int, anna: int, database: Database, clock: FixedClock
    ) -> None:
        clock.set(NIGHT)
        number = await a_draft(services, zoya)
        plan = await services.broadcasts.control.plan(zoya, number)
        assert (plan.held, plan.moment) == (True, MORNING)
        await services.broadcasts.control.send(zoya, number, False)
        await settle(services)
        assert await copies(database, number) == {}
        clock.set(MORNING)
        await settle(services)
        assert await copies(database, number) == {"waiting": 2}

    async def test_who_insists_sends_by_night(
        self, services: Services, zoya: int, anna: int, clock: FixedClock
    ) -> None:
        clock.set(NIGHT)
        await sends(services, zoya)
        await settle(services)
        assert len(await deliver(services)) == 2

    async def test_a_long_one_rests_over_the_night_and_goes_on(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 5, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        await deliver(services, 2)
        clock.set(NIGHT)
        await settle(services)
        assert await deliver(services) == []
        broadcast = await services.broadcasts.drafts.broadcast(zoya, number)
        assert broadcast.resting
        assert broadcast.scheduled_at == MORNING
        clock.set(MORNING)
        await settle(services)
        assert len(await deliver(services)) == 4
        assert await copies(database, number) == {"sent": 6}

    async def test_a_process_that_slept_over_the_moment_does_not_wake_people(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        number = await a_draft(services, zoya)
        await services.broadcasts.control.set_moment(zoya, number, clock.now() + timedelta(hours=1))
        await services.broadcasts.control.send(zoya, number, False)
        clock.set(NIGHT)
        await settle(services)
        assert await state_of(services, number) == "scheduled"


class TestRefused:
    async def test_what_telegram_takes_for_nobody_is_held_and_told_of(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 30, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        for one in await services.outbox.claim(sending.MANY_REFUSED):
            await services.outbox.fail(one, "wrong file identifier")
        await settle(services)
        assert await state_of(services, number) == "paused"
        told = {"broadcast_id": number, "off": "refused"}
        assert await facts_of(database, "broadcast-done") == [(zoya, told)]
        await services.broadcasts.control.cancel(zoya, number)
        assert await state_of(services, number) == "cancelled"

    async def test_who_got_it_shows_that_it_is_sound(
        self, services: Services, zoya: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 30, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        first, *others = await services.outbox.claim(sending.MANY_REFUSED + 1)
        await services.outbox.sent(first, 1)
        for one in others:
            await services.outbox.fail(one, "wrong file identifier")
        await settle(services)
        assert await state_of(services, number) == "sending"


class TestResting:
    async def test_whom_it_is_for_is_settled_once_it_has_begun(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        number = await sends(services, zoya)
        mark = services.audiences.mark
        await mark(zoya, "broadcast", number, "positions", "head", True)
        async with services.access.uow.writing() as store:
            await store.broadcasts.change(
                number, ("scheduled",), clock.now(), started_at=clock.now()
            )
        with refused("audience-fixed"):
            await mark(zoya, "broadcast", number, "positions", "deputy", True)
        assert not (await services.audiences.owned(zoya, "broadcast", number)).changeable
