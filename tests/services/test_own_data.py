"""Own data: a person sees all that is stored about them, takes it away, and sees who looked."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from services.permissions import Role
from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.editions import short
from tests.services.stories import ANNA, BORIS, agree, complete, refused, sign_up
from tests.services.test_forgetting import finish_with_words, leave_bookmarks
from tests.services.test_no_trace import NOBODYS, TREATED, Story, story
from tests.wiring import Services, build_services

ADA = 700_000_009

__all__ = ["story"]  # a fixture


async def a_methodist(services: Services) -> int:
    """Somebody whom an admin by the settings made a methodist."""
    admin = await sign_up(services, ADA, name="Ларина Ада Игоревна")
    methodist = await sign_up(services, BORIS, name="Соколова Мария Ивановна")
    await services.roles.grant(admin, methodist, Role.METHODIST)
    return methodist


class TestTheFile:
    async def test_holds_every_row_of_the_person_in_every_table(self, story: Story) -> None:
        tables = (await story.services.own_data.export(story.adelaida))["tables"]
        with_people = {table for table, how in TREATED.items() if how != NOBODYS}
        assert set(tables) == with_people | {"questionnaire_version"}
        (seminar, *_) = tables["registration"]
        assert (seminar["rating"], "Спасибо" in seminar["comment"]) == (5, True)
        assert set(tables["event"][0]) == {"id", "state", "title", "starts_at", "ends_at"}
        assert [table for table, rows in tables.items() if not rows] == []

    async def test_holds_nothing_of_others(self, story: Story) -> None:
        data = await story.services.own_data.export(story.boris)
        data["tables"].pop("fsm_record")  # what one typed oneself, to look somebody up
        text = json.dumps(data, ensure_ascii=False)
        assert "Петров Борис Ильич" in text
        for sign in (str(ANNA), "Прекраснова", "Ларина", "Кто-то ещё", "token_hash"):
            assert sign not in text

    async def test_is_json_with_moments_in_iso_form(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        data = json.loads(json.dumps(await services.own_data.export(anna)))
        assert data["format"] == 1
        (person,) = data["tables"]["person"]
        assert person["full_name"] == "Иванова Анна Петровна"
        assert person["telegram_id"] == ANNA
        assert datetime.fromisoformat(person["registered_at"]) == clock.now()
        assert datetime.fromisoformat(data["made_at"]) == clock.now()
        assert [row["subject"] for row in data["tables"]["person_subject"]] == ["mathematics"]

    async def test_does_not_tell_what_only_methodists_may_know_of_a_school(
        self, services: Services, anna: int
    ) -> None:
        (school,) = (await services.own_data.export(anna))["tables"]["school"]
        assert set(school) == {"id", "name", "short_name", "english_name"}

    async def test_taking_it_is_logged_and_is_no_look(self, services: Services, anna: int) -> None:
        await services.own_data.export(anna)
        entries = (await services.own_data.export(anna))["tables"]["audit_entry"]
        assert [(one["kind"], one["actor_id"]) for one in entries] == [("data-exported", anna)] * 2
        assert (await services.own_data.overview(anna)).looks == 0
        assert (await services.own_data.looks(anna, 0)).page.total == 0


class TestTheScreen:
    async def test_shows_what_is_stored(self, story: Story) -> None:
        stored = await story.services.own_data.overview(story.adelaida)
        assert stored.person.full_name == "Прекраснова Аделаида"
        assert stored.school(stored.person.school_id, "ru") == "Школа за рекой"
        assert [one.state for one in stored.taken] == ["open", "finished"]
        assert [text for _, text in stored.words] == [
            "Я, Аделаида Прекраснова, хочу научиться вести проекты"
        ]
        assert [row["hours"] for row in stored.rows["course"]] == [72]
        assert {row["state"] for row in stored.rows["role_grant"]} == {"active", "claimed"}

    async def test_shows_the_attestation(self, services: Services, anna: int) -> None:
        await services.careers.set_attestation(anna, date(2027, 5, 20))
        stored = await services.own_data.overview(anna)
        assert stored.person.attestation_on == date(2027, 5, 20)

    async def test_is_there_also_after_the_document_changed(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        tomorrow = await build_services(services.access.uow, clock, consent_version="next")
        assert (await tomorrow.own_data.overview(anna)).person.full_name == "Иванова Анна Петровна"
        assert (await tomorrow.own_data.export(anna))["tables"]["person"]
        assert (await tomorrow.own_data.looks(anna, 0)).page.total == 0
        assert (await tomorrow.own_data.losses(anna)).results == 0

    async def test_is_there_from_the_moment_of_consent(self, services: Services) -> None:
        newcomer = await agree(services)
        stored = await services.own_data.overview(newcomer)
        assert (stored.person.full_name, stored.taken, stored.words) == (None, (), ())

    async def test_nobody_has_no_data(self, services: Services, database: Database) -> None:
        before = await contents(database)
        for use_case, more in (("overview", ()), ("export", ()), ("looks", (0,)), ("losses", ())):
            with refused("consent-needed"):
                await getattr(services.own_data, use_case)(404, *more)
        assert await contents(database) == before

    async def test_says_what_erasing_would_take(
        self, services: Services, clock: FixedClock
    ) -> None:
        there = await build_services(services.access.uow, clock, questionnaire=short())
        person = await sign_up(there)
        await finish_with_words(there, person)
        await there.assessments.start(person)
        losses = await there.own_data.losses(person)
        assert losses.results == 1
        assert losses.rows["assessment"] == 2
        assert losses.rows["course"] == 0


class TestWhoLooked:
    async def test_shows_who_what_and_when_with_the_role_of_now(
        self, services: Services, clock: FixedClock
    ) -> None:
        there = await build_services(services.access.uow, clock, admin_ids=[ADA])
        anna, methodist = await sign_up(there), await a_methodist(there)
        await complete(there, anna)
        clock.advance(hours=1)
        await there.directory.view(methodist, anna)
        await there.directory.open_results(methodist, anna)
        found = await there.own_data.looks(anna, 0)
        kinds = [entry.kind for entry in found.page.entries]
        assert kinds == ["results-viewed", "card-viewed"]
        (look, _) = found.page.entries
        assert look.actor is not None
        assert (look.actor.id, look.actor.name) == (methodist, "Соколова Мария Ивановна")
        assert look.at == clock.now()
        assert found.roles == {methodist: (Role.METHODIST,)}
        assert (await there.own_data.overview(anna)).looks == 2

    async def test_one_sees_only_looks_at_oneself(
        self, services: Services, clock: FixedClock
    ) -> None:
        there = await build_services(services.access.uow, clock, admin_ids=[ADA])
        anna, methodist = await sign_up(there), await a_methodist(there)
        await there.directory.view(methodist, anna)
        found = await there.own_data.looks(methodist, 0)
        assert [entry.kind for entry in found.page.entries] == ["role-granted"]

    async def test_comes_in_pages(self, services: Services, clock: FixedClock) -> None:
        there = await build_services(services.access.uow, clock, admin_ids=[ADA])
        anna, methodist = await sign_up(there), await a_methodist(there)
        for _ in range(7):
            clock.advance(minutes=1)
            await there.directory.view(methodist, anna)
        pages = [(await there.own_data.looks(anna, number)).page for number in (0, 1, 2)]
        assert [(page.number, len(page.entries)) for page in pages] == [(0, 5), (1, 2), (0, 5)]
        moments = [entry.at for page in pages[:2] for entry in page.entries]
        assert moments == sorted(moments, reverse=True)


async def test_bookmarks_of_the_chat_belong_to_the_person(
    services: Services, clock: FixedClock, anna: int
) -> None:
    await leave_bookmarks(services, clock, ANNA, BORIS)
    rows: list[dict[str, Any]] = (await services.own_data.export(anna))["tables"]["fsm_record"]
    assert [row["chat_id"] for row in rows] == [ANNA]
