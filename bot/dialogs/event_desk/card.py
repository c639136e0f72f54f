"""The organiser's view of one event: who comes, what will be told when, what can be done."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row, Url
from aiogram_dialog.widgets.text import Format

from bot.context import Ctx
from bot.dialogs.event_desk.card_words import card_words, reminder_lines
from bot.dialogs.event_desk.data import FRESH, card_of, event_id, to_card, to_fields, to_list
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
from bot.event_links import share_link
from bot.states import (
    EventDeskStates,
    open_attendance,
    open_broadcast,
    open_checkin,
    open_feedback,
    open_materials,
    open_ready_broadcast,
)
from services.broadcasts.about_events import in_need
from services.events import Event
from services.subscriptions import EVENTS


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event in words, and which buttons make sense."""
    ctx, card = await card_of(dialog_manager)
    event, phase = card.event, card.phase
    needed = await _needed(ctx, event) if phase == "coming" else 0
    fresh = bool(dialog_manager.dialog_data.get(FRESH)) and phase == "coming"
    return {
        **card_words(ctx, card),
        "fresh": fresh,
        "announceable": phase == "coming" and not fresh,
        "reminders": reminder_lines(ctx, card),
        "reminded": bool(card.reminders) and phase != "cancelled",
        "cancelled": phase == "cancelled",
        "past": phase == "past",
        "drafted": phase == "draft",
        "peopled": phase != "draft",
        "goes_on": phase in ("coming", "on"),
        "unfinished": phase in ("draft", "coming", "on"),
        "coming": phase == "coming",
        "needed": needed,
        "can_invite": needed > 0,
        "nobody_needs": phase == "coming" and bool(event.blocks) and not needed,
    }


async def more_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked for less often."""
    ctx, card = await card_of(dialog_manager)
    name = (await dialog_manager.middleware_data["bot"].me()).username or ""
    return {
        **card_words(ctx, card),
        "share": share_link(name, card.event.id, card.event.title),
        "coming": card.phase == "coming",
        "goes_on": card.phase in ("coming", "on"),
        "held": card.phase != "cancelled",
    }


async def _needed(ctx: Ctx, event: Event) -> int:
    """How many people with a deficit in its blocks have no place yet."""
    if not event.blocks:
        return 0
    wanted = in_need(event, event.blocks)
    return (await ctx.services.audiences.reach(ctx.me.id, wanted, EVENTS)).total


async def participants(manager: DialogManager) -> None:
    """Who comes."""
    await open_attendance(manager, event_id(manager))


async def checkin(manager: DialogManager) -> None:
    """How people check in."""
    await open_checkin(manager, event_id(manager))


async def announce(manager: DialogManager) -> None:
    """A broadcast to those whom the event is for."""
    ctx, me = person_id(manager)
    broadcast = await ctx.services.broadcasts.drafts.announce(me, event_id(manager))
    await open_broadcast(manager, broadcast)


async def invite(manager: DialogManager) -> None:
    """A broadcast to those who need it."""
    ctx, me = person_id(manager)
    broadcast = await ctx.services.broadcasts.drafts.invite(me, event_id(manager))
    await open_ready_broadcast(manager, broadcast)


async def materials(manager: DialogManager) -> None:
    """What those who came get."""
    await open_materials(manager, event_id(manager))


async def feedback(manager: DialogManager) -> None:
    """What people said."""
    await open_feedback(manager, event_id(manager))


async def repeat(manager: DialogManager) -> None:
    """The same once more, as a draft."""
    ctx, me = person_id(manager)
    copy = await ctx.services.events.desk.copy(me, event_id(manager))
    manager.dialog_data["event_id"] = copy
    toast(manager, "event-desk-copied")
    await manager.switch_to(EventDeskStates.when)


async def more(manager: DialogManager) -> None:
    """What is asked for less often."""
    await manager.switch_to(EventDeskStates.more)


async def cancel(manager: DialogManager) -> None:
    """Ask why."""
    manager.dialog_data.pop("reason", None)
    await manager.switch_to(EventDeskStates.cancel)


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("event-desk-published", when="fresh"),
            T("event-desk-card"),
            T("event-desk-card-until", when="coming"),
            T("event-desk-card-reason", when="cancelled"),
            T("event-desk-card-reminders", when="reminded"),
            T("event-desk-nobody-needs", when="nobody_needs"),
        ),
        press("event-desk-announce-first", announce, id="announce_first", when="fresh"),
        Row(
            press("event-desk-participants", participants, id="participants"),
            press("event-desk-checkin", checkin, id="checkin", when="goes_on"),
            press("event-desk-feedback", feedback, id="feedback", when="past"),
            press("event-desk-repeat", repeat, id="repeat", when="cancelled"),
            when="peopled",
        ),
        Row(
            press("event-desk-materials", materials, id="materials"),
            press("event-desk-repeat", repeat, id="again"),
            when="past",
        ),
        Row(
            press("event-desk-edit", to_fields, id="edit"),
            press("event-desk-announce", announce, id="announce", when="announceable"),
            when="goes_on",
        ),
        press("event-desk-open-draft", to_fields, id="draft", when="drafted"),
        press("event-desk-invite", invite, id="invite", when="can_invite"),
        press("event-desk-more", more, id="more", when="unfinished"),
        Row(press("event-desk-to-list", to_list, id="to_list"), to_menu()),
        no_typing(),
        state=EventDeskStates.card,
        getter=card_data,
    )


def more_window() -> Window:
    """What is asked for less often."""
    return Window(
        paragraphs(T("event-desk-card")),
        Row(
            press("event-desk-materials", materials, id="materials"),
            press("event-desk-feedback", feedback, id="feedback"),
            when="held",
        ),
        Row(
            press("event-desk-repeat", repeat, id="repeat"),
            Url(Label("event-desk-share"), Format("{share}"), id="share", when="coming"),
        ),
        press("event-desk-cancel", cancel, id="cancel", when="goes_on"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.more,
        getter=more_data,
    )
