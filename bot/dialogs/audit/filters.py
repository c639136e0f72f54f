"""Which entries to show: of one kind, of one person."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.audit_words import KINDS, kind_title, name_of
from bot.context import Ctx
from bot.dialogs.audit.wanted import KIND, PERSON, choose, wanted_of
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import AuditStates
from services.audit_log import Who
from services.errors import Refusal

PAGE = 4


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Kinds that occur, the most frequent first."""
    ctx, me = person_id(dialog_manager)
    kinds = await ctx.services.audit_log.kinds(me, wanted_of(dialog_manager).person_id)
    pages = max(1, -(-len(kinds) // PAGE))
    number = page_number(dialog_manager, "kinds") % pages
    return {
        "choices": [
            Choice(
                kind,
                ctx.l10n.plain("audit-kind-count", kind=kind_title(ctx, kind), count=count),
            )
            for kind, count in kinds[number * PAGE : (number + 1) * PAGE]
        ],
        "page": number + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def pick_kind(manager: DialogManager, kind: str) -> None:
    """Only this kind."""
    if kind not in KINDS:
        raise Refusal("choice-gone")
    choose(manager, KIND, kind)
    await manager.switch_to(AuditStates.log)


async def any_kind(manager: DialogManager) -> None:
    """All kinds."""
    choose(manager, KIND, None)
    await manager.switch_to(AuditStates.log)


async def person_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """People whose names resemble what was typed."""
    ctx, me = person_id(dialog_manager)
    found = dialog_manager.dialog_data.get("found")
    people = await ctx.services.audit_log.people(me, found if isinstance(found, list) else [])
    return {
        "choices": [Choice(str(who.id), _label(ctx, who)) for who in people],
        "asking": found is None,
        "found": bool(people),
        "not_found": found is not None and not people,
    }


def _label(ctx: Ctx, who: Who) -> str:
    """The number tells people of the same name apart."""
    name = name_of(ctx, who)
    return ctx.l10n.plain("audit-person", number=str(who.id), name=name) if who.name else name


async def search(manager: DialogManager, text: str) -> None:
    """Look for somebody; one that fits is chosen at once."""
    ctx, me = person_id(manager)
    found = await ctx.services.audit_log.find(me, text)
    manager.dialog_data["found"] = list(found)
    if len(found) == 1:
        await _show_person(manager, found[0])


async def pick_person(manager: DialogManager, item: str) -> None:
    """Only this person."""
    await _show_person(manager, number_of(item))


async def anybody(manager: DialogManager) -> None:
    """All people."""
    await _show_person(manager, None)


async def _show_person(manager: DialogManager, number: int | None) -> None:
    choose(manager, PERSON, number)
    await manager.switch_to(AuditStates.log)


async def to_log(manager: DialogManager) -> None:
    """Back to the entries."""
    await manager.switch_to(AuditStates.log)


def kind_window() -> Window:
    """Choice of a kind."""
    return Window(
        paragraphs(
            T("audit-pick-kind"),
        ),
        picks("kind", pick_kind, items="choices"),
        pager("kinds", when="many_pages"),
        press("audit-any-kind", any_kind, id="any"),
        press("back", to_log, id="back"),
        to_menu(),
        no_typing(),
        state=AuditStates.kind,
        getter=kind_data,
    )


def person_window() -> Window:
    """Choice of a person."""
    return Window(
        paragraphs(
            T("audit-pick-person", when="asking"),
            T("audit-found", when="found"),
            T("audit-not-found", when="not_found"),
        ),
        picks("person", pick_person, items="choices"),
        press("audit-anybody", anybody, id="anybody"),
        press("back", to_log, id="back"),
        to_menu(),
        *typed(search),
        state=AuditStates.person,
        getter=person_data,
    )
