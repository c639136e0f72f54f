"""The audience in words: who it is, how many will get it, who will not and why."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import audience_lines
from bot.context import ctx_of
from bot.dialogs.audiences.data import (
    owned,
    owner_of,
    reach_of,
    to_criteria,
    to_owner,
    to_saved,
)
from bot.dialogs.audiences.people import open_left_out, open_reached
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    typed,
)
from bot.states import AudienceStates
from services.audiences import EVENT_OWNER

_ROOM = 2500  # characters for the criteria
_SAVED = "saved_as"  # where an action leaves the new name for the getter of the same event


async def overview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Criteria line by line, and the figures."""
    ctx = ctx_of(dialog_manager)
    found = await owned(dialog_manager)
    reach, words = await reach_of(dialog_manager, found)
    lines = [ctx.l10n("bullet", text=line) for line in audience_lines(ctx, found.named)]
    for_event = owner_of(dialog_manager)[0] == EVENT_OWNER
    saved = dialog_manager.middleware_data.get(_SAVED, "")
    return {
        "for_event": for_event,
        "for_broadcast": not for_event,
        "lines": listed(ctx, lines, _ROOM),
        "reach": words,
        "changeable": found.changeable,
        "fixed": not found.changeable,
        "narrowed": found.changeable and not found.criteria.everybody,
        "any_reached": reach.total > 0,
        "any_left": reach.left_out > 0,
        "name": saved,
        "just_saved": bool(saved),
    }


async def clear(manager: DialogManager) -> None:
    """For everybody again."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.clear(me, *owner_of(manager))


async def begin_save(manager: DialogManager) -> None:
    """Give it a name."""
    await manager.switch_to(AudienceStates.save)


async def save(manager: DialogManager, text: str) -> None:
    """Keep it under the typed name."""
    ctx, me = person_id(manager)
    name = await ctx.services.audiences.save(me, *owner_of(manager), text)
    manager.middleware_data[_SAVED] = name
    await manager.switch_to(AudienceStates.overview)


async def save_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is going to be kept."""
    ctx = ctx_of(dialog_manager)
    found = await owned(dialog_manager)
    lines = [ctx.l10n("bullet", text=line) for line in audience_lines(ctx, found.named)]
    return {"lines": listed(ctx, lines, _ROOM)}


async def back(manager: DialogManager) -> None:
    """Back without keeping it."""
    await manager.switch_to(AudienceStates.overview)


def window() -> Window:
    """The audience."""
    return Window(
        paragraphs(
            T("audience-saved-as", when="just_saved"),
            T("audience-of-broadcast", when="for_broadcast"),
            T("audience-of-event", when="for_event"),
            T("audience-reach-line"),
            T("audience-fixed", when="fixed"),
        ),
        press("audience-change", to_criteria, id="change", when="changeable"),
        press("audience-saved", to_saved, id="kept", when="changeable"),
        Row(
            press("audience-who", open_reached, id="who", when="any_reached"),
            press("audience-who-not", open_left_out, id="left", when="any_left"),
        ),
        Row(
            press("audience-save", begin_save, id="save", when="narrowed"),
            press("audience-clear", clear, id="clear", when="narrowed"),
        ),
        Row(press("audience-done", to_owner, id="done"), to_menu()),
        no_typing(),
        state=AudienceStates.overview,
        getter=overview_data,
    )


def save_window() -> Window:
    """A name for it."""
    return Window(
        paragraphs(T("audience-save-ask")),
        Row(press("back", back, id="back"), to_menu()),
        *typed(save),
        state=AudienceStates.save,
        getter=save_data,
    )
