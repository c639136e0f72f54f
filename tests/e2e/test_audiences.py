"""Whom a broadcast reaches: an audience put together on the screens, and the people's own word."""

from __future__ import annotations

import pytest

from sandbox import Person
from sandbox.people.view import inline_rows, shown_text
from tests.e2e.running import PATIENCE, Town, eventually
from tests.e2e.stories import alert, appoints, panel, signs_up
from tests.spreadsheets import xlsx

METHODIST = "Никитина Роза Львовна"
ANNA, BORIS, DEPUTY = "Анчарова Анна Юрьевна", "Барсуков Борис Юрьевич", "Веденеев Глеб Юрьевич"


@pytest.fixture(scope="module")
async def methodist(shared_town: Town, ada: Person) -> Person:
    """Who writes broadcasts in this file."""
    person = shared_town.person("Роза", "Никитина")
    await signs_up(person, name=METHODIST)
    await appoints(ada, METHODIST, "Методист")
    await ada.sends("/menu")
    await eventually(lambda: gets(person, "роль: Методист"), PATIENCE)
    return person


@pytest.fixture(scope="module")
async def boris(shared_town: Town) -> Person:
    """A teacher who stays subscribed."""
    person = shared_town.person("Борис", "Барсуков")
    await signs_up(person, name=BORIS)
    return person


def gets(person: Person, words: str) -> list[int]:
    """Numbers of the messages with these words."""
    return [m["message_id"] for m in person.bot_messages if words in shown_text(m)]


async def writes(methodist: Person, words: str, topic: str) -> None:
    """From nothing to a draft that lacks only its audience."""
    await methodist.sends("/broadcasts")
    await methodist.presses("Новая рассылка")
    await methodist.sees("Что написать?")
    await methodist.sends(words)
    await methodist.sees("О чём рассылка?")
    await methodist.presses(topic)
    await methodist.sees(f"Тема: {topic}")


async def uploads(methodist: Person, *names: str) -> None:
    """From the draft to its audience, which is a list of people now."""
    await methodist.presses("Кому")
    await methodist.presses("Выбрать, кому")
    await methodist.presses("Список людей")
    await methodist.sees("Напишите имена прямо здесь")
    await methodist.sends_document("Кружок.xlsx", xlsx(["ФИО"], *([name] for name in names)))
    await methodist.sees("Кого я узнал")
    await methodist.presses("Взять найденных")
    await methodist.sees("Получат:")


async def sends(methodist: Person) -> None:
    """From the audience to a broadcast on its way."""
    await methodist.presses("✓ Готово")
    await methodist.presses("Отправить…")
    await methodist.sees("Отправляем?")
    await methodist.presses("Отправить")


def labels(person: Person, number: int) -> list[str]:
    """Buttons of a message."""
    [message] = [m for m in person.bot_messages if m["message_id"] == number]
    return [button["text"] for row in inline_rows(message) for button in row]


async def test_who_unsubscribes_by_one_tap_gets_no_more_of_it(
    methodist: Person, boris: Person, anna: Person
) -> None:
    await signs_up(anna, name=ANNA)
    await writes(methodist, "План на осень готов", "Планы центра")
    await uploads(methodist, ANNA, "Барсуков Б. Ю.", "Нездешний Пётр Ильич")
    await methodist.presses("Выбрать, кому")
    await methodist.presses("Предмет")
    await methodist.presses("Математика")
    await methodist.presses("Готово")
    assert "Получат: 2 человека" in panel(methodist)
    assert "Предметы: Математика" in panel(methodist)
    await sends(methodist)
    await anna.sends("/profile")
    await eventually(lambda: gets(anna, "План на осень готов"), PATIENCE)
    await eventually(lambda: gets(boris, "План на осень готов"), PATIENCE)
    [number] = gets(anna, "План на осень готов")
    await anna.presses("Не присылать такое", number)
    assert "«Планы центра» больше не пришлём" in alert(anna)
    await eventually(lambda: labels(anna, number) == ["Вернуть рассылку"], PATIENCE)

    await writes(methodist, "План на зиму готов", "Планы центра")
    await methodist.presses("Кому")
    await methodist.presses("Сохранённые и списки")
    await methodist.presses("☰ Кружок")
    await methodist.presses("Выбрать")
    await methodist.sees("Не получат: 1 — нет подписки на эту тему")
    await sends(methodist)
    await eventually(lambda: gets(boris, "План на зиму готов"), PATIENCE)
    assert not gets(anna, "План на зиму готов")
    await methodist.sends("/menu")


async def test_changes_of_law_are_for_heads_who_say_that_they_have_read_them(
    town: Town, methodist: Person, boris: Person, anna: Person
) -> None:
    await signs_up(anna, "Заместитель", name=DEPUTY)
    await writes(methodist, "Вышел новый порядок аттестации", "Изменения законодательства")
    await uploads(methodist, DEPUTY, BORIS)
    assert "Получат: 1 человек." in panel(methodist)
    await sends(methodist)
    await eventually(lambda: gets(anna, "новый порядок аттестации"), PATIENCE)
    [number] = gets(anna, "новый порядок аттестации")
    for _ in range(2):
        await anna.presses("Ознакомлен(а)", number)
        await eventually(lambda: "✓ Ознакомлен(а)" in labels(anna, number), PATIENCE)
    assert town.database.rows("SELECT count(*) FROM acknowledgement") == [(1,)]
    assert not gets(boris, "новый порядок аттестации")
    await methodist.sends("/menu")
