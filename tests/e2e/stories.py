"""What people do over and over, in the words of the screens they see."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from sandbox import Person, Sandbox
from sandbox.people.view import inline_rows, shown_text

BROKEN = "У нас что-то сломалось"
OLD_BUTTON = "Эта кнопка уже не действует"
SEPARATOR = "\x1d"  # between the id of a screen and the button's own data


@dataclass(frozen=True, slots=True)
class Words:
    """Labels of the buttons on the way, in one language."""

    language: str
    agree: str
    school: str
    teacher: str
    subject: str
    done: str
    category: str
    right: str
    first: str
    take: str
    begin: str
    use: str
    skip: str
    finish: str
    years: str
    name: str
    no_position: str


RUSSIAN = Words(
    language="Русский",
    agree="Согласен / согласна",
    school="Аксёновская СОШ",
    teacher="Педагог",
    subject="Математика",
    done="Готово ›",
    category="Первая",
    right="Всё верно",
    first="Начните с самооценки",
    take="Пройти самооценку",
    begin="Начать",
    use="2 · Применяю",
    skip="Пропустить ›",
    finish="Закончить и увидеть результат",
    years="Сколько лет вы в нынешней должности?",
    name="Как вас зовут?",
    no_position="укажете в профиле должность",
)
ENGLISH = Words(
    language="English",
    agree="I agree",
    school="Aksyonovskaya",
    teacher="Teacher",
    subject="Mathematics",
    done="Done ›",
    category="First",
    right="Everything is right",
    first="Begin with the self-assessment",
    take="Take the self-assessment",
    begin="Begin",
    use="2 · ",
    skip="Skip ›",
    finish="Finish and see the result",
    years="How many years have you been in your present post?",
    name="What is your name?",
    no_position="give your position in the profile",
)


async def agrees(person: Person, words: Words = RUSSIAN) -> None:
    """From the first word to the first question."""
    await person.sends("/start")
    await person.presses(words.language)
    await person.presses(words.agree)
    await person.sees(words.name)


async def signs_up(
    person: Person,
    position: str | None = None,
    name: str = "Иванова Анна Петровна",
    words: Words = RUSSIAN,
) -> None:
    """From the first word to the menu."""
    await agrees(person, words)
    await tells_of_oneself(person, position, name, words)


async def signs_up_briefly(person: Person, name: str, words: Words = RUSSIAN) -> None:
    """From the first word to the menu of somebody who works in the service: a name is enough."""
    await agrees(person, words)
    await person.sends(name)
    await person.presses(words.right)
    await person.sees(words.no_position)


async def tells_of_oneself(
    person: Person,
    position: str | None = None,
    name: str = "Иванова Анна Петровна",
    words: Words = RUSSIAN,
) -> None:
    """From the first question to the menu."""
    await fills_in(person, position, name, words)
    await person.presses(words.right)
    await person.sees(words.first)


async def fills_in(
    person: Person,
    position: str | None = None,
    name: str = "Иванова Анна Петровна",
    words: Words = RUSSIAN,
) -> None:
    """From the first question to the summary."""
    await person.sends(name)
    await person.presses(words.school)
    await person.presses(position or words.teacher)
    await person.presses(words.subject)
    await person.presses(words.done)
    await person.sends("12")
    await person.sees(words.years)
    await person.sends("2")
    await person.presses(words.category)


async def begins(person: Person, words: Words = RUSSIAN) -> None:
    """From the menu to the first item."""
    await person.presses(words.take)
    await person.presses(words.begin)


async def answers(person: Person, *labels: str) -> None:
    """Answer one item after another by these buttons."""
    for label in labels:
        await person.presses(label)


async def wishes_nothing(person: Person, words: Words = RUSSIAN, questions: int = 4) -> None:
    """Skip the request questions."""
    for _ in range(questions):
        await person.presses(words.skip)


async def takes_the_assessment(
    person: Person, items: int = 42, label: str | None = None, words: Words = RUSSIAN
) -> None:
    """From the menu to the result; every item is answered by the same button."""
    await begins(person, words)
    await answers(person, *[label or words.use] * items)
    await wishes_nothing(person, words)
    await person.presses(words.finish)


def panel(person: Person) -> str:
    """Text of the newest message with buttons: the screen, when a file arrived below it."""
    return shown_text(panel_message(person))


def panel_message(person: Person) -> dict[str, Any]:
    """The newest message with buttons."""
    return next(message for message in reversed(person.bot_messages) if inline_rows(message))


def item_number(person: Person) -> int:
    """Which item the screen asks."""
    found = re.search(r"Пункт (\d+) из", panel(person))
    assert found, panel(person)
    return int(found[1])


def data_of(person: Person, label: str) -> str:
    """What a button on the screen carries."""
    buttons = [button for row in inline_rows(panel_message(person)) for button in row]
    return next(str(b["callback_data"]) for b in buttons if label in b["text"])


def screen_id(person: Person) -> str:
    """The id that every button of the screen begins with."""
    return data_of(person, "").partition(SEPARATOR)[0]


def said_to(box: Sandbox, person: Person) -> list[str]:
    """Everything the bot said to a person: texts, captions, labels of buttons, pop-ups."""
    said = [alert["text"] for alert in person.alerts]
    for call in box.calls:
        if call.params.get("chat_id") != str(person.id) or call.status != 200:
            continue
        said += [call.params[name] for name in ("text", "caption") if call.params.get(name)]
        markup = json.loads(call.params.get("reply_markup") or "{}")
        said += [button["text"] for row in markup.get("inline_keyboard", []) for button in row]
    return said


def alert(person: Person) -> str:
    """The newest pop-up."""
    return str(person.alerts[-1]["text"]) if person.alerts else ""


async def appoints(
    admin: Person, name: str, role: str, *, school: str | None = None, direction: str | None = None
) -> None:
    """Give a role by its short name, and see the roles of the person.

    `school`: a part of the name of another school than the person's own.
    """
    await admin.sends("/people")
    await admin.sends(name)
    await admin.sees(f"По запросу «{name}»")
    await admin.presses(name)
    await admin.presses("Роли")
    await admin.presses("Дать роль")
    await admin.presses(role)
    if role in ("Руководитель", "Координатор"):
        await _chooses_place(admin, school)
    elif role == "Методист":
        await admin.presses(direction or "Все направления")
    await admin.sees("Что это даёт")
    await admin.presses("Дать роль")
    await admin.sees("Роли:")


async def _chooses_place(admin: Person, school: str | None) -> None:
    await admin.sees("в какой школе?")
    if school is not None:
        await admin.sends(school)
        await admin.sees("нашлось вот что")
    label = next(row[0] for row in admin.buttons if school is None or school in row[0])
    await admin.presses(label)
