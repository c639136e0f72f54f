"""What there is to look after."""

from __future__ import annotations

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.widgets import Action, T, no_typing, paragraphs, person_id, press, to_menu
from bot.states import AdminStates, open_audit, open_schedule


async def panel_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What this person may open."""
    ctx, me = person_id(dialog_manager)
    panel = await ctx.services.statistics.panel(me)
    return {
        "place": ctx.services.profile.title.get(ctx.locale),
        "waiting": panel.waiting,
        "has_failed": panel.failed > 0,
        "failed": panel.failed,
    }


def _to(state: State) -> Action:
    async def go(manager: DialogManager) -> None:
        await manager.switch_to(state)

    return go


def window() -> Window:
    """The panel."""
    return Window(
        paragraphs(
            T("administration"),
            T("administration-failed", when="has_failed"),
        ),
        press("administration-statistics", _to(AdminStates.statistics), id="stats"),
        press("administration-health", _to(AdminStates.health), id="health"),
        press("administration-backups", _to(AdminStates.backups), id="backups"),
        press("administration-pause", _to(AdminStates.maintenance), id="pause"),
        Row(
            press("administration-content", _to(AdminStates.content), id="content"),
            press("administration-schedule", open_schedule, id="schedule"),
        ),
        press("administration-outbox", _to(AdminStates.outbox), id="outbox"),
        press("administration-audit", open_audit, id="audit"),
        to_menu(),
        no_typing(),
        state=AdminStates.panel,
        getter=panel_data,
    )
