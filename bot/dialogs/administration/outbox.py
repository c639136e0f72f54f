"""Messages that the bot owes."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import again, moment_of, to_panel
from bot.dialogs.widgets import T, cut, listed, no_typing, paragraphs, person_id, to_menu
from bot.l10n import Safe
from bot.states import AdminStates
from services.statistics import Delivery

_ROOM = 1200
_TITLE = 80


async def outbox_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What waits, what went out, what did not and why."""
    ctx, me = person_id(dialog_manager)
    delivery = await ctx.services.statistics.delivery(me)
    since = delivery.waiting_since
    return {
        "waiting": delivery.waiting,
        "has_since": since is not None,
        "since": moment_of(ctx, since) if since else "",
        "ahead": delivery.ahead,
        "sending": delivery.sending,
        "sent": delivery.sent,
        "failed": delivery.failed,
        "unreachable": delivery.unreachable,
        "unknown": delivery.unknown,
        "missed": delivery.missed,
        "cancelled": delivery.cancelled,
        "has_failed": delivery.failed > 0,
        "reasons": _reasons(ctx, delivery),
        "has_late": bool(delivery.late),
        "late": _late(ctx, delivery),
    }


def _late(ctx: Ctx, delivery: Delivery) -> Safe:
    lines = []
    for row in delivery.late:
        known = bool(row.event)
        what = ctx.l10n("outbox-late-event", event=cut(row.event, _TITLE)) if known else ""
        what = what or ctx.l10n("outbox-late-notice")
        at = moment_of(ctx, row.last_at)
        lines.append(ctx.l10n("outbox-late-row", what=what, count=row.count, at=at))
    return listed(ctx, lines, _ROOM)


def _reasons(ctx: Ctx, delivery: Delivery) -> Safe:
    lines = [
        ctx.l10n("outbox-reason", reason=_reason(ctx, row.error), count=row.count)
        for row in delivery.reasons
    ]
    return listed(ctx, lines, _ROOM)


def _reason(ctx: Ctx, error: str) -> str:
    """What Telegram says in the words of the reader, where it says it often."""
    told = error.lower()
    if "blocked" in told:
        return ctx.l10n.plain("outbox-blocked")
    if "deactivated" in told or "chat not found" in told:
        return ctx.l10n.plain("outbox-gone")
    return error or ctx.l10n.plain("outbox-unknown")


def window() -> Window:
    """The state of delivery."""
    return Window(
        paragraphs(
            T("outbox-head"),
            T("outbox-since", when="has_since"),
            T("outbox-became"),
            T("outbox-failed", when="has_failed"),
            T("outbox-late", when="has_late"),
        ),
        again(),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.outbox,
        getter=outbox_data,
    )
