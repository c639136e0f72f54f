"""An A4 Word document with the bot's type and tables, written by python-docx.

Importing this module imports python-docx: do it inside the function that writes. Texts may
hold anything that a person can type; what XML cannot hold is left out.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Calibri"
INK = RGBColor(0x1F, 0x2A, 0x37)
QUIET_INK = RGBColor(0x5B, 0x67, 0x76)
HEAD_FILL, RULE = "E9F1F3", "C3CAD2"
STYLES = {  # name: size in points, bold, space before, space after
    "Normal": (11, False, 0, 4),
    "Title": (20, True, 0, 8),
    "Heading 1": (15, True, 16, 6),
    "Heading 2": (12.5, True, 12, 4),
    "Heading 3": (11, True, 6, 2),
    "List Bullet": (11, False, 0, 2),
    "Footer": (9, False, 0, 0),
}
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_PROPERTY = 255  # characters; python-docx refuses more


def clean(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return NOT_XML.sub("", text)


class Paper:
    """A document that grows from top to bottom; `language` is a BCP 47 tag."""

    def __init__(self, title: str, language: str, made_at: datetime | None) -> None:
        self._document: Any = Document()
        _set_page(self._document.sections[0])
        _set_properties(self._document, clean(title), language, made_at)
        for name, look in STYLES.items():
            _set_style(self._document.styles[name], *look)
        _set_language(self._document.styles, language)

    def title(self, text: str) -> None:
        """The document's title, once at the top."""
        self._document.add_paragraph(clean(text), style="Title")

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 3; it stays on the page of what follows."""
        self._document.add_heading(clean(text), level)

    def paragraph(self, text: str, lead: str = "", style: str = "Normal") -> None:
        """A paragraph, after a `lead` in bold if there is one."""
        paragraph = self._document.add_paragraph(style=style)
        if lead:
            paragraph.add_run(clean(lead) + " ").bold = True
        paragraph.add_run(clean(text))

    def centred(self, text: str, *, size: float, after: float, bold: bool = False) -> None:
        """A line in the middle; its size, and the air after it, in points."""
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(after)
        run = paragraph.add_run(clean(text))
        run.bold, run.font.size = bold, Pt(size)

    def bullets(self, texts: Sequence[str]) -> None:
        """A list, one point per text."""
        for text in texts:
            self.paragraph(text, style="List Bullet")

    def pairs(self, rows: Sequence[tuple[str, str]]) -> None:
        """Label and value side by side, without lines."""
        table = self._table(2, (5.5, 11.5))
        for label, value in rows:
            cells = table.add_row().cells
            _fill(cells[0], label, color=QUIET_INK)
            _fill(cells[1], value, bold=True)

    def lines(self, count: int) -> None:
        """Empty lines to write on by hand."""
        table = self._table(1, (17,))
        for _ in range(count):
            row = table.add_row()
            row.height = Cm(0.85)
            _rule(row.cells[0], None)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        height: float | None = None,
    ) -> None:
        """A ruled table whose head is repeated on every page; widths, and the least height of
        its rows, in cm."""
        table = self._table(len(head), widths)
        for number, cells in enumerate([head, *rows]):
            row = table.add_row()
            _mark_row(row, "w:cantSplit")
            if height is not None and number > 0:
                row.height = Cm(height)
            if number == 0:
                _mark_row(row, "w:tblHeader")
            for cell, text in zip(row.cells, cells, strict=True):
                _fill(cell, text, bold=number == 0)
                _rule(cell, HEAD_FILL if number == 0 else None)

    def picture(self, png: bytes, width: float, tallest: float, alternative: str) -> None:
        """A centred PNG, `width` cm wide but at most `tallest` cm high, with a text for those
        who do not see it.
        """
        picture = self._document.add_picture(BytesIO(png), width=Cm(width))
        scale = min(1, Cm(tallest) / picture.height)
        picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
        picture._inline.docPr.set("descr", clean(alternative))
        paragraph = self._document.paragraphs[-1]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(10)

    def footer(self, text: str) -> None:
        """A line at the foot of every page, with the page's number at its end."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.add_run(clean(text) + "  ·  " if text else "")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)

    def docx(self) -> bytes:
        """The finished file."""
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _table(self, columns: int, widths: Sequence[float]) -> Any:
        table = self._document.add_table(0, columns)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)


def _set_properties(document: Any, title: str, language: str, made_at: datetime | None) -> None:
    """Title and language; nobody's name, and no date but the one given."""
    properties = document.core_properties
    properties.title = title[:LONGEST_PROPERTY]
    properties.language = language
    properties.author = properties.last_modified_by = properties.comments = ""
    for name in ("created", "modified"):
        if made_at is not None:
            setattr(properties, name, made_at)
        else:
            for element in properties._element.findall(qn(f"dcterms:{name}")):
                properties._element.remove(element)


def _set_style(style: Any, size: float, bold: bool, before: float, after: float) -> None:
    style.font.size, style.font.bold, style.font.name = Pt(size), bold, FONT
    style.font.color.rgb = QUIET_INK if style.name == "Footer" else INK
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    if style.name == "Title":
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)


def _set_language(styles: Any, language: str) -> None:
    """The language of all text, so that Word checks and hyphenates by it."""
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _fill(cell: Any, text: str, bold: bool = False, color: RGBColor = INK) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(clean(text))
    run.bold, run.font.color.rgb = bold, color


def _mark_row(row: Any, mark: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(mark))


def _rule(cell: Any, fill: str | None) -> None:
    """A thin line under the cell, and a fill behind it."""
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", RULE)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)
    if fill:
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(qn(f"w:{name}"), value)
        properties.append(shading)
