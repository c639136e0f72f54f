"""How people of the tests get to where a story begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from content import Variant, load_consent
from services.assessments import REVIEW, Step
from services.errors import Refusal
from tests.wiring import Services

CONSENT = load_consent().version
ANNA, BORIS = 700_000_001, 700_000_002


@contextmanager
def refused(reason: str) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """The block must be refused for exactly this reason."""
    with pytest.raises(Refusal) as caught:
        yield caught
    assert caught.value.reason == reason


async def agree(services: Services, telegram_id: int = ANNA) -> int:
    """Somebody who has given consent and nothing else."""
    return (await services.people.give_consent(telegram_id, "ru", CONSENT)).id


async def sign_up(
    services: Services,
    telegram_id: int = ANNA,
    *,
    position: str = "teacher",
    name: str = "Иванова Анна Петровна",
    school: int = 0,
) -> int:
    """Somebody who has filled in everything; `school` counts those of the first page."""
    people, person = services.people, await agree(services, telegram_id)
    await people.save_name(person, name)
    await people.choose_school(person, (await services.schools.page(0)).schools[school].id)
    await people.choose_position(person, position)
    await people.mark_subject(person, "mathematics", True)
    await people.confirm_subjects(person)
    await people.save_experience(person, "12 лет")
    await people.save_post_years(person, "5")
    await people.choose_category(person, "first")
    await people.complete(person)
    return person


@dataclass
class Taking:
    """One person on the way through an assessment."""

    services: Services
    person: int
    id: int

    @classmethod
    async def begin(cls, services: Services, person: int) -> Taking:
        """Press «start»."""
        return cls(services, person, await services.assessments.start(person))

    async def step(self) -> Step:
        """The screen shown now."""
        return await self.services.assessments.step(self.person, self.id)

    async def place(self) -> tuple[str, int]:
        """Kind and position of the screen shown now."""
        step = await self.step()
        return step.kind, step.position

    async def answer(self, position: int, value: int | None, *, reviewing: bool = False) -> None:
        """Press an answer."""
        await self.services.assessments.answer(
            self.person, self.id, position, value, reviewing=reviewing
        )

    async def answer_items(self, values: Sequence[int | None], start: int = 0) -> None:
        """Answer items one after the other."""
        for position, value in enumerate(values, start):
            await self.answer(position, value)

    async def answer_all(self, value: int | None = 2) -> None:
        """Give the same answer to every item that is left."""
        step = await self.step()
        await self.answer_items([value] * (step.items - step.answered), step.answered)

    async def go(self, position: int) -> None:
        """Press «back», «forward» or «to the review»."""
        await self.services.assessments.go(self.person, self.id, position)

    async def review(self) -> Step:
        """Go to the review."""
        await self.go(REVIEW)
        return await self.step()

    async def finish(self) -> bool:
        """Press «finish»."""
        return await self.services.assessments.finish(self.person, self.id)

    async def answers(self) -> dict[str, int | None]:
        """The answers stored."""
        async with self.services.access.uow.reading() as store:
            return await store.assessments.answers(self.id)

    async def notes(self) -> dict[str, tuple[tuple[str, ...], str | None]]:
        """The stored answers to request questions: marks and text."""
        async with self.services.access.uow.reading() as store:
            rows = await store.assessments.requests(self.id)
        return {key: (row.chosen, row.text) for key, row in rows.items()}


async def complete(services: Services, person: int, values: Sequence[int | None] | int = 2) -> int:
    """A finished assessment: the same answer everywhere, or these in order."""
    taking = await Taking.begin(services, person)
    if isinstance(values, int):
        await taking.answer_all(values)
    else:
        await taking.answer_items(values)
    await taking.finish()
    return taking.id


def items_of(variant: Variant) -> list[str]:
    """Keys of all items in the order in which they are asked."""
    return [item.key for _, item in variant.items]
