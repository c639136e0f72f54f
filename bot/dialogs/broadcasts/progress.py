"""How far a broadcast is, and what became of it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.kbd.base import Keyboard
from aiogram_dialog.widgets.text import Multi

from bot.context import Ctx
from bot.dialogs.broadcasts.data import (
    BROADCAST,
    broadcast_id,
    span_words,
    title_of,
    to_draft,
    to_event,
    to_list,
    when_words,
)
from bot.dialogs.broadcasts.names import show_failed, show_silent, show_unreachable
from bot.dialogs.widgets import (
    T,
    bar,
    cut,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.reports.broadcast_table import send_readers
from bot.states import BroadcastStates
from services.broadcasts import Broadcast, Progress
from services.broadcasts.views import RUNNING

_ROOM, _REASON = 800, 120


async def progress_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The state, the figures, and what can be done about it."""
    ctx, me = person_id(dialog_manager)
    number = broadcast_id(dialog_manager)
    progress = await ctx.services.broadcasts.outcomes.progress(me, number)
    one, total = progress.broadcast, progress.total
    return {
        "title": title_of(ctx, one),
        "state": _state(ctx, one),
        "event_off": one.state == "cancelled" and one.content.off,
        "bar": bar(progress.settled, total),
        "percent": 100 * progress.settled // total if total else 0,
        "settled": progress.settled,
        "total": total,
        "begun": one.started_at is not None and total > 0,
        "untold": one.started_at is None or not total,
        "span": span_words(ctx, progress.seconds),
        "pace": round(progress.per_second),
        "runs": one.state in RUNNING and progress.waiting > 0,
        **_counts(ctx, progress),
        **_ways(one, progress),
        "not_begun": one.state == "scheduled" and not (one.resting or _due(ctx, one)),
        "of_event": one.event_id is not None,
    }


def _state(ctx: Ctx, one: Broadcast) -> str:
    name = "resting" if one.resting else "sending" if _due(ctx, one) else one.state
    return ctx.l10n.pick(f"broadcast-state-{name}", {"moment": when_words(ctx, one)}, markup=False)


def _due(ctx: Ctx, one: Broadcast) -> bool:
    """Whether it begins this very moment."""
    at = one.scheduled_at
    return one.state == "scheduled" and at is not None and at <= ctx.services.clock.now()


def _counts(ctx: Ctx, progress: Progress) -> dict[str, Any]:
    return {
        "delivered": progress.delivered,
        "waiting": progress.waiting,
        "unreachable": progress.unreachable,
        "failed": progress.failed,
        "reasons": _reasons(ctx, progress),
        "dropped": progress.dropped,
        "twice": progress.twice,
        "unsubscribed": progress.broadcast.unsubscribed,
        "read": progress.acknowledged,
        "reached": progress.acknowledged + progress.silent,
        "silent_count": progress.silent,
        "any_read": progress.broadcast.ack and progress.delivered > 0,
    }


def _reasons(ctx: Ctx, progress: Progress) -> Safe:
    lines = [
        ctx.l10n("broadcast-reason", reason=cut(reason, _REASON), count=count)
        for reason, count in progress.reasons
    ]
    return listed(ctx, lines, _ROOM)


def _ways(one: Broadcast, progress: Progress) -> dict[str, Any]:
    going = one.state in RUNNING or one.resting
    return {
        "going": going,
        "paused": one.state == "paused",
        "can_cancel": going or one.state in ("paused", "scheduled"),
        "was_draft": one.state == "draft",
        "can_remind": progress.broadcast.ack and progress.silent > 0,
        "repeatable": one.started_at is not None or one.state == "cancelled",
        "has_table": one.started_at is not None and progress.named,
        "show_unreachable": progress.named and progress.unreachable > 0,
        "show_failed": progress.named and progress.failed > 0,
        "lives": one.state not in ("done", "draft"),
    }


async def refresh(manager: DialogManager) -> None:
    """Look again."""
    toast(manager, "looked-again")


async def pause(manager: DialogManager) -> None:
    """Hold it."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.pause(me, broadcast_id(manager))
    toast(manager, "broadcast-paused")


async def go_on(manager: DialogManager) -> None:
    """Let it go on."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.go_on(me, broadcast_id(manager))
    toast(manager, "broadcast-goes-on")


async def to_cancel(manager: DialogManager) -> None:
    """Ask whether to call it off."""
    await manager.switch_to(BroadcastStates.cancel)


async def to_remind(manager: DialogManager) -> None:
    """Ask whether to remind people."""
    await manager.switch_to(BroadcastStates.remind)


async def unschedule(manager: DialogManager) -> None:
    """Make it a draft again."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.unschedule(me, broadcast_id(manager))
    await to_draft(manager)


async def copy(manager: DialogManager) -> None:
    """A new draft that says the same."""
    ctx, me = person_id(manager)
    number = await ctx.services.broadcasts.drafts.copy(me, broadcast_id(manager))
    manager.dialog_data[BROADCAST] = number
    toast(manager, "broadcast-copied")
    await to_draft(manager)


async def table(manager: DialogManager) -> None:
    """Send the result as a spreadsheet."""
    ctx, me = person_id(manager)
    number = broadcast_id(manager)
    await ctx.services.broadcasts.drafts.broadcast(me, number)
    ctx.background.run(send_readers(manager.middleware_data["bot"], ctx, number))
    toast(manager, "broadcast-table-coming")


def _figures() -> Multi:
    return Multi(
        T("broadcast-progress-counts", when="begun"),
        T("broadcast-progress-unreachable", when="unreachable"),
        T("broadcast-progress-failed", when="failed"),
        T("broadcast-progress-dropped", when="dropped"),
        T("broadcast-progress-twice", when="twice"),
        T("broadcast-progress-unsubscribed", when="unsubscribed"),
        T("broadcast-progress-read", when="any_read"),
        sep="\n",
    )


def _buttons() -> list[Keyboard]:
    return [
        Row(
            press("broadcast-refresh", refresh, id="refresh", when="lives"),
            press("broadcast-pause", pause, id="pause", when="going"),
            press("broadcast-go-on", go_on, id="go_on", when="paused"),
        ),
        press("broadcast-unschedule", unschedule, id="unschedule", when="not_begun"),
        press("broadcast-cancel", to_cancel, id="cancel", when="can_cancel"),
        press("broadcast-edit-text", to_draft, id="draft", when="was_draft"),
        Row(
            press(
                "broadcast-show-unreachable", show_unreachable, id="lost", when="show_unreachable"
            ),
            press("broadcast-show-failed", show_failed, id="failed", when="show_failed"),
        ),
        Row(
            press("broadcast-show-silent", show_silent, id="silent", when="can_remind"),
            press("broadcast-remind", to_remind, id="remind", when="can_remind"),
        ),
        Row(
            press("broadcast-table", table, id="table", when="has_table"),
            press("broadcast-copy", copy, id="copy", when="repeatable"),
        ),
        press("broadcast-to-event", to_event, id="to_event", when="of_event"),
        Row(press("broadcasts-to-list", to_list, id="list"), to_menu()),
    ]


def window() -> Window:
    """How it goes."""
    return Window(
        paragraphs(
            T("broadcast-progress-head"),
            T("broadcast-draft-event-off", when="event_off"),
            T("broadcast-progress-bar", when="begun"),
            T("broadcast-progress-left", when="runs"),
            _figures(),
        ),
        *_buttons(),
        no_typing(),
        state=BroadcastStates.progress,
        getter=progress_data,
    )
