"""The board of a campaign and checking: who has answered, what goes back, what is accepted."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from services.errors import Refusal
from services.monitoring.answers.given import Given
from services.permissions import Role
from storage.engine import Database
from storage.models import DataChange
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.collecting import (
    METHODIST,
    Collecting,
    active_schools,
    an_open_campaign,
    somebody,
    told,
)
from tests.services.stories import refused
from tests.wiring import Services

DAY = timedelta(days=1)
SEEN = 1_000_000  # a field is answered by one person only
ANSWERS: dict[str, dict[str, Any]] = {
    "staff": {"number": 34},
    "young": {"number": 10},
    "mentored": {"number": 1},
    "site": {"number": 1},
    "covered": {"number": 12.5},
    "plans": {"text": "Наставничество"},
}


async def hands_in(services: Services, person: int, request: int, **other: dict[str, Any]) -> None:
    """Somebody answers everything that is open and hands it in; `other` answers are different."""
    answering = services.monitoring.answering
    for key, values in (ANSWERS | other).items():
        await answering.give_answer(person, request, key, Given(**values), SEEN, sure=True)
    await services.monitoring.submitting.submit_request(person, request)


async def all_in(services: Services, found: Collecting, count: int) -> None:
    """The first schools answer."""
    for number in range(count):
        await hands_in(services, found.coordinator(number), found.request(number))


async def state(services: Services, request: int) -> str:
    async with services.access.uow.reading() as store:
        row = await store.data_requests.get(request)
    assert row is not None
    return row.state


async def kinds(database: Database, request: int) -> list[str]:
    """The history of a request without its answers."""
    query = select(DataChange.kind).where(
        DataChange.request_id == request, DataChange.kind != "value"
    )
    async with database.read() as session:
        return list((await session.execute(query.order_by(DataChange.id))).scalars())


class TestBoard:
    async def test_counts_filters_and_what_waits_first(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        found = await an_open_campaign(services, 8, without=[7])
        board, checking = services.monitoring.board, services.monitoring.checking
        me, answering = found.methodist, services.monitoring.answering
        await all_in(services, found, 3)
        await checking.accept(me, found.request(1))
        await checking.give_back(me, found.request(2), {"staff": "Без совместителей"})
        await answering.give_answer(
            found.coordinator(3), found.request(3), "staff", Given(number=3), SEEN
        )
        clock.advance(30 * DAY)
        await hands_in(services, found.coordinator(4), found.request(4))
        await checking.withdraw(me, found.request(5))
        page = await board.board_of(me, found.id)
        counts = page.counts
        assert (counts.asked, counts.expected, counts.in_work) == (7, 2, 1)
        assert (counts.submitted, counts.returned, counts.accepted) == (2, 1, 1)
        assert (counts.on_time, counts.late, counts.overdue) == (3, 1, 3)
        assert (counts.orphans, counts.withdrawn, counts.owing) == (1, 1, 4)
        assert page.own_id == found.own
        second = await board.board_of(me, found.id, page=1)
        order = [one.request_id for one in (*page.lines, *second.lines)]
        expected = [found.request(number) for number in (0, 4, 7, 6, 3, 2)]
        assert order[:6] == expected
        assert order[-1] == found.request(1)
        assert page.lines[2].orphan
        assert [one.given for one in page.lines[2:5]] == [0, 0, 1]
        for only in ("late", "overdue", "orphans", "withdrawn", "accepted", "on_time"):
            narrowed = await board.board_of(me, found.id, only=only)
            assert len(narrowed.lines) == counts.of(only)
        late = (await board.board_of(me, found.id, only="late")).lines
        assert [(one.request_id, one.late) for one in late] == [(found.request(4), True)]
        again = await board.board_of(me, found.id, page=2)
        assert again.number == 0
        with refused("choice-gone"):
            await board.board_of(me, found.id, only="forged")
        with refused("campaign-gone"):
            await board.board_of(me, 999)

    async def test_a_school_is_found_by_its_typed_name(self, services: Services) -> None:
        found = await an_open_campaign(services, 4)
        board, me = services.monitoring.board, found.methodist
        line = (await board.board_of(me, found.id)).lines[0]
        assert line.name.split()[0]
        hits = await board.find_on_board(me, found.id, line.name.lower())
        assert hits[0].request_id == line.request_id
        assert await board.find_on_board(me, found.id, "Звёздный городок") == ()

    async def test_what_waits_is_in_the_queue(self, services: Services) -> None:
        found = await an_open_campaign(services, 3, without=[0, 1])
        desk, me = services.desk, found.methodist
        waiting = await desk.queue(me)
        assert (waiting.orphans, waiting.to_check) == (2, 0)
        assert (waiting.orphans_in, waiting.checks_in) == (found.id, None)
        await hands_in(services, found.coordinator(2), found.request(2))
        waiting = (await desk.overview(me)).waiting
        assert (waiting.to_check, waiting.checks_in, waiting.total) == (1, found.id, 3)
        await services.monitoring.checking.accept(me, found.request(2))
        assert (await desk.queue(me)).to_check == 0

    async def test_somebody_who_is_found_is_asked_and_the_other_methodists_hear_of_it(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 2, without=[0])
        person = await somebody(services, 700_000_099, "Зимина Ия Львовна", Role.TEACHER)
        other = await somebody(services, 700_000_098, "Мальцев Ян Олегович", Role.METHODIST)
        await services.roles.grant(found.methodist, person, Role.COORDINATOR, found.schools[0])
        heard = await owed(database, "answerer-found")
        assert [(who, facts["person_id"]) for who, facts in heard] == [(other, person)]
        assert (person, "waiting") in await told(database, "data-asked")
        assert (await services.desk.queue(found.methodist)).orphans == 0


class TestReturning:
    async def test_single_fields_go_back_and_come_back(
        self, services: Services, database: Database, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services, 2, coordinators=2)
        checking, me = services.monitoring.checking, found.methodist
        person, request = found.coordinator(), found.request()
        with refused("request-is-expected"):
            await checking.give_back(me, request, {"staff": "Проверьте"})
        await hands_in(services, person, request)
        assert await checking.told_of_return(me, request) == 2
        with refused("nothing-marked"):
            await checking.give_back(me, request)
        await checking.mark_for_return(me, request, ["staff", "young"], "Без совместителей")
        await checking.mark_for_return(me, request, ["young"], None)
        await checking.mark_for_return(me, request, ["site"], "  Сайт   не открывается ")
        shown = await checking.checked_request(me, request)
        assert [one.variable.key for one in shown.marked] == ["staff", "site"]
        assert await owed(database, "data-returned") == []
        assert await checking.give_back(me, request) == 2
        told_of = await owed(database, "data-returned")
        assert {who for who, _ in told_of} == {*found.coordinators[found.schools[0]]}
        assert told_of[0][1]["returns"] == 1
        with refused("request-is-returned-by") as caught:
            await checking.give_back(me, request)
        assert caught.value.facts["name"]
        first = await services.monitoring.answering.first_field(person, request)
        assert first == "staff"
        give = services.monitoring.answering.give_answer
        await give(person, request, "staff", Given(number=30), SEEN, sure=True)
        with refused("data-not-returned"):
            await give(person, request, "young", Given(number=1), SEEN)
        await services.monitoring.answering.keep_answer(person, request, "site", SEEN)
        await services.monitoring.submitting.submit_request(person, request)
        assert [who for who, _ in await owed(database, "data-corrected")] == [me]
        shown = await checking.checked_request(me, request)
        staff, site = shown.look("staff"), shown.look("site")
        assert staff.was is not None
        assert staff.value is not None
        assert (staff.was.number, staff.value.number, staff.unchanged) == (34, 30, False)
        assert site.unchanged
        assert shown.look("young").was is None
        await checking.give_back(me, request, {"site": "Всё ещё не открывается"})
        shown = await checking.checked_request(me, request)
        assert shown.request.returns == 2
        assert shown.look("staff").was is None
        assert await kinds(database, request) == [
            *("submitted", "returned", "returned", "submitted", "returned")
        ]

    async def test_a_forged_or_empty_return_is_refused(self, services: Services) -> None:
        found = await an_open_campaign(services, 1)
        checking, me, request = services.monitoring.checking, found.methodist, found.request()
        await all_in(services, found, 1)
        with refused("choice-gone"):
            await checking.give_back(me, request, {"forged": "Проверьте"})
        with refused("text-empty"):
            await checking.give_back(me, request, {"staff": "  "})
        with refused("text-too-long"):
            await checking.mark_for_return(me, request, ["staff"], "ж" * 401)
        with refused("choice-gone"):
            await checking.mark_for_return(me, request, [], "Проверьте")
        with refused("request-gone"):
            await checking.give_back(me, 999, {"staff": "Проверьте"})
        with refused("role-needed"):
            await checking.give_back(found.coordinator(), request, {"staff": "Проверьте"})
        await checking.give_back(me, request, {"staff": "Проверьте"})
        with refused("field-is-returned"):
            await checking.mark_for_return(me, request, ["staff"], "Ещё раз")


class TestAccepting:
    async def test_accepted_is_locked_until_it_is_opened_again(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 1)
        checking, me, request = services.monitoring.checking, found.methodist, found.request()
        person, give = found.coordinator(), services.monitoring.answering.give_answer
        with refused("request-is-expected"):
            await checking.accept(me, request)
        await all_in(services, found, 1)
        assert await checking.accept(me, request)
        assert not await checking.accept(me, request)
        assert [who for who, _ in await owed(database, "data-accepted")] == [person]
        with refused("data-accepted"):
            await give(person, request, "staff", Given(number=1), SEEN)
        with refused("request-is-accepted-by"):
            await checking.give_back(me, request, {"staff": "Проверьте"})
        assert await checking.reopen(me, request, {"staff": "Нашлась ошибка"}) == 1
        with refused("request-is-returned-by"):
            await checking.reopen(me, request, {"staff": "Нашлась ошибка"})
        assert [who for who, _ in await owed(database, "data-reopened")] == [person]
        await give(person, request, "staff", Given(number=33), SEEN, sure=True)
        await services.monitoring.submitting.submit_request(person, request)
        assert await checking.accept(me, request)
        assert await kinds(database, request) == [
            *("submitted", "accepted", "reopened", "submitted", "accepted")
        ]
        assert len(await owed(database, "data-accepted")) == 2

    async def test_what_was_returned_may_be_right_after_all(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 1)
        checking, me, request = services.monitoring.checking, found.methodist, found.request()
        await all_in(services, found, 1)
        await checking.give_back(me, request, {"staff": "Проверьте"})
        assert await checking.accept(me, request)
        assert await told(database, "data-returned") == [(found.coordinator(), "cancelled")]
        assert not (await checking.checked_request(me, request)).returned

    async def test_two_methodists_at_once_accept_once(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 1)
        other = await somebody(services, METHODIST + 1, "Яшин Лев Ильич", Role.METHODIST)
        await all_in(services, found, 1)
        checking, request = services.monitoring.checking, found.request()
        taps = [
            checking.accept(found.methodist, request),
            checking.give_back(other, request, {"staff": "Проверьте"}),
            checking.accept(other, request),
            checking.accept(found.methodist, request),
        ]
        came = await asyncio.gather(*taps, return_exceptions=True)
        assert all(isinstance(one, bool | int | Refusal) for one in came)
        history = await kinds(database, request)
        assert history.count("accepted") == 1
        assert history.count("returned") <= 1

    async def test_all_without_remarks_at_once(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 5)
        checking, me = services.monitoring.checking, found.methodist
        await all_in(services, found, 2)
        nothing = {"no_data": True, "note": "Не считали"}
        await hands_in(services, found.coordinator(2), found.request(2), covered=nothing)
        await hands_in(services, found.coordinator(3), found.request(3))
        await checking.mark_for_return(me, found.request(3), ["staff"], "Проверьте")
        assert await checking.acceptable(me, found.id) == 2
        both = await asyncio.gather(*(checking.accept_all(me, found.id) for _ in range(2)))
        assert sum(both) == 2
        assert len(await owed(database, "data-accepted")) == 2
        states = [await state(services, found.request(number)) for number in range(5)]
        assert states == ["accepted", "accepted", "submitted", "submitted", "expected"]


class TestNudging:
    async def test_whoever_owes_is_asked_once_a_day(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        found = await an_open_campaign(services, 5, coordinators=2, without=[4])
        nudging, me = services.monitoring.nudging, found.methodist
        await all_in(services, found, 1)
        assert await nudging.nudge(me, found.id, found.request(1)) == (1, 2)
        plan = await nudging.nudge_plan(me, found.id)
        assert (plan.schools, plan.people, plan.rested, plan.orphans) == (2, 4, 1, 1)
        both = await asyncio.gather(*(nudging.nudge(me, found.id) for _ in range(2)))
        assert sorted(both) == [(0, 0), (2, 4)]
        assert len(await told(database, "data-nudge")) == 6
        assert await nudging.nudge(me, found.id, found.request(2)) == (0, 0)
        with refused("request-owes-nothing"):
            await nudging.nudge(me, found.id, found.request(0))
        clock.advance(DAY)
        assert await nudging.nudge(me, found.id) == (3, 6)
        assert (await kinds(database, found.request(2))).count("nudged") == 2


class TestWhoIsAsked:
    async def test_a_closed_school_goes_and_comes_back_as_it_was(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 3)
        checking, me = services.monitoring.checking, found.methodist
        await all_in(services, found, 1)
        for number in range(2):
            assert await checking.withdraw(me, found.request(number))
            assert not await checking.withdraw(me, found.request(number))
        gone = {who for who, _ in await owed(database, "data-withdrawn")}
        assert gone == {found.coordinator(0), found.coordinator(1)}
        assert (found.coordinator(1), "cancelled") in await told(database, "data-asked")
        with refused("request-gone"):
            await services.monitoring.answering.first_field(found.coordinator(1), found.request(1))
        for number in range(2):
            assert await checking.ask_again(me, found.request(number))
            assert not await checking.ask_again(me, found.request(number))
        assert await state(services, found.request(0)) == "submitted"
        assert await state(services, found.request(1)) == "expected"
        assert [who for who, _ in await owed(database, "data-nudge")] == [found.coordinator(1)]
        with refused("own-part-stays"):
            await checking.withdraw(me, found.own)

    async def test_a_school_that_was_not_asked_is_asked_too(
        self, services: Services, database: Database
    ) -> None:
        found = await an_open_campaign(services, 2)
        board, checking, me = (
            services.monitoring.board,
            services.monitoring.checking,
            found.methodist,
        )
        new = (await active_schools(services, 3))[2]
        person = await somebody(services, 700_000_098, "Ким Ян Ильич", Role.COORDINATOR, new)
        unasked = await board.not_asked(me, found.id)
        assert new in [one.id for one in unasked.schools]
        assert (await board.asking_plan(me, found.id, new)).people == 1
        request = await checking.ask_school(me, found.id, new)
        assert await checking.ask_school(me, found.id, new) == request
        assert [one for one in await told(database, "data-asked") if one[0] == person] == [
            (person, "waiting")
        ]
        name = unasked.schools[0].name
        assert new not in [
            one.id for one in (await board.not_asked(me, found.id, text=name)).schools
        ]
        with refused("school-gone"):
            await checking.ask_school(me, found.id, 999_999)
        await services.monitoring.planning.close_campaign(me, found.id)
        with refused("campaign-is-closed"):
            await checking.ask_school(me, found.id, new)
        with refused("campaign-is-closed"):
            await checking.withdraw(me, request)


class TestLookingBack:
    async def test_the_history_tells_who_did_what_when(self, services: Services) -> None:
        found = await an_open_campaign(services, 1)
        me, request = found.methodist, found.request()
        await all_in(services, found, 1)
        await services.monitoring.checking.give_back(me, request, {"staff": "Проверьте"})
        history = services.monitoring.history
        first = await history.history_of(me, request)
        assert first.changes[0].kind == "returned"
        assert first.changes[0].reason == "Проверьте"
        assert first.changes[0].variable is not None
        assert first.changes[0].variable.key == "staff"
        assert first.changes[0].by == "Мерц Зоя Павловна"
        assert (first.total, first.pages) == (8, 2)
        assert (await history.history_of(me, request, page=2)).number == 0
        of_field = await history.history_of(me, request, "staff")
        assert [one.kind for one in of_field.changes] == ["returned", "value"]
