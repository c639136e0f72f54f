"""No consent, no data: declining leaves no trace, and nothing goes on without agreement."""

from __future__ import annotations

import pytest

from content import load_consent
from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import alert, data_of, signs_up

VERSION = load_consent().version


@pytest.fixture
def vera(town: Town) -> Person:
    return town.person("Верония", "Неведомская", username="veronia_n", user_id=7_312_450_981)


async def test_who_declines_leaves_no_trace_and_may_come_back(town: Town, vera: Person) -> None:
    await vera.sends("/start")
    await vera.presses("Русский")
    await vera.presses("Не сейчас")
    await vera.sees("Хорошо. Я ничего не сохранил.")
    await vera.sends("Здравствуйте, я Верония")
    await vera.sends("/assessment")
    await vera.sends("/forget")
    await town.box.idle(quiet=0.6)
    assert town.database.mentions(vera.id, "Верония", "Неведомская", "veronia") == []
    await vera.presses("Русский")
    await vera.presses("Согласен / согласна")
    await vera.sees("Как вас зовут?")
    assert town.database.field(vera, "locale") == "ru"


async def test_the_consent_can_be_read_in_the_other_language_first(
    town: Town, anna: Person
) -> None:
    await anna.sends("/start")
    await anna.presses("Русский")
    await anna.presses("English")
    await anna.sees("Consent to the processing of personal data")
    await anna.presses("Русский")
    await anna.presses("Не сейчас")
    await anna.presses("Вернуться к согласию")
    await anna.sees("Прежде чем начать — о ваших данных.")
    assert town.database.mentions(anna.id) == []


async def test_agreeing_to_another_version_of_the_document_is_refused(
    town: Town, anna: Person
) -> None:
    await anna.sends("/start")
    await anna.presses("Русский")
    agree = data_of(anna, "Согласен")
    assert agree.startswith(f"consent:1:ru:{VERSION}")
    await anna.taps("consent:1:ru:0")
    assert alert(anna).startswith("Документ о согласии обновился.")
    assert town.database.mentions(anna.id) == []


async def test_agreeing_twice_at_once_makes_one_person(town: Town, anna: Person) -> None:
    await anna.sends("/start")
    await anna.presses("Русский")
    agree = data_of(anna, "Согласен")
    await anna.taps(agree, wait=False)
    await anna.taps(agree)
    await town.box.idle()
    assert anna.screen.startswith("Знакомство: шаг 1 из 7")
    assert len(town.database.rows("SELECT 1 FROM person WHERE telegram_id = ?", anna.id)) == 1


@pytest.mark.parametrize("command", ["/menu", "/assessment", "/results", "/profile", "/help"])
async def test_no_command_works_before_the_consent(town: Town, anna: Person, command: str) -> None:
    await anna.sends(command)
    await anna.sees("Выберите язык.")
    assert town.database.mentions(anna.id) == []


async def test_an_old_consent_button_does_not_disturb_who_is_registered(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    await anna.taps(f"consent:1:ru:{VERSION}")
    await town.box.idle()
    assert anna.screen.startswith("Здравствуйте, Анна Петровна!")
    await anna.taps("consent:0:ru:1")
    await town.box.idle()
    assert town.database.field(anna, "registered_at")
