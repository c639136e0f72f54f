"""Taking an assessment: one step at a time, every answer stored before the next step shows."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

from content import Questionnaire
from services.access import own
from services.assessments.attempts import REVIEW
from services.assessments.requests import RequestAnswers
from services.assessments.steps import (
    Overview,
    Step,
    attempt_of,
    first_missing,
    item_step,
    request_step,
    review_step,
)
from services.consents import consenting
from services.errors import Refusal
from services.scoring import rules_of, score
from storage.repositories.people import PersonRow
from storage.uow import Store


class Assessments(RequestAnswers):
    """Use cases of a person taking an assessment."""

    @own(writes=False)
    async def overview(self, person_id: int) -> Overview:
        """What can be started or continued."""
        async with self._uow.reading() as store:
            person = await consenting(store, person_id, self._consent_version)
            position = _position_of(person)
            open_row = await store.assessments.open_of(person_id)
            passes = await store.results.of_person(person_id)
        if open_row is not None:
            questionnaire = await self._questionnaires.version(open_row.version_id)
            variant = questionnaire.variant(open_row.variant)
        else:
            _, questionnaire = self._questionnaires.live
            variant = questionnaire.variant_for(position)
        last = next((p.finished_at for p in passes if p.variant == variant.key), None)
        early = last + timedelta(days=questionnaire.scoring.retake_after_days) if last else None
        return Overview(
            questionnaire=questionnaire,
            variant=variant,
            attempt=attempt_of(open_row, variant) if open_row else None,
            passes=len(passes),
            last_finished=last,
            early_until=early if early and early > self._clock.now() else None,
        )

    @own(writes=True)
    async def start(self, person_id: int) -> int:
        """Open an assessment of the live questionnaire, or return the one already open."""
        version_id, questionnaire = self._questionnaires.live
        async with self._uow.writing() as store:
            person = await consenting(store, person_id, self._consent_version)
            position = _position_of(person)
            variant = questionnaire.variant_for(position)
            await store.assessments.add(person_id, version_id, variant.key, self._clock.now())
            attempt = await store.assessments.open_of(person_id)
        assert attempt is not None
        return attempt.id

    @own(writes=True)
    async def abandon(self, person_id: int, assessment_id: int) -> None:
        """Give up an unfinished assessment. Repeating changes nothing."""
        async with self._uow.writing() as store:
            done = await store.assessments.abandon(assessment_id, person_id, self._clock.now())
            if not done:
                attempt = await store.assessments.get(assessment_id)
                if attempt is None or attempt.person_id != person_id:
                    raise Refusal("not-yours")
                if attempt.state == "finished":
                    raise Refusal("assessment-finished")

    @own(writes=False)
    async def step(self, person_id: int, assessment_id: int) -> Step:
        """The screen that the cursor stands on, never beyond the first unanswered item."""
        async with self._uow.reading() as store:
            attempt = await self.mine(store, person_id, assessment_id)
            questionnaire, variant = await self.text_of(attempt)
            if attempt.answered < min(attempt.cursor, len(variant.items)):
                attempt = replace(attempt, cursor=attempt.answered, here=False, value=None)
            if attempt.cursor < len(variant.items):
                return item_step(attempt, questionnaire, variant)
            notes = await store.assessments.requests(assessment_id)
            if attempt.cursor < len(variant.items) + len(variant.requests):
                return request_step(attempt, questionnaire, variant, notes)
            answers = await store.assessments.answers(assessment_id)
        return review_step(attempt, questionnaire, variant, notes, answers)

    @own(writes=True)
    async def answer(
        self,
        person_id: int,
        assessment_id: int,
        position: int,
        value: int | None,
        *,
        reviewing: bool = False,
    ) -> None:
        """Store an answer (`None`: does not concern me) and move to the next step.

        Answers leave no hole: an item can be answered when all before it are.
        """
        if not 0 <= position < REVIEW:
            raise Refusal("choice-gone")
        now = self._clock.now()
        then = REVIEW if reviewing else position + 1
        async with self._uow.writing() as store:
            claimed = await store.assessments.step(
                assessment_id, person_id, position, then, self._consent_version, now
            )
            if claimed is None:
                await self.mine(store, person_id, assessment_id)
                raise Refusal("choice-gone")
            questionnaire = await self._questionnaires.version(claimed[0])
            items = questionnaire.variant(claimed[1]).items
            if position >= len(items) or not _allowed(questionnaire, value):
                raise Refusal("choice-gone")
            item = items[position][1]
            await store.assessments.put_answer(assessment_id, position, item.key, value, now)

    @own(writes=True)
    async def go(self, person_id: int, assessment_id: int, position: int) -> None:
        """Show another step: back, forward over what is answered, or the review."""
        async with self._uow.writing() as store:
            attempt = await self.mine(store, person_id, assessment_id)
            _, variant = await self.text_of(attempt)
            unfinished = attempt.answered < len(variant.items)
            if position < 0 or (unfinished and position > attempt.answered):
                raise Refusal("choice-gone")
            then = min(position, REVIEW)
            await store.assessments.move(assessment_id, person_id, then, self._clock.now())

    @own(writes=True)
    async def finish(self, person_id: int, assessment_id: int) -> bool:
        """Close the assessment and store its results; `False` when it was finished before."""
        async with self._uow.writing() as store:
            if not await store.results.close(assessment_id, person_id, self._clock.now()):
                attempt = await store.assessments.get(assessment_id)
                if attempt and attempt.person_id == person_id and attempt.state == "finished":
                    return False
                await self.mine(store, person_id, assessment_id)
            await self._score(store, assessment_id)
        return True

    async def _score(self, store: Store, assessment_id: int) -> None:
        """Check that nothing is missing, then count and store the results."""
        attempt = await store.assessments.get(assessment_id)
        assert attempt is not None
        questionnaire, variant = await self.text_of(attempt)
        if attempt.answered < len(variant.items):
            raise Refusal("items-missing", count=len(variant.items) - attempt.answered)
        if first_missing(variant, await store.assessments.requests(assessment_id)) is not None:
            raise Refusal("options-needed")
        scored = score(
            [(block.key, [item.key for item in block.items]) for block in variant.blocks],
            await store.assessments.answers(assessment_id),
            rules_of(questionnaire),
        )
        blocks = [asdict(block) for block in scored.blocks]
        await store.results.put(assessment_id, scored.overall, blocks)


def _allowed(questionnaire: Questionnaire, value: int | None) -> bool:
    scale = questionnaire.scale
    if value is None:
        return scale.skip.allowed
    return value in {point.value for point in scale.points}


def _position_of(person: PersonRow) -> str:
    """The position decides what is asked; people of the service may have none."""
    if person.registered_at is None:
        raise Refusal("signup-needed")
    if person.position is None:
        raise Refusal("position-needed")
    return person.position
