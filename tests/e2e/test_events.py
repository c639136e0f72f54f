"""Events for people: from the calendar to a seat, the line that moves, and links that bring one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from sandbox import Person
from sandbox.people.view import shown_text
from tests.e2e.running import PATIENCE, Town, eventually
from tests.e2e.stories import RUSSIAN, alert, appoints, fills_in, panel, signs_up

METHODIST, TITLE = "Полесская Злата Юрьевна", "Семинар «Критерии и баллы»"
PLACE = "Аксёновская школа, кабинет 12"


@pytest.fixture(scope="module")
async def methodist(shared_town: Town, ada: Person) -> Person:
    """Who makes the event of this file."""
    person = shared_town.person("Злата", "Полесская")
    await signs_up(person, name=METHODIST)
    await appoints(ada, METHODIST, "Методист")
    await ada.sends("/menu")
    await shared_town.has_told()
    return person


@pytest.fixture(scope="module")
async def event(shared_town: Town, methodist: Person) -> int:
    """An event of one seat; its number."""
    await methodist.sends("/event_desk")
    await methodist.presses("Новое событие")
    await methodist.sends(TITLE)
    await methodist.sees("Когда событие?")
    await methodist.sends("14.10.2027 15:00–16:30")
    for field, question, value in (
        ("Число мест", "Сколько мест?", "1"),
        ("Место", "Где собираемся?", PLACE),
    ):
        await methodist.sees("можно публиковать")
        await methodist.presses(field)
        await methodist.sees(question)
        await methodist.sends(value)
    await methodist.sees(PLACE)
    await methodist.presses("Опубликовать")
    await methodist.presses("Да, опубликовать")
    await methodist.sees("Событие опубликовано")
    found = shared_town.database.rows("SELECT id FROM event WHERE title = ?", TITLE)
    await methodist.sends("/menu")
    return int(found[0][0])


def said(person: Person) -> str:
    """All messages of the bot."""
    return "\n".join(shown_text(message) for message in person.bot_messages)


async def opens_from_the_calendar(person: Person) -> None:
    """From the menu to the card."""
    await person.sends("/events")
    await person.sees("События")
    while not any(TITLE[:20] in row[0] for row in person.buttons):
        await person.presses("›")
    await person.presses(TITLE[:20])
    await person.sees(PLACE)


async def test_a_seat_goes_from_one_to_the_next_who_is_told(
    town: Town, event: int, anna: Person
) -> None:
    boris = town.person("Борис", "Петров")
    await signs_up(anna)
    await signs_up(boris, name="Петров Борис Ильич")
    await opens_from_the_calendar(anna)
    await anna.presses("Записаться")
    await anna.sees("✓ Вы записаны")
    await opens_from_the_calendar(boris)
    await boris.presses("Встать в лист ожидания")
    await boris.sees("номер 1")
    await anna.presses("В мой календарь")
    file = await anna.downloads(await anna.sees_document())
    [entry] = Calendar.from_ical(file).walk("VEVENT")
    assert entry["dtstart"].dt == datetime(2027, 10, 14, 9, 0, tzinfo=UTC)
    assert str(entry["location"]) == PLACE
    await anna.presses("Отказаться от места")
    await eventually(lambda: "место сразу перейдёт следующему" in panel(anna), PATIENCE)
    await anna.presses("Да, отказаться")
    await eventually(lambda: "в листе ожидания: 0" in panel(anna), PATIENCE)
    await eventually(lambda: "Освободилось место" in said(boris), PATIENCE)
    await boris.presses("Открыть событие")
    await boris.sees("✓ Вы записаны")
    await boris.presses("Отказаться от места")
    await boris.presses("Да, отказаться")
    await boris.sees("Свободно мест: 1 из 1")


async def test_who_comes_by_a_link_meets_the_event_after_sign_up(
    town: Town, event: int, anna: Person
) -> None:
    await anna.sends(f"/start event-{event}")
    await anna.presses(RUSSIAN.language)
    await anna.presses(RUSSIAN.agree)
    assert TITLE in said(anna)
    await fills_in(anna)
    await anna.presses(RUSSIAN.right)
    await anna.sees(PLACE)
    await anna.presses("Записаться")
    await anna.sees("✓ Вы записаны")
    assert alert(anna) == "Вы записаны, место за вами."
    subject = f"event:{event}"
    waiting = "SELECT count(*) FROM outbox WHERE subject = ? AND state = 'waiting'"
    assert town.database.rows(waiting, subject) == [(3,)]
    await anna.presses("Отказаться от места")
    await anna.presses("Да, отказаться")
    await anna.sees("Свободно мест: 1 из 1")
    assert "Вы записаны" not in panel(anna)
    assert town.database.rows(waiting, subject) == [(0,)]


async def test_the_button_of_an_announcement_leaves_a_form_as_it_stands(
    town: Town, event: int, methodist: Person
) -> None:
    await methodist.sends("/event_desk")
    await methodist.presses(TITLE)
    await methodist.presses("Объявить")
    await methodist.presses("Посмотреть")
    await methodist.sends("/profile")
    await methodist.presses("Имя")
    await methodist.sees("Как вас зовут?")
    await methodist.presses("Записаться")
    assert alert(methodist) == "Вы записаны, место за вами."
    await methodist.sends("Полесская Злата Олеговна")
    await methodist.sees("Полесская Злата Олеговна")
    await methodist.presses("✓ Вы записаны · подробнее")
    await methodist.sees("✓ Вы записаны.")
    await methodist.presses("Отказаться от места")
    await methodist.presses("Да, отказаться")
    await methodist.sees("Свободно мест: 1 из 1")
