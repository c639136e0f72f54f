"""A list of names: an empty spreadsheet out, a filled one in, whom its rows mean."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from aiogram.types import Document
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.audiences.data import owned, owner_of, to_criteria
from bot.dialogs.widgets import (
    T,
    listed,
    paragraphs,
    person_id,
    press,
    sent_file,
    to_menu,
    toast,
    typed,
)
from bot.files import read_again, read_sent, send_file
from bot.l10n import Safe
from bot.reports.sheet_reports import reasons
from bot.reports.sheet_templates import template
from bot.states import AudienceStates
from content import SheetLayout, load_sheets
from services.audiences import ListPlan, typed_list
from services.dates import today
from services.errors import Refusal
from services.sheets import Sheet

PLAN = "plan"  # where an action leaves the plan for the getter of the same event
_ROOM = 2500  # characters for the rows that mean nobody


@cache
def layout() -> SheetLayout:
    """The spreadsheet of names."""
    return load_sheets().people


async def file_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether there is a list already."""
    ctx, found = ctx_of(dialog_manager), await owned(dialog_manager)
    plan = dialog_manager.middleware_data.get(PLAN)
    dirty = isinstance(plan, ListPlan)
    return {
        "name": found.named.list_name,
        "any": found.criteria.list_id is not None and not dirty,
        "dirty": dirty,
        "lines": _lines(ctx, plan) if isinstance(plan, ListPlan) else "",
    }


async def send_template(manager: DialogManager) -> None:
    """Send an empty spreadsheet."""
    ctx, _ = person_id(manager)
    await owned(manager)
    make = partial(template, ctx, layout(), {})
    name = f"{ctx.l10n.plain('audience-template-file')}.xlsx"
    caption = ctx.l10n("audience-template-caption")
    ctx.background.run(send_file(manager.middleware_data["bot"], ctx, name, caption, make))
    toast(manager, "audience-file-coming")


async def receive(manager: DialogManager, document: Document) -> None:
    """Read a sent spreadsheet and show whom it means."""
    ctx, me = person_id(manager)
    await owned(manager)
    sheet = await read_sent(manager.middleware_data["bot"], ctx, document, layout())
    plan = await ctx.services.audiences.plan_list(me, sheet)
    name = document.file_name or ""
    manager.dialog_data.update(file_id=document.file_id, file_name=name, digest=plan.digest)
    manager.middleware_data[PLAN] = plan
    await manager.switch_to(AudienceStates.preview)


async def receive_names(manager: DialogManager, text: str) -> None:
    """Take names written in a message if each of them means somebody; else say which do not."""
    ctx, me = person_id(manager)
    sheet, title = typed_list(text, layout()), f"{today(ctx.services.clock):%d.%m.%Y}"
    audiences, owner = ctx.services.audiences, owner_of(manager)
    plan: ListPlan | None = await audiences.plan_list(me, sheet)
    if plan and not plan.problems:
        plan = await audiences.keep_list(me, *owner, sheet, plan.digest, title)
    if plan is None:
        await manager.switch_to(AudienceStates.overview)
    manager.middleware_data[PLAN] = plan


async def _sheet(ctx: Ctx, manager: DialogManager) -> Sheet:
    """The spreadsheet once more, from where Telegram keeps it."""
    file_id = manager.dialog_data.get("file_id")
    if not isinstance(file_id, str):
        raise Refusal("sheet-gone")
    name = str(manager.dialog_data.get("file_name", ""))
    return await read_again(manager.middleware_data["bot"], ctx, file_id, name, layout())


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many were found, and what is wrong row by row."""
    ctx = ctx_of(dialog_manager)
    await owned(dialog_manager)
    plan = dialog_manager.middleware_data.get(PLAN)
    if not isinstance(plan, ListPlan):
        plan = await ctx.services.audiences.plan_list(ctx.me.id, await _sheet(ctx, dialog_manager))
    return {
        "found": len(plan.members),
        "missing": len(plan.problems),
        "lines": _lines(ctx, plan),
        "dirty": bool(plan.problems),
        "usable": bool(plan.members),
        "useless": not plan.members,
    }


def _lines(ctx: Ctx, plan: ListPlan) -> Safe:
    lines = [
        ctx.l10n("audience-list-line", row=one.number, reason=reasons(ctx, [one.problem]))
        for one in plan.problems
    ]
    return listed(ctx, lines, _ROOM)


async def keep(manager: DialogManager) -> None:
    """Keep those found, unless the people of the bot have changed meanwhile."""
    ctx, me = person_id(manager)
    data, sheet = manager.dialog_data, await _sheet(ctx, manager)
    seen, title = str(data.get("digest", "")), str(data.get("file_name", ""))
    keep_list = ctx.services.audiences.keep_list
    changed = await keep_list(me, *owner_of(manager), sheet, seen, title)
    if changed is None:
        toast(manager, "audience-list-kept")
        await manager.switch_to(AudienceStates.overview)
        return
    manager.middleware_data[PLAN], data["digest"] = changed, changed.digest
    toast(manager, "audience-list-changed")


async def drop(manager: DialogManager) -> None:
    """No list."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.clear(me, *owner_of(manager), "list_id")


def window() -> Window:
    """What to send."""
    return Window(
        paragraphs(
            T("audience-typed-problems", when="dirty"),
            T("audience-upload-ask"),
            T("audience-list-now", when="any"),
        ),
        press("audience-template", send_template, id="template"),
        press("audience-list-drop", drop, id="drop", when="any"),
        Row(press("back", to_criteria, id="back"), to_menu()),
        typed(receive_names)[0],
        *sent_file(receive),
        state=AudienceStates.file,
        getter=file_data,
    )


def preview_window() -> Window:
    """Whom it means."""
    return Window(
        paragraphs(
            T("audience-preview"),
            T("audience-preview-lines", when="dirty"),
            T("audience-preview-ask", when="usable"),
            T("audience-preview-useless", when="useless"),
        ),
        press("audience-keep-list", keep, id="keep", when="usable"),
        Row(press("back", to_criteria, id="back"), to_menu()),
        *sent_file(receive),
        state=AudienceStates.preview,
        getter=preview_data,
    )
