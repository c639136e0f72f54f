"""Schools from a spreadsheet: the file, what it would do, yes."""

from __future__ import annotations

from typing import Any

from aiogram.types import Document
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.schools.data import to_list
from bot.dialogs.schools.files import send_report, send_template
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
from bot.states import SchoolStates
from content import load_sheets
from services.errors import Refusal
from services.schools import ImportPlan
from services.sheets import Sheet

SENT = "sent"
ACTIONS = ("add", "change", "accept", "same", "refuse")
_PROBLEMS, _COLUMNS = 5, 5  # how many a screen names


async def file_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many schools there are already."""
    ctx = ctx_of(dialog_manager)
    counts = await ctx.services.schools.counts(ctx.me.id)
    return {"active": counts.get("active", 0)}


async def send_sample(manager: DialogManager) -> None:
    """Send the template."""
    ctx, me = person_id(manager)
    await ctx.services.schools.counts(me)
    ctx.background.run(send_template(manager.middleware_data["bot"], ctx))
    toast(manager, "schools-template-coming")


async def read(manager: DialogManager, document: Document) -> None:
    """Read a file and show what it would do. Nothing of it is stored but where Telegram has it."""
    ctx, me = person_id(manager)
    layout = load_sheets().schools
    sheet = await read_sent(manager.middleware_data["bot"], ctx, document, layout)
    plan = await ctx.services.schools.plan_import(me, sheet)
    manager.dialog_data[SENT] = {
        "file_id": document.file_id,
        "file_name": document.file_name or "",
        **_summary(ctx, sheet, plan),
    }
    await manager.switch_to(SchoolStates.preview)


def _summary(ctx: Ctx, sheet: Sheet, plan: ImportPlan) -> dict[str, Any]:
    refused = [row for row in plan.rows if row.problems]
    return {
        "digest": plan.digest,
        "counts": {action: plan.counts[action] for action in ACTIONS},
        "problems": [
            [one.row.number, cut(reasons(ctx, one.problems), 200)] for one in refused[:_PROBLEMS]
        ],
        "ignored": list(sheet.ignored[:_COLUMNS]),
    }


def _sent(manager: DialogManager) -> dict[str, Any]:
    found = manager.dialog_data.get(SENT)
    if not isinstance(found, dict):
        raise Refusal("sheet-gone")
    return found


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the file would do, in figures, and the first rows that cannot be written."""
    ctx, sent = ctx_of(dialog_manager), _sent(dialog_manager)
    counts, l10n = sent["counts"], ctx.l10n
    changed = counts["change"] + counts["accept"]
    lines = [l10n(f"schools-preview-{key}", count=counts[key]) for key in ACTIONS if counts[key]]
    problems = [
        l10n("schools-preview-problem", row=str(row), reason=reason)
        for row, reason in sent["problems"]
    ]
    parts = [
        l10n.plain(f"schools-apply-{key}", count=count)
        for key, count in (("add", counts["add"]), ("change", changed))
        if count
    ]
    return {
        "file": sent["file_name"],
        "lines": Safe("\n".join(lines)),
        "problems": listed(ctx, problems, 2000),
        "columns": ", ".join(sent["ignored"]),
        "has_ignored": bool(sent["ignored"]),
        "broken": counts["refuse"] > 0,
        "idle": not parts and not counts["refuse"],
        "ready": bool(parts) and not counts["refuse"],
        "parts": ", ".join(parts),
    }


async def apply(manager: DialogManager) -> None:
    """Write it all, or say why not."""
    ctx, me = person_id(manager)
    sent, bot = _sent(manager), manager.middleware_data["bot"]
    layout = load_sheets().schools
    sheet = await read_again(bot, ctx, sent["file_id"], sent["file_name"], layout)
    plan = await ctx.services.schools.apply_import(me, sheet, sent["digest"])
    changed = plan.counts["change"] + plan.counts["accept"]
    toast(manager, "schools-imported", added=plan.counts["add"], changed=changed)
    manager.dialog_data.pop(SENT)
    await to_list(manager)


async def report(manager: DialogManager) -> None:
    """Send what becomes of each row."""
    ctx, _ = person_id(manager)
    sent, bot = _sent(manager), manager.middleware_data["bot"]
    ctx.background.run(send_report(bot, ctx, sent["file_id"], sent["file_name"]))
    toast(manager, "schools-report-coming")


def file_window() -> Window:
    """Asks for the file."""
    return Window(
        paragraphs(
            T("schools-file-ask"),
        ),
        press("schools-template", send_sample, id="template"),
        Row(press("schools-back", to_list, id="back"), to_menu()),
        *sent_file(read),
        state=SchoolStates.file,
        getter=file_data,
    )


def preview_window() -> Window:
    """What the file would do, and the question. A corrected file may be sent at once."""
    return Window(
        paragraphs(
            T("schools-preview-head"),
            T("schools-preview-lines"),
            T("schools-preview-problems", when="broken"),
            T("schools-preview-fix", when="broken"),
            T("schools-preview-nothing", when="idle"),
            T("schools-preview-ignored", when="has_ignored"),
        ),
        press("schools-apply", apply, id="apply", when="ready"),
        press("schools-report", report, id="report"),
        Row(press("schools-back", to_list, id="back"), to_menu()),
        *sent_file(read),
        state=SchoolStates.preview,
        getter=[file_data, preview_data],
    )
