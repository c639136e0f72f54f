"""Being forgotten, speaking another language, asking for help, saying something unexpected."""

from __future__ import annotations

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import (
    ENGLISH,
    agrees,
    alert,
    answers,
    begins,
    data_of,
    panel,
    panel_message,
    signs_up,
    takes_the_assessment,
)
from tests.e2e.test_signup import PIXEL


async def test_who_is_forgotten_leaves_only_numbers_and_may_start_afresh(
    town: Town, anna: Person
) -> None:
    await signs_up(anna, "Руководитель", name="Незабудкина Евлалия")
    await takes_the_assessment(anna, 18, "1 · Частично")
    await anna.sees_photo()
    await anna.sends("/assessment")
    await anna.presses("Начать")
    await answers(anna, "0 · Не владею")
    (me,) = town.database.rows("SELECT id FROM person WHERE telegram_id = ?", anna.id)
    finished = town.database.rows("SELECT max(id) FROM assessment WHERE state = 'finished'")[0]

    await anna.sends("/forget")
    await anna.sees("Отозвать согласие и удалить данные?")
    assert "незаконченная самооценка" in anna.screen
    assert "результаты законченных самооценок без имени — как общая статистика" in anna.screen
    assert "Вернуть удалённое нельзя." in anna.screen
    assert town.database.field(anna, "full_name") == "Незабудкина Евлалия"
    await anna.presses("Да, удалить")
    await anna.sees("Если захотите вернуться, отправьте /start.")

    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id, "Незабудкина", f"result:{finished[0]}:") == []
    log = "SELECT kind, actor_id FROM audit_entry WHERE subject_id = ? ORDER BY id"
    assert town.database.rows(log, *me)[-1] == ("person-forgotten", *me)
    assert town.database.rows("SELECT 1 FROM assessment WHERE person_id = ?", *me) == []
    kept = town.database.rows("SELECT person_id, state FROM assessment WHERE id = ?", *finished)
    assert kept == [(None, "finished")]

    await signs_up(anna)
    assert "Начните с самооценки" in anna.screen
    assert "Результаты" not in str(anna.buttons)


async def test_who_changes_their_mind_is_not_forgotten(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.sends("/forget")
    await anna.sees("Законченных самооценок у вас нет.")
    await anna.presses("В меню")
    await anna.sees("Здравствуйте, Анна Петровна!")
    assert town.database.field(anna, "full_name")


async def test_buttons_from_before_being_forgotten_bring_nothing_back(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    await begins(anna)
    answer = data_of(anna, "2 · Применяю")
    await anna.sends("/forget")
    await anna.sees("Отозвать согласие и удалить данные?")
    yes = data_of(anna, "Да, удалить")
    screen = panel_message(anna)["message_id"]
    await anna.presses("Да, удалить")
    for old in (answer, yes, "\x1dmenu", "AAAAAA\x1dmenu"):
        await anna.taps(old, screen)
        await town.box.idle()
        assert "сломалось" not in alert(anna)
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id) == []


async def test_colleagues_no_longer_meet_whoever_is_forgotten(
    town: Town, anna: Person, admin: Person
) -> None:
    await signs_up(anna, name="Неуловимова Анна Глебовна")
    ((me,),) = town.database.rows("SELECT id FROM person WHERE telegram_id = ?", anna.id)
    await admin.sends("/people")
    await admin.sees("Люди")
    await admin.sends("Неуловимова Анна Глебовна")
    await admin.sees("нашлось: 1")
    await admin.presses("Неуловимова Анна Глебовна")
    await admin.sees("Предметы: Математика")

    await anna.sends("/forget")
    await anna.presses("Да, удалить")
    await anna.sees("согласие отозвано")
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id, "Неуловимова") == []

    await admin.presses("Роли")
    assert "он удалил свои данные" in alert(admin)
    await admin.sends("/audit")
    await admin.sees(f"Удалённый человек № {me}")
    assert "Неуловимова" not in admin.screen
    await admin.sends("/people")
    await admin.sees("Люди")
    await admin.sends("Неуловимова")
    await admin.sees("никого не нашлось")


async def test_who_is_half_way_through_sign_up_can_be_forgotten_too(
    town: Town, anna: Person
) -> None:
    await agrees(anna)
    await anna.sends("Недолгая Анна")
    await anna.sees("Где вы работаете?")
    await anna.sends("/forget")
    await anna.presses("Да, удалить")
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(anna.id, "Недолгая") == []


async def test_everything_follows_the_chosen_language(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.sends("/language")
    await anna.sees("На каком языке вам удобнее?")
    await anna.presses("English")
    await anna.sees("Begin with the self-assessment: 42 items, about 10 minutes.")
    await begins(anna, ENGLISH)
    await anna.sees("Item 1 of 42")
    await anna.sends("/language")
    await anna.presses("Русский")
    await anna.presses("Продолжить самооценку (0 из 42)")
    await anna.presses("Продолжить")
    await anna.sees("Пункт 1 из 42")
    assert town.database.field(anna, "locale") == "ru"


async def test_the_language_of_telegram_decides_the_first_greeting(town: Town) -> None:
    for code, first in (("ru", "Русский"), ("en-GB", "English"), ("de", "English")):
        guest = town.person("Guest", None, language_code=code)
        await guest.sends("/start")
        await guest.sees("Methodical Centre")
        assert guest.buttons[0][0] == first
    unknown = town.person("Guest", None, language_code=None)
    await unknown.sends("/start")
    await unknown.sees("ИМЦ")
    assert unknown.buttons[0][0] == "Русский"


async def test_help_says_what_the_bot_can_do(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.sends("/help")
    await anna.sees("Что я умею")
    named = {f"/{entry['command']}" for entry in town.box.commands()}
    assert named - {"/help"} <= set(anna.screen.split())
    await anna.presses("В меню")
    await anna.sees("Здравствуйте, Анна Петровна!")


@pytest.mark.parametrize("text", ["Когда аттестация?", "/unknown", "/start ref_42", "🙂", "1"])
async def test_words_at_the_menu_get_a_helpful_answer(town: Town, anna: Person, text: str) -> None:
    await signs_up(anna)
    await anna.sends(text)
    await town.box.idle()
    assert "Здравствуйте, Анна Петровна!" in panel(anna)
    assert ["Пройти самооценку"] in anna.buttons


async def test_a_picture_at_the_menu_gets_a_helpful_answer(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.sends_photo(PIXEL)
    await anna.sees("Здесь я понимаю только кнопки")
    assert ["Пройти самооценку"] in anna.buttons


async def test_an_edited_message_and_a_blocked_bot_disturb_nobody(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.edits(anna.messages[0]["message_id"], "/start again")
    await anna.presses("Пройти самооценку")
    await anna.taps(data_of(anna, "Начать"), wait=False)
    await anna.blocks()
    await town.box.idle()
    await anna.unblocks()
    await anna.sends("/menu")
    await anna.sees("Здравствуйте, Анна Петровна!")
