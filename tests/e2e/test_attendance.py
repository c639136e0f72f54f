"""At an event and after it, in the real process: people come, are counted, asked, and thanked."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from docx import Document

from sandbox import Person
from sandbox.people.view import shown_text
from tests.e2e.running import PATIENCE, Town, eventually
from tests.e2e.stories import RUSSIAN, alert, appoints, fills_in, panel, signs_up

METHODIST, TITLE = "Заречная Лидия Павловна", "Мастер-класс «Вопросы к тексту»"
IN_QUOTES = "«Мастер-класс „Вопросы к тексту“»"
LINK = re.compile(r"https://t\.me/\w+\?start=(here-[\w-]{16})(?![\w-])")
TICK = 30  # seconds until the bot looks for events that have ended


@dataclass
class Happening:
    """An event that begins in half an hour, with the link and the code to check in."""

    town: Town
    methodist: Person
    id: int
    start: str
    code: str

    def changes(self, **values: str) -> None:
        """Time passes for the event alone."""
        with closing(sqlite3.connect(self.town.folder / "bot.db", timeout=10)) as base, base:
            for name, value in values.items():
                base.execute(f"UPDATE event SET {name} = ? WHERE id = ?", [value, self.id])

    async def opens_people(self) -> None:
        """The methodist looks at the list."""
        await self.methodist.sends("/event_desk")
        await self.methodist.presses(TITLE)
        await self.methodist.presses("Участники")
        await self.methodist.sees("Записаны:")


@pytest.fixture(scope="module")
async def methodist(shared_town: Town, ada: Person) -> Person:
    """Who holds the events of this file."""
    person = shared_town.person("Лидия", "Заречная")
    await signs_up(person, name=METHODIST)
    await appoints(ada, METHODIST, "Методист")
    await ada.sends("/menu")
    await shared_town.has_told()
    return person


@pytest.fixture(scope="module")
async def happening(shared_town: Town, methodist: Person) -> Happening:
    begins = datetime.now(ZoneInfo("Asia/Omsk")) + timedelta(minutes=30)
    ends = begins + timedelta(minutes=90)
    await methodist.sends("/event_desk")
    await methodist.presses("Новое событие")
    await methodist.sends(TITLE)
    await methodist.sees("Когда событие?")
    await methodist.sends(f"{begins:%d.%m.%Y %H:%M} – {ends:%d.%m.%Y %H:%M}")
    await methodist.sees("можно публиковать")
    await methodist.presses("Опубликовать")
    await methodist.presses("Да, опубликовать")
    await methodist.sees("Событие опубликовано")
    [(event, code)] = shared_town.database.rows("SELECT id, code FROM event WHERE title = ?", TITLE)
    await methodist.sends("/event_desk")
    await methodist.presses(TITLE)
    await methodist.presses("Отметка")
    await methodist.sees("Отметка открыта:")
    await methodist.presses("Прислать QR-код")
    caption = str((await methodist.sees_photo())["caption"])
    found = LINK.search(caption)
    assert found
    assert code in caption
    await methodist.sends("/menu")
    return Happening(shared_town, methodist, event, found[1], code)


def said(person: Person) -> str:
    """All messages of the bot."""
    return "\n".join(shown_text(message) for message in person.bot_messages)


async def test_who_has_a_place_checks_in_by_the_code_and_the_list_counts(
    town: Town, happening: Happening, anna: Person
) -> None:
    await signs_up(anna, name="Ветрова Анна Петровна")
    await anna.sends(f"/start event-{happening.id}")
    await anna.presses("Записаться")
    await anna.sees("✓ Вы записаны")
    await anna.sends("/menu")
    await anna.presses("Отметиться")
    await anna.sends("00000" if happening.code != "00000" else "11111")
    await anna.sees("Осталось попыток: 4")
    await anna.sends(happening.code)
    await anna.sees("Вы отмечены")
    await happening.opens_people()
    await happening.methodist.presses("✓ Ветрова")
    await eventually(lambda: "пришли: 0" in panel(happening.methodist), PATIENCE)
    await happening.methodist.presses("Ветрова")
    await eventually(lambda: "пришли: 1" in panel(happening.methodist), PATIENCE)
    await happening.methodist.presses("Действия")
    await happening.methodist.presses("Таблица участников")
    file = await happening.methodist.downloads(await happening.methodist.sees_document())
    rows = list(openpyxl.load_workbook(BytesIO(file)).active.iter_rows(values_only=True))
    assert ["Ветрова Анна Петровна", "по списку"] in [[row[0], row[7]] for row in rows]


async def test_a_newcomer_scans_signs_up_and_is_checked_in(
    town: Town, happening: Happening, anna: Person
) -> None:
    await anna.sends(f"/start {happening.start}")
    await anna.presses(RUSSIAN.language)
    assert IN_QUOTES in said(anna)
    assert town.database.mentions(anna.id) == []
    await anna.presses(RUSSIAN.agree)
    await fills_in(anna, name="Горская Вера Олеговна")
    await anna.presses(RUSSIAN.right)
    await eventually(lambda: "хотя вы и не записывались" in said(anna), PATIENCE)
    await anna.sends(f"/start {happening.start}")
    await eventually(lambda: "Вы уже отмечены" in said(anna), PATIENCE)
    marks = "SELECT attended_how, walked_in FROM registration JOIN person ON person.id = person_id"
    assert town.database.rows(f"{marks} WHERE telegram_id = ?", anna.id) == [("link", 1)]


async def test_when_it_is_over_people_rate_it_and_get_what_they_came_for(
    town: Town, happening: Happening, anna: Person
) -> None:
    await signs_up(anna, name="Лугова Мира Ильинична")
    await anna.sends(f"/start {happening.start}")
    await eventually(lambda: "Вы отмечены" in said(anna), PATIENCE)
    past = datetime.now(ZoneInfo("UTC")) - timedelta(minutes=1)
    begun = past - timedelta(minutes=90)
    happening.changes(ends_at=f"{past:%F %T}.000000", starts_at=f"{begun:%F %T}.000000")
    await eventually(lambda: f"Как прошло {IN_QUOTES}?" in said(anna), TICK)
    await anna.presses("4")
    assert alert(anna) == "Спасибо, ваша оценка: 4."
    await anna.presses("Написать пару слов")
    await anna.sends("Спасибо, было живо")
    await anna.sees("Спасибо за отзыв: «Спасибо, было живо»")
    await anna.presses("Готово")
    await anna.presses("Справка")
    paper = Document(BytesIO(await anna.downloads(await anna.sees_document())))
    assert "Лугова Мира Ильинична" in [one.text for one in paper.paragraphs]

    methodist = happening.methodist
    await eventually(lambda: "закончилось" in said(methodist), PATIENCE)
    await methodist.presses("Список участников")
    await methodist.presses("Действия")
    await methodist.presses("Материалы")
    await methodist.sends("Запись занятия example.org/video")
    await methodist.presses("Сообщить о материалах")
    await methodist.presses("Да, сообщить")
    await eventually(lambda: "поделился материалами" in said(anna), PATIENCE)
    await anna.presses("Получить материалы")
    await eventually(lambda: "• Запись занятия" in said(anna), PATIENCE)
    await methodist.sends("/menu")
