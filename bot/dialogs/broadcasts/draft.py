"""A draft: what is set, what is missing, who will get it."""

from __future__ import annotations

from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.kbd.base import Keyboard
from aiogram_dialog.widgets.text import Multi

from bot.audiences import audience_words, reach_words
from bot.broadcasts import compose_broadcast, send_broadcast
from bot.context import Ctx
from bot.dialogs.broadcasts.data import (
    at_words,
    broadcast_id,
    broadcast_of,
    excerpt,
    media_words,
    to_draft,
    to_event,
    to_list,
    to_progress,
)
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.states import BroadcastStates, open_audience
from bot.titles import title_of_category
from services.audiences import BROADCAST_OWNER
from services.broadcasts import Broadcast
from services.errors import Refusal

_PREVIEWED = "previewed"  # where the action leaves word for the getter of the same event
_EXCERPT, _AUDIENCE, _URL = 300, 600, 100  # characters of what is set


async def draft_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything that is set, and what is missing."""
    ctx, me = person_id(dialog_manager)
    one = await broadcast_of(dialog_manager)
    audiences = ctx.services.audiences
    named = await audiences.named(me, one.audience)
    reach = await audiences.reach(me, one.audience, one.category)
    draft, at = one.state == "draft", one.scheduled_at
    ahead = at is not None and at > ctx.services.clock.now()
    return {
        **_parts(ctx, one),
        "audience": cut(audience_words(ctx, named), _AUDIENCE),
        "reach": reach_words(ctx, reach),
        "previewed": bool(dialog_manager.middleware_data.get(_PREVIEWED)),
        "draft": draft,
        "gone_out": not draft,
        "moment": at_words(ctx, at) if at else "",
        "timed": draft and ahead,
        "at_once": draft and not ahead,
        "complete": draft and not one.missing and not one.content.off,
    }


def _parts(ctx: Ctx, one: Broadcast) -> dict[str, Any]:
    """What people will see."""
    draft = one.state == "draft"
    event, off = one.content.event, one.content.off
    return {
        "event": event.title if event else "",
        "has_event": event is not None and not off,
        "event_off": off,
        "of_event": event is not None,
        "text": excerpt(one, _EXCERPT),
        "has_text": bool(one.text),
        "media": media_words(ctx, one),
        "has_media": one.media is not None,
        "label": one.button_text,
        "url": cut(one.button_url, _URL),
        "has_link": bool(one.button_text),
        "category": title_of_category(ctx.l10n, ctx.services.profile, one.category),
        "has_category": bool(one.category),
        "ack": one.ack,
        "can_ask": draft and not one.ack,
        "can_stop_asking": draft and one.ack,
        "needs_text": draft and "text" in one.missing,
        "needs_category": draft and "category" in one.missing,
        "can_preview": draft and "text" not in one.missing and not off,
    }


async def to_text(manager: DialogManager) -> None:
    """Say what it says."""
    await manager.switch_to(BroadcastStates.text)


async def to_link(manager: DialogManager) -> None:
    """Give it a button."""
    await manager.switch_to(BroadcastStates.link)


async def to_category(manager: DialogManager) -> None:
    """Say what it is about."""
    await manager.switch_to(BroadcastStates.category)


async def to_when(manager: DialogManager) -> None:
    """Say when it goes."""
    await manager.switch_to(BroadcastStates.when)


async def to_audience(manager: DialogManager) -> None:
    """Say for whom it is."""
    await open_audience(manager, BROADCAST_OWNER, broadcast_id(manager))


async def to_confirm(manager: DialogManager) -> None:
    """Show what would happen; what is missing is told first."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.plan(me, broadcast_id(manager))
    await manager.switch_to(BroadcastStates.confirm)


async def ask_ack(manager: DialogManager) -> None:
    """People are to say that they have read it."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.set_ack(me, broadcast_id(manager), True)


async def ask_no_ack(manager: DialogManager) -> None:
    """Nobody is to say that they have read it."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.set_ack(me, broadcast_id(manager), False)


async def preview(manager: DialogManager) -> None:
    """Send the very message to oneself; the draft comes once more below it."""
    ctx, me = person_id(manager)
    content = await ctx.services.broadcasts.drafts.previewed(me, broadcast_id(manager))
    message = compose_broadcast(content, ctx.l10n, ctx.services.profile)
    try:
        await send_broadcast(manager.middleware_data["bot"], ctx.user.id, message)
    except TelegramBadRequest as error:
        raise Refusal("broadcast-rejected") from error
    manager.middleware_data[_PREVIEWED] = True
    manager.show_mode = ShowMode.SEND


async def to_delete(manager: DialogManager) -> None:
    """Ask whether to throw it away."""
    await manager.switch_to(BroadcastStates.delete)


async def delete(manager: DialogManager) -> None:
    """Throw it away."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.delete(me, broadcast_id(manager))
    toast(manager, "broadcast-deleted")
    await to_list(manager)


def _details() -> Multi:
    """What is set, a line each."""
    return Multi(
        T("broadcast-draft-media", when="has_media"),
        T("broadcast-draft-link", when="has_link"),
        T("broadcast-draft-category", when="has_category"),
        T("broadcast-draft-ack", when="ack"),
        T("broadcast-draft-audience"),
        T("broadcast-draft-when-now", when="at_once"),
        T("broadcast-draft-when", when="timed"),
        sep="\n",
    )


def _buttons() -> list[Keyboard]:
    return [
        Row(
            press("broadcast-edit-text", to_text, id="text"),
            press("broadcast-edit-link", to_link, id="link"),
            when="draft",
        ),
        Row(
            press("broadcast-edit-category", to_category, id="category"),
            press("broadcast-edit-audience", to_audience, id="audience"),
            when="draft",
        ),
        Row(
            press("broadcast-edit-when", to_when, id="when", when="draft"),
            press("broadcast-ack-on", ask_ack, id="ask", when="can_ask"),
            press("broadcast-ack-off", ask_no_ack, id="ask_not", when="can_stop_asking"),
        ),
        Row(
            press("broadcast-preview", preview, id="preview", when="can_preview"),
            press("broadcast-next", to_confirm, id="next", when="complete"),
        ),
        press("broadcast-open-progress", to_progress, id="progress", when="gone_out"),
        Row(
            press("broadcast-to-event", to_event, id="to_event", when="of_event"),
            press("broadcast-delete", to_delete, id="delete", when="draft"),
        ),
        Row(press("broadcasts-to-list", to_list, id="list"), to_menu()),
    ]


def window() -> Window:
    """The draft."""
    return Window(
        paragraphs(
            T("broadcast-preview-line", when="previewed"),
            T("broadcast-draft", when="draft"),
            T("broadcast-draft-gone-out", when="gone_out"),
            T("broadcast-draft-event", when="has_event"),
            T("broadcast-draft-event-off", when="event_off"),
            T("broadcast-draft-text", when="has_text"),
            _details(),
            T("broadcast-draft-needs-text", when="needs_text"),
            T("broadcast-draft-needs-category", when="needs_category"),
        ),
        *_buttons(),
        no_typing(),
        state=BroadcastStates.draft,
        getter=draft_data,
    )


def delete_window() -> Window:
    """Whether to throw it away."""
    return Window(
        paragraphs(T("broadcast-delete-ask"), T("broadcast-draft-text", when="has_text")),
        press("broadcast-delete-yes", delete, id="delete_yes"),
        Row(press("back", to_draft, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.delete,
        getter=draft_data,
    )
