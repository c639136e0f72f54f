"""Invitations from link to role: one by one, each kind of bad link, and a whole spreadsheet."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from sandbox import Person
from sandbox.people.view import shown_text
from services.invitations.tokens import new_token
from tests.e2e.running import PATIENCE, Town, eventually
from tests.e2e.stories import RUSSIAN, alert, panel, panel_message, signs_up
from tests.spreadsheets import xlsx

SCHOOL, OTHER = "Аксёновская СОШ", "Большетавинская ООШ"
NAME = "Петрова Вера Сергеевна"
LINK = re.compile(r"https://t\.me/(\w+)\?start=(i[\w-]{24})(?![\w-])")


@pytest.fixture
async def host(admin: Person) -> AsyncIterator[Person]:
    """The admin, with the list of invitations open."""
    await admin.sends("/invite")
    await admin.sees("Приглашения")
    yield admin
    await admin.sends("/menu")


async def invites(host: Person, role: str = "Координатор школы", *more: str) -> str:
    """Make a link by the screens; what comes after /start in it."""
    await host.sends("/invite")
    await host.presses("Пригласить")
    await host.presses(role)
    await host.presses(SCHOOL)
    for label in more:
        await host.presses(label)
    before = panel_message(host)["message_id"]
    await host.presses("Создать ссылку")
    await eventually(lambda: host.bot_messages[-1]["message_id"] > before, PATIENCE)
    found = LINK.search((await host.sees_photo())["caption"])
    assert found
    return found[2]


def visitor(town: Town, name: str = "Вера") -> Person:
    """Somebody new."""
    return town.person(name, "Петрова")


async def comes(person: Person, start: str) -> None:
    """Open the bot by a link, agree."""
    await person.sends(f"/start {start}")
    await person.presses(RUSSIAN.language)
    await person.presses(RUSSIAN.agree)
    await person.sees(RUSSIAN.name)


def roles_of(town: Town, person: Person) -> list[tuple[Any, ...]]:
    """Active roles of a person with their schools."""
    statement = """
        SELECT role, short_name FROM role_grant JOIN person ON person_id = person.id
        LEFT JOIN school ON role_grant.school_id = school.id
        WHERE telegram_id = ? AND role_grant.state = 'active'"""
    return town.database.rows(statement, person.id)


def said(person: Person) -> str:
    """All messages of the bot."""
    return "\n".join(shown_text(message) for message in person.bot_messages)


async def test_who_is_invited_signs_up_without_looking_for_the_school(
    town: Town, host: Person
) -> None:
    start = await invites(host)
    vera = visitor(town)
    await vera.sends(f"/start {start}")
    await vera.sees("Выберите язык.")
    assert "Вас пригласили. Роль: Координатор школы — Аксёновская СОШ." in said(vera)
    assert town.database.mentions(vera.id) == []
    await vera.presses("Русский")
    await vera.presses("English")
    await vera.presses("Русский")
    await vera.presses("Не сейчас")
    await vera.presses("Вернуться к согласию")
    await vera.presses(RUSSIAN.agree)
    await vera.sees(RUSSIAN.name)
    assert "Приглашение принято. Ваша роль: Координатор школы — Аксёновская СОШ." in said(vera)
    await vera.sends(NAME)
    await vera.presses(RUSSIAN.teacher)
    await vera.presses(RUSSIAN.subject)
    await vera.presses(RUSSIAN.done)
    await vera.sends("12")
    await vera.sees(RUSSIAN.years)
    await vera.sends("2")
    await vera.presses(RUSSIAN.category)
    await vera.sees(SCHOOL)
    await vera.presses(RUSSIAN.right)
    await vera.sees("Здравствуйте")
    assert roles_of(town, vera) == [("coordinator", SCHOOL)]
    assert town.database.school(vera) == (SCHOOL, "active")

    await vera.sends(f"/start {start}")
    await town.box.idle()
    assert "Вы уже приняли это приглашение" in said(vera)
    boris = visitor(town, "Борис")
    await boris.sends(f"/start {start}")
    await boris.sees("Выберите язык.")
    assert "уже вошёл другой человек" in said(boris)
    await host.sends("/invite")
    await host.presses("Показать все")
    await host.presses("✓ Координатор")
    await host.sees(f"• {NAME}")


async def test_a_teacher_who_is_signed_up_gets_the_role_at_once(
    town: Town, host: Person, anna: Person
) -> None:
    await signs_up(anna)
    start = await invites(host, "Руководитель школы")
    await anna.sends(f"/start {start}")
    await anna.sees("Здравствуйте, Анна Петровна!")
    assert "Приглашение принято. Ваша роль: Руководитель школы" in said(anna)
    assert roles_of(town, anna) == [("head", SCHOOL)]


async def test_each_bad_link_has_its_sentence_and_the_way_stays_open(
    town: Town, host: Person
) -> None:
    revoked = await invites(host)
    await host.presses("Отозвать")
    await host.presses("Да, отозвать")
    assert "✕ отозвано" in panel(host)
    expired = await invites(host)
    token = new_token()
    with closing(sqlite3.connect(town.folder / "bot.db", timeout=10)) as database, database:
        newest = "(SELECT max(id) FROM invitation)"
        past = "2020-01-01 00:00:00.000000"
        database.execute(f"UPDATE invitation SET expires_at = ? WHERE id = {newest}", [past])
    sentences = {
        revoked: "Это приглашение отозвали.",
        expired: "Срок приглашения вышел.",
        f"i{token}": "оно от другого бота или удалено",
        revoked[:-2]: "неполная или с опечаткой",
    }
    vera = visitor(town)
    for start, sentence in sentences.items():
        await vera.sends(f"/start {start}")
        await town.box.idle()
        assert sentence in said(vera)
        assert "Выберите язык." in vera.screen
    assert town.database.mentions(vera.id) == []
    await vera.sends("/start other-parameter")
    await vera.presses(RUSSIAN.language)
    await vera.presses(RUSSIAN.agree)
    await vera.sees(RUSSIAN.name)
    assert roles_of(town, vera) == []


async def test_an_invitation_that_ends_before_the_consent_is_told_after_it(
    town: Town, host: Person
) -> None:
    start = await invites(host)
    first, second = visitor(town), visitor(town, "Борис")
    for person in (first, second):
        await person.sends(f"/start {start}")
        await person.presses(RUSSIAN.language)
    await first.presses(RUSSIAN.agree)
    await first.sees(RUSSIAN.name)
    await second.presses(RUSSIAN.agree)
    await second.sees(RUSSIAN.name)
    assert "уже вошёл другой человек" in said(second)
    assert (len(roles_of(town, first)), roles_of(town, second)) == (1, [])


async def test_a_spreadsheet_of_coordinators_becomes_links_that_work(
    town: Town, host: Person
) -> None:
    head = ["Школа", "ФИО", "Роль", "Примечание"]
    await host.presses("Загрузить список")
    await host.presses("Образец таблицы")
    await host.sees_document("координаторы")
    bad = xlsx(head, ["Аксенавская СОШ", NAME, "", ""], [OTHER, "=1+1", "директор", ""])
    await host.sends_document("плохая.xlsx", bad)
    await host.sees("Строк с ошибками: 2")
    assert "Похожая: «Аксёновская СОШ»" in panel(host)
    before = town.database.rows("SELECT count(*) FROM invitation")
    await host.presses("Отчёт по строкам")
    await host.sees_document("Проверка таблицы")
    assert town.database.rows("SELECT count(*) FROM invitation") == before

    oleg_s = [OTHER, "Ильин Олег Петрович", "директор", "+7 912 000-00-00"]
    good = xlsx(head, [SCHOOL, NAME, "", ""], oleg_s)
    await host.sends_document("координаторы.xlsx", good)
    await host.presses("Создать ссылки: 2")
    assert alert(host).startswith("Ссылки созданы")
    document = await host.sees_document("Личные ссылки")
    book = openpyxl.load_workbook(BytesIO(await host.downloads(document)))
    rows = list(book.active.iter_rows(min_row=2, values_only=True))
    assert [row[:3] for row in rows] == [
        (SCHOOL, NAME, "Координатор школы"),
        (OTHER, "Ильин Олег Петрович", "Руководитель школы"),
    ]
    assert rows[1][5] == "'+7 912 000-00-00"  # no program takes it for a formula
    found = LINK.fullmatch(rows[1][3])
    assert found
    oleg = visitor(town, "Олег")
    await comes(oleg, found[2])
    assert roles_of(town, oleg) == [("head", OTHER)]
    assert town.database.mentions("Ильин Олег") == []
