"""Being forgotten: no trace of the person stays, only figures without a name."""

from __future__ import annotations

from typing import Any

import pytest

from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import Contents, contents
from tests.services.editions import short
from tests.services.stories import ANNA, BORIS, Taking, agree, complete, refused, sign_up
from tests.wiring import Services, build_services

NAME = "Прекраснова Аделаида"
OWN_WORDS = "Я, Аделаида Прекраснова, хочу научиться вести проекты"


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, questionnaire=short())


@pytest.fixture
async def adelaida(services: Services, clock: FixedClock) -> int:
    """Somebody who has left traces wherever one can leave them."""
    person = await sign_up(services, ANNA, name=NAME)
    await services.people.propose_school(person, "Школа за рекой")
    for _ in range(2):
        done = await finish_with_words(services, person)
        for locale in ("ru", "en"):
            await services.results.keep_picture(f"result:{done}:{locale}", f"photo of {ANNA}")
    abandoned = await Taking.begin(services, person)
    await abandoned.answer(0, 1)
    await services.assessments.abandon(person, abandoned.id)
    await (await Taking.begin(services, person)).answer(0, 3)
    await leave_bookmarks(services, clock, ANNA, BORIS)
    return person


async def finish_with_words(services: Services, person: int) -> int:
    taking = await Taking.begin(services, person)
    await taking.answer_all(1)
    await services.assessments.write(person, taking.id, "req_text", OWN_WORDS, False)
    await services.assessments.choose(person, taking.id, "req_mentor_need", "subject", False)
    await taking.finish()
    return taking.id


async def leave_bookmarks(services: Services, clock: FixedClock, *chats: int) -> None:
    rows = [
        {"key": f"fsm:42:{chat}:{chat}", "chat_id": chat, "state": "menu", "data": f"{chat}"}
        for chat in chats
    ]
    async with services.access.uow.writing() as store:
        await store.bookmarks.put([{**row, "updated_at": clock.now()} for row in rows])


def traces(everything: Contents, *signs: object) -> list[tuple[str, Any]]:
    """Every row of every table that has one of the signs in some column."""
    return [
        (table, row)
        for table, rows in everything.items()
        for row in rows
        if any(str(sign) in str(value) for sign in signs for value in row)
    ]


async def test_the_story_begins_with_traces_everywhere(adelaida: int, database: Database) -> None:
    found = traces(await contents(database), ANNA, "Прекраснова")
    assert {table for table, _ in found} == {
        "person",
        "fsm_record",
        "media_file",
        "request_answer",
    }


async def test_no_trace_is_left_in_any_column_of_any_table(
    services: Services, database: Database, adelaida: int
) -> None:
    await services.people.forget(adelaida)
    everything = await contents(database)
    assert traces(everything, ANNA, "Прекраснова", "Аделаида") == []
    assert await services.people.find(ANNA) is None
    for table in ("person", "consent", "person_subject", "media_file"):
        assert everything[table] == []


async def test_finished_results_stay_without_an_owner(
    services: Services, database: Database, adelaida: int
) -> None:
    before = await contents(database)
    done = {assessment.assessment_id for assessment in await services.results.history(adelaida)}
    await services.people.forget(adelaida)
    after = await contents(database)
    assert after["block_result"] == before["block_result"]
    assert {row[0] for row in after["answer"]} == done
    async with services.access.uow.reading() as store:
        rows = [await store.assessments.get(assessment) for assessment in done]
    assert {(row.person_id, row.state) for row in rows if row} == {(None, "finished")}
    assert len(after["assessment"]) == len(done) == 2


async def test_what_was_chosen_from_a_list_still_counts(
    services: Services, database: Database, adelaida: int
) -> None:
    await services.people.forget(adelaida)
    chosen = [row for row in (await contents(database))["request_answer"] if "subject" in str(row)]
    assert len(chosen) == 2


async def test_a_school_that_only_this_person_proposed_goes_too(
    services: Services, database: Database, adelaida: int
) -> None:
    await services.people.forget(adelaida)
    assert traces(await contents(database), "Школа за рекой") == []


async def test_the_number_of_that_school_is_never_another_ones(
    services: Services, clock: FixedClock
) -> None:
    person = await agree(services, BORIS)
    await services.people.propose_school(person, "Школа за рекой")
    school = (await services.people.card(person)).school
    assert school is not None
    await services.people.forget(person)
    async with services.access.uow.writing() as store:
        other = await store.schools.propose("Школа за лесом", "за лесом", clock.now())
        assert await store.schools.get(school.id) is None
    assert other.id != school.id


async def test_a_proposed_school_stays_where_a_colleague_named_it_too(
    services: Services, database: Database, adelaida: int
) -> None:
    colleague = await agree(services, BORIS)
    await services.people.propose_school(colleague, "Школа за рекой")
    await services.people.forget(adelaida)
    assert traces(await contents(database), "Школа за рекой")
    card = await services.people.card(colleague)
    assert card.school is not None


async def test_the_log_tells_it_of_a_bare_number(
    services: Services, database: Database, adelaida: int
) -> None:
    await services.people.forget(adelaida)
    entries = [row for row in (await contents(database))["audit_entry"] if "forgotten" in str(row)]
    assert len(entries) == 1
    assert {"person-forgotten", adelaida} <= set(map(_hashable, entries[0]))


def _hashable(value: Any) -> Any:
    return str(value) if isinstance(value, dict) else value


async def test_repeating_it_is_harmless(
    services: Services, database: Database, adelaida: int
) -> None:
    await services.people.forget(adelaida)
    before = await contents(database)
    for _ in range(2):
        await services.people.forget(adelaida)
    assert await contents(database) == before


async def test_nobody_else_loses_anything(
    services: Services, database: Database, adelaida: int, boris: int
) -> None:
    done = await complete(services, boris)
    taking = await Taking.begin(services, boris)
    await taking.answer(0, 3)
    before = await services.people.card(boris)
    await services.people.forget(adelaida)
    assert await services.people.card(boris) == before
    assert [one.assessment_id for one in await services.results.history(boris)] == [done]
    assert list((await taking.answers()).values()) == [3]
    assert traces(await contents(database), f"fsm:42:{BORIS}")


async def test_the_assessments_cannot_be_reached_any_more(
    services: Services, adelaida: int
) -> None:
    done = (await services.results.history(adelaida))[0].assessment_id
    await services.people.forget(adelaida)
    assert await services.results.history(adelaida) == ()
    with refused("not-yours"):
        await services.results.outcome(adelaida, done)
    with refused("not-yours"):
        await services.assessments.step(adelaida, done)
    with refused("consent-needed"):
        await services.assessments.start(adelaida)


async def test_who_comes_back_begins_from_nothing(services: Services, adelaida: int) -> None:
    await services.people.forget(adelaida)
    again = await agree(services, ANNA)
    card = await services.people.card(again)
    assert (card.next_step, card.person.full_name, card.subjects) == ("name", None, ())
    assert await services.results.history(again) == ()
