"""One event: all about it, and what one can do with it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row, Url
from aiogram_dialog.widgets.text import Format

from bot.context import Ctx
from bot.dialogs.events.afterwards import afterwards_data, afterwards_row
from bot.dialogs.events.card_words import card_words
from bot.dialogs.events.data import (
    back_from_card,
    event_id,
    to_card,
    to_reminders,
)
from bot.dialogs.widgets import (
    Label,
    T,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.event_links import route_link, share_link
from bot.event_words import begins_words
from bot.reports.event_files import send_calendar_file, send_picture
from bot.states import EventStates
from services.events.calendar import Shown

PLACES = "ru"  # the language in which maps know the places


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event in words, and which buttons make sense."""
    ctx, me = person_id(dialog_manager)
    shown = await ctx.services.events.calendar.look(me, event_id(dialog_manager))
    bot = dialog_manager.middleware_data["bot"]
    name = (await bot.me()).username or ""
    event, place = shown.event, ctx.services.profile.title.get(PLACES)
    words = ctx.l10n.plain("event-share-words", title=event.title, when=_begins(ctx, shown))
    return {
        **card_words(ctx, shown),
        **_doable(ctx, shown),
        **await afterwards_data(ctx, shown),
        "route": route_link(event.place, place),
        "share": share_link(name, event.id, words),
    }


def _doable(ctx: Ctx, shown: Shown) -> dict[str, bool]:
    event, now = shown.event, ctx.services.clock.now()
    ahead = event.state == "published" and not event.begun(now)
    in_time = event.register_until is None or now < event.register_until
    may = ahead and in_time and shown.place is None and not shown.barred
    over = event.ends_at is not None and event.ends_at <= now
    full = event.free is not None and event.free <= event.waiting
    return {
        "can_register": may and not full,
        "can_wait": may and full,
        "can_withdraw": ahead and shown.registered,
        "can_leave": ahead and shown.waits,
        "can_check_in": shown.registered and not shown.attended and event.open_for_checkin(now),
        "can_rate": shown.attended and over,
        "can_file": ahead or event.state == "cancelled",
        "can_go": bool(event.place) and event.state == "published" and not over,
        "can_share": ahead,
        "can_be_reminded": ahead and shown.registered,
        "pictured": event.picture is not None,
    }


def _begins(ctx: Ctx, shown: Shown) -> str:
    clock = ctx.services.clock
    return begins_words(ctx.l10n, shown.event, clock.zone, clock.now())


async def register(manager: DialogManager) -> None:
    """Take a seat, or a place in the line."""
    ctx, me = person_id(manager)
    placed = await ctx.services.events.places.register(me, event_id(manager))
    if placed.waits:
        toast(manager, "event-placed-waiting", number=placed.number)
    else:
        toast(manager, "event-placed")


async def ask_to_withdraw(manager: DialogManager) -> None:
    """Ask before a seat is lost."""
    await manager.switch_to(EventStates.withdraw)


async def calendar_file(manager: DialogManager) -> None:
    """Send the calendar file."""
    ctx, _ = person_id(manager)
    work = send_calendar_file(manager.middleware_data["bot"], ctx, event_id(manager))
    ctx.background.run(work)
    toast(manager, "event-file-coming")


async def picture(manager: DialogManager) -> None:
    """Send the picture."""
    ctx, _ = person_id(manager)
    work = send_picture(manager.middleware_data["bot"], ctx, event_id(manager))
    ctx.background.run(work)
    toast(manager, "event-picture-coming")


async def check_in(manager: DialogManager) -> None:
    """Type the code that stands in the room."""
    await manager.switch_to(EventStates.code)


async def rate(manager: DialogManager) -> None:
    """Say how it was."""
    await manager.switch_to(EventStates.rate)


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(T("event-head"), T("event-card"), T("event-mine", when="has_mine")),
        press("event-register", register, id="register", when="can_register"),
        press("event-wait", register, id="wait", when="can_wait"),
        press("event-check-in", check_in, id="here", when="can_check_in"),
        press("event-rate", rate, id="rate", when="can_rate"),
        afterwards_row(),
        Row(
            press("event-ics", calendar_file, id="ics", when="can_file"),
            Url(Label("event-route"), Format("{route}"), id="route", when="can_go"),
        ),
        Row(
            Url(Label("event-share"), Format("{share}"), id="share", when="can_share"),
            press("events-reminders", to_reminders, id="remind", when="can_be_reminded"),
        ),
        press("event-picture", picture, id="picture", when="pictured"),
        press("event-withdraw", ask_to_withdraw, id="leave", when="can_withdraw"),
        press("event-leave-line", ask_to_withdraw, id="leave_line", when="can_leave"),
        Row(press("back", back_from_card, id="back"), to_menu()),
        no_typing(),
        state=EventStates.card,
        getter=card_data,
    )


async def withdraw_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is given up, and who gets it."""
    ctx, me = person_id(dialog_manager)
    shown = await ctx.services.events.calendar.look(me, event_id(dialog_manager))
    return {
        "title": shown.event.title,
        "when": _begins(ctx, shown),
        "seat": shown.registered,
        "line": not shown.registered,
        "waiting": shown.event.waiting,
        "number": shown.number,
    }


async def withdraw(manager: DialogManager) -> None:
    """Give up the place."""
    ctx, me = person_id(manager)
    await ctx.services.events.places.withdraw(me, event_id(manager))
    toast(manager, "event-withdrawn")
    await to_card(manager)


def withdraw_window() -> Window:
    """The question."""
    return Window(
        paragraphs(
            T("event-withdraw-ask", when="seat"),
            T("event-leave-ask", when="line"),
        ),
        press("event-withdraw-yes", withdraw, id="yes", when="seat"),
        press("event-leave-yes", withdraw, id="leave_yes", when="line"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=EventStates.withdraw,
        getter=withdraw_data,
    )
