"""What the screens of an audience share: whose it is, what is being chosen, moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.audiences import reach_words
from bot.context import ctx_of
from bot.dialogs.widgets import Choice, page_number
from bot.states import AudienceStates, open_broadcast, open_event_fields
from services.audiences import BROADCAST_OWNER, EVENT_OWNER, Owned, Reach
from services.errors import Refusal

SIZE = 6
LABEL = 34  # characters that a phone shows beside a mark
# Screens of a criterion with marks; where it comes from and goes back to is the same.
CRITERION, PAGE = "criterion", "page"


def owner_of(manager: DialogManager) -> tuple[str, int]:
    """Whose audience it is: `broadcast` or `event`, and its number."""
    data = manager.start_data
    owner = data.get("owner") if isinstance(data, dict) else None
    number = data.get("owner_id") if isinstance(data, dict) else None
    if owner not in (BROADCAST_OWNER, EVENT_OWNER) or not isinstance(number, int):
        raise Refusal("choice-gone")
    return str(owner), number


async def owned(manager: DialogManager) -> Owned:
    """The audience as it is now."""
    ctx = ctx_of(manager)
    return await ctx.services.audiences.owned(ctx.me.id, *owner_of(manager))


async def reach_of(manager: DialogManager, found: Owned) -> tuple[Reach, str]:
    """How many people that is, as figures and in words."""
    ctx = ctx_of(manager)
    reach = await ctx.services.audiences.reach(ctx.me.id, found.criteria, found.category)
    event = owner_of(manager)[0] == EVENT_OWNER
    return reach, reach_words(ctx, reach, event=event)


def page_of(manager: DialogManager, key: str, choices: list[Choice]) -> dict[str, Any]:
    """A page of a short list of choices, for the getter of a window."""
    pages = max(1, -(-len(choices) // SIZE))
    page = page_number(manager, key) % pages
    shown = choices[page * SIZE : (page + 1) * SIZE]
    return {"choices": shown, **pages_of(page, pages)}


def pages_of(number: int, pages: int) -> dict[str, Any]:
    """What a pager shows; `number` counts from 0."""
    return {"page": number + 1, "pages": pages, "many_pages": pages > 1}


async def to_overview(manager: DialogManager) -> None:
    """Back to the audience."""
    await manager.switch_to(AudienceStates.overview)


async def to_criteria(manager: DialogManager) -> None:
    """Back to the choice of a criterion."""
    await manager.switch_to(AudienceStates.criterion)


async def to_saved(manager: DialogManager) -> None:
    """Back to what is saved."""
    await manager.switch_to(AudienceStates.saved)


async def to_owner(manager: DialogManager) -> None:
    """Back to the broadcast or the event."""
    owner, number = owner_of(manager)
    if owner == BROADCAST_OWNER:
        await open_broadcast(manager, number)
    else:
        await open_event_fields(manager, number)
