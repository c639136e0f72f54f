"""The places where a campaign is discussed, and one of them."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.council.data import (
    LABEL,
    PAGE,
    campaign_id,
    page_data,
    place_of,
    to_campaign,
    to_places,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
)
from bot.states import CouncilStates
from services.dates import today
from services.monitoring.council.reviews import Place

SHOWN = 6  # places on the screen; profiles name four at most
_ROOM, _CONCLUSION = 2500, 1200


async def places_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The places, with when they discussed it and how many decisions there are."""
    ctx, reviews = ctx_of(dialog_manager), ctx_of(dialog_manager).services.monitoring.reviews
    council = await reviews.places_of_review(ctx.me.id, campaign_id(dialog_manager))
    places = council.places[:SHOWN]
    return {
        "campaign": council.campaign.title,
        "lines": listed(ctx, [_line(ctx, one) for one in places], _ROOM),
        "choices": [
            Choice(str(number), cut(one.title.get(ctx.locale), LABEL))
            for number, one in enumerate(places)
        ],
        "some": bool(places),
        "none": not places,
        "decided": any(one.decisions for one in places),
    }


def _line(ctx: Ctx, place: Place) -> str:
    return ctx.l10n(
        "council-place-line",
        place=place.title.get(ctx.locale),
        when=_when(ctx, place),
        count=place.decisions,
        more=_more(ctx, place),
    )


def _when(ctx: Ctx, place: Place) -> str:
    """«обсудили 12 ноября 2026 г.»."""
    day = place.held_on
    if day is None:
        return ctx.l10n.plain("council-not-held")
    over = day <= today(ctx.services.clock)
    return ctx.l10n.plain("council-held" if over else "council-will-be", date=ctx.l10n.date(day))


def _more(ctx: Ctx, place: Place) -> str:
    """What of its decisions waits for somebody."""
    counts = {"reported": place.reported, "overdue": place.overdue, "drafts": place.drafts}
    return "".join(
        ", " + ctx.l10n.plain(f"council-of-{state}", count=count)
        for state, count in counts.items()
        if count
    )


async def choose_place(manager: DialogManager, item: str) -> None:
    """One place; its button carries its number in the list."""
    ctx = ctx_of(manager)
    reviews = ctx.services.monitoring.reviews
    council = await reviews.places_of_review(ctx.me.id, campaign_id(manager))
    chosen = dict(enumerate(council.places)).get(number_of(item))
    manager.dialog_data.pop("decision_id", None)
    manager.dialog_data.update({"place": chosen.key if chosen else "", PAGE: 0})
    await manager.switch_to(CouncilStates.place)


async def place_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One place: when, what it came to, what it decided."""
    ctx, card = await place_of(dialog_manager, page_number(dialog_manager, PAGE))
    place = card.place
    return {
        "campaign": card.campaign.title,
        "place": place.title.get(ctx.locale),
        "when": _when(ctx, place),
        "conclusion": cut(place.conclusion, _CONCLUSION),
        "concluded": bool(place.conclusion),
        **page_data(ctx, card.decisions, card.number, card.pages),
    }


async def open_decision(manager: DialogManager, item: str) -> None:
    """One decision."""
    manager.dialog_data["decision_id"] = number_of(item)
    await manager.switch_to(CouncilStates.decision)


async def all_decisions(manager: DialogManager) -> None:
    """Decisions of all places."""
    manager.dialog_data[PAGE] = 0
    await manager.switch_to(CouncilStates.decisions)


async def hold(manager: DialogManager) -> None:
    """Say when it was."""
    await manager.switch_to(CouncilStates.held)


async def conclude(manager: DialogManager) -> None:
    """Write down what it came to."""
    await manager.switch_to(CouncilStates.conclusion)


async def new(manager: DialogManager) -> None:
    """Ask what is decided."""
    manager.dialog_data.pop("decision_id", None)
    await manager.switch_to(CouncilStates.text)


def window() -> Window:
    """The places."""
    return Window(
        paragraphs(
            T("council-places"),
            T("council-lines", when="some"),
            T("council-no-places", when="none"),
        ),
        picks("place", choose_place, items="choices"),
        press("council-all", all_decisions, id="all", when="decided"),
        Row(press("council-to-campaign", to_campaign, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.places,
        getter=places_data,
    )


def place_window() -> Window:
    """One place."""
    return Window(
        paragraphs(
            T("council-place"),
            T("council-conclusion", when="concluded"),
            T("council-decisions", when="some"),
            T("council-no-decisions", when="none"),
        ),
        picks("decision", open_decision, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("council-when", hold, id="held"),
            press("council-conclude", conclude, id="conclude"),
        ),
        press("council-new", new, id="new"),
        Row(press("council-to-places", to_places, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.place,
        getter=place_data,
    )
