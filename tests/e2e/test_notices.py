"""What the bot owes to people arrives: through refused calls, through its own death, and once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from sandbox import Person
from sandbox.people.view import inline_rows, shown_text
from tests.e2e.running import Town, eventually
from tests.e2e.stories import signs_up, signs_up_briefly

BOSS = 900_000_777
CLAIM = "указывает роль: Руководитель школы"
LOOK = "Рассмотреть роль"
_NAMES = ("Антонова", "Борисова", "Вольнова", "Громова", "Дмитриева", "Ершова", "Жукова", "Зимина")
_HEADS = count()


@pytest.fixture(scope="module")
async def office(folder: Path) -> AsyncIterator[Town]:
    """A bot with an admin who works the queue, because there is no methodist."""
    async with Town(folder / "office", {"admin_ids": str(BOSS)}) as town:
        yield town


@pytest.fixture(scope="module")
async def boss(office: Town) -> Person:
    """The admin."""
    person = office.person("Ада", "Ларина", user_id=BOSS)
    await signs_up_briefly(person, "Ларина Ада Игоревна")
    return person


async def head_registers(office: Town) -> tuple[Person, str]:
    """A new head of a school, and the name."""
    surname = _NAMES[next(_HEADS)]
    head = office.person("Вера", surname)
    name = f"{surname} Вера Павловна"
    await signs_up(head, "Руководитель", name=name)
    return head, name


def notices(person: Person, *words: str) -> list[int]:
    """Numbers of the messages in which all these words stand."""
    return [
        message["message_id"]
        for message in person.bot_messages
        if all(word in shown_text(message) for word in words)
    ]


async def gets(person: Person, *words: str) -> int:
    """Wait for the one message with these words; its number."""
    await eventually(lambda: notices(person, *words), 20)
    [number] = notices(person, *words)
    return number


async def test_a_claim_reaches_the_one_who_decides_and_the_decision_the_one_who_asked(
    office: Town, boss: Person
) -> None:
    head, name = await head_registers(office)
    assert "/people" not in commands(office, head)
    number = await gets(boss, CLAIM, name)
    await boss.presses(LOOK, number)
    await boss.sees("Подтвердить роль?")
    await boss.presses("Подтвердить")
    answer = await gets(head, "Ваша роль подтверждена: Руководитель школы")
    await head.presses("Что можно сделать сейчас", answer)
    await head.sees("Здравствуйте")
    await eventually(lambda: "people" in commands(office, head), 10)
    await boss.presses(LOOK, number)
    await office.box.idle()
    assert "решили" in boss.screen or "решили" in str(boss.alerts[-1])
    [notice] = [m for m in boss.bot_messages if m["message_id"] == number]
    assert inline_rows(notice), "the button of the notice stays"


async def test_after_a_request_to_wait_and_a_gateway_that_is_down_it_comes_once(
    office: Town, boss: Person
) -> None:
    office.box.faults.add(method="sendMessage", chat_id=boss.id, retry_after=1)
    office.box.faults.add(method="sendMessage", chat_id=boss.id, html=True)
    _, name = await head_registers(office)
    await gets(boss, CLAIM, name)
    await office.box.idle()
    assert len(notices(boss, CLAIM, name)) == 1


async def test_who_blocked_the_bot_holds_back_nobody(office: Town, boss: Person) -> None:
    head, name = await head_registers(office)
    number = await gets(boss, CLAIM, name)
    await head.blocks()
    await boss.presses(LOOK, number)
    await boss.presses("Подтвердить")
    gone = [("claim-confirmed", "unreachable")]
    await eventually(lambda: states_of(office, head) == gone, 20)
    assert unreachable(office, head)
    _, another = await head_registers(office)
    await gets(boss, CLAIM, another)
    await head.unblocks()
    await eventually(lambda: not unreachable(office, head), 20)


async def test_what_could_not_be_sent_before_the_bot_was_killed_comes_in_its_next_life_once(
    office: Town, boss: Person
) -> None:
    down = office.box.faults.add(method="sendMessage", chat_id=boss.id, count=None, status=502)
    _, name = await head_registers(office)
    await eventually(lambda: down.struck, 20)
    await office.dies()
    office.box.faults.clear()
    assert notices(boss, CLAIM, name) == []
    await office.starts()
    await gets(boss, CLAIM, name)
    assert await office.stops() == 0
    await office.starts()
    await office.box.idle()
    assert len(notices(boss, CLAIM, name)) == 1


async def test_a_kill_between_sending_and_marking_repeats_that_one_message_at_most(
    office: Town, boss: Person
) -> None:
    _, before = await head_registers(office)
    await gets(boss, CLAIM, before)
    held = office.box.faults.add(method="sendMessage", chat_id=boss.id, delay=2)
    _, name = await head_registers(office)
    await eventually(lambda: held.struck, 20)
    await office.dies()
    await gets(boss, CLAIM, name)  # Telegram has it, and the bot does not know
    await office.starts()
    await eventually(lambda: len(notices(boss, CLAIM, name)) == 2, 20)
    await office.box.idle()
    assert len(notices(boss, CLAIM, name)) == 2
    assert len(notices(boss, CLAIM, before)) == 1
    newest = "SELECT uncertain FROM outbox WHERE kind = 'claim-waits' ORDER BY id DESC LIMIT 1"
    assert office.database.rows(newest) == [(1,)], "and it is known"


def commands(town: Town, person: Person) -> str:
    """What Telegram shows in this chat by a list of its own."""
    return str(town.box.commands(scope={"type": "chat", "chat_id": person.id}))


def states_of(town: Town, person: Person) -> list[tuple[str, str]]:
    """Kind and state of what is owed to somebody."""
    query = """
        SELECT outbox.kind, outbox.state FROM outbox
        JOIN person ON person.id = person_id WHERE telegram_id = ?"""
    return [(str(kind), str(state)) for kind, state in town.database.rows(query, person.id)]


def unreachable(town: Town, person: Person) -> bool:
    """Whether the bot remembers that it cannot write to somebody."""
    query = "SELECT 1 FROM person WHERE telegram_id = ? AND unreachable_at IS NOT NULL"
    return bool(town.database.rows(query, person.id))
