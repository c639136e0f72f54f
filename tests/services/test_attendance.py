"""Coming to events: links and codes with their times, the organiser's list, closing."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from services.events.arrivals import ASKED_FOR, CORRECTED_FOR
from services.events.attendance import CODE_TRIES
from services.events.marking import PAGE
from services.events.views import CLOSES_AFTER, OPENS_BEFORE
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.colleagues import ADMIN, METHODIST, joins, noted
from tests.services.happenings import guests, publish, stored, told
from tests.services.stories import agree, refused, sign_up
from tests.wiring import Services, build_services

SOON, LASTS, TICK = timedelta(hours=3), timedelta(hours=2), timedelta(seconds=1)


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def methodist(services: Services) -> int:
    admin = await joins(services, ADMIN, "Ларина Ада Игоревна")
    person = await joins(services, METHODIST, "Соколова Мария Ивановна")
    await services.roles.grant(admin, person, Role.METHODIST)
    return person


@pytest.fixture
async def anna(services: Services) -> int:
    return await sign_up(services)


async def token_of(services: Services, event: int) -> str:
    return (await stored(services, event)).token


async def comes(services: Services, person: int, event: int) -> str:
    """By the link; what came of it."""
    token = await token_of(services, event)
    return (await services.events.attendance.check_in_by_link(person, token)).outcome


async def came(services: Services, methodist: int, event: int) -> tuple[int, int, int]:
    """How many have a place, came, and came without one before."""
    found = (await services.events.attendance.participants(methodist, event)).turnout
    return found.registered, found.came, found.walked_in


class TestTheLink:
    async def test_works_from_an_hour_before_until_two_hours_after(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event, begins = await publish(services, after=SOON), clock.now() + SOON
        seen = []
        for moment in (
            begins - OPENS_BEFORE - TICK,
            begins - OPENS_BEFORE,
            begins + LASTS + CLOSES_AFTER,
            begins + LASTS + CLOSES_AFTER + TICK,
        ):
            clock.set(moment)
            person = await sign_up(services, 700_005_000 + len(seen))
            seen.append(await comes(services, person, event))
        assert seen == ["early", "here", "here", "late"]
        assert await came(services, methodist, event) == (2, 2, 2)

    async def test_twice_is_once_also_at_the_same_moment(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON)
        await services.events.places.register(anna, event)
        clock.advance(SOON)
        outcomes = await asyncio.gather(*(comes(services, anna, event) for _ in range(5)))
        assert sorted(outcomes) == ["again"] * 4 + ["here"]
        assert await came(services, methodist, event) == (1, 1, 0)

    async def test_takes_people_without_a_place_also_where_all_seats_are_taken(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON, seats=1)
        seated, waiting = await guests(services, 2)
        for person in (seated, waiting):
            await services.events.places.register(person, event)
        clock.advance(SOON)
        assert [await comes(services, one, event) for one in (waiting, anna)] == ["here"] * 2
        assert await came(services, methodist, event) == (3, 2, 2)

    async def test_of_an_event_for_others_only_is_refused_but_not_to_who_has_a_place(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(
            services, after=SOON, audience={"positions": ["head"]}, audience_only=True
        )
        clock.advance(SOON)
        with refused("event-not-for-you"):
            await comes(services, anna, event)
        await services.events.attendance.mark(methodist, event, anna, True)
        assert await comes(services, anna, event) == "again"

    async def test_unknown_drafts_and_cancelled_ones(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        draft = await publish(services, state="draft", after=SOON)
        cancelled = await publish(services, state="cancelled", after=SOON)
        clock.advance(SOON)
        assert await comes(services, anna, cancelled) == "cancelled"
        for token in ("nonsense", "", await token_of(services, draft)):
            with refused("checkin-unknown"):
                await services.events.attendance.check_in_by_link(anna, token)

    async def test_needs_consent_and_sign_up_and_strangers_may_look(
        self, services: Services, clock: FixedClock
    ) -> None:
        event = await publish(services, after=SOON)
        token, newcomer = await token_of(services, event), await agree(services)
        with refused("signup-needed"):
            await services.events.attendance.check_in_by_link(newcomer, token)
        assert (await services.events.attendance.look(token)).outcome == "early"
        clock.advance(SOON)
        assert (await services.events.attendance.look(token)).outcome == "open"


class TestTheCode:
    async def test_checks_in_who_has_a_place_at_what_is_on_now(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON, code="40718")
        later = await publish(services, after=SOON * 9, code="55555")
        attendance = services.events.attendance
        await services.events.places.register(anna, later)
        with refused("checkin-nothing-on"):
            await attendance.check_in_by_code(anna, "40718")
        await services.events.places.register(anna, event)
        clock.advance(SOON - OPENS_BEFORE)
        assert [one.id for one in await attendance.on_now(anna)] == [event]
        found = await attendance.check_in_by_code(anna, "код: 407-18.")
        assert (found.outcome, found.event.id) == ("here", event)
        assert await attendance.on_now(anna) == []
        assert (await attendance.check_in_by_code(anna, "40718")).outcome == "again"
        assert await came(services, methodist, event) == (1, 1, 0)

    async def test_of_two_events_at_once_finds_the_right_one(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        events = [await publish(services, after=SOON, code=code) for code in ("11111", "22222")]
        for event in events:
            await services.events.places.register(anna, event)
        clock.advance(SOON)
        found = await services.events.attendance.check_in_by_code(anna, "22222")
        assert found.event.id == events[1]
        assert [one.id for one in await services.events.attendance.on_now(anna)] == events[:1]

    async def test_wrong_ones_are_counted_and_end(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        event = await publish(services, after=SOON, code="40718")
        await services.events.places.register(anna, event)
        clock.advance(SOON)
        attendance = services.events.attendance
        for typed in (" — ", "4071", "я тут"):  # none of these is a try
            with refused("checkin-code-form"):
                await attendance.check_in_by_code(anna, typed)
        for left in range(CODE_TRIES - 1, 0, -1):
            with refused("checkin-code-wrong") as caught:
                await attendance.check_in_by_code(anna, "00000")
            assert caught.value.facts == {"left": left}
        for typed in ("00000", "40718"):
            with refused("checkin-tries"):
                await attendance.check_in_by_code(anna, typed)
        assert await comes(services, anna, event) == "here"


class TestTheList:
    async def test_one_tap_marks_another_unmarks_and_both_are_noted(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON)
        await services.events.places.register(anna, event)
        clock.advance(SOON)
        attendance = services.events.attendance
        for wanted in (True, True, False, False, True):
            await attendance.mark(methodist, event, anna, wanted)
        page = await attendance.participants(methodist, event)
        assert [(one.name, one.how) for one in page.people] == [("Иванова Анна Петровна", "list")]
        assert len(await noted(services, "attendance-noted")) == 2
        assert await noted(services, "attendance-removed") == [(methodist, anna)]

    async def test_can_be_corrected_for_two_weeks(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event, begins = await publish(services, after=SOON), clock.now() + SOON
        await services.events.places.register(anna, event)
        mark = services.events.attendance.mark
        clock.set(begins - OPENS_BEFORE - TICK)
        with refused("attendance-early"):
            await mark(methodist, event, anna, True)
        for moment in (begins - OPENS_BEFORE, begins + LASTS + CORRECTED_FOR):
            clock.set(moment)
            await mark(methodist, event, anna, True)
            await mark(methodist, event, anna, False)
        clock.advance(TICK)
        with refused("attendance-locked"):
            await mark(methodist, event, anna, True)
        page = await services.events.attendance.participants(methodist, event)
        assert (page.correctable, page.locked) == (False, True)

    async def test_who_was_added_without_a_place_and_taken_back_has_none(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON)
        clock.advance(SOON)
        attendance = services.events.attendance
        assert (await attendance.guests(methodist, event, "иванова"))[0].id == anna
        await attendance.mark(methodist, event, anna, True)
        assert (await attendance.guests(methodist, event, "Иванова"))[0].id == anna
        assert await came(services, methodist, event) == (1, 1, 1)
        await attendance.mark(methodist, event, anna, False)
        assert await came(services, methodist, event) == (0, 0, 0)
        with refused("person-gone"):
            await attendance.mark(methodist, event, 999_999, True)

    async def test_everybody_came_but_those_who_wait(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=SOON, seats=2)
        people = [anna, *await guests(services, 2)]
        for person in people:
            await services.events.places.register(person, event)
        clock.advance(SOON)
        await comes(services, anna, event)
        assert await services.events.attendance.mark_all(methodist, event) == 1
        assert await services.events.attendance.mark_all(methodist, event) == 0
        assert await came(services, methodist, event) == (2, 2, 0)
        assert await noted(services, "attendance-noted") == [(methodist, people[1])]

    async def test_has_parts_pages_and_a_search(
        self, services: Services, clock: FixedClock, methodist: int
    ) -> None:
        event = await publish(services, after=SOON, seats=PAGE + 1)
        people = await guests(services, PAGE + 2)
        for person in people:
            await services.events.places.register(person, event)
        attendance = services.events.attendance
        first, second = [await attendance.participants(methodist, event, "all", n) for n in (0, 1)]
        assert (len(first.people), len(second.people), first.total) == (PAGE, 1, PAGE + 1)
        waiting = await attendance.participants(methodist, event, "waiting")
        assert [one.person_id for one in waiting.people] == people[-1:]
        clock.advance(SOON)
        await attendance.mark(methodist, event, people[0], True)
        for part, count in {"came": 1, "absent": PAGE, "nonsense": PAGE + 1}.items():
            found = await attendance.participants(methodist, event, part)
            assert found.total == count
        assert (await attendance.participants(methodist, event, text="громва")).total > 0
        assert (await attendance.participants(methodist, event, text="Щукин")).total == 0

    async def test_is_for_methodists_of_what_is_published(
        self, services: Services, anna: int, methodist: int
    ) -> None:
        event, draft = await publish(services), await publish(services, state="draft")
        with refused("role-needed"):
            await services.events.attendance.participants(anna, event)
        with refused("event-not-published"):
            await services.events.attendance.participants(methodist, draft)
        with refused("event-gone"):
            await services.events.attendance.participants(methodist, 999_999)

    async def test_taking_it_out_is_noted_of_each(
        self, services: Services, anna: int, methodist: int
    ) -> None:
        event = await publish(services, seats=1)
        [other] = await guests(services, 1)
        for person in (anna, other):
            await services.events.places.register(person, event)
        export = await services.events.attendance.export_participants(methodist, event)
        assert [one.state for one in export.people] == ["registered", "waiting"]
        assert export.people[0].subjects == ("mathematics",)
        taken = await noted(services, "participants-exported")
        assert taken == [(methodist, anna), (methodist, other)]


class TestTheEnd:
    async def test_closes_tells_the_maker_and_asks_those_who_came_once(
        self, services: Services, clock: FixedClock, anna: int, methodist: int, database: Database
    ) -> None:
        event, begins = await publish(services, after=SOON), clock.now() + SOON
        absent = (await guests(services, 1))[0]
        for person in (anna, absent):
            await services.events.places.register(person, event)
        clock.advance(SOON)
        await comes(services, anna, event)
        clock.set(begins + LASTS - TICK)
        assert await services.events.closing.close_ended() == 0
        assert await services.events.closing.next_due() == begins + LASTS
        clock.advance(TICK)
        assert await services.events.closing.close_ended() == 1
        assert await services.events.closing.close_ended() == 0
        assert (await stored(services, event)).state == "over"
        facts = {"event_id": event, "came": 1, "registered": 2}
        assert await owed(database, "event-over") == [(methodist, facts)]
        until = begins + LASTS + ASKED_FOR
        assert await told(database, event, "event-rate") == [(anna, begins + LASTS, until)]

    async def test_several_events_and_one_that_ended_while_the_bot_was_down(
        self, services: Services, clock: FixedClock, anna: int, database: Database
    ) -> None:
        for hours in (1, 2):
            event = await publish(services, after=timedelta(hours=hours))
            await services.events.places.register(anna, event)
        still = await publish(services, after=timedelta(days=80))
        clock.advance(SOON)
        await comes(services, anna, event)
        clock.advance(days=20)
        assert await services.events.closing.close_ended() == 2
        assert (await stored(services, still)).state == "published"
        assert await owed(database, "event-rate") == []  # nobody remembers that long

    async def test_who_is_marked_later_is_asked_then(
        self, services: Services, clock: FixedClock, anna: int, methodist: int, database: Database
    ) -> None:
        event = await publish(services, after=SOON)
        await services.events.places.register(anna, event)
        clock.advance(SOON + LASTS)
        await services.events.closing.close_ended()
        assert await owed(database, "event-rate") == []
        clock.advance(days=6)
        for wanted in (True, False, True):
            await services.events.attendance.mark(methodist, event, anna, wanted)
        asked = await told(database, event, "event-rate")
        assert asked == [(anna, clock.now(), clock.now() + ASKED_FOR)]


class TestComingTooEarly:
    async def test_who_checked_in_and_then_withdraws_has_not_come(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=OPENS_BEFORE)
        await services.events.places.register(anna, event)
        await comes(services, anna, event)
        await services.events.places.withdraw(anna, event)
        assert await came(services, methodist, event) == (0, 0, 0)

    async def test_who_checked_in_before_it_was_moved_does_so_again(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        event = await publish(services, after=OPENS_BEFORE, seats=1)
        await services.events.places.register(anna, event)
        waiting, guest = await guests(services, 2)
        await services.events.places.register(waiting, event)
        for person in (anna, guest):
            await comes(services, person, event)
        row = await stored(services, event)
        assert row.starts_at is not None
        assert row.ends_at is not None
        later = [moment + timedelta(days=7) for moment in (row.starts_at, row.ends_at)]
        await services.events.desk.move(methodist, event, later[0], later[1])
        assert await came(services, methodist, event) == (1, 0, 0)
        await services.events.places.withdraw(anna, event)
        found = await services.events.calendar.look(waiting, event)
        assert found.registered
