"""Bad moments: the line is cut, the consent has changed, the mind has changed."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from sandbox import Person
from tests.e2e.running import Town, eventually
from tests.e2e.stories import (
    alert,
    answers,
    begins,
    data_of,
    item_number,
    signs_up,
    wishes_nothing,
)


async def test_what_is_pressed_while_the_line_is_cut_is_done_when_it_is_back(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    await begins(anna)
    await town.box.stop()
    await anna.taps(data_of(anna, "2 · Применяю"), wait=False)
    await asyncio.sleep(0.7)
    await town.box.start()
    await anna.sees("Пункт 2 из 42")
    assert town.database.answers(anna) == [2]


async def test_who_is_forgotten_while_files_are_made_leaves_no_picture(
    town: Town, anna: Person
) -> None:
    boris = town.person("Борис", "Белов")
    for person in (boris, anna):
        await signs_up(person, "Руководитель")
        await begins(person)
        await answers(person, *["2 · Применяю"] * 18)
        await wishes_nothing(person)
    await boris.presses("Закончить")
    await boris.sees_photo()
    for _ in range(5):
        await boris.presses("Документ Word")
    await anna.presses("Закончить")
    await anna.presses("Документ Word")
    (finished,) = town.database.rows("SELECT max(id) FROM assessment")[0]
    await anna.sends("/forget")
    await anna.presses("Да, удалить")
    await anna.sees("Готово, ваши данные удалены")
    files = [message for message in anna.bot_messages if "photo" in message]
    assert not files, "the chart was too fast for this story"
    await boris.presses("Документ Word")
    await eventually(lambda: sum("document" in m for m in boris.bot_messages) == 6, 20)
    assert anna.screen.startswith("Готово, ваши данные удалены")
    assert town.database.mentions(f"result:{finished}:") == []


async def test_a_new_consent_document_is_asked_for_and_nothing_is_lost(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    await begins(anna)
    await answers(anna, "2 · Применяю")
    agreed_long_ago(town, anna)
    await anna.presses("1 · Частично")
    assert alert(anna).startswith("Документ о согласии обновился")
    assert town.database.answers(anna) == [2]
    await anna.sends("/start")
    await anna.sees("Документ о согласии обновился. Прочитайте его, пожалуйста, ещё раз.")
    await anna.presses("Согласен / согласна")
    await anna.sees("Самооценка начата: пройдено 1 из 42.")
    await anna.presses("Продолжить самооценку")
    await anna.presses("Продолжить")
    assert item_number(anna) == 2


async def test_who_declines_the_new_document_can_still_be_forgotten(
    town: Town, anna: Person
) -> None:
    await signs_up(anna, name="Несогласная Анна")
    agreed_long_ago(town, anna)
    await anna.sends("/menu")
    await anna.presses("Не сейчас")
    await anna.sees("чтобы удалить их, отправьте /forget.")
    assert town.database.field(anna, "full_name") == "Несогласная Анна"
    await anna.sends("/forget")
    await anna.sees("Отозвать согласие и удалить данные?")
    await anna.presses("Да, удалить")
    await anna.sees("Готово, ваши данные удалены")
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id, "Несогласная") == []


async def test_the_menu_stays_closed_until_the_new_document_is_agreed_to(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    agreed_long_ago(town, anna)
    await anna.sends("/forget")
    await anna.presses("В меню")
    assert alert(anna) == (
        "Документ о согласии обновился. Отправьте /start и прочитайте новую редакцию."
    )


def agreed_long_ago(town: Town, person: Person) -> None:
    """Put the person's agreement back to an earlier version of the document."""
    with closing(sqlite3.connect(town.folder / "bot.db", timeout=10)) as database, database:
        database.execute(
            """UPDATE consent SET version = '0' WHERE person_id =
               (SELECT id FROM person WHERE telegram_id = ?)""",
            (person.id,),
        )
