"""Roles in the running bot: claimed, given, ended; schools changed; foreign buttons replayed."""

from __future__ import annotations

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import alert, appoints, data_of, panel, said_to, signs_up

HERE, THERE = "Аксёновская СОШ", "Ашеванская ООШ"


async def finds(person: Person, name: str) -> None:
    """Turn the pages of the queue until this person shows; other stories leave claims too."""
    for _ in range(60):
        if name in panel(person):
            return
        await person.presses("›")
    raise AssertionError(f"{name} waits for nothing")


async def looks_at_the_claim_of(town: Town, admin: Person, name: str) -> None:
    await town.has_told()
    await admin.sends("/queue")
    await admin.presses("Подтвердить роль")
    await finds(admin, name)


def roles_of(town: Town, person: Person) -> list[tuple[str, str]]:
    """Roles with their states, as committed."""
    statement = """
        SELECT role, state FROM role_grant JOIN person ON person.id = person_id
        WHERE telegram_id = ? ORDER BY role_grant.id"""
    found: list[tuple[str, str]] = town.database.rows(statement, person.id)
    return found


async def test_a_head_waits_for_confirmation_and_then_sees_the_people_of_the_school(
    town: Town, anna: Person, admin: Person
) -> None:
    name = "Лебедев Олег Ильич"
    await signs_up(anna, "Руководитель", name)
    assert "Люди школы" not in str(anna.buttons)
    await anna.presses("Мой профиль")
    await anna.sees("Руководитель школы — Аксёновская СОШ: ждёт подтверждения методиста")
    await looks_at_the_claim_of(town, admin, name)
    await admin.presses("Подтвердить")
    await town.has_told()
    assert roles_of(town, anna) == [("head", "active")]
    await anna.sends("/menu")
    await anna.sees("Вы — руководитель школы, Аксёновская СОШ.")
    assert "Люди школы" in str(anna.buttons)


async def test_a_declined_claim_opens_nothing(town: Town, anna: Person, admin: Person) -> None:
    name = "Мельников Игорь Олегович"
    await signs_up(anna, "Заместитель", name)
    await looks_at_the_claim_of(town, admin, name)
    await admin.presses("Отклонить")
    await town.has_told()
    assert roles_of(town, anna) == [("head", "declined")]
    await anna.sends("/menu")
    await anna.sees("Здравствуйте")
    assert "Люди школы" not in str(anna.buttons)


async def test_a_teacher_moves_when_the_coordinator_of_the_new_school_agrees(
    town: Town, anna: Person, admin: Person
) -> None:
    kira = town.person("Кира", "Строева")
    await signs_up(kira, name="Строева Кира Павловна")
    await appoints(admin, "Строева Кира Павловна", "Координатор", school=THERE)
    await town.has_told()
    await signs_up(anna, name="Журавлёва Анна Петровна")
    await anna.presses("Мой профиль")
    await anna.presses("Школа")
    await anna.presses(THERE)
    await anna.sees(f"Переход ждёт подтверждения: {THERE}.")
    assert town.database.school(anna)[0] == HERE
    await kira.sees("Журавлёва Анна Петровна хочет перейти в другую школу")
    await kira.sends("/menu")
    await kira.presses("Заявки: 1")
    await kira.presses("Переход в школу: 1")
    await kira.sees("Журавлёва Анна Петровна")
    await kira.presses("Подтвердить")
    await kira.sees("Сейчас ничего не ждёт решения.")
    await town.has_told()
    assert town.database.school(anna)[0] == THERE
    await anna.sends("/profile")
    await anna.sees(f"Школа: {THERE}")
    assert "ждёт подтверждения" not in anna.screen


async def test_a_wish_for_another_school_can_be_taken_back(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.presses("Мой профиль")
    await anna.presses("Школа")
    await anna.presses(THERE)
    await anna.presses("Остаться в прежней школе")
    await town.box.idle()
    assert "ждёт подтверждения" not in anna.screen
    statement = """
        SELECT state FROM school_transfer JOIN person ON person.id = person_id
        WHERE telegram_id = ?"""
    assert town.database.rows(statement, anna.id) == [("withdrawn",)]


async def test_a_role_is_given_and_taken_back(town: Town, anna: Person, admin: Person) -> None:
    name = "Зверева Анна Игоревна"
    await signs_up(anna, name=name)
    await appoints(admin, name, "Координатор")
    await admin.sees("Координатор школы — Аксёновская СОШ, с ")
    await town.has_told()
    await anna.sends("/menu")
    await anna.sees("Вы — координатор школы, Аксёновская СОШ.")
    await admin.presses("Снять № 1")
    await admin.sees("закроется то, что роль давала: видеть людей своей школы")
    await admin.presses("Да, снять")
    await admin.sees("Ролей пока нет.")
    await town.has_told()
    await anna.sends("/menu")
    await town.box.idle()
    assert "Вы —" not in panel(anna)
    assert roles_of(town, anna) == [("coordinator", "ended")]


@pytest.mark.parametrize("label", ["Подтвердить", "Отклонить"])
async def test_a_replayed_button_of_an_admin_is_refused_and_changes_nothing(
    town: Town, anna: Person, admin: Person, label: str
) -> None:
    head = town.person("Пётр", "Иволгин")
    name = f"Иволгин Пётр {'Ильич' if label == 'Отклонить' else 'Олегович'}"
    await signs_up(head, "Руководитель", name)
    await signs_up(anna)
    await looks_at_the_claim_of(town, admin, name)
    forged, before = data_of(admin, label), roles_of(town, head)
    await anna.taps(forged)
    await town.box.idle()
    assert alert(anna)
    assert roles_of(town, head) == before == [("head", "claimed")]


async def test_who_works_in_the_service_needs_no_school_and_no_position(
    town: Town, admin: Person
) -> None:
    await admin.sends("/menu")
    await admin.sees("Вы — администратор.")
    assert "самооценку" not in str(admin.buttons)
    assert len(admin.buttons) <= 8
    await admin.sends("/assessment")
    await town.box.idle()
    assert any("Укажите её в профиле" in shown for shown in said_to(town.box, admin))
    await admin.sends("/profile")
    await admin.sees("Имени достаточно")
