"""Courses, the next attestation, and results of diagnoses made elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from services.career_fields import course_hours, external_result
from services.careers import COURSES_LIMIT
from storage.engine import Database
from storage.models import OutboxMessage
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.colleagues import ADMIN, Colleagues, gather, noted
from tests.services.stories import agree, refused
from tests.wiring import Services, build_services

OUTCOME = "ФИОКО, 2022, 64 балла — базовый уровень"


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Colleagues:
    return await gather(await build_services(uow, clock, admin_ids=[ADMIN]))


async def notices(database: Database) -> list[str]:
    """Keys of the notices that the bot owes."""
    async with database.read() as session:
        return sorted((await session.execute(select(OutboxMessage.dedupe_key))).scalars())


class TestCourses:
    async def test_are_listed_newest_first(self, services: Services, anna: int) -> None:
        careers = services.careers
        await careers.add_course(anna, "Функциональная грамотность", 36, date(2024, 5, 1))
        await careers.add_course(anna, "  Наставничество\n", 72, date(2026, 3, 1))
        found = (await careers.career(anna)).courses
        assert [(course.title, course.hours) for course in found] == [
            ("Наставничество", 72),
            ("Функциональная грамотность", 36),
        ]

    @pytest.mark.parametrize(
        ("now", "finished", "recent"),
        [
            (date(2026, 9, 1), date(2023, 9, 1), True),
            (date(2026, 9, 1), date(2023, 8, 31), False),
            (date(2026, 9, 1), date(2022, 9, 1), False),
            (date(2027, 2, 28), date(2024, 2, 29), True),
            (date(2027, 3, 1), date(2024, 2, 29), False),
            (date(2028, 2, 29), date(2025, 2, 28), True),
            (date(2028, 2, 29), date(2025, 2, 27), False),
        ],
    )
    async def test_count_for_three_years(
        self,
        services: Services,
        clock: FixedClock,
        anna: int,
        now: date,
        finished: date,
        recent: bool,
    ) -> None:
        clock.set(datetime(now.year, now.month, now.day, 6, tzinfo=UTC))
        await services.careers.add_course(anna, "Курс", 16, finished)
        assert [c.recent for c in (await services.careers.career(anna)).courses] == [recent]

    async def test_the_day_is_that_of_the_municipality(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        clock.set(datetime(2026, 8, 31, 17, 59, tzinfo=UTC))  # 23:59 in Omsk
        with refused("course-future"):
            await services.careers.add_course(anna, "Курс", 16, date(2026, 9, 1))
        clock.set(datetime(2026, 8, 31, 18, 0, tzinfo=UTC))
        await services.careers.add_course(anna, "Курс", 16, date(2026, 9, 1))

    async def test_the_same_course_is_added_once(
        self, services: Services, database: Database, anna: int
    ) -> None:
        for _ in range(2):
            await services.careers.add_course(anna, "Курс", 16, date(2026, 5, 1))
        assert len((await contents(database))["course"]) == 1

    @pytest.mark.parametrize(
        ("title", "hours", "finished", "reason"),
        [
            ("", 16, date(2026, 5, 1), "title-too-short"),
            ("12", 16, date(2026, 5, 1), "title-too-short"),
            ("К" * 201, 16, date(2026, 5, 1), "title-too-long"),
            ("Курс", 0, date(2026, 5, 1), "hours-range"),
            ("Курс", 2001, date(2026, 5, 1), "hours-range"),
            ("Курс", 16, date(1959, 12, 31), "course-early"),
            ("Курс", 16, date(2026, 9, 2), "course-future"),
        ],
    )
    async def test_what_cannot_be_is_refused(
        self,
        services: Services,
        database: Database,
        anna: int,
        title: str,
        hours: int,
        finished: date,
        reason: str,
    ) -> None:
        with refused(reason):
            await services.careers.add_course(anna, title, hours, finished)
        assert (await contents(database))["course"] == []

    async def test_there_is_an_end_to_them(self, services: Services, anna: int) -> None:
        for number in range(COURSES_LIMIT):
            await services.careers.add_course(anna, f"Курс {number}", 16, date(2026, 5, 1))
        with refused("courses-limit"):
            await services.careers.add_course(anna, "Ещё курс", 16, date(2026, 5, 1))

    async def test_one_is_removed_by_its_owner_alone(
        self, services: Services, anna: int, boris: int
    ) -> None:
        await services.careers.add_course(anna, "Курс", 16, date(2026, 5, 1))
        course = (await services.careers.career(anna)).courses[0]
        with refused("other-course"):
            await services.careers.remove_course(boris, course.id)
        with refused("other-course"):
            await services.careers.course(boris, course.id)
        assert await services.careers.course(anna, course.id) == course
        for _ in range(2):
            await services.careers.remove_course(anna, course.id)
        assert (await services.careers.career(anna)).courses == ()
        with refused("course-gone"):
            await services.careers.course(anna, course.id)

    async def test_without_consent_there_are_none(
        self, uow: UnitOfWork, clock: FixedClock, services: Services, anna: int
    ) -> None:
        stricter = await build_services(uow, clock, consent_version="9")
        for attempt in (
            stricter.careers.career(anna),
            stricter.careers.add_course(anna, "Курс", 16, date(2026, 5, 1)),
            stricter.careers.set_attestation(anna, date(2027, 5, 1)),
            stricter.careers.clear_attestation(anna),
        ):
            with refused("consent-outdated"):
                await attempt


class TestAttestation:
    @pytest.mark.parametrize(
        ("on", "state"),
        [
            (date(2026, 9, 1), "near"),
            (date(2027, 3, 1), "near"),
            (date(2027, 3, 2), "later"),
            (date(2036, 9, 1), "later"),
        ],
    )
    async def test_is_near_half_a_year_ahead(
        self, services: Services, anna: int, on: date, state: str
    ) -> None:
        await services.careers.set_attestation(anna, on)
        found = (await services.careers.career(anna)).attestation
        assert found is not None
        assert (found.on, found.state) == (on, state)

    async def test_is_past_afterwards_and_can_be_cleared(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        await services.careers.set_attestation(anna, date(2026, 9, 10))
        clock.advance(days=10)
        found = (await services.careers.career(anna)).attestation
        assert found is not None
        assert found.state == "past"
        for _ in range(2):
            await services.careers.clear_attestation(anna)
        assert (await services.careers.career(anna)).attestation is None

    async def test_lies_between_today_and_ten_years(self, services: Services, anna: int) -> None:
        with refused("attestation-past"):
            await services.careers.set_attestation(anna, date(2026, 8, 31))
        with refused("attestation-far"):
            await services.careers.set_attestation(anna, date(2036, 9, 2))

    async def test_that_comes_near_is_told_once_for_each_date(
        self, services: Services, database: Database, clock: FixedClock, anna: int, boris: int
    ) -> None:
        newcomer = await agree(services, 700_000_009)
        for person, on in (
            (anna, date(2027, 3, 2)),
            (boris, date(2027, 9, 1)),
            (newcomer, date(2026, 10, 1)),
        ):
            await services.careers.set_attestation(person, on)

        assert await services.careers.remind() == 0
        assert await notices(database) == []
        clock.advance(days=1)
        for _ in range(2):
            assert await services.careers.remind() == 1
        assert await notices(database) == [f"attestation-near:2027-03-02:{anna}"]
        clock.advance(days=1)
        await services.careers.set_attestation(anna, date(2027, 3, 3))
        await services.careers.remind()
        assert len(await notices(database)) == 2


class TestExternalResults:
    async def test_are_noted_by_a_methodist_and_seen_by_the_person(self, town: Colleagues) -> None:
        careers = town.services.careers
        for _ in range(2):
            await careers.note_external(town.methodist, town.teacher, OUTCOME)
        (result,) = (await careers.career(town.teacher)).external
        assert (result.title, result.year, result.outcome) == (
            "ФИОКО",
            2022,
            "64 балла — базовый уровень",
        )
        kind = "external-result-noted"
        assert await noted(town.services, kind) == [(town.methodist, town.teacher)]

    async def test_of_the_same_name_and_year_are_corrected(self, town: Colleagues) -> None:
        careers = town.services.careers
        await careers.note_external(town.methodist, town.teacher, OUTCOME)
        await careers.note_external(town.methodist, town.teacher, "ФИОКО, 2022, 70 баллов")
        (result,) = (await careers.career(town.teacher)).external
        assert result.outcome == "70 баллов"

    async def test_are_removed_once(self, town: Colleagues) -> None:
        careers = town.services.careers
        await careers.note_external(town.methodist, town.teacher, OUTCOME)
        (result,) = (await careers.career(town.teacher)).external
        for _ in range(2):
            await careers.remove_external(town.methodist, result.id)
        assert (await careers.career(town.teacher)).external == ()
        kind = "external-result-removed"
        assert await noted(town.services, kind) == [(town.methodist, town.teacher)]

    async def test_are_not_for_others_to_note(self, town: Colleagues) -> None:
        careers = town.services.careers
        await careers.note_external(town.methodist, town.teacher, OUTCOME)
        (result,) = (await careers.career(town.teacher)).external
        for other in (town.admin, town.coordinator, town.head, town.teacher):
            with refused("role-needed"):
                await careers.note_external(other, town.teacher, OUTCOME)
            with refused("role-needed"):
                await careers.remove_external(other, result.id)
        assert (await careers.career(town.teacher)).external == (result,)

    async def test_of_somebody_who_is_gone_are_not_noted(self, town: Colleagues) -> None:
        await town.services.people.forget(town.teacher)
        with refused("person-gone"):
            await town.services.careers.note_external(town.methodist, town.teacher, OUTCOME)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ФИОКО, 2022, 64 балла", ("ФИОКО", 2022, "64 балла")),
        ("ФИОКО 2022 базовый уровень", ("ФИОКО", 2022, "базовый уровень")),
        ("ФИОКО; 2022 г.; выше среднего", ("ФИОКО", 2022, "выше среднего")),
        ("ФИОКО (2022): базовый", ("ФИОКО", 2022, "базовый")),
        ("ФИОКО\n2022\nбазовый,\nно растёт", ("ФИОКО", 2022, "базовый,\nно растёт")),
    ],
)
def test_an_external_result_is_typed_in_one_message(typed: str, read: tuple[str, int, str]) -> None:
    assert external_result(typed, 2026) == read


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "text-empty"),
        ("ФИОКО", "external-form"),
        ("ФИОКО, 2022", "external-form"),
        ("2022, хорошо", "external-form"),
        ("ФИОКО, 2027, хорошо", "external-year"),
        ("ФИОКО, 1999, хорошо", "external-year"),
        ("Ф, 2022, хорошо", "title-too-short"),
        (f"ФИОКО, 2022, {'о' * 501}", "text-too-long"),
    ],
)
def test_an_external_result_needs_name_year_and_outcome(typed: str, reason: str) -> None:
    with refused(reason):
        external_result(typed, 2026)


@pytest.mark.parametrize(
    "typed", ["72", "72 ч.", "72ч", "72 часа", "72 академических часа", "72 h"]
)
def test_hours_come_with_or_without_their_unit(typed: str) -> None:
    assert course_hours(typed) == 72


@pytest.mark.parametrize("typed", ["", "семьдесят", "-5", "7.5", "72 и 16"])
def test_other_hours_are_refused(typed: str) -> None:
    with refused("hours-number"):
        course_hours(typed)
