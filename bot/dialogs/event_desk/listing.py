"""Events by what becomes of them: those to come, drafts, those that are over."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.event_desk.data import FRESH
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.event_words import short_moment
from bot.states import EventDeskStates
from services.events import Event
from services.events.desk import DeskPage

PART, PAGE = "part", "page"
_ROOM = 3000


def part_of(manager: DialogManager) -> str:
    """Which part of the events shows."""
    return str(manager.dialog_data.get(PART, "coming"))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of one part, and the sizes of the others."""
    ctx, part = ctx_of(dialog_manager), part_of(dialog_manager)
    page = await ctx.services.events.desk.made(ctx.me.id, part, page_number(dialog_manager, PAGE))
    return {
        "lines": listed(ctx, [_line(ctx, one, part) for one in page.events], _ROOM),
        "choices": [Choice(str(one.id), _label(ctx, one)) for one in page.events],
        "parts": _parts(ctx, page, part),
        "some": bool(page.events),
        "coming": part == "coming",
        "drafts": part == "drafts",
        "past": part == "past",
        "none": not page.events,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _parts(ctx: Ctx, page: DeskPage, shown: str) -> list[Choice]:
    return [
        Choice(part, ctx.l10n.plain(f"event-desk-part-{part}", count=count))
        for part, count in page.counts.items()
        if part != shown
    ]


def _line(ctx: Ctx, event: Event, part: str) -> str:
    """«Семинар …» with its time, and who comes."""
    l10n, clock = ctx.l10n, ctx.services.clock
    when = short_moment(clock.zone, event.starts_at, clock.now()) if event.starts_at else ""
    if part == "drafts":
        return l10n("event-desk-line-draft", title=event.title, when=when or "—")
    if event.state == "cancelled":
        return l10n("event-desk-line-cancelled", title=event.title, when=when)
    if part == "past":
        absent = max(0, event.taken - event.came)
        places = l10n("event-desk-places-past", came=event.came, absent=absent)
    elif event.seats is None:
        places = l10n("event-desk-places-open", taken=event.taken)
    else:
        places = l10n(
            "event-desk-places", taken=event.taken, seats=event.seats, waiting=event.waiting
        )
    return l10n("event-desk-line", title=event.title, when=when, places=places)


def _label(ctx: Ctx, event: Event) -> str:
    if event.starts_at is None:
        return event.title
    day = event.starts_at.astimezone(ctx.services.clock.zone)
    return ctx.l10n.plain("event-desk-label", day=f"{day:%d.%m}", title=event.title)


async def choose_part(manager: DialogManager, part: str) -> None:
    """Look at another part."""
    manager.dialog_data.update({PART: part, PAGE: 0})


async def open_one(manager: DialogManager, item: str) -> None:
    """One event: its card, or the fields of a draft."""
    ctx, me = person_id(manager)
    manager.dialog_data["event_id"] = number_of(item)
    manager.dialog_data.pop(FRESH, None)
    card = await ctx.services.events.desk.made_event(me, number_of(item))
    draft = card.phase == "draft"
    await manager.switch_to(EventDeskStates.fields if draft else EventDeskStates.card)


async def new(manager: DialogManager) -> None:
    """Ask how a new event is called."""
    manager.dialog_data.pop("event_id", None)
    manager.dialog_data.update({"field": "title", "new": True})
    await manager.switch_to(EventDeskStates.text)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("event-desk-coming", when="coming"),
            T("event-desk-drafts", when="drafts"),
            T("event-desk-past", when="past"),
            T("event-desk-lines", when="some"),
            T("event-desk-none", when="none"),
        ),
        picks("event", open_one, items="choices"),
        pager(PAGE, when="many_pages"),
        picks(PART, choose_part, items="parts", width=2),
        Row(press("event-desk-new", new, id="new"), to_menu()),
        no_typing(),
        state=EventDeskStates.list,
        getter=list_data,
    )
