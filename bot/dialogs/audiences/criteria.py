"""Choosing criterion by criterion: which, then its values by marks."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import audience_lines, titles_for
from bot.context import Ctx, ctx_of
from bot.dialogs.audiences.data import (
    CRITERION,
    LABEL,
    PAGE,
    owned,
    owner_of,
    page_of,
    reach_of,
    to_criteria,
    to_overview,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    mark_of,
    marked,
    no_typing,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.dialogs.widgets.schools import QUERY
from bot.states import AudienceStates
from services.audiences import Criteria
from services.errors import Refusal

# Criteria in the order of their buttons.
KINDS = (
    *("roles", "positions", "subjects", "schools", "statuses", "young"),
    *("blocks", "levels", "event", "list"),
)
SCREENS = {
    "schools": AudienceStates.school,
    "event": AudienceStates.event,
    "list": AudienceStates.file,
}
MARKS = ("roles", "positions", "subjects", "statuses", "blocks", "levels", "places")
_ROOM = 2000


async def criterion_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What can be chosen; a mark on what is."""
    ctx = ctx_of(dialog_manager)
    found = await owned(dialog_manager)
    chosen = {kind for kind in KINDS if _given(found.criteria, kind)}
    kinds = [kind for kind in KINDS if kind != "statuses" or ctx.services.profile.school_statuses]
    choices = [(kind, ctx.l10n.plain(f"audience-by-{kind}")) for kind in kinds]
    return {
        "choices": marked(choices, chosen),
        "reach": (await reach_of(dialog_manager, found))[1],
        "lines": _lines(ctx, audience_lines(ctx, found.named)),
    }


def _given(criteria: Criteria, kind: str) -> bool:
    field = {"event": "event_id", "list": "list_id"}.get(kind, kind)
    return bool(getattr(criteria, field))


def _lines(ctx: Ctx, lines: list[str]) -> str:
    return listed(ctx, [ctx.l10n("bullet", text=line) for line in lines], _ROOM)


async def open_kind(manager: DialogManager, item: str) -> None:
    """Its values; young specialists are a mark of their own."""
    kind, wanted = mark_of(item)
    if kind == "young":
        ctx, me = person_id(manager)
        await ctx.services.audiences.mark_young(me, *owner_of(manager), wanted)
        return
    if kind not in KINDS:
        raise Refusal("choice-gone")
    manager.dialog_data.update({CRITERION: kind, PAGE: 0})
    manager.dialog_data.pop(QUERY, None)
    await manager.switch_to(SCREENS.get(kind, AudienceStates.choice))


def criterion_of(manager: DialogManager) -> str:
    """What is being chosen by marks."""
    found = manager.dialog_data.get(CRITERION)
    if found not in MARKS:
        raise Refusal("choice-gone")
    return str(found)


async def choice_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of values with marks."""
    ctx, criterion = ctx_of(dialog_manager), criterion_of(dialog_manager)
    found = await owned(dialog_manager)
    values = set(getattr(found.criteria, criterion))
    named = titles_for(ctx, criterion)
    titles = {key: cut(title[:1].upper() + title[1:], LABEL) for key, title in named.items()}
    choices: list[Choice] = marked(list(titles.items()), values)
    return {
        **page_of(dialog_manager, PAGE, choices),
        "ask": ctx.l10n.plain(f"audience-ask-{criterion}"),
        "lines": _lines(ctx, audience_lines(ctx, found.named)),
        "narrowed": not found.criteria.everybody,
        "any": bool(values),
    }


async def mark(manager: DialogManager, item: str) -> None:
    """Mark or unmark a value."""
    ctx, me = person_id(manager)
    key, wanted = mark_of(item)
    criterion = criterion_of(manager)
    await ctx.services.audiences.mark(me, *owner_of(manager), criterion, key, wanted)


async def drop(manager: DialogManager) -> None:
    """Forget all values of this criterion."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.clear(me, *owner_of(manager), criterion_of(manager))


def window() -> Window:
    """Which criterion."""
    return Window(
        paragraphs(T("audience-criteria")),
        picks("kind", open_kind, items="choices", width=2),
        Row(press("audience-ready", to_overview, id="ready"), to_menu()),
        no_typing(),
        state=AudienceStates.criterion,
        getter=criterion_data,
    )


def choice_window() -> Window:
    """Its values."""
    return Window(
        paragraphs(T("audience-choice"), T("audience-now", when="narrowed")),
        picks("value", mark, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("back", to_criteria, id="back"),
            press("audience-drop", drop, id="drop", when="any"),
            press("audience-ready", to_overview, id="ready"),
        ),
        no_typing(),
        state=AudienceStates.choice,
        getter=choice_data,
    )
