"""Two people at once: each sees only what is theirs."""

from __future__ import annotations

import asyncio

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import answers, begins, said_to, signs_up, wishes_nothing


async def _lives(person: Person, name: str, label: str) -> None:
    await signs_up(person, "Руководитель", name)
    await begins(person)
    await answers(person, *[label] * 18)
    await wishes_nothing(person)
    await person.presses("Закончить")
    await person.sees_photo()
    await person.sends("/profile")
    await person.sees("Ваш профиль")
    await person.sends("/results")
    await person.sees("Ваши самооценки: 1")


async def test_two_people_at_once_see_only_what_is_theirs(town: Town) -> None:
    anna, boris = town.person("Анна", "Аверина"), town.person("Борис", "Белов")
    await asyncio.gather(
        _lives(anna, "Аверина Анна", "0 · Не владею"),
        _lives(boris, "Белов Борис", "3 · Могу научить"),
    )
    assert town.database.answers(anna) == [0] * 18
    assert town.database.answers(boris) == [3] * 18
    told = {person: "\n".join(said_to(town.box, person)) for person in (anna, boris)}
    assert "Белов" not in told[anna]
    assert "Аверина" not in told[boris]
    assert "Общий дефицит: <b>100\xa0%</b>" in told[anna]
    assert "Общий дефицит: <b>0\xa0%</b>" in told[boris]


async def test_the_way_of_one_person_is_not_held_up_by_another(town: Town) -> None:
    """Twenty people press at the same moment; everybody is served."""
    crowd = [town.person("Анна", "Иванова") for _ in range(20)]
    await asyncio.gather(*(signs_up(person) for person in crowd))
    await asyncio.gather(*(begins(person) for person in crowd))
    await asyncio.gather(*(answers(person, *["2 · Применяю"] * 5) for person in crowd))
    assert {person.screen.partition("\n")[0][:13] for person in crowd} == {"Пункт 6 из 42"}
    assert [town.database.answers(person) for person in crowd] == [[2] * 5] * 20
