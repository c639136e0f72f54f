"""What is asked once: publishing, calling off, throwing a draft away."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.event_desk.data import (
    FRESH,
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
)
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import EventDeskStates
from services.errors import Refusal
from services.events.typed import reason_of

_SHOWN = 1500  # characters of a description


async def publish_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What people will see, and what they will miss."""
    ctx, card = await card_of(dialog_manager)
    event, l10n = card.event, ctx.l10n
    if card.phase != "draft":
        raise Refusal("event-published")
    whom = "everybody" if event.audience.everybody else "only" if event.audience_only else "others"
    return {
        "title": event.title,
        "when": when_words(ctx, event) or l10n.plain("event-desk-nothing"),
        "where": ", ".join(filter(None, (event.place, event.link)))
        or l10n.plain("event-desk-no-place"),
        "kind": option_title(ctx, "form", event.form) or l10n.plain("event-desk-nothing"),
        "seats": str(event.seats) if event.seats else l10n.plain("event-desk-no-limit"),
        "deadline": deadline_words(ctx, event),
        "whom": l10n.plain(f"event-desk-open-{whom}"),
        "topics": cut(", ".join(topic_titles(ctx, event)), _SHOWN),
        "described": bool(event.description),
        "text": cut(event.description, _SHOWN),
        "about": bool(topic_titles(ctx, event)),
        "placeless": not (event.place or event.link),
    }


async def publish(manager: DialogManager) -> None:
    """People see it from now on."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.publish(me, event_id(manager))
    manager.dialog_data[FRESH] = True
    toast(manager, "event-desk-is-published")
    await to_card(manager)


async def cancel_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many people will be told, and why."""
    ctx, card = await card_of(dialog_manager)
    if not card.changeable:
        raise Refusal("event-cancelled" if card.phase == "cancelled" else "event-over")
    reason = str(dialog_manager.dialog_data.get("reason", ""))
    return {
        "title": card.event.title,
        "when": when_words(ctx, card.event),
        "count": card.concerned,
        "reason": reason,
        "reasoned": bool(reason),
        "reasonless": not reason,
    }


async def take_reason(manager: DialogManager, text: str) -> None:
    """Keep the reason until it is confirmed."""
    manager.dialog_data["reason"] = reason_of(text)


async def cancel(manager: DialogManager) -> None:
    """Call it off."""
    ctx, me = person_id(manager)
    reason = str(manager.dialog_data.pop("reason", ""))
    await ctx.services.events.desk.cancel(me, event_id(manager), reason)
    toast(manager, "event-desk-is-cancelled")
    await to_card(manager)


async def discard_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which draft."""
    _ctx, card = await card_of(dialog_manager)
    if card.phase != "draft":
        raise Refusal("event-published")
    return {"title": card.event.title}


async def discard(manager: DialogManager) -> None:
    """Throw it away."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.discard(me, event_id(manager))
    toast(manager, "event-desk-discarded")
    await to_list(manager)


def publish_window() -> Window:
    """What people will see."""
    return Window(
        paragraphs(
            T("event-desk-publish-ask"),
            T("event-desk-preview"),
            T("event-desk-preview-topics", when="about"),
            T("event-desk-preview-text", when="described"),
            T("event-desk-placeless", when="placeless"),
        ),
        press("event-desk-publish-yes", publish, id="publish"),
        Row(press("back", to_fields, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.publish,
        getter=publish_data,
    )


def cancel_window() -> Window:
    """Why it is off."""
    return Window(
        paragraphs(
            T("event-desk-cancel-ask"),
            T("event-desk-cancel-why", when="reasonless"),
            T("event-desk-cancel-reason", when="reasoned"),
        ),
        press("event-desk-cancel-yes", cancel, id="cancel", when="reasoned"),
        Row(press("back", to_card, id="back"), to_menu()),
        *typed(take_reason),
        state=EventDeskStates.cancel,
        getter=cancel_data,
    )


def discard_window() -> Window:
    """Whether to throw the draft away."""
    return Window(
        paragraphs(T("event-desk-discard-ask")),
        press("event-desk-discard-yes", discard, id="discard"),
        Row(press("back", to_details, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.discard,
        getter=discard_data,
    )
