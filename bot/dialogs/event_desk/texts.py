"""Fields that are typed: title, description, place, link, organiser; and the number of seats."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.event_desk.changes import ask_first, wait_for_consent
from bot.dialogs.event_desk.data import TEXTS, card_of, event_id, field_of, to_list
from bot.dialogs.event_desk.fields import back_from_field
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import EventDeskStates
from services.events.typed import MAY_BE_EMPTY, possible_seats, read, seats_of

SEATS = (10, 15, 20, 25, 30, 50)
_SHOWN = 1500  # characters of a description
_TOLD_OF = ("place", "link")


def _new(manager: DialogManager) -> bool:
    """Whether the title of an event is asked that there is not yet."""
    return "event_id" not in manager.dialog_data and bool(manager.dialog_data.get("new"))


async def text_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked, and what is known."""
    ctx, field = ctx_of(dialog_manager), field_of(dialog_manager, TEXTS)
    new = _new(dialog_manager)
    known = ""
    if not new:
        card = (await card_of(dialog_manager))[1]
        known = str(getattr(card.event, field))
    return {
        "question": ctx.l10n(f"event-desk-ask-{field}"),
        "value": cut(known, _SHOWN),
        "known": bool(known),
        "removable": bool(known) and field in MAY_BE_EMPTY,
        "new": new,
        "old": not new,
    }


async def save_text(manager: DialogManager, text: str) -> None:
    """Take what was typed; what people must be told of is asked about first."""
    ctx, me = person_id(manager)
    field = field_of(manager, TEXTS)
    if _new(manager):
        manager.dialog_data["event_id"] = await ctx.services.events.desk.create(me, text)
        await manager.switch_to(EventDeskStates.when)
        return
    await _store(manager, field, read(field, text))


async def remove_text(manager: DialogManager) -> None:
    """Take the text away."""
    await _store(manager, field_of(manager, tuple(MAY_BE_EMPTY)), "")


async def _store(manager: DialogManager, field: str, value: str) -> None:
    (ctx, me), one = person_id(manager), event_id(manager)
    if field not in _TOLD_OF:
        await ctx.services.events.desk.write(me, one, field, value)
    elif await ask_first(manager):
        await wait_for_consent(manager, {"field": field, "value": value})
        return
    else:
        await ctx.services.events.desk.relocate(me, one, field, value)
    await back_from_field(manager)


async def seats_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The number of seats, and the usual numbers."""
    _ctx, card = await card_of(dialog_manager)
    seats = card.event.seats
    return {
        "seats": seats or 0,
        "taken": card.event.taken,
        "limited": seats is not None,
        "unlimited": seats is None,
        "occupied": card.event.taken > 0,
        "waiting": card.event.waiting,
        "choices": [Choice(str(one), f"✓ {one}" if one == seats else str(one)) for one in SEATS],
    }


async def save_seats(manager: DialogManager, text: str) -> None:
    """Take a number."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.set_seats(me, event_id(manager), seats_of(text))
    await back_from_field(manager)


async def choose_seats(manager: DialogManager, item: str) -> None:
    """Take one of the usual numbers."""
    ctx, me = person_id(manager)
    seats = possible_seats(number_of(item))
    await ctx.services.events.desk.set_seats(me, event_id(manager), seats)
    await back_from_field(manager)


async def no_limit(manager: DialogManager) -> None:
    """As many as come."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.set_seats(me, event_id(manager), None)
    await back_from_field(manager)


def window() -> Window:
    """A text."""
    return Window(
        paragraphs(
            T("event-desk-question"),
            T("event-desk-known", when="known"),
        ),
        press("event-desk-remove", remove_text, id="remove", when="removable"),
        Row(
            press("back", back_from_field, id="back", when="old"),
            press("event-desk-to-list", to_list, id="to_list", when="new"),
            to_menu(),
        ),
        *typed(save_text),
        state=EventDeskStates.text,
        getter=text_data,
    )


def seats_window() -> Window:
    """The number of seats."""
    return Window(
        paragraphs(
            T("event-desk-ask-seats"),
            T("event-desk-seats-known", when="limited"),
            T("event-desk-seats-open", when="unlimited"),
            T("event-desk-seats-taken", when="occupied"),
            T("event-desk-seats-waiting", when="waiting"),
        ),
        picks("seats", choose_seats, items="choices", width=3),
        press("event-desk-seats-free", no_limit, id="no_limit", when="limited"),
        Row(press("back", back_from_field, id="back"), to_menu()),
        *typed(save_seats),
        state=EventDeskStates.seats,
        getter=seats_data,
    )
