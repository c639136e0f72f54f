"""Choosing schools, and the event whose people are meant."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import event_title
from bot.context import ctx_of
from bot.dialogs.audiences.data import (
    CRITERION,
    LABEL,
    PAGE,
    owned,
    owner_of,
    pages_of,
    to_criteria,
    to_overview,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    mark_of,
    marked,
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
from bot.dialogs.widgets.schools import (
    school_buttons,
    school_choices,
    school_texts,
    search_school,
)
from bot.states import AudienceStates


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The list of schools with marks, and those that are chosen."""
    ctx = ctx_of(dialog_manager)
    found = await owned(dialog_manager)
    data = await school_choices(dialog_manager)
    titles = [(one.id, cut(one.label, LABEL)) for one in data["choices"]]
    schools = found.named.schools.values()
    return {
        **data,
        "choices": marked(titles, {str(key) for key in found.criteria.schools}),
        "chosen": cut(", ".join(school.title(ctx.locale) for school in schools), 500),
        "any": bool(found.criteria.schools),
    }


async def mark_school(manager: DialogManager, item: str) -> None:
    """Mark or unmark a school."""
    ctx, me = person_id(manager)
    key, wanted = mark_of(item)
    await ctx.services.audiences.mark(me, *owner_of(manager), "schools", key, wanted)


async def drop_schools(manager: DialogManager) -> None:
    """No school in particular."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.clear(me, *owner_of(manager), "schools")


def school_window() -> Window:
    """Which schools."""
    return Window(
        paragraphs(T("audience-schools", when="any"), *school_texts()),
        *school_buttons(mark_school),
        Row(
            press("back", to_criteria, id="back"),
            press("audience-drop", drop_schools, id="drop", when="any"),
            press("audience-ready", to_overview, id="ready"),
        ),
        *typed(search_school),
        state=AudienceStates.school,
        getter=school_data,
    )


async def event_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of events, a mark on the chosen one."""
    ctx = ctx_of(dialog_manager)
    found = await owned(dialog_manager)
    number = page_number(dialog_manager, PAGE)
    page = await ctx.services.audiences.events_to_choose(ctx.me.id, number)
    chosen = found.criteria.event_id
    return {
        "choices": [
            Choice(str(one.id), ("✓ " if one.id == chosen else "") + event_title(ctx, one, LABEL))
            for one in page.events
        ],
        "none": page.total == 0,
        "some": page.total > 0,
        "any": chosen is not None,
        **pages_of(page.number, page.pages),
    }


async def take_event(manager: DialogManager, item: str) -> None:
    """Take an event, then ask which of its people."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.choose_event(me, *owner_of(manager), number_of(item))
    manager.dialog_data.update({CRITERION: "places", PAGE: 0})
    await manager.switch_to(AudienceStates.choice)


async def drop_event(manager: DialogManager) -> None:
    """No event in particular."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.clear(me, *owner_of(manager), "event_id")


def event_window() -> Window:
    """Which event."""
    return Window(
        paragraphs(
            T("audience-events", when="some"),
            T("audience-events-none", when="none"),
        ),
        picks("event", take_event, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("back", to_criteria, id="back"),
            press("audience-drop", drop_event, id="drop", when="any"),
            to_menu(),
        ),
        no_typing(),
        state=AudienceStates.event,
        getter=event_data,
    )
