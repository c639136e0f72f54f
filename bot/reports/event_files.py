"""Sending what belongs to an event: its calendar file, its picture."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile

from bot.context import Ctx
from bot.reports.calendar_file import CalendarEntry, write_calendar_file
from bot.reports.worker import in_worker
from services.errors import Refusal
from services.events.calendar import Shown


async def send_calendar_file(bot: Bot, ctx: Ctx, event_id: int) -> None:
    """The event for the calendar of one's phone; a failure is told."""
    try:
        shown = await ctx.services.events.calendar.look(ctx.me.id, event_id)
        entry = calendar_entry(ctx, shown, (await bot.me()).username or "bot")
        data = await in_worker(write_calendar_file, entry)
        local = entry.starts_at.astimezone(ctx.services.clock.zone)
        name = ctx.l10n.plain("event-file", date=f"{local:%Y-%m-%d}")
        off, on = ctx.l10n("event-file-cancelled"), ctx.l10n("event-file-caption")
        file = BufferedInputFile(data, f"{name}.ics")
        await bot.send_document(ctx.user.id, file, caption=off if entry.cancelled else on)
    except Refusal:
        return  # it vanished meanwhile
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("event-file-failed"))
        raise


def calendar_entry(ctx: Ctx, shown: Shown, bot_name: str) -> CalendarEntry:
    """The event as it goes into the file; without an end it lasts an hour."""
    event, clock = shown.event, ctx.services.clock
    off = event.state == "cancelled"
    assert event.starts_at is not None
    return CalendarEntry(
        uid=f"event-{event.id}@{bot_name}",
        sequence=event.revision + off,  # news for a calendar, like a change of time
        title=event.title,
        description="\n\n".join(filter(None, (event.description, event.link))),
        place=event.place,
        link=event.link,
        starts_at=event.starts_at,
        ends_at=event.ends_at or event.starts_at,
        written_at=clock.now(),
        cancelled=off,
        zone=clock.zone.key,
        alarm=event.title,
    )


async def send_picture(bot: Bot, ctx: Ctx, event_id: int) -> None:
    """The picture of the event; one that Telegram no longer has is told."""
    try:
        event = (await ctx.services.events.calendar.look(ctx.me.id, event_id)).event
        if event.picture is not None:
            await bot.send_photo(
                ctx.user.id,
                event.picture,
                caption=ctx.l10n("event-picture-of", title=event.title),
            )
    except Refusal:
        return
    except TelegramBadRequest:
        await bot.send_message(ctx.user.id, ctx.l10n("event-picture-gone"))
