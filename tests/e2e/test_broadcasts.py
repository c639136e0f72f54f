"""A broadcast in the running bot: what the methodist sends is what the right people get."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import segno

from sandbox import Person
from sandbox.people.account import Account
from sandbox.people.view import inline_rows, shown_text
from tests.e2e.running import Town
from tests.e2e.stories import appoints, signs_up, signs_up_briefly

BOSS = 900_000_778
WORDS = "Коллеги, начинается запись"
LINK = "Программа https://example.org/plan"


@pytest.fixture(scope="module")
async def press(folder: Path) -> AsyncIterator[Town]:
    """A bot of its own: a broadcast reaches everybody of a town."""
    async with Town(folder / "press", {"admin_ids": str(BOSS)}) as town:
        yield town


@pytest.fixture(scope="module")
async def zoya(press: Town) -> Person:
    """The methodist."""
    boss = press.person("Ада", "Ларина", user_id=BOSS)
    await signs_up_briefly(boss, "Ларина Ада Игоревна")
    person = press.person("Зоя", "Мерц")
    await signs_up(person, name="Мерц Зоя Павловна")
    await appoints(boss, "Мерц Зоя Павловна", "Методист")
    await press.has_told()
    return person


@pytest.fixture(scope="module")
async def readers(press: Town, zoya: Person) -> list[Person]:
    """Three teachers; the last of them blocks the bot."""
    names = ("Иванова Анна Петровна", "Белова Инна Олеговна", "Громов Олег Ильич")
    people = [press.person() for _ in names]
    for person, name in zip(people, names, strict=True):
        await signs_up(person, name=name)
    await people[-1].blocks()
    return people


def picture() -> bytes:
    """A real PNG."""
    out = BytesIO()
    segno.make("Программа").save(out, kind="png", scale=4)
    return out.getvalue()


def writes(town: Town, person: Person, **content: Any) -> None:
    """Send a message with formatting, which no keyboard types."""
    Account(town.box.world, person.chat, strict=True).post(content)


def copies(person: Person) -> list[dict[str, Any]]:
    """The broadcasts in a chat."""
    return [one for one in person.bot_messages if WORDS in shown_text(one) and is_copy(one)]


def is_copy(message: dict[str, Any]) -> bool:
    return "Не присылать такое" in str(inline_rows(message))


async def drafts(town: Town, zoya: Person) -> None:
    """A picture with formatted words, a link, a topic."""
    await zoya.sends("/broadcasts")
    await zoya.presses("Новая рассылка")
    await zoya.sees("Что написать?")
    await zoya.sends_photo(picture())
    await zoya.presses("Анонсы событий")
    await zoya.sees("Вложение: Фото")
    await zoya.presses("Текст и файл")
    bold = [{"type": "bold", "offset": 0, "length": 7}]
    writes(town, zoya, text=WORDS, entities=bold)
    await zoya.sees(f"«{WORDS}»")
    await zoya.presses("Кнопка-ссылка")
    await zoya.sends(LINK)
    await zoya.sees("Кнопка «Программа»")
    await zoya.presses("Нужна отметка")
    await zoya.sees("Получателей попросим отметить")


async def sends(zoya: Person) -> None:
    """From the draft to the screen of its progress."""
    await zoya.presses("Отправить…")
    await zoya.sees("Отправляем?")
    await zoya.presses("Отправить")


async def opens_the_result(zoya: Person) -> None:
    """Wait for the news that it is over, and follow it."""
    await zoya.sees("закончилась. Вы её запускали")
    await zoya.presses("Итог рассылки")
    await zoya.sees("✅ Завершена")


async def test_the_right_people_get_exactly_what_was_previewed_and_the_result_names_the_rest(
    press: Town, zoya: Person, readers: list[Person]
) -> None:
    anna, inna, oleg = readers
    await drafts(press, zoya)
    await zoya.presses("Посмотреть")
    await zoya.sees("Выше — рассылка")
    [preview] = copies(zoya)
    await sends(zoya)
    await opens_the_result(zoya)
    for reader in (anna, inna):
        [copy] = copies(reader)
        for part in ("photo", "caption", "caption_entities"):
            assert copy[part] == preview[part], part
        assert inline_rows(copy) == inline_rows(preview)
    assert preview["caption_entities"] == [{"type": "bold", "offset": 0, "length": 7}]
    assert copies(oleg) == []
    await zoya.presses("Кто недоступен")
    await zoya.sees("Громов Олег Ильич")


async def test_who_unsubscribes_gets_no_more_and_who_has_read_it_is_counted(
    press: Town, zoya: Person, readers: list[Person]
) -> None:
    anna, inna, _ = readers
    await anna.presses("Ознакомлен(а)")
    await inna.presses("Не присылать такое")
    await zoya.sends("/broadcasts")
    await zoya.presses("Коллеги")
    await zoya.sees("Ознакомились: 1 из")
    await zoya.presses("Повторить")
    await zoya.sees("Черновик рассылки")
    await sends(zoya)
    await opens_the_result(zoya)
    await zoya.sees("Не подписаны на тему: 1")
    assert (len(copies(anna)), len(copies(inna))) == (2, 0)


async def test_what_is_called_off_before_its_time_reaches_nobody(
    press: Town, zoya: Person, readers: list[Person]
) -> None:
    before = [len(copies(reader)) for reader in readers]
    await zoya.sends("/broadcasts")
    await zoya.presses("Коллеги")
    await zoya.presses("Повторить")
    await zoya.presses("Когда")
    await zoya.sends("через час")
    await zoya.sees("Когда: ")
    await sends(zoya)
    await zoya.sees("⏰ Начало:")
    await zoya.presses("Отменить…")
    await zoya.presses("Да, отменить")
    await zoya.sees("⏹ Отменена")
    await press.has_told()
    assert [len(copies(reader)) for reader in readers] == before
