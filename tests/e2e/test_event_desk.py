"""Events from the idea to the people: made, published, moved, told once, called off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from sandbox import Person
from sandbox.people.view import shown_text
from tests.e2e.running import PATIENCE, Town, eventually
from tests.e2e.stories import alert, appoints, panel, signs_up

DAY, NEXT_DAY = "25.11.2027", "26.11.2027"
OLD = "четверг, 25 ноября 2027\u202fг., 23:00–23:30"
NEW = "пятница, 26 ноября 2027\u202fг., 00:30–01:00"
METHODIST = "Городецкая Римма Львовна"


@dataclass
class Happening:
    """A published event of one seat, a methodist who made it, a teacher who has a place."""

    town: Town
    methodist: Person
    guest: Person
    event: int
    title: str

    async def opens_card(self) -> None:
        """The methodist looks at the event."""
        await self.methodist.sends("/event_desk")
        await self.methodist.sees("Предстоящие события")
        await self.methodist.presses(f"25.11 · {self.title}")
        await self.methodist.sees("Все места заняты: 1 из 1")


async def makes(methodist: Person, title: str) -> None:
    """From the list to a published event: title, time, and two buttons."""
    await methodist.sends("/event_desk")
    await methodist.presses("Новое событие")
    await methodist.sends(title)
    await methodist.sees("Когда событие?")
    await methodist.sends(f"{DAY} 23:00–23:30")
    await methodist.sees("можно публиковать")
    await methodist.presses("Число мест")
    await methodist.sends("1 место")
    await methodist.sees("Число мест: 1")
    await methodist.presses("Опубликовать")
    await methodist.presses("Да, опубликовать")
    await methodist.sees("Самое время разослать объявление")


@pytest.fixture(scope="module")
async def methodist(shared_town: Town, ada: Person) -> Person:
    """Who makes events in this file."""
    person = shared_town.person("Римма", "Городецкая")
    await signs_up(person, name=METHODIST)
    await appoints(ada, METHODIST, "Методист")
    await ada.sends("/menu")
    await eventually(lambda: "Методист" in said(person), PATIENCE)
    return person


@pytest.fixture
async def happening(town: Town, methodist: Person, anna: Person) -> AsyncIterator[Happening]:
    title = f"Мастер-класс «Критерии {anna.id}»"
    await makes(methodist, title)
    event = int(town.database.rows("SELECT max(id) FROM event")[0][0])
    await signs_up(anna)
    await registers(anna, event)
    yield Happening(town, methodist, anna, event, title)
    await methodist.sends("/menu")


async def registers(person: Person, event: int) -> None:
    """By the link that people share."""
    await person.sends(f"/start event-{event}")
    await person.sees("Свободно мест: 1 из 1")
    await person.presses("Записаться")
    await person.sees("Вы записаны")


def said(person: Person) -> str:
    """All messages of the bot."""
    return "\n\n".join(shown_text(message) for message in person.bot_messages)


async def test_an_event_is_made_within_a_minute_and_people_take_their_seats(
    happening: Happening,
) -> None:
    desk = happening.methodist
    await desk.sends("/event_desk")
    await desk.sees(f"{happening.title}\n25.11.2027, 23:00 · занято 1 из 1")
    await happening.opens_card()
    await desk.sees("Все места заняты: 1 из 1")
    assert OLD in panel(desk)
    assert "• за день, 24.11.2027, 23:00 — получат 1" in panel(desk)


async def test_who_registered_hears_of_a_move_once_with_the_old_and_the_new_time(
    happening: Happening,
) -> None:
    desk, guest = happening.methodist, happening.guest
    await happening.opens_card()
    await desk.presses("Изменить")
    await desk.presses("Дата и время")
    await desk.sends(f"{NEXT_DAY} 00:30–01:00")
    await desk.sees(f"Было: {OLD}\nСтанет: {NEW}")
    await desk.presses("Изменить и сообщить: 1")
    await desk.sees("Что изменить?")
    await eventually(lambda: "Перенесли" in said(guest), PATIENCE)
    await happening.town.box.idle()
    notices = [text for text in said(guest).split("\n\n") if "Перенесли" in text]
    assert len(notices) == 1
    assert f"Было: {OLD}\nТеперь: {NEW}" in notices[0]
    statement = "SELECT state, count(*) FROM outbox WHERE subject = ? AND kind = ? GROUP BY state"
    subject = f"event:{happening.event}"
    states = dict(happening.town.database.rows(statement, subject, "event-reminder"))
    assert states["waiting"] == 3


async def test_who_registered_hears_why_an_event_is_off_and_nothing_else_comes(
    happening: Happening,
) -> None:
    desk, guest = happening.methodist, happening.guest
    await happening.opens_card()
    await desk.presses("Ещё ›")
    await desk.presses("Отменить событие")
    await desk.sees("Об отмене узнает 1 человек")
    await desk.sends("Заболела ведущая")
    await desk.presses("Да, отменить событие")
    await desk.sees("отменено")
    assert alert(desk) == "Событие отменено."
    await eventually(lambda: "Причина: Заболела ведущая" in said(guest), PATIENCE)
    left = "SELECT count(*) FROM outbox WHERE subject = ? AND state = 'waiting'"
    assert happening.town.database.rows(left, f"event:{happening.event}") == [(0,)]
    await guest.sends("/event_desk")
    await happening.town.box.idle()
    assert "Предстоящие события" not in panel(guest)
