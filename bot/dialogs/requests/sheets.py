"""Answering in a spreadsheet: the form, the filled form, what would be taken of it, yes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiogram.types import Document
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.answer_words import answer_words
from bot.context import Ctx, ctx_of
from bot.dialogs.requests.data import back_to_card, head, request_id, to_summary
from bot.dialogs.requests.form_files import (
    before,
    jumped_from,
    send_form,
    send_form_report,
    title_of,
)
from bot.dialogs.widgets import (
    T,
    cut,
    listed,
    paragraphs,
    person_id,
    press,
    sent_file,
    to_menu,
    toast,
)
from bot.files import read_again, read_sent
from bot.l10n import Safe
from bot.reports.sheet_reports import reasons
from bot.states import RequestStates
from content import load_sheets
from services.errors import Refusal
from services.monitoring.answers.form_reading import ACTIONS, FormPlan, FormRow
from services.sheets import Sheet

FORM = "form"
_LINES, _WORDS, _ROOM = 6, 60, 900  # of each list: rows remembered, letters of a part, of it all


async def sheet_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whose answers they are, and how many there are."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.monitoring.requests.request_card(me, request_id(dialog_manager))
    return {
        **head(ctx, card.campaign, card.request, card.school),
        "given": card.given,
        "asked": card.asked,
        "returned": card.request.state == "returned",
        "open": card.open,
        "closed": not card.open,
    }


async def send_sample(manager: DialogManager) -> None:
    """Send the form."""
    ctx, me = person_id(manager)
    form = await ctx.services.monitoring.forms.form_of(me, request_id(manager))
    ctx.background.run(send_form(manager.middleware_data["bot"], ctx, form))
    toast(manager, "form-coming")


async def read(manager: DialogManager, document: Document) -> None:
    """Read a filled form and show what would be taken. Nothing of it is stored but where Telegram
    has it."""
    ctx, _ = person_id(manager)
    bot, layout = manager.middleware_data["bot"], load_sheets().requests
    sheet = await read_sent(bot, ctx, document, layout)
    manager.dialog_data[FORM] = await _planned(
        manager, sheet, document.file_id, document.file_name or "", replace=False
    )
    await manager.switch_to(RequestStates.preview)


async def _planned(
    manager: DialogManager, sheet: Sheet, file_id: str, file_name: str, *, replace: bool
) -> dict[str, Any]:
    """A plan in what a bookmark can hold."""
    ctx, me = person_id(manager)
    plan = await ctx.services.monitoring.forms.plan_form(me, request_id(manager), sheet, replace)
    where = {"file_id": file_id, "file_name": file_name, "replace": replace}
    return {**where, "digest": plan.digest, **_summary(ctx, plan)}


def _summary(ctx: Ctx, plan: FormPlan) -> dict[str, Any]:
    newer = [row for row in plan.rows if row.newer and row.action != "refuse"]
    jumps = [row for row in plan.taken if row.jump]
    return {
        "counts": {action: len(plan.of(action)) for action in ACTIONS},
        "newer": len(newer),
        "refused": [_refused(ctx, row) for row in plan.of("refuse")[:_LINES]],
        "over": [_over(ctx, row) for row in newer[:_LINES]],
        "jumps": [_jump(ctx, row) for row in jumps[:_LINES]],
    }


def _title(ctx: Ctx, row: FormRow) -> str:
    return cut(title_of(ctx, row) or "…", _WORDS)


def _refused(ctx: Ctx, row: FormRow) -> str:
    why = reasons(ctx, [row.problem] if row.problem else [])
    return ctx.l10n("form-line-refused", row=str(row.row.number), title=_title(ctx, row), why=why)


def _over(ctx: Ctx, row: FormRow) -> str:
    return ctx.l10n(
        "form-line-newer",
        title=_title(ctx, row),
        before=cut(before(ctx, row), _WORDS),
        known="yes" if row.by else "no",
        by=row.by,
        now=cut(answer_words(ctx.l10n, row.asked, row.given), _WORDS),
    )


def _jump(ctx: Ctx, row: FormRow) -> str:
    now = answer_words(ctx.l10n, row.asked, row.given)
    return ctx.l10n("form-line-jump", title=_title(ctx, row), before=jumped_from(ctx, row), now=now)


def _sent(manager: DialogManager) -> dict[str, Any]:
    found = manager.dialog_data.get(FORM)
    if not isinstance(found, dict):
        raise Refusal("sheet-gone")
    return found


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What would be taken, in figures, and the rows that need a look."""
    ctx, sent = ctx_of(dialog_manager), _sent(dialog_manager)
    counts = sent["counts"]
    lines = [ctx.l10n(f"form-count-{key}", count=counts[key]) for key in ACTIONS if counts[key]]
    return {
        "file": cut(sent["file_name"], _WORDS),
        "lines": Safe("\n".join(lines)),
        "refused": _list(ctx, sent["refused"]),
        "over": _list(ctx, sent["over"]),
        "jumps": _list(ctx, sent["jumps"]),
        "broken": bool(sent["refused"]),
        "jumping": bool(sent["jumps"]),
        "kept": bool(sent["newer"]) and not sent["replace"],
        "replacing": bool(sent["newer"]) and bool(sent["replace"]),
        "newer": sent["newer"],
        "ready": counts["take"] > 0,
        "idle": not counts["take"] and not counts["newer"] and not counts["refuse"],
        "count": counts["take"],
    }


def _list(ctx: Ctx, lines: Iterable[str]) -> Safe:
    return listed(ctx, [Safe(line) for line in lines], _ROOM)


async def switch(manager: DialogManager) -> None:
    """Replace newer answers too, or leave them after all."""
    ctx, _ = person_id(manager)
    sent, bot = _sent(manager), manager.middleware_data["bot"]
    where = (sent["file_id"], sent["file_name"])
    sheet = await read_again(bot, ctx, *where, load_sheets().requests)
    manager.dialog_data[FORM] = await _planned(manager, sheet, *where, replace=not sent["replace"])


async def take(manager: DialogManager) -> None:
    """Store what is clear, or say why not."""
    ctx, me = person_id(manager)
    sent, bot = _sent(manager), manager.middleware_data["bot"]
    where = (sent["file_id"], sent["file_name"])
    sheet = await read_again(bot, ctx, *where, load_sheets().requests)
    told = (sent["digest"], ctx.l10n.plain("jump-confirmed"), sent["replace"])
    forms = ctx.services.monitoring.forms
    plan = await forms.take_form(me, request_id(manager), sheet, *told)
    toast(manager, "form-taken", count=len(plan.taken))
    manager.dialog_data.pop(FORM)
    await to_summary(manager)


async def report(manager: DialogManager) -> None:
    """Send what becomes of each row."""
    ctx, _ = person_id(manager)
    sent, bot = _sent(manager), manager.middleware_data["bot"]
    where = (request_id(manager), sent["file_id"], sent["file_name"], sent["replace"])
    ctx.background.run(send_form_report(bot, ctx, *where))
    toast(manager, "form-report-coming")


async def to_sheet(manager: DialogManager) -> None:
    """Back to the form."""
    manager.dialog_data.pop(FORM, None)
    await manager.switch_to(RequestStates.sheet)


def sheet_window() -> Window:
    """The form to take, and room for the filled one."""
    return Window(
        paragraphs(
            T("form-head"),
            T("form-steps", when="open"),
            T("form-returned-only", when="returned"),
            T("form-closed", when="closed"),
        ),
        press("form-take", send_sample, id="form", when="open"),
        back_to_card(),
        *sent_file(read),
        state=RequestStates.sheet,
        getter=sheet_data,
    )


def preview_window() -> Window:
    """What would be taken, and the question. A corrected form may be sent at once."""
    return Window(
        paragraphs(
            T("form-preview-head"),
            T("form-preview-refused", when="broken"),
            T("form-preview-kept", when="kept"),
            T("form-preview-replacing", when="replacing"),
            T("form-preview-jumps", when="jumping"),
            T("form-preview-nothing", when="idle"),
        ),
        press("form-apply", take, id="take", when="ready"),
        press("form-replace", switch, id="replace", when="kept"),
        press("form-keep", switch, id="keep", when="replacing"),
        press("form-report", report, id="report"),
        Row(press("back", to_sheet, id="to_sheet"), to_menu()),
        *sent_file(read),
        state=RequestStates.preview,
        getter=preview_data,
    )
