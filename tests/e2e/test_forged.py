"""Old, forged and repeated buttons: always answered, never obeyed."""

from __future__ import annotations

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import (
    OLD_BUTTON,
    SEPARATOR,
    agrees,
    alert,
    answers,
    begins,
    data_of,
    fills_in,
    item_number,
    panel,
    panel_message,
    screen_id,
    signs_up,
    takes_the_assessment,
    wishes_nothing,
)

RUBBISH = [
    "a",
    "a:",
    "a:999:9",
    "a:-1:2",
    "a:0:2:3",
    "a:2:4",
    "a:2:-1",
    "a:2:2.0",
    "a:٢:٢",
    "a:²:1",
    "a:99999999999999999999999999:1",
    "a:2:99999999999",
    "a:\x00:\x00",
    "one:req_mentor_need:subject",
    "one:nothing:nothing",
    "many:req_forms:webinar:1",
    "many:",
    "revise:999999999999",
    "revise:17",
    "revise:x",
    "finish",
    "review",
    "fwd",
    "confirm",
    "skip",
    "unknown",
    "unknown:1",
    "",
    ":::",
    "page",
]


@pytest.fixture
async def anna(town: Town, anna: Person) -> Person:
    """Anna is a head on the third of 18 items, and whoever confirms heads has been told."""
    await signs_up(anna, "Руководитель")
    await begins(anna)
    await answers(anna, "2 · Применяю", "1 · Частично")
    await town.has_told()
    return anna


async def test_rubbish_on_the_living_screen_changes_nothing(town: Town, anna: Person) -> None:
    before = town.database.content()
    for rubbish in RUBBISH:
        await anna.taps(f"{screen_id(anna)}{SEPARATOR}{rubbish}")
        await town.box.idle(quiet=0.05)
        assert "сломалось" not in alert(anna), rubbish
        assert item_number(anna) == 3, rubbish
    assert _steady(town, before)
    await anna.presses("0 · Не владею")
    assert town.database.answers(anna) == [2, 1, 0]


@pytest.mark.parametrize(
    "data",
    [
        "x",
        "ю" * 32,
        "\x1d",
        "\x1d\x1d\x1d",
        "AAAAAA\x1da:0:3",
        "AAAAAA\x1d",
        "lang:",
        "lang:xx",
        "lang:ru:en",
        "consent:1:ru",
        "consent:maybe:ru:1",
        "consent:1:xx:99",
        "aiogd:1",
        "0" * 64,
        "💥" * 16,
    ],
)
async def test_noise_instead_of_a_button_is_answered(town: Town, anna: Person, data: str) -> None:
    before = town.database.content()
    await anna.taps(data)
    await town.box.idle(quiet=0.05)
    assert "сломалось" not in alert(anna)
    assert _steady(town, before)


async def test_a_button_of_a_vanished_message_is_answered(town: Town, anna: Person) -> None:
    await anna.taps(data_of(anna, "0 · Не владею"), message_id=999_999)
    await anna.taps("AAAAAA\x1da:0:3", message_id=999_999)
    await anna.taps("nothing", message_id=0)
    await town.box.idle()
    assert "сломалось" not in str(anna.alerts)
    await anna.sends("/menu")
    await anna.presses("Продолжить самооценку")


async def test_the_buttons_of_another_person_do_not_work(town: Town, anna: Person) -> None:
    boris = town.person("Борис", "Петров")
    await signs_up(boris, "Руководитель", "Петров Борис")
    await begins(boris)
    await town.has_told()
    before = town.database.content()
    await boris.taps(data_of(anna, "0 · Не владею"))
    await boris.taps(data_of(anna, "Пауза"), message_id=anna.last["message_id"])
    assert OLD_BUTTON in alert(boris)
    await town.box.idle()
    assert town.database.content() == before
    assert item_number(anna) == 3


async def test_the_result_of_another_person_does_not_open(town: Town, anna: Person) -> None:
    boris = town.person("Борис", "Петров")
    await signs_up(boris, "Руководитель", "Петров Борис")
    await takes_the_assessment(boris, 18, "0 · Не владею")
    await boris.sees_photo()
    await boris.presses("Все результаты")
    theirs = data_of(boris, " · ").partition(":")[2]
    await answers(anna, *["2 · Применяю"] * 16)
    await wishes_nothing(anna)
    await anna.presses("Закончить")
    await anna.presses("Все результаты")
    await anna.taps(f"{screen_id(anna)}{SEPARATOR}pass:{theirs}")
    await town.box.idle()
    assert alert(anna) == "Это чужая или удалённая самооценка, открыть её нельзя."
    assert "100 %" not in panel(anna)
    await anna.sends("/results")
    await anna.sees("Ваши самооценки: 1")


async def test_the_buttons_of_a_finished_assessment_are_over(town: Town, anna: Person) -> None:
    item = data_of(anna, "0 · Не владею")
    await answers(anna, *["2 · Применяю"] * 16)
    await wishes_nothing(anna)
    finish = data_of(anna, "Закончить")
    await anna.presses("Закончить")
    await anna.sees_photo()
    await town.box.idle()
    before = town.database.content()
    for old in (item, finish):
        await anna.taps(old, panel_message(anna)["message_id"])
        await town.box.idle()
        assert OLD_BUTTON in alert(anna)
    assert town.database.content() == before
    assert "Общий дефицит" in panel(anna)


async def test_two_taps_at_once_on_an_answer_are_one_answer(town: Town, anna: Person) -> None:
    data = data_of(anna, "0 · Не владею")
    await anna.taps(data, wait=False)
    await anna.taps(data)
    await town.box.idle()
    assert town.database.answers(anna) == [2, 1, 0]
    assert item_number(anna) == 4


async def test_two_taps_at_once_on_finish_make_one_result(town: Town, anna: Person) -> None:
    await answers(anna, *["2 · Применяю"] * 16)
    await wishes_nothing(anna)
    data = data_of(anna, "Закончить")
    await anna.taps(data, wait=False)
    await anna.taps(data)
    await anna.sees_photo()
    await town.box.idle()
    assert town.database.states(anna) == ["finished"]
    assert len([message for message in anna.bot_messages if "photo" in message]) == 1
    assert "Общий дефицит" in panel(anna)


async def test_two_taps_at_once_on_the_summary_lead_to_the_menu(town: Town) -> None:
    boris = town.person("Борис", "Белов")
    await agrees(boris)
    await fills_in(boris, name="Белов Борис")
    data = data_of(boris, "Всё верно")
    await boris.taps(data, wait=False)
    await boris.taps(data)
    await town.box.idle()
    assert panel(boris).startswith("Здравствуйте!")
    assert town.database.field(boris, "registered_at")


async def test_the_same_update_twice_is_one_update(town: Town, anna: Person) -> None:
    await anna.presses("0 · Не владею")
    await anna.presses("‹ Назад")
    await anna.presses("3 · Могу научить")
    for update in town.box.updates[-3:]:
        await anna.replays(update)
    await town.box.idle()
    assert town.database.answers(anna) == [2, 1, 3]
    assert item_number(anna) == 4


def _steady(town: Town, before: dict[str, list[tuple[object, ...]]]) -> bool:
    """Nothing of value changed; the shown step of an assessment may have, and what the bot notes
    by itself: pictures of earlier stories, runs of its jobs."""
    now = town.database.content()
    same = now.keys() - {"assessment", "media_file", "job_run", "setting"}
    return all(now[table] == before[table] for table in same)
