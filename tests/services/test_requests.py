"""The questions after the items: a choice, several marks, own words; nothing typed is lost."""

from __future__ import annotations

import pytest

from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.editions import with_required_requests
from tests.services.stories import Taking, refused
from tests.wiring import Services, build_services

NEED, OFFER, FORMS, WORDS = "req_mentor_need", "req_mentor_offer", "req_forms", "req_text"
FIRST = 6


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """A questionnaire of six items; every question but the second must be answered."""
    return await build_services(uow, clock, questionnaire=with_required_requests())


class Asked:
    """The request questions of one assessment, as pressed and typed."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._me = (taking.person, taking.id)
        self._use_cases = taking.services.assessments

    async def choose(self, request: str, option: str, *, reviewing: bool = False) -> None:
        await self._use_cases.choose(*self._me, request, option, reviewing)

    async def mark(self, request: str, option: str, chosen: bool = True) -> None:
        await self._use_cases.mark(*self._me, request, option, chosen)

    async def confirm(self, request: str, *, reviewing: bool = False) -> None:
        await self._use_cases.confirm(*self._me, request, reviewing)

    async def write(self, request: str, typed: str, *, reviewing: bool = False) -> None:
        await self._use_cases.write(*self._me, request, typed, reviewing)

    async def skip(self, request: str, *, reviewing: bool = False) -> None:
        await self._use_cases.skip_request(*self._me, request, reviewing)

    async def place(self) -> tuple[str, int]:
        return await self.taking.place()

    async def notes(self) -> dict[str, tuple[tuple[str, ...], str | None]]:
        return await self.taking.notes()

    async def answer_required(self) -> None:
        await self.choose(NEED, "subject")
        await self.mark(FORMS, "seminar")
        await self.write(WORDS, "Проекты")


@pytest.fixture
def asked(answered: Taking) -> Asked:
    return Asked(answered)


async def test_they_follow_one_another_to_the_review(asked: Asked) -> None:
    assert await asked.place() == ("request", FIRST)
    await asked.choose(NEED, "subject")
    assert await asked.place() == ("request", FIRST + 1)
    await asked.skip(OFFER)
    await asked.mark(FORMS, "webinar")
    assert await asked.place() == ("request", FIRST + 2)
    await asked.confirm(FORMS)
    await asked.write(WORDS, "Хочу научиться\nвести проекты")
    assert await asked.place() == ("review", FIRST + 4)
    assert await asked.notes() == {
        NEED: (("subject",), None),
        OFFER: ((), None),
        FORMS: (("webinar",), None),
        WORDS: ((), "Хочу научиться\nвести проекты"),
    }


async def test_a_choice_can_be_changed_and_is_shown_when_one_comes_back(asked: Asked) -> None:
    await asked.choose(NEED, "subject")
    await asked.choose(NEED, "not_now")
    await asked.taking.go(FIRST)
    step = await asked.taking.step()
    assert (step.here, step.chosen) == (True, ("not_now",))


async def test_marks_are_the_same_once_and_twice_and_kept_in_the_order_of_the_question(
    asked: Asked,
) -> None:
    for option in ("materials", "seminar", "materials", "practicum"):
        await asked.mark(FORMS, option)
    for _ in range(2):
        await asked.mark(FORMS, "practicum", False)
    assert (await asked.notes())[FORMS] == (("seminar", "materials"), None)


async def test_a_question_that_must_be_answered_is_not_left_without_a_mark(
    asked: Asked, database: Database
) -> None:
    before = await contents(database)
    with refused("options-needed"):
        await asked.confirm(FORMS)
    for request in (NEED, FORMS, WORDS):
        with refused("options-needed"):
            await asked.skip(request)
    assert await contents(database) == before


async def test_a_text_that_is_too_long_is_refused_and_nothing_written_before_is_lost(
    asked: Asked, database: Database
) -> None:
    await asked.write(WORDS, "Проекты")
    before = await contents(database)
    with refused("text-too-long") as caught:
        await asked.write(WORDS, "я" * 1001)
    assert caught.value.facts == {"limit": 1000, "length": 1001}
    with refused("text-empty"):
        await asked.write(WORDS, " \u200b ")
    assert await contents(database) == before


async def test_signs_of_any_language_and_of_markup_are_kept_as_typed(asked: Asked) -> None:
    typed = "<b>&\"'; DROP TABLE person; -- 🙂 أهلا {name} %s"
    await asked.write(WORDS, typed)
    assert (await asked.notes())[WORDS] == ((), typed)


async def test_a_forged_question_or_option_is_refused_and_changes_nothing(
    asked: Asked, database: Database
) -> None:
    before = await contents(database)
    forged = [
        asked.choose(NEED, "nonsense"),
        asked.choose(FORMS, "seminar"),
        asked.choose("nonsense", "subject"),
        asked.mark(FORMS, "nonsense"),
        asked.mark(NEED, "subject"),
        asked.confirm(NEED),
        asked.confirm(WORDS),
        asked.write(NEED, "subject"),
        asked.skip("nonsense"),
    ]
    for attempt in forged:
        with refused("choice-gone"):
            await attempt
    assert await contents(database) == before


async def test_they_come_only_after_the_last_item(taking: Taking, database: Database) -> None:
    await taking.answer_items([2] * (FIRST - 1))
    early, before = Asked(taking), await contents(database)
    for attempt in (early.choose(NEED, "subject"), early.mark(FORMS, "seminar")):
        with refused("choice-gone"):
            await attempt
    for attempt in (early.confirm(FORMS), early.write(WORDS, "Рано"), early.skip(OFFER)):
        with refused("choice-gone"):
            await attempt
    assert await contents(database) == before


class TestTheReview:
    async def test_names_the_items_that_were_left_out_and_the_question_that_is_missing(
        self, taking: Taking
    ) -> None:
        await taking.answer_items([2, None, 0, None, 3, 1])
        step = await taking.review()
        assert (step.kind, step.skipped, step.missing_request) == ("review", (1, 3), 0)
        await Asked(taking).choose(NEED, "subject")
        assert (await taking.review()).missing_request == 2

    async def test_misses_nothing_once_everything_is_answered(self, asked: Asked) -> None:
        await asked.answer_required()
        step = await asked.taking.review()
        assert (step.skipped, step.missing_request) == ((), None)
        assert step.notes[WORDS].text == "Проекты"

    async def test_is_where_one_returns_to_from_an_item_or_a_question(self, asked: Asked) -> None:
        review = ("review", FIRST + 4)
        await asked.taking.go(1)
        await asked.taking.answer(1, None, reviewing=True)
        assert await asked.place() == review
        assert (await asked.taking.step()).skipped == (1,)
        await asked.choose(NEED, "methods", reviewing=True)
        assert await asked.place() == review
        await asked.skip(OFFER, reviewing=True)
        assert await asked.place() == review
        await asked.mark(FORMS, "seminar")
        await asked.confirm(FORMS, reviewing=True)
        assert await asked.place() == review
        await asked.write(WORDS, "Проекты", reviewing=True)
        assert await asked.place() == review

    async def test_does_not_let_one_finish_while_a_question_is_missing(
        self, asked: Asked, database: Database
    ) -> None:
        before = await contents(database)
        with refused("options-needed"):
            await asked.taking.finish()
        assert await contents(database) == before
        await asked.answer_required()
        assert await asked.taking.finish()
