"""Versions of the questionnaire: a text in use never changes, whoever began on it ends on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from content import Questionnaire
from services.questionnaires import Questionnaires
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.editions import reworded, short
from tests.services.stories import Taking, items_of, sign_up
from tests.wiring import Services, build_services, load_questionnaire

Edition = Callable[[], Questionnaire]


@pytest.fixture
def questionnaires(uow: UnitOfWork, clock: FixedClock) -> Questionnaires:
    return Questionnaires(uow, clock)


async def test_the_same_text_keeps_its_number(
    questionnaires: Questionnaires, uow: UnitOfWork, clock: FixedClock, database: Database
) -> None:
    number = await questionnaires.publish(load_questionnaire())
    before = await contents(database)
    clock.advance(days=1)
    assert await questionnaires.publish(load_questionnaire()) == number
    assert await Questionnaires(uow, clock).publish(load_questionnaire()) == number
    assert await contents(database) == before


async def test_a_changed_text_is_a_new_version_beside_the_old_one(
    questionnaires: Questionnaires, database: Database
) -> None:
    old = await questionnaires.publish(load_questionnaire())
    before = (await contents(database))["questionnaire_version"]
    new = await questionnaires.publish(reworded())
    assert new != old
    after = (await contents(database))["questionnaire_version"]
    assert set(before) < set(after)
    assert questionnaires.live == (new, reworded())


async def test_going_back_to_the_old_text_brings_the_old_number_back(
    questionnaires: Questionnaires, database: Database
) -> None:
    old = await questionnaires.publish(load_questionnaire())
    await questionnaires.publish(reworded())
    assert await questionnaires.publish(load_questionnaire()) == old
    assert questionnaires.live[0] == old
    assert len((await contents(database))["questionnaire_version"]) == 2


async def test_programs_that_publish_at_once_agree_on_one_number(
    uow: UnitOfWork, clock: FixedClock
) -> None:
    several = [Questionnaires(uow, clock).publish(load_questionnaire()) for _ in range(5)]
    assert len(set(await asyncio.gather(*several))) == 1


@pytest.mark.parametrize("edition", [load_questionnaire, reworded, short])
async def test_a_version_comes_back_from_the_database_as_it_was(
    questionnaires: Questionnaires, uow: UnitOfWork, clock: FixedClock, edition: Edition
) -> None:
    original = edition()
    number = await questionnaires.publish(original)
    restored = await Questionnaires(uow, clock).version(number)
    assert restored == original
    assert restored.digest() == original.digest()
    for variant in original.variants:
        assert restored.variant(variant.key).requests == variant.requests
        assert items_of(restored.variant(variant.key)) == items_of(variant)


async def test_a_version_that_was_never_stored_is_an_error(questionnaires: Questionnaires) -> None:
    with pytest.raises(LookupError, match="404"):
        await questionnaires.version(404)


async def test_before_anything_is_published_nothing_is_live(
    questionnaires: Questionnaires,
) -> None:
    with pytest.raises(RuntimeError):
        _ = questionnaires.live


class TestAnAssessmentBegunBeforeANewVersion:
    @pytest.fixture
    async def begun(self, services: Services, clock: FixedClock) -> Taking:
        """Begun on the old text, continued after a restart with the new one."""
        taking = await Taking.begin(services, await sign_up(services))
        await taking.answer_items([0, 1, 2])
        restarted = await build_services(services.access.uow, clock, questionnaire=reworded())
        return Taking(restarted, taking.person, taking.id)

    async def test_goes_on_with_its_own_text(self, begun: Taking) -> None:
        step = await begun.step()
        assert (step.position, step.items) == (3, 42)
        assert step.questionnaire == load_questionnaire()
        overview = await begun.services.assessments.overview(begun.person)
        assert overview.questionnaire == load_questionnaire()
        assert overview.attempt is not None
        assert (overview.attempt.answered, overview.attempt.items) == (3, 42)

    async def test_is_found_again_and_not_doubled(self, begun: Taking) -> None:
        assert await begun.services.assessments.start(begun.person) == begun.id

    async def test_is_weighed_by_its_own_rules(self, begun: Taking) -> None:
        await begun.answer_all(1)
        await begun.finish()
        outcome = await begun.services.results.outcome(begun.person, begun.id)
        assert outcome.questionnaire == load_questionnaire()
        assert len(outcome.blocks) == 7
        assert {block.score.level for block in outcome.blocks} == {"pronounced"}

    async def test_is_the_last_one_on_the_old_text(self, begun: Taking) -> None:
        await begun.services.assessments.abandon(begun.person, begun.id)
        following = await Taking.begin(begun.services, begun.person)
        assert (await following.step()).items == 36
        await following.answer_all(1)
        await following.finish()
        outcome = await begun.services.results.outcome(begun.person, following.id)
        assert {block.score.level for block in outcome.blocks} == {"none"}

    async def test_can_be_compared_with_one_on_the_new_text(self, begun: Taking) -> None:
        await begun.answer_all(1)
        await begun.finish()
        following = await Taking.begin(begun.services, begun.person)
        await following.answer_all(2)
        await following.finish()
        compared = await begun.services.results.compare(begun.person, begun.id, following.id)
        assert [(before, after) for _, before, after in compared.rows] == [(50.0, 0.0)] * 6
