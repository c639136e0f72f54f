"""Parts of what is stored about a person: a heading with its lines, a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.context import Ctx
from bot.dialogs.widgets import listed
from bot.l10n import Safe

ROOM, SMALL_ROOM, WORDS = 1600, 700, 200


def part(ctx: Ctx, head: str, lines: Sequence[Safe], room: int) -> Safe:
    """A heading and its lines, or that there are none."""
    shown = listed(ctx, lines, room) if lines else ctx.l10n("own-data-none")
    return Safe(f"{ctx.l10n(head)}\n{shown}")


def day_of(ctx: Ctx, moment: Any) -> str:
    """The local day of a moment, or a day."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(ctx.services.clock.zone)
    return ctx.l10n.date(moment) if moment else ""
