"""What an event says: every field with its value, each a button."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.event_desk.data import (
    CHOICES,
    TEXTS,
    card_of,
    deadline_words,
    event_id,
    option_title,
    to_card,
    to_details,
    to_fields,
    to_list,
    topic_titles,
    when_words,
    whom_words,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.event_words import organiser_of
from bot.l10n import Safe
from bot.states import EventDeskStates, open_audience
from services.errors import Refusal
from services.events import Event
from services.events.desk import DeskCard

MAIN = ("title", "when", "place", "link", "seats", "deadline", "form", "topics")
OTHERS = ("description", "level", "vector", "direction", "organiser", "picture")
SCREENS = {
    "when": EventDeskStates.when,
    "deadline": EventDeskStates.deadline,
    "seats": EventDeskStates.seats,
    "topics": EventDeskStates.topics,
    "picture": EventDeskStates.picture,
    **dict.fromkeys(TEXTS, EventDeskStates.text),
    **dict.fromkeys(CHOICES, EventDeskStates.choice),
}
_SHOWN = 600  # characters of a description


async def fields_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The main fields, and what is still missing."""
    ctx, card = await card_of(dialog_manager)
    event, draft = card.event, card.phase == "draft"
    timed = event.starts_at is not None
    return {
        **_shared(ctx, card),
        "lines": _lines(ctx, event, (*MAIN, "audience"), audience=await whom_words(ctx, event)),
        "fields": _choices(ctx, event, MAIN),
        "draft": draft,
        "made": not draft,
        "complete": draft and timed,
        "incomplete": draft and not timed,
    }


async def details_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The other fields."""
    ctx, card = await card_of(dialog_manager)
    event = card.event
    shown = tuple(one for one in OTHERS if one not in CHOICES or _offered(ctx, one))
    only = "only" if event.audience_only else "others"
    switch = ctx.l10n.plain(f"event-desk-switch-{only}")
    return {
        **_shared(ctx, card),
        "lines": _lines(ctx, event, shown),
        "fields": _choices(ctx, event, shown),
        "draft": card.phase == "draft",
        "narrowed": card.changeable and not event.audience.everybody,
        "whom": ctx.l10n.plain(f"event-desk-open-{only}"),
        "only_switch": [Choice(str(int(not event.audience_only)), switch)],
    }


def _shared(ctx: Ctx, card: DeskCard) -> dict[str, Any]:
    if not card.changeable:
        raise Refusal("event-cancelled" if card.phase == "cancelled" else "event-over")
    return {"title": card.event.title}


def _offered(ctx: Ctx, field: str) -> bool:
    return bool(ctx.services.events.desk.choices.of_field(field))


def _lines(ctx: Ctx, event: Event, names: Iterable[str], **more: str) -> Safe:
    nothing = ctx.l10n.plain("event-desk-nothing")
    values = _values(ctx, event) | more
    return Safe(
        "\n".join(
            ctx.l10n(
                "event-desk-value",
                label=ctx.l10n.plain(f"event-desk-field-{name}"),
                value=values[name] or nothing,
            )
            for name in names
        )
    )


def _values(ctx: Ctx, event: Event) -> dict[str, str]:
    """Each field in words; empty where nothing is set."""
    l10n = ctx.l10n
    seats = l10n.plain("event-desk-no-limit") if event.seats is None else str(event.seats)
    return {
        "title": event.title,
        "when": when_words(ctx, event),
        "place": event.place,
        "link": event.link,
        "seats": seats,
        "deadline": deadline_words(ctx, event),
        "topics": cut(", ".join(topic_titles(ctx, event)), _SHOWN),
        "description": cut(event.description, _SHOWN),
        "organiser": organiser_of(ctx, event),
        "picture": l10n.plain("event-desk-has-picture") if event.picture else "",
        **{field: option_title(ctx, field, getattr(event, field)) for field in CHOICES},
    }


def _choices(ctx: Ctx, event: Event, names: Iterable[str]) -> list[Choice]:
    """A button for each field, with a mark where something is set."""
    known = {name for name in names if _is_set(event, name)}
    return [
        Choice(name, ("✓ " if name in known else "") + ctx.l10n.plain(f"event-desk-field-{name}"))
        for name in names
    ]


def _is_set(event: Event, name: str) -> bool:
    if name == "topics":
        return bool(event.blocks or event.subjects or event.rubrics)
    given = {"when": event.starts_at, "deadline": event.register_until}
    return bool(given[name] if name in given else getattr(event, name))


async def ask(manager: DialogManager, field: str) -> None:
    """Ask for a field."""
    if field not in SCREENS:
        raise Refusal("choice-gone")
    manager.dialog_data["field"] = field
    manager.dialog_data["origin"] = "details" if field in OTHERS else "fields"
    for key in ("new", "page", "kind"):
        manager.dialog_data.pop(key, None)
    await manager.switch_to(SCREENS[field])


async def back_from_field(manager: DialogManager) -> None:
    """To the screen that the field stands on."""
    details = manager.dialog_data.get("origin") == "details"
    await (to_details if details else to_fields)(manager)


async def audience(manager: DialogManager) -> None:
    """For whom it is."""
    await open_audience(manager, "event", event_id(manager))


async def switch_only(manager: DialogManager, item: str) -> None:
    """Only they may register, or everybody."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.close_to_others(me, event_id(manager), item == "1")


async def publish(manager: DialogManager) -> None:
    """Show what people will see, and ask."""
    await manager.switch_to(EventDeskStates.publish)


async def discard(manager: DialogManager) -> None:
    """Ask whether to throw the draft away."""
    await manager.switch_to(EventDeskStates.discard)


def window() -> Window:
    """The main fields."""
    return Window(
        paragraphs(
            T("event-desk-fields-draft", when="draft"),
            T("event-desk-fields", when="made"),
            T("event-desk-lines"),
            T("event-desk-missing", when="incomplete"),
            T("event-desk-complete", when="complete"),
        ),
        picks("field", ask, items="fields", width=2),
        Row(
            press("event-desk-field-audience", audience, id="audience"),
            press("event-desk-others", to_details, id="others"),
        ),
        press("event-desk-publish", publish, id="publish", when="complete"),
        Row(
            press("event-desk-to-list", to_list, id="to_list", when="draft"),
            press("back", to_card, id="to_card", when="made"),
            to_menu(),
        ),
        no_typing(),
        state=EventDeskStates.fields,
        getter=fields_data,
    )


def details_window() -> Window:
    """The other fields."""
    return Window(
        paragraphs(
            T("event-desk-details"),
            T("event-desk-lines"),
            T("event-desk-whom", when="narrowed"),
        ),
        picks("field", ask, items="fields", width=2),
        picks("only", switch_only, items="only_switch", when="narrowed"),
        press("event-desk-discard", discard, id="discard", when="draft"),
        Row(press("back", to_fields, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.details,
        getter=details_data,
    )
