"""Where somebody stands in a queue, and what both kinds of decisions share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.kbd.base import Keyboard

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import (
    Choice,
    PickAction,
    number_of,
    page_number,
    pager,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import QueueStates
from services.desk import Waiting

PAGE, LEFT = "page", "left"
YES, NO = "yes", "no"

Decision = Callable[[int, int], Awaitable[bool]]


def first(manager: DialogManager) -> None:
    """Begin with the oldest one."""
    manager.dialog_data.update({PAGE: 0, LEFT: True})


def place(manager: DialogManager) -> int:
    """The number in the queue of what is shown."""
    return page_number(manager, PAGE)


def asked_for(manager: DialogManager, key: str) -> int | None:
    """The one that a notice opened, until it is left for the queue."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = start.get(key)
    return found if isinstance(found, int) and not manager.dialog_data.get(LEFT) else None


async def decide(manager: DialogManager, item: str, yes: Decision, no: Decision) -> None:
    """Take the decision on the item of the button."""
    answer, _, number = item.partition(":")
    decided = await (yes if answer == YES else no)(ctx_of(manager).me.id, number_of(number))
    manager.dialog_data[LEFT] = True
    done = "queue-confirmed" if answer == YES else "queue-declined"
    toast(manager, done if decided else "queue-too-late")


async def go_on_where(manager: DialogManager, *, any_left: Callable[[Waiting], object]) -> None:
    """To the next of this kind; after the last of them, to the kinds."""
    ctx = ctx_of(manager)
    if not any_left(await ctx.services.desk.queue(ctx.me.id)):
        await to_kinds(manager)


def words(ctx: Ctx, position: str | None, since: datetime) -> dict[str, Any]:
    """Position and date as both kinds show them."""
    titles = {entry.key: entry.title.get(ctx.locale) for entry in ctx.services.catalogue.positions}
    title = titles.get(position or "", "")
    shown = ctx.l10n.plain("queue-position", position=title[:1].lower() + title[1:])
    return {
        "position": shown if title else "",
        "date": ctx.l10n.date(since.astimezone(ctx.services.clock.zone)),
    }


def choices(ctx: Ctx, item_id: int) -> list[Choice]:
    """The two answers; each carries what it is about, so that a double tap decides once."""
    return [
        Choice(f"{YES}:{item_id}", ctx.l10n.plain("queue-confirm")),
        Choice(f"{NO}:{item_id}", ctx.l10n.plain("queue-decline")),
    ]


def card_of(ctx: Ctx, item_id: int, person_id: int) -> list[Choice]:
    """The way to the card of the person; it carries the question, to come back to it."""
    return [Choice(f"{item_id}:{person_id}", ctx.l10n.plain("queue-card"))]


def asked_about(item: str) -> tuple[int, int]:
    """The question and the person whose card is wanted."""
    question, _, person = item.partition(":")
    return number_of(question), number_of(person)


async def go_on(manager: DialogManager) -> None:
    """From what is decided to what still waits."""
    first(manager)


async def to_kinds(manager: DialogManager) -> None:
    """Back to the kinds."""
    first(manager)
    await manager.switch_to(QueueStates.list)


def keyboard(action: PickAction, open_card: PickAction) -> list[Keyboard]:
    """Answers, the card, the queue, the ways back."""
    return [
        picks("decide", action, items="choices", width=2, when="waits"),
        picks("card", open_card, items="cards", when="has_card"),
        pager(PAGE, when="many_pages"),
        press("queue-next", go_on, id="next", when="decided"),
        Row(press("queue-back", to_kinds, id="back"), to_menu()),
    ]
