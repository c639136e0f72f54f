"""What the screens of results share: which campaign and indicator, moving about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from aiogram_dialog import DialogManager

from bot.context import Ctx
from bot.dialogs.widgets import Choice, cut, page_number
from bot.states import IndicatorStates
from services.errors import Refusal
from services.monitoring import Campaign

CAMPAIGN, KEY, REQUEST = "campaign_id", "indicator", "request_id"
PAGE, RANKS, SCHOOLS = "page", "ranks", "schools_page"
SIZE, TITLE = 10, 120
NUMBERS_IN_A_ROW = 5

One = TypeVar("One")


def campaign_id(manager: DialogManager) -> int:
    """The campaign that the screen is about."""
    found = _kept(manager, CAMPAIGN)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


def request_id(manager: DialogManager) -> int:
    """The school's request that the screen is about."""
    found = _kept(manager, REQUEST)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


def key_of(manager: DialogManager) -> str:
    """The indicator that the screen is about."""
    found = _kept(manager, KEY)
    if not isinstance(found, str):
        raise Refusal("choice-gone")
    return found


def _kept(manager: DialogManager, name: str) -> Any:
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    return manager.dialog_data.get(name, start.get(name))


def page_of(
    manager: DialogManager, key: str, everything: Sequence[One], size: int = SIZE
) -> tuple[int, Sequence[One]]:
    """The number of the page that shows, and what is on it."""
    pages = max(1, -(-len(everything) // size))
    page = page_number(manager, key) % pages
    return page, everything[page * size : (page + 1) * size]


def pages_data(page: int, total: int, size: int = SIZE) -> dict[str, Any]:
    """What the pager of a window needs."""
    pages = max(1, -(-total // size))
    return {"page": page + 1, "pages": pages, "many_pages": pages > 1}


def numbered(ids: Sequence[str], first: int) -> list[Choice]:
    """Buttons with the numbers of the lines above."""
    return [Choice(one, str(number)) for number, one in enumerate(ids, first)]


def campaign_title(campaign: Campaign) -> str:
    """Its title, short enough for a heading."""
    return cut(campaign.title, TITLE)


def title_of(ctx: Ctx, title: Any) -> str:
    """A title of the profile, short enough for a line."""
    return cut(title.get(ctx.locale), TITLE)


async def to_overview(manager: DialogManager) -> None:
    """Back to the indicators."""
    await manager.switch_to(IndicatorStates.overview)


async def to_indicator(manager: DialogManager) -> None:
    """Back to the card of the indicator."""
    await manager.switch_to(IndicatorStates.indicator)
