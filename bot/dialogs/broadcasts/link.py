"""The button of a broadcast that opens an address of the web."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.broadcasts.data import broadcast_id, broadcast_of, to_draft
from bot.dialogs.widgets import T, paragraphs, person_id, press, to_menu, toast, typed
from bot.states import BroadcastStates
from services.broadcasts.messages import typed_link


async def link_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The button as it is now."""
    one = await broadcast_of(dialog_manager)
    return {"label": one.button_text, "url": one.button_url, "has_link": bool(one.button_text)}


async def save(manager: DialogManager, text: str) -> None:
    """Take label and address; without a label the button says «more»."""
    ctx, me = person_id(manager)
    label, url = typed_link(text)
    label = label or ctx.l10n.plain("broadcast-link-label")
    await ctx.services.broadcasts.drafts.set_link(me, broadcast_id(manager), label, url)
    await to_draft(manager)


async def remove(manager: DialogManager) -> None:
    """No button."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.remove_link(me, broadcast_id(manager))
    toast(manager, "broadcast-link-removed")
    await to_draft(manager)


def window() -> Window:
    """Label and address."""
    return Window(
        paragraphs(T("broadcast-ask-link"), T("broadcast-link-now", when="has_link")),
        press("broadcast-remove-link", remove, id="remove", when="has_link"),
        Row(press("back", to_draft, id="back"), to_menu()),
        *typed(save),
        state=BroadcastStates.link,
        getter=link_data,
    )
