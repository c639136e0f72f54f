"""A teacher and a head on their whole way, from the first word to the document in the hand."""

from __future__ import annotations

import io
import re

from docx import Document

from sandbox import Person
from tests.e2e.running import Town, eventually
from tests.e2e.stories import (
    ENGLISH,
    answers,
    begins,
    panel,
    said_to,
    signs_up,
    takes_the_assessment,
    wishes_nothing,
)

PNG = b"\x89PNG"


async def test_a_teacher_goes_from_the_first_word_to_the_menu(town: Town, anna: Person) -> None:
    await anna.sends("/start")
    await anna.sees("Здравствуйте! Это бот методической службы для педагогов — ИМЦ.")
    await anna.presses("Русский")
    await anna.sees("Согласие на обработку персональных данных")
    await anna.presses("Согласен / согласна")
    await anna.sees("Знакомство: шаг 1 из 7")
    await anna.sends("  иванова   анна-мария ПЕТРОВНА ")
    await anna.sees("В списке 14 организаций")
    await anna.presses("Аксёновская СОШ")
    await anna.presses("Педагог")
    await anna.presses("Математика")
    await anna.presses("Физика")
    await anna.presses("✓ Математика")
    await anna.presses("Готово ›")
    await anna.sends("12 лет")
    await anna.sees("Сколько лет вы в нынешней должности?")
    await anna.sends("15")
    await anna.sees("В должности 15, а в образовании 12: так не бывает.")
    await anna.presses("2 года")
    await anna.presses("Первая")
    await anna.sees("Всё верно?")
    assert "Предметы: Физика" in anna.screen
    assert "Стаж: 12 лет" in anna.screen
    assert town.database.field(anna, "registered_at") is None
    await anna.presses("Всё верно")
    await anna.sees("Начните с самооценки: 42 пункта, около 10 минут.")
    assert town.database.field(anna, "registered_at")


async def test_every_line_of_the_profile_can_be_corrected(town: Town, anna: Person) -> None:
    await signs_up(anna)
    await anna.presses("Мой профиль")
    await anna.presses("Имя")
    await anna.sends("Петрова Анна Сергеевна")
    await anna.sees("Имя: Петрова Анна Сергеевна")
    await anna.presses("Школа")
    await anna.presses("Ашеванская ООШ")
    await anna.presses("Предметы")
    await anna.presses("Физика")
    await anna.presses("Готово ›")
    await anna.presses("Стаж")
    await anna.sends("менее года")
    await anna.sees("Сколько лет вы в нынешней должности?")
    await anna.presses("Меньше года")
    await anna.presses("Категория")
    await anna.presses("Нет категории")
    await anna.sees("Переход ждёт подтверждения: Ашеванская ООШ")
    assert "Предметы: Математика, Физика" in anna.screen
    assert "Стаж: меньше года" in anna.screen
    assert "По правилам вашего муниципалитета вы — молодой специалист" in anna.screen
    assert town.database.field(anna, "full_name") == "Петрова Анна Сергеевна"
    assert town.database.field(anna, "experience_years") == 0


async def test_a_teacher_answers_everything_and_takes_the_result_home(
    town: Town, anna: Person
) -> None:
    await signs_up(anna)
    await begins(anna)
    await anna.sees("Пункт 1 из 42")
    await answers(anna, "0 · Не владею", "1 · Частично", "2 · Применяю", "Не относится ко мне")
    await answers(anna, "3 · Могу научить", "1 · Частично")
    await anna.sees("Пункт 7 из 42 ▓")
    await answers(anna, *["3 · Могу научить"] * 6, *["2 · Применяю"] * 30)
    assert town.database.answers(anna) == [0, 1, 2, None, 3, 1, *[3] * 6, *[2] * 30]

    await anna.presses("Да, по предмету")
    await anna.presses("Пока нет")
    await anna.presses("Вебинар")
    await anna.presses("Семинар")
    await anna.presses("Готово ›")
    await anna.sends("Слишком " * 200)
    await anna.sees("В ответе 1\xa0599 знаков, помещается 1\xa0000. Сократите и отправьте ещё раз")
    await anna.sends("Хочу <научиться> & не бояться")
    await anna.sees("Отвечено: 41 из 42.")
    assert "«Не относится ко мне» — 1. Верно?" in anna.screen
    assert town.database.wishes(anna) == {
        "req_mentor_need": ('["subject"]', None),
        "req_mentor_offer": ('["not_now"]', None),
        "req_forms": ('["seminar", "webinar"]', None),
        "req_text": ("[]", "Хочу <научиться> & не бояться"),
    }

    await anna.presses("Закончить и увидеть результат")
    assert town.database.states(anna) == ["finished"]
    assert "Общий дефицит: 6\xa0% (чем меньше, тем лучше)" in panel(anna)
    assert "Выраженный дефицит\n40\xa0% · Обновлённые ФГОС и рабочая программа" in panel(anna)
    assert "Ваша сильная сторона: Предмет и содержание" in panel(anna)
    photo = await anna.sees_photo()
    assert (await anna.downloads(photo)).startswith(PNG)

    await anna.presses("Документ Word")
    text = _words(await anna.downloads(await anna.sees_document(".docx")))
    for expected in (
        "Иванова Анна Петровна",
        "40\xa0%",
        "Хочу <научиться> & не бояться",
        "Вебинар",
    ):
        assert expected in text

    await anna.presses("Что делать дальше")
    assert "40\xa0% · Выраженный дефицит. Направление 1 из 7." in panel(anna)
    assert "Ответы «Не владею»\n• Знаю, чем обновлённые ФГОС" in panel(anna)
    assert "Что можно сделать" in panel(anna)
    await anna.presses("‹ К результату")
    await anna.presses("Все результаты")
    assert "Ваши самооценки: 1" in panel(anna)
    await anna.presses("· 6\xa0%")
    assert "Общий дефицит: 6\xa0%" in panel(anna)


async def test_the_second_pass_shows_what_has_changed(town: Town, anna: Person) -> None:
    await signs_up(anna, "Руководитель")
    await takes_the_assessment(anna, 18, "1 · Частично")
    await anna.sees_photo()
    await anna.presses("В меню")
    await anna.presses("Пройти самооценку")
    assert "изменения обычно ещё не видны, но пройти снова можно и сейчас" in panel(anna)
    await anna.presses("Начать")
    await answers(anna, *["2 · Применяю"] * 18)
    await wishes_nothing(anna)
    await anna.presses("Закончить")
    assert "(−50)" in panel(anna)
    await anna.presses("Все результаты")
    await anna.presses("Сравнить два результата")
    assert "50\xa0% → 0\xa0% (−50)" in panel(anna)
    assert town.database.states(anna) == ["finished", "finished"]


async def test_a_head_does_everything_in_english(town: Town) -> None:
    john = town.person("John", "Smith", language_code="en")
    await john.sends("/start")
    await john.sees("Hello! This is the bot of the teachers’ support service — Methodical Centre.")
    await signs_up(john, "Head", "Smith John", ENGLISH)
    assert "18 items, about 5 minutes" in john.screen
    await begins(john, ENGLISH)
    await john.sees("Item 1 of 18")
    await answers(john, "0 · Not yet", "Does not apply to me", *["2 · I do this"] * 16)
    await john.presses("Yes")
    await john.presses("Not for now")
    await john.presses("Webinar")
    await john.presses("Done ›")
    await john.sends("word " * 300)
    await john.sees("The answer has 1,499 characters; the limit is 1,000.")
    await john.sends("How to keep young teachers")
    await john.sees("Answered: 17 of 18")
    await john.presses("Finish and see the result")
    assert "lower is better" in panel(john)
    await john.sees_photo()
    await john.presses("Word document")
    document = await john.sees_document(".docx")
    await john.presses("What to do next")
    await john.presses("›")
    await john.presses("‹ To the result")
    await john.presses("All results")
    await john.presses("Menu")
    await john.presses("My profile")
    await john.presses("Menu")
    for command in ("/help", "/forget", "/language"):
        await john.sends(command)
        await town.box.idle()

    said = said_to(town.box, john)
    hello = next(number for number, text in enumerate(said) if text.startswith("Before we begin"))
    words = [text.replace("Русский", "") for text in said[hello:]]  # the name of a language
    assert not [text for text in words if re.search("[а-яё]", text, re.I)]
    assert not re.search("[а-яё]", _words(await john.downloads(document)), re.IGNORECASE)


async def test_the_chart_is_drawn_once_and_sent_again_from_telegram(
    town: Town, anna: Person
) -> None:
    await signs_up(anna, "Руководитель")
    await takes_the_assessment(anna, 18)
    await anna.sees_photo()
    await anna.presses("Диаграмма")

    def photos() -> list[str]:
        sent = [message["photo"][-1] for message in anna.bot_messages if "photo" in message]
        return [photo["file_unique_id"] for photo in sent]

    await eventually(lambda: len(photos()) == 2, 15)
    assert len(set(photos())) == 1


def _words(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [p.text for section in document.sections for p in section.footer.paragraphs]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *footers])
