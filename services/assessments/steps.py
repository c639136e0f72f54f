"""What a person sees while taking an assessment: the overview, and one step at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from content import Block, Item, Questionnaire, Request, Variant
from storage.repositories.assessments import AttemptRow, RequestRow


@dataclass(frozen=True, slots=True)
class Attempt:
    """An unfinished assessment; `answered` of `items` items."""

    id: int
    answered: int
    items: int
    started_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """What a person sees before starting. `early_until`: a retake before it tells little."""

    questionnaire: Questionnaire
    variant: Variant
    attempt: Attempt | None
    passes: int
    last_finished: datetime | None
    early_until: datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of an assessment.

    `kind`: `item`, `request` or `review`. `position` counts items and requests from 0.
    """

    assessment_id: int
    kind: str
    position: int
    answered: int
    questionnaire: Questionnaire
    variant: Variant
    block: Block | None = None
    item: Item | None = None
    here: bool = False
    value: int | None = None
    request: Request | None = None
    chosen: tuple[str, ...] = ()
    text: str | None = None
    skipped: tuple[int, ...] = ()
    missing_request: int | None = None
    notes: dict[str, RequestRow] = field(default_factory=dict)

    @property
    def items(self) -> int:
        """Number of items of the variant."""
        return len(self.variant.items)


def attempt_of(row: AttemptRow, variant: Variant) -> Attempt:
    """An attempt from its row."""
    return Attempt(row.id, row.answered, len(variant.items), row.started_at, row.updated_at)


def first_missing(variant: Variant, notes: dict[str, RequestRow]) -> int | None:
    """Number of the first required request question without an answer."""
    for number, request in enumerate(variant.requests):
        note = notes.get(request.key)
        if request.required and (note is None or not (note.chosen or note.text)):
            return number
    return None


def item_step(attempt: AttemptRow, questionnaire: Questionnaire, variant: Variant) -> Step:
    """The item at the cursor."""
    block, item = variant.items[attempt.cursor]
    return Step(
        assessment_id=attempt.id,
        kind="item",
        position=attempt.cursor,
        answered=attempt.answered,
        questionnaire=questionnaire,
        variant=variant,
        block=block,
        item=item,
        here=attempt.here,
        value=attempt.value,
    )


def request_step(
    attempt: AttemptRow,
    questionnaire: Questionnaire,
    variant: Variant,
    notes: dict[str, RequestRow],
) -> Step:
    """The request question at the cursor."""
    request = variant.requests[attempt.cursor - len(variant.items)]
    note = notes.get(request.key)
    return Step(
        assessment_id=attempt.id,
        kind="request",
        position=attempt.cursor,
        answered=attempt.answered,
        questionnaire=questionnaire,
        variant=variant,
        request=request,
        here=note is not None,
        chosen=note.chosen if note else (),
        text=note.text if note else None,
    )


def review_step(
    attempt: AttemptRow,
    questionnaire: Questionnaire,
    variant: Variant,
    notes: dict[str, RequestRow],
    answers: dict[str, int | None],
) -> Step:
    """The review before finishing."""
    skipped = tuple(
        number
        for number, (_, item) in enumerate(variant.items)
        if item.key in answers and answers[item.key] is None
    )
    return Step(
        assessment_id=attempt.id,
        kind="review",
        position=len(variant.items) + len(variant.requests),
        answered=attempt.answered,
        questionnaire=questionnaire,
        variant=variant,
        skipped=skipped,
        missing_request=first_missing(variant, notes),
        notes=notes,
    )
