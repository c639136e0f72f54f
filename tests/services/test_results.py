"""Results: what a finished assessment shows, how it changed, and who may look."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import Any

import pytest

from services.scoring import rules_of, score
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.editions import short
from tests.services.stories import Taking, complete, refused
from tests.wiring import Services, build_services, load_questionnaire

WEAK_LATER, WEAK_EARLIER = [3] * 6 + [1] * 6, [0] * 6 + [2] * 6


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """A questionnaire of two blocks, six items each."""
    return await build_services(uow, clock, questionnaire=short())


@pytest.fixture
async def two_passes(services: Services, anna: int, clock: FixedClock) -> tuple[int, int]:
    """Anna's result of September and the one of next spring."""
    first = await complete(services, anna, WEAK_LATER)
    clock.advance(days=200)
    return first, await complete(services, anna, WEAK_EARLIER)


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_stored_is_the_scoring_of_the_stored_answers(
    uow: UnitOfWork, clock: FixedClock, anna: int, seed: int
) -> None:
    services = await build_services(uow, clock)
    dice = random.Random(seed)
    taking = await Taking.begin(services, anna)
    await taking.answer_items([dice.choice([None, 0, 1, 2, 3]) for _ in range(42)])
    await taking.finish()
    blocks = load_questionnaire().variant("teachers").blocks
    expected = score(
        [(block.key, [item.key for item in block.items]) for block in blocks],
        await taking.answers(),
        rules_of(load_questionnaire()),
    )
    async with uow.reading() as store:
        rows = await store.results.blocks(taking.id)
        done = await store.results.get(taking.id)
    stored = {row.block: {**asdict(row)} for row in rows}
    for row in stored.values():
        del row["assessment_id"]
    assert stored == {block.block: asdict(block) for block in expected.blocks}
    assert done is not None
    assert done.overall == expected.overall


class TestOnePass:
    async def test_shows_the_weakest_block_first(self, services: Services, anna: int) -> None:
        done = await complete(services, anna, WEAK_LATER)
        outcome = await services.results.outcome(anna, done)
        weak, strong = outcome.blocks
        blocks = short().variant("teachers").blocks
        assert (weak.content, strong.content) == (blocks[1], blocks[0])
        assert (weak.score.deficit, strong.score.deficit, outcome.overall) == (50.0, 0.0, 25.0)
        assert weak.level is not None
        assert weak.level.key == "pronounced"
        assert outcome.deficits == (weak,)
        assert outcome.strengths == (strong,)

    async def test_shows_single_gaps_where_the_level_is_good(
        self, services: Services, anna: int
    ) -> None:
        done = await complete(services, anna, [0, *[2] * 11])
        outcome = await services.results.outcome(anna, done)
        first = short().variant("teachers").blocks[0]
        with_gap = next(block for block in outcome.blocks if block.content == first)
        assert with_gap.score.gaps == (first.items[0].key,)
        assert with_gap.score.level == "none"
        assert with_gap in outcome.deficits

    async def test_gives_no_level_where_too_few_items_were_answered(
        self, services: Services, anna: int
    ) -> None:
        done = await complete(services, anna, [*[None] * 3, *[2] * 9])
        outcome = await services.results.outcome(anna, done)
        last = outcome.blocks[-1]
        assert (last.insufficient, last.level, last.score.deficit) == (True, None, None)
        assert outcome.deficits == ()
        assert outcome.overall == 0

    async def test_is_the_same_after_a_restart(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        done = await complete(services, anna, WEAK_LATER)
        restarted = await build_services(services.access.uow, clock)
        assert await restarted.results.outcome(anna, done) == await services.results.outcome(
            anna, done
        )

    async def test_lists_wishes_in_the_order_of_the_questions(self, answered: Taking) -> None:
        me, use = (answered.person, answered.id), answered.services.assessments
        await use.write(*me, "req_text", "Проекты", False)
        await use.mark(*me, "req_forms", "webinar", True)
        await use.mark(*me, "req_forms", "seminar", True)
        await use.skip_request(*me, "req_mentor_offer", False)
        await use.choose(*me, "req_mentor_need", "subject", False)
        await answered.finish()
        wishes = await answered.services.results.wishes(*me)
        assert [(wish.request, wish.chosen, wish.text) for wish in wishes] == [
            ("req_mentor_need", ("subject",), None),
            ("req_forms", ("seminar", "webinar"), None),
            ("req_text", (), "Проекты"),
        ]

    async def test_without_wishes_lists_none(self, services: Services, anna: int) -> None:
        done = await complete(services, anna)
        assert await services.results.wishes(anna, done) == ()


class TestSeveralPasses:
    async def test_stand_in_the_history_newest_first(
        self, services: Services, anna: int, clock: FixedClock, two_passes: tuple[int, int]
    ) -> None:
        unfinished = await Taking.begin(services, anna)
        history = await services.results.history(anna)
        assert [one.assessment_id for one in history] == [*reversed(two_passes)]
        assert [one.overall for one in history] == [50.0, 25.0]
        assert history[0].finished_at == clock.now()
        assert unfinished.id not in two_passes

    async def test_of_the_same_moment_keep_their_order(self, services: Services, anna: int) -> None:
        passes = [await complete(services, anna, value) for value in (0, 1, 2)]
        history = await services.results.history(anna)
        assert [one.assessment_id for one in history] == passes[::-1]
        outcome = await services.results.outcome(anna, passes[1])
        assert [block.previous for block in outcome.blocks] == [100.0, 100.0]

    async def test_show_the_figure_of_the_pass_before(
        self, services: Services, anna: int, two_passes: tuple[int, int]
    ) -> None:
        first = await services.results.outcome(anna, two_passes[0])
        second = await services.results.outcome(anna, two_passes[1])
        assert [block.previous for block in first.blocks] == [None, None]
        assert [(b.score.deficit, b.previous) for b in second.blocks] == [(100, 0), (0, 50)]
        assert (first.previous_at, second.previous_at) == (None, first.finished_at)

    async def test_of_another_position_are_not_set_beside_each_other(
        self, services: Services, anna: int
    ) -> None:
        await complete(services, anna, WEAK_LATER)
        await services.people.choose_position(anna, "head")
        as_head = await complete(services, anna, 2)
        outcome = await services.results.outcome(anna, as_head)
        assert outcome.previous_at is None
        assert len(await services.results.history(anna)) == 2

    async def test_are_compared_from_the_earlier_to_the_later_however_chosen(
        self, services: Services, anna: int, two_passes: tuple[int, int]
    ) -> None:
        first, second = two_passes
        compared = await services.results.compare(anna, first, second)
        blocks = short().variant("teachers").blocks
        assert compared.rows == ((blocks[0], 0.0, 100.0), (blocks[1], 50.0, 0.0))
        assert compared.before.assessment_id == first
        assert compared.after.assessment_id == second
        assert await services.results.compare(anna, second, first) == compared

    async def test_are_two_and_not_the_same_one_twice(
        self, services: Services, anna: int, two_passes: tuple[int, int]
    ) -> None:
        with refused("choice-gone"):
            await services.results.compare(anna, two_passes[0], two_passes[0])

    async def test_are_compared_only_in_the_blocks_that_both_asked(
        self, services: Services, anna: int
    ) -> None:
        as_teacher = await complete(services, anna, WEAK_LATER)
        await services.people.choose_position(anna, "head")
        as_head = await complete(services, anna, 2)
        compared = await services.results.compare(anna, as_head, as_teacher)
        assert compared.rows == ()


class TestAnothersResult:
    async def test_cannot_be_seen(
        self, services: Services, boris: int, two_passes: tuple[int, int]
    ) -> None:
        mine = await complete(services, boris)
        forged: list[Any] = [
            services.results.outcome(boris, two_passes[0]),
            services.results.wishes(boris, two_passes[0]),
            services.results.compare(boris, *two_passes),
            services.results.compare(boris, mine, two_passes[0]),
            services.results.compare(boris, two_passes[0], mine),
            services.results.outcome(boris, 404),
        ]
        for attempt in forged:
            with refused("not-yours"):
                await attempt
        assert [one.assessment_id for one in await services.results.history(boris)] == [mine]

    async def test_nor_can_one_that_is_not_finished(self, answered: Taking) -> None:
        with refused("not-yours"):
            await answered.services.results.outcome(answered.person, answered.id)


class TestPictures:
    async def test_are_remembered_replaced_and_dropped(
        self, services: Services, database: Database
    ) -> None:
        name = "result:1:ru"
        assert await services.results.picture(name) is None
        for file in ("first", "second"):
            await services.results.keep_picture(name, file)
            assert await services.results.picture(name) == file
        for _ in range(2):
            await services.results.keep_picture(name, None)
        assert (await contents(database))["media_file"] == []
