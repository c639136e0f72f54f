"""Choosing the school: from the list, or proposing one that is not in it."""

from __future__ import annotations

import asyncio

import pytest

from storage.engine import Database
from tests.databases import contents
from tests.services.stories import agree, refused
from tests.wiring import Services

NO_SUCH_SCHOOL = 10_000


async def test_a_school_is_one_of_the_list(
    services: Services, database: Database, newcomer: int
) -> None:
    before = await contents(database)
    with refused("school-gone"):
        await services.people.choose_school(newcomer, NO_SUCH_SCHOOL)
    assert await contents(database) == before


async def test_a_school_can_be_proposed_when_it_is_not_in_the_list(
    services: Services, newcomer: int
) -> None:
    await services.people.propose_school(newcomer, "МБОУ «Новая школа»")
    school = (await services.people.card(newcomer)).school
    assert school is not None
    assert (school.name, school.proposed) == ("МБОУ «Новая школа»", True)


async def test_a_school_proposed_by_one_is_not_yet_offered_to_others(
    services: Services, newcomer: int, boris: int
) -> None:
    total = (await services.schools.page(0)).total
    await services.people.propose_school(newcomer, "МБОУ «Новая школа»")
    proposed = (await services.people.card(newcomer)).school
    assert proposed is not None
    assert (await services.schools.page(0)).total == total
    assert await services.schools.search("Новая школа") == ()
    with refused("school-gone"):
        await services.people.choose_school(boris, proposed.id)


async def test_a_school_proposed_by_several_is_one_school(
    services: Services, database: Database
) -> None:
    names = ["МБОУ «Новая школа»", "новая школа", "Школа  Новая", "НОВАЯ"]
    people = [await agree(services, 1000 + number) for number in range(len(names))]
    await asyncio.gather(
        *(services.people.propose_school(*pair) for pair in zip(people, names, strict=True))
    )
    schools = {(await services.people.card(person)).person.school_id for person in people}
    assert len(schools) == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "school-too-short"), ("№ 5", "school-too-short"), ("Ш" * 151, "school-too-long")],
)
async def test_a_school_needs_a_name_when_proposed(
    services: Services, newcomer: int, typed: str, reason: str
) -> None:
    with refused(reason):
        await services.people.propose_school(newcomer, typed)
    assert (await services.people.card(newcomer)).school is None
