"""A person's own result as a DOCX."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.reports.result_document import (
    DocumentBlock,
    DocumentLabels,
    ResultDocument,
    write_result_document,
)

LABELS = DocumentLabels(
    gaps="Точечные дефициты",
    recommendations="Что можно сделать",
    topics="Темы для консультации",
    strengths="Чем вы можете поделиться",
    requests="Ваши запросы",
)
METHODS = DocumentBlock(
    title="Методика и технологии урока",
    percent="42 %",
    level="Выраженный дефицит",
    change="−8",
    gaps=("Умею спроектировать урок.",),
    advice="Составьте с методистом индивидуальный маршрут.",
    recommendations=(("Формальное образование", "Выберите курс."),),
    topics=("Проектирование урока",),
)
SUBJECT = DocumentBlock("Предмет и содержание", "0 %", "Дефицит не выявлен", "0", (), "", (), ())


def png(width: int = 1080, height: int = 1700) -> bytes:
    buffer = BytesIO()
    Image.new("P", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


RESULT = ResultDocument(
    title="Мои профессиональные дефициты",
    person_rows=(("Педагог", "Иванова Мария Петровна"), ("Школа", "Лицей № 1")),
    summary="Средний дефицит — 21 %.",
    blocks_heading="По направлениям",
    table_head=("Направление", "Дефицит", "Уровень", "Изменение"),
    blocks=(METHODS, SUBJECT),
    labels=LABELS,
    strengths=("Предмет и содержание",),
    requests=(("Нужен ли вам наставник?", "Да, по методике"),),
    chart_png=png(),
    footer="Методическая служба",
    language="ru-RU",
)


def opened(result: ResultDocument) -> Any:
    return Document(BytesIO(write_result_document(result)))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def headings(document: Any) -> list[str]:
    found = (p for p in document.paragraphs if p.style.name.startswith("Heading"))
    return [paragraph.text for paragraph in found]


def rows(table: Any) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_names_the_person_and_every_block_in_a_table() -> None:
    person, blocks = opened(RESULT).tables
    assert rows(person) == list(RESULT.person_rows)
    assert rows(blocks) == [
        RESULT.table_head,
        ("Методика и технологии урока", "42 %", "Выраженный дефицит", "−8"),
        ("Предмет и содержание", "0 %", "Дефицит не выявлен", "0"),
    ]


def test_has_a_section_only_for_blocks_with_something_to_say() -> None:
    assert headings(opened(RESULT)) == [
        "По направлениям",
        "Методика и технологии урока",
        "Точечные дефициты",
        "Что можно сделать",
        "Темы для консультации",
        "Чем вы можете поделиться",
        "Ваши запросы",
    ]


def test_says_everything_in_the_order_of_reading() -> None:
    assert texts(opened(RESULT)) == [
        "Мои профессиональные дефициты",
        "Средний дефицит — 21 %.",
        "По направлениям",
        "Методика и технологии урока",
        "42 % · Выраженный дефицит. Составьте с методистом индивидуальный маршрут.",
        "Точечные дефициты",
        "Умею спроектировать урок.",
        "Что можно сделать",
        "Формальное образование. Выберите курс.",
        "Темы для консультации",
        "Проектирование урока",
        "Чем вы можете поделиться",
        "Предмет и содержание",
        "Ваши запросы",
        "Нужен ли вам наставник? Да, по методике",
    ]


def test_leaves_out_what_there_is_not() -> None:
    bare = replace(
        RESULT, person_rows=(), summary="", blocks=(SUBJECT,), strengths=(), requests=(),
        chart_png=None, footer="",
    )  # fmt: skip
    document = opened(bare)
    assert texts(document) == ["Мои профессиональные дефициты", "По направлениям"]
    assert len(document.tables) == 1
    assert not document.inline_shapes


def test_is_an_a4_page_in_a_font_with_cyrillic() -> None:
    document = opened(RESULT)
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21, 29.7)
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        fonts = document.styles[name].element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            assert fonts.get(qn(script)) == "Calibri"
        assert not [key for key in fonts.attrib if key.endswith("Theme")]


@pytest.mark.parametrize(("width", "height"), [(1080, 600), (1080, 1700), (1080, 2400)])
def test_the_chart_is_16_cm_wide_unless_it_would_be_too_high(width: int, height: int) -> None:
    (shape,) = opened(replace(RESULT, chart_png=png(width, height))).inline_shapes
    assert shape.width <= Cm(16)
    assert shape.height <= Cm(12.5)
    assert shape.width == Cm(16) or shape.height == pytest.approx(Cm(12.5), abs=2)
    assert shape.width / shape.height == pytest.approx(width / height, rel=0.001)


def test_the_chart_has_words_for_those_who_do_not_see_it() -> None:
    (shape,) = opened(RESULT).inline_shapes
    assert "Методика и технологии урока: 42 %" in shape._inline.docPr.get("descr")


def test_the_head_of_the_table_is_repeated_and_rows_are_not_torn() -> None:
    table = opened(RESULT).tables[1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_every_page_has_the_footer_and_its_number() -> None:
    footer = opened(RESULT).sections[0].footer.paragraphs[0]
    assert "Методическая служба" in footer.text
    assert footer._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


@pytest.mark.parametrize("language", ["ru-RU", "en-GB"])
def test_properties_name_title_and_language_and_nobody(language: str) -> None:
    document = opened(replace(RESULT, language=language))
    properties = document.core_properties
    assert (properties.title, properties.language) == (RESULT.title, language)
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)
    langs = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert langs == {language}


def test_the_date_in_the_properties_is_the_one_that_was_given() -> None:
    properties = opened(replace(RESULT, made_at=datetime(2025, 3, 14, 9))).core_properties  # noqa: DTZ001
    assert (properties.created.date().isoformat(), properties.modified.hour) == ("2025-03-14", 9)


def test_a_title_of_any_length_is_written() -> None:
    document = opened(replace(RESULT, title="Дефициты " * 60))
    assert len(document.core_properties.title) == 255


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    odd = "\x00<b>&\x0b\ud800\uffff\x1f"
    person = opened(replace(RESULT, person_rows=((odd, odd),), title=odd, footer=odd))
    assert rows(person.tables[0]) == [("<b>&", "<b>&")]
    assert person.core_properties.title == "<b>&"


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_nothing_that_a_person_types_breaks_the_file(text: str) -> None:
    block = DocumentBlock(text, text, text, text, (text,), text, ((text, text),), (text,))
    result = ResultDocument(
        text, ((text, text),), text, text, (text,) * 4, (block,),
        DocumentLabels(text, text, text, text, text), (text,), ((text, text),), None, text, "ru-RU",
    )  # fmt: skip
    file = write_result_document(result)
    assert ZipFile(BytesIO(file)).testzip() is None
    assert len(Document(BytesIO(file)).tables) == 2
