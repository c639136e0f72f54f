"""Moving between the steps of sign-up."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import ctx_of
from bot.dialogs.widgets import press
from bot.states import SIGNUP_STEPS, SignupStates
from services.people import STEPS


async def advance(manager: DialogManager) -> None:
    """After a field: the next one that lacks an answer, or the summary."""
    ctx = ctx_of(manager)
    card = await ctx.services.people.card(ctx.me.id)
    step = card.next_step
    await manager.switch_to(SIGNUP_STEPS[step] if step else SignupStates.summary)


async def back(manager: DialogManager) -> None:
    """The step before; from a correction, the summary."""
    ctx = ctx_of(manager)
    if manager.dialog_data.get("editing") or ctx.me.registered_at is not None:
        await manager.switch_to(SignupStates.summary)
        return
    state = manager.current_context().state
    here = next(number for number, step in enumerate(STEPS) if SIGNUP_STEPS[step] == state)
    await manager.switch_to(SIGNUP_STEPS[STEPS[max(here - 1, 0)]])


async def step_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where we are among the steps."""
    ctx = ctx_of(dialog_manager)
    state = dialog_manager.current_context().state
    here = next((n for n, step in enumerate(STEPS) if SIGNUP_STEPS[step] == state), 0)
    fresh = ctx.me.registered_at is None and not dialog_manager.dialog_data.get("editing")
    counted = fresh and (here > 0 or not await ctx.services.people.asked_briefly(ctx.me.id))
    return {
        "fresh": counted,
        "number": here + 1,
        "steps": len(STEPS),
        "can_go_back": not fresh or here > 0,
    }


def back_button() -> Any:
    """«Назад», where there is somewhere to go back to."""
    return press("back", back, id="back", when="can_go_back")
