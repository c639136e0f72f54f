"""Forms of requests as schools send them back."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl

from bot.l10n import L10n
from bot.reports.request_form import request_form
from content import load_sheets
from services.monitoring.answers.form_reading import FormPlan
from services.monitoring.answers.forms import Form
from services.sheets import Sheet, read_sheet
from tests.spreadsheets import saved
from tests.wiring import Services

LAYOUT = load_sheets().requests
KEYS_ROW = 5
MARK, QUESTION, MEANING, LAST, ANSWER, REASON = range(1, 7)


def form_file(form: Form, locale: str = "ru") -> bytes:
    """The form as the bot sends it."""
    ctx: Any = SimpleNamespace(l10n=L10n(locale, strict=True), locale=locale)
    return request_form(ctx, form, form.campaign.title)


def opened(data: bytes) -> tuple[Any, Any]:
    """Its workbook and its sheet."""
    book = openpyxl.load_workbook(BytesIO(data))
    return book, book.worksheets[0]


def row_of(place: Any, variable: str) -> int:
    """The row of a variable."""
    for row in range(KEYS_ROW + 1, place.max_row + 1):
        if str(place.cell(row, MARK).value).endswith(f"-{variable}"):
            return row
    raise KeyError(variable)


def filled_form(
    data: bytes, answers: Mapping[str, Any], reasons: Mapping[str, str] | None = None
) -> bytes:
    """The form with these answers, and reasons why there are no data."""
    book, place = opened(data)
    for key, value in answers.items():
        place.cell(row_of(place, key), ANSWER).value = value
    for key, value in (reasons or {}).items():
        place.cell(row_of(place, key), REASON).value = value
    return saved(book)


def read(data: bytes, name: str = "Ответы.xlsx") -> Sheet:
    """As the bot reads it."""
    return read_sheet(data, name, LAYOUT)


def becomes(plan: FormPlan) -> dict[str, str]:
    """What becomes of each row, with the reason of a refusal; rows of no variable by number."""
    return {
        one.variable.key if one.variable else str(one.row.number): (
            f"{one.action}: {one.problem.reason}" if one.problem else one.action
        )
        for one in plan.rows
        if one.action != "empty"
    }


async def sent_back(
    services: Services,
    me: int,
    request: int,
    answers: Mapping[str, Any],
    reasons: Mapping[str, str] | None = None,
) -> tuple[FormPlan, FormPlan]:
    """Take the form, fill it in, send it back and confirm: the plan before and as it was done."""
    forms = services.monitoring.forms
    data = form_file(await forms.form_of(me, request))
    sheet = read(filled_form(data, answers, reasons))
    plan = await forms.plan_form(me, request, sheet)
    return plan, await forms.take_form(me, request, sheet, plan.digest, "проверено")
