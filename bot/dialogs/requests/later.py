"""When to be asked again."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.collected_words import title_of_campaign
from bot.context import Ctx
from bot.dialogs.requests.data import back_to_card, request_id, to_card
from bot.dialogs.widgets import Choice, T, no_typing, paragraphs, person_id, picks, toast
from bot.event_words import near_words
from bot.states import RequestStates
from services.monitoring.answers.later import Asking


async def later_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What can be chosen, and what was."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.later.asking(me, request_id(dialog_manager))
    clock = ctx.services.clock
    when = near_words(ctx.l10n, clock.zone, found.at, clock.now()) if found.at else ""
    return {
        "campaign": title_of_campaign(found.campaign, ctx.l10n, ctx.services.profile),
        "moments": _choices(ctx, found),
        "when": when,
        "chosen": found.at is not None,
    }


def _choices(ctx: Ctx, found: Asking) -> list[Choice]:
    """A mark stands before the one that was chosen."""
    labels = {key: ctx.l10n.plain(f"later-{key}") for key in found.moments}
    return [
        Choice(key, f"✓ {labels[key]}" if at == found.at else labels[key])
        for key, at in found.moments.items()
    ]


async def choose(manager: DialogManager, when: str) -> None:
    """Be asked again then."""
    ctx, me = person_id(manager)
    at = await ctx.services.monitoring.later.ask_later(me, request_id(manager), when)
    clock = ctx.services.clock
    toast(manager, "later-done", when=near_words(ctx.l10n, clock.zone, at, clock.now()))
    await to_card(manager)


def later_window() -> Window:
    """The moments to choose from."""
    return Window(
        paragraphs(T("later-head"), T("later-now", when="chosen")),
        picks("later", choose, items="moments"),
        back_to_card(),
        no_typing(),
        state=RequestStates.later,
        getter=later_data,
    )
