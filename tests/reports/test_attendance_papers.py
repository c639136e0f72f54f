"""Certificates and the table of participants, read back as Word and a spreadsheet read them."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from aiogram.types import User
from docx import Document

from bot.background import Background
from bot.context import Ctx
from bot.l10n import LOCALES, Localizer
from bot.reports.certificate import write_certificate
from bot.reports.certificates import certificate_paper
from bot.reports.participants import COLUMNS, participants_table
from services.events.certificates import Certificate
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, METHODIST, Colleagues, gather
from tests.services.happenings import publish
from tests.wiring import build_services

SOON, LASTS = timedelta(hours=3), timedelta(minutes=90)


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Colleagues:
    return await gather(await build_services(uow, clock, admin_ids=[ADMIN]))


async def ctx_of(town: Colleagues, locale: str = "ru") -> Ctx:
    localizer = Localizer(strict=True)
    person = await town.services.people.find(METHODIST)
    user = User(id=METHODIST, is_bot=False, first_name="Мария")
    return Ctx(town.services, localizer, localizer[locale], user, person, Background())


@pytest.fixture
async def event(town: Colleagues, clock: FixedClock) -> int:
    """A seminar of an hour and a half: the teacher came, the stranger waits, the head walked in."""
    places, begins = town.services.events.places, clock.now() + SOON
    event = await publish(
        town.services, after=SOON, seats=1, ends_at=begins + LASTS, form="seminar",
        level="municipal", title='Критерии <b>&" оценивания', organiser="Соколова М. И.",
    )  # fmt: skip
    for person in (town.teacher, town.stranger):
        await places.register(person, event)
    clock.advance(SOON)
    for person in (town.teacher, town.head):
        await town.services.events.attendance.mark(town.methodist, event, person, True)
    return event


async def certificate(town: Colleagues, clock: FixedClock, event: int) -> Certificate:
    clock.advance(LASTS)
    return await town.services.events.certificates.certificate(town.teacher, event)


def texts(data: bytes) -> list[str]:
    """Everything on the page, from top to bottom."""
    document: Any = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [text for text in (*(one.text for one in document.paragraphs), *cells) if text]


async def test_a_certificate_says_who_took_part_in_what_when_and_for_how_long(
    town: Colleagues, clock: FixedClock, event: int
) -> None:
    found = await certificate(town, clock, event)
    said = texts(write_certificate(certificate_paper(await ctx_of(town), found)))
    assert said[:9] == [
        town.services.profile.operator.name.ru,
        "Усть-Ишимский муниципальный район",
        "СПРАВКА ОБ УЧАСТИИ",
        f"№ {event}-{found.number.partition('-')[2]}",
        "Настоящая справка подтверждает, что",
        "Щукина Юлия Геннадьевна",
        "Педагог, Аксёновская СОШ",
        "принял(а) участие в событии",
        '«Критерии <b>&" оценивания»',
    ]
    pairs = dict(zip(said[9::2], said[10::2], strict=True))
    assert pairs["Время проведения"].startswith("вторник, 1 сентября 2026")
    assert pairs["Время проведения"].endswith("13:00–14:30")
    assert pairs["Продолжительность"] == "1 ч 30 мин (2 академических часа)"
    assert (pairs["Место"], pairs["Организатор"]) == ("Школа № 1, актовый зал", "Соколова М. И.")
    assert pairs["Руководитель"].startswith("____")
    assert said[-1] == "М. П."


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_certificate_leaves_out_what_is_not_known(
    town: Colleagues, clock: FixedClock, event: int, locale: str
) -> None:
    async with town.services.access.uow.writing() as store:
        await store.events.change(
            event, clock.now(), form=None, level="gone", place="", organiser="", title="Ж" * 200
        )
    found = await certificate(town, clock, event)
    data = write_certificate(certificate_paper(await ctx_of(town, locale), found))
    document: Any = Document(BytesIO(data))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert len(rows) == 3  # who holds it is known: the service, where nobody is named
    assert all(all(row) for row in rows)
    assert document.core_properties.language == {"ru": "ru-RU", "en": "en-GB"}[locale]
    assert document.core_properties.author == ""


async def test_the_table_has_everybody_with_the_way_they_came(
    town: Colleagues, clock: FixedClock, event: int
) -> None:
    export = await town.services.events.attendance.export_participants(town.methodist, event)
    table = openpyxl.load_workbook(BytesIO(participants_table(await ctx_of(town), export))).active
    rows = list(table.iter_rows(values_only=True))
    begins = datetime(2026, 9, 1, 13, 0)  # noqa: DTZ001  a spreadsheet knows no zones
    assert len(rows[0]) == len(COLUMNS)
    assert [row[0] for row in rows[1:]] == [
        "Чернов Олег Ильич",
        "Щукина Юлия Геннадьевна",
        "Ёлкин Пётр Львович",
    ]
    assert [row[4:] for row in rows[1:]] == [
        ("без записи", begins, begins, "по списку"),
        ("записан(а)", datetime(2026, 9, 1, 10, 0), begins, "по списку"),  # noqa: DTZ001
        ("ждёт места", datetime(2026, 9, 1, 10, 0), None, None),  # noqa: DTZ001
    ]
    assert rows[2][1:4] == ("Аксёновская СОШ", "Педагог", "Математика")
