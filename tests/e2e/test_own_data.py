"""Own data in the chat: seeing it, taking it away, who looked; and the log that admins read."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import alert, answers, begins, panel, signs_up, takes_the_assessment
from tests.e2e.test_trouble import agreed_long_ago


async def looks_at_the_card(admin: Person, name: str) -> None:
    """The admin finds somebody in the directory and opens the card."""
    await admin.sends("/people")
    await admin.sees("Люди")
    await admin.sends(name)
    await admin.sees("нашлось: 1")
    await admin.presses(name)
    await admin.sees("Математика")


def number_of(town: Town, telegram_id: int) -> int:
    rows = town.database.rows("SELECT id FROM person WHERE telegram_id = ?", telegram_id)
    return int(rows[0][0])


async def test_everything_that_is_stored_is_on_the_screen_and_in_a_file(
    town: Town, anna: Person
) -> None:
    await signs_up(anna, "Руководитель", name="Летописцева Анна Львовна")
    await takes_the_assessment(anna, 18, "1 · Частично")
    await anna.sees_photo()
    await anna.sends("/profile")
    await anna.presses("Мои данные")
    await anna.sees("Что о вас записано")
    assert "Летописцева Анна Львовна" in anna.screen
    assert str(anna.id) in anna.screen
    for sign in ("Роли", "Курсы", "дефицит: 50\xa0%", "События", "Мониторинг", "Согласия"):
        await anna.presses("›")
        assert sign in panel(anna)

    await anna.presses("Скачать всё")
    document = await anna.sees_document(".json")
    data: dict[str, Any] = json.loads(await anna.downloads(document))
    tables = data["tables"]
    (person,) = tables["person"]
    assert (person["full_name"], person["telegram_id"]) == ("Летописцева Анна Львовна", anna.id)
    assert [row["value"] for row in tables["answer"]] == [1] * 18
    assert [row["state"] for row in tables["assessment"]] == ["finished"]
    assert tables["consent"][0]["given_at"].endswith("+00:00")
    assert tables["school"][0]["short_name"] == "Аксёновская СОШ"

    await anna.presses("Исправить")
    assert "Ваш профиль" in panel(anna)


async def test_a_teacher_sees_who_looked_and_an_admin_finds_it_in_the_log(
    town: Town, anna: Person, admin: Person
) -> None:
    await signs_up(anna, name="Заметкина Анна Юрьевна")
    await anna.sends("/mydata")
    await anna.presses("Кто смотрел мои данные: 0")
    await anna.sees("никто не смотрел")

    await looks_at_the_card(admin, "Заметкина Анна Юрьевна")
    await anna.sends("/mydata")
    await anna.presses("Кто смотрел мои данные: 1")
    await anna.sees("Открыта карточка")
    assert "Админова Ада Игоревна (Администратор)" in anna.screen
    assert "сломалось" not in alert(anna)

    await anna.presses("Назад")
    await anna.presses("Скачать всё")
    await anna.sees_document(".json")

    await admin.sends("/audit")
    await admin.sees("Журнал:")
    await admin.presses("Человек")
    await admin.sends("заметкена анна")
    await admin.sees("Человек: Заметкина Анна Юрьевна")
    assert "Журнал: 2 записи" in admin.screen
    ((update,),) = town.database.rows(
        "SELECT update_id FROM audit_entry WHERE kind = 'data-exported' AND actor_id = ?",
        number_of(town, anna.id),
    )
    assert f"Заметкина Анна Юрьевна · обновление {update}" in admin.screen

    await admin.presses("Вид")
    await admin.presses("Открыта карточка: 1")
    await admin.sees("Журнал: 1 запись")
    assert "Админова Ада Игоревна → Заметкина Анна Юрьевна" in admin.screen

    await admin.presses("Скачать таблицу")
    document = await admin.sees_document(".xlsx")
    book = load_workbook(BytesIO(await admin.downloads(document)))
    head, row = book.active.iter_rows(values_only=True)
    table = dict(zip(head, row, strict=True))
    assert (table["Кто"], table["О ком"]) == ("Админова Ада Игоревна", "Заметкина Анна Юрьевна")
    assert (table["Что"], table["Код действия"]) == ("Открыта карточка", "card-viewed")
    assert table["О ком, №"] == number_of(town, anna.id)

    await admin.presses("Показать все записи")
    assert "Выгружен журнал" in panel(admin)

    await anna.sends("/mydata")
    await anna.presses("Кто смотрел мои данные: 2")
    await anna.sees("Выгружен журнал")


async def test_a_teacher_does_not_see_the_log(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.sends("/audit")
    await town.box.idle()
    assert "Журнал:" not in anna.screen


async def test_who_does_not_agree_to_the_new_document_still_sees_what_is_stored(
    town: Town, anna: Person
) -> None:
    await signs_up(anna, name="Прежнева Анна")
    await begins(anna)
    await answers(anna, "0 · Не владею")
    agreed_long_ago(town, anna)
    await anna.sends("/mydata")
    await anna.sees("Прежнева Анна")
    await anna.presses("Скачать всё")
    document = await anna.sees_document(".json")
    data = json.loads(await anna.downloads(document))
    assert [row["version"] for row in data["tables"]["consent"]] == ["0"]
    await anna.presses("Удалить")
    await anna.presses("Да, удалить")
    await anna.sees("согласие отозвано")
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id, "Прежнева") == []
