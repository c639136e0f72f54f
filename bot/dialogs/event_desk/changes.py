"""A change that people are told of: first the question, then the change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.event_desk.data import PENDING, card_of, event_id, to_fields, when_words
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.event_words import span_words
from bot.states import EventDeskStates
from services.errors import Refusal
from services.events import Event


async def ask_first(manager: DialogManager) -> bool:
    """Whether anybody would be told of a change."""
    ctx, me = person_id(manager)
    return await ctx.services.events.desk.told(me, event_id(manager)) > 0


async def wait_for_consent(manager: DialogManager, change: dict[str, str]) -> None:
    """Keep the change, and ask: `field` with its `value`, or `start` and `end` in ISO."""
    manager.dialog_data[PENDING] = change
    await manager.switch_to(EventDeskStates.change)


def pending(manager: DialogManager) -> dict[str, str]:
    """The change that is asked about."""
    found = manager.dialog_data.get(PENDING)
    if not isinstance(found, dict) or not ({"start", "end"} <= {*found} or "field" in found):
        raise Refusal("choice-gone")
    return found


def period_of(change: dict[str, str]) -> tuple[datetime, datetime]:
    """Beginning and end of a change of time."""
    return datetime.fromisoformat(change["start"]), datetime.fromisoformat(change["end"])


async def change_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was, what will be, and how many people are told."""
    ctx, card = await card_of(dialog_manager)
    change = pending(dialog_manager)
    moved = "start" in change
    before, after = _values(ctx, card.event, change)
    nothing = ctx.l10n.plain("event-desk-nothing")
    return {
        "title": card.event.title,
        "label": ctx.l10n.plain(f"event-desk-field-{'when' if moved else change['field']}"),
        "before": before or nothing,
        "after": after or nothing,
        "count": card.event.taken if change.get("field") == "link" else card.concerned,
        "moved": moved,
        "may_be_silent": not moved,
    }


def _values(ctx: Ctx, event: Event, change: dict[str, str]) -> tuple[str, str]:
    if "start" not in change:
        known = {"place": event.place, "link": event.link}
        return known.get(change["field"], ""), change.get("value", "")
    clock = ctx.services.clock
    after = span_words(ctx.l10n, clock.zone, *period_of(change), clock.now())
    return when_words(ctx, event), after


async def apply(manager: DialogManager) -> None:
    """Change it and tell."""
    ctx, me = person_id(manager)
    change, one = pending(manager), event_id(manager)
    if "start" in change:
        told = await ctx.services.events.desk.move(me, one, *period_of(change))
    else:
        field, value = change["field"], change.get("value", "")
        told = await ctx.services.events.desk.relocate(me, one, field, value)
    toast(manager, "event-desk-told", count=told)
    await to_fields(manager)


async def apply_silently(manager: DialogManager) -> None:
    """Change place or link without a word: a slip was put right."""
    ctx, me = person_id(manager)
    change = pending(manager)
    field, value = change.get("field", ""), change.get("value", "")
    await ctx.services.events.desk.relocate(me, event_id(manager), field, value, chosen=False)
    toast(manager, "event-desk-saved")
    await to_fields(manager)


def window() -> Window:
    """The question."""
    return Window(
        paragraphs(
            T("event-desk-change"),
            T("event-desk-change-moved", when="moved"),
        ),
        press("event-desk-change-yes", apply, id="apply"),
        press("event-desk-change-silent", apply_silently, id="silent", when="may_be_silent"),
        Row(press("back", to_fields, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.change,
        getter=change_data,
    )
