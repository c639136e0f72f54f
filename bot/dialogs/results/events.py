"""Coming events about what a result finds wanting, and the way to them."""

from __future__ import annotations

from collections.abc import Collection

from aiogram_dialog import DialogManager

from bot import states
from bot.context import Ctx
from bot.dialogs.results.data import result_id
from bot.dialogs.widgets import Choice, cut
from services.errors import Refusal
from services.results import BlockOutcome

TOPICS, TITLE = 2, 30  # blocks offered at once, and characters of a title on a button
_OPENERS = {"block": states.open_events_about, "rubric": states.open_events_of_rubric}


async def offers(ctx: Ctx, blocks: Collection[BlockOutcome]) -> list[Choice]:
    """Blocks (worst first) and rubrics with coming events, as many as a screen has room for."""
    counts = await ctx.services.events.calendar.choices(ctx.me.id, "block")
    found = [
        Choice(f"block.{key}", _label(ctx, block.content.title.get(ctx.locale), counts[key]))
        for block in blocks
        if (key := block.content.key) in counts
    ]
    return [*found[:TOPICS], *await _rubrics(ctx, blocks)]


async def offers_about(ctx: Ctx, block: BlockOutcome) -> list[Choice]:
    """The same for the screen of one block."""
    key = block.content.key
    count = await ctx.services.events.calendar.about(ctx.me.id, [key])
    label = ctx.l10n.plain("block-events-about", count=count)
    found = [Choice(f"block.{key}", label)] if count else []
    return [*found, *await _rubrics(ctx, [block])]


async def _rubrics(ctx: Ctx, blocks: Collection[BlockOutcome]) -> list[Choice]:
    """Rubrics for single gaps, as that of those who do not know how to recover."""
    gaps = {gap for block in blocks for gap in block.score.gaps}
    rubrics = ctx.services.catalogue.rubrics_for(gaps)
    if not rubrics:
        return []
    counts = await ctx.services.events.calendar.choices(ctx.me.id, "rubric")
    return [
        Choice(f"rubric.{one.key}", _label(ctx, one.title.get(ctx.locale), counts[one.key]))
        for one in rubrics[:1]
        if one.key in counts
    ]


def _label(ctx: Ctx, title: str, count: int) -> str:
    return ctx.l10n.plain("result-events-about", title=cut(title, TITLE), count=count)


async def show_events(manager: DialogManager, item: str) -> None:
    """The calendar, filtered by what was chosen, with the way back to the result."""
    kind, _, key = item.partition(".")
    if kind not in _OPENERS or not key:
        raise Refusal("choice-gone")
    await _OPENERS[kind](manager, key, result_id(manager))
