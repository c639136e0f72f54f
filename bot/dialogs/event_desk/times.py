"""When an event is, and until when people may register."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.event_desk.changes import ask_first, wait_for_consent
from bot.dialogs.event_desk.data import (
    card_of,
    deadline_words,
    event_id,
    to_fields,
    when_words,
)
from bot.dialogs.widgets import T, paragraphs, person_id, press, to_menu, typed
from bot.states import EventDeskStates
from services.events.changing import check_period
from services.events.times import Period, typed_moment, typed_period

_SOON = timedelta(days=10)  # how far ahead the example lies


async def when_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The time as it is known, and the deadline."""
    ctx, card = await card_of(dialog_manager)
    soon = ctx.services.clock.now().astimezone(ctx.services.clock.zone) + _SOON
    return {
        "title": card.event.title,
        "when": when_words(ctx, card.event),
        "deadline": deadline_words(ctx, card.event),
        "known": card.event.starts_at is not None,
        "limited": card.event.register_until is not None,
        "example": f"{soon:%d.%m.%Y}",
    }


async def save_when(manager: DialogManager, text: str) -> None:
    """Take beginning and end; who is registered is asked about first."""
    ctx, me = person_id(manager)
    clock, card = ctx.services.clock, (await card_of(manager))[1]
    start, end = card.event.starts_at, card.event.ends_at
    known = Period(start, end) if start and end else None
    period = typed_period(text, clock.now(), clock.zone, known)
    if await ask_first(manager):
        check_period(period.start, period.end, clock.now(), start if card.phase == "on" else None)
        change = {"start": period.start.isoformat(), "end": period.end.isoformat()}
        await wait_for_consent(manager, change)
        return
    await ctx.services.events.desk.move(me, event_id(manager), period.start, period.end)
    await to_fields(manager)


async def save_deadline(manager: DialogManager, text: str) -> None:
    """Take the deadline."""
    ctx, me = person_id(manager)
    moment = typed_moment(text, ctx.services.clock.now(), ctx.services.clock.zone)
    await ctx.services.events.desk.set_deadline(me, event_id(manager), moment)
    await to_fields(manager)


async def until_start(manager: DialogManager) -> None:
    """People may register until it begins."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.set_deadline(me, event_id(manager), None)
    await to_fields(manager)


def window() -> Window:
    """Beginning and end."""
    return Window(
        paragraphs(T("event-desk-ask-when"), T("event-desk-when-known", when="known")),
        Row(press("back", to_fields, id="back"), to_menu()),
        *typed(save_when),
        state=EventDeskStates.when,
        getter=when_data,
    )


def deadline_window() -> Window:
    """The deadline."""
    return Window(
        paragraphs(
            T("event-desk-ask-deadline"),
            T("event-desk-deadline-known"),
            T("event-desk-when-known", when="known"),
        ),
        press("event-desk-until-start-set", until_start, id="until_start", when="limited"),
        Row(press("back", to_fields, id="back"), to_menu()),
        *typed(save_deadline),
        state=EventDeskStates.deadline,
        getter=when_data,
    )
