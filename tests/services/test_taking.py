"""Answering the items: one step at a time, every answer stored before the next step shows."""

from __future__ import annotations

import asyncio
from itertools import product

import pytest

from services.assessments import REVIEW
from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import ANNA, Taking, items_of, refused, sign_up
from tests.wiring import Services, build_services


class TestStarting:
    @pytest.mark.parametrize(
        ("position", "items", "blocks"),
        [("teacher", 42, 7), ("staff", 42, 7), ("head", 18, 4), ("deputy", 18, 4)],
    )
    async def test_everybody_gets_the_variant_of_their_position(
        self, services: Services, position: str, items: int, blocks: int
    ) -> None:
        taking = await Taking.begin(services, await sign_up(services, position=position))
        step = await taking.step()
        assert (step.kind, step.position, step.items) == ("item", 0, items)
        assert len(step.variant.blocks) == blocks

    async def test_pressed_again_leads_to_the_same_assessment(
        self, services: Services, database: Database, taking: Taking
    ) -> None:
        await taking.answer(0, 1)
        before = await contents(database)
        assert await services.assessments.start(taking.person) == taking.id
        assert await contents(database) == before

    async def test_pressed_ten_times_at_once_opens_one_assessment(
        self, services: Services, database: Database, anna: int
    ) -> None:
        started = await asyncio.gather(*(services.assessments.start(anna) for _ in range(10)))
        assert len(set(started)) == 1
        assert len((await contents(database))["assessment"]) == 1

    async def test_is_for_those_who_are_signed_up(self, services: Services, newcomer: int) -> None:
        for person, reason in ((newcomer, "signup-needed"), (404, "consent-needed")):
            with refused(reason):
                await services.assessments.start(person)
            with refused(reason):
                await services.assessments.overview(person)

    async def test_goes_on_only_after_agreeing_to_the_document_of_today(
        self, services: Services, clock: FixedClock, taking: Taking
    ) -> None:
        await taking.answer(0, 1)
        tomorrow = await build_services(services.access.uow, clock, consent_version="next")
        assessments = tomorrow.assessments
        with refused("consent-outdated"):
            await assessments.start(taking.person)
        with refused("consent-outdated"):
            await assessments.step(taking.person, taking.id)
        with refused("consent-outdated"):
            await assessments.answer(taking.person, taking.id, 1, 2)
        assert (await taking.step()).answered == 1
        await tomorrow.people.give_consent(ANNA, "ru", "next")
        await assessments.answer(taking.person, taking.id, 1, 2)
        assert (await assessments.step(taking.person, taking.id)).answered == 2

    async def test_who_changes_position_meanwhile_stays_on_the_variant(
        self, services: Services, taking: Taking
    ) -> None:
        await services.people.choose_position(taking.person, "head")
        assert await services.assessments.start(taking.person) == taking.id
        assert (await taking.step()).items == 42


class TestAnswering:
    async def test_stores_the_answer_and_shows_the_next_item(
        self, taking: Taking, clock: FixedClock
    ) -> None:
        items = items_of((await taking.step()).variant)
        for position, value in enumerate([3, 0, None, 2]):
            await taking.answer(position, value)
            assert await taking.place() == ("item", position + 1)
        assert await taking.answers() == dict(zip(items, [3, 0, None, 2], strict=False))

    async def test_survives_a_restart_at_any_item(self, taking: Taking, clock: FixedClock) -> None:
        await taking.answer_items([2, 2, 2])
        restarted = await build_services(taking.services.access.uow, clock)
        again = Taking(restarted, taking.person, taking.id)
        assert await again.place() == ("item", 3)
        assert (await again.step()).answered == 3

    async def test_twice_with_the_same_button_is_the_same_as_once(self, taking: Taking) -> None:
        await taking.answer(0, 2)
        await taking.answer(0, 2)
        assert await taking.place() == ("item", 1)
        assert list((await taking.answers()).values()) == [2]

    async def test_all_the_way_leads_to_the_request_questions(self, taking: Taking) -> None:
        await taking.answer_all(2)
        assert await taking.place() == ("request", 42)
        assert len(await taking.answers()) == 42

    async def test_out_of_turn_is_refused_and_leaves_no_hole(
        self, taking: Taking, database: Database
    ) -> None:
        await taking.answer_items([2, 2])
        before = await contents(database)
        for position in (3, 4, 41, 42, 45, REVIEW, 40_000, 2**40, -1, -40_000):
            with refused("choice-gone"):
                await taking.answer(position, 2)
        assert await contents(database) == before

    async def test_beyond_the_scale_is_refused_and_changes_nothing_not_even_the_step(
        self, taking: Taking, database: Database
    ) -> None:
        await taking.answer_items([2, 2])
        before = await contents(database)
        for position, value in product((0, 2), (-1, 4, 100, 40_000, 2**40)):
            with refused("choice-gone"):
                await taking.answer(position, value)
        assert await contents(database) == before

    async def test_refused_beside_others_takes_nothing_of_theirs(
        self, services: Services, taking: Taking, boris: int
    ) -> None:
        other = await Taking.begin(services, boris)
        outcomes = await asyncio.gather(
            other.answer(0, 3), taking.answer(0, 99), other.answer(0, 1), return_exceptions=True
        )
        assert [outcome is None for outcome in outcomes] == [True, False, True]
        assert await taking.answers() == {}
        assert await taking.place() == ("item", 0)
        assert len(await other.answers()) == 1

    async def test_of_an_item_past_the_last_is_refused(
        self, answered: Taking, database: Database
    ) -> None:
        before = await contents(database)
        with refused("choice-gone"):
            await answered.answer(42, 2)
        assert await contents(database) == before


class TestChangingOnesMind:
    async def test_an_earlier_answer_is_replaced(self, taking: Taking) -> None:
        await taking.answer_items([0, 1, 2])
        await taking.go(1)
        step = await taking.step()
        assert (step.position, step.here, step.value) == (1, True, 1)
        await taking.answer(1, 3)
        assert await taking.place() == ("item", 2)
        assert list((await taking.answers()).values()) == [0, 3, 2]

    async def test_an_answer_can_become_does_not_concern_me_and_back(self, taking: Taking) -> None:
        for value in (2, None, 0):
            await taking.answer(0, value)
            await taking.go(0)
            step = await taking.step()
            assert (step.here, step.value) == (True, value)

    async def test_an_item_not_yet_answered_shows_no_answer(self, taking: Taking) -> None:
        step = await taking.step()
        assert (step.here, step.value) == (False, None)


class TestGoingBackAndForward:
    async def test_moves_over_what_is_answered(self, taking: Taking) -> None:
        await taking.answer_items([2, 2, 2])
        for position in (2, 1, 0, 1, 2, 3):
            await taking.go(position)
            assert await taking.place() == ("item", position)

    async def test_goes_no_further_than_the_first_item_without_an_answer(
        self, taking: Taking, database: Database
    ) -> None:
        await taking.answer_items([2, 2, 2])
        before = await contents(database)
        for position in (-1, -(2**40), 4, 42, REVIEW, 2**40):
            with refused("choice-gone"):
                await taking.go(position)
        assert await contents(database) == before

    async def test_past_the_last_question_is_the_review(self, answered: Taking) -> None:
        for position in (46, 500, REVIEW, 2**40):
            await answered.go(position)
            assert await answered.place() == ("review", 46)
            await answered.go(0)

    async def test_a_forged_return_to_the_review_skips_no_item(self, taking: Taking) -> None:
        await taking.answer(0, 2, reviewing=True)
        step = await taking.step()
        assert (step.kind, step.position, step.here) == ("item", 1, False)
        await taking.answer(1, 3)
        assert await taking.place() == ("item", 2)
