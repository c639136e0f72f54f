"""Places in events: seats, the line, withdrawing, and who hears of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from services.events.places import Placed, leave_all, move_up
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.happenings import IN, guests, line, publish, stored, told
from tests.services.stories import agree, refused
from tests.wiring import Services

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


class TestRegistering:
    async def test_takes_a_seat_and_a_second_tap_changes_nothing(
        self, services: Services, database: Database, anna: int
    ) -> None:
        event = await publish(services, seats=15)
        places = services.events.places
        assert await places.register(anna, event) == Placed("registered")
        assert await places.register(anna, event) == Placed("registered", again=True)
        assert await line(database, event, "registered") == [anna]

    async def test_fifteen_seats_for_forty_people_at_once(
        self, services: Services, database: Database
    ) -> None:
        event, people = await publish(services, seats=15), await guests(services, 40)
        register = services.events.places.register
        taps = [register(person, event) for person in people for _ in range(2)]
        placed = await asyncio.gather(*taps)
        seated, waiting = [await line(database, event, s) for s in ("registered", "waiting")]
        assert (len(seated), len(waiting)) == (15, 25)
        assert {*seated, *waiting} == set(people)
        first = [one for one in placed if not one.again]
        assert len(first) == 40
        assert sorted(one.number for one in first if one.waits) == list(range(1, 26))
        shown = [await services.events.calendar.look(person, event) for person in waiting]
        assert [one.number for one in shown] == list(range(1, 26))

    async def test_as_many_as_come_where_nobody_counts_seats(self, services: Services) -> None:
        event, people = await publish(services), await guests(services, 5)
        placed = [await services.events.places.register(person, event) for person in people]
        assert {one.state for one in placed} == {"registered"}

    async def test_needs_consent_and_sign_up(self, services: Services) -> None:
        event = await publish(services)
        with refused("consent-needed"):
            await services.events.places.register(999_999, event)
        newcomer = await agree(services)
        with refused("signup-needed"):
            await services.events.places.register(newcomer, event)

    async def test_is_refused_where_there_is_nothing_to_register_for(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        register = services.events.places.register
        draft = await publish(services, state="draft")
        cancelled = await publish(services, state="cancelled")
        closed = await publish(services, register_until=clock.now() + DAY)
        for event in (draft, 999_999):
            with refused("event-gone"):
                await register(anna, event)
        with refused("event-is-cancelled"):
            await register(anna, cancelled)
        clock.advance(DAY)
        with refused("event-deadline"):
            await register(anna, closed)
        begun = await publish(services, after=timedelta(0))
        with refused("event-begun"):
            await register(anna, begun)

    async def test_respects_for_whom_it_is(self, services: Services, anna: int, boris: int) -> None:
        heads = {"positions": ["head", "deputy"]}
        event = await publish(services, audience=heads, audience_only=True)
        open_to_all = await publish(services, audience=heads)
        register = services.events.places.register
        with refused("event-not-for-you"):
            await register(anna, event)
        assert (await register(boris, event)).state == "registered"
        assert (await register(anna, open_to_all)).state == "registered"


class TestWithdrawing:
    async def test_gives_the_seat_to_the_first_of_the_line_who_is_told(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        event, people = await publish(services, seats=1), await guests(services, 3)
        places = services.events.places
        for person in people:
            await places.register(person, event)
        await places.withdraw(people[0], event)
        await places.withdraw(people[0], event)
        assert await line(database, event, "registered") == [people[1]]
        assert await line(database, event, "waiting") == [people[2]]
        begins = clock.now() + IN
        assert await told(database, event, "event-seat") == [(people[1], clock.now(), begins)]
        reminded = [person for person, *_ in await told(database, event, "event-reminder")]
        assert reminded == [people[1]] * 3

    async def test_who_comes_back_stands_at_the_end(
        self, services: Services, database: Database
    ) -> None:
        event, people = await publish(services, seats=1), await guests(services, 3)
        places = services.events.places
        for person in people:
            await places.register(person, event)
        await places.withdraw(people[1], event)
        assert (await places.register(people[1], event)).number == 2
        assert await line(database, event, "waiting") == [people[2], people[1]]

    async def test_a_second_seat_is_told_of_like_the_first(
        self, services: Services, database: Database
    ) -> None:
        event, (one, other) = await publish(services, seats=1), await guests(services, 2)
        places = services.events.places
        await places.register(one, event)
        for _ in range(2):
            await places.register(other, event)
            await places.withdraw(one, event)
            await places.withdraw(other, event)
            await places.register(one, event)
        taken_back = await told(database, event, "event-seat", "cancelled")
        assert [person for person, *_ in taken_back] == [other, other]

    async def test_is_refused_once_it_has_begun(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        event = await publish(services)
        await services.events.places.register(anna, event)
        clock.advance(IN)
        with refused("event-begun-withdraw"):
            await services.events.places.withdraw(anna, event)

    async def test_is_free_where_there_was_no_place(self, services: Services, anna: int) -> None:
        await services.events.places.withdraw(anna, await publish(services))

    async def test_whoever_is_forgotten_leaves_the_seat_to_the_next(
        self, services: Services, database: Database
    ) -> None:
        event, (one, other) = await publish(services, seats=1), await guests(services, 2)
        for person in (one, other):
            await services.events.places.register(person, event)
        async with services.access.uow.writing() as store:
            await leave_all(store, one, services.clock.now())
        assert await line(database, event, "registered") == [other]


class TestMovingUp:
    async def test_fills_seats_that_were_added(
        self, services: Services, database: Database
    ) -> None:
        event, people = await publish(services, seats=1), await guests(services, 4)
        for person in people:
            await services.events.places.register(person, event)
        async with services.access.uow.writing() as store:
            await store.events.change(event, services.clock.now(), seats=3)
            row = await store.events.get(event, lock=True)
            assert row is not None
            assert await move_up(store, row, services.clock.now()) == people[1:3]
        assert await line(database, event, "waiting") == people[3:]

    async def test_ends_when_the_event_begins(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        event, people = await publish(services, seats=1), await guests(services, 2)
        for person in people:
            await services.events.places.register(person, event)
        clock.advance(IN)
        async with services.access.uow.writing() as store:
            await store.events.change(event, clock.now(), seats=None)
            assert await move_up(store, await stored(services, event), clock.now()) == []
        assert await line(database, event, "waiting") == [people[1]]


class TestReminders:
    async def test_come_a_week_a_day_and_an_hour_before(
        self, services: Services, clock: FixedClock, database: Database, anna: int
    ) -> None:
        event, begins = await publish(services), clock.now() + IN
        await services.events.places.register(anna, event)
        assert await told(database, event, "event-reminder") == [
            (anna, begins - WEEK, begins - DAY),
            (anna, begins - DAY, begins - HOUR),
            (anna, begins - HOUR, begins),
        ]

    async def test_that_are_past_do_not_come(
        self, services: Services, clock: FixedClock, database: Database, anna: int
    ) -> None:
        event, begins = await publish(services), clock.now() + IN
        clock.set(begins - DAY)
        await services.events.places.register(anna, event)
        assert await told(database, event, "event-reminder") == [(anna, begins - HOUR, begins)]

    async def test_go_with_the_place_and_come_back_with_it(
        self, services: Services, database: Database, anna: int
    ) -> None:
        event, places = await publish(services), services.events.places
        await places.register(anna, event)
        await places.withdraw(anna, event)
        assert await told(database, event, "event-reminder") == []
        await places.register(anna, event)
        assert len(await told(database, event, "event-reminder")) == 3

    async def test_follow_the_choice_of_the_person(
        self, services: Services, clock: FixedClock, database: Database, anna: int
    ) -> None:
        event, begins, places = await publish(services), clock.now() + IN, services.events.places
        await places.register(anna, event)
        await places.set_reminder(anna, "day", False)
        assert await places.reminders(anna) == ("week", "hour")
        assert await told(database, event, "event-reminder") == [
            (anna, begins - WEEK, begins - HOUR),
            (anna, begins - HOUR, begins),
        ]
        for when in ("week", "hour"):
            await places.set_reminder(anna, when, False)
        assert await places.reminders(anna) == ()
        assert await told(database, event, "event-reminder") == []
        await places.set_reminder(anna, "day", True)
        await places.set_reminder(anna, "day", True)
        assert await told(database, event, "event-reminder") == [(anna, begins - DAY, begins)]

    async def test_of_no_other_kind_can_be_chosen(self, services: Services, anna: int) -> None:
        with refused("choice-gone"):
            await services.events.places.set_reminder(anna, "year", True)

    async def test_who_waits_is_not_reminded(
        self, services: Services, database: Database, anna: int
    ) -> None:
        event = await publish(services, seats=0)
        await services.events.places.register(anna, event)
        await services.events.places.set_reminder(anna, "hour", False)
        assert await told(database, event, "event-reminder") == []


class TestEvenAtTheSameMoment:
    @pytest.mark.parametrize("seats", [1, 3])
    async def test_withdrawing_and_registering_never_fill_more_seats_than_there_are(
        self, services: Services, database: Database, seats: int
    ) -> None:
        event, people = await publish(services, seats=seats), await guests(services, 8)
        places = services.events.places
        await asyncio.gather(*(places.register(person, event) for person in people))
        taps = [
            places.withdraw(person, event) if number % 2 else places.register(person, event)
            for number, person in enumerate([*people, *people])
        ]
        await asyncio.gather(*taps)
        seated = await line(database, event, "registered")
        stay = {person for number, person in enumerate(people) if number % 2 == 0}
        assert len(seated) == seats
        assert {*seated, *await line(database, event, "waiting")} == stay


class TestMany:
    async def test_a_whole_line_moves_up_with_its_reminders(
        self, services: Services, database: Database, clock: FixedClock
    ) -> None:
        event, people = await publish(services, seats=1), await guests(services, 6)
        places = services.events.places
        for person in people:
            await places.register(person, event)
        await places.set_reminder(people[2], "week", False)
        async with services.access.uow.writing() as store:
            await store.events.change(event, clock.now(), seats=5)
            row = await store.events.get(event, lock=True)
            assert row is not None
            assert await move_up(store, row, clock.now()) == people[1:5]
        assert await line(database, event, "waiting") == [people[5]]
        seats = await told(database, event, "event-seat")
        assert sorted(person for person, *_ in seats) == people[1:5]
        reminded = [person for person, *_ in await told(database, event, "event-reminder")]
        assert {one: reminded.count(one) for one in people[:5]} == {
            people[0]: 3, people[1]: 3, people[2]: 2, people[3]: 3, people[4]: 3
        }  # fmt: skip

    async def test_who_is_forgotten_in_the_moment_of_registering_keeps_no_seat(
        self, services: Services, database: Database, clock: FixedClock
    ) -> None:
        event, people = await publish(services, seats=5), await guests(services, 10)
        places, forget = services.events.places, services.people.forget
        await asyncio.gather(
            *(places.register(person, event) for person in people),
            *(forget(person) for person in people[:6]),
            return_exceptions=True,  # who is not there any more cannot register
        )
        await forget(people[6])
        assert set(await line(database, event, "registered")) == set(people[7:])
        assert await line(database, event, "waiting") == []
