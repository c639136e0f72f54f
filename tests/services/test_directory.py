"""Finding people and seeing their cards: who may, how far, and what is noted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from services.permissions import Role
from services.results import Outcome
from storage.engine import Database
from storage.models import Person
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.colleagues import ADMIN, Colleagues, gather, joins, noted
from tests.services.happenings import publish
from tests.services.stories import agree, complete, refused
from tests.wiring import Services, build_services


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Colleagues:
    return await gather(await build_services(uow, clock, admin_ids=[ADMIN]))


async def found(town: Colleagues, me: int, text: str = "", **filters: object) -> list[str]:
    page = await town.services.directory.find(me, text, **filters)
    return [person.name for person in page.people]


class TestFinding:
    async def test_without_a_text_all_come_in_alphabetical_order(self, town: Colleagues) -> None:
        page = await town.services.directory.find(town.methodist, "")
        assert [person.name for person in page.people] == [
            "Белова Инна Олеговна",
            "Ёлкин Пётр Львович",
            "Ларина Ада Игоревна",
            "Соколова Мария Ивановна",
            "Чернов Олег Ильич",
        ]
        assert (page.number, page.pages, page.total) == (0, 2, 6)
        assert await found(town, town.methodist, page=1) == ["Щукина Юлия Геннадьевна"]
        assert len(await found(town, town.methodist, page=2)) == 5

    @pytest.mark.parametrize("typed", ["щюкина", "Юлия Щукина", "shchukina", "Щукина Ю. Г."])
    async def test_a_name_may_be_misspelt(self, town: Colleagues, typed: str) -> None:
        assert await found(town, town.methodist, typed) == ["Щукина Юлия Геннадьевна"]

    async def test_a_search_has_pages_too(self, town: Colleagues) -> None:
        for number in range(7):
            await joins(town.services, 900_000_000 + number, "Зуева Анна Петровна")
        page = await town.services.directory.find(town.methodist, "зуева", page=1)
        assert (len(page.people), page.pages, page.total) == (2, 2, 7)

    async def test_a_school_and_a_role_narrow_it(self, town: Colleagues) -> None:
        me = town.methodist
        assert await found(town, me, school_id=town.other_school) == ["Ёлкин Пётр Львович"]
        assert await found(town, me, role=Role.HEAD) == ["Чернов Олег Ильич"]
        assert await found(town, me, role=Role.HEAD, school_id=town.other_school) == []
        assert await found(town, me, "белова", role=Role.HEAD) == []
        page = await town.services.directory.find(me, "", school_id=town.school)
        assert page.school is not None
        assert page.school.id == town.school

    async def test_admins_by_the_settings_are_admins(self, town: Colleagues) -> None:
        assert await found(town, town.methodist, role=Role.ADMIN) == ["Ларина Ада Игоревна"]

    async def test_a_role_that_is_not_granted_is_no_filter(self, town: Colleagues) -> None:
        for role in ("teacher", "king", ""):
            with refused("choice-gone"):
                await town.services.directory.find(town.methodist, "", role=role)

    async def test_who_has_not_signed_up_or_is_gone_is_not_found(self, town: Colleagues) -> None:
        newcomer = await agree(town.services, 900_000_001)
        await town.services.people.save_name(newcomer, "Щукин Лев")
        await town.services.people.forget(town.teacher)
        assert await found(town, town.methodist, "щукин") == []

    async def test_somebody_is_found_among_thousands(
        self, town: Colleagues, database: Database, clock: FixedClock
    ) -> None:
        await _crowd(database, clock.now(), town.school, 5000)
        for text in ("", "Петрвоа Анна 1", "Щюкина"):
            page = await town.services.directory.find(town.methodist, text)
            assert page.people


async def _crowd(database: Database, now: datetime, school: int, number: int) -> None:
    rows = [
        {
            "telegram_id": 910_000_000 + n,
            "locale": "ru",
            "full_name": f"Петрова{'абвгдежзик'[n % 10]} Анна {'Иль' if n % 3 else 'Лео'}нична",
            "school_id": school,
            "subjects_given": True,
            "registered_at": now,
            "created_at": now,
            "updated_at": now,
        }
        for n in range(number)
    ]
    async with database.write() as session:
        await session.execute(insert(Person), rows)


class TestReach:
    async def test_a_school_sees_its_own_people(self, town: Colleagues) -> None:
        own = ["Белова Инна Олеговна", "Чернов Олег Ильич", "Щукина Юлия Геннадьевна"]
        for me in (town.coordinator, town.head):
            assert await found(town, me) == own
            assert await found(town, me, school_id=town.school) == own
            assert await found(town, me, "елкин") == []
            reach = await town.services.directory.reach(me)
            assert [school.id for school in reach.schools] == [town.school]
            assert not reach.everywhere

    async def test_and_nobody_of_another(self, town: Colleagues) -> None:
        directory = town.services.directory
        for me in (town.coordinator, town.head):
            with refused("other-school"):
                await directory.find(me, "", school_id=town.other_school)
            for attempt in (directory.view, directory.card):
                with refused("other-school"):
                    await attempt(me, town.stranger)
        assert await noted(town.services, "card-viewed") == []

    async def test_who_serves_two_schools_sees_both(self, town: Colleagues) -> None:
        await town.services.roles.grant(
            town.admin, town.coordinator, Role.COORDINATOR, town.other_school
        )
        assert len(await found(town, town.coordinator)) == 4
        assert len((await town.services.directory.reach(town.coordinator)).schools) == 2
        card = await town.services.directory.card(town.coordinator, town.stranger)
        assert card.name == "Ёлкин Пётр Львович"

    async def test_an_ended_role_opens_nothing(self, town: Colleagues) -> None:
        async with town.services.access.uow.reading() as store:
            (grant,) = await store.roles.held(town.coordinator)
        await town.services.roles.end(town.admin, grant.id)
        with refused("role-needed"):
            await town.services.directory.find(town.coordinator, "")

    async def test_a_teacher_finds_nobody(self, town: Colleagues, database: Database) -> None:
        directory, before = town.services.directory, await contents(database)
        for attempt in (
            directory.find(town.teacher, "белова"),
            directory.reach(town.teacher),
            directory.view(town.teacher, town.head),
            directory.card(town.teacher, town.teacher),
            directory.open_results(town.teacher, town.teacher),
            directory.results(town.teacher, town.teacher),
            town.services.people_export.exportable(town.teacher),
            town.services.people_export.export(town.teacher),
        ):
            with refused("role-needed"):
                await attempt
        assert await contents(database) == before


class TestCard:
    async def test_tells_what_is_known(self, town: Colleagues, clock: FixedClock) -> None:
        careers = town.services.careers
        await careers.add_course(town.teacher, "Новый курс", 36, date(2025, 5, 1))
        await careers.add_course(town.teacher, "Старый курс", 72, date(2020, 5, 1))
        await careers.set_attestation(town.teacher, date(2027, 1, 15))
        await careers.note_external(town.methodist, town.teacher, "ФИОКО, 2022, 64 балла")
        await complete(town.services, town.teacher)
        card = await town.services.directory.card(town.methodist, town.teacher)
        assert (card.name, card.position, card.subjects, card.category) == (
            "Щукина Юлия Геннадьевна",
            "teacher",
            ("mathematics",),
            "first",
        )
        assert card.school is not None
        assert card.school.id == town.school
        assert (card.experience_years, card.post_years) == (12, 5)
        assert [course.title for course in card.courses] == ["Новый курс"]
        assert card.attestation is not None
        assert card.attestation.state == "near"
        assert (card.assessed_at, card.overall) == (clock.now(), 0.0)
        assert [result.title for result in card.external] == ["ФИОКО"]
        assert (card.may_grant, card.may_note, card.may_open_school) == (True, True, True)

    async def test_names_roles_held_and_claimed(self, town: Colleagues) -> None:
        async with town.services.access.uow.writing() as store:
            await store.roles.add(
                town.teacher, Role.HEAD, datetime.now(UTC), school_id=town.school, state="claimed"
            )
        card = await town.services.directory.card(town.methodist, town.teacher)
        assert [(role.role, role.claimed) for role in card.roles] == [("head", True)]
        card = await town.services.directory.card(town.methodist, town.admin)
        assert [(role.role, role.claimed) for role in card.roles] == [("admin", False)]

    async def test_tells_of_a_change_of_school_that_waits(
        self, town: Colleagues, clock: FixedClock
    ) -> None:
        async with town.services.access.uow.writing() as store:
            await store.transfers.ask(town.teacher, town.school, town.other_school, clock.now())
        card = await town.services.directory.card(town.coordinator, town.teacher)
        assert card.moves_to is not None
        assert card.moves_to.id == town.other_school

    async def test_keeps_results_to_methodists(self, town: Colleagues) -> None:
        await complete(town.services, town.teacher)
        note = town.services.careers.note_external
        await note(town.methodist, town.teacher, "ФИОКО, 2022, 64 балла")
        for me in (town.admin, town.coordinator, town.head):
            card = await town.services.directory.card(me, town.teacher)
            assert (card.assessed_at, card.overall, card.external) == (None, None, ())
            assert not card.may_note

    async def test_counts_the_events_attended_for_methodists_alone(
        self, town: Colleagues, clock: FixedClock
    ) -> None:
        now = clock.now()
        for title in ("Семинар", "Вебинар"):
            event = await publish(town.services, title=title)
            await town.services.events.places.register(town.teacher, event)
        async with town.services.access.uow.writing() as store:
            await store.attendance.come(event, town.teacher, "list", now)
        counts = {
            me: (await town.services.directory.card(me, town.teacher)).attended
            for me in (town.methodist, town.admin, town.coordinator, town.head)
        }
        assert counts == {town.methodist: 1, town.admin: 0, town.coordinator: 0, town.head: 0}

    async def test_of_who_is_gone_or_not_ready_is_refused(self, town: Colleagues) -> None:
        directory, newcomer = town.services.directory, await agree(town.services, 900_000_001)
        await town.services.people.forget(town.teacher)
        for person, reason in (
            (town.teacher, "person-gone"),
            (-1, "person-gone"),
            (newcomer, "person-unready"),
        ):
            for attempt in (directory.view, directory.card, directory.open_results):
                with refused(reason):
                    await attempt(town.methodist, person)


class TestNotes:
    async def test_a_look_is_noted_each_time(self, town: Colleagues) -> None:
        for me in (town.coordinator, town.coordinator, town.admin):
            await town.services.directory.view(me, town.teacher)
        assert await noted(town.services, "card-viewed") == [
            (town.coordinator, town.teacher),
            (town.coordinator, town.teacher),
            (town.admin, town.teacher),
        ]

    async def test_a_look_at_oneself_is_not(self, town: Colleagues) -> None:
        await town.services.directory.view(town.coordinator, town.coordinator)
        assert await noted(town.services, "card-viewed") == []

    async def test_a_result_is_noted_when_opened(self, town: Colleagues) -> None:
        with refused("results-none"):
            await town.services.directory.open_results(town.methodist, town.teacher)
        with refused("results-none"):
            await town.services.directory.results(town.methodist, town.teacher)
        await complete(town.services, town.teacher)
        await town.services.directory.open_results(town.methodist, town.teacher)
        assert await noted(town.services, "results-viewed") == [(town.methodist, town.teacher)]


class TestResults:
    async def test_are_those_that_the_person_sees(self, town: Colleagues) -> None:
        await complete(town.services, town.teacher, 0)
        last = await complete(town.services, town.teacher, 2)
        seen = await town.services.directory.results(town.methodist, town.teacher)
        assert isinstance(seen, Outcome)
        assert seen == await town.services.results.outcome(town.teacher, last)

    async def test_are_for_methodists_alone(self, town: Colleagues) -> None:
        await complete(town.services, town.teacher)
        for me in (town.admin, town.coordinator, town.head, town.stranger):
            for attempt in (town.services.directory.open_results, town.services.directory.results):
                with refused("role-needed"):
                    await attempt(me, town.teacher)
        assert await noted(town.services, "results-viewed") == []


class TestExport:
    async def test_gives_every_person_once_in_pages(
        self,
        town: Colleagues,
        database: Database,
        clock: FixedClock,
    ) -> None:
        await _crowd(database, clock.now(), town.school, 600)
        rows, after = [], 0
        while after is not None:
            page = await town.services.people_export.export(town.admin, after=after)
            rows += page.rows
            after = page.after
        assert len({row.id for row in rows}) == len(rows) == 606
        noticed = await noted_about(town.services, town.admin)
        assert noticed == {row.id for row in rows} - {town.admin}

    async def test_has_the_facts_of_a_card(self, town: Colleagues, clock: FixedClock) -> None:
        await town.services.careers.add_course(town.head, "Новый курс", 36, date(2025, 5, 1))
        await town.services.careers.add_course(town.head, "Старый курс", 72, date(2020, 5, 1))
        await town.services.careers.set_attestation(town.head, date(2027, 1, 15))
        await complete(town.services, town.head)
        export = town.services.people_export.export
        (row,) = (await export(town.methodist, town.school, Role.HEAD)).rows
        assert (row.name, row.position, row.subjects) == (
            "Чернов Олег Ильич",
            "teacher",
            ("mathematics",),
        )
        assert [course.title for course in row.courses] == ["Новый курс"]
        assert row.attestation is not None
        assert row.attestation.state == "near"
        assert [role.role for role in row.roles] == ["head"]
        assert (row.assessed_at, row.registered_at) == (clock.now(), clock.now())

    async def test_counts_beforehand_and_is_for_the_service(self, town: Colleagues) -> None:
        export = town.services.people_export
        assert await export.exportable(town.methodist) == 6
        assert await export.exportable(town.methodist, town.other_school) == 1
        for me in (town.coordinator, town.head, town.teacher):
            with refused("role-needed"):
                await export.export(me)
            with refused("role-needed"):
                await export.exportable(me)
        assert await noted(town.services, "people-exported") == []


async def noted_about(services: Services, actor: int) -> set[int]:
    """People about whom the export was noted."""
    return {about for who, about in await noted(services, "people-exported") if who == actor}
