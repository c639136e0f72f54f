"""How to open each flow."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.states.groups import (
    SIGNUP_STEPS,
    AdminStates,
    AssessmentStates,
    AuditStates,
    CareerStates,
    DirectoryStates,
    ForgetStates,
    HelpStates,
    InvitationStates,
    MenuStates,
    OwnDataStates,
    QueueStates,
    ResultStates,
    RoleStates,
    SchoolStates,
    SignupStates,
)

_RESET = StartMode.RESET_STACK


async def open_menu(manager: DialogManager, show: ShowMode | None = None) -> None:
    """What this person can do now."""
    await manager.start(MenuStates.menu, mode=_RESET, show_mode=show)


async def open_help(manager: DialogManager) -> None:
    """What this person can do, and by which commands."""
    await manager.start(HelpStates.help, mode=_RESET)


async def open_language(manager: DialogManager) -> None:
    """Choice of language."""
    await manager.start(MenuStates.language, mode=_RESET)


async def open_signup(
    manager: DialogManager,
    step: str | None,
    *,
    event_id: int | None = None,
    here: str | None = None,
) -> None:
    """Sign-up at the given step, or at the summary; afterwards comes the event, if one is given,
    or the check-in with the token `here`."""
    state = SIGNUP_STEPS[step] if step else SignupStates.summary
    data = {"event_id": event_id, "here": here}
    await manager.start(state, data if event_id or here else None, mode=_RESET)


async def open_profile(manager: DialogManager) -> None:
    """One's own card, with a way to correct each field."""
    await manager.start(SignupStates.summary, mode=_RESET)


async def open_forget(manager: DialogManager) -> None:
    """What will be erased, and the question whether to."""
    await manager.start(ForgetStates.confirm, mode=_RESET)


async def open_assessment(manager: DialogManager) -> None:
    """The beginning of an assessment, or where it was left."""
    await manager.start(AssessmentStates.intro, mode=_RESET)


async def open_results(manager: DialogManager) -> None:
    """All results."""
    await manager.start(ResultStates.history, mode=_RESET)


async def open_result(manager: DialogManager, assessment_id: int, *, new: bool) -> None:
    """One result; a `new` one comes with the closing words of the questionnaire."""
    data = {"assessment_id": assessment_id, "new": new}
    await manager.start(ResultStates.summary, data, mode=_RESET)


async def open_queue(manager: DialogManager) -> None:
    """What waits for a decision."""
    await manager.start(QueueStates.list, mode=_RESET)


async def open_claim(manager: DialogManager, grant_id: int) -> None:
    """One claimed role."""
    await manager.start(QueueStates.claim, {"grant_id": grant_id}, mode=_RESET)


async def open_transfer(manager: DialogManager, transfer_id: int) -> None:
    """One change of school."""
    await manager.start(QueueStates.transfer, {"transfer_id": transfer_id}, mode=_RESET)


async def open_directory(manager: DialogManager, name: str = "") -> None:
    """Finding people, by a name if one is given already."""
    await manager.start(DirectoryStates.find, {"name": name}, mode=_RESET)


async def open_people_of_school(manager: DialogManager, school_id: int) -> None:
    """People of one school, with a way back to its card."""
    data = {"school_id": school_id, "origin": ["school", school_id]}
    await manager.start(DirectoryStates.find, data, mode=_RESET)


async def open_person(
    manager: DialogManager, person_id: int, *, claim: int | None = None, transfer: int | None = None
) -> None:
    """Somebody's card, with a way back to the claim or change of school that asked for it.

    The look is noted by the dialog before the card shows.
    """
    data: dict[str, Any] = {"person_id": person_id}
    if claim is not None or transfer is not None:
        data["origin"] = ["transfer", transfer] if claim is None else ["claim", claim]
    await manager.start(DirectoryStates.card, data, mode=_RESET)


async def open_career(manager: DialogManager) -> None:
    """One's own courses and attestation."""
    await manager.start(CareerStates.overview, mode=_RESET)


async def open_roles(manager: DialogManager) -> None:
    """Who holds which role."""
    await manager.start(RoleStates.holders, mode=_RESET)


async def open_roles_of(manager: DialogManager, person_id: int) -> None:
    """The roles of one person."""
    await manager.start(RoleStates.person, {"person_id": person_id}, mode=_RESET)


async def open_invitations(manager: DialogManager) -> None:
    """Links that give a role."""
    await manager.start(InvitationStates.list, mode=_RESET)


async def open_inviting(manager: DialogManager, role: str, school_id: int) -> None:
    """A new invitation to this role at this school."""
    data = {"role": str(role), "school_id": school_id}
    await manager.start(InvitationStates.terms, data, mode=_RESET)


async def open_schools(manager: DialogManager) -> None:
    """The schools of the municipality."""
    await manager.start(SchoolStates.list, mode=_RESET)


async def open_proposed_schools(manager: DialogManager) -> None:
    """The schools that people proposed."""
    await manager.start(SchoolStates.list, {"proposed": True}, mode=_RESET)


async def open_school(manager: DialogManager, school_id: int) -> None:
    """One school."""
    await manager.start(SchoolStates.card, {"school_id": school_id}, mode=_RESET)


async def open_own_data(manager: DialogManager) -> None:
    """What is stored about me."""
    await manager.start(OwnDataStates.overview, mode=_RESET)


async def open_audit(manager: DialogManager) -> None:
    """The audit log."""
    await manager.start(AuditStates.log, mode=_RESET)


async def open_administration(manager: DialogManager) -> None:
    """The installation."""
    await manager.start(AdminStates.panel, mode=_RESET)


async def open_statistics(manager: DialogManager) -> None:
    """People and assessments in numbers."""
    await manager.start(AdminStates.statistics, mode=_RESET)


async def open_health(manager: DialogManager) -> None:
    """Whether all parts work."""
    await manager.start(AdminStates.health, mode=_RESET)


async def open_backups(manager: DialogManager) -> None:
    """Backups: what there is, and making one."""
    await manager.start(AdminStates.backups, mode=_RESET)


async def open_maintenance(manager: DialogManager) -> None:
    """Maintenance mode."""
    await manager.start(AdminStates.maintenance, mode=_RESET)


async def open_content(manager: DialogManager) -> None:
    """Which content is live, and reading it again."""
    await manager.start(AdminStates.content, mode=_RESET)


async def open_outbox(manager: DialogManager) -> None:
    """Messages that the bot owes."""
    await manager.start(AdminStates.outbox, mode=_RESET)
