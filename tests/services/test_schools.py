"""Schools: found however people type them, paged, imported again and again."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import delete

from content import Profile, School, Text
from storage import models
from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.wiring import Services, build_services, load_profile

NUMBER_FIVE = ("СОШ № 5", "сош 5", "СОШ №5", "сош5", "№5 сош", "sosh 5", "5-я СОШ", "СОШ номер 5")
VILLAGES = ("Берёзовка", "Ключи", "Новосёлово", "Сосновка", "Усть-Камень", "Ягодное", "Ёлкино")


def profile_with(*schools: School) -> Profile:
    """Ust-Ishim with other schools."""
    return load_profile("ust-ishim").model_copy(update={"schools": schools})


def school(key: str, name: str, status: str | None = None) -> School:
    return School(key=key, name=Text(ru=f"МБОУ «{name}»"), short_name=Text(ru=name), status=status)


def three_hundred() -> list[School]:
    """Numbered schools of a city, and those of its villages."""
    numbered = [school(f"n{number}", f"СОШ № {number}") for number in range(1, 201)]
    gymnasiums = [school(f"g{number}", f"Гимназия № {number}") for number in range(1, 31)]
    rural = [school(f"v{n}", f"{VILLAGES[n % 7]} {n // 7 + 1}-я школа") for n in range(70)]
    return random.Random(7).sample([*numbered, *gymnasiums, *rural], 300)


@pytest.fixture
async def city(services: Services) -> Services:
    """A municipality with 300 schools beside those of Ust-Ishim."""
    await services.schools.import_profile(profile_with(*three_hundred()))
    return services


async def found(services: Services, typed: str) -> list[str]:
    return [one.name for one in await services.schools.search(typed)]


class TestSearch:
    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("аксенов", "Аксёновская СОШ"),
            ("Аксёновская СОШ", "Аксёновская СОШ"),
            ("МБОУ «Аксёновская СОШ»", "Аксёновская СОШ"),
            ("АКСЕНОВСКАЯ", "Аксёновская СОШ"),
            ("аксиновская школа", "Аксёновская СОШ"),
            ("акёновская", "Аксёновская СОШ"),
            ("aksenov", "Аксёновская СОШ"),
            ("Aksyonovskaya School", "Аксёновская СОШ"),
            ("Aксёновская CОШ", "Аксёновская СОШ"),  # with Latin A and C
            ("алфа", "Лицей «Альфа»"),
            ("лицей альфа", "Лицей «Альфа»"),
            ("лицей «Альфа»", "Лицей «Альфа»"),
            ("alfa", "Лицей «Альфа»"),
            ("licey", "Лицей «Альфа»"),
            ("Большетав", "Большетавинская ООШ"),
            ("Большетеб", "Большетебендинская СОШ"),
            ("Каил", "Кайлинская ООШ"),
            ("в Орехово", "Ореховская СОШ"),
            ("слободчикоская", "Слободчиковская ООШ"),
            ("skorodumskaja", "Скородумская ООШ"),
            ("  никольская\nшкола  ", "Никольская ООШ"),
        ],
    )
    async def test_finds_a_school_however_it_is_typed(
        self, services: Services, typed: str, first: str
    ) -> None:
        assert (await found(services, typed))[:1] == [first]

    @pytest.mark.parametrize(
        "typed", ["", " ", "ъъъ", "qwrtpsdf", "🙂", "%", "_", "'; --", "12", "№", "щ" * 5000]
    )
    async def test_finds_nothing_for_nonsense(self, services: Services, typed: str) -> None:
        assert await found(services, typed) == []

    async def test_finds_a_number_and_not_those_that_contain_it(self, city: Services) -> None:
        for typed in NUMBER_FIVE:
            names = await found(city, typed)
            assert names[0] == "СОШ № 5", typed
            assert not {"СОШ № 15", "СОШ № 50", "СОШ № 55", "СОШ № 105"} & set(names)

    async def test_finds_a_number_without_the_kind_of_school(self, city: Services) -> None:
        assert set(await found(city, "школа 17")) == {"СОШ № 17", "Гимназия № 17"}
        assert (await found(city, "гимназия 3"))[0] == "Гимназия № 3"

    async def test_finds_a_village_among_three_hundred_schools(self, city: Services) -> None:
        for typed in ("новоселово 3", "Новосёлово 3", "novoselovo 3", "3 Новоселова"):
            assert (await found(city, typed))[0] == "Новосёлово 3-я школа", typed

    async def test_shows_no_more_than_a_page(self, city: Services) -> None:
        assert len(await found(city, "СОШ")) == 6

    async def test_finds_every_school_by_its_own_name(self, city: Services) -> None:
        for one in random.Random(1).sample(three_hundred(), 40):
            assert (await found(city, one.short_name.ru))[0] == one.short_name.ru


class TestPaging:
    async def test_shows_every_school_once(self, city: Services) -> None:
        first = await city.schools.page(0)
        pages = [await city.schools.page(number) for number in range(first.pages)]
        ids = [one.id for page in pages for one in page.schools]
        assert first.total == len(ids) == len(set(ids)) == 314
        assert [len(page.schools) for page in pages[:-1]] == [6] * (first.pages - 1)

    async def test_goes_round_at_both_ends(self, services: Services) -> None:
        first = await services.schools.page(0)
        assert first.pages == 3
        assert await services.schools.page(3) == first
        assert (await services.schools.page(-1)).number == 2
        assert (await services.schools.page(10**9)).number < first.pages

    async def test_is_in_the_order_of_the_alphabet(self, services: Services) -> None:
        names = [one.name for one in (await services.schools.page(0)).schools]
        assert names == sorted(names, key=lambda name: name.replace("ё", "е"))
        assert names[0] == "Аксёновская СОШ"

    async def test_has_one_empty_page_without_schools(
        self, services: Services, database: Database
    ) -> None:
        async with database.write() as session:
            await session.execute(delete(models.School))
        page = await services.schools.page(5)
        assert (page.schools, page.number, page.pages, page.total) == ((), 0, 1, 0)


class TestImport:
    async def test_again_changes_nothing(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        before = await contents(database)
        clock.advance(days=1)
        await build_services(services.access.uow, clock)
        assert await contents(database) == before

    async def test_takes_over_what_changed_and_keeps_the_school_itself(
        self, services: Services
    ) -> None:
        old = (await services.schools.search("аксенов"))[0]
        renamed = school("aksenovskaya", "Аксёновская гимназия", "low_results")
        new_one = school("new", "Школа на Иртыше")
        await services.schools.import_profile(profile_with(renamed, new_one))
        assert (await services.schools.search("аксеновская гимназия"))[0].id == old.id
        assert await found(services, "Иртыш") == ["Школа на Иртыше"]
        assert (await services.schools.page(0)).total == 15

    async def test_keeps_the_name_in_both_languages(self, services: Services) -> None:
        one = (await services.schools.search("аксенов"))[0]
        assert (one.title("ru"), one.title("en")) == ("Аксёновская СОШ", "Aksyonovskaya School")

    async def test_without_a_translation_shows_the_name_there_is(self, services: Services) -> None:
        await services.schools.import_profile(profile_with(school("x", "Школа на Иртыше")))
        assert (await services.schools.search("Иртыш"))[0].title("en") == "Школа на Иртыше"
