"""Schools through the chat: a list from a spreadsheet, proposals, and who may not touch them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from sandbox import Person
from sandbox.people.view import shown_text
from tests.e2e.running import ERROR, Town
from tests.e2e.stories import RUSSIAN, agrees, alert, data_of, panel, signs_up, signs_up_briefly
from tests.spreadsheets import csv_of, rows_of, xlsx

BOSS = 900_000_888
HEAD = ["Код", "Полное название", "Краткое название", "Статус поддержки"]
PROPOSED = "Школа «Рассвет»"


@pytest.fixture(scope="module")
async def district(folder: Path) -> AsyncIterator[Town]:
    """A bot whose list of schools these stories change."""
    async with Town(folder / "district", {"admin_ids": str(BOSS)}) as town:
        yield town
        assert ERROR not in town.log, town.log


@pytest.fixture(scope="module")
async def boss(district: Town) -> Person:
    """The admin."""
    person = district.person("Ада", "Ларина", user_id=BOSS)
    await signs_up_briefly(person, "Ларина Ада Игоревна")
    return person


def three_hundred() -> list[list[Any]]:
    """Schools of a city."""
    return [
        [f"city-{n}", f"МБОУ «Средняя общеобразовательная школа № {n}»", f"СОШ № {n}", ""]
        for n in range(1, 301)
    ]


async def asks_for_a_file(boss: Person) -> None:
    await schools(boss)
    await boss.presses("Загрузить таблицу")
    await boss.sees("Пришлите файл")


async def proposes(teacher: Person, title: str) -> None:
    """A new teacher types a school that is not in the list."""
    await agrees(teacher)
    await teacher.sends("Рыбаков Пётр Ильич")
    await teacher.sees("Где вы работаете?")
    await teacher.sends(title)
    await teacher.presses("Моей школы нет")
    await teacher.presses(RUSSIAN.teacher)
    await teacher.presses(RUSSIAN.subject)
    await teacher.presses(RUSSIAN.done)
    await teacher.sends("12")
    await teacher.sees(RUSSIAN.years)
    await teacher.sends("2")
    await teacher.presses(RUSSIAN.category)
    await teacher.presses(RUSSIAN.right)


async def test_three_hundred_schools_come_from_a_spreadsheet(boss: Person) -> None:
    await asks_for_a_file(boss)
    await boss.presses("Образец таблицы")
    template = rows_of(await boss.downloads(await boss.sees_document("Образец")))
    assert template[0][1:3] == ("Полное название", "Краткое название")
    await boss.sends_document("Школы города.xlsx", xlsx(HEAD, *three_hundred()))
    await boss.sees("Новых школ: 300")
    await boss.presses("Записать: добавить 300")
    await boss.sees("В списке 314 школ")
    assert alert(boss) == "Записано. Добавлено: 300, изменено: 0"
    await boss.sends("школа 217")
    await boss.sees("По запросу")
    await boss.presses("СОШ № 217")
    await boss.sees("Код: city-217")


async def test_the_list_comes_back_as_it_was_sent(boss: Person) -> None:
    await boss.sends("/schools")
    await boss.presses("Скачать таблицу")
    exported = await boss.downloads(await boss.sees_document("Школы.xlsx"))
    await asks_for_a_file(boss)
    await boss.sends_document("Школы.xlsx", exported)
    await boss.sees("Менять нечего")


async def test_a_spreadsheet_with_bad_rows_writes_nothing_and_says_why(
    boss: Person, district: Town
) -> None:
    before = (await schools(boss)).partition("Напишите")[0]
    await asks_for_a_file(boss)
    rows = [
        ["n1", "МБОУ «Школа на Иртыше»", "Школа на Иртыше", ""],
        ["n1", "МБОУ «Школа у леса»", "Школа у леса", ""],
        ["", "МБОУ «Школа у моря»", "", ""],
        ["", "МБОУ «Школа в поле»", "Школа в поле", "Отличная"],
    ]
    await boss.sends_document("школы.csv", csv_of(HEAD, *rows, encoding="cp1251"))
    await boss.sees("Записать нельзя: 3")
    said = panel(boss)
    assert "Строка 3: Та же школа или тот же код уже есть в строке 2." in said
    assert "Строка 4: Столбец «Краткое название» не заполнен." in said
    assert "Строка 5: Нет статуса «Отличная»." in said
    assert not [row for row in boss.buttons if row[0].startswith("Записать")]
    await boss.presses("Отчёт по строкам")
    report = rows_of(await boss.downloads(await boss.sees_document("Отчёт")))
    assert [row[5] for row in report[1:]] == ["Добавится", *["Не запишется"] * 3]
    assert (await schools(boss)).partition("Напишите")[0] == before


async def schools(boss: Person) -> str:
    """What the list says."""
    await boss.sends("/schools")
    return shown_text(await boss.sees("Напишите часть названия"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("школы.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "старый формат"),
        ("школы.xlsx", xlsx(["Имя"], ["Анна"]), "нет названий столбцов"),
        ("школы.xlsx", xlsx(["Полное название"], ["Школа"]), "не хватает столбцов"),
        ("фото.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "не похоже на таблицу"),
    ],
)
async def test_a_file_that_is_no_list_is_told_so(
    boss: Person, name: str, data: bytes, said: str
) -> None:
    await asks_for_a_file(boss)
    await boss.sends_document(name, data)
    await boss.sees(said)
    await boss.sees("Пришлите файл")


async def test_merging_a_proposed_school_moves_its_teacher(boss: Person, district: Town) -> None:
    teacher = district.person()
    await proposes(teacher, PROPOSED)
    await boss.sends("/schools")
    await boss.presses("Предложенные: 1")
    await boss.presses(PROPOSED)
    await boss.presses("Объединить с другой")
    await boss.sends("аксеновская")
    await boss.sees("По запросу «аксеновская»")
    await boss.presses("Аксёновская СОШ")
    await boss.sees("люди: 1")
    await boss.presses("Объединить")
    await boss.sees("МБОУ «Аксёновская СОШ»")
    await district.has_told()
    await teacher.sends("/profile")
    await teacher.sees("Школа: Аксёновская СОШ")


async def test_a_teacher_replaying_the_buttons_of_a_methodist_changes_nothing(
    boss: Person, district: Town
) -> None:
    teacher = district.person()
    await signs_up(teacher)
    await teacher.sends("/schools")
    await teacher.sees("Это делают методист и администратор")
    await schools(boss)
    await boss.sends("Ореховская")
    await boss.sees("По запросу «Ореховская»")
    await boss.presses("Ореховская СОШ")
    await boss.sees("Состояние: в списке")
    seen = [data_of(boss, label) for label in ("Закрыть школу", "Объединить с другой", "К списку")]
    await boss.presses("Закрыть школу")
    await boss.sees("Закрыть школу «Ореховская СОШ»?")
    seen.append(data_of(boss, "Закрыть"))
    for data in seen:
        await teacher.taps(data)
    assert "Закрыть" not in teacher.screen
    await boss.presses("К школе")
    await boss.sees("Состояние: в списке")
