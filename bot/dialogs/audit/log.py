"""Entries of the log, the newest first."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audit_words import deed, kind_title, moment, name_of
from bot.context import Ctx, ctx_of
from bot.dialogs.audit.wanted import KIND, PAGE, PERSON, choose, wanted_of
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.reports.audit_table import send_audit_table
from bot.states import AuditStates, open_administration
from services.audit_log import Entry

NAME, LINE = 60, 160


async def log_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is wanted."""
    ctx, me = person_id(dialog_manager)
    wanted, number = wanted_of(dialog_manager), page_number(dialog_manager, PAGE)
    page = await ctx.services.audit_log.page(me, wanted, number)
    people = [wanted.person_id] if wanted.person_id is not None else []
    chosen = await ctx.services.audit_log.people(me, people)
    return {
        "total": page.total,
        "lines": Safe("\n\n".join(_line(ctx, entry) for entry in page.entries)),
        "any": page.total > 0,
        "empty": page.total == 0,
        "kind": kind_title(ctx, wanted.kind or ""),
        "of_kind": wanted.kind is not None,
        "person": name_of(ctx, chosen[0]) if chosen else "",
        "of_person": bool(chosen),
        "filtered": wanted.kind is not None or bool(chosen),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _line(ctx: Ctx, entry: Entry) -> Safe:
    number = "" if entry.update_id is None else str(entry.update_id)
    update = Safe(" " + ctx.l10n("audit-update", number=number)) if number else ""
    return ctx.l10n(
        "audit-line",
        deed=cut(deed(ctx, entry), LINE),
        moment=moment(ctx, entry.at),
        who=_who(ctx, entry),
        update=update,
    )


def _who(ctx: Ctx, entry: Entry) -> str:
    """Who, and about whom where that is somebody else."""
    actor = cut(name_of(ctx, entry.actor), NAME)
    if entry.subject is None or entry.subject == entry.actor:
        return actor
    subject = cut(name_of(ctx, entry.subject), NAME)
    return ctx.l10n.plain("audit-about", actor=actor, subject=subject)


async def by_kind(manager: DialogManager) -> None:
    """Choose a kind."""
    manager.dialog_data["kinds"] = 0
    await manager.switch_to(AuditStates.kind)


async def by_person(manager: DialogManager) -> None:
    """Choose a person."""
    manager.dialog_data.pop("found", None)
    await manager.switch_to(AuditStates.person)


async def show_all(manager: DialogManager) -> None:
    """Take the filter off."""
    choose(manager, KIND, None)
    choose(manager, PERSON, None)


async def export(manager: DialogManager) -> None:
    """Send what is wanted as a table."""
    ctx, me = ctx_of(manager), person_id(manager)[1]
    wanted = wanted_of(manager)
    scope = await ctx.services.audit_log.export(me, wanted)
    ctx.background.run(send_audit_table(manager.middleware_data["bot"], ctx, wanted, scope))
    toast(manager, "audit-coming")


def window() -> Window:
    """The log."""
    return Window(
        paragraphs(
            T("audit-head"),
            T("audit-chosen-kind", when="of_kind"),
            T("audit-chosen-person", when="of_person"),
            T("audit-lines", when="any"),
            T("audit-empty", when="empty"),
        ),
        pager(PAGE, when="many_pages"),
        Row(
            press("audit-by-kind", by_kind, id="kinds"),
            press("audit-by-person", by_person, id="people"),
        ),
        press("audit-all", show_all, id="all", when="filtered"),
        press("audit-export", export, id="export", when="any"),
        Row(press("to-administration", open_administration, id="panel"), to_menu()),
        no_typing(),
        state=AuditStates.log,
        getter=log_data,
    )
