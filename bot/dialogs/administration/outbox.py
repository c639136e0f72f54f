"""Messages that the bot owes."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import again, moment_of, to_panel
from bot.dialogs.widgets import T, listed, no_typing, paragraphs, person_id, to_menu
from bot.l10n import Safe
from bot.states import AdminStates
from services.statistics import Delivery

_ROOM = 1500


async def outbox_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What waits, what went out, what failed and why."""
    ctx, me = person_id(dialog_manager)
    delivery = await ctx.services.statistics.delivery(me)
    since = delivery.waiting_since
    return {
        "waiting": delivery.waiting,
        "has_since": since is not None,
        "since": moment_of(ctx, since) if since else "",
        "sent": delivery.sent,
        "failed": delivery.failed,
        "has_failed": delivery.failed > 0,
        "reasons": _reasons(ctx, delivery),
    }


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
            T("outbox-failed", when="has_failed"),
        ),
        again(),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.outbox,
        getter=outbox_data,
    )
