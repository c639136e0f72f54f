"""A questionnaire of one's own, and what happens when its text changes in the middle."""

from __future__ import annotations

from pathlib import Path

from tests.content.test_format_docs import write_examples
from tests.e2e.running import Town
from tests.e2e.stories import alert, answers, begins, panel, signs_up

OLD, NEW = "Умею разобрать собственный урок.", "Умею разобрать урок коллеги."
ADDED = '\n          - {key: lesson_3, text: "Умею провести открытый урок."}'


async def test_an_assessment_is_finished_on_the_text_it_was_begun_with(
    folder: Path,
) -> None:
    own = write_examples("questionnaire-format.md", _made(folder / "versions"))
    async with Town(folder / "versions", {"questionnaire": str(own)}) as town:
        anna, vera = town.person(), town.person("Вера", "Белова")
        await signs_up(anna)
        assert "Начните с самооценки: 2 пункта, около 2 минут." in anna.screen
        await begins(anna)
        await anna.sees("Умею спроектировать урок от результата.")
        await answers(anna, "1 · Частично")
        await anna.sees(OLD)

        assert await town.stops() == 0
        text = own.read_text("utf-8").replace('version: "1"', 'version: "2"').replace(OLD, NEW)
        place = text.index(NEW) + len(NEW) + 2
        own.write_text(text[:place] + ADDED + text[place:], "utf-8")
        own.with_name("own.en.yaml").unlink()
        await town.starts()

        await anna.presses("2 · Применяю")
        assert not alert(anna)
        await anna.sees("Нужен ли вам наставник?")
        await anna.presses("Пока нет")
        await anna.presses("Пропустить ›")
        await anna.sees("Отвечено: 2 из 2.")
        await anna.presses("Закончить")
        assert "Общий дефицит: 25\xa0%" in panel(anna)
        await anna.sees_photo()

        await signs_up(vera, name="Белова Вера")
        assert "3 пункта" in vera.screen
        await begins(vera)
        await answers(vera, "2 · Применяю")
        await vera.sees(NEW)
        versions = town.database.rows("SELECT version FROM questionnaire_version ORDER BY id")
        assert versions == [("1",), ("2",)]


def _made(place: Path) -> Path:
    place.mkdir()
    return place
