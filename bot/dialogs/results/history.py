"""All finished passes, and the change per block between any two."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import (
    Choice,
    T,
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
from bot.l10n import Safe
from bot.reports.outcomes import percent, points
from bot.states import ResultStates
from services.errors import Refusal
from services.results import Comparison, Pass
from services.scoring import shown

PAGE = 5


async def history_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of passes, newest first."""
    return await _page(dialog_manager)


async def _page(dialog_manager: DialogManager, without: int | None = None) -> dict[str, Any]:
    ctx = ctx_of(dialog_manager)
    history = await ctx.services.results.history(ctx.me.id)
    passes = [one for one in history if one.assessment_id != without]
    pages = max(1, -(-len(passes) // PAGE))
    page = page_number(dialog_manager, "page") % pages
    return {
        "count": len(passes),
        "empty": not passes,
        "any": bool(passes),
        "comparable": len(passes) > 1,
        "choices": [_choice(ctx, one) for one in passes[page * PAGE : (page + 1) * PAGE]],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _choice(ctx: Ctx, one: Pass) -> Choice:
    overall = "—" if one.overall is None else percent(ctx, one.overall)
    label = ctx.l10n.plain("history-item", date=_date(ctx, one), overall=overall)
    return Choice(str(one.assessment_id), label)


def _date(ctx: Ctx, one: Pass) -> str:
    finished = one.finished_at.astimezone(ctx.services.clock.zone)
    return f"{ctx.l10n.date(finished)}, {finished:%H:%M}"


async def open_pass(manager: DialogManager, item: str) -> None:
    """Show one result."""
    manager.dialog_data["assessment_id"] = number_of(item)
    await manager.switch_to(ResultStates.summary)


async def compare(manager: DialogManager) -> None:
    """Compare, beginning with the two newest."""
    manager.dialog_data.pop("pair", None)
    await manager.switch_to(ResultStates.compare)


async def _pair(ctx: Ctx, manager: DialogManager) -> tuple[int, int]:
    pair = manager.dialog_data.get("pair")
    if isinstance(pair, list) and len(pair) == 2:
        return int(pair[0]), int(pair[1])
    passes = await ctx.services.results.history(ctx.me.id)
    if len(passes) < 2:
        raise Refusal("choice-gone")
    newest, *others = passes
    same = [one for one in others if one.variant.key == newest.variant.key]
    return (same or others)[0].assessment_id, newest.assessment_id


async def compare_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Blocks then and now."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.results.compare(ctx.me.id, *await _pair(ctx, dialog_manager))
    return {
        "before": _date(ctx, found.before),
        "after": _date(ctx, found.after),
        "lines": _lines(ctx, found),
        "was": percent(ctx, found.before.overall),
        "is": percent(ctx, found.after.overall),
        "by": _delta(ctx, found.before.overall, found.after.overall),
        "has_lines": bool(found.rows),
        "nothing": not found.rows,
        "choosable": len(await ctx.services.results.history(ctx.me.id)) > 2,
    }


def _lines(ctx: Ctx, found: Comparison) -> Safe:
    lines = []
    for block, before, now in found.rows:
        lines.append(
            ctx.l10n(
                "compare-line",
                block=block.title.get(ctx.locale),
                before=percent(ctx, before),
                now=percent(ctx, now),
                delta=_delta(ctx, before, now),
            )
        )
    return listed(ctx, lines, 3000)


def _delta(ctx: Ctx, before: float | None, now: float | None) -> str:
    if before is None or now is None:
        return "—"
    return points(ctx, shown(now) - shown(before))


async def pick_before(manager: DialogManager) -> None:
    """Choose the earlier pass."""
    await _pick(manager, 0)


async def pick_after(manager: DialogManager) -> None:
    """Choose the later pass."""
    await _pick(manager, 1)


async def _pick(manager: DialogManager, slot: int) -> None:
    manager.dialog_data["pair"] = list(await _pair(ctx_of(manager), manager))
    manager.dialog_data["slot"] = slot
    manager.dialog_data["page"] = 0
    await manager.switch_to(ResultStates.pick)


def _slot(manager: DialogManager) -> int:
    """Which of the pair is being chosen: 0 before, 1 after."""
    return 1 if manager.dialog_data.get("slot") == 1 else 0


async def pick_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Passes to choose from, without the one on the other side."""
    other = (await _pair(ctx_of(dialog_manager), dialog_manager))[1 - _slot(dialog_manager)]
    return await _page(dialog_manager, without=other)


async def picked(manager: DialogManager, item: str) -> None:
    """Put the chosen pass into the pair; the earlier one is always «before»."""
    pair = list(await _pair(ctx_of(manager), manager))
    pair[_slot(manager)] = number_of(item)
    manager.dialog_data["pair"] = pair
    await manager.switch_to(ResultStates.compare)


async def to_history(manager: DialogManager) -> None:
    """Back to the list."""
    await manager.switch_to(ResultStates.history)


async def to_compare(manager: DialogManager) -> None:
    """Back to the comparison."""
    await manager.switch_to(ResultStates.compare)


def window() -> Window:
    """The list of passes."""
    return Window(
        paragraphs(
            T("history-text", when="any"),
            T("history-empty", when="empty"),
        ),
        picks("pass", open_pass, items="choices"),
        pager("page", when="many_pages"),
        press("history-compare", compare, id="compare", when="comparable"),
        to_menu(),
        no_typing(),
        state=ResultStates.history,
        getter=history_data,
    )


def compare_window() -> Window:
    """Change between two passes."""
    return Window(
        paragraphs(
            T("compare-head"),
            T("compare-overall", when="has_lines"),
            T("compare-lines", when="has_lines"),
            T("compare-nothing", when="nothing"),
        ),
        Row(
            press("compare-before", pick_before, id="before"),
            press("compare-after", pick_after, id="after"),
            when="choosable",
        ),
        press("back", to_history, id="back"),
        to_menu(),
        no_typing(),
        state=ResultStates.compare,
        getter=compare_data,
    )


def pick_window() -> Window:
    """Choice of one pass for the comparison."""
    return Window(
        paragraphs(
            T("compare-pick"),
        ),
        picks("pick", picked, items="choices"),
        pager("page", when="many_pages"),
        press("back", to_compare, id="back"),
        no_typing(),
        state=ResultStates.pick,
        getter=pick_data,
    )
