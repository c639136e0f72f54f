"""Results as files, read back as a spreadsheet, Word and a phone read them."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import openpyxl
import pytest
from aiogram.types import User
from docx import Document
from PIL import Image

from bot.background import Background
from bot.context import Ctx
from bot.l10n import LOCALES, Localizer
from bot.reports.indicator_files import send_results, write_table
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.collecting import METHODIST
from tests.services.measuring import NOW, WHY, WORDS, Measured, answered, measured, school
from tests.wiring import build_services


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Measured:
    return await measured(await build_services(uow, clock), clock)


@cache
def texts() -> Localizer:
    return Localizer(strict=True)


async def ctx_of(town: Measured, locale: str = "ru") -> Ctx:
    localizer = texts()
    person = await town.services.people.find(METHODIST)
    user = User(id=METHODIST, is_bot=False, first_name="Зоя")
    return Ctx(town.services, localizer, localizer[locale], user, person, Background())


async def book(town: Measured, folder: Path, locale: str = "ru") -> dict[str, list[Any]]:
    """The rows of each sheet."""
    path = folder / "results.xlsx"
    await write_table(await ctx_of(town, locale), town.autumn.id, path)
    found = openpyxl.load_workbook(path)
    return {one.title: list(one.iter_rows(values_only=True)) for one in found.worksheets}


async def test_the_workbook_has_indicators_schools_reasons_and_history(
    town: Measured, clock: FixedClock, tmp_path: Path
) -> None:
    await answered(town, clock)
    await town.services.monitoring.checking.give_back(
        town.methodist, town.autumn.request(1), {"site": "=Проверьте сайт"}
    )
    sheets = await book(town, tmp_path)
    assert list(sheets) == ["Показатели", "Школы", "Причины", "История", "Словами"]
    indicators = sheets["Показатели"]
    head = next(number for number, row in enumerate(indicators) if row[0] == "№")
    assert [row[0] for row in indicators[1:2]] == [NOW]
    columns = indicators[head]
    rows = [dict(zip(columns, row, strict=True)) for row in indicators[head + 1 :]]
    first = rows[0]
    assert (first["Числитель"], first["Знаменатель"], first["Значение"]) == (5, 15, 33.3)
    assert (first["Порог"], first["Порог выполнен"]) == ("не меньше 20\xa0%", "да")
    assert (first["Школ с данными"], first["Школ спрошено"]) == (3, 5)
    assert (first["Прошлый период"], first["Изменение"]) == (20, 13.3)
    assert [row["Значение"] for row in rows] == [33.3, 16.7, 60, 7]
    schools = sheets["Школы"]
    by_title = {row[0]: dict(zip(schools[0], row, strict=True)) for row in schools[1:]}
    assert len(by_title) == 5 + 2
    low = next(row for row in by_title.values() if row["Показатель: mentoring, %"] == 10)
    assert (low["Число: staff"], low["Число: site"], low["Вовремя"]) == (40, "да", "да")
    assert isinstance(low["Ответ получен"], datetime)
    late = next(row for row in by_title.values() if row["Вовремя"] == "с опозданием")
    assert (late["Число: staff"], late["Показатель: youth, %"]) == ("нет данных", None)
    assert by_title["Всего"]["Число: staff"] == 90
    assert by_title["Методическая служба"]["Число: events"] == 7
    kinds = [row[1] for row in sheets["Причины"][1:]]
    assert sorted(kinds) == sorted(
        ["ниже порога", "на исправлении", "опоздание", *["нет данных"] * 3, "не ответила"]
    )
    reasons = {row[5] for row in sheets["Причины"][1:]}
    assert {f"'{WHY}", "'=Проверьте сайт", "Нет приказа"} <= reasons
    history = sheets["История"]
    assert "возвращено" in {row[3] for row in history}
    assert all(isinstance(row[0], datetime) for row in history[1:])
    assert "Ершова" not in str(history)
    assert sheets["Словами"][1][2] == f"'{WORDS}"


async def test_files_keep_sums_of_too_few_schools_to_themselves_and_failures_are_told(
    town: Measured, tmp_path: Path
) -> None:
    await _a_failure_is_told(town)
    await school(town.autumn, town.services, 0, (40, 10, 1, 1))
    sheets = await book(town, tmp_path, "en")
    rows = sheets["Indicators"][-4:]
    assert [row[4:8:3] for row in rows] == [(None, None)] * 4
    assert "2 missing" in str(rows[0][14])
    assert sheets["Schools"][-1] == ("Total (too few answers)", *[None] * 13)
    paper = await summary(town, "en")
    assert "2 are missing" in paper
    assert "25" not in paper


async def summary(town: Measured, locale: str = "ru") -> str:
    """All that the paper for the council says."""
    bot = AsyncMock()
    await send_results(bot, await ctx_of(town, locale), town.autumn.id, "summary")
    file = bot.send_document.await_args.args[1]
    document = Document(BytesIO(file.data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


async def test_the_paper_leaves_room_and_names_nobody_and_pictures_fit_a_phone(
    town: Measured, clock: FixedClock
) -> None:
    await answered(town, clock)
    await _fit_a_phone(town)
    paper = await summary(town)
    silent = (await town.services.schools.page(0)).schools[4].name
    for words in (
        NOW,
        "33,3\xa0%",
        "не меньше 20\xa0%",
        silent,
        WORDS,
        "Выводы",
        "Решения",
        "Подпись",
    ):
        assert words in paper, words
    assert "Мерц" not in paper
    assert "Ершова" not in paper


async def _fit_a_phone(town: Measured) -> None:
    for file, locale in product(("progress", "picture"), LOCALES):
        bot = AsyncMock()
        await send_results(bot, await ctx_of(town, locale), town.autumn.id, file)
        assert bot.send_message.await_count == 0
        png = bot.send_photo.await_args.args[1].data
        image = Image.open(BytesIO(png))
        assert image.width == 1080
        assert image.height < 4 * image.width
        assert len(png) < 200_000


async def _a_failure_is_told(town: Measured) -> None:
    bot = AsyncMock()
    bot.send_document.side_effect = RuntimeError
    with pytest.raises(RuntimeError):
        await send_results(bot, await ctx_of(town), town.autumn.id, "table")
    assert "Не получилось" in bot.send_message.await_args.args[1]
