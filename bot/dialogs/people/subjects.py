"""Choosing subjects: several marks, a row for each, pages."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.people.steps import advance, back_button, step_data
from bot.dialogs.widgets import (
    T,
    mark_of,
    marked,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
)
from bot.states import SignupStates

PAGE = 6


async def subjects_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of subjects with marks, and all chosen ones in words."""
    ctx = ctx_of(dialog_manager)
    card = await ctx.services.people.card(ctx.me.id)
    entries = ctx.services.catalogue.subjects
    pages = -(-len(entries) // PAGE)
    page = page_number(dialog_manager, "subjects_page") % pages
    shown = entries[page * PAGE : (page + 1) * PAGE]
    titles = {entry.key: entry.title.get(ctx.locale) for entry in entries}
    chosen = [title for key, title in titles.items() if key in card.subjects]
    return {
        "choices": marked([(e.key, titles[e.key]) for e in shown], set(card.subjects)),
        "chosen": ", ".join(chosen),
        "any": bool(chosen),
        "none": not chosen,
        "teacher": card.person.position == "teacher",
        "can_skip": not chosen and card.person.position != "teacher",
        "page": page + 1,
        "pages": pages,
    }


async def mark(manager: DialogManager, item: str) -> None:
    """Mark or unmark a subject."""
    ctx, me = person_id(manager)
    key, wanted = mark_of(item)
    await ctx.services.people.mark_subject(me, key, wanted)


async def confirm(manager: DialogManager) -> None:
    """These are all."""
    ctx, me = person_id(manager)
    await ctx.services.people.confirm_subjects(me)
    await advance(manager)


def window() -> Window:
    """Subjects."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-subjects"),
            T("signup-subjects-chosen", when="any"),
        ),
        picks("subject", mark, items="choices"),
        pager("subjects_page"),
        Row(
            back_button(),
            press("signup-subjects-done", confirm, id="done", when="any"),
            press("signup-subjects-none", confirm, id="none", when="can_skip"),
        ),
        no_typing(),
        state=SignupStates.subjects,
        getter=[step_data, subjects_data],
    )
