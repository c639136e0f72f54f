"""Questions about a broadcast on its way: whether to call it off, whether to remind people."""

from __future__ import annotations

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.broadcasts.data import broadcast_id, to_progress
from bot.dialogs.broadcasts.progress import progress_data
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import BroadcastStates


async def cancel(manager: DialogManager) -> None:
    """Call it off."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.cancel(me, broadcast_id(manager))
    toast(manager, "broadcast-cancel-done")
    await to_progress(manager)


async def remind(manager: DialogManager) -> None:
    """Remind those who have not said that they read it."""
    ctx, me = person_id(manager)
    count = await ctx.services.broadcasts.outcomes.remind(me, broadcast_id(manager))
    if count:
        toast(manager, "broadcast-reminded", count=count)
    else:
        toast(manager, "broadcast-reminded-before")
    await to_progress(manager)


def cancel_window() -> Window:
    """Whether to call it off."""
    return Window(
        paragraphs(
            T("broadcast-cancel-ask", when="begun"),
            T("broadcast-cancel-ask-early", when="untold"),
        ),
        press("broadcast-cancel-yes", cancel, id="cancel_yes"),
        Row(press("back", to_progress, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.cancel,
        getter=progress_data,
    )


def remind_window() -> Window:
    """Whether to remind them."""
    return Window(
        paragraphs(T("broadcast-remind-ask")),
        press("broadcast-remind-yes", remind, id="remind_yes"),
        Row(press("back", to_progress, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.remind,
        getter=progress_data,
    )
