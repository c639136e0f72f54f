"""How sizes, moments and spans of time are told."""

from __future__ import annotations

from datetime import datetime, timedelta

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button
from babel.numbers import format_decimal

from bot.context import Ctx
from bot.dialogs.widgets import press, toast
from bot.states import AdminStates

_UNITS = (("gb", 1024**3), ("mb", 1024**2), ("kb", 1024))
_SPANS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))


def size_of(ctx: Ctx, count: int) -> str:
    """Bytes as people say them: «1,2 МБ»."""
    unit, factor = next((one for one in _UNITS if count >= one[1]), _UNITS[-1])
    value = format_decimal(round(count / factor, 1), locale=ctx.locale)
    return ctx.l10n.plain(f"size-{unit}", value=value)


def span_of(ctx: Ctx, span: timedelta | float) -> str:
    """A length of time in its largest unit: «3 часа»."""
    seconds = span.total_seconds() if isinstance(span, timedelta) else span
    unit, length = next((one for one in _SPANS if seconds >= one[1]), _SPANS[-1])
    return ctx.l10n.plain(f"span-{unit}", count=int(seconds // length))


def moment_of(ctx: Ctx, moment: datetime) -> str:
    """A moment by the municipality's clock."""
    local = moment.astimezone(ctx.services.clock.zone)
    return f"{ctx.l10n.date(local)}, {local:%H:%M}"


async def _to_panel(manager: DialogManager) -> None:
    await manager.switch_to(AdminStates.panel)


def to_panel(when: WhenCondition = None) -> Button:
    """Back to what there is to look after."""
    return press("to-administration", _to_panel, id="panel", when=when)


async def _again(manager: DialogManager) -> None:
    """Show the screen once more, and say so: it may look the same."""
    toast(manager, "looked-again")


def again() -> Button:
    """Look again."""
    return press("look-again", _again, id="again")
