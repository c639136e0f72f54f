"""After events: ratings and words, materials, certificates."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.events.feedback import Comment
from services.events.links import material_link
from services.events.materials import LIMIT
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.colleagues import ADMIN, METHODIST, joins, noted
from tests.services.happenings import guests, publish, stored
from tests.services.stories import refused, sign_up
from tests.wiring import Services, build_services

SOON, LASTS = timedelta(hours=3), timedelta(hours=2)


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def methodist(services: Services) -> int:
    admin = await joins(services, ADMIN, "Ларина Ада Игоревна")
    person = await joins(services, METHODIST, "Соколова Мария Ивановна")
    await services.roles.grant(admin, person, Role.METHODIST)
    return person


@pytest.fixture
async def anna(services: Services) -> int:
    return await sign_up(services)


@pytest.fixture
async def event(services: Services, clock: FixedClock, anna: int) -> int:
    """An event that is on; Anna and another one have a place, Anna is there."""
    event = await publish(services, after=SOON)
    for person in (anna, *await guests(services, 1)):
        await services.events.places.register(person, event)
    clock.advance(SOON)
    token = (await stored(services, event)).token
    await services.events.attendance.check_in_by_link(anna, token)
    return event


@pytest.fixture
async def absent(services: Services, event: int) -> int:
    return (await guests(services, 1))[0]


class TestRating:
    async def test_is_for_who_came_once_it_is_over(
        self, services: Services, clock: FixedClock, event: int, anna: int, absent: int
    ) -> None:
        feedback = services.events.feedback
        with refused("rating-early"):
            await feedback.rate(anna, event, 5)
        clock.advance(LASTS)
        with refused("event-not-attended"):
            await feedback.rate(absent, event, 5)
        with refused("event-gone"):
            await feedback.rate(anna, 999_999, 5)
        for rating in (0, 6):
            with refused("choice-gone"):
                await feedback.rate(anna, event, rating)
        assert (await feedback.rate(anna, event, 3)).rating == 3
        assert (await feedback.rate(anna, event, 5)).rating == 5
        assert (await feedback.opinion(anna, event)).rating == 5

    async def test_the_organiser_sees_numbers_and_words_without_names(
        self, services: Services, clock: FixedClock, event: int, anna: int, methodist: int
    ) -> None:
        feedback, people = services.events.feedback, await guests(services, 4)
        for person in people:
            await services.events.attendance.mark(methodist, event, person, True)
        empty = await feedback.feedback(methodist, event)
        assert (empty.average, empty.count, empty.total) == (None, 0, 0)
        clock.advance(LASTS)
        for number, person in enumerate((anna, *people)):
            await feedback.rate(person, event, 5 - number // 2)
            await feedback.comment(person, event, f"Слово {number}")
            clock.advance(minutes=1)
        await feedback.comment(anna, event, "  Слово\n0, исправленное ")
        found = await feedback.feedback(methodist, event, -1)
        assert found.ratings == {5: 2, 4: 2, 3: 1}
        assert (found.average, found.came, found.total, found.pages) == (4.2, 5, 5, 2)
        assert found.comments == (Comment(4, "Слово 2"), Comment(5, "Слово 1"))
        first = (await feedback.feedback(methodist, event)).comments[0]
        assert first == Comment(5, "Слово\n0, исправленное")
        with refused("role-needed"):
            await feedback.feedback(anna, event)

    async def test_a_word_may_come_without_a_rating_and_is_erased_with_its_person(
        self, services: Services, clock: FixedClock, event: int, anna: int, methodist: int
    ) -> None:
        clock.advance(LASTS)
        feedback = services.events.feedback
        with refused("text-empty"):
            await feedback.comment(anna, event, " \n ")
        with refused("text-too-long"):
            await feedback.comment(anna, event, "ж" * 1001)
        assert (await feedback.comment(anna, event, "Спасибо")).comment == "Спасибо"
        found = await feedback.feedback(methodist, event)
        assert found.comments == (Comment(0, "Спасибо"),)
        await services.people.forget(anna)
        assert (await feedback.feedback(methodist, event)).total == 0
        assert (await feedback.feedback(methodist, event)).came == 1


class TestMaterials:
    async def test_are_for_who_came_or_for_all_with_a_place(
        self, services: Services, event: int, anna: int, absent: int, methodist: int
    ) -> None:
        materials = services.events.materials
        await materials.add_file(methodist, event, "document", "file-1", " План\nурока.docx ")
        await materials.add_link(methodist, event, "Запись семинара — https://rutube.ru/video/1.")
        found = (await materials.materials(anna, event)).materials
        assert [(one.kind, one.title) for one in found] == [
            ("document", "План урока.docx"),
            ("link", "Запись семинара"),
        ]
        assert found[1].url == "https://rutube.ru/video/1"
        with refused("materials-not-for-you"):
            await materials.materials(absent, event)
        assert [await materials.count(one, event) for one in (anna, absent, methodist)] == [2, 0, 0]
        await materials.open_materials(methodist, event, True)
        assert await materials.count(absent, event) == 2
        with refused("materials-not-for-you"):
            await materials.materials(methodist, event)

    async def test_people_are_told_once_of_each_newest_one(
        self, services: Services, event: int, anna: int, absent: int, methodist: int,
        database: Database,
    ) -> None:  # fmt: skip
        materials = services.events.materials
        with refused("materials-none"):
            await materials.hand_out(methodist, event)
        await materials.add_link(methodist, event, "rutube.ru/video/1")
        assert (await materials.materials_desk(methodist, event)).untold == 1
        assert await materials.hand_out(methodist, event) == 1
        assert await materials.hand_out(methodist, event) == 0
        assert (await materials.materials_desk(methodist, event)).untold == 0
        await materials.open_materials(methodist, event, True)
        assert await materials.hand_out(methodist, event) == 1
        await materials.add_link(methodist, event, "rutube.ru/video/2")
        assert await materials.hand_out(methodist, event) == 2
        told = [person for person, _ in await owed(database, "event-materials")]
        assert told == [anna, absent, *sorted((anna, absent))]

    async def test_have_room_for_so_many_and_go_one_by_one(
        self, services: Services, event: int, anna: int, methodist: int
    ) -> None:
        materials = services.events.materials
        for number in range(LIMIT):
            await materials.add_link(methodist, event, f"example.org/{number}")
        with refused("materials-many"):
            await materials.add_file(methodist, event, "photo", "file", "Фото")
        first = (await materials.materials_desk(methodist, event)).materials[0]
        assert (await materials.material(methodist, first.id)).title == "example.org/0"
        for _ in range(2):
            await materials.remove_material(methodist, first.id)
        assert await materials.count(anna, event) == LIMIT - 1
        with refused("material-gone"):
            await materials.material(methodist, first.id)
        with refused("material-kind"):
            await materials.add_file(methodist, event, "video", "file", "Видео")
        with refused("role-needed"):
            await materials.add_link(anna, event, "example.org")

    def test_links_are_read_as_people_write_them(self) -> None:
        assert material_link("https://a.example.org/x?y=1#z") == (
            "a.example.org/x?y=1#z",
            "https://a.example.org/x?y=1#z",
        )
        assert material_link("диск.рф/папка") == ("диск.рф/папка", "https://диск.рф/папка")
        assert material_link("https://e.org/1: наши слайды") == ("наши слайды", "https://e.org/1")
        assert material_link("Слайды (e.org/1)") == ("Слайды", "https://e.org/1")
        for wrong in ("", "просто слова", "файл. потом", "javascript:alert(1)"):
            with refused("material-link"):
                material_link(wrong)
        with refused("material-link-long"):
            material_link("e.org/" + "x" * 500)


class TestCertificates:
    async def test_are_for_who_came_once_it_is_over(
        self, services: Services, clock: FixedClock, event: int, anna: int, absent: int
    ) -> None:
        certificates, begins = services.events.certificates, clock.now()
        with refused("certificate-early"):
            await certificates.certificate(anna, event)
        clock.advance(LASTS)
        with refused("event-not-attended"):
            await certificates.certificate(absent, event)
        found = await certificates.certificate(anna, event)
        assert (found.name, found.position) == ("Иванова Анна Петровна", "teacher")
        assert (found.starts_at, found.ends_at) == (begins, begins + LASTS)
        assert (found.minutes, found.academic_hours) == (120, 3)
        assert found.number.startswith(f"{event}-")
        assert (await certificates.certificate(anna, event)).number == found.number

    async def test_of_others_are_noted(
        self, services: Services, clock: FixedClock, event: int, anna: int, methodist: int
    ) -> None:
        clock.advance(LASTS)
        certificates = services.events.certificates
        found = await certificates.certificate_of(methodist, event, anna)
        assert found == await certificates.certificate(anna, event)
        assert await noted(services, "certificate-made") == [(methodist, anna)]
        with refused("role-needed"):
            await certificates.certificate_of(anna, event, anna)
        with refused("person-gone"):
            await certificates.certificate_of(methodist, event, 999_999)

    async def test_of_days_on_end_tell_no_hours(
        self, services: Services, clock: FixedClock, anna: int, methodist: int
    ) -> None:
        begins = clock.now()
        event = await publish(services, after=timedelta(), ends_at=begins + timedelta(days=2))
        await services.events.attendance.mark(methodist, event, anna, True)
        clock.advance(days=2)
        found = await services.events.certificates.certificate(anna, event)
        assert (found.minutes, found.academic_hours) == (None, None)
