"""Many invitations at once: a spreadsheet of people in, a spreadsheet of links out."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from aiogram.types import Document
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.invitations.data import to_list
from bot.dialogs.widgets import (
    T,
    listed,
    paragraphs,
    person_id,
    press,
    sent_file,
    to_menu,
    toast,
)
from bot.files import read_again, read_sent, send_file
from bot.invitations import role_words
from bot.l10n import Safe
from bot.reports.invitations import send_links, send_report
from bot.reports.sheet_reports import reasons
from bot.reports.sheet_templates import template
from bot.states import InvitationStates
from content import SheetLayout, load_sheets
from services.errors import Refusal
from services.invitations import SHEET_DAYS, SHEET_ROLES, Plan
from services.sheets import Sheet

PLAN = "plan"  # where an action leaves the plan for the getter of the same event
_ROOM = 2500  # characters for the rows that are refused


@cache
def layout() -> SheetLayout:
    """The spreadsheet of people to invite."""
    return load_sheets().coordinators


async def file_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether this is allowed, and how long the links will live."""
    ctx = ctx_of(dialog_manager)
    await ctx.services.invitations.invitable(ctx.me.id)
    return {"days": SHEET_DAYS}


async def send_template(manager: DialogManager) -> None:
    """Send an empty spreadsheet."""
    ctx, me = person_id(manager)
    schools = await ctx.services.invitations.listed_schools(me)
    roles = [ctx.l10n.plain(f"role-{role}") for role in SHEET_ROLES]
    make = partial(template, ctx, layout(), {"school": schools, "role": roles})
    caption, name = ctx.l10n("invitations-template-caption"), _template_name(ctx)
    ctx.background.run(send_file(manager.middleware_data["bot"], ctx, name, caption, make))
    toast(manager, "invitations-file-coming")


def _template_name(ctx: Ctx) -> str:
    return f"{ctx.l10n.plain('invitations-template-file')}.xlsx"


async def receive(manager: DialogManager, document: Document) -> None:
    """Read a sent spreadsheet and show what it would do."""
    ctx, me = person_id(manager)
    await ctx.services.invitations.invitable(me)
    sheet = await read_sent(manager.middleware_data["bot"], ctx, document, layout())
    plan = await ctx.services.invitations.plan(me, sheet, role_words(ctx))
    name = document.file_name or ""
    manager.dialog_data.update(file_id=document.file_id, file_name=name, digest=plan.digest)
    manager.middleware_data[PLAN] = plan
    await manager.switch_to(InvitationStates.preview)


async def _sheet(ctx: Ctx, manager: DialogManager) -> Sheet:
    """The spreadsheet once more, from where Telegram keeps it."""
    file_id = manager.dialog_data.get("file_id")
    if not isinstance(file_id, str):
        raise Refusal("sheet-gone")
    name = str(manager.dialog_data.get("file_name", ""))
    return await read_again(manager.middleware_data["bot"], ctx, file_id, name, layout())


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the spreadsheet would do, row by row where it is refused."""
    ctx = ctx_of(dialog_manager)
    await ctx.services.invitations.invitable(ctx.me.id)
    plan = dialog_manager.middleware_data.get(PLAN)
    if not isinstance(plan, Plan):
        sheet = await _sheet(ctx, dialog_manager)
        plan = await ctx.services.invitations.plan(ctx.me.id, sheet, role_words(ctx))
    return {
        "new": plan.new,
        "replaced": plan.replaced,
        "refused": len(plan.refused),
        "count": len(plan.rows),
        "days": SHEET_DAYS,
        "lines": _lines(ctx, plan),
        "replaces": plan.clean and plan.replaced > 0,
        "clean": plan.clean,
        "dirty": not plan.clean,
    }


def _lines(ctx: Ctx, plan: Plan) -> Safe:
    lines = [
        ctx.l10n("invitations-line", row=row.number, reason=reasons(ctx, row.problems))
        for row in plan.refused
    ]
    return listed(ctx, lines, _ROOM)


async def issue(manager: DialogManager) -> None:
    """Make all links, unless the list of schools or invitations has changed meanwhile."""
    ctx, me = person_id(manager)
    sheet, seen = await _sheet(ctx, manager), str(manager.dialog_data.get("digest", ""))
    issued = await ctx.services.invitations.issue(me, sheet, role_words(ctx), seen)
    if not issued.tokens:
        manager.middleware_data[PLAN] = issued.plan
        manager.dialog_data["digest"] = issued.plan.digest
        toast(manager, "invitations-plan-changed")
        return
    ctx.background.run(send_links(manager.middleware_data["bot"], ctx, issued))
    toast(manager, "invitations-made")
    await manager.switch_to(InvitationStates.list)


async def report(manager: DialogManager) -> None:
    """Send what would become of each row."""
    ctx, me = person_id(manager)
    await ctx.services.invitations.invitable(me)
    sheet = await _sheet(ctx, manager)
    plan = await ctx.services.invitations.plan(me, sheet, role_words(ctx))
    ctx.background.run(send_report(manager.middleware_data["bot"], ctx, sheet, plan))
    manager.middleware_data[PLAN] = plan
    toast(manager, "invitations-file-coming")


def window() -> Window:
    """What to send."""
    return Window(
        paragraphs(T("invitations-upload")),
        press("invitations-template", send_template, id="template"),
        Row(press("back", to_list, id="to_list"), to_menu()),
        *sent_file(receive),
        state=InvitationStates.file,
        getter=file_data,
    )


def preview_window() -> Window:
    """What the spreadsheet would do."""
    return Window(
        paragraphs(
            T("invitations-preview"),
            T("invitations-preview-lines", when="dirty"),
            T("invitations-preview-fix", when="dirty"),
            T("invitations-preview-replaces", when="replaces"),
            T("invitations-preview-ask", when="clean"),
        ),
        press("invitations-issue", issue, id="issue", when="clean"),
        press("invitations-report", report, id="report"),
        Row(press("invitations-to-list", to_list, id="to_list"), to_menu()),
        *sent_file(receive),
        state=InvitationStates.preview,
        getter=preview_data,
    )
