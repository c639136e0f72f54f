"""The end of an assessment: counted once, closed for good, or given up."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from services.assessments import Assessments
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.editions import short
from tests.services.stories import Taking, complete, refused
from tests.wiring import Services, build_services

STRANGERS_WORD = "чужое"
UseCase = Callable[[Assessments, int, int], Awaitable[object]]
WRITING: dict[str, UseCase] = {
    "answer": lambda use, me, it: use.answer(me, it, 0, 3),
    "go": lambda use, me, it: use.go(me, it, 0),
    "abandon": lambda use, me, it: use.abandon(me, it),
    "choose": lambda use, me, it: use.choose(me, it, "req_mentor_need", "subject", False),
    "mark": lambda use, me, it: use.mark(me, it, "req_forms", "seminar", True),
    "confirm": lambda use, me, it: use.confirm(me, it, "req_forms", False),
    "write": lambda use, me, it: use.write(me, it, "req_text", STRANGERS_WORD, False),
    "skip_request": lambda use, me, it: use.skip_request(me, it, "req_text", False),
}
ALL: dict[str, UseCase] = {
    **WRITING,
    "finish": lambda use, me, it: use.finish(me, it),
    "step": lambda use, me, it: use.step(me, it),
}
WITHOUT_AN_ASSESSMENT = {"start", "overview", "mine", "text_of"}


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, questionnaire=short())


def test_every_use_case_of_an_assessment_is_tried_below() -> None:
    found = {name for name, _ in inspect.getmembers(Assessments, inspect.isfunction)}
    assert {name for name in found if name[0] != "_"} == {*ALL, *WITHOUT_AN_ASSESSMENT}


class TestFinishing:
    async def test_stores_the_result_once(self, answered: Taking, database: Database) -> None:
        assert await answered.finish() is True
        before = await contents(database)
        assert len(before["block_result"]) == 2
        assert await answered.finish() is False
        assert await contents(database) == before

    async def test_pressed_five_times_at_once_counts_once(
        self, answered: Taking, database: Database
    ) -> None:
        outcomes = await asyncio.gather(*(answered.finish() for _ in range(5)))
        assert sorted(outcomes) == [False, False, False, False, True]
        assert len((await contents(database))["block_result"]) == 2

    async def test_is_refused_while_items_are_missing_and_leaves_all_open(
        self, taking: Taking, database: Database
    ) -> None:
        await taking.answer_items([2, 2, None])
        before = await contents(database)
        with refused("items-missing") as caught:
            await taking.finish()
        assert caught.value.facts == {"count": 9}
        assert await contents(database) == before
        assert await taking.place() == ("item", 3)

    async def test_is_possible_when_nothing_concerns_the_person(self, taking: Taking) -> None:
        await taking.answer_all(None)
        assert await taking.finish()
        outcome = await taking.services.results.outcome(taking.person, taking.id)
        assert outcome.overall is None
        assert all(block.insufficient for block in outcome.blocks)

    @pytest.mark.parametrize("use_case", WRITING)
    async def test_makes_every_old_button_refuse_and_change_nothing(
        self, answered: Taking, database: Database, use_case: str
    ) -> None:
        await answered.finish()
        before = await contents(database)
        with refused("assessment-finished"):
            await WRITING[use_case](answered.services.assessments, answered.person, answered.id)
        assert await contents(database) == before

    async def test_closes_the_screen_too(self, answered: Taking) -> None:
        await answered.finish()
        with refused("assessment-finished"):
            await answered.step()


class TestAnothersAssessment:
    @pytest.mark.parametrize("use_case", ALL)
    async def test_cannot_be_seen_or_changed_by_its_number(
        self, services: Services, answered: Taking, boris: int, database: Database, use_case: str
    ) -> None:
        before = await contents(database)
        with refused("not-yours"):
            await ALL[use_case](services.assessments, boris, answered.id)
        await answered.finish()
        with refused("not-yours"):
            await ALL[use_case](services.assessments, boris, answered.id)
        await services.people.forget(answered.person)
        for number in (answered.id, 404):
            with refused("not-yours"):
                await ALL[use_case](services.assessments, boris, number)
        assert STRANGERS_WORD not in str(await contents(database))
        assert len((await contents(database))["answer"]) == len(before["answer"])


class TestGivingUp:
    async def test_lets_one_start_anew_from_the_first_item(
        self, services: Services, taking: Taking
    ) -> None:
        await taking.answer_items([0, 1])
        await services.assessments.abandon(taking.person, taking.id)
        following = await Taking.begin(services, taking.person)
        assert following.id != taking.id
        assert await following.place() == ("item", 0)
        assert await following.answers() == {}
        assert len(await taking.answers()) == 2

    async def test_twice_is_the_same_as_once(
        self, services: Services, taking: Taking, database: Database, clock: FixedClock
    ) -> None:
        await services.assessments.abandon(taking.person, taking.id)
        before = await contents(database)
        clock.advance(days=1)
        await services.assessments.abandon(taking.person, taking.id)
        assert await contents(database) == before

    @pytest.mark.parametrize("use_case", sorted({*ALL} - {"abandon"}))
    async def test_makes_every_old_button_refuse(
        self, services: Services, answered: Taking, database: Database, use_case: str
    ) -> None:
        await services.assessments.abandon(answered.person, answered.id)
        before = await contents(database)
        with refused("assessment-abandoned"):
            await ALL[use_case](services.assessments, answered.person, answered.id)
        assert await contents(database) == before

    async def test_leaves_no_result(self, services: Services, answered: Taking) -> None:
        await services.assessments.abandon(answered.person, answered.id)
        assert await services.results.history(answered.person) == ()


class TestTheOverview:
    async def test_offers_the_first_pass(self, services: Services, anna: int) -> None:
        overview = await services.assessments.overview(anna)
        assert (overview.attempt, overview.passes) == (None, 0)
        assert (overview.last_finished, overview.early_until) == (None, None)
        assert overview.variant.key == "teachers"

    async def test_offers_to_go_on(
        self, services: Services, taking: Taking, clock: FixedClock
    ) -> None:
        began = clock.now()
        clock.advance(hours=2)
        await taking.answer_items([2, 2])
        attempt = (await services.assessments.overview(taking.person)).attempt
        assert attempt is not None
        assert (attempt.id, attempt.answered, attempt.items) == (taking.id, 2, 12)
        assert (attempt.started_at, attempt.updated_at) == (began, clock.now())

    async def test_warns_of_a_retake_that_is_early_to_the_very_moment(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        await complete(services, anna)
        finished, moment = clock.now(), timedelta(microseconds=1)
        due = finished + timedelta(days=150)
        for now, early_until in ((finished, due), (due - moment, due), (due, None)):
            clock.set(now)
            overview = await services.assessments.overview(anna)
            assert (overview.last_finished, overview.early_until) == (finished, early_until)
            assert overview.passes == 1

    async def test_warns_and_does_not_forbid(self, services: Services, anna: int) -> None:
        first = await complete(services, anna)
        assert await services.assessments.start(anna) != first
