"""Results of finished assessments: levels, gaps, strengths, change over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content import Block, Level, Questionnaire, Variant
from services.access import own
from services.clock import Clock
from services.consents import consenting
from services.errors import Refusal
from services.questionnaires import Questionnaires
from services.scoring import INSUFFICIENT, BlockScore, changes, worst_first
from storage.repositories.results import BlockRow, PassRow
from storage.uow import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class BlockOutcome:
    """A block's score beside its content. `previous` is the deficit of the pass before, in %."""

    content: Block
    score: BlockScore
    level: Level | None
    previous: float | None

    @property
    def insufficient(self) -> bool:
        """Too few answers for a level."""
        return self.score.level == INSUFFICIENT


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one pass; `blocks` are worst first. `number` counts passes from 1."""

    assessment_id: int
    finished_at: datetime
    overall: float | None
    questionnaire: Questionnaire
    variant: Variant
    blocks: tuple[BlockOutcome, ...]
    previous_at: datetime | None

    @property
    def strengths(self) -> tuple[BlockOutcome, ...]:
        """Blocks in which the person can help others."""
        return tuple(block for block in self.blocks if block.score.is_strength)

    @property
    def deficits(self) -> tuple[BlockOutcome, ...]:
        """Blocks with something to work on: a deficit, or a single gap."""
        return tuple(
            block
            for block in self.blocks
            if block.score.gaps or block.score.level not in ("none", INSUFFICIENT)
        )


@dataclass(frozen=True, slots=True)
class Pass:
    """A finished assessment in the history."""

    assessment_id: int
    finished_at: datetime
    overall: float | None
    variant: Variant


@dataclass(frozen=True, slots=True)
class Comparison:
    """Change per block that both passes ask about: content, deficit before and after, in %."""

    before: Pass
    after: Pass
    rows: tuple[tuple[Block, float | None, float | None], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """An answered request question: chosen option keys in order, or a text."""

    request: str
    chosen: tuple[str, ...]
    text: str | None


class Results:
    """Use cases around one's own results."""

    def __init__(
        self,
        uow: UnitOfWork,
        clock: Clock,
        questionnaires: Questionnaires,
        consent_version: str,
    ) -> None:
        self._uow = uow
        self._clock = clock
        self._questionnaires = questionnaires
        self._consent_version = consent_version

    @own(writes=False)
    async def history(self, person_id: int) -> tuple[Pass, ...]:
        """Finished assessments, newest first."""
        async with self._uow.reading() as store:
            rows = await store.results.of_person(person_id)
        return tuple([await self._pass(row) for row in rows])

    @own(writes=False)
    async def outcome(self, person_id: int, assessment_id: int) -> Outcome:
        """The result of one of the person's finished assessments."""
        async with self._uow.reading() as store:
            row = await self._mine(store, person_id, assessment_id)
            return await self.outcome_of(store, row)

    async def outcome_of(self, store: Store, row: PassRow) -> Outcome:
        """What a finished assessment says; the caller has checked who may see it."""
        blocks = await store.results.blocks(row.id)
        before = await self._before(store, row)
        earlier = await store.results.blocks(before.id) if before else []
        questionnaire = await self._questionnaires.version(row.version_id)
        variant = questionnaire.variant(row.variant)
        levels: dict[str, Level] = {level.key: level for level in questionnaire.levels}
        content = {block.key: block for block in variant.blocks}
        previous = {block.block: block.deficit for block in earlier}
        ordered = sorted(blocks, key=lambda block: list(content).index(block.block))
        scored = worst_first([_score(block) for block in ordered])
        return Outcome(
            assessment_id=row.id,
            finished_at=row.finished_at,
            overall=row.overall,
            questionnaire=questionnaire,
            variant=variant,
            blocks=tuple(
                BlockOutcome(
                    content[block.block],
                    block,
                    levels.get(block.level),
                    previous.get(block.block),
                )
                for block in scored
            ),
            previous_at=before.finished_at if before else None,
        )

    @own(writes=False)
    async def wishes(self, person_id: int, assessment_id: int) -> tuple[Wish, ...]:
        """What the person asked for after the items, in the order of the questions."""
        async with self._uow.reading() as store:
            row = await self._mine(store, person_id, assessment_id)
            notes = await store.assessments.requests(assessment_id)
        variant = (await self._pass(row)).variant
        asked = [(request.key, notes.get(request.key)) for request in variant.requests]
        return tuple(
            Wish(key, note.chosen, note.text)
            for key, note in asked
            if note and (note.chosen or note.text)
        )

    @own(writes=False)
    async def compare(self, person_id: int, one: int, other: int) -> Comparison:
        """Change per block from the earlier to the later of two passes."""
        async with self._uow.reading() as store:
            pair = [await self._mine(store, person_id, key) for key in {one, other}]
            if len(pair) != 2:
                raise Refusal("choice-gone")
            before, after = sorted(pair, key=lambda row: (row.finished_at, row.id))
            old = await store.results.blocks(before.id)
            new = await store.results.blocks(after.id)
        later = await self._pass(after)
        content = {block.key: block for block in later.variant.blocks}
        asked_before = {block.block for block in old}
        new.sort(key=lambda block: list(content).index(block.block))
        return Comparison(
            await self._pass(before),
            later,
            tuple(
                (content[row.block], row.before, row.now)
                for row in changes(old, new)
                if row.block in asked_before
            ),
        )

    async def picture(self, name: str) -> str | None:
        """Telegram's file id of a picture uploaded before."""
        async with self._uow.reading() as store:
            return await store.media.find(name)

    async def keep_picture(self, name: str, file_id: str | None) -> None:
        """Remember a file id; nothing drops one that Telegram no longer accepts."""
        async with self._uow.writing() as store:
            if file_id is None:
                await store.media.drop(name)
            else:
                await store.media.put(name, file_id, self._clock.now())

    async def _before(self, store: Store, row: PassRow) -> PassRow | None:
        """The pass before this one over the same variant."""
        assert row.person_id is not None
        rows = await store.results.of_person(row.person_id)
        earlier = [
            other
            for other in rows
            if other.variant == row.variant
            and (other.finished_at, other.id) < (row.finished_at, row.id)
        ]
        return earlier[0] if earlier else None

    async def _pass(self, row: PassRow) -> Pass:
        questionnaire = await self._questionnaires.version(row.version_id)
        return Pass(row.id, row.finished_at, row.overall, questionnaire.variant(row.variant))

    async def _mine(self, store: Store, person_id: int, assessment_id: int) -> PassRow:
        row = await store.results.get(assessment_id)
        if row is None or row.person_id != person_id:
            raise Refusal("not-yours")
        await consenting(store, person_id, self._consent_version)
        return row


def _score(row: BlockRow) -> BlockScore:
    return BlockScore(
        row.block,
        row.answered,
        row.total,
        row.deficit,
        row.level,
        row.gaps,
        row.strength_share,
        row.is_strength,
    )
