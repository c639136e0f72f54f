"""The directory in the running bot: people are found, looked at, taken out, kept from others."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import openpyxl

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import alert, appoints, data_of, panel, signs_up, takes_the_assessment

XLSX = ".xlsx"
THIS_YEAR = datetime.now(UTC).year


def notes(town: Town, kind: str, about: Person) -> list[tuple[int]]:
    """Who is noted in the audit log to have done this about somebody, by Telegram id."""
    statement = """
        SELECT actor.telegram_id FROM audit_entry
        JOIN person AS subject ON subject.id = subject_id
        JOIN person AS actor ON actor.id = actor_id
        WHERE kind = ? AND subject.telegram_id = ? ORDER BY audit_entry.id"""
    found: list[tuple[int]] = town.database.rows(statement, kind, about.id)
    return found


async def becomes_methodist(town: Town, admin: Person, name: str) -> Person:
    """Somebody signs up and is appointed by the admin."""
    methodist = town.person("Мария", "Методист")
    await signs_up(methodist, name=name)
    await appoints(admin, name, "Методист")
    return methodist


async def opens_card(looker: Person, typed: str, name: str) -> None:
    await looker.sends("/people")
    await looker.sends(typed)
    await looker.sees(f"По запросу «{typed}»")
    await looker.presses(name)
    await looker.sees(name)
    await looker.sees("Должность:")


async def test_a_methodist_finds_a_teacher_by_a_misspelt_name_and_sees_the_result(
    town: Town, anna: Person, admin: Person
) -> None:
    name = "Щедринская Юлия Геннадьевна"
    await signs_up(anna, name=name)
    await takes_the_assessment(anna)
    methodist = await becomes_methodist(town, admin, "Трубецкая Мария Ивановна")
    await opens_card(methodist, "щидринская юля", name)
    await methodist.sees("Последняя самооценка:")
    assert notes(town, "card-viewed", anna) == [(methodist.id,)]
    assert notes(town, "results-viewed", anna) == []
    await methodist.presses("Результат самооценки")
    await methodist.sees("Общий дефицит:")
    assert notes(town, "results-viewed", anna) == [(methodist.id,)]
    await methodist.presses("‹ К карточке")
    await methodist.presses("Внешняя диагностика")
    await methodist.sees("Напишите в одном сообщении")
    await methodist.sends("ФИОКО, 2022, базовый уровень")
    await methodist.sees("• ФИОКО, 2022: базовый уровень")
    await anna.sends("/profile")
    await anna.presses("Курсы, аттестация")
    await anna.sees("• ФИОКО, 2022: базовый уровень")


async def test_a_course_is_added_and_shows_on_the_card(
    town: Town, anna: Person, admin: Person
) -> None:
    name = "Курсантова Алла Семёновна"
    await signs_up(anna, name=name)
    await anna.presses("Мой профиль")
    await anna.presses("Курсы, аттестация")
    await anna.presses("Добавить курс")
    await anna.sends("Функциональная грамотность")
    await anna.sees("Сколько в нём часов?")
    await anna.presses("72 ч")
    await anna.sends("завтра")
    await anna.sees("не похоже на дату")
    await anna.presses("‹ Назад")
    await anna.sees("Сколько в нём часов?")
    await anna.sends("36 часов")
    await anna.sees("Когда вы его закончили?")
    await anna.sends("1 мая прошлого года")
    await anna.sees("не похоже на дату")
    await anna.sends(f"01/05/{THIS_YEAR - 1}")
    await anna.sees("Курсы за последние три года: 1, 36 ч.")
    await anna.presses("Дата аттестации")
    await anna.sends(f"15 марта {THIS_YEAR + 4}")
    await anna.sees(f"Следующая аттестация: 15 марта {THIS_YEAR + 4}")
    await opens_card(admin, "Алла Курсантова", name)
    await admin.sees(f"• Функциональная грамотность, 36 ч, 01.05.{THIS_YEAR - 1}")
    await admin.sees(f"Следующая аттестация: 15 марта {THIS_YEAR + 4}")
    assert "Результат самооценки" not in str(admin.buttons)
    await anna.presses(f"{THIS_YEAR - 1} · Функциональная грамотность")
    await anna.presses("Да, удалить")
    await anna.sees("Курсов пока нет.")


async def test_people_are_taken_out_as_a_table(town: Town, anna: Person, admin: Person) -> None:
    name = "Таблицына Вера Павловна"
    await signs_up(anna, name=name)
    await admin.sends("/people")
    await admin.presses("Таблица")
    await admin.sees("Выгрузка отмечается в журнале")
    await admin.presses("Скачать таблицу")
    message = await admin.sees_document(XLSX)
    table = openpyxl.load_workbook(BytesIO(await admin.downloads(message))).active
    rows = list(table.iter_rows(min_row=2, values_only=True))
    mine = next(row for row in rows if row[0] == name)
    assert mine[1:5] == ("Аксёновская СОШ", "Педагог", "Математика", 12)
    assert notes(town, "people-exported", anna) == [(admin.id,)]


async def test_a_teacher_with_forged_buttons_sees_nobody(
    town: Town, anna: Person, admin: Person
) -> None:
    name = "Тайная Ольга Львовна"
    olga = town.person("Ольга", "Тайная")
    await signs_up(olga, name=name)
    await signs_up(anna)
    await admin.sends("/people")
    await admin.sends(name)
    await admin.sees(f"По запросу «{name}»")
    forged = [data_of(admin, label) for label in (name, "Таблица", "Роль")]
    await admin.presses(name)
    await admin.sees("Должность:")
    forged.append(data_of(admin, "‹ К списку"))
    before = notes(town, "card-viewed", olga)
    for data in forged:
        await anna.taps(data)
        await town.box.idle()
        assert alert(anna)
        assert name not in panel(anna)
    await anna.sends("/people")
    await town.box.idle()
    assert name not in panel(anna)
    assert notes(town, "card-viewed", olga) == before == [(admin.id,)]


async def test_a_coordinator_sees_the_own_school_only(
    town: Town, anna: Person, admin: Person
) -> None:
    name = "Чужакова Нина Петровна"
    await signs_up(anna, name="Ближняя Нина Петровна")
    kira = town.person("Кира", "Координатор")
    await signs_up(kira, name="Районная Кира Олеговна")
    await appoints(admin, "Районная Кира Олеговна", "Координатор", school="Ашеванская ООШ")
    await signs_up(town.person("Нина", "Чужакова"), name=name)
    await kira.sends("/menu")
    await kira.presses("Люди школы")
    await kira.sends(name)
    await kira.sees("никого не нашлось")
    assert "Таблица" not in str(kira.buttons)
