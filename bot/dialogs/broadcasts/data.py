"""What the screens of broadcasts share: which one it is, its title, ways between them."""

from __future__ import annotations

from datetime import datetime

from aiogram_dialog import DialogManager

from bot.broadcasts import title_of_content
from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import cut
from bot.event_words import near_words
from bot.states import BroadcastStates, open_made_event
from services.broadcasts import Broadcast
from services.broadcasts.messages import beginning
from services.errors import Refusal

BROADCAST, SHELF, GROUP, PAGE, NAMES_PAGE = "broadcast_id", "shelf", "group", "page", "names_page"
SIGNS = {
    "draft": "✏️", "scheduled": "⏰", "queueing": "▶️", "sending": "▶️", "paused": "⏸",
    "done": "✅", "cancelled": "⏹",
}  # fmt: skip
HOUR, MINUTE = 3600, 60
_NAME = 60  # characters of the name of a file


def broadcast_id(manager: DialogManager) -> int:
    """The broadcast that the screen is about."""
    found = manager.dialog_data.get(BROADCAST)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def broadcast_of(manager: DialogManager) -> Broadcast:
    """The same as it is now."""
    ctx = ctx_of(manager)
    return await ctx.services.broadcasts.drafts.broadcast(ctx.me.id, broadcast_id(manager))


def title_of(ctx: Ctx, broadcast: Broadcast) -> str:
    """A broadcast in a few words: its event, or how its text begins, or its file."""
    if not (broadcast.text or broadcast.content.event) and broadcast.media:
        return media_words(ctx, broadcast)
    return title_of_content(broadcast.content, ctx.l10n)


def excerpt(broadcast: Broadcast, room: int) -> str:
    """How its text begins, without markup and in one line."""
    return cut(beginning(broadcast.text), room)


def media_words(ctx: Ctx, broadcast: Broadcast) -> str:
    """What is attached, if anything is."""
    if broadcast.media is None:
        return ""
    if broadcast.media == "document" and broadcast.file_name:
        return ctx.l10n.plain("broadcast-named-document", name=cut(broadcast.file_name, _NAME))
    photo = broadcast.media == "photo"
    return ctx.l10n.plain("broadcast-photo" if photo else "broadcast-document")


def when_words(ctx: Ctx, broadcast: Broadcast) -> str:
    """The moment of its state: when it will begin, or when it was over."""
    over = broadcast.state in ("done", "cancelled")
    at = broadcast.finished_at if over else broadcast.scheduled_at
    return at_words(ctx, at) if at else ""


def at_words(ctx: Ctx, at: datetime) -> str:
    """«сегодня в 14:30», «среда, 25 ноября, 14:30»."""
    clock = ctx.services.clock
    return near_words(ctx.l10n, clock.zone, at, clock.now())


def span_words(ctx: Ctx, seconds: int) -> str:
    """How long something takes, roughly."""
    if seconds < MINUTE:
        return ctx.l10n.plain("broadcast-span-moment")
    minutes = round(seconds / MINUTE)
    if seconds < HOUR:
        return ctx.l10n.plain("broadcast-span-minutes", count=minutes)
    hours, minutes = divmod(minutes, 60)
    return ctx.l10n.plain("broadcast-span-hours", hours=hours, minutes=minutes)


async def to_list(manager: DialogManager) -> None:
    """All broadcasts."""
    await manager.switch_to(BroadcastStates.list)


async def to_draft(manager: DialogManager) -> None:
    """Back to the draft."""
    await manager.switch_to(BroadcastStates.draft)


async def to_progress(manager: DialogManager) -> None:
    """How far it is."""
    await manager.switch_to(BroadcastStates.progress)


async def to_event(manager: DialogManager) -> None:
    """The event that it tells of."""
    event_id = (await broadcast_of(manager)).event_id
    if event_id is None:
        raise Refusal("choice-gone")
    await open_made_event(manager, event_id)


async def show(manager: DialogManager, number: int, *, ready: bool = False) -> None:
    """One broadcast: its draft, or with `ready` the last question; or what becomes of it."""
    manager.dialog_data[BROADCAST] = number
    if (await broadcast_of(manager)).state != "draft":
        await to_progress(manager)
    elif ready:
        await manager.switch_to(BroadcastStates.confirm)
    else:
        await to_draft(manager)
