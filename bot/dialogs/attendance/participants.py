"""The list: one tap says that somebody came, or takes that back."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.attendance.data import (
    PERSON,
    QUERY,
    event_id,
    head,
    person_label,
    to_actions,
    to_event,
    to_list,
    typed_query,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    mark_of,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.event_words import near_words
from bot.states import AttendanceStates
from services.events.arrivals import opens_at
from services.events.marking import PARTS, ParticipantPage
from services.fields import NAME_LIMIT, plain

PAGE, PART, CARDS = "page", "part", "cards"


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of people, or what the typed name resembles."""
    ctx, me = person_id(dialog_manager)
    query, part = typed_query(dialog_manager), _part(dialog_manager)
    number, about = page_number(dialog_manager, PAGE), event_id(dialog_manager)
    found = await ctx.services.events.attendance.participants(me, about, part, number, query)
    marking = found.correctable and not dialog_manager.dialog_data.get(CARDS)
    return {
        **head(ctx, found.event),
        **_counts(found),
        **_hints(ctx, found, marking=marking),
        "people": _choices(ctx, found, marking=marking),
        "part": part,
        "query": query,
        "listing": not query,
        "searching": bool(query),
        "not_found": bool(query) and not found.people,
        "empty": not query and not found.people,
        "page": found.number + 1,
        "pages": found.pages,
        "many_pages": found.pages > 1,
    }


def _counts(found: ParticipantPage) -> dict[str, Any]:
    turnout = found.turnout
    return {
        "registered": turnout.registered,
        "came": turnout.came,
        "waiting": turnout.waiting,
        "walked_in": turnout.walked_in,
    }


def _hints(ctx: Ctx, found: ParticipantPage, *, marking: bool) -> dict[str, Any]:
    cancelled = found.event.state == "cancelled"
    early = not (found.correctable or found.locked or cancelled)
    clock, opens = ctx.services.clock, opens_at(found.event)
    return {
        "marking": marking,
        "mode": "marks" if marking else "cards",
        "correctable": found.correctable,
        "cards": not marking and bool(found.people),
        "early": early,
        "opens": near_words(ctx.l10n, clock.zone, opens, clock.now()) if early else "",
        "locked": found.locked,
        "cancelled": cancelled,
    }


def _choices(ctx: Ctx, found: ParticipantPage, *, marking: bool) -> list[Choice]:
    """A tap carries the wanted state, so that the same tap twice is the same as once."""
    return [
        Choice(
            f"{one.person_id}:{int(one.came_at is None) if marking else '-'}",
            person_label(ctx, one),
        )
        for one in found.people
    ]


def _part(manager: DialogManager) -> str:
    found = manager.dialog_data.get(PART)
    return found if found in PARTS else PARTS[0]


async def tap(manager: DialogManager, item: str) -> None:
    """Mark somebody, or open the card."""
    ctx, me = person_id(manager)
    key, came = mark_of(item)
    if item.endswith("-"):
        manager.dialog_data[PERSON] = number_of(key)
        await manager.switch_to(AttendanceStates.person)
        return
    await ctx.services.events.attendance.mark(me, event_id(manager), number_of(key), came)


async def next_part(manager: DialogManager) -> None:
    """All, not marked, who came, who waits, and all again."""
    place = PARTS.index(_part(manager)) + 1
    manager.dialog_data[PART] = PARTS[place % len(PARTS)]
    manager.dialog_data.pop(PAGE, None)


async def other_mode(manager: DialogManager) -> None:
    """A tap opens the card, or marks again."""
    manager.dialog_data[CARDS] = not manager.dialog_data.get(CARDS)


async def search(manager: DialogManager, text: str) -> None:
    """Look for a name."""
    manager.dialog_data[QUERY] = plain(text)[:NAME_LIMIT]
    manager.dialog_data.pop(PAGE, None)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("attendance-head"),
            T("attendance-part", when="listing"),
            T("attendance-empty", when="empty"),
            T("attendance-found", when="searching"),
            T("attendance-not-found", when="not_found"),
            T("attendance-mark-hint", when="marking"),
            T("attendance-early", when="early"),
            T("attendance-locked", when="locked"),
            T("attendance-cancelled", when="cancelled"),
            T("attendance-cards-hint", when="cards"),
        ),
        picks("person", tap, items="people"),
        pager(PAGE, when="many_pages"),
        Row(
            press("attendance-part-next", next_part, id="part", when="listing"),
            press("attendance-whole-list", to_list, id="whole", when="searching"),
            press("attendance-mode", other_mode, id="mode", when="correctable"),
        ),
        Row(
            press("back", to_event, id="back"),
            press("attendance-actions", to_actions, id="more"),
            to_menu(),
        ),
        *typed(search),
        state=AttendanceStates.participants,
        getter=list_data,
    )
