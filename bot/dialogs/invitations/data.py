"""What the screens of invitations share: the draft of a new one, and moving about."""

from __future__ import annotations

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.context import Ctx
from bot.dialogs.widgets import Choice, page_number
from bot.states import InvitationStates
from services.invitations import TERMS, WITH_SCHOOL, Invitation
from services.permissions import OF_A_DIRECTION

PAGE = 6
SIGNS = {"open": "●", "used": "✓", "expired": "◷", "revoked": "✕"}
ALL = "all"  # the choice of every direction
_DRAFT = ("role", "school_id", "direction", "many", "days", "label")


def page_of(manager: DialogManager, key: str, choices: list[Choice]) -> dict[str, Any]:
    """A page of a short list of choices, for the getter of a window."""
    pages = max(1, -(-len(choices) // PAGE))
    page = page_number(manager, key) % pages
    return {
        "choices": choices[page * PAGE : (page + 1) * PAGE],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def draft(manager: DialogManager) -> dict[str, Any]:
    """The invitation being made, as the use case takes and checks it."""
    data = manager.dialog_data
    return {
        "role": data.get("role", ""),
        "school_id": data.get("school_id"),
        "direction": data.get("direction", ""),
        "label": data.get("label", ""),
        "max_uses": None if data.get("many") else 1,
        "days": data.get("days", TERMS[1]),
    }


def clear(manager: DialogManager) -> None:
    """Forget the draft."""
    for key in (*_DRAFT, "query", "page"):
        manager.dialog_data.pop(key, None)


def invitation_id(manager: DialogManager) -> int:
    """The invitation that the screen is about; 0, which there never is, for none."""
    found = manager.dialog_data.get("invitation_id")
    return found if isinstance(found, int) else 0


async def begin(start: object, manager: DialogManager) -> None:
    """Take role and school over from where an invitation was wished."""
    if isinstance(start, dict):
        manager.dialog_data.update({key: start[key] for key in _DRAFT if key in start})


async def to_list(manager: DialogManager) -> None:
    """Back to the list."""
    clear(manager)
    await manager.switch_to(InvitationStates.list)


async def to_roles(manager: DialogManager) -> None:
    """Back to the choice of a role."""
    await manager.switch_to(InvitationStates.role)


def step_after(ctx: Ctx, role: str) -> State:
    """The screen after the choice of a role: what else it needs, or the terms."""
    if role in WITH_SCHOOL:
        return InvitationStates.school
    if role in OF_A_DIRECTION and ctx.services.profile.directions:
        return InvitationStates.direction
    return InvitationStates.terms


def state_title(ctx: Ctx, invitation: Invitation) -> str:
    """«● действует»."""
    title = ctx.l10n.plain(f"invitation-state-{invitation.state}")
    return f"{SIGNS[invitation.state]} {title}"
