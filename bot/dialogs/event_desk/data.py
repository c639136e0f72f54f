"""What the screens of the event desk share: which event, its words, moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.audiences import audience_words
from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import Choice, cut, page_number
from bot.event_words import moment_words, span_words
from bot.states import EventDeskStates
from services.errors import Refusal
from services.events import Event
from services.events.desk import DeskCard
from services.events.typed import READERS

LIST_PAGE, PAGE = 5, 6
TEXTS = tuple(READERS)
CHOICES = ("form", "level", "vector", "direction")
TOPIC_KINDS = ("block", "subject", "rubric")
PENDING, FRESH = "pending", "fresh"
_AUDIENCE = 300  # characters of it in words


def event_id(manager: DialogManager) -> int:
    """The event that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("event_id", start.get("event_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def card_of(manager: DialogManager) -> tuple[Ctx, DeskCard]:
    """The event with all that its makers want to know."""
    ctx = ctx_of(manager)
    return ctx, await ctx.services.events.desk.made_event(ctx.me.id, event_id(manager))


def field_of(manager: DialogManager, known: tuple[str, ...]) -> str:
    """The field that is being filled; one that the screen does not know is refused."""
    found = manager.dialog_data.get("field")
    if found not in known:
        raise Refusal("choice-gone")
    return str(found)


def page_of(manager: DialogManager, key: str, choices: list[Choice], size: int) -> dict[str, Any]:
    """A page of a short list of choices, for the getter of a window."""
    pages = max(1, -(-len(choices) // size))
    page = page_number(manager, key) % pages
    return {
        "choices": choices[page * size : (page + 1) * size],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def when_words(ctx: Ctx, event: Event) -> str:
    """Beginning and end; empty where nothing is set."""
    if event.starts_at is None:
        return ""
    clock = ctx.services.clock
    return span_words(ctx.l10n, clock.zone, event.starts_at, event.ends_at, clock.now())


def deadline_words(ctx: Ctx, event: Event) -> str:
    """Until when people may register."""
    if event.register_until is None:
        return ctx.l10n.plain("event-desk-until-start")
    clock = ctx.services.clock
    if event.register_until <= clock.now():
        return ctx.l10n.plain("event-desk-closed")
    return moment_words(ctx.l10n, clock.zone, event.register_until, clock.now())


async def whom_words(ctx: Ctx, event: Event) -> str:
    """For whom it is, and whether others may come."""
    if event.audience.everybody:
        return ctx.l10n.plain("event-desk-open-everybody")
    named = await ctx.services.audiences.named(ctx.me.id, event.audience)
    audience = cut(audience_words(ctx, named), _AUDIENCE)
    key = "event-desk-chosen-only" if event.audience_only else "event-desk-chosen-others"
    return ctx.l10n.plain(key, audience=audience)


def option_title(ctx: Ctx, field: str, key: str | None) -> str:
    """Form, level, vector or direction in words; a key that is no longer known stays as it is."""
    titles = dict(ctx.services.events.desk.choices.of_field(field))
    if key is None:
        return ""
    return titles[key].get(ctx.locale) if key in titles else key


def topic_titles(ctx: Ctx, event: Event) -> list[str]:
    """Everything that an event is about."""
    choices, found = ctx.services.events.desk.choices, []
    for kind, keys in zip(TOPIC_KINDS, (event.blocks, event.subjects, event.rubrics), strict=True):
        titles = dict(choices.of_topics(kind))
        found += [titles[key].get(ctx.locale) if key in titles else key for key in keys]
    return found


async def to_list(manager: DialogManager) -> None:
    """Back to the list, as it was left."""
    manager.dialog_data.pop(FRESH, None)
    await manager.switch_to(EventDeskStates.list)


async def to_card(manager: DialogManager) -> None:
    """The card of the event."""
    manager.dialog_data.pop(PENDING, None)
    await manager.switch_to(EventDeskStates.card)


async def to_fields(manager: DialogManager) -> None:
    """The fields of the event."""
    manager.dialog_data.pop(PENDING, None)
    await manager.switch_to(EventDeskStates.fields)


async def to_details(manager: DialogManager) -> None:
    """The other fields of the event."""
    await manager.switch_to(EventDeskStates.details)
