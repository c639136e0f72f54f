"""What the screens of a request share: which one, its words, moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row

from bot.collected_words import title_of_campaign
from bot.context import Ctx
from bot.dialogs.widgets import person_id, press, to_menu
from bot.request_words import deadline_words
from bot.states import RequestStates
from services.errors import Refusal
from services.monitoring import Campaign, DataRequest
from services.monitoring.answers.answering import FieldCard
from services.schools import School

# In dialog_data: the field on the screen, what was stored when it was shown, an answer that waits
# for a word, whether the summary is where the person came from, and whether files are collected.
FIELD, SEEN, PENDING, REVIEWING, FILES = "field", "seen", "pending", "reviewing", "files"


def request_id(manager: DialogManager) -> int:
    """The request that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("request_id", start.get("request_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


def field_key(manager: DialogManager) -> str:
    """The variable that is being answered."""
    found = manager.dialog_data.get(FIELD)
    if not isinstance(found, str):
        raise Refusal("choice-gone")
    return found


def seen(manager: DialogManager) -> int:
    """What was stored when the field was shown."""
    found = manager.dialog_data.get(SEEN)
    return found if isinstance(found, int) else 0


async def field_of(manager: DialogManager) -> tuple[Ctx, FieldCard]:
    """The field with all that helps to answer it."""
    ctx, me = person_id(manager)
    answering = ctx.services.monitoring.answering
    return ctx, await answering.field(me, request_id(manager), field_key(manager))


def head(
    ctx: Ctx, campaign: Campaign, request: DataRequest, school: School | None
) -> dict[str, Any]:
    """The words above each screen of a request."""
    return {
        "campaign": title_of_campaign(campaign, ctx.l10n, ctx.services.profile),
        "whose": whose(ctx, school),
        "own": request.school_id is None,
        "deadline": deadline_words(ctx, campaign),
    }


def whose(ctx: Ctx, school: School | None) -> str:
    """The school, or that it is the municipality’s own part."""
    return school.title(ctx.locale) if school else ctx.l10n.plain("requests-own")


async def to_list(manager: DialogManager) -> None:
    """All of my requests."""
    await manager.switch_to(RequestStates.list)


async def to_card(manager: DialogManager) -> None:
    """The card of the request."""
    manager.dialog_data.pop(REVIEWING, None)
    await manager.switch_to(RequestStates.card)


async def to_summary(manager: DialogManager) -> None:
    """All answers."""
    manager.dialog_data.pop(PENDING, None)
    manager.dialog_data.pop(FILES, None)
    await manager.switch_to(RequestStates.summary)


async def show_field(manager: DialogManager, key: str) -> None:
    """Ask for one field, and remember what is stored in it now."""
    ctx, me = person_id(manager)
    found = await ctx.services.monitoring.answering.field(me, request_id(manager), key)
    manager.dialog_data.update({FIELD: key, SEEN: found.seen})
    manager.dialog_data.pop(PENDING, None)
    manager.dialog_data.pop(FILES, None)
    await manager.switch_to(RequestStates.field)


async def to_field(manager: DialogManager) -> None:
    """Back to the field, as it is stored now."""
    await show_field(manager, field_key(manager))


async def to_first_field(manager: DialogManager) -> None:
    """The first field that lacks something; the summary where none does."""
    ctx, me = person_id(manager)
    key = await ctx.services.monitoring.answering.first_field(me, request_id(manager))
    manager.dialog_data.pop(REVIEWING, None)
    if key is None:
        await to_summary(manager)
    else:
        await show_field(manager, key)


async def go_on(manager: DialogManager, key: str | None) -> None:
    """After an answer: the next field that lacks one, or the summary."""
    if key is None or manager.dialog_data.get(REVIEWING):
        await to_summary(manager)
    else:
        await show_field(manager, key)


async def enter(manager: DialogManager) -> None:
    """Where a button led straight to answering, find the field; the card where none is open."""
    if manager.current_context().state != RequestStates.field:
        return
    try:
        await to_first_field(manager)
    except Refusal:
        await manager.switch_to(RequestStates.card)


def back_to_card() -> Row:
    """The way back to the card, and home."""
    return Row(press("back", to_card, id="back"), to_menu())
