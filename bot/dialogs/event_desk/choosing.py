"""Fields that are chosen from lists: form, level, vector, direction, topics; and the picture."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row

from bot.context import PROBLEM, Ctx
from bot.dialogs.event_desk.data import (
    CHOICES,
    PAGE,
    TOPIC_KINDS,
    card_of,
    event_id,
    field_of,
    page_of,
)
from bot.dialogs.event_desk.fields import back_from_field
from bot.dialogs.widgets import (
    READ,
    Choice,
    T,
    cut,
    mark_of,
    marked,
    no_typing,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import EventDeskStates
from services.errors import Refusal
from services.events import Event

LABEL, TOPICS_PAGE = 36, 5
_MAY_LACK = ("vector", "direction")


async def choice_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The options, with a mark at the one that is chosen."""
    ctx, card = await card_of(dialog_manager)
    field = field_of(dialog_manager, CHOICES)
    chosen = getattr(card.event, field)
    options = [
        Choice(key, cut(("✓ " if key == chosen else "") + title.get(ctx.locale), LABEL))
        for key, title in ctx.services.events.desk.choices.of_field(field)
    ]
    return {
        **page_of(dialog_manager, "page", options, PAGE),
        "question": ctx.l10n(f"event-desk-ask-{field}"),
        "removable": chosen is not None and field in _MAY_LACK,
    }


async def choose(manager: DialogManager, option: str) -> None:
    """Take an option."""
    ctx, me = person_id(manager)
    field = field_of(manager, CHOICES)
    await ctx.services.events.desk.choose(me, event_id(manager), field, option)
    await back_from_field(manager)


async def choose_nothing(manager: DialogManager) -> None:
    """None of them."""
    await choose(manager, "")


def kind_of(manager: DialogManager) -> str:
    """Which topics show."""
    found = manager.dialog_data.get("kind", TOPIC_KINDS[0])
    return str(found) if found in TOPIC_KINDS else TOPIC_KINDS[0]


async def topics_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Topics of one kind, with marks."""
    ctx, card = await card_of(dialog_manager)
    kind = kind_of(dialog_manager)
    pairs = [
        (key, cut(title.get(ctx.locale), LABEL - 2))
        for key, title in ctx.services.events.desk.choices.of_topics(kind)
    ]
    choices = marked(pairs, set(_chosen(card.event)[kind]))
    return {
        **page_of(dialog_manager, "page", choices, TOPICS_PAGE),
        "kinds": [_kind(ctx, card.event, one) for one in TOPIC_KINDS if one != kind],
        "what": ctx.l10n(f"event-desk-topics-{kind}"),
    }


def _chosen(event: Event) -> dict[str, tuple[str, ...]]:
    return dict(zip(TOPIC_KINDS, (event.blocks, event.subjects, event.rubrics), strict=True))


def _kind(ctx: Ctx, event: Event, kind: str) -> Choice:
    count = len(_chosen(event)[kind])
    return Choice(kind, ctx.l10n.plain(f"event-desk-kind-{kind}", count=count))


async def choose_kind(manager: DialogManager, kind: str) -> None:
    """Show topics of another kind."""
    manager.dialog_data.update({"kind": kind, "page": 0})


async def mark(manager: DialogManager, item: str) -> None:
    """About this, or not."""
    (ctx, me), (key, wanted) = person_id(manager), mark_of(item)
    await ctx.services.events.desk.mark_topic(me, event_id(manager), kind_of(manager), key, wanted)


async def picture_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether there is a picture."""
    _ctx, card = await card_of(dialog_manager)
    return {"known": card.event.picture is not None}


async def receive_picture(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep Telegram's id of a sent photo."""
    if not message.photo or message.message_id <= manager.dialog_data.get(READ, 0):
        return
    manager.dialog_data[READ] = message.message_id
    ctx, me = person_id(manager)
    try:
        await ctx.services.events.desk.set_picture(me, event_id(manager), message.photo[-1].file_id)
        await back_from_field(manager)
    except Refusal as refusal:
        manager.middleware_data[PROBLEM] = refusal


async def other_than_picture(
    _message: Message, _input: MessageInput, manager: DialogManager
) -> None:
    """Say what is expected."""
    manager.middleware_data[PROBLEM] = Refusal("only-photo")


async def remove_picture(manager: DialogManager) -> None:
    """No picture."""
    ctx, me = person_id(manager)
    await ctx.services.events.desk.set_picture(me, event_id(manager), None)
    await back_from_field(manager)


def window() -> Window:
    """One of a list."""
    return Window(
        paragraphs(T("event-desk-question")),
        picks("option", choose, items="choices"),
        pager("page", when="many_pages"),
        Row(
            press("event-desk-remove", choose_nothing, id="nothing", when="removable"),
            press("back", back_from_field, id="back"),
            to_menu(),
        ),
        no_typing(),
        state=EventDeskStates.choice,
        getter=choice_data,
    )


def topics_window() -> Window:
    """What it is about."""
    return Window(
        paragraphs(T("event-desk-ask-topics")),
        picks("kind", choose_kind, items="kinds", width=2),
        picks("topic", mark, items="choices"),
        pager("page", when="many_pages"),
        Row(press("event-desk-topics-done", back_from_field, id="back"), to_menu()),
        no_typing(),
        state=EventDeskStates.topics,
        getter=topics_data,
    )


def picture_window() -> Window:
    """The picture."""
    return Window(
        paragraphs(T("event-desk-ask-picture"), T("event-desk-picture-known", when="known")),
        press("event-desk-remove", remove_picture, id="remove", when="known"),
        Row(press("back", back_from_field, id="back"), to_menu()),
        MessageInput(receive_picture, content_types=ContentType.PHOTO),
        MessageInput(other_than_picture, content_types=ContentType.ANY),
        state=EventDeskStates.picture,
        getter=picture_data,
    )
